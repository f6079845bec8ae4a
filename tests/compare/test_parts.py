"""Differences inside one survey against the long way, families, verdicts and ranking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from skm_core.compare import against_city, against_whole, between, between_unsur, lowest_unsur, ranking, two
from skm_core.compare.families import holm
from skm_core.compare.verdict import decide
from skm_core.errors import InvalidSettingError
from skm_core.precision import Cara, mean_precision, precision
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision import longhand
from tests.precision.build import UNSUR, as_forms, close, sample, store_of

Q2 = Pilihan(periode=("2019-q2",), pengumpul="kota")
OWN = Pilihan(periode=("2019-q2",), pengumpul="kelurahan")


def small() -> list[dict[str, Any]]:
    """Every twelfth form of the second quarter, two services judged by each respondent of the kelurahan-run half."""
    rows = sample()
    return as_forms(rows[rows["periode"] == "2019-q2"].iloc[::12])


def forms(pengumpul: str) -> list[dict[str, Any]]:
    return [form | {"instrumen_kode": "skm9"} for form in store_forms() if form["pengumpul"] == pengumpul]


def store_forms() -> list[dict[str, Any]]:
    city = small()
    own = [form | {"pengumpul": "kelurahan", "responden_kunci": form["responden_kunci"] // 40} for form in small()]
    return city + own


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(store_forms()) as opened:
        yield opened


def index(chosen: list[dict[str, Any]], weight: list[complex], keep: str | None = None) -> complex:
    """Index of the forms of one layanan, or of all."""
    mine = [
        place for place, form in enumerate(chosen) if keep in (None, form["layanan_kode"], form["wilayah_kode"][:8])
    ]
    return longhand.index([chosen[p] for p in mine], [weight[p] for p in mine], {"skm9": UNSUR}, {"skm9": None})


def variance(chosen: list[dict[str, Any]], figure: Any) -> float:
    values = longhand.influences(chosen, [1.0] * len(chosen), figure)
    if chosen[0]["pengumpul"] == "kota":
        units = [form["wilayah_kode"] for form in chosen]
        return longhand.stratified(values, units, {unit: unit[:8] for unit in units}, {})
    people = [(form["wilayah_kode"], form["responden_kunci"]) for form in chosen]
    return longhand.stratified(values, people, {unit: unit[0] for unit in people}, {})


@pytest.mark.parametrize("pilihan", [Q2, OWN], ids=["kota", "kelurahan"])
def test_layanan_share_kelurahan_or_respondents(store: Store, pilihan: Pilihan) -> None:
    found = between(store, pilihan, "layanan")
    assert len(found) == 15
    chosen = forms(str(pilihan.pengumpul))
    for one in found[:6]:
        names = (one.dari.layanan, one.ke.layanan)
        wanted = variance(chosen, lambda w, n=names: index(chosen, w, n[1]) - index(chosen, w, n[0]))  # type: ignore[misc]
        assert close(one.se, wanted**0.5), names


@pytest.mark.parametrize("pilihan", [Q2, OWN], ids=["kota", "kelurahan"])
def test_unsur_are_linearized_together(store: Store, pilihan: Pilihan) -> None:
    found = between_unsur(store, pilihan)
    assert len(found) == 36
    chosen = forms(str(pilihan.pengumpul))

    def nrr(weight: list[complex], key: str) -> complex:
        column = f"b{UNSUR.index(key) + 1}"
        asked = [place for place, form in enumerate(chosen) if form[column] is not None]
        return sum(weight[p] * chosen[p][column] for p in asked) / sum(weight[p] for p in asked)

    for left, right, one in found[::7]:
        wanted = variance(chosen, lambda w, n=(left, right): nrr(w, n[1]) - nrr(w, n[0]))  # type: ignore[misc]
        assert close(one.se, wanted**0.5), (left, right)
        assert one.unsur == right


def test_two_kecamatan_are_independent(store: Store) -> None:
    cara = Cara(varians="sendiri")
    alone = {one.kecamatan: one for one in precision(store, Q2, ["kecamatan"], cara)}
    for one in between(store, Q2, "kecamatan", cara):
        wanted = sum(float(alone[part.kecamatan].se or 0) ** 2 for part in (one.dari, one.ke))
        assert close(one.se, wanted**0.5) and one.df == 1
    pooled = between(store, Q2, "kecamatan")
    assert len({round(float(one.se or 0), 9) for one in pooled}) == 1 and {one.df for one in pooled} == {8}


def test_overlapping_selections(store: Store) -> None:
    part, whole = Pilihan(("2019-q2",), ("pkk",), None, "kota"), Q2
    found = two(store, whole, part)
    chosen = forms("kota")
    wanted = variance(chosen, lambda w: index(chosen, w, "pkk") - index(chosen, w))
    assert close(found.se, wanted**0.5)
    with pytest.raises(InvalidSettingError, match="satu pengumpul"):
        two(store, Pilihan(periode=("2019-q2",)), part)


def test_kelurahan_against_city(store: Store) -> None:
    found = against_city(store, Pilihan(periode=("2019-q2",)))
    alone = {(one.kelurahan, one.pengumpul): one for one in precision(store, menurut=["kelurahan"])}
    assert len(found) == 16
    for one in found:
        assert (one.dari.pengumpul, one.ke.pengumpul) == ("kota", "kelurahan")
        wanted = sum(float(alone[one.ke.kelurahan, who].se or 0) ** 2 for who in ("kota", "kelurahan"))
        assert close(one.se, wanted**0.5)
        assert abs(one.selisih) < 1e-9 and one.putusan.kunci != "naik"


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, None, 0.03, 0.005]) == pytest.approx((0.03, 0.06, None, 0.06, 0.02))
    assert holm([]) == () and holm([0.9, 0.8]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("selisih", "lower", "upper", "p", "kunci"),
    [
        (4.0, 1.0, 7.0, 0.01, "naik"),
        (-4.0, -7.0, -1.0, 0.01, "turun"),
        (4.0, -1.0, 9.0, 0.2, "ragu"),
        (4.0, 1.0, 7.0, 0.08, "ragu"),
        (0.3, -0.4, 1.0, 0.5, "tetap"),
        (0.5, 0.2, 0.8, 0.001, "tetap"),
        (0.5, None, None, None, "ragu"),
    ],
)
def test_the_table_of_verdicts(
    selisih: float, lower: float | None, upper: float | None, p: float | None, kunci: str
) -> None:
    assert decide(selisih, lower, upper, p, 1.0).kunci == kunci


def test_ranking_keeps_ties() -> None:
    levels = {"pkk": (4, 4), "rptra": (3, 4), "posyandu": (3, 4), "jumantik": (1, 2)}
    rows = []
    places = ("31.73.01.1001", "31.73.01.1002", "31.73.02.1001", "31.73.02.1002", "31.73.03.1001", "31.73.03.1002")
    for at, place in enumerate(places):
        for number in range(12):
            for layanan, (low, high) in levels.items():
                step = at + at // 2 if layanan == "jumantik" else at
                value = high if number % (3 + step % 2) else low
                rows.append(
                    {"periode_kode": "uji", "wilayah_kode": place, "layanan_kode": layanan, "b1": value, "b2": value}
                )
    with store_of(rows) as store:
        found = ranking(store, Pilihan(periode=("uji",), pengumpul="kota"), "layanan")
    assert [(one.kunci, one.dari, one.sampai) for one in found] == [
        ("pkk", 1, 1),
        ("posyandu", 2, 3),
        ("rptra", 2, 3),
        ("jumantik", 4, 4),
    ]
    assert found[1].setara == ("rptra",) and found[1].teks == "peringkat 2–3 (setara)"


@pytest.mark.parametrize(("n", "lowest"), [(12, ("prosedur",)), (3, ("prosedur", "persyaratan"))])
def test_unsur_that_everybody_puts_the_same_way_are_judged_by_the_sign_test(n: int, lowest: tuple[str, ...]) -> None:
    row = {"periode_kode": "uji", "layanan_kode": "pkk", "wilayah_kode": "31.73.01.1001", "pengumpul": "kelurahan"}
    with store_of([row | {"b1": 3, "b2": 2} for _ in range(n)]) as store:
        ((_, _, found),) = between_unsur(store)
        ((_, said),) = lowest_unsur(store)
    assert found.se == 0 and found.p == 2 / 2**n and said == lowest


def test_an_index_of_equal_answers_varies_as_much_as_the_one_beside_it() -> None:
    """Twelve forms alike beside thirty that vary: the variance is V (1 + 30 / 12), not V of the thirty alone."""
    rows = [{"periode_kode": "uji", "layanan_kode": "pkk", "b1": 4, "b2": 4} for _ in range(12)]
    rows += [{"periode_kode": "uji", "layanan_kode": "ppsu", "b1": 3 + n % 2, "b2": 3} for n in range(30)]
    rows = [row | {"wilayah_kode": "31.73.01.1001", "pengumpul": "kelurahan"} for row in rows]
    with store_of(rows) as store:
        (found,) = between(store, Pilihan(), "layanan")
        alone = precision(store, Pilihan(layanan=("ppsu",)))[0]
    assert alone.se and found.se == pytest.approx(alone.se * (1 + 30 / 12) ** 0.5)


@pytest.mark.parametrize("pilihan", [Q2, OWN], ids=["city", "kelurahan-run"])
def test_part_against_the_whole_it_belongs_to(store: Store, pilihan: Pilihan) -> None:
    chosen = forms(str(pilihan.pengumpul))
    found = {one.ke.layanan: one for one in against_whole(store, pilihan, ["layanan"])}
    assert set(found) == {form["layanan_kode"] for form in chosen}
    for layanan, one in found.items():

        def figure(weight: list[complex], layanan: str | None = layanan) -> complex:
            return index(chosen, list(weight), layanan) - index(chosen, list(weight))

        assert close(one.selisih, figure([1.0 + 0j] * len(chosen)).real)
        assert close(one.se, variance(chosen, figure) ** 0.5)
        assert not one.perubahan
    with pytest.raises(InvalidSettingError):
        against_whole(store, Pilihan(periode=("2019-q2",)), ["layanan"])


@pytest.mark.parametrize("pilihan", [Q2, OWN], ids=["city", "kelurahan-run"])
def test_plain_mean_of_parts(store: Store, pilihan: Pilihan) -> None:
    chosen = forms(str(pilihan.pengumpul))
    services = sorted({form["layanan_kode"] for form in chosen})

    def figure(weight: list[complex]) -> complex:
        return sum(index(chosen, list(weight), layanan) for layanan in services) / len(services)

    found = mean_precision(store, pilihan, "layanan")
    assert found is not None
    assert close(found.ikm, figure([1.0 + 0j] * len(chosen)).real)
    assert close(found.se, variance(chosen, figure) ** 0.5)
    assert mean_precision(store, Pilihan(periode=("2019-q3",), pengumpul="kota"), "layanan") is None


def test_lowest_unsur_names_those_it_cannot_be_told_apart_from(store: Store) -> None:
    for pilihan in (Q2, OWN):
        ((group, keys),) = lowest_unsur(store, pilihan)
        assert group.pengumpul == pilihan.pengumpul
        (figure,) = precision(store, pilihan)
        nrr = {part.kunci: part.nrr for part in figure.unsur if part.nrr is not None}
        lowest = min(nrr, key=lambda kunci: nrr[kunci])
        assert keys[0] == lowest
        for left, right, one in between_unsur(store, pilihan):
            if lowest in (left, right):
                other = right if left == lowest else left
                assert (other in keys) == (one.p_terkoreksi is None or one.p_terkoreksi >= 0.05)
    by_layanan = lowest_unsur(store, Q2, ["layanan"])
    assert [group.layanan for group, _ in by_layanan] == sorted({form["layanan_kode"] for form in forms("kota")})
