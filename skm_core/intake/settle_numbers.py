"""Settles numbers 8 and 9 of one sheet from what stands in it, else by the option."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from skm_core.intake import answers, numbers_eight_nine
from skm_core.intake.collected import Findings
from skm_core.intake.header_row import Head
from skm_core.intake.items import Items
from skm_core.intake.options import Options
from skm_core.intake.raw import Sheet
from skm_core.intake.scratch import ITEMS, run
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import letter


def item_cells(cursor: duckdb.DuckDBPyConnection) -> dict[str, dict[str, int]]:
    """Item column → distinct cells of the sheet being shown, with their counts."""
    return {item: cells for item, cells in zip(ITEMS, run(cursor, "isi_butir")[0], strict=True) if cells}


def provisional(items: Items) -> dict[str, list[int]]:
    """Item columns before 8 and 9 are settled: the two take the places that are left."""
    targets = {item.kolom: [index] for index, (item, _) in items.kolom.items()}
    free = [item.kolom for item in items.instrumen.butir if item.kolom not in targets]
    return targets | {name: [index] for name, index in zip(free, items.ragu or (), strict=False)}


def by_labels(cursor: duckdb.DuckDBPyConnection, items: Items, vocabulary: Vocabulary) -> str | None:
    """What number 8 means by the answers of the rows being shown; None if they do not tell."""
    values = {item: answers.read(cells.items()) for item, cells in item_cells(cursor).items()}
    places = {columns[0]: name for name, columns in provisional(items).items()}
    return numbers_eight_nine.from_labels(
        items, {index: values.get(places[index], []) for index in items.ragu or ()}, vocabulary.label_set
    )


def settled(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    label: str,
    above: Sequence[Head],
    items: Items,
    told: str | None,
    vocabulary: Vocabulary,
    options: Options,
    findings: Findings,
) -> Items:
    """The items with numbers 8 and 9 in their places, or as they were if nothing tells which is which.

    `told`: what other rating blocks of the sheet tell.
    """
    assert items.ragu is not None
    eight, nine = items.ragu
    outside = [row for (row,) in run(cursor, "baris_luar", tabel=label or sheet.tabel, akhir=sheet.baris_akhir)]
    legend_rows: list[Sequence[str]] = [row.cells for row in above]
    if outside:
        raw = cursor.table(sheet.tabel).filter(f"baris IN ({', '.join(map(str, outside))})")
        legend_rows += [cells for _, _, *cells in raw.fetchall()]
    labels = by_labels(cursor, items, vocabulary) or told
    legend = numbers_eight_nine.from_legend(legend_rows)
    found = numbers_eight_nine.settle(legend, labels, options.u8)
    if found is None:
        findings.add("U8_TIDAK_JELAS", lembar=sheet.nama, huruf=letter(eight), huruf_lain=letter(nine))
        return items
    if options.u8 and options.u8 != found.u8:
        source = "keterangan di dalam berkas" if legend else "pilihan jawaban di kolomnya"
        findings.add("U8_DARI_BERKAS", lembar=sheet.nama, pilihan_nilai=options.u8, sumber=source, arti=found.u8)
    return numbers_eight_nine.applied(items, found)
