"""What a story is made of: steps of one message each, and what a step shows, as frozen values without layout.

A screen, the HTML file and the slides draw the same values, so a hall sees the figures of the report.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from skm_core.reports.pictures.dots import Dot
from skm_core.rules import RuleSet
from skm_core.story.example import Example

HASIL, SOSIALISASI = "hasil", "sosialisasi"
CERITA = {HASIL: "Hasil", SOSIALISASI: "Sosialisasi"}
"""The stories by key, as they are called."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines under the message; `tautan` is an address to print and to give as a QR code, "" for none."""

    baris: tuple[str, ...]
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing among several equals: its name or figure, and a few words."""

    judul: str
    teks: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Several equals side by side, at most `kolom` in a row."""

    isi: tuple[Tile, ...]
    kolom: int = 3


@dataclass(frozen=True, slots=True)
class LargeFigure:
    """One IKM, large. nilai "" where it may not be shown; `teks` then says why, else it is the whole figure in words.

    huruf: the mutu, "" for none; pasti: whether the survey vouches for it; kata: the mutu in words; acuan: which
    figure it is (`Measured.acuan`); tambahan: more.
    """

    nilai: str
    batas: str
    huruf: str
    pasti: bool
    kata: str
    n: str
    teks: str
    acuan: str
    tambahan: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """One row per part with its figure and interval. skala: the whole scale; langkah: distance of its labels.

    aturan: whose mutu are the bands behind, None for none; kunci_warna: what is drawn, in words; alt: all as text.
    """

    baris: tuple[Dot, ...]
    skala: tuple[int, int]
    langkah: float
    aturan: RuleSet | None
    kunci_warna: str
    alt: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a citizen that staff chose for the public, and where they come from."""

    teks: str
    asal: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """One to three quotes."""

    isi: tuple[Quote, ...]

    def size(self, *sizes: int) -> int:
        """The size of letters that fits: of four, largest first, by the words of all quotes together."""
        words = sum(len(one.teks.split()) for one in self.isi)
        return sizes[sum(words > most for most in (60, 110, 220))]


@dataclass(frozen=True, slots=True)
class Rows:
    """A small table; the first column names the row."""

    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]


Body = Lines | Tiles | LargeFigure | Chart | Quotes | Rows | Example


@dataclass(frozen=True, slots=True)
class Step:
    """One message. kunci: its address, unique in the story; bagian: the part it is switched on and off with.

    nama: what the presenter's list calls the part; judul: the message; catatan: what the speaker may say;
    sumber: where the figures come from, "" where there are none.
    """

    kunci: str
    bagian: str
    nama: str
    judul: str
    isi: Body
    catatan: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """A part that leaves itself out, and why."""

    bagian: str
    nama: str
    alasan: str


@dataclass(frozen=True, slots=True)
class Story:
    """The steps in their order, and the parts that have nothing to show. contoh: made-up data, to be marked.

    kunci: which story; judul: story, scope and periode in words; berkas: the same in the name of a file.
    """

    kunci: str
    judul: str
    berkas: str
    penulis: str
    tanggal: date
    contoh: bool
    langkah: tuple[Step, ...]
    absen: tuple[Absent, ...]

    @property
    def bagian(self) -> dict[str, str]:
        """The parts that have something to show: key → name, in order."""
        return {step.bagian: step.nama for step in self.langkah}

    def without(self, bagian: Collection[str]) -> Story:
        """The story without the parts a presenter switched off; the whole one if nothing would be left."""
        kept = tuple(step for step in self.langkah if step.bagian not in bagian)
        return replace(self, langkah=kept or self.langkah)

    def file_name(self, ending: str) -> str:
        """Name of its file: "paparan-hasil-2019-q2-kota.html"; demo data say so."""
        return f"{'CONTOH-' if self.contoh else ''}paparan-{self.kunci}-{self.berkas}.{ending}"


def told(found: list[Step | Absent]) -> tuple[tuple[Step, ...], tuple[Absent, ...]]:
    """Steps and absent parts apart, each in their order."""
    return (
        tuple(one for one in found if isinstance(one, Step)),
        tuple(one for one in found if isinstance(one, Absent)),
    )
