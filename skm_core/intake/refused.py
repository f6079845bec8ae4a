"""The refused rows of a file as they stand in it: for the screen, and as a workbook to mend and upload again."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import xlsxwriter

from skm_core.findings import BARIS, Finding, cut
from skm_core.intake.columns import ColumnMap
from skm_core.intake.correction import Place, key, keys
from skm_core.intake.draft import Draft
from skm_core.intake.header_row import Head, find_header
from skm_core.intake.headers import KEY, PERSONAL, REASON
from skm_core.intake.personal import masked
from skm_core.intake.raw import RawFile, Sheet
from skm_core.intake.scratch import run

MANY = "Ditolak karena alasan yang sama dengan baris lain; temuan hanya mendaftar 1.000 baris pertama."
_WHERE = re.compile(r"^Baris \d+(, kolom [A-Z]+)?: ")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,8})")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One refused row: its number in the file, its cells, why, the columns at fault, and what ties it to its file."""

    baris: int
    cells: tuple[str | None, ...]
    alasan: str
    salah: frozenset[int]
    kunci: str


@dataclass(frozen=True, slots=True)
class RefusedSheet:
    """The refused rows of one sheet. `atas`: the titles above the header; personal columns are not among `header`."""

    nama: str | None
    atas: tuple[tuple[str, ...], ...]
    header: tuple[str, ...]
    baris: tuple[RefusedRow, ...]


def refused_forms(draft: Draft) -> list[tuple[str | None, int, str, str | None]]:
    """Sheet, row, reasons in one text and layanan of everything refused; layanan None where it is the whole row."""
    if draft.cursor is None:
        return []
    services: dict[tuple[str | None, str | None], set[str | None]] = {}
    for column in draft.columns:
        services.setdefault((column.lembar, cut(column.header)), set()).add(column.layanan)
    reasons: dict[Place, list[tuple[set[str | None], str]]] = {}
    for finding in draft.temuan:
        if finding.tingkat == BARIS and finding.baris is not None:
            about = services.get((finding.lembar, finding.kolom), {None})
            reasons.setdefault((finding.lembar, finding.baris), []).append((about, _reason(finding)))
    found = []
    for sheet in draft.raw.lembar:
        blocks = any(column.layanan for column in draft.columns if column.lembar == sheet.nama)
        refused = run(draft.cursor, "baris_ditolak", lembar=sheet.nama, tabel=sheet.tabel)
        for baris, layanan in dict.fromkeys((baris, layanan if blocks else None) for baris, layanan in refused):
            own = reasons.get((sheet.nama, baris)) or reasons.get((None, baris), [])
            why = [text for about, text in own if layanan is None or not about.isdisjoint({None, layanan})]
            found.append((sheet.nama, baris, " ".join(why or [text for _, text in own] or [MANY]), layanan))
    return found


def refused_places(draft: Draft) -> dict[Place, str]:
    """Sheet and row of every refused row, with the reasons in one text."""
    return joined((lembar, baris, why) for lembar, baris, why, _ in refused_forms(draft))


def joined(refused: Iterable[tuple[str | None, int, str]]) -> dict[Place, str]:
    """Sheet and row → the reasons of all that is refused there, each once."""
    found: dict[Place, list[str]] = {}
    for lembar, baris, why in refused:
        found.setdefault((lembar, baris), []).append(why)
    return {place: " ".join(dict.fromkeys(reasons)) for place, reasons in found.items()}


def of_draft(draft: Draft) -> tuple[RefusedSheet, ...]:
    """The refused rows of a draft, with the cells at fault."""
    wrong: dict[Place, set[str]] = {}
    for finding in draft.temuan:
        if finding.tingkat == BARIS and finding.baris is not None and finding.kolom:
            wrong.setdefault((finding.lembar, finding.baris), set()).add(finding.kolom)
    texts = [item.teks for item in draft.instrumen.butir] if draft.instrumen else []
    return _sheets(draft.raw, refused_places(draft), texts, wrong)


def of_places(raw: RawFile, alasan: Mapping[Place, str], texts: Collection[str]) -> tuple[RefusedSheet, ...]:
    """The same for rows known by sheet and number, from the cells as they were kept; `texts`: known questions."""
    return _sheets(raw, alasan, texts, {})


def rows_around(draft: Draft, places: Collection[Place]) -> dict[Place, tuple[tuple[ColumnMap, str], ...]]:
    """For each place its row: column and cell ("" where it is blank) of everything that is kept."""
    found: dict[Place, tuple[tuple[ColumnMap, str], ...]] = {}
    for sheet in draft.raw.lembar:
        columns = [
            one
            for one in draft.columns
            if one.lembar == sheet.nama and one.target != PERSONAL and one.header not in (KEY, REASON)
        ]
        wanted = sorted({baris for lembar, baris in places if lembar == sheet.nama})
        if not columns or not wanted:
            continue
        for baris, cells in _cells(draft.raw, sheet, wanted, [one.index for one in columns]):
            found[sheet.nama, baris] = tuple((one, cell or "") for one, cell in zip(columns, cells, strict=True))
    return found


