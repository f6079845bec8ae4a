"""Whatever the headers are called and in whatever order they stand: with its mapping a file gives the same answers."""

from __future__ import annotations

import string
from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skm_core import reference, scoring
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.intake.mapping.place import must_drop
from skm_core.intake.mapping.value import Kolom, Pemetaan, from_json, header_key
from skm_core.store import Store
from tests.build import KAPUK, UNSUR, csv_bytes, form
from tests.mapping.forms import COLUMN, table, worth

FIELDS = ("kode_kelurahan", "layanan", "periode")
ANSWERS = st.lists(st.integers(1, 4) | st.none(), min_size=9, max_size=9).filter(any)
WORD = st.text(string.ascii_letters, min_size=3, max_size=9)
HEADERS = st.lists(st.lists(WORD, min_size=1, max_size=4).map(" ".join), min_size=14, max_size=14, unique_by=header_key)
LABELS = st.lists(st.lists(WORD, min_size=2, max_size=3).map(" ".join), min_size=4, max_size=4, unique_by=header_key)


def outcome(data: bytes, mapping: Pemetaan | None) -> tuple[list[tuple[Any, ...]], Any]:
    """What is stored of a file, in row order, and the exact index."""
    with Store() as store:
        reference.seed(store)
        draft = prepare(store, read_file(data, "a.csv"), Options(pengumpul="kelurahan", pemetaan=mapping))
        assert not draft.refused, [finding.pesan for finding in draft.temuan]
        assert draft.n_ditolak == 0
        ingest(store, draft, pengunggah="uji")
        names = ", ".join(["periode_kode", "layanan_kode", "wilayah_kode", *COLUMN.values()])
        rows = store.fetch(f"SELECT {names} FROM kuesioner ORDER BY baris")[1]
        return rows, scoring.score(store)[0].ikm


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANSWERS, min_size=2, max_size=8), HEADERS, LABELS, st.randoms(use_true_random=False))
def test_the_same_answers_and_the_same_index(
    forms: Sequence[Sequence[int | None]], headers: list[str], labels: list[str], random: Any
) -> None:
    assume(not {*map(header_key, headers)} & {*map(header_key, labels)})  # a row of headers is no answer
    standard = csv_bytes(form(answers) for answers in forms)
    here = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan"]
    names = dict(zip([*here, *FIELDS, "x", "y"], headers, strict=True))
    told = {**{key: COLUMN[key] for key in here}, **{name: name for name in FIELDS}, "x": "diabaikan", "y": "diabaikan"}
    order = [*names]
    random.shuffle(order)
    by_words = random.sample(here, 5)
    rows: list[list[object]] = [[names[key] for key in order]]
    for answers in forms:
        by_key = dict(zip(UNSUR, answers, strict=True))
        cells: dict[str, object] = {
            "kode_kelurahan": KAPUK,
            "layanan": "posyandu",
            "periode": "2019-q2",
            "x": "?",
            "y": 7,
        }
        for key, value in by_key.items():
            cells[key] = labels[value - 1] if value and key in by_words else value
        rows.append([cells[key] for key in order])
    columns = [
        Kolom(names[key], told[key], jawaban=worth(labels) if key in by_words else ())
        for key in random.sample(order, len(order))
    ]
    mapping = from_json(Pemetaan("skm9", tuple(columns)).as_json())
    file = table(rows)
    raw = read_file(file, "a.csv")
    # a header that happens to ask for a name is dropped, as it must be
    assume(not any(must_drop(raw.lembar[0], index, names[key]) for index, key in enumerate(order)))
    assert outcome(file, mapping) == outcome(standard, None)
