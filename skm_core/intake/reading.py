"""What was understood of one sheet: its header, its columns, its questionnaire and its respondents' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as with_default

import duckdb

from skm_core.intake import answers
from skm_core.intake.block_rows import leave_out_unanswered, repeats_unnamed, report_blocks
from skm_core.intake.blocks import Block, Blocks, find_blocks
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap, Table, as_key, map_columns
from skm_core.intake.header_row import Head
from skm_core.intake.headers import IGNORED, field
from skm_core.intake.items import POSITION, Items, find_items
from skm_core.intake.layouts import Layout, SheetView, layout_of
from skm_core.intake.mapping.value import Kolom
from skm_core.intake.options import Options
from skm_core.intake.own_forms import stated_instrumen
from skm_core.intake.raw import Sheet
from skm_core.intake.row_kinds import Kinds, tell_rows
from skm_core.intake.scratch import ITEMS, Projection
from skm_core.intake.settle_numbers import by_labels, item_cells, provisional, settled
from skm_core.intake.unknown import report_unasked, report_unknown
from skm_core.intake.view import View, look_at
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank


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
    dipetakan: Mapping[str, Kolom] = with_default(default_factory=dict)
    """Target → what a person's mapping says of its column; empty where the sheet was recognised."""

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
        head, fields = (view.head, view.fields) if view else (None, {})
        report_unknown(cursor, sheet, head, blocks.nearest, fields, vocabulary, findings)
        return []
    if repeats_unnamed(cursor, view, blocks):
        findings.add("BLOK_TANPA_NAMA", lembar=sheet.nama, baris=view.head.baris)
        return []
    several = len(blocks.found) > 1
    report_blocks(view, blocks, vocabulary, findings)
    told = _told(cursor, view, blocks, vocabulary) if several else None
    readings = []
    for number, block in enumerate(blocks.found, 1):
        label = f"{sheet.tabel}#{number}" if several else ""
        others = frozenset(
            i for other in blocks.found if other is not block for i in (*other.items.kolom, *other.saran)
        )
        one = _read_block(cursor, view, block, label, others, told, vocabulary, options, findings)
        readings.append(replace(one, blok=(number, len(blocks.found))) if several else one)
    if several:
        leave_out_unanswered(cursor, [one.shown for one in readings])
        readings = [_with_values(cursor, one) for one in readings]
    return readings


def read_without_items(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, vocabulary: Vocabulary) -> Reading | None:
    """A sheet in which no column asks anything: its header and fields; None if a column may be an item."""
    view = look_at(sheet, vocabulary)
    if view is None or find_items([one.text for one in view.askable], vocabulary, None):
        return None
    block = Block(None, Items(vocabulary.instrumen[WELL_KNOWN[0]], {}))
    return _read_block(cursor, view, block, "", frozenset(), None, vocabulary, Options(), Findings())


def _read_block(
    cursor: duckdb.DuckDBPyConnection,
    view: View,
    block: Block,
    label: str,
    elsewhere: frozenset[int],
    told: str | None,
    vocabulary: Vocabulary,
    options: Options,
    findings: Findings,
) -> Reading:
    sheet, head, items = view.sheet, view.head, block.items
    has_number = any(field(header) == "nomor" for header in head.cells)
    seen = SheetView(view.above, head.cells, {i: how for i, (_, how) in items.kolom.items()}, has_number)
    layout = layout_of(seen)
    shown = _projection(view, provisional(items), label)
    shown.show(cursor)
    labels = vocabulary.labels()
    kinds = tell_rows(cursor, shown, sheet.head, head, labels, only_numbered=layout.only_numbered_rows)
    pertanyaan: tuple[str, ...] = ()
    if items.ragu:
        items = settled(cursor, sheet, label, view.above, items, told, vocabulary, options, findings)
        pertanyaan = ("u8",) if items.ragu else ()
    table = Table(sheet, head.cells, view.fields, _n_filled(cursor, sheet), _together(cursor, sheet))
    columns = map_columns(table, replace(block, items=items), elsewhere, findings)
    targets: dict[str, list[int]] = {}
    for column in columns:
        targets.setdefault(column.target, []).append(column.index)
    if keys := view.key_columns(cursor):
        targets["responden"] = list(keys)
        columns = tuple(as_key(one) if one.index in keys and one.target == IGNORED else one for one in columns)
    shown = _projection(view, targets, label)
    service = vocabulary.layanan[block.layanan].nama if label and block.layanan else None
    if _report_items(sheet, items, service, findings):
        spare = [column for column in columns if column.index not in elsewhere and column.index not in view.fields]
        report_unasked(cursor, sheet, head, spare, vocabulary, findings)
    if label:
        columns = tuple(replace(one, layanan=block.layanan) if one.target in ITEMS else one for one in columns)
    reading = Reading(sheet, head, layout, items, columns, shown, kinds, {}, {}, pertanyaan, block.layanan)
    return reading if label else _with_values(cursor, reading)


def _told(cursor: duckdb.DuckDBPyConnection, view: View, blocks: Blocks, vocabulary: Vocabulary) -> str | None:
    """What number 8 means by the answers of any block: one form numbers its questions alike for every service."""
    told = set()
    for block in blocks.found:
        if block.items.ragu:
            _projection(view, provisional(block.items), "").show(cursor)
            told.add(by_labels(cursor, block.items, vocabulary))
    told.discard(None)
    return told.pop() if len(told) == 1 else None


def _with_values(cursor: duckdb.DuckDBPyConnection, reading: Reading) -> Reading:
    """The reading with the cells of its items, once it is clear which rows are its respondents."""
    reading.shown.show(cursor)
    cells = item_cells(cursor)
    values = {item: answers.read(counts.items()) for item, counts in cells.items()}
    blanks = {item: [cell for cell in counts if is_blank(cell)] for item, counts in cells.items()}
    return replace(reading, values=values, blanks=blanks)


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


def _report_items(sheet: Sheet, items: Items, service: str | None, findings: Findings) -> bool:
    """Items without a column, and an order taken from numbers. True if items are missing."""
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
    return bool(missing) and not items.ragu


WELL_KNOWN = ("skm9", "ikm14")
"""Questionnaires whose numbers mean the same everywhere (but for 8 and 9, which are settled apart)."""