def workbook(sheets: Sequence[RefusedSheet]) -> bytes:
    """An XLSX of refused rows: one sheet for each of the file, original columns, then the reason and a hidden key.

    Every cell is written as text or a whole number, never as a formula or a link.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"num_format": "@"})
        fault = book.add_format({"num_format": "@", "bg_color": "#FBE3DF"})
        why = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#B5372A"})
        for number, found in enumerate(sheets, 1):
            page = book.add_worksheet((found.nama or f"Ditolak {number}")[:31])
            width = len(found.header)
            for line, cells in enumerate(found.atas):
                for index, cell in enumerate(cells):
                    if cell:
                        page.write_string(line, index, cell)
            top = len(found.atas)
            for index, header in enumerate((*found.header, REASON, KEY)):
                page.write_string(top, index, header, head)
            for line, row in enumerate(found.baris, top + 1):
                for index, text in enumerate(row.cells):
                    form = fault if index in row.salah else plain
                    if text and _NUMBER.fullmatch(text):
                        page.write_number(line, index, int(text), fault if index in row.salah else None)
                    elif text:
                        page.write_string(line, index, text, form)
                    elif index in row.salah:
                        page.write_blank(line, index, None, fault)
                page.write_string(line, width, row.alasan, why)
                page.write_string(line, width + 1, row.kunci)
            page.set_column(0, max(width - 1, 0), 16)
            page.set_column(width, width, 70)
            page.set_column(width + 1, width + 1, None, None, {"hidden": True})
            page.freeze_panes(top + 1, 0)
            page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return out.getvalue()


def _sheets(
    raw: RawFile, alasan: Mapping[Place, str], texts: Collection[str], wrong: Mapping[Place, Collection[str]]
) -> tuple[RefusedSheet, ...]:
    found = []
    for sheet in raw.lembar:
        numbers = sorted(baris for lembar, baris in alasan if lembar == sheet.nama)
        head = find_header(sheet.head, texts)
        if not numbers or head is None:
            continue
        kept = _kept(sheet, head)
        names = [head.cells[index] for index in kept]
        known = keys(raw, sheet)
        rows = []
        for baris, cells in _cells(raw, sheet, numbers, kept):
            place = (sheet.nama, baris)
            at_fault = frozenset(index for index, name in enumerate(names) if name in wrong.get(place, ()))
            tie = known.get(baris) or key(raw.sha256, place)
            rows.append(RefusedRow(baris, tuple(cells), alasan[place], at_fault, tie))
        names, rows = _without_blank(names, rows)
        above = tuple(
            tuple(map(masked, row.cells))
            for row in sheet.head
            if row.baris < head.baris and not set(row.cells) & {KEY, REASON}
        )
        found.append(RefusedSheet(sheet.nama, above, tuple(names), tuple(rows)))
    return tuple(found)


def _without_blank(names: list[str], rows: list[RefusedRow]) -> tuple[list[str], list[RefusedRow]]:
    """Leave out columns with neither header nor content: what is left of a dropped one in the archive."""
    stay = [index for index, name in enumerate(names) if name.strip() or any(row.cells[index] for row in rows)]
    moved = {old: new for new, old in enumerate(stay)}
    return [names[index] for index in stay], [
        replace(
            row,
            cells=tuple(row.cells[index] for index in stay),
            salah=frozenset(moved[index] for index in row.salah),
        )
        for row in rows
    ]


def _kept(sheet: Sheet, head: Head) -> list[int]:
    """Columns that go into the workbook: all but personal ones and the two that it adds itself."""
    return [
        index for index in range(sheet.lebar) if index not in sheet.pribadi and head.cells[index] not in (KEY, REASON)
    ]


def _cells(
    raw: RawFile, sheet: Sheet, numbers: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[int, list[str | None]]]:
    """Row number and cells of these rows, NIK, phones and e-mail masked: before saving as after it."""
    listed = ", ".join(map(str, numbers))
    rows = raw.connection.cursor().table(sheet.tabel).filter(f"baris IN ({listed})").order("baris")
    for baris, *cells in rows.project(", ".join(["baris", *(f"k{index + 1}" for index in columns)])).fetchall():
        yield baris, [masked(cell) if cell else cell for cell in cells]


def _reason(finding: Finding) -> str:
    """The sentence of a finding for a workbook where rows and columns stand elsewhere: by the header instead."""
    column = f'Kolom "{finding.kolom}": ' if finding.kolom else ""
    sentence = _WHERE.sub(column, finding.pesan)
    return sentence[:1].upper() + sentence[1:]
