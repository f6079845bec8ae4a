"""What was understood of one sheet: its header, its columns, its questionnaire and its respondents' rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as with_default

import duckdb

from skm_core.intake import answers, numbers_eight_nine
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap, map_columns
from skm_core.intake.dates import look_like_dates
from skm_core.intake.header_row import Head, find_header
from skm_core.intake.headers import field
from skm_core.intake.items import POSITION, Items, find_items
from skm_core.intake.layouts import Layout, SheetView, layout_of
from skm_core.intake.mapping.value import Kolom
from skm_core.intake.options import Options
from skm_core.intake.own_forms import stated_instrumen
from skm_core.intake.raw import Sheet
from skm_core.intake.row_kinds import Kinds, tell_rows
from skm_core.intake.scratch import ITEMS, Projection, run
from skm_core.intake.unknown import report_unknown
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, letter, words


@dataclass(frozen=True, slots=True)
class Reading:
    """One sheet understood. `values`: item column (b1…) → its distinct cells taken apart; `blanks`: those that
    mean "not answered".
    """

    sheet: Sheet
    head: Head
    layout: Layout
    items: Items
    columns: tuple[ColumnMap, ...]
    shown: Projection
    kinds: Kinds
    values: Mapping[str, Sequence[answers.Value]]
    blanks: Mapping[str, Sequence[str]]
    pertanyaan: tuple[str, ...]
    dipetakan: Mapping[str, Kolom] = with_default(default_factory=dict)
    """Target → what a person's mapping says of its column; empty where the sheet was recognised."""

    def column(self, target: str) -> ColumnMap | None:
        """The column that carries a target, if any."""
        return next((one for one in self.columns if one.target == target), None)


def read_sheet(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, vocabulary: Vocabulary, options: Options, findings: Findings
) -> Reading | None:
    """Understand a sheet; None if it holds no questionnaire that is known (then `findings` says why)."""
    head = find_header(sheet.head, [item.teks for one in vocabulary.instrumen.values() for item in one.butir])
    timed = _timed(sheet, head) if head else frozenset()
    stated = options.instrumen or (stated_instrumen(sheet, head, vocabulary) if head else None)
    items = find_items(_without(head.cells, timed), vocabulary, stated) if head else None
    if head is None or items is None or not items.complete_enough:
        report_unknown(cursor, sheet, head, items, vocabulary, findings)
        return None
    above = [row for row in sheet.head if row.baris < head.baris]
    has_number = any(field(header) == "nomor" for header in head.cells)
    layout = layout_of(SheetView(above, head.cells, {i: how for i, (_, how) in items.kolom.items()}, has_number))
    shown = _projection(sheet, head, _provisional(items))
    shown.show(cursor)
    kinds = tell_rows(cursor, shown, sheet.head, head, only_numbered=layout.only_numbered_rows)
    pertanyaan: tuple[str, ...] = ()
    if items.ragu:
        before = items
        items = _settled(cursor, sheet, above, before, vocabulary, options, findings)
        pertanyaan = ("u8",) if items.ragu else ()
    filled = _n_filled(cursor, sheet, head)
    columns = map_columns(sheet, head.cells, items, filled, timed, findings)
    targets: dict[str, list[int]] = {}
    for column in columns:
        targets.setdefault(column.target, []).append(column.index)
    shown = _projection(sheet, head, targets)
    shown.show(cursor)
    _report_items(sheet, items, findings)
    cells = _item_cells(cursor)
    values = {item: answers.read(counts.items()) for item, counts in cells.items()}
    blanks = {item: [cell for cell in counts if is_blank(cell)] for item, counts in cells.items()}
    return Reading(sheet, head, layout, items, columns, shown, kinds, values, blanks, pertanyaan)


def _timed(sheet: Sheet, head: Head) -> frozenset[int]:
    """Columns headed "Waktu" and the like that hold dates or times, so that they are not the unsur waktu."""
    below = [row.cells for row in sheet.head if row.baris > head.baris]
    return frozenset(
        index
        for index, header in enumerate(head.cells)
        if "waktu" in words(header).split() and look_like_dates(row[index] for row in below)
    )


def _without(headers: Sequence[str], columns: frozenset[int]) -> list[str]:
    return ["" if index in columns else header for index, header in enumerate(headers)]


