"""What was understood of one sheet: its header, its columns, its questionnaire and its respondents' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb

from skm_core.intake import answers, numbers_eight_nine
from skm_core.intake.block_rows import leave_out_unanswered, repeats_unnamed, report_blocks
from skm_core.intake.blocks import Block, Blocks, find_blocks
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap, Table, map_columns
from skm_core.intake.header_row import Head
from skm_core.intake.headers import field
from skm_core.intake.items import POSITION, Items
from skm_core.intake.layouts import Layout, SheetView, layout_of
from skm_core.intake.options import Options
from skm_core.intake.own_forms import stated_instrumen
from skm_core.intake.raw import Sheet
from skm_core.intake.row_kinds import Kinds, tell_rows
from skm_core.intake.scratch import ITEMS, Projection, run
from skm_core.intake.unknown import report_unknown
from skm_core.intake.view import View, look_at
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, letter


@dataclass(frozen=True, slots=True)
class Reading:
    """One questionnaire of a sheet understood: the sheet, or one rating block of it.

    `values`: item column (b1…) → its distinct cells taken apart; `blanks`: those that mean "not answered". `layanan`:
    service named by the headings; `blok`: (which, of how many) if rows hold several questionnaires.
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
    layanan: str | None = None
    blok: tuple[int, int] | None = None

    def column(self, target: str) -> ColumnMap | None:
        """The first column that carries a target, if any."""
        return next((one for one in self.columns if one.target == target), None)

    @property
    def label(self) -> str:
        """Name under which rows left out are noted."""
        return self.shown.label or self.shown.table


def read_sheet(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, vocabulary: Vocabulary, options: Options, findings: Findings
) -> list[Reading]:
    """Understand a sheet: a reading per rating block; none if it holds no questionnaire (then `findings` says why)."""
    view = look_at(sheet, vocabulary)
    stated = options.instrumen or (stated_instrumen(sheet, view.head, vocabulary) if view else None)
    blocks = find_blocks(view.askable, vocabulary, stated) if view else Blocks(())
    if view is None or not blocks.found:
        report_unknown(cursor, sheet, view.head if view else None, blocks.nearest, vocabulary, findings)
        return []
    if repeats_unnamed(cursor, view, blocks):
        findings.add("BLOK_TANPA_NAMA", lembar=sheet.nama, baris=view.head.baris)
        return []
    several = len(blocks.found) > 1
    report_blocks(view, blocks, vocabulary, findings)
    readings = []
    for number, block in enumerate(blocks.found, 1):
        label = f"{sheet.tabel}#{number}" if several else ""
        others = frozenset(
            i for other in blocks.found if other is not block for i in (*other.items.kolom, *other.saran)
        )
        one = _read_block(cursor, view, block, label, others, vocabulary, options, findings)
        readings.append(replace(one, blok=(number, len(blocks.found))) if several else one)
    if several:
        leave_out_unanswered(cursor, [one.shown for one in readings])
        readings = [_with_values(cursor, one) for one in readings]
    return readings


def _read_block(
    cursor: duckdb.DuckDBPyConnection,
    view: View,
    block: Block,
    label: str,
    elsewhere: frozenset[int],
    vocabulary: Vocabulary,
    options: Options,
    findings: Findings,
) -> Reading:
    sheet, head, items = view.sheet, view.head, block.items
    has_number = any(field(header) == "nomor" for header in head.cells)
    seen = SheetView(view.above, head.cells, {i: how for i, (_, how) in items.kolom.items()}, has_number)
    layout = layout_of(seen)
    shown = _projection(view, _provisional(items), label)
    shown.show(cursor)
    kinds = tell_rows(cursor, shown, sheet.head, head, only_numbered=layout.only_numbered_rows)
    pertanyaan: tuple[str, ...] = ()
    if items.ragu:
        items = _settled(cursor, sheet, label, view.above, items, vocabulary, options, findings)
        pertanyaan = ("u8",) if items.ragu else ()
    table = Table(sheet, head.cells, view.fields, _n_filled(cursor, sheet), _together(cursor, sheet))
    columns = map_columns(table, replace(block, items=items), elsewhere, findings)
    targets: dict[str, list[int]] = {}
    for column in columns:
        targets.setdefault(column.target, []).append(column.index)
    if keys := view.key_columns(cursor):
        targets["responden"] = list(keys)
    shown = _projection(view, targets, label)
    service = vocabulary.layanan[block.layanan].nama if label and block.layanan else None
    _report_items(sheet, items, service, findings)
    reading = Reading(sheet, head, layout, items, columns, shown, kinds, {}, {}, pertanyaan, block.layanan)
    return reading if label else _with_values(cursor, reading)


