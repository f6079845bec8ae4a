"""Every figure of R's `survey` package on the golden sample, through the real intake, to 1e-8 relative."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from skm_core.compare import change
from skm_core.precision import Cara, Precision, precision
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision.build import GOLDEN, close, ingested, sample

REFERENCE: dict[str, Any] = json.loads((GOLDEN / "reference.json").read_text(encoding="utf-8"))
BOBOT = {"w1": "pooled", "wk": "kelurahan", "wp": "penduduk"}
DESIGNS = [key for key in REFERENCE if key.count("|") in (2, 4)]


@pytest.fixture(scope="module")
def golden() -> Iterator[Store]:
    with ingested(sample()) as store:
        yield store


def agrees(found: Precision, wanted: dict[str, Any]) -> None:
    assert found.n == wanted["n"]
    for name in ("ikm", "se", "lower", "upper"):
        if name in wanted:
            assert close(getattr(found, name), wanted[name]), name
    if "df" in wanted:
        assert found.df == wanted["df"]
    nrr = {part.kunci: part.nrr for part in found.unsur}
    assert nrr.keys() == wanted["nrr"].keys()
    for key, value in wanted["nrr"].items():
        assert close(nrr[key], value), key


def test_the_reference_has_all_designs() -> None:
    assert len(DESIGNS) == 2 * (3 * 2 + 2 * (6 + 8))


@pytest.mark.parametrize("key", DESIGNS)
def test_city_sample(golden: Store, key: str) -> None:
    periode, weight, fpc, *domain = key.split("|")
    cara = Cara(bobot=BOBOT[weight], fpc=fpc == "fpc", varians="sendiri")
    pilihan = Pilihan(periode=(periode,), pengumpul="kota")
    if not domain:
        (found,) = precision(golden, pilihan, cara=cara)
    else:
        name = {row["kecamatan"]: row["kode_kelurahan"][:8] for row in sample().to_dict("records")}
        by = {getattr(part, domain[0]): part for part in precision(golden, pilihan, [domain[0]], cara)}
        found = by[name.get(domain[1], domain[1])]
    agrees(found, REFERENCE[key])


@pytest.mark.parametrize("periode", ["2019-q2", "2019-q4"])
def test_design_effect_is_over_independent_questionnaires(golden: Store, periode: str) -> None:
    (found,) = precision(golden, Pilihan(periode=(periode,)))
    clustered, independent = REFERENCE[f"{periode}|w1|nofpc"]["se"], REFERENCE[f"{periode}|srs"]["se"]
    assert close(found.deff, (clustered / independent) ** 2)
    assert close(found.n_setara, found.n * (independent / clustered) ** 2)


def test_nrr(golden: Store) -> None:
    (found,) = precision(golden, Pilihan(periode=("2019-q2",)))
    for part in found.unsur:
        assert close(part.se, REFERENCE["nrr_se"][part.kunci]), part.kunci


@pytest.mark.parametrize("rule", ["adjust", "average"])
def test_stratum_with_one_kelurahan(rule: str) -> None:
    rows = sample()
    kept = rows[(rows["periode"] == "2019-q2") & (rows["kode_kelurahan"] != REFERENCE["dropped_kelurahan"])]
    with ingested(kept) as store:
        (found,) = precision(store, cara=Cara(psu_tunggal=rule))
    agrees(found, REFERENCE[f"lonely_{rule}"])


def test_layanan_missing_in_one_kelurahan_keeps_the_design() -> None:
    rows = sample()
    gone = (rows["kode_kelurahan"] == REFERENCE["dropped_kelurahan"]) & (rows["layanan"] == "pkk")
    with ingested(rows[(rows["periode"] == "2019-q2") & ~gone]) as store:
        (found,) = precision(store, Pilihan(layanan=("pkk",)))
    agrees(found, REFERENCE["layanan_missing_in_dropped"])


def test_kelurahan_run_data_is_stratified_by_kelurahan() -> None:
    rows = sample()
    with ingested(rows[rows["periode"] == "2019-q2"], "kelurahan") as store:
        (found,) = precision(store)
    agrees(found, REFERENCE["stratum_kelurahan"])


def test_change_between_periode(golden: Store) -> None:
    wanted = REFERENCE["change"]
    (found,) = change(golden, wanted["from"], wanted["to"])
    for name in ("change", "se", "df", "lower", "upper", "p"):
        assert close(found.as_dict()[name], wanted[name]), name
    assert found.putusan.kunci == "ragu"


def test_independent_questionnaires(golden: Store) -> None:
    for periode in ("2019-q2", "2019-q4"):
        (found,) = precision(golden, Pilihan(periode=(periode,)))
        assert found.se is not None and found.deff is not None
        assert close(found.se / found.deff**0.5, REFERENCE[f"{periode}|srs"]["se"])
