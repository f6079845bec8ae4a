"""The sentences of the letter to a kelurahan: beside the trend, follow-up, what to do. Cut to what one page holds."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.reports.parts import BarisRtl
from skm_core.results.wording import inside

MOST_ITEMS, MOST_ADVICE, MOST_LETTERS = 3, 6, 420
"""Items of the follow-up, pieces of advice, and letters of one item that a letter of one page has room for."""
TW = ("I", "II", "III", "IV")


def beside(c: Content) -> Iterator[str]:
    """The verdict of the change, and the other kind of data of the same kelurahan, never pooled."""
    if said := c.kalimat("tren"):
        yield said
    other = c.pembanding
    if c.score.panel:
        return
    city = c.pilihan.pengumpul == "kota"
    if other is None or other.ikm is None:
        yield (
            "Angka ini dari sampel kota; kelurahan belum mengirim datanya sendiri."
            if city
            else "Kota tidak mengambil sampel di kelurahan ini pada periode ini."
        )
        return
    which = "Angka ini dari sampel kota. Kumpulan kelurahan sendiri" if city else "Sampel kota di kelurahan ini"
    yield f"{which}: {figure.ikm(other)}. Cara mengumpulkannya berbeda, jadi keduanya tidak digabung."


def follow_up(c: Content) -> Iterator[str]:
    """How far the last plan is, and the first items of the plan of this periode."""
    if c.capaian:
        yield c.capaian
    for one in c.rtl[:MOST_ITEMS]:
        yield _item(one)
    rest = len(c.rtl) - MOST_ITEMS
    if rest > 0:
        yield f"Dan {rest} rencana lain dalam Laporan SKM."
    if not c.rtl:
        yield "Rencana tindak lanjut untuk periode ini belum disusun."


def _item(one: BarisRtl) -> str:
    when = f"triwulan {', '.join(TW[part - 1] for part in one.tw)} {one.tahun or ''}".strip() if one.tw else ""
    about = ", ".join(part for part in (one.unsur, one.layanan) if part)
    rest = "; ".join(part for part in (one.penanggung_jawab, when, inside(one.status)) if part)
    return f"{one.program.rstrip('.')} ({about}): {rest}."


def advice(c: Content) -> Iterator[str]:
    """What to do, by the passage "saran" of the kelurahan's report."""
    said = (line.removeprefix("- ").strip() for line in c.kalimat("saran").splitlines())
    for line in [one for one in said if one][:MOST_ADVICE]:
        yield cut(line)


def cut(text: str) -> str:
    """The text, cut at a word where it would not leave the letter on one page."""
    return shorten(text, MOST_LETTERS, placeholder=" …")
