"""Signs of careless questionnaires, the funnel, and Cronbach's alpha against the long way."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from skm_core import demo
from skm_core.errors import UnknownKeyError
from skm_core.quality import funnel, inspect, reliability, score_without
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision.build import UNSUR, as_forms, close, sample, store_of

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
    found = [one for one in inspect(store) if one.menonjol]
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


def test_identical_answers_for_another_layanan_or_upload_are_no_twins() -> None:
    answers: list[int | None] = [1, 2, 3, 4, 3, 2, 3, 4, 4]
    with store_of([form(answers, BAD, layanan_kode=name) for name in ("pkk", "rptra", "ppsu")]) as opened:
        found = {one.tanda.kunci: one.x for one in inspect(opened)}
    assert found["identik"] == found["pola_berulang"] == 0


def test_the_index_with_and_without(store: Store) -> None:
    ((whole, clean),) = score_without(store, Pilihan(), tanda=["seragam", "pola_berulang"])
    (expected,) = score(store)
    assert whole == expected
    assert clean is not None and clean.n_kuesioner <= whole.n_kuesioner - 60
    ((_, same),) = score_without(store, Pilihan(), tanda=[])
    assert same == whole
    by = score_without(store, Pilihan(), ["kelurahan"])
    assert len(by) == len(PLACES)
    with pytest.raises(UnknownKeyError, match="Tanda"):
        score_without(store, Pilihan(), tanda=["usia_bulat"])


def test_the_funnel_respects_n() -> None:
    """The same share of 40 % against 10 %: nothing with 5 questionnaires, a flag with 100."""
    shape = funnel([(10, 100)] * 20)
    assert shape.pusat == 0.1 and shape.phi == 1.0
    assert shape.z(2, 5) < 3 < shape.z(40, 100)
    assert shape.z(40, 100) == pytest.approx(2 * 10 * (0.6847192 - 0.3217506), rel=1e-6)
    for n in (5, 20, 100, 1000):
        limit = shape.batas_atas(n)
        assert limit == 1.0 or shape.z(round(limit * n) + 1, n) > 3 > shape.z(max(round(limit * n) - 1, 0), n)


def test_usual_differences_between_kelurahan_flag_nobody() -> None:
    wide = funnel([(5 + 4 * (n % 10), 100) for n in range(40)])
    assert wide.phi > 3
    assert all(wide.z(5 + 4 * (n % 10), 100) < 3 for n in range(40))
    assert funnel([]).z(0, 0) == 0.0


def longhand_alpha(table: list[list[int]]) -> float:
    items = list(zip(*table, strict=True))
    totals = [sum(row) for row in table]
    k = len(items)
    return k / (k - 1) * (1 - sum(statistics.variance(item) for item in items) / statistics.variance(totals))


def agrees_with_the_long_way(opened: Store, pilihan: Pilihan) -> None:
    (found,) = reliability(opened, pilihan)
    items = ", ".join(f"b{number}" for number in range(1, 10))
    _, rows = opened.fetch(
        f"SELECT {items} FROM kuesioner_lengkap WHERE periode_kode = $1 AND pengumpul = $2",
        [pilihan.periode[0], pilihan.pengumpul],
    )
    table = [list(row) for row in rows]
    totals = [sum(row) for row in table]
    assert found.n == len(table) > 1000 and close(found.alpha, longhand_alpha(table)) and found.reliabel
    for place, one in enumerate(found.butir):
        item = [row[place] for row in table]
        assert one.butir.unsur_kunci == UNSUR[place]
        assert close(one.r_hitung, statistics.correlation(item, totals))
        rest = [total - value for total, value in zip(totals, item, strict=True)]
        assert close(one.r_terkoreksi, statistics.correlation(item, rest))
        assert one.valid


def test_alpha_and_item_total_by_the_long_way() -> None:
    with store_of(as_forms(sample())) as opened:
        agrees_with_the_long_way(opened, Pilihan(periode=("2019-q2",), pengumpul="kota"))


def test_alpha_and_item_total_of_the_demo_data() -> None:
    with Store() as opened:
        demo.generate(opened)
        agrees_with_the_long_way(opened, Pilihan(periode=("2019-q2",), pengumpul="kota"))


@pytest.mark.parametrize(("n", "r"), [(30, 0.361), (100, 0.1966), (10, 0.632)])
def test_r_tabel_as_printed(n: int, r: float) -> None:
    """Two-sided 5 % critical values of Pearson's r, any statistical table."""
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
