"""What the reference does not cover: pooled variance, one kelurahan, panels, words, profile groups, complete forms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.precision import Cara, load, precision, precision_of_counts
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.precision.build import as_forms, close, sample, store_of

Q2 = Pilihan(periode=("2019-q2",))


@pytest.fixture(scope="module")
def golden() -> Iterator[Store]:
    rows = sample()
    forms = as_forms(rows)
    for form in forms:
        form["jenis_kelamin"] = "LP"[form["responden_kunci"] % 2]
        form["usia"] = 15 + form["responden_kunci"] % 60
    with store_of(forms, cara_pemilihan="tidak_acak") as store:
        yield store


def test_figures_are_those_of_scoring(golden: Store) -> None:
    menurut = ["periode", "layanan", "kecamatan"]
    scores = {(one.periode, one.layanan, one.kecamatan): one for one in score(golden, menurut=menurut)}
    found = precision(golden, menurut=menurut)
    assert len(found) == len(scores) == 96
    for one in found:
        figure = scores[one.periode, one.layanan, one.kecamatan]
        assert close(one.ikm, float(figure.ikm_exact or 0)) and one.n == figure.n_kuesioner
        nrr = {part.kunci: part for part in figure.unsur}
        for part in one.unsur:
            assert close(part.nrr, float(nrr[part.kunci].nrr or 0)) and part.n_jawaban == nrr[part.kunci].n_jawaban


def test_a_kecamatan_borrows_the_spread_of_all(golden: Store) -> None:
    own = precision(golden, Q2, ["kecamatan"], Cara(varians="sendiri"))
    pooled = sum(2 * float(one.se or 0) ** 2 for one in own) / 8 / 2
    for one in precision(golden, Q2, ["kecamatan"]):
        assert close(one.se, pooled**0.5) and one.df == 8
        assert "digabung dari semua kecamatan" in one.metode
    (alone,) = precision(golden, Pilihan(("2019-q2",), (), "31.73.01"))
    assert close(alone.se, pooled**0.5) and alone.df == 8 and alone.kecamatan is None
    corrected = precision(golden, Pilihan(("2019-q2",), (), "31.73.01"), cara=Cara(fpc=True))[0]
    assert close(corrected.se, (pooled * (1 - 2 / 6)) ** 0.5)


def test_a_kecamatan_with_one_kelurahan() -> None:
    rows = sample()
    kept = rows[(rows["periode"] == "2019-q2") & (rows["kode_kelurahan"] != "31.73.04.1008")]
    with store_of(as_forms(kept)) as store:
        place = Pilihan(wilayah="31.73.04")
        (own,) = precision(store, place, cara=Cara(varians="sendiri"))
        (pooled,) = precision(store, place)
    assert own.se is None and own.df == 0 and "paling sedikit dua kelurahan" in own.metode
    assert pooled.se is not None and pooled.df == 7


def test_one_kelurahan_of_the_city_sample_stands_on_its_respondents(golden: Store) -> None:
    by = {one.kelurahan: one for one in precision(golden, Q2, ["kelurahan"])}
    assert len(by) == 16
    (alone,) = precision(golden, Pilihan(("2019-q2",), (), "31.73.01.1006"))
    assert close(alone.se, by["31.73.01.1006"].se or 0.0)
    assert alone.df == alone.n - 1 and alone.rancangan == "responden"


def test_one_person_with_six_questionnaires_is_one_unit() -> None:
    rows = sample()
    forms = as_forms(rows[rows["periode"] == "2019-q2"], pengumpul="kelurahan")
    alone = precision_of(forms)
    six = precision_of([form | {"baris": 0, "layanan_kode": name} for form in forms for name in ("pkk", "rptra")])
    assert close(six.ikm, alone.ikm or 0.0) and close(six.se, alone.se or 0.0) and six.df == alone.df
    assert six.deff == pytest.approx(2 * (alone.deff or 0), rel=1e-3)


def precision_of(forms: list[dict[str, object]]):  # type: ignore[no-untyped-def]
    with store_of([{key: value for key, value in form.items() if key != "baris"} for form in forms]) as store:
        (found,) = precision(store)
    return found


def test_a_panel_has_no_interval() -> None:
    with store_of(as_forms(sample()), cara_pemilihan="panel_tertutup") as store:
        with store.write() as cursor:
            cursor.execute("UPDATE periode SET cara_pemilihan = 'panel_tertutup'")
        (found,) = precision(store, Q2)
    assert found.se is found.lower is found.rentang is found.plus_minus is found.kepastian is found.deff is None
    assert found.ikm is not None and found.metode == "Panel tertutup: tanpa rentang, karena bukan sampel."


def test_published_half_width_and_words(golden: Store) -> None:
    (found,) = precision(golden, Q2)
    assert found.plus_minus == Decimal("1.77") and found.rentang == (Decimal("75.93"), Decimal("79.47"))
    assert found.setara == "setara dengan 167 kuesioner acak"
    assert found.indikatif and "tidak mencakup bias pemilihan responden" in found.catatan[1]
    assert found.kepastian is not None and found.kepastian.teks == "B, mungkin C"
    assert found.as_dict()["df"] == 8
    wide = precision(golden, Q2, ["kecamatan"], Cara(varians="sendiri"))
    assert any(one.upper is not None and one.upper > 100 for one in wide)
    assert all(one.rentang is None or Decimal(25) <= one.rentang[0] <= one.rentang[1] <= 100 for one in wide)


def test_a_random_choice_is_not_indicative() -> None:
    with store_of(as_forms(sample().iloc[:400])) as store:
        with store.write() as cursor:
            cursor.execute("UPDATE periode SET cara_pemilihan = 'acak'")
        (found,) = precision(store, Q2)
    assert not found.indikatif and len(found.catatan) == 1


@pytest.mark.parametrize(("profil", "n"), [("jenis_kelamin", 2), ("usia", 6)])
def test_profile_groups_keep_the_design(golden: Store, profil: str, n: int) -> None:
    found = precision(golden, Q2, ["golongan"], profil=profil)
    assert len(found) == n and {one.df for one in found} == {8} and sum(one.n for one in found) == 1598
    assert all(one.se is not None and one.deff is not None for one in found)
    if profil == "jenis_kelamin":
        rows = sample()
        women = rows[(rows["no"] % 2 == 1) & (rows["periode"] == "2019-q2")]
        with store_of(as_forms(women)) as store:
            (alone,) = precision(store)
        by = {one.golongan: one for one in found}
        assert close(by["P"].se, alone.se or 0.0) and close(by["P"].deff, alone.deff or 0.0)


@pytest.mark.parametrize("profil", [None, "jenis_kelamin"])
def test_complete_forms_only(golden: Store, profil: str | None) -> None:
    rows = sample()
    unsur = list(rows.columns[-9:])
    pilihan = Pilihan(periode=("2019-q2",), hanya_lengkap=True)
    found = precision(golden, pilihan, profil=profil)[0]
    with store_of(as_forms(rows[rows[unsur].notna().all(axis=1)])) as store:
        (alone,) = precision(store, Q2)
    assert found.n == alone.n and close(found.se, alone.se or 0.0) and close(found.deff, alone.deff or 0.0)


def test_counts_alone_give_the_city_sample_without_its_design_effect(golden: Store) -> None:
    counts = load(golden)
    (found,) = precision_of_counts(counts, Q2)
    (whole,) = precision(golden, Q2)
    assert found.se == whole.se and found.deff is None
    assert precision_of_counts(counts, Q2, ["kelurahan"])[0].se is None


def test_several_periode_together_add_the_covariance_of_those_that_recur(golden: Store) -> None:
    (found,) = precision(golden, Pilihan(pengumpul="kota"))
    parts = [precision(golden, Pilihan(periode=(kode,)))[0] for kode in ("2019-q2", "2019-q4")]
    assert found.df == 8 and found.n == sum(one.n for one in parts)
    independent = sum((one.n / found.n * float(one.se or 0)) ** 2 for one in parts) ** 0.5
    assert found.se is not None and 0.8 * independent < found.se < 1.5 * independent


def test_a_camat_judged_in_the_kecamatan_does_not_change_the_design() -> None:
    forms = as_forms(sample().iloc[:1598])
    camat = [form | {"wilayah_kode": form["wilayah_kode"][:8], "layanan_kode": "camat"} for form in forms[::5]]
    with store_of(forms) as alone, store_of(forms + camat) as mixed:
        layanan = ("pkk", "rptra", "ketertiban_umum", "jumantik", "posyandu", "ppsu")
        for menurut in ([], ["kecamatan"]):
            wanted = precision(alone, Pilihan(layanan=layanan), menurut, Cara(bobot="kelurahan"))
            found = precision(mixed, Pilihan(layanan=layanan), menurut, Cara(bobot="kelurahan"))
            assert [one.se for one in found] == pytest.approx([one.se for one in wanted])
            assert [one.df for one in found] == [one.df for one in wanted]


def test_an_empty_store(store: Store) -> None:
    assert precision(store) == () and precision(store, menurut=["golongan"], profil="usia") == ()


def test_nothing_selected_is_nothing(golden: Store) -> None:
    assert precision(golden, Pilihan(periode=("2030-q1",))) == ()
    assert precision(golden, Pilihan(layanan=("ppsu",), wilayah="31.73.99")) == ()


def test_words_that_do_not_exist_are_named(golden: Store) -> None:
    with pytest.raises(UnknownKeyError, match="Bobot"):
        Cara(bobot="suara")
    with pytest.raises(UnknownKeyError, match="Profil"):
        load(golden, profil="agama")
    with pytest.raises(UnknownKeyError, match="Rincian"):
        precision(golden, Q2, ["warna"])


def test_population_weights_need_populations() -> None:
    with store_of(as_forms(sample().iloc[:300])) as store:
        with store.write() as cursor:
            cursor.execute("UPDATE wilayah SET n_penduduk = NULL WHERE wilayah_kode = '31.73.01.1006'")
        with pytest.raises(InvalidSettingError, match=r"31\.73\.01\.1006"):
            precision(store, cara=Cara(bobot="penduduk"))
