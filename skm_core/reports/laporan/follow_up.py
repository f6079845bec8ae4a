"""The follow-up in BAB IV: what became of the last plan, and the plan for the next periode, in the official table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skm_core.reports.blocks import Block, Heading, Table, Text
from skm_core.reports.closing import all_equal
from skm_core.reports.content import Content
from skm_core.reports.parts import BarisRtl
from skm_core.reports.passage import passage

TW = ("I", "II", "III", "IV")
MARK = "✓"
ROOM = 6
"""Millimetres left for writing in a plan that is still empty."""


def chapter(c: Content) -> Iterator[Block]:
    """Follow-up of the last periode and the plan."""
    number = 2 if c.score.panel else 3
    yield Heading(2, f"4.{number}", "Tindak lanjut periode sebelumnya")
    if c.rtl_lalu:
        yield Text(c.capaian)
        yield _done(c.rtl_lalu)
    else:
        yield Text("Belum ada rencana tindak lanjut periode sebelumnya yang dicatat.")
    yield Heading(2, f"4.{number + 1}", "Rencana tindak lanjut")
    yield from passage(c.kalimat("tindak_lanjut"))
    yield _plan(c)


def _done(rows: Sequence[BarisRtl]) -> Table:
    return Table(
        "Tindak lanjut hasil periode sebelumnya",
        ("No", "Unsur", "Program/kegiatan", "Status", "Pengaruh"),
        tuple((str(at), _unsur(row), row.program, _status(row), row.pengaruh) for at, row in enumerate(rows, 1)),
        "rllll",
        (0.6, 2.6, 3.2, 1.8, 4),
    )


def _plan(c: Content) -> Table:
    several = len({row.tahun for row in c.rtl}) > 1
    if c.rtl:
        rows = [
            (
                str(at),
                _unsur(row),
                _program(row, several),
                *(MARK if tw in row.tw else "" for tw in (1, 2, 3, 4)),
                row.penanggung_jawab,
            )
            for at, row in enumerate(c.rtl, 1)
        ]
    else:
        first = [] if all_equal(c) or c.score.panel else [one.nama for one in c.terendah]
        rows = [(str(at), name, *[""] * 6) for at, name in enumerate(first or [""], 1)]
    years = sorted({row.tahun for row in c.rtl if row.tahun})
    return Table(
        f"Rencana tindak lanjut{', tahun ' if years else ''}{' dan '.join(map(str, years))}",
        ("No", "Prioritas unsur", "Program/kegiatan", *(f"TW {tw}" for tw in TW), "Penanggung jawab"),
        tuple(rows),
        "rllccccl",
        (0.6, 2.6, 3.2, 1.15, 1.15, 1.15, 1.15, 2.6),
        tinggi=0 if c.rtl else ROOM,
        catatan="" if c.rtl else "Program, waktu, dan penanggung jawab belum diisi.",
    )


def _unsur(row: BarisRtl) -> str:
    return f"{row.unsur} ({row.layanan})" if row.layanan else row.unsur


def _program(row: BarisRtl, several: bool) -> str:
    """The program with its kind, and its year where the plan runs over several."""
    about = [row.jenis, str(row.tahun)] if several else [row.jenis]
    return f"{row.program} ({', '.join(about).lower()})"


def _status(row: BarisRtl) -> str:
    return ", ".join(part for part in (row.status, row.kemajuan) if part)
