"""How items of the plan are shown: status chips, lines under a card, and text that must not be read as Markdown."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from skm_core.follow_up import JENIS, STATUS, Rtl
from skm_core.results.tindak_lanjut import Pengaruh
from skm_ui.figure import change_html
from skm_ui.format import whole

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>:^=])")


def plain(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown: shown as it is."""
    return _MARKS.sub(r"\\\1", text)


def status_html(one: Rtl, today: date) -> str:
    """The status with its progress, and whether it is late."""
    isian = one.isian
    said = STATUS[isian.status]
    if isian.status == "berjalan":
        said = f"{said} {isian.kemajuan_pct}%"
    late = ' <span class="rtl-late">terlambat</span>' if isian.terlambat(today) else ""
    return f'<span class="rtl-status {isian.status}">{said}</span>{late}'


def bar_html(one: Rtl) -> str:
    """A thin bar of the progress; its figure stands beside it in words."""
    return f'<span class="rtl-bar" aria-hidden="true"><i style="width:{one.isian.kemajuan_pct}%"></i></span>'


def kind_html(one: Rtl) -> str:
    """The kind of action; an inovasi stands out, because evaluators ask for it."""
    kind = escape(JENIS[one.isian.jenis])
    return f"<b>{kind}</b>" if one.isian.jenis == "inovasi" else kind


def evidence(one: Rtl) -> str:
    """ "2 bukti", "belum ada bukti"."""
    return f"{whole(len(one.bukti))} bukti" if one.bukti else "belum ada bukti"


def effect_html(found: Pengaruh | None) -> str:
    """What became of the unsur, or why nothing can be said."""
    if found is None:
        return ""
    if not found.kata or found.ke is None:
        return f'<span class="rtl-none">{escape(found.alasan)}</span>'
    note = f' <span class="rtl-none">{escape(found.catatan)}</span>' if found.catatan else ""
    return f"{change_html(found)} pada {escape(found.ke.nama)}.{note}"
