"""Sample size, draw, quota, progress and what another plan would give."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from skm_core import reference
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.precision import precision
from skm_core.sampling import ANGGAPAN, components, draw, krejcie_morgan, progress, quota, seen_so_far, what_if
from skm_core.terms import Pilihan
from tests.precision.build import as_forms, sample, store_of

TABLE = Path(__file__).parents[1] / "data" / "krejcie_morgan.csv"
LAYANAN = ("pkk", "rptra", "ketertiban_umum", "jumantik", "posyandu", "ppsu")

RECORDED_SRS = ("31.73.01.1003", "31.73.01.1004", "31.73.02.1003", "31.73.02.1006")
RECORDED_PPS = ("31.73.01.1001", "31.73.01.1002", "31.73.02.1003", "31.73.02.1007")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["N"])
def test_krejcie_morgan(row: dict[str, str]) -> None:
    assert krejcie_morgan(int(row["N"])) == int(row["S_table"]) == int(row["S_round_half_up"])


def test_the_printed_table_has_90_rows_and_an_end() -> None:
    assert len(rows()) == 90
    assert krejcie_morgan(10**9) == 384 and krejcie_morgan(1) == 1
    with pytest.raises(InvalidSettingError):
        krejcie_morgan(0)


@pytest.mark.parametrize("cara", ["srs", "pps"])
def test_a_draw_can_be_repeated(cara: str) -> None:
    places = reference.wilayah()
    first = draw(places, 2026, cara)
    assert first == draw(reversed(places), 2026, cara)
    assert len(first.daftar) == 56 and len(first.terpilih) == 16
    assert set(Counter(kode[:8] for kode in first.terpilih).values()) == {2}
    assert len({draw(places, seed, cara).terpilih for seed in range(20)}) == 20
    assert str(first.seed) in first.penjelasan


def test_a_recorded_draw_stays_the_same() -> None:
    assert draw(reference.wilayah(), 20190424).terpilih[:4] == RECORDED_SRS
    assert draw(reference.wilayah(), 20190424, "pps").terpilih[:4] == RECORDED_PPS


@pytest.mark.parametrize("cara", ["srs", "pps"])
def test_chances_are_kept(cara: str) -> None:
    """Each kelurahan is drawn as often as its chance says, within five standard errors of 2,000 draws."""
    places = [place for place in reference.wilayah() if place.kode.startswith("31.73.0")]
    chance = {one.kelurahan: one.peluang for one in draw(places, 0, cara).daftar}
    assert sum(chance.values()) == 16 and max(chance.values()) <= 1
    if cara == "pps":
        people = {place.kode: place.n_penduduk or 0 for place in places}
        in_kalideres = [kode for kode in chance if kode.startswith("31.73.06")]
        total = sum(people[kode] for kode in in_kalideres)
        assert all(chance[kode] == min(Fraction(2 * people[kode], total), 1) for kode in in_kalideres)
    times = Counter(kode for seed in range(2000) for kode in draw(places, seed, cara).terpilih)
    for kode, p in chance.items():
        assert abs(times[kode] / 2000 - float(p)) <= 5 * (float(p) * (1 - float(p)) / 2000) ** 0.5, kode


def test_a_draw_that_cannot_be_made() -> None:
    with pytest.raises(InvalidSettingError, match="hanya punya"):
        draw(reference.wilayah(), 1, per_kecamatan=7)
    with pytest.raises(UnknownKeyError, match="Cara undi"):
        draw(reference.wilayah(), 1, "tunjuk")


def test_quota_is_even_over_layanan() -> None:
    kelurahan = draw(reference.wilayah(), 1).terpilih
    target = quota(kelurahan, LAYANAN)
    assert sum(target.values()) == 1600 and set(target.values()) == {16, 17}
    for place in kelurahan:
        assert sum(target[place, name] for name in LAYANAN) == 100
    totals = [sum(target[place, name] for place in kelurahan) for name in LAYANAN]
    assert max(totals) - min(totals) <= 1


def test_progress_pace_and_finish() -> None:
    here, there = "31.73.01.1001", "31.73.01.1002"
    target = quota([here, there], ["pkk", "rptra"], per_kelurahan=20)
    forms = [
        {"periode_kode": "uji", "wilayah_kode": here, "layanan_kode": "pkk", "b1": 3, "tanggal": date(2026, 4, day)}
        for day in range(1, 13)
    ] + [{"periode_kode": "uji", "wilayah_kode": there, "layanan_kode": "ppsu", "b1": 3, "tanggal": date(2026, 4, 2)}]
    with store_of(forms) as store:
        found = progress(store, "uji", target, date(2026, 4, 13))
        empty = progress(store, "lain", target, date(2026, 4, 13))
    by = {(one.kelurahan, one.layanan): one for one in found.sel}
    assert by[here, "pkk"].kurang == 0 and by[there, "pkk"].kosong and by[here, "rptra"].kurang == 10
    assert found.kurang == 30 and found.n_kuesioner == 13 and found.target == 40
    assert [(one.kelurahan, one.layanan) for one in found.di_luar_rencana] == [(there, "ppsu")]
    # 10 of the 13 fill a planned cell, in 13 days: 30 missing take 39 days
    assert found.laju == 10 / 13 and found.perkiraan == date(2026, 5, 22)
    assert empty.laju is None and empty.perkiraan is None and empty.kurang == 40


def test_what_if_with_the_same_plan_gives_about_the_interval_seen() -> None:
    with store_of(as_forms(sample())) as store:
        pilihan = Pilihan(periode=("2019-q2",), pengumpul="kota")
        seen = components(store, pilihan)
        (found,) = precision(store, pilihan)
    assert seen.n_kelurahan == 16 and seen.n_responden == 1598 and seen.df_antar == 8
    same = what_if(seen, 2, 100)
    assert same.df == 8 and same.se == pytest.approx(found.se, rel=0.02)
    assert what_if(seen, 4, 100).half_width < same.half_width
    assert what_if(seen, 2, 400).half_width > 0.9 * same.half_width
    assert what_if(seen, 1, 100).plus_minus is None


def test_components_by_hand() -> None:
    """Two kelurahan of one kecamatan, complete forms: textbook analysis of variance on the forms' own indexes."""
    values = {"31.73.01.1001": [1, 2, 2, 3], "31.73.01.1002": [3, 4, 4, 3]}
    forms = [
        {"periode_kode": "uji", "wilayah_kode": place, "layanan_kode": "pkk", **{f"b{i}": value for i in range(1, 10)}}
        for place, answers in values.items()
        for value in answers
    ]
    with store_of(forms) as store:
        seen = components(store, Pilihan(pengumpul="kota"))
    within = 625 * (2 / 3 + 1 / 3) / 2  # mean of the two sample variances
    between = 625 * (3.5 - 2.0) ** 2 / 2 - within / 4
    assert seen.sd_dalam**2 == pytest.approx(within) and seen.sd_antar**2 == pytest.approx(between)
    assert seen.icc == pytest.approx(between / (between + within))


