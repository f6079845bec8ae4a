"""Reads a sheet by a mapping instead of by recognition; the result is the same `Reading` every later step knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from skm_core.intake import answers
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.header_row import Head
from skm_core.intake.headers import IGNORED, MEANING, NUMBER, PERSONAL
from skm_core.intake.items import Items
from skm_core.intake.layouts import Layout
from skm_core.intake.mapping.check import check
from skm_core.intake.mapping.place import header_for, missing, must_drop
from skm_core.intake.mapping.services import left_out, services_read
from skm_core.intake.mapping.value import Kolom, Pemetaan, keys_of
from skm_core.intake.raw import Sheet
from skm_core.intake.reading import Reading
from skm_core.intake.row_kinds import tell_rows
from skm_core.intake.scratch import ITEMS, Projection, run
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, letter, words
from skm_core.terms import Butir

BY_MAPPING = "pemetaan"
LAYOUT = Layout(BY_MAPPING, "tabel menurut pemetaan kolom", lambda view: False)


def read_mapped(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, vocabulary: Vocabulary, mapping: Pemetaan, findings: Findings
) -> list[Reading]:
    """Understand a sheet as the mapping says; none if it does not fit (then `findings` says why)."""
    head = header_for(sheet, mapping)
    if head is None:
        lacking = missing(sheet, mapping)
        shown = ", ".join(f'"{one}"' for one in lacking[:5]) + (f" dan {len(lacking) - 5} lagi" if lacking[5:] else "")
        findings.add("PEMETAAN_TIDAK_COCOK", lembar=sheet.nama, pemetaan=_name(mapping), daftar=shown)
        return []
    letters = {key: letter(index) for index, key in enumerate(keys_of(head.cells))}
    wrong = [one.pesan for one in check(mapping, vocabulary, letters) if one.salah]
    for sentence in wrong:
        findings.add("PEMETAAN_SALAH", lembar=sheet.nama, pemetaan=_name(mapping), alasan=sentence)
    if wrong:
        return []
    return [read_columns(cursor, sheet, head, vocabulary, mapping, findings)]


def read_columns(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    head: Head,
    vocabulary: Vocabulary,
    mapping: Pemetaan,
    findings: Findings,
) -> Reading:
    """The sheet under this header row, by a mapping that was checked."""
    instrumen = vocabulary.instrumen[mapping.instrumen]
    by_key, asked = {one.key: one for one in mapping.kolom}, {item.kolom: item for item in instrumen.butir}
    found = {index: by_key.get(key) for index, key in enumerate(keys_of(head.cells))}
    columns = tuple(
        column for index, chosen in found.items() if (column := _column(sheet, head, index, chosen, asked)) is not None
    )
    targets: dict[str, list[int]] = {}
    for column in columns:
        targets.setdefault(column.target, []).append(column.index)
    items = Items(instrumen, {c.index: (asked[c.target], BY_MAPPING) for c in columns if c.target in asked})
    shown = _projection(sheet, head, targets, columns)
    shown.show(cursor)
    labels = vocabulary.labels() | {words(label) for one in mapping.kolom for label, _ in one.jawaban}
    kinds = tell_rows(cursor, shown, sheet.head, head, labels, only_numbered=False)
    absent = [item for item in instrumen.butir if item.kolom not in targets and item.peran != "tambahan"]
    if absent:
        names = ", ".join(item.unsur_kunci or item.teks for item in absent)
        findings.add("BUTIR_TIDAK_ADA", lembar=sheet.nama, daftar=names, blok="")
    if others := left_out(head.cells, mapping, vocabulary):
        findings.add("LAYANAN_TIDAK_DIBACA", lembar=sheet.nama, baris=head.baris, rincian=others)
    about = services_read(head.cells, mapping, vocabulary)
    cells = {item: held for item, held in zip(ITEMS, run(cursor, "isi_butir")[0], strict=True) if held}
    return Reading(
        sheet,
        head,
        LAYOUT,
        items,
        columns,
        shown,
        kinds,
        {item: answers.read(counts.items()) for item, counts in cells.items()},
        {item: [cell for cell in counts if is_blank(cell)] for item, counts in cells.items()},
        (),
        layanan=about[0] if len(about) == 1 else None,
        dipetakan={one.target: one for one in mapping.used if one.target in targets},
    )


def _column(sheet: Sheet, head: Head, index: int, chosen: Kolom | None, asked: Mapping[str, Butir]) -> ColumnMap | None:
    header = head.cells[index]
    target = chosen.target if chosen else IGNORED
    if must_drop(sheet, index, header):
        target = PERSONAL
    if not header.strip() and chosen is None:
        return None
    how = target if target in (PERSONAL, IGNORED) else IGNORED if target == NUMBER else BY_MAPPING
    if target in asked:
        item = asked[target]
        meaning = item.teks if item.unsur_kunci is None else f"unsur {item.unsur_kunci}"
    else:
        meaning = MEANING[target]
    return ColumnMap(sheet.nama, index, header, letter(index), target, meaning, how)


def _projection(
    sheet: Sheet, head: Head, targets: Mapping[str, Sequence[int]], columns: Sequence[ColumnMap]
) -> Projection:
    numbers = tuple(targets.get(NUMBER, ()))
    first = min((index for item in ITEMS for index in targets.get(item, ())), default=0)
    dropped = {column.index for column in columns if column.target == PERSONAL}
    return Projection(
        sheet.tabel,
        head.baris,
        {target: tuple(found) for target, found in targets.items() if target not in (PERSONAL, IGNORED)},
        tuple(i for i in range(first) if i not in targets.get("saran", ()) and i not in dropped),
        tuple(i for i in range(sheet.lebar) if i not in numbers),
    )


def _name(mapping: Pemetaan) -> str:
    return f'Pemetaan "{mapping.nama}"' if mapping.nama else "Pemetaan kolom"