def _with_values(cursor: duckdb.DuckDBPyConnection, reading: Reading) -> Reading:
    """The reading with the cells of its items, once it is clear which rows are its respondents."""
    reading.shown.show(cursor)
    cells = _item_cells(cursor)
    values = {item: answers.read(counts.items()) for item, counts in cells.items()}
    blanks = {item: [cell for cell in counts if is_blank(cell)] for item, counts in cells.items()}
    return replace(reading, values=values, blanks=blanks)


def _item_cells(cursor: duckdb.DuckDBPyConnection) -> dict[str, dict[str, int]]:
    """Item column → distinct cells of the sheet being shown, with their counts."""
    return {item: cells for item, cells in zip(ITEMS, run(cursor, "isi_butir")[0], strict=True) if cells}


def _provisional(items: Items) -> dict[str, list[int]]:
    """Item columns before 8 and 9 are settled: the two take the places that are left."""
    targets = {item.kolom: [index] for index, (item, _) in items.kolom.items()}
    free = [item.kolom for item in items.instrumen.butir if item.kolom not in targets]
    return targets | {name: [index] for name, index in zip(free, items.ragu or (), strict=False)}


def _projection(view: View, targets: Mapping[str, Sequence[int]], label: str) -> Projection:
    sheet = view.sheet
    numbers = [index for index, header in enumerate(view.head.cells) if field(header) == "nomor"]
    first = min((index for item in ITEMS for index in targets.get(item, ())), default=0)
    return Projection(
        sheet.tabel,
        view.head.baris,
        {"nomor": tuple(numbers[:1])} | {target: tuple(columns) for target, columns in targets.items()},
        tuple(i for i in range(first) if view.fields.get(i) != "saran" and i not in sheet.pribadi),
        tuple(i for i in range(sheet.lebar) if i not in numbers),
        label,
        view.finished,
        view.utc,
    )


def _n_filled(cursor: duckdb.DuckDBPyConnection, sheet: Sheet) -> dict[int, int]:
    """Column index → number of filled cells among the respondents' rows."""
    respondents = cursor.table(sheet.tabel).filter("baris IN (SELECT baris FROM isian)")
    counts = respondents.aggregate(", ".join(f"count(k{index + 1})" for index in range(sheet.lebar)))
    return dict(enumerate(counts.fetchall()[0]))


def _together(cursor: duckdb.DuckDBPyConnection, sheet: Sheet) -> Callable[[Sequence[int]], bool]:
    """Whether some respondent's row has more than one of these columns filled."""

    def asked(columns: Sequence[int]) -> bool:
        n = " + ".join(f"(k{index + 1} IS NOT NULL)::INTEGER" for index in columns)
        rows = cursor.table(sheet.tabel).filter("baris IN (SELECT baris FROM isian)").filter(f"{n} > 1")
        return bool(rows.limit(1).fetchall())

    return asked


def _settled(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    label: str,
    above: Sequence[Head],
    items: Items,
    vocabulary: Vocabulary,
    options: Options,
    findings: Findings,
) -> Items:
    """The items with numbers 8 and 9 in their places, or as they were if nothing tells which is which."""
    assert items.ragu is not None
    eight, nine = items.ragu
    outside = [row for (row,) in run(cursor, "baris_luar", tabel=label or sheet.tabel, akhir=sheet.baris_akhir)]
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


def _report_items(sheet: Sheet, items: Items, service: str | None, findings: Findings) -> None:
    """Items without a column, the option u8 against a header that says otherwise, and an order taken from numbers."""
    present = {item.kolom for item, _ in items.kolom.values()}
    missing = [item for item in items.instrumen.butir if item.kolom not in present and item.peran != "tambahan"]
    if missing and not items.ragu:
        names = ", ".join(item.unsur_kunci or item.teks for item in missing)
        blok = f" (layanan {service})" if service else ""
        findings.add("BUTIR_TIDAK_ADA", lembar=sheet.nama, daftar=names, blok=blok)
    by_number = [item for item, how in items.kolom.values() if how == POSITION]
    if by_number and items.instrumen.kode not in WELL_KNOWN:
        names = ", ".join(f"{n} {item.unsur_kunci or item.teks}" for n, item in enumerate(by_number, 1))
        findings.add("DIPETAKAN_MENURUT_NOMOR", lembar=sheet.nama, daftar=names)


WELL_KNOWN = ("skm9", "ikm14")
"""Questionnaires whose numbers mean the same everywhere (but for 8 and 9, which are settled apart)."""
