"""Whatever is answered, every form service's export gives it back: written, read, stored, the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core import reference
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.store import Store
from tests.intake import corpus, services
from tests.intake.files import ASKED
from tests.intake.services import PLACES, SERVICES, Person

WRITERS = {
    "google": lambda found, asks: services.csv(services.google(found, asks, heading=services.grid)),
    "kobo": lambda found, asks: services.kobo_csv(services.kobo(found, asks, groups="/")),
    "kobo xml": lambda found, asks: services.kobo_csv(services.kobo(found, asks, xml=True, groups="/")),
    "lime": lambda found, asks: services.csv(services.lime(found, asks, array="layanan", unfinished=0)),
    "lime kode": lambda found, asks: services.csv(
        services.lime(found, asks, headings="kode", array="layanan", unfinished=0)
    ),
    "monkey": lambda found, asks: services.csv(services.monkey(found, asks)),
    "microsoft": lambda found, asks: services.book(
        services.microsoft(found, asks, heading=lambda ask: f"{ask.label} ({ask.grup})"), "Sheet1"
    ),
}


@st.composite
def answers(draw: st.DrawFn) -> list[Person]:
    """People with any answers to one to six services, at least one answer each, and any comment."""
    found = []
    for base in corpus.FOUND[: draw(st.integers(1, 6))]:
        judged = draw(st.lists(st.sampled_from(list(SERVICES)), min_size=1, max_size=6, unique=True))
        nilai = {
            service: dict(
                zip(
                    ASKED,
                    draw(st.lists(st.sampled_from([None, 1, 2, 3, 4]), min_size=9, max_size=9).filter(any)),
                    strict=True,
                )
            )
            for service in judged
        }
        place, gender, age = draw(st.sampled_from(list(PLACES))), draw(st.sampled_from("LP")), draw(st.integers(5, 120))
        found.append(replace(base, kelurahan=place, jenis_kelamin=gender, usia=age, nilai=nilai))
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers(), st.sampled_from(list(WRITERS)), st.sampled_from(["label", "angka"]))
def test_written_and_read_is_the_same(found: list[Person], writer: str, mode: str) -> None:
    mode = "kode" if writer == "kobo xml" else mode
    data = WRITERS[writer](found, services.sixfold(found, "nama unsur", mode))
    u8 = "sarana" if writer == "lime kode" else None  # numbers only, and the answers may tell nothing
    with Store() as store:
        reference.seed(store)
        draft = prepare(store, read_file(data, "a.csv"), Options(periode="2019-q2", pengumpul="kota", u8=u8))
        assert not draft.refused, [finding.pesan for finding in draft.temuan]
        ingest(store, draft, pengunggah="uji")
        _, rows = store.fetch(
            "SELECT layanan_kode, wilayah_kode, jenis_kelamin, usia, COLUMNS('^b[1-9]$') FROM kuesioner"
        )
    wanted = [
        (service, PLACES[p.kelurahan][1], p.jenis_kelamin, p.usia, *(values[key] for key in ASKED))
        for p in found
        for service, values in p.nilai.items()
    ]
    assert sorted(rows, key=repr) == sorted(wanted, key=repr)
