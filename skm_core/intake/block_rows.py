"""The rows of rating blocks: which of them are answered, and what has to be said about them."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from skm_core.intake.blocks import Blocks
from skm_core.intake.collected import Findings
from skm_core.intake.headers import leading_number
from skm_core.intake.items import MIN_SHARE
from skm_core.intake.scratch import Projection, run
from skm_core.intake.view import View
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import BLANK, letter


def repeats_unnamed(cursor: duckdb.DuckDBPyConnection, view: View, blocks: Blocks) -> bool:
    """True if a questionnaire is asked several times in one row and no heading says of which service.

    Questions repeated in the sections of one form, of which each respondent fills one, do not count.
    """
    if blocks.unnamed:
        return True
    if len(blocks.found) > 1:
        return False
    items, instrumen = blocks.found[0].items, blocks.found[0].items.instrumen
    asked: dict[str, list[int]] = {}
    for index, (item, _) in items.kolom.items():
        asked.setdefault(item.kolom, []).append(index)
    for index, heading in enumerate(view.askable):
        number = leading_number(heading.text)
        if index not in items.kolom and index not in (items.ragu or ()) and number:
            asked.setdefault(f"{number[0]}{number[1]}", [-1]).append(index)
    counted = [item for item in instrumen.butir if item.peran != "tambahan"]
    again = [columns for columns in asked.values() if len(columns) > 1 and _answered(cursor, view, columns)]
    return len(again) * MIN_SHARE[1] >= len(counted) * MIN_SHARE[0]


def _answered(cursor: duckdb.DuckDBPyConnection, view: View, columns: Sequence[int]) -> bool:
    """True if a further column holds answers in rows where the first does too (-1: the first is one of the items)."""
    table = cursor.table(view.sheet.tabel).filter(f"baris > {view.head.baris}")
    further = [f"k{index + 1}" for index in columns[1:]]
    if columns[0] >= 0:
        together = " OR ".join(f"(k{columns[0] + 1} IS NOT NULL AND {cell} IS NOT NULL)" for cell in further)
        return bool(table.filter(together).limit(1).fetchall())
    answer = " OR ".join(f"regexp_full_match({cell}, '[1-4]([.,]0+)?|[^0-9]+')" for cell in further)
    return bool(table.filter(answer).limit(1).fetchall())


def leave_out_unanswered(cursor: duckdb.DuckDBPyConnection, shown: Sequence[Projection]) -> None:
    """Note per block the rows that do not answer it. Rows that answer none stay with the first, to be refused there."""
    for one in shown:
        one.show(cursor)
        run(cursor, "blok_kosong", kosong=sorted(BLANK))
    labels = [one.label for one in shown]
    run(cursor, "blok_semua_kosong", pertama=labels[0], blok=labels)


def report_blocks(view: View, blocks: Blocks, vocabulary: Vocabulary, findings: Findings) -> None:
    """Say which services were found side by side, and of which only a part."""
    names = {key: service.nama for key, service in vocabulary.layanan.items()}
    if len(blocks.found) > 1:
        listed = [f"{names[str(one.layanan)]} (mulai kolom {letter(min(one.items.kolom))})" for one in blocks.found]
        findings.add("BLOK_LAYANAN", lembar=view.sheet.nama, n=len(listed), daftar=", ".join(listed))
        if "saran" in {view.fields.get(i) for i in view.fields if not any(i in one.saran for one in blocks.found)}:
            findings.add("SARAN_UMUM", lembar=view.sheet.nama)
    for key, items in blocks.partial:
        findings.add(
            "BLOK_TIDAK_LENGKAP",
            lembar=view.sheet.nama,
            kolom=view.head.cells[min((*items.kolom, *(items.ragu or ())))],
            nama=f"layanan {names[key]}" if key else "tanpa nama layanan",
            daftar=", ".join(sorted({item.unsur_kunci or item.teks for item, _ in items.kolom.values()})),
        )
