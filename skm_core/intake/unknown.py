"""Says why a sheet holds no known questionnaire: another scale, numbers that fit none, or nothing known at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from skm_core.findings import cut
from skm_core.intake import answers
from skm_core.intake.collected import Findings
from skm_core.intake.header_row import Head
from skm_core.intake.headers import field, number_run, numbered_any
from skm_core.intake.items import Items
from skm_core.intake.raw import Sheet
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import letter, words
from skm_core.reference import LabelSet

MAX_DISTINCT = 30
"""A column with more different cells holds no answers."""


def report_unknown(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    head: Head | None,
    items: Items | None,
    vocabulary: Vocabulary,
    findings: Findings,
) -> None:
    """Add the one finding that helps most."""
    if head is None:
        findings.add("TATA_LETAK_TIDAK_DIKENAL", lembar=sheet.nama, rincian="")
        return
    scale, refused = answers.Scale(), [one for one in vocabulary.label_set if not one.boleh]
    general = answers.label_sets(None, vocabulary.label_set)  # whose question a column is, is not known here
    general += [{words(k): v for k, v in one.nilai.items()} for one in vocabulary.label_set if one.boleh]
    general += [
        {words(k): v for v, k in enumerate(item.label, 1)}
        for one in vocabulary.instrumen.values()
        for item in one.butir
    ]
    below = cursor.table(sheet.tabel).filter(f"baris > {head.baris}")
    for index, header in enumerate(head.cells):
        if index in sheet.pribadi or field(header) is not None:
            continue
        cells = below.aggregate(f"k{index + 1} AS isi, count(*) AS n").filter("isi IS NOT NULL").limit(MAX_DISTINCT + 1)
        values = answers.read(cells.fetchall())
        if _looks_like_answers(values, general, refused):
            answers.weigh_scale(scale, index, values, general, refused)
    if scale.longer:
        report_scale(cursor, sheet, head, scale, findings)
        return
    run = number_run(head.cells) or {i: f for i, h in enumerate(head.cells) if (f := numbered_any(h))}
    names = [head.cells[index] for index in run]
    if len(names) >= 5 and not (items and items.kolom):
        findings.add("JUMLAH_NOMOR_TIDAK_COCOK", lembar=sheet.nama, pertama=names[0], terakhir=names[-1], n=len(names))
        return
    found = sorted({item.unsur_kunci or item.teks for item, _ in items.kolom.values()}) if items else []
    detail = f" (hanya {', '.join(found)})" if found else ""
    findings.add("TATA_LETAK_TIDAK_DIKENAL", lembar=sheet.nama, rincian=detail)


def _looks_like_answers(
    values: Sequence[answers.Value], general: Sequence[Mapping[str, int]], refused: Sequence[LabelSet]
) -> bool:
    n = sum(value.n for value in values)
    labels = {label for known in general for label in known}
    labels |= {words(label) for one in refused for label in one.nilai}
    known = sum(
        value.n
        for value in values
        if value.label in labels or (value.label is None and value.number is not None and value.number <= 10)
    )
    return n > 0 and 5 * known >= 4 * n and len(values) <= MAX_DISTINCT


def report_scale(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, head: Head, scale: answers.Scale, findings: Findings
) -> None:
    """The finding that refuses a longer scale, with up to three examples by row and column."""
    examples = []
    for index, cell in scale.examples[:3]:
        here = cursor.table(sheet.tabel).filter(f"baris > {head.baris}")
        same = here.filter(duckdb.ColumnExpression(f"k{index + 1}") == duckdb.ConstantExpression(cell))
        examples.append((same.aggregate("min(baris)").fetchall()[0][0], index, cell))
    row, index, cell = examples[0]
    findings.add(
        "SKALA_BUKAN_EMPAT",
        lembar=sheet.nama,
        baris=row,
        kolom=head.cells[index],
        nilai=cell,
        skala=scale.names.most_common(1)[0][0],
        contoh="; ".join(f'baris {baris}, kolom {letter(i)}: "{cut(isi)}"' for baris, i, isi in examples),
    )
