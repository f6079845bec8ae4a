"""What the front page compares with, against which target, and what it praises."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from skm_core import registry, settings
from skm_core.results.ringkasan import LALU, TAHUN, TARGET, Ringkasan, ringkasan
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests import build
from tests.build import form

GOOD, FAIR = [[4] * 9, [4] * 8 + [3], [3] * 9] * 20, [[3] * 9, [3] * 8 + [2], [2] * 9] * 20
LOW = [[2] * 9, [2] * 8 + [1], [1] * 9] * 20


def _quarters(store: Store, **answers: list[list[int]]) -> None:
    for periode, rows in answers.items():
        kode = periode.replace("_", "-").removeprefix("p")
        build.ingest(store, [form(row, periode=kode) for row in rows], name=f"{kode}.csv")


def _target(store: Store, ikm: str) -> None:
    settings.save_layanan(store, replace(registry.layanan(store)["posyandu"], target_ikm=Decimal(ikm)))


def _page(store: Store, periode: str, banding: str = LALU) -> Ringkasan:
    found = ringkasan(store, Pilihan(periode=(periode,)), banding)
    assert found
    return found


def test_the_reader_chooses_the_last_survey_or_the_one_a_year_before(store: Store) -> None:
    _quarters(store, p2019_q2=LOW, p2020_q1=GOOD, p2020_q2=FAIR)
    now = _page(store, "2020-q2")
    assert now.banding_ada == (LALU, TAHUN)
    assert now.change and now.change.sejak.kode == "2020-q1" and now.change.turun
    year = _page(store, "2020-q2", TAHUN)
    assert year.change and year.change.sejak.kode == "2019-q2" and year.change.naik
    assert year.layanan[0].change and year.layanan[0].change.sejak.kode == "2019-q2"


def test_what_does_not_exist_is_not_offered(store: Store) -> None:
    _quarters(store, p2019_q2=FAIR)
    first = _page(store, "2019-q2", TAHUN)
    assert (first.banding, first.banding_ada, first.change) == (LALU, (), None)
    _target(store, "80")
    only = _page(store, "2019-q2", TAHUN)
    assert (only.banding, only.banding_ada) == (TARGET, (TARGET,))


def test_a_target_is_missed_or_reached_only_where_the_interval_says_so(store: Store) -> None:
    _quarters(store, p2019_q2=FAIR)  # mean 23/9 - 1/27 = 2.63 of four: 65.74
    said = {}
    for target in ("80.00", "60.00", "66.00"):
        _target(store, target)
        (part,) = _page(store, "2019-q2", TARGET).layanan
        assert part.sasaran and part.score and part.score.ikm == Decimal("65.74")
        said[target] = (part.sasaran.tercapai, part.sasaran.kata)
    assert said["80.00"] == (False, "lebih rendah 14,26 dari target 80,00, di luar batas kebetulan survei")
    assert said["60.00"] == (True, "lebih tinggi 5,74 dari target 60,00, di luar batas kebetulan survei")
    assert said["66.00"] == (None, "−0,26 dari target 66,00, belum dapat dipastikan")


def test_praise_is_for_what_rose_for_certain_and_for_targets_reached(store: Store) -> None:
    _quarters(store, p2019_q2=FAIR, p2019_q3=GOOD)
    _target(store, "80")
    rise, reached = (part.teks for part in _page(store, "2019-q3").pujian)
    assert rise == "Posyandu naik 25,00 poin sejak April–Juni 2019, di luar batas kebetulan survei."
    assert reached == "Posyandu mencapai target, di luar batas kebetulan survei."
    assert not any("naik" in part.teks or "target" in part.teks for part in _page(store, "2019-q2").pujian)


def test_no_praise_for_a_price_of_nothing(store: Store) -> None:
    """biaya stands fourth in the order asked."""
    cheap = [[2, 2, 2, 4, 2, 2, 2, 2, 2], [3, 3, 3, 4, 3, 3, 3, 3, 3]] * 20
    _quarters(store, p2019_q2=cheap)
    assert not any("tertinggi" in part.teks for part in _page(store, "2019-q2").pujian)
    kind = [[2, 2, 2, 2, 2, 2, 4, 2, 2], [3, 3, 3, 3, 3, 3, 4, 3, 3]] * 20
    _quarters(store, p2019_q3=kind)
    assert any("adalah unsur tertinggi" in part.teks for part in _page(store, "2019-q3").pujian)
