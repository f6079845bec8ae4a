"""Reads a changed file through the real intake and says what is wrong with the outcome, if anything."""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from skm_core import checks, reference, scoring
from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.store import Store
from skm_core.terms import SEMUA
from tests.fuzz.fixtures import Fixture
from tests.fuzz.mutate import HARMLESS, Changed
from tests.fuzz.reader import Reading, readings, worth

SECONDS = 10
DITERIMA, SEBAGIAN, DITOLAK = "diterima", "sebagian", "ditolak"
TURNED = "LEMBAR_DIPUTAR"
Place = tuple[str | None, int, str]
"""Sheet, row, layanan."""


@dataclass(frozen=True)
class Outcome:
    """What became of a file: its answers by place (item → value), the index, the findings, and every fault met."""

    hasil: str
    jawaban: Mapping[Place, Mapping[str, int]] = field(default_factory=dict)
    wilayah: Mapping[Place, str] = field(default_factory=dict)
    ikm: Fraction | None = None
    temuan: tuple[str, ...] = ()
    kolom: Mapping[tuple[str | None, str, str | None], tuple[int, ...]] = field(default_factory=dict)
    """(sheet, item, layanan) → its columns."""
    unsur: Mapping[str, str | None] = field(default_factory=dict)
    salah: tuple[str, ...] = ()
    tak_terbaca: bool = False
    """True if answers were stored and the independent reader could not open the file."""


def outcome(data: bytes, file: str, options: Mapping[str, str]) -> Outcome:
    """Read, check, store in an empty database, and compare with what the file holds."""
    started = time.process_time()
    try:
        with Store() as store:
            reference.seed(store)
            started = time.process_time()
            raw = read_file(data, file)
            try:
                draft = prepare(store, raw, Options(**options))  # type: ignore[arg-type]
                found = _refused(draft) if draft.refused else _stored(store, draft)
            finally:
                raw.close()
    except Exception:
        return Outcome(DITOLAK, salah=(f"galat: {traceback.format_exc(limit=-6)}",))
    spent = time.process_time() - started
    wrong = [*found.salah, *((f"lama: {spent:.1f} detik",) if spent > SECONDS else ())]
    wrong += [f"kalimat: {one.kode}: {one.pesan}" for one in draft.temuan if not one.pesan.strip()]
    unreadable = False
    if found.jawaban:
        ways = readings(data)
        unreadable = not ways
        if ways:
            wrong += invented(found, ways, turned=TURNED in found.temuan)
    return Outcome(
        found.hasil,
        found.jawaban,
        found.wilayah,
        found.ikm,
        found.temuan,
        found.kolom,
        found.unsur,
        tuple(wrong),
        unreadable,
    )


def _refused(draft: Draft) -> Outcome:
    kinds = tuple(one.kode for one in draft.temuan)
    return Outcome(DITOLAK, temuan=kinds, salah=() if kinds else ("ditolak tanpa temuan",))


def _stored(store: Store, draft: Draft) -> Outcome:
    assert draft.instrumen is not None
    receipt = ingest(store, draft, pengunggah="uji")
    wrong = [f"verify: {found.check}" for found in checks.verify(store)]
    items = [item.kolom for item in draft.instrumen.butir]
    _, rows = store.fetch("SELECT lembar, baris, layanan_kode, wilayah_kode, COLUMNS('^b[0-9]+$') FROM kuesioner")
    answers, places = {}, {}
    for lembar, baris, layanan, wilayah, *values in rows:
        place = (lembar, baris, layanan)
        if place in answers:
            wrong.append(f"dua kali: {place}")
        answers[place] = {name: value for name, value in zip(items, values, strict=False) if value is not None}
        places[place] = wilayah
    if len(rows) != receipt.n_diterima or len(rows) != draft.n_diterima:
        wrong.append(f"jumlah: {len(rows)} tersimpan, {receipt.n_diterima} disebut, {draft.n_diterima} di pratinjau")
    columns: dict[tuple[str | None, str, str | None], tuple[int, ...]] = {}
    for one in draft.columns:
        if one.target in items:
            key = (one.lembar, one.target, one.layanan)
            columns[key] = (*columns.get(key, ()), one.index)
    figures = scoring.score(store, SEMUA)
    return Outcome(
        SEBAGIAN if draft.n_ditolak else DITERIMA,
        answers,
        places,
        figures[0].ikm_exact if figures else None,
        tuple(one.kode for one in draft.temuan),
        columns,
        {item.kolom: item.unsur_kunci for item in draft.instrumen.butir},
        tuple(wrong),
    )


def invented(found: Outcome, ways: list[Reading], *, turned: bool) -> list[str]:
    """Questionnaires whose answers do not stand in their row of the file, each answer in a cell of its own."""
    wrong = []
    for place, answers in found.jawaban.items():
        lembar, baris, _ = place
        own = [way for way in ways if way.nama == lembar] or ways
        rows: list[list[str]] = []
        for way in own:
            if turned:
                rows += [
                    [row[n] for row in way.rows if n < len(row)] for n in range(max(map(len, way.rows), default=0))
                ]
            elif way.numbered:
                rows += way.rows[baris - 1 : baris]
        if not any(_holds(row, answers, found.unsur) for row in rows):
            loose = [row for way in own if not way.numbered for row in way.rows]
            if not any(_holds(row, answers, found.unsur) for row in loose):
                wrong.append(f"tidak ada di berkas: {place} {dict(answers)}; baris itu: {rows[:2]}")
    return wrong[:3]


def _holds(row: list[str], answers: Mapping[str, int], unsur: Mapping[str, str | None]) -> bool:
    """True if every answer has a cell of its own in the row that is worth it (a matching)."""
    fits = {
        item: [i for i, cell in enumerate(row) if value in worth(cell, unsur.get(item))]
        for item, value in answers.items()
    }
    taken: dict[int, str] = {}

    def seat(item: str, tried: set[int]) -> bool:
        for cell in fits[item]:
            if cell not in tried:
                tried.add(cell)
                if cell not in taken or seat(taken[cell], tried):
                    taken[cell] = item
                    return True
        return False

    return all(seat(item, set()) for item in sorted(answers, key=lambda item: len(fits[item])))


def faults(fixture: Fixture, base: Outcome, change: Changed) -> tuple[Outcome, list[str]]:
    """What became of a changed fixture, and what is wrong with it, seen against the unchanged one."""
    found = outcome(change.data, fixture.file, fixture.options)
    wrong = list(found.salah)
    if change.cara in HARMLESS:
        if found.hasil != base.hasil:
            wrong.append(f"makna sama, tetapi {found.hasil}: {found.temuan}")
        elif found.ikm != base.ikm or _content(found) != _content(base):
            wrong.append(f"makna sama, tetapi jawabannya lain: IKM {found.ikm} dan bukan {base.ikm}")
    elif change.sentuh and found.hasil != DITOLAK and TURNED not in (*base.temuan, *found.temuan):
        wrong += _moved(base, found, change.sentuh)
    return found, wrong


def _content(found: Outcome) -> list[str]:
    return sorted(
        f"{place[2]} {found.wilayah[place]} {sorted(values.items())}" for place, values in found.jawaban.items()
    )


def _moved(base: Outcome, found: Outcome, touched: int) -> list[str]:
    """Questionnaires of other rows than the one that was changed must be there with the same answers."""
    return [
        f"baris lain berubah: {place}: {dict(values)} menjadi {dict(found.jawaban.get(place, {}))}; {found.temuan}"
        for place, values in base.jawaban.items()
        if place[1] != touched and found.jawaban.get(place) != values
    ][:2]