def test_components_need_two_kelurahan() -> None:
    form = {"periode_kode": "uji", "wilayah_kode": "31.73.01.1001", "layanan_kode": "pkk", "b1": 3}
    with store_of([form, form]) as store, pytest.raises(InvalidSettingError, match="Belum cukup data"):
        components(store, Pilihan(pengumpul="kota"))


def test_rounds_are_averaged_before_a_negative_variance_is_cut_off() -> None:
    """Two rounds of two kelurahan: the first with a spread between them, the second with less than none."""
    rounds = {
        "satu": {"31.73.01.1001": [1, 2, 2, 3], "31.73.01.1002": [3, 4, 4, 3]},
        "dua": {"31.73.01.1001": [1, 4, 1, 4], "31.73.01.1002": [4, 1, 4, 1]},
    }
    forms = [
        {"periode_kode": periode, "wilayah_kode": place, "layanan_kode": "pkk"}
        | {f"b{item}": value for item in range(1, 10)}
        for periode, places in rounds.items()
        for place, answers in places.items()
        for value in answers
    ]
    with store_of(forms) as store:
        found = seen_so_far(store)
        single = components(store, Pilihan(periode=("dua",), pengumpul="kota"))
    within = [625 * (2 / 3 + 1 / 3) / 2, 625 * 3.0]
    between = [625 * (3.5 - 2.0) ** 2 / 2 - within[0] / 4, 0 - within[1] / 4]
    assert set(found.periode) == {"satu", "dua"} and found.komponen.n_responden == 16
    assert found.komponen.sd_dalam**2 == pytest.approx(sum(within) / 2)
    assert found.komponen.sd_antar**2 == pytest.approx(sum(between) / 2) and single.sd_antar == 0


def test_without_a_survey_an_assumption_is_named() -> None:
    with store_of([{"periode_kode": "uji", "wilayah_kode": "31.73.01.1001", "layanan_kode": "pkk", "b1": 3}]) as store:
        found = seen_so_far(store)
    assert found.periode == () and found.komponen == ANGGAPAN
    assert found.komponen.icc == pytest.approx(0.03) and what_if(ANGGAPAN, 2, 100).total == 1600
