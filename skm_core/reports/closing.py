"""The passages that close a report: follow-up, conclusion, advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skm_core.reports import targets
from skm_core.reports.ranked import alike
from skm_core.reports.scope import KELURAHAN, KOTA, LAYANAN
from skm_core.results import showing, statements
from skm_core.results.wording import inside, kata, listed
from skm_core.writing import angka

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skm_core.reports.content import Content
    from skm_core.reports.parts import BarisUnsur

MOST_NAMED = 3
MOST_LISTED = 5


def named(names: Sequence[str]) -> str:
    """Official names in a sentence; parted by semicolons where a name holds a comma itself."""
    if not any("," in name for name in names) or len(names) == 1:
        return listed(names)
    return f"{'; '.join(names[:-1])}; serta {names[-1]}"


def all_equal(c: Content) -> bool:
    """True if every unsur that may be printed has the same published NRR: none is lowest then."""
    return (
        len(c.terendah) > 1 and set(c.terendah) == set(c.tertinggi) and len({one.peringkat for one in c.terendah}) == 1
    )


def first_to_mend(c: Content) -> list[str]:
    """Names of the unsur to mend first: those that share the lowest place, if they are few, else the lowest value.

    Empty of a panel, and where no unsur can be told apart from another.
    """
    if not c.terendah or all_equal(c) or alike(c):
        return []
    tied = [one.nama for one in c.unsur if one.setara_terendah]
    return tied if 1 <= len(tied) <= MOST_NAMED else [one.nama for one in c.terendah if one.peringkat == 1]


def follow_up(c: Content) -> list[str]:
    """What the plan puts first."""
    if first := first_to_mend(c):
        return [
            f"Rencana tindak lanjut mendahulukan {named(first)}, dan disepakati bersama warga dalam Forum Konsultasi "
            "Publik."
        ]
    return []


def conclusion(c: Content) -> list[str]:
    """The statement of the front page, and the ends of the unsur."""
    layanan = c.layanan[0].layanan.nama if c.scope.jenis == LAYANAN and c.layanan else ""
    place = "Jakarta Barat" if c.scope.jenis in (KOTA, LAYANAN) else c.nama
    lines = [f"{statements.summary(c.hasil, place, layanan)}."]
    if showing.visible(c.score) is None:
        return lines
    if c.terendah and not all_equal(c):
        lines.append(f"Yang paling rendah nilainya: {named(_few(c.terendah))}.")
        lines.append(f"Yang paling tinggi nilainya: {named(_few(c.tertinggi))}.")
    return lines


def _few(rows: Sequence[BarisUnsur]) -> list[str]:
    """Names of the most extreme unsur; only the very first place where ties make the list long."""
    return [one.nama for one in rows if len(rows) <= MOST_LISTED or one.peringkat == rows[0].peringkat]


def advice(c: Content) -> list[str]:
    """What to do next, as items of a list: only what the figures call for."""
    lines = []
    if first := first_to_mend(c):
        lines.append(f"- Dahulukan perbaikan pada {named(first)}.")
    below, _ = targets.apart_from_target(c)
    if below and c.scope.jenis != KELURAHAN:
        lines.append(f"- Bahas penyebab {listed(below)} belum mencapai target.")
    short = [one for one in c.sampel if one.minimal and one.n_kuesioner < one.minimal]
    if short:
        said = listed(
            [f"{inside(one.layanan.nama)} ({angka(one.n_kuesioner)} dari {angka(one.minimal or 0)})" for one in short]
        )
        lines.append(f"- Tambah responden pada survei berikutnya untuk {said}.")
    silent = len(c.hasil.belum_lapor)
    if silent and c.scope.jenis == KOTA:
        lines.append(f"- Dampingi {kata(silent)} kelurahan yang belum mengirim datanya sendiri.")
    lines.append("- Sampaikan hasil ini kepada warga, dan bahas rencana perbaikannya dalam Forum Konsultasi Publik.")
    return lines
