"""Follow-up of the results (rencana tindak lanjut, RTL): plan, progress, evidence, and the official table."""

from __future__ import annotations

from skm_core.follow_up.evidence import attach_file, attach_link, read_file, withdraw
from skm_core.follow_up.item import JENIS, STATUS, Bukti, Isian, Rtl, next_quarter, quarters
from skm_core.follow_up.plan import Laporan, Peristiwa, history, item, plan, report_day
from skm_core.follow_up.recording import add, change, save, state_report_day
from skm_core.follow_up.summary import Capaian, achievement

__all__ = [
    "JENIS",
    "STATUS",
    "Bukti",
    "Capaian",
    "Isian",
    "Laporan",
    "Peristiwa",
    "Rtl",
    "achievement",
    "add",
    "attach_file",
    "attach_link",
    "change",
    "history",
    "item",
    "next_quarter",
    "plan",
    "quarters",
    "read_file",
    "report_day",
    "save",
    "state_report_day",
    "withdraw",
]
