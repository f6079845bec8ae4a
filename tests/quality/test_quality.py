"""Signs of careless questionnaires, the funnel, and Cronbach's alpha against the long way."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t

from skm_core import demo
from skm_core.demo.answers import N_SUSPICIOUS
from skm_core.errors import UnknownKeyError
from skm_core.precision import precision
from skm_core.quality import Bagian, Temuan, funnel, inspect, judge, reliability, score_without, standing_out
from skm_core.results.kualitas import kualitas
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision.build import UNSUR, as_forms, close, sample, store_of
from tools.simulate_signs import accused, survey
from tools.simulate_signs import found as bad_found

PLACES = [f"31.73.0{kecamatan}.100{number}" for kecamatan in (1, 2, 4, 6) for number in (1, 2, 3, 4)]
BAD = PLACES[0]


def form(answers: list[int | None], place: str, **more: Any) -> dict[str, Any]:
    return (
        {"periode_kode": "uji", "wilayah_kode": place, "layanan_kode": "pkk"}
        | more
        | {f"b{number}": value for number, value in enumerate(answers, 1)}
    )


def ordinary(generator: random.Random, place: str) -> dict[str, Any]:
    answers: list[int | None] = [generator.choice([2, 3, 3, 4]) for _ in range(9)]
    if generator.random() < 0.1:
        answers[generator.randrange(9)] = None
    day = date(2026, 4, generator.randint(1, 28))
    return form(answers, place, usia=generator.randint(18, 70), tanggal=day, jenis_kelamin=generator.choice("LP"))


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    generator = random.Random(7)
    forms = [ordinary(generator, place) for place in PLACES for _ in range(60)]
    fixed: list[int | None] = [3, 3, 4, 3, 3, 2, 3, 3, 3]
    forms += [form([3] * 9, BAD, usia=30 + 5 * (n % 4), tanggal=date(2026, 4, 9)) for n in range(30)]
    forms += [form(fixed, BAD, usia=25 + 5 * (n % 6), tanggal=date(2026, 4, 9), saran=f"saran {n}") for n in range(30)]
    with store_of(forms) as opened:
        with opened.write() as cursor:
            cursor.execute("UPDATE periode SET mulai = '2026-04-01', selesai = '2026-06-30' WHERE periode_kode = 'uji'")
        yield opened


def test_only_the_bad_kelurahan_stands_out(store: Store) -> None:
    found = standing_out(inspect(store))
    assert [one.z for one in found] == sorted((one.z for one in found), reverse=True)
    assert {one.kelurahan for one in found} == {BAD}
    assert {one.tanda.kunci for one in found} == {
        "seragam",
        "runtun_panjang",
        "identik",
        "pola_berulang",
        "hari_terpadat",
        "usia_bulat",
    }
    counts = {one.tanda.kunci: one.x for one in found}
    assert counts["seragam"] >= 30 and counts["pola_berulang"] == 30
    assert counts["identik"] == 30, (
        "four ages over thirty uniform forms: all have a twin; the comments tell the others apart"
    )
    (heap,) = (one for one in found if one.tanda.kunci == "hari_terpadat")
    assert heap.hari == date(2026, 4, 9) and heap.x >= 60 and heap.n == heap.orang == 120
    (same,) = (one for one in found if one.tanda.kunci == "seragam")
    assert same.n_lain == 15 * 60, "the others are the places that do not stand out"


def test_signs_of_single_forms() -> None:
    cases = {
        "seragam": form([4] * 9, BAD),
        "seragam dengan kosong": form([None, 2, 2, 2, 2, 2, None, None, None], BAD),
        "terlalu sedikit jawaban": form([2, 2, 2, 2, *[None] * 5], BAD),
        "runtun": form([1, 2, 3, 3, 3, 3, 3, 3, 4], BAD),
        "biasa": form([1, 2, 3, 4, 3, 2, 3, 4, 4], BAD, tanggal=date(2026, 3, 31)),
    }
    with store_of(list(cases.values())) as opened:
        with opened.write() as cursor:
            cursor.execute("UPDATE periode SET mulai = '2026-04-01', selesai = '2026-06-30' WHERE periode_kode = 'uji'")
        sql = """SELECT seragam, runtun_panjang, identik, pola_berulang, ada_kosong, di_luar_tanggal
                 FROM kuesioner_tanda ORDER BY baris"""
        _, rows = opened.fetch(sql)
    found = dict(zip(cases, rows, strict=True))
    assert found["seragam"] == (True, True, False, False, False, False)
    assert found["seragam dengan kosong"] == (True, False, False, False, True, False)
    assert found["terlalu sedikit jawaban"] == (False, False, False, False, True, False)
    assert found["runtun"] == (False, True, False, False, False, False)
    assert found["biasa"] == (False, False, False, False, False, True)


def signs(store: Store, **pilihan: Any) -> dict[str, Temuan]:
    """Every sign of the one place of a store."""
    found = {part.tanda.kunci: part.temuan for part in inspect(store, Pilihan(**pilihan))}
    assert all(len(places) == 1 for places in found.values())
    return {kunci: places[0] for kunci, places in found.items()}


def test_identical_answers_for_another_layanan_or_upload_are_no_twins() -> None:
    answers: list[int | None] = [1, 2, 3, 4, 3, 2, 3, 4, 4]
    with store_of([form(answers, BAD, layanan_kode=name, usia=40) for name in ("pkk", "rptra", "ppsu")]) as opened:
        found = signs(opened)
    assert found["identik"].x == found["pola_berulang"].x == 0


def test_twins_are_told_only_where_people_can_be_told_apart() -> None:
    """Without age and comment two honest forms are often alike: they are no twins, and no base of the share."""
    answers: list[int | None] = [1, 2, 3, 4, 3, 2, 3, 4, 4]
    forms = [form(answers, BAD, jenis_kelamin="P") for _ in range(4)]
    forms += [form(answers, BAD, jenis_kelamin="P", usia=40) for _ in range(2)]
    forms += [form(answers, BAD, usia=41), form(answers, BAD, saran="bagus"), form(answers, BAD, saran="bagus")]
    with store_of(forms) as opened:
        found = signs(opened)
    assert (found["identik"].x, found["identik"].n) == (4, 5)


def test_a_pattern_repeats_only_above_a_tenth_of_its_batch() -> None:
    generator = random.Random(3)
    fixed: list[int | None] = [3, 3, 4, 3, 3, 2, 3, 3, 3]
    other = [ordinary(generator, BAD) for _ in range(27)]
    for repeated, n in ((3, 3), (2, 0)):
        with store_of([*other, *(form(fixed, BAD) for _ in range(repeated))]) as opened:
            assert signs(opened)["pola_berulang"].x == n
    with store_of(
        [*other, *(ordinary(generator, BAD) for _ in range(1)), *(form(fixed, BAD) for _ in range(3))]
    ) as opened:
        assert signs(opened)["pola_berulang"].x == 0, "3 of 31"


def test_dates_outside_the_periode_or_after_the_upload_are_impossible() -> None:
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 5, 4), date(2026, 5, 5), date(2026, 7, 1), None]
    with store_of([form([1, 2, 3, 4, 3, 2, 3, 4, 4], BAD, tanggal=day) for day in days]) as opened:
        with opened.write() as cursor:
            cursor.execute("UPDATE periode SET mulai = '2026-04-01', selesai = '2026-06-30' WHERE periode_kode = 'uji'")
            cursor.execute(
                "UPDATE unggahan SET waktu = '2026-05-03 17:30:00'"
            )  # half past midnight of 4 May in Jakarta
        found = signs(opened)
    assert (found["di_luar_tanggal"].x, found["di_luar_tanggal"].n) == (3, 5)


def test_people_count_once_for_age_and_day_and_in_the_funnel() -> None:
    """Four people fill six questionnaires each: 24 forms, but four ages and four dates."""
    names = ("pkk", "rptra", "ppsu", "jumantik", "posyandu", "ketertiban_umum")
    forms = [
        form(
            [3] * 9,
            BAD,
            layanan_kode=name,
            responden_kunci=person,
            usia=30 + person,
            tanggal=date(2026, 4, 1 + person % 2),
        )
        for person in range(4)
        for name in names
    ]
    with store_of(forms) as opened:
        found = signs(opened)
        one = signs(opened, layanan=("pkk",))
    assert (found["seragam"].x, found["seragam"].n, found["seragam"].orang) == (24, 24, 4)
    assert (found["usia_bulat"].x, found["usia_bulat"].n) == (1, 4)
    assert (found["hari_terpadat"].x, found["hari_terpadat"].n) == (2, 4)
    assert (one["seragam"].n, one["hari_terpadat"].n) == (4, 4)


def test_places_are_compared_within_their_level_and_pengumpul() -> None:
    """The wali kota is judged in the city, a camat in a kecamatan: no funnel for kelurahan holds them."""
    answers: list[int | None] = [1, 2, 3, 4, 3, 2, 3, 4, 4]
    forms = [form(answers, place, pengumpul="kota") for place in ("31.73", "31.73.01", *PLACES[:6])]
    forms += [form(answers, PLACES[0], pengumpul="kelurahan")]
    with store_of(forms) as opened:
        found = {
            (part.pengumpul, part.tingkat): len(part.temuan)
            for part in inspect(opened)
            if part.tanda.kunci == "seragam"
        }
    assert found == {
        ("kota", "kota"): 1,
        ("kota", "kecamatan"): 1,
        ("kota", "kelurahan"): 6,
        ("kelurahan", "kelurahan"): 1,
    }


def longhand_without(store: Store, where: str) -> list[tuple[str, int, Fraction]]:
    """Per pengumpul: questionnaires and exact index of those that carry no sign, form by form."""
    items = [f"b{number}" for number in range(1, 10)]
    _, rows = store.fetch(f"SELECT pengumpul, {', '.join(items)} FROM kuesioner_tanda WHERE {where}")
    found = []
    for pengumpul in sorted({row[0] for row in rows}):
        forms = [row[1:] for row in rows if row[0] == pengumpul]
        answers = [[value for value in item if value is not None] for item in zip(*forms, strict=True)]
        index = 25 * sum(Fraction(sum(item), len(item)) for item in answers) / 9
        found.append((pengumpul, len(forms), index))
    return found


def test_the_index_with_and_without(store: Store) -> None:
    (found,) = score_without(store, Pilihan(), tanda=["seragam", "pola_berulang"])
    assert (found.semua,) == score(store)
    assert found.tanpa is not None and found.n_bertanda >= 60
    ((_, n, index),) = longhand_without(store, "NOT seragam AND NOT pola_berulang")
    assert (found.tanpa.n_kuesioner, found.tanpa.ikm_exact) == (n, index)
    assert found.selisih == found.tanpa.ikm - found.semua.ikm  # type: ignore[operator]
    (same,) = score_without(store, Pilihan(), tanda=[])
    assert same.tanpa == same.semua and same.n_bertanda == 0 and same.selisih == 0
    assert same.presisi_tanpa is not None
    assert close(same.presisi_tanpa.se, precision(store)[0].se or 0)
    by = score_without(store, Pilihan(), ["kelurahan"])
    assert [one.semua for one in by] == list(score(store, Pilihan(), ["kelurahan"]))
    ((_, clean, _),) = longhand_without(store, "NOT (seragam OR identik OR pola_berulang OR di_luar_tanggal)")
    assert sum(one.tanpa.n_kuesioner for one in by if one.tanpa) == clean
    with pytest.raises(UnknownKeyError, match="Tanda"):
        score_without(store, Pilihan(), tanda=["usia_bulat"])


def test_precision_without_is_that_of_a_store_that_never_held_them(store: Store) -> None:
    (found,) = score_without(store, Pilihan(), tanda=["seragam", "pola_berulang"])
    kept = (
        "SELECT kuesioner.* FROM kuesioner JOIN kuesioner_tanda USING (baris) WHERE NOT seragam AND NOT pola_berulang"
    )
    columns, rows = store.fetch(kept)
    forms = [dict(zip(columns, row, strict=True)) for row in rows]
    with store_of(
        [{key: value for key, value in one.items() if key not in ("unggahan_id", "baris")} for one in forms]
    ) as left:
        (expected,) = precision(left)
    assert found.presisi_tanpa is not None and expected.se is not None
    assert close(found.presisi_tanpa.ikm, expected.ikm or 0) and close(found.presisi_tanpa.se, expected.se)


def test_a_place_may_be_left_without_any_questionnaire() -> None:
    with store_of([form([3] * 9, BAD), form([1, 2, 3, 4, 3, 2, 3, 4, 4], PLACES[1])]) as opened:
        bad, other = score_without(opened, Pilihan(), ["kelurahan"])
    assert bad.tanpa is None and bad.selisih is None and bad.n_bertanda == 1
    assert other.tanpa == other.semua


def test_only_complete_questionnaires_with_and_without(store: Store) -> None:
    chosen = Pilihan(hanya_lengkap=True)
    (found,) = score_without(store, chosen)
    assert (found.semua,) == score(store, chosen)
    ((_, n, index),) = longhand_without(
        store, "NOT ada_kosong AND NOT seragam AND NOT identik AND NOT pola_berulang AND NOT di_luar_tanggal"
    )
    assert found.tanpa and (found.tanpa.n_kuesioner, found.tanpa.ikm_exact) == (n, index)


def test_only_complete_questionnaires_leave_places_without_any_out() -> None:
    """A place with incomplete forms only, and one with both: people, ages and dates of the complete ones alone."""
    whole, broken = [1, 2, 3, 4, 3, 2, 3, 4, 4], [1, 2, 3, None, 3, 2, 3, 4, 4]
    forms = [form(whole, BAD, usia=30, tanggal=date(2026, 4, 9)) for _ in range(3)]
    forms += [form(broken, place, usia=31, tanggal=date(2026, 4, 9)) for place in (BAD, PLACES[1])]
    with store_of(forms) as opened:
        assert {one.kelurahan for part in inspect(opened) for one in part.temuan} == {BAD, PLACES[1]}
        found = signs(opened, hanya_lengkap=True)
        page = kualitas(opened, Pilihan(periode=("uji",), hanya_lengkap=True))
    assert {(one.kelurahan, one.n) for one in found.values()} == {(BAD, 3)}
    assert found["usia_bulat"].x == found["hari_terpadat"].x == 3 and found["ada_kosong"].x == 0
    assert page and [place.kode for place, _ in page.tempat] == [BAD] and not page.dapat_dibandingkan


def test_the_funnel_respects_n() -> None:
    """The same share of 40% against 10%: nothing with 5 questionnaires, a flag with 100."""
    shape = funnel([Bagian(10, 100, 100)] * 20)
    assert shape.pusat == 0.1 and shape.antartempat == 0.0
    assert shape.batas_z(100) == pytest.approx(NormalDist().inv_cdf(1 - 0.05 / (16 * 20)), abs=1e-3)
    assert shape.z(Bagian(2, 5, 5)) < shape.batas_z(5) and shape.batas_z(100) < shape.z(Bagian(40, 100, 100))
    assert shape.z(Bagian(40, 100, 100)) == pytest.approx(2 * 10 * (0.6847192 - 0.3217506), rel=1e-6)
    for n in (20, 100, 1000):
        limit = shape.batas_atas(n)
        above, below = round(limit * n) + 1, max(round(limit * n) - 1, 0)
        assert shape.z(Bagian(above, n, n)) > shape.batas_z(n) > shape.z(Bagian(below, n, n))
    assert shape.menonjol(Bagian(40, 100, 100)) and not shape.menonjol(Bagian(240, 600, 12)), "12 people, 50 forms each"


def test_a_handful_of_cases_or_of_places_flags_nobody() -> None:
    clean = [Bagian(0, 100, 100)] * 20
    assert judge([*clean, Bagian(4, 10, 10)])[1] == frozenset()
    assert judge([*clean, Bagian(8, 10, 10)])[1] == {20}
    assert judge([*clean[:4], Bagian(8, 10, 10)])[1] == frozenset(), "four others are no comparison"


def test_bad_places_neither_hide_each_other_nor_widen_the_funnel() -> None:
    places = [Bagian(10, 100, 100)] * 12 + [Bagian(45, 60, 60)] * 3
    usual, out = judge(places)
    assert out == {12, 13, 14}
    assert (usual.x, usual.n, usual.n_tempat) == (120, 1200, 12)
    assert judge(list(reversed(places)))[1] == {0, 1, 2}


def test_usual_differences_between_kelurahan_flag_nobody() -> None:
    parts = [Bagian(5 + 4 * (n % 10), 100, 100) for n in range(40)]
    wide, out = judge(parts)
    assert wide.antartempat > 0.005 and not out
    (angle, chance) = (math.asin(math.sqrt(0.41)) - math.asin(math.sqrt(wide.pusat)), 1 / 400)
    assert wide.z(Bagian(41, 100, 100)) == pytest.approx(angle / math.sqrt(chance + wide.antartempat))
    assert funnel([]).z(Bagian(0, 0, 0)) == 0.0 and funnel([]).batas_atas(10) == 1.0


CLEAN = [
    (places, people, icc, seed)
    for places, people in ((16, (20, 100)), (56, (20, 100)), (56, (300, 2000)))
    for icc, seed in ((0.0, 5), (0.01, 6), (0.03, 7), (0.05, 8))
]


@pytest.mark.parametrize(("places", "people", "icc", "seed"), CLEAN)
def test_clean_surveys_are_rarely_accused(places: int, people: tuple[int, int], icc: float, seed: int) -> None:
    """Forty surveys of eight signs: 2.5% may accuse anybody; more than four of forty has a chance of 1 in 300."""
    generator = np.random.default_rng(seed)
    assert sum(accused(survey(generator, places, people, icc)) for _ in range(40)) <= 4


def test_bad_places_are_still_found_among_places_that_differ() -> None:
    generator = np.random.default_rng(9)
    surveys = [survey(generator, 56, (20, 100), 0.01, (0.08,))[0] for _ in range(20)]
    assert sum(bad_found(generator, places) for places in surveys) >= 0.8 * 3 * 20


def test_the_limit_widens_where_the_differences_between_places_rule() -> None:
    """Student's t by Welch and Satterthwaite, from scipy: few people, the normal limit; many, a wide one."""
    shape = funnel([Bagian(round(2000 * share), 2000, 2000) for share in np.linspace(0.02, 0.2, 30).tolist()])
    assert shape.antartempat > 0
    for people in (20, 200, 2000):
        part = shape.antartempat / (shape.antartempat + 1 / (4 * people))
        assert shape.batas_z(people) == pytest.approx(t.isf(0.05 / (16 * 30), 30 / 4 / part**2), rel=1e-6)
    assert shape.batas_z(2000) > shape.batas_z(20) + 0.5


