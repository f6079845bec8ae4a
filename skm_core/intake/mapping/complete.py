"""A proposal with the worth of every answer: what the screen starts from, and what `mapping propose` writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import duckdb

from skm_core.intake import answers
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.dates import TIME_SQL, read_dates
from skm_core.intake.header_row import find_header
from skm_core.intake.mapping.place import candidates, head_at
from skm_core.intake.mapping.propose import Usulan, propose
from skm_core.intake.mapping.reading import read_columns
from skm_core.intake.mapping.value import ORDERS, Pemetaan, answer_key
from skm_core.intake.mapping.worth import prefilled
from skm_core.intake.raw import RawFile, Sheet
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run, work
from skm_core.intake.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One distinct answer of an item column: its key, how the file writes it most often, how often, proposed worth."""

    key: str
    tulisan: str
    n: int
    usul: str


def header_row(sheet: Sheet, vocabulary: Vocabulary) -> int:
    """Number of the row that seems to be the header; the first row with two filled cells if nothing tells."""
    found = find_header(sheet.head, [item.teks for one in vocabulary.instrumen.values() for item in one.butir])
    return found.baris if found else next((head.baris for head in candidates(sheet)), 1)


def understood(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, baris: int, vocabulary: Vocabulary, mapping: Pemetaan
) -> Reading:
    """The sheet as a mapping under work would read it, with the answers of its item columns; contradictions aside."""
    cursor.execute("TRUNCATE lewati")  # which rows are no respondents depends on the mapping; an earlier one may differ
    head = head_at(sheet, baris)
    once = tuple({one.target if one.target != "saran" else one.key: one for one in mapping.used}.values())
    mapping = replace(mapping, kolom=once)
    return read_columns(cursor, sheet, head, vocabulary, mapping, Findings())


def answers_of(reading: Reading, vocabulary: Vocabulary) -> Mapping[str, list[Jawaban]]:
    """b1… → its distinct answers, the proposed worth ascending, unknown ones last."""
    sets = {item.kolom: answers.label_sets(item, vocabulary.label_set) for item, _ in reading.items.kolom.values()}
    used = answers.habits(answers.best_sets(reading.values.get(item, []), own) for item, own in sets.items())
    found = {}
    for item, allowed in sets.items():
        values = reading.values.get(item, [])
        column = reading.column(item)
        proposed = prefilled(values, allowed, used, column.header if column else "")
        counts: Counter[str] = Counter()
        written: dict[str, answers.Value] = {}
        for value in values:
            key = answer_key(value.cell)
            counts[key] += value.n
            if key not in written or written[key].n < value.n:
                written[key] = value
        each = [Jawaban(key, written[key].cell, n, proposed[key]) for key, n in counts.items()]
        found[item] = sorted(each, key=lambda one: (one.usul == "", one.usul, -one.n))
    return found


@dataclass(frozen=True, slots=True)
class DuaArti:
    """A date that can be read both ways, and the order by which all dates fall into one known periode, if one does."""

    sel: str
    urutan: str | None = None
    periode: str = ""


def date_choice(cursor: duckdb.DuckDBPyConnection, reading: Reading, vocabulary: Vocabulary) -> DuaArti | None:
    """What is unclear in the dates of a sheet; None if one of them tells which number is the month."""
    if reading.column("tanggal") is None:
        return None
    reading.shown.show(cursor)
    cells = run(cursor, "isi_profil", jam=TIME_SQL)[0][0] or []
    example = read_dates(sorted(cells)).dua_arti
    if example is None:
        return None
    fits = {}
    for order in ORDERS:
        days = read_dates(sorted(cells), order).nilai.values()
        for periode in vocabulary.periode.values():
            start, end = periode.mulai, periode.selesai
            if days and start and end and all(start <= day <= end for day in days):
                fits[order] = periode.nama
    return DuaArti(example, *next(iter(fits.items()))) if len(fits) == 1 else DuaArti(example)


def proposal(
    raw: RawFile, vocabulary: Vocabulary, *, instrumen: str | None = None, known: Iterable[ColumnMap] = ()
) -> Pemetaan:
    """The whole proposal for the first sheet with content; '' is the worth of an answer that is not known."""
    cursor = work(raw.connection)
    sheet = next(sheet for sheet in raw.lembar if sheet.n_baris)
    usulan = propose(cursor, sheet, header_row(sheet, vocabulary), vocabulary, instrumen=instrumen, known=known)
    return with_answers(cursor, sheet, usulan, vocabulary)


def with_answers(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, usulan: Usulan, vocabulary: Vocabulary) -> Pemetaan:
    """The proposal as a mapping that lists every answer; '' stands for a worth a person must still give."""
    mapping = usulan.pemetaan
    reading = understood(cursor, sheet, usulan.head.baris, vocabulary, mapping)
    listed = answers_of(reading, vocabulary)
    return replace(
        mapping,
        kolom=tuple(
            replace(one, jawaban=tuple((each.key, each.usul) for each in listed.get(one.target, [])))
            for one in mapping.kolom
        ),
    )
