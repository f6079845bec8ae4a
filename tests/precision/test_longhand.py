"""Random forms with blanks, several items per unsur, own weights and two questionnaires: library = long way."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core.precision import Cara, precision
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision import longhand
from tests.precision.build import UNSUR, add_instrumen, fill, store_of

ITEMS = {"skm9": UNSUR, "uji3": ("waktu", "waktu", "biaya", "", "sarana", "sarana", "sarana")}
OWN = {"skm9": None, "uji3": {"waktu": "1/2", "biaya": "1/3", "sarana": "1/6"}}
KELURAHAN = ("31.73.01.1001", "31.73.01.1002", "31.73.02.1001", "31.73.02.1002", "31.73.02.1003", "31.73.03.1001")
N_KELURAHAN = {"31.73.01": 6, "31.73.02": 7, "31.73.03": 8}

answer = st.sampled_from([None, 1, 2, 3, 3, 4, 4])


@st.composite
def questionnaires(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Questionnaires in every kelurahan; each unsur of each questionnaire answered at least once."""
    forms = []
    for kelurahan in KELURAHAN:
        for _ in range(draw(st.integers(2, 5))):
            instrumen = draw(st.sampled_from(["skm9", "skm9", "uji3"]))
            form = {f"b{place}": draw(answer) for place in range(1, len(ITEMS[instrumen]) + 1)}
            forms.append(form | {"instrumen_kode": instrumen, "wilayah_kode": kelurahan, "periode_kode": "uji"})
            forms[-1] |= {
                "layanan_kode": draw(st.sampled_from(["pkk", "rptra"])),
                "responden_kunci": draw(st.integers(1, 9)),
            }
    for instrumen in {form["instrumen_kode"] for form in forms}:
        first = next(form for form in forms if form["instrumen_kode"] == instrumen)
        first |= {f"b{place}": 3 for place in range(1, len(ITEMS[instrumen]) + 1)}
    return forms


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    first = {"periode_kode": "uji", "wilayah_kode": KELURAHAN[0], "layanan_kode": "pkk", "b1": 3}
    with store_of([first]) as opened:
        add_instrumen(opened, "uji3", ITEMS["uji3"], OWN["uji3"] or {})
        yield opened


def own(instrumen: str) -> dict[str, Fraction] | None:
    weights = OWN[instrumen]
    return {key: Fraction(value) for key, value in weights.items()} if weights else None


def figure(forms: list[dict[str, Any]], weight: list[complex]) -> complex:
    return longhand.index(forms, weight, ITEMS, {name: own(name) for name in ITEMS})


def near(found: float | None, wanted: float) -> bool:
    return found is not None and abs(found - wanted) <= 1e-8 * max(abs(wanted), 1e-4)


PATIENT = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@PATIENT
@given(questionnaires(), st.sampled_from(["pooled", "kelurahan", "penduduk"]), st.booleans())
def test_city_sample(store: Store, forms: list[dict[str, Any]], bobot: str, fpc: bool) -> None:
    fill(store, [form | {"pengumpul": "kota"} for form in forms])
    _, places = store.fetch("SELECT wilayah_kode, n_penduduk FROM wilayah")
    people = dict(places)
    drawn = {area: sum(code.startswith(area) for code in KELURAHAN) for area in N_KELURAHAN}
    n = {code: sum(form["wilayah_kode"] == code for form in forms) for code in KELURAHAN}
    factor = {
        "pooled": lambda code: 1.0,
        "kelurahan": lambda code: N_KELURAHAN[code[:8]] / drawn[code[:8]],
        "penduduk": lambda code: people[code] / n[code] * N_KELURAHAN[code[:8]] / drawn[code[:8]],
    }[bobot]
    weight = [factor(form["wilayah_kode"]) for form in forms]
    values = longhand.influences(forms, weight, lambda nudged: figure(forms, list(nudged)))
    strata = {code: code[:8] for code in KELURAHAN}
    correction = {area: drawn[area] / N_KELURAHAN[area] for area in drawn} if fpc else {}
    variance = longhand.stratified(values, [form["wilayah_kode"] for form in forms], strata, correction)
    (found,) = precision(store, cara=Cara(bobot=bobot, fpc=fpc))
    assert near(found.ikm, figure(forms, [complex(value) for value in weight]).real)
    assert near(found.se, variance**0.5)
    assert found.df == 3
    independent = sum(weight) / (len(forms) - 1) * sum(v * v / w for v, w in zip(values, weight, strict=True))
    if independent > 1e-12:
        assert near(found.deff, variance / independent)


@PATIENT
@given(questionnaires())
def test_data_a_kelurahan_collected_counts_people(store: Store, forms: list[dict[str, Any]]) -> None:
    fill(store, [form | {"pengumpul": "kelurahan"} for form in forms])
    people = {(form["wilayah_kode"], form["responden_kunci"]): form["wilayah_kode"] for form in forms}
    for layanan in (None, "pkk"):
        mine = [form for form in forms if layanan in (None, form["layanan_kode"])]
        if not any(form.get("b1") for form in mine):
            continue
        ones = [1.0] * len(mine)
        values = longhand.influences(mine, ones, lambda nudged, mine=mine: figure(mine, list(nudged)))  # type: ignore[misc]
        units = [(form["wilayah_kode"], form["responden_kunci"]) for form in mine]
        (found,) = precision(store, Pilihan(layanan=(layanan,) if layanan else ()))
        assert found.df == len(people) - len(KELURAHAN)
        if found.df:
            assert near(found.se, longhand.stratified(values, units, people, {}) ** 0.5)


@PATIENT
@given(questionnaires())
def test_one_kelurahan_stands_on_its_respondents(store: Store, forms: list[dict[str, Any]]) -> None:
    fill(store, forms)
    by = {found.kelurahan: found for found in precision(store, menurut=["kelurahan"])}
    for code, found in by.items():
        mine = [form for form in forms if form["wilayah_kode"] == code]
        people = {form["responden_kunci"]: 0 for form in mine}
        assert found.df == len(people) - 1
        if found.df and found.ikm is not None:
            ones = [1.0] * len(mine)
            values = longhand.influences(mine, ones, lambda nudged, mine=mine: figure(mine, list(nudged)))  # type: ignore[misc]
            wanted = longhand.stratified(values, [form["responden_kunci"] for form in mine], people, {})
            assert near(found.se, wanted**0.5)
