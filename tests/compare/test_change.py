"""Change between periode: the pooled variance of a kecamatan, notes and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skm_core.compare import PUTUSAN, change
from skm_core.errors import UnknownKeyError
from skm_core.precision import Cara
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision import longhand
from tests.precision.build import UNSUR, as_forms, close, sample, store_of

BAGIAN = {"skm9": UNSUR}


@pytest.fixture(scope="module")
def golden() -> Iterator[Store]:
    with store_of(as_forms(sample())) as store:
        yield store


def test_a_change_within_chance_is_said_so(golden: Store) -> None:
    (found,) = change(golden, "2019-q2", "2019-q4")
    assert found.putusan is PUTUSAN["ragu"]
    assert found.kalimat == "Belum dapat dipastikan: selisihnya masih mungkin karena kebetulan survei."


def test_change_is_the_same_backwards(golden: Store) -> None:
    (there,) = change(golden, "2019-q2", "2019-q4")
    (back,) = change(golden, "2019-q4", "2019-q2")
    assert close(back.selisih, -there.selisih) and close(back.se, there.se or 0.0)


def test_change_of_each_nrr_follows_its_index(golden: Store) -> None:
    found = change(golden, "2019-q2", "2019-q4", unsur=True)
    assert [one.unsur for one in found] == [None, *UNSUR]
    assert close(25 / 9 * sum(one.selisih for one in found[1:]), found[0].selisih)
    assert all(one.p_terkoreksi >= one.p for one in found)  # type: ignore[operator]


def test_a_kecamatan_borrows_the_spread_of_all(golden: Store) -> None:
    """The pooled variance of its definition: s² = Σ n_g V_g df_g / Σ df_g, V = s² / n, of the change."""
    forms = as_forms(sample())
    variances = {}
    for area in sorted({form["wilayah_kode"][:8] for form in forms}):
        mine = [form | {"instrumen_kode": "skm9"} for form in forms if form["wilayah_kode"].startswith(area)]
        totals: dict[str, float] = {}
        for kode, sign in (("2019-q2", -1), ("2019-q4", 1)):
            here = [form for form in mine if form["periode_kode"] == kode]
            values = longhand.influences(
                here,
                [1.0] * len(here),
                lambda w, here=here: longhand.index(here, w, BAGIAN, {"skm9": None}),  # type: ignore[misc]
            )
            for form, value in zip(here, values, strict=True):
                totals[form["wilayah_kode"]] = totals.get(form["wilayah_kode"], 0.0) + sign * value
        variances[area] = 2 * sum(total**2 for total in totals.values())  # n / (n - 1) = 2, each periode sums to 0
    pooled = sum(2 * variance for variance in variances.values()) / 8 / 2
    by = {one.ke.kecamatan: one for one in change(golden, "2019-q2", "2019-q4", menurut=["kecamatan"])}
    own = change(golden, "2019-q2", "2019-q4", menurut=["kecamatan"], cara=Cara(varians="sendiri"))
    assert len(by) == 8 == len(own)
    for one in own:
        assert close(one.se, variances[one.ke.kecamatan] ** 0.5) and one.df == 1
        assert close(by[one.ke.kecamatan].se, pooled**0.5) and by[one.ke.kecamatan].df == 8
        assert close(by[one.ke.kecamatan].selisih, one.selisih)


def test_one_kecamatan_alone_is_the_same_as_in_the_list(golden: Store) -> None:
    by = {one.ke.kecamatan: one for one in change(golden, "2019-q2", "2019-q4", menurut=["kecamatan"])}
    (alone,) = change(golden, "2019-q2", "2019-q4", Pilihan(wilayah="31.73.01"))
    assert close(alone.se, by["31.73.01"].se or 0.0) and alone.df == 8


def test_across_rule_sets_only_the_index(golden: Store) -> None:
    with store_of(as_forms(sample())) as store:
        with store.write() as cursor:
            cursor.execute("UPDATE periode SET aturan = 'kepmenpan-25-2004' WHERE periode_kode = '2019-q2'")
        (found,) = change(store, "2019-q2", "2019-q4", unsur=True)
    assert found.unsur is None
    assert "hanya indeks yang dibandingkan" in found.catatan[0]


def test_another_set_of_layanan_is_said() -> None:
    rows = sample()
    gone = (rows["periode"] == "2019-q2") & (rows["layanan"] == "pkk")
    with store_of(as_forms(rows[~gone])) as store:
        (found,) = change(store, "2019-q2", "2019-q4")
        (same,) = change(store, "2019-q2", "2019-q4", Pilihan(layanan=("rptra",)))
    assert "tidak sebanding" in found.catatan[0]
    assert same.catatan == ()


def test_a_panel_is_not_tested() -> None:
    with store_of(as_forms(sample())) as store:
        with store.write() as cursor:
            cursor.execute("UPDATE periode SET cara_pemilihan = 'panel_tertutup' WHERE periode_kode = '2019-q2'")
        (found,) = change(store, "2019-q2", "2019-q4")
    assert found.se is None and found.p is None and found.putusan.kunci == "ragu"
    assert "Panel tertutup" in found.catatan[0]


def test_an_unknown_periode_is_named(golden: Store) -> None:
    with pytest.raises(UnknownKeyError, match="2018-q1"):
        change(golden, "2018-q1", "2019-q4")