def _item_cells(cursor: duckdb.DuckDBPyConnection) -> dict[str, dict[str, int]]:
    """Item column → distinct cells of the sheet being shown, with their counts."""
    return {item: cells for item, cells in zip(ITEMS, run(cursor, "isi_butir")[0], strict=True) if cells}


def _provisional(items: Items) -> dict[str, list[int]]:
    """Item columns before 8 and 9 are settled: the two take the places that are left."""
    targets = {item.kolom: [index] for index, (item, _) in items.kolom.items()}
    free = [item.kolom for item in items.instrumen.butir if item.kolom not in targets]
    return targets | {name: [index] for name, index in zip(free, items.ragu or (), strict=False)}


def _projection(sheet: Sheet, head: Head, targets: Mapping[str, Sequence[int]]) -> Projection:
    numbers = [index for index, header in enumerate(head.cells) if field(header) == "nomor"]
    first = min((index for item in ITEMS for index in targets.get(item, ())), default=0)
    return Projection(
        sheet.tabel,
        head.baris,
        {"nomor": tuple(numbers[:1])} | {target: tuple(columns) for target, columns in targets.items()},
        tuple(i for i in range(first) if field(head.cells[i]) != "saran" and i not in sheet.pribadi),
        tuple(i for i in range(sheet.lebar) if i not in numbers),
    )


def _n_filled(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, head: Head) -> dict[int, int]:
    """Column index → number of filled cells among the respondents' rows."""
    respondents = cursor.table(sheet.tabel).filter("baris IN (SELECT baris FROM isian)")
    counts = respondents.aggregate(", ".join(f"count(k{index + 1})" for index in range(sheet.lebar)))
    return dict(enumerate(counts.fetchall()[0]))


def _settled(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    above: Sequence[Head],
    items: Items,
    vocabulary: Vocabulary,
    options: Options,
    findings: Findings,
) -> Items:
    """The items with numbers 8 and 9 in their places, or as they were if nothing tells which is which."""
    assert items.ragu is not None
    eight, nine = items.ragu
    outside = [row for (row,) in run(cursor, "baris_luar", tabel=sheet.tabel, akhir=sheet.baris_akhir)]
    legend_rows: list[Sequence[str]] = [row.cells for row in above]
    if outside:
        raw = cursor.table(sheet.tabel).filter(f"baris IN ({', '.join(map(str, outside))})")
        legend_rows += [cells for _, _, *cells in raw.fetchall()]
    values = {item: answers.read(cells.items()) for item, cells in _item_cells(cursor).items()}
    places = {columns[0]: name for name, columns in _provisional(items).items()}
    labels = numbers_eight_nine.from_labels(
        items, {index: values.get(places[index], []) for index in items.ragu}, vocabulary.label_set
    )
    legend = numbers_eight_nine.from_legend(legend_rows)
    settled = numbers_eight_nine.settle(legend, labels, options.u8)
    if settled is None:
        findings.add("U8_TIDAK_JELAS", lembar=sheet.nama, huruf=letter(eight), huruf_lain=letter(nine))
        return items
    if options.u8 and options.u8 != settled.u8:
        source = "keterangan di dalam berkas" if legend else "pilihan jawaban di kolomnya"
        findings.add("U8_DARI_BERKAS", lembar=sheet.nama, pilihan_nilai=options.u8, sumber=source, arti=settled.u8)
    return numbers_eight_nine.applied(items, settled)


def _report_items(sheet: Sheet, items: Items, findings: Findings) -> None:
    """Items without a column, the option u8 against a header that says otherwise, and an order taken from numbers."""
    present = {item.kolom for item, _ in items.kolom.values()}
    missing = [item for item in items.instrumen.butir if item.kolom not in present and item.peran != "tambahan"]
    if missing and not items.ragu:
        names = ", ".join(item.unsur_kunci or item.teks for item in missing)
        findings.add("BUTIR_TIDAK_ADA", lembar=sheet.nama, daftar=names)
    by_number = [item for item, how in items.kolom.values() if how == POSITION]
    if by_number and items.instrumen.kode not in WELL_KNOWN:
        names = ", ".join(f"{n} {item.unsur_kunci or item.teks}" for n, item in enumerate(by_number, 1))
        findings.add("DIPETAKAN_MENURUT_NOMOR", lembar=sheet.nama, daftar=names)


WELL_KNOWN = ("skm9", "ikm14")
"""Questionnaires whose numbers mean the same everywhere (but for 8 and 9, which are settled apart)."""
