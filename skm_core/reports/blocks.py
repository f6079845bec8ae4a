"""What a text document is made of, in order: headings, paragraphs, lists, tables, figures, signature. No layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from skm_core.reports.pictures.svg import Picture

SHORT_ROWS, SHORT_TEXT = 16, 900
"""Rows, and letters in all, up to which a table is kept on one page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; tingkat 1 begins a page. nomor: "BAB I", "1.1", "" for none."""

    tingkat: int
    nomor: str
    teks: str

    @property
    def penuh(self) -> str:
        """Number and words as one line."""
        return f"{self.nomor} {self.teks}" if self.nomor else self.teks


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph. gaya: "" = running text, "hasil" = the headline figure, "catatan" = small."""

    teks: str
    gaya: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not."""

    butir: tuple[str, ...]
    bernomor: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. Its head is repeated on every page.

    rata: per column "l", "c" or "r"; lebar: relative width per column; tebal: rows that sum up, by index; tinggi: room
    in millimetres that a row keeps for writing; rapat: set smaller, for many columns.
    """

    keterangan: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    rata: str
    lebar: tuple[float, ...]
    tebal: tuple[int, ...] = ()
    catatan: str = ""
    tinggi: int = 0
    rapat: bool = False

    @property
    def utuh(self) -> bool:
        """True for a table short enough to stay whole on one page."""
        return (
            len(self.baris) <= SHORT_ROWS and sum(map(len, (cell for row in self.baris for cell in row))) <= SHORT_TEXT
        )

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the head: a shifted column would print a wrong figure."""
        widths = {len(self.rata), len(self.lebar), len(self.kepala), *(len(row) for row in self.baris)}
        if len(widths) != 1:
            raise ValueError(f"{self.keterangan}: every row needs {len(self.kepala)} cells")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a caption that states the finding, and words for those who do not see it."""

    keterangan: str
    alt: str
    gambar: Picture


@dataclass(frozen=True, slots=True)
class Signature:
    """Place and date, office, name and NIP; "" leaves room to write."""

    tempat: str
    jabatan: str
    nama: str
    nip: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = Heading | Text | Items | Table | Figure | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. sampul: lines of the cover under the title; kaki: the line at the foot of every page."""

    judul: str
    sampul: tuple[str, ...]
    penulis: str
    kaki: str
    contoh: bool
    tanggal: date
    blok: tuple[Block, ...] = field(repr=False)
