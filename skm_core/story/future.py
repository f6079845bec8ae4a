"""What is being done about the results, as rows a hall can read: few, and short."""

from __future__ import annotations

from collections.abc import Sequence

from skm_core.follow_up import STATUS, quarters
from skm_core.reports.parts import BarisRtl
from skm_core.results.wording import kata
from skm_core.story.steps import Rows

MOST_ROWS, MOST_WORDS = 5, 80
"""Items and words of a table on one step; the first items stay, the plan begins with the weakest unsur."""


def planned(items: Sequence[BarisRtl]) -> str:
    """What is promised in one sentence, and how much of it is kept already."""
    done, going = begun(items)
    all_of_them = f"{kata(len(items))} tindak lanjut"
    if done == len(items):
        return f"{all_of_them.capitalize()} sudah selesai"
    if done:
        return f"Kami mengerjakan {all_of_them}, {kata(done)} sudah selesai"
    return f"Kami {'mengerjakan' if going else 'akan mengerjakan'} {all_of_them}"


def begun(items: Sequence[BarisRtl]) -> tuple[int, int]:
    """How many are done, and how many under way."""
    return sum(map(_is_done, items)), sum(map(_is_under_way, items))


def planned_rows(items: Sequence[BarisRtl]) -> Rows:
    """Programme, who, when or how far; as many as a hall can read, and how many there are beside these."""
    started = any(begun(items))
    planned_for = "Rencana " if started else ""
    found = [
        (
            one.program,
            one.penanggung_jawab or "–",
            _state(one) if _is_done(one) or _is_under_way(one) else planned_for + _when(one),
        )
        for one in items
    ]
    return Rows(("Tindak lanjut", "Oleh", "Keadaan" if started else "Waktu"), _readable(found))


def done_rows(items: Sequence[BarisRtl]) -> Rows:
    """Programme, and how far it is; as many as a hall can read, and how many there are beside these."""
    found = [(one.program, _state(one)) for one in items]
    return Rows(("Tindak lanjut", "Sekarang"), _readable(found))


def _readable(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    kept: list[tuple[str, ...]] = []
    for row in rows[:MOST_ROWS]:
        if kept and sum(len(cell.split()) for one in (*kept, row) for cell in one) > MOST_WORDS:
            break
        kept.append(row)
    if left := len(rows) - len(kept):
        kept.append((f"dan {kata(left)} lainnya", *[""] * (len(rows[0]) - 1)))
    return tuple(kept)


def _is_done(one: BarisRtl) -> bool:
    return one.status.startswith(STATUS["selesai"])


def _is_under_way(one: BarisRtl) -> bool:
    return one.status == STATUS["berjalan"]


def _state(one: BarisRtl) -> str:
    return " ".join(part for part in (one.status, one.kemajuan) if part)


def _when(one: BarisRtl) -> str:
    when = (f"TW {quarters(one.tw)}" if one.tw else "", str(one.tahun or ""))
    return " ".join(part for part in when if part) or "–"