def test_the_demo_data_accuse_exactly_the_kelurahan_made_suspicious() -> None:
    """Those whose own data hold the most forms of the best answer throughout."""
    best = "concat(b1, b2, b3, b4, b5, b6, b7, b8, b9) = '444444444'"
    with Store() as opened:
        demo.generate(opened)
        _, rows = opened.fetch(
            f"SELECT wilayah_kode, count_if({best}) / count(*) AS s FROM kuesioner WHERE pengumpul = 'kelurahan' "
            f"GROUP BY ALL ORDER BY s DESC LIMIT {N_SUSPICIOUS}"
        )
        _, rounds = opened.fetch("SELECT DISTINCT periode_kode FROM kuesioner WHERE pengumpul = 'kelurahan'")
        for (periode,) in rounds:
            spread = inspect(opened, Pilihan(periode=(periode,)))
            present = {one.kelurahan for part in spread if part.pengumpul == "kelurahan" for one in part.temuan}
            accused = {(one.pengumpul, one.kelurahan) for one in standing_out(spread)}
            assert accused == {("kelurahan", row[0]) for row in rows if row[0] in present}
        assert not standing_out(inspect(opened, Pilihan(periode=("2019-maret",))))


def longhand_alpha(table: list[list[int]]) -> float:
    items = list(zip(*table, strict=True))
    totals = [sum(row) for row in table]
    k = len(items)
    return k / (k - 1) * (1 - sum(statistics.variance(item) for item in items) / statistics.variance(totals))


