"""The layouts that are recognised, as a table: adding a format means adding an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from skm_core.intake.header_row import Head
from skm_core.intake.sources import SOURCES, Source, source_of
from skm_core.intake.wording import words

_PROCESSING = re.compile(r"pengolahan|per responden|nilai unsur|per unsur pelayanan")


@dataclass(frozen=True, slots=True)
class SheetView:
    """What a layout may look at: the rows above the header, the header, and column index → how an item was found."""

    above: Sequence[Head]
    headers: Sequence[str]
    items: Mapping[int, str]
    has_number: bool
    """True if there is a column of running numbers."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: key, Indonesian name, how it is told, and how its rows are read."""

    kunci: str
    nama: str
    fits: Callable[[SheetView], bool]
    only_numbered_rows: bool = False
    """True if a row without running number is a total or a title and never a respondent."""


def _is_from(source: Source) -> Callable[[SheetView], bool]:
    return lambda view: source_of(view.headers) is source


def _is_processing(view: SheetView) -> bool:
    titles = (words(cell) for row in view.above for cell in row.cells)
    return view.has_number and bool(view.above) and any(_PROCESSING.search(title) for title in titles)


def _all(how: str) -> Callable[[SheetView], bool]:
    return lambda view: bool(view.items) and all(one == how for one in view.items.values())


LAYOUTS = (
    Layout("lembar_pengolahan", "lembar pengolahan SKM per responden", _is_processing, only_numbered_rows=True),
    *(Layout(source.kunci, source.nama, _is_from(source)) for source in SOURCES),
    Layout("tabel_kunci", "tabel dengan nama unsur sebagai judul kolom", _all("kunci")),
    Layout("tabel_nomor", "tabel dengan nomor unsur sebagai judul kolom", lambda view: "posisi" in view.items.values()),
    Layout("tabel_teks", "tabel dengan teks pertanyaan sebagai judul kolom", lambda view: True),
)


def layout_of(view: SheetView) -> Layout:
    """The first layout of the table that fits."""
    return next(layout for layout in LAYOUTS if layout.fits(view))
