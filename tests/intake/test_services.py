"""The export of every form service, in every variant, gives the same stored answers and the same IKM."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from skm_core import scoring
from skm_core.intake import ingest
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.intake import corpus
from tests.intake.conftest import Read, codes
from tests.intake.corpus import FOUND, Case
from tests.intake.files import ASKED
from tests.intake.services import PLACES, SERVICES

CHOSEN = {"periode": "2019-q2", "pengumpul": "kelurahan"}
Row = tuple[Any, ...]


def expected(*, six: bool, dated: bool) -> list[Row]:
    """What the answers must become: one row per person, or one per person and service judged."""
    rows: list[Row] = []
    for person in FOUND:
        judged = [key for key in SERVICES if key in person.nilai] if six else [person.one]
        day = person.waktu.date() if dated else None
        for number, service in enumerate(judged):
            saran = person.saran or None if number == 0 else None
            known = (service, PLACES[person.kelurahan][1], day, person.jenis_kelamin, person.usia, saran)
            rows.append((*known, *(person.nilai[service][key] for key in ASKED)))
    return sorted(rows, key=repr)


def longhand(rows: list[Row]) -> Fraction:
    """IKM of these rows by the rule, without the product's code."""
    given = [[row[6 + item] for row in rows if row[6 + item] is not None] for item in range(9)]
    return 25 * sum(Fraction(sum(values), len(values)) for values in given) / 9


def kept(store: Store, case: Case, read: Read) -> tuple[list[Row], list[set[int]]]:
    """Rows stored of a file, and the respondents' keys of every row of the file."""
    draft = read(case.data(), case.file, kode1=case.kode1, **CHOSEN)
    assert draft.layout is not None and draft.layout.kunci == case.layout, codes(draft)
    assert not draft.refused and draft.n_ditolak == 0, [finding.pesan for finding in draft.temuan]
    receipt = ingest(store, draft, pengunggah="uji")
    _, rows = store.fetch(
        "SELECT layanan_kode, wilayah_kode, tanggal, jenis_kelamin, usia, saran, COLUMNS('^b[1-9]$') FROM kuesioner "
        "WHERE unggahan_id = $1",
        [receipt.unggahan_id],
    )
    _, keys = store.fetch("SELECT list(responden_kunci) FROM kuesioner GROUP BY baris")
    return sorted(rows, key=repr), [set(found) for (found,) in keys]


def checked(case: Case, store: Store, read: Read) -> None:
    rows, keys = kept(store, case, read)
    wanted = expected(six=case.six, dated=case.tanggal)
    assert rows == wanted
    assert len(keys) == len(FOUND) and all(len(one) == 1 for one in keys)
    assert len({key for one in keys for key in one}) == len(FOUND)
    (figure,) = scoring.score(store, Pilihan(pengumpul="kelurahan"))
    assert figure.ikm_exact == longhand(wanted)


@pytest.mark.parametrize("case", corpus.cases("baku"), ids=lambda case: case.name)
def test_every_variant_gives_the_same_answers(case: Case, store: Store, read: Read) -> None:
    checked(case, store, read)


@pytest.mark.parametrize("case", corpus.cases("pendek", shuffled=True), ids=lambda case: case.name)
def test_columns_in_any_order(case: Case, store: Store, read: Read) -> None:
    checked(case, store, read)


@pytest.mark.parametrize("case", corpus.cases("nama unsur"), ids=lambda case: case.name)
def test_names_of_the_unsur_as_questions(case: Case, store: Store, read: Read) -> None:
    checked(case, store, read)


@pytest.mark.parametrize("case", corpus.cases("menurut Anda"), ids=lambda case: case.name)
def test_paraphrased_questions(case: Case, store: Store, read: Read) -> None:
    checked(case, store, read)


def test_codes_of_an_array_in_small_letters(store: Store, read: Read) -> None:
    (case,) = (one for one in corpus.cases("baku") if one.name == "lime larik kode")
    checked(case._replace(data=lambda: case.data().replace(b"[SQ", b"[sq")), store, read)