def agrees_with_the_long_way(opened: Store, pilihan: Pilihan) -> None:
    """Against the statistics module and against pandas: two implementations that share nothing with the library."""
    (found,) = reliability(opened, pilihan)
    items = [f"b{number}" for number in range(1, 10)]
    _, rows = opened.fetch(
        f"SELECT {', '.join(items)} FROM kuesioner WHERE periode_kode = $1 AND pengumpul = $2",
        [pilihan.periode[0], pilihan.pengumpul],
    )
    frame = pd.DataFrame(rows, columns=items).dropna().astype(float)
    table = frame.astype(int).to_numpy().tolist()
    totals = [sum(row) for row in table]
    covariance = frame.cov()
    alpha = 9 / 8 * (1 - np.trace(covariance) / covariance.to_numpy().sum())
    assert found.n == len(table) > 1000 and found.reliabel
    assert close(found.alpha, longhand_alpha(table)) and close(found.alpha, float(alpha))
    varied = frame[frame.min(axis=1) < frame.max(axis=1)].cov()
    assert len(varied) and close(found.alpha_beragam, float(9 / 8 * (1 - np.trace(varied) / varied.to_numpy().sum())))
    assert found.r_tabel is not None
    for place, one in enumerate(found.butir):
        item = [row[place] for row in table]
        rest = [total - value for total, value in zip(totals, item, strict=True)]
        column = frame[items[place]]
        assert one.butir.unsur_kunci == UNSUR[place]
        assert close(one.r_hitung, statistics.correlation(item, totals))
        assert close(one.r_hitung, float(column.corr(frame.sum(axis=1))))
        assert close(one.r_terkoreksi, statistics.correlation(item, rest))
        assert close(one.r_terkoreksi, float(column.corr(frame.drop(columns=items[place]).sum(axis=1))))
        assert one.r_hitung is not None and one.valid == (one.r_hitung > found.r_tabel)


def test_alpha_and_item_total_by_the_long_way() -> None:
    with store_of(as_forms(sample())) as opened:
        agrees_with_the_long_way(opened, Pilihan(periode=("2019-q2",), pengumpul="kota"))


def test_alpha_and_item_total_of_the_demo_data() -> None:
    with Store() as opened:
        demo.generate(opened)
        for periode in ("2019-q2", "2021-q1"):
            for pengumpul in ("kota", "kelurahan"):
                agrees_with_the_long_way(opened, Pilihan(periode=(periode,), pengumpul=pengumpul))


@pytest.mark.parametrize(("n", "r"), [(30, 0.361), (100, 0.1966), (10, 0.632)])
def test_r_tabel_as_printed(n: int, r: float) -> None:
    """Two-sided 5% critical values of Pearson's r, any statistical table."""
    generator = random.Random(n)
    with store_of([form([generator.randint(1, 4) for _ in range(9)], BAD) for _ in range(n)]) as opened:
        (found,) = reliability(opened)
    assert found.r_tabel == pytest.approx(r, abs=5e-4)


def test_an_item_everybody_answers_alike_has_no_correlation() -> None:
    generator = random.Random(1)
    with store_of([form([4, *(generator.randint(1, 4) for _ in range(8))], BAD) for _ in range(20)]) as opened:
        (found,) = reliability(opened)
        assert reliability(opened, Pilihan(layanan=("ppsu",))) == ()
    assert found.butir[0].r_hitung is None and not found.butir[0].valid
    assert found.alpha is not None
