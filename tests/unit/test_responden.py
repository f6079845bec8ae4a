"""People counted once, groups compared as one family, and never a group of fewer than ten people."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from skm_core import registry, settings
from skm_core.precision import Cara, precision
from skm_core.results.responden import responden
from skm_core.results.unsur import unsur_page
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui import certainty
from skm_ui.views import responden as view
from skm_ui.views import unsur
from tests import build
from tests.build import KAPUK, form

Q2 = Pilihan(("2019-q2",), pengumpul="kelurahan")


def people(n: int, value: int, start: int = 0, **profile: object) -> list[dict[str, object]]:
    """Each person judges posyandu and PKK; answers to sarana vary."""
    return [
        form([3, value, 3, 4, 3, 3, 3, 3, 2 + who % 2], layanan=layanan, responden=f"orang{start + who}", **profile)
        for who in range(n)
        for layanan in ("posyandu", "pkk")
    ]


@pytest.fixture
def told(store: Store) -> Store:
    build.ingest(
        store,
        [
            *people(20, 4, jenis_kelamin="P", usia=35, pendidikan="SMA"),
            *people(14, 2, 100, jenis_kelamin="L", usia=65, pendidikan="SMA"),
            *people(6, 1, 200, jenis_kelamin="L", usia=17, pendidikan="S3"),
        ],
    )
    return store


def test_people_are_counted_once(told: Store) -> None:
    found = responden(told, Q2)
    assert found and (found.n_orang, found.score.n_kuesioner) == (40, 80)
    by = {field.kunci: {one.kunci: one.n_orang for one in field.golongan} for field in found.bidang}
    assert by["jenis_kelamin"] == {"P": 20, "L": 20} and by["usia"] == {"<20": 6, "30-39": 20, "60+": 14}
    assert list(by["usia"]) == ["<20", "30-39", "60+"] and by["pekerjaan"] == {}
    assert {field.kunci: field.kosong for field in found.bidang}["pekerjaan"] == 40


def test_a_group_of_few_people_is_neither_shown_nor_compared(told: Store) -> None:
    found = responden(told, Q2)
    assert found is not None
    young = found.bidang[1].golongan[0]
    assert young.kunci == "<20" and young.score and young.score.n_kuesioner == 12 and not young.tampil
    compared = {(one.bidang, one.rendah.kunci, one.tinggi.kunci) for one in found.beda}
    assert compared == {("jenis_kelamin", "L", "P")}
    older = found.bidang[1].golongan[2]
    assert older.score and older.n_orang == 14 and not older.tampil, "40 people less 20 and 14 would tell of the six"


def test_figures_of_a_group_are_those_of_its_questionnaires(told: Store) -> None:
    found = responden(told, Q2)
    assert found is not None
    old = found.bidang[1].golongan[2]
    assert old.score and old.score.ikm_exact == Fraction(25, 9) * (3 + 2 + 3 + 4 + 3 * 4 + Fraction(5, 2))
    assert old.score.acuan == "golongan:usia:60+|2019-q2|||kelurahan" and old.score.plus_minus
    (gap,) = found.beda  # 25/9 × 28.5 = 79.17 and 25/9 × 26.2 = 72.78
    assert gap.certain and gap.putusan_kata == "lebih rendah" and gap.kata.startswith("lebih rendah 6,39, di luar")
    assert gap.acuan == "antargolongan:jenis_kelamin:P>L|2019-q2|||kelurahan"


def test_all_pairs_are_one_family(store: Store) -> None:
    rows = [
        form(
            [3, 3 + (n % 3 == 0), 3, 4, 3, 2 + n % 2, 3, 3, 3],
            kelurahan=KAPUK,
            responden=f"r{n}",
            jenis_kelamin="PL"[n % 2],
            usia=(25, 35, 45)[n % 3],
        )
        for n in range(90)
    ]
    build.ingest(store, rows)
    found = responden(store, Q2)
    assert found and len(found.beda) == 4
    tests = sorted((one.selisih for one in found.beda), key=lambda one: one.p if one.p is not None else 2)
    p = [one.p for one in tests if one.p is not None]
    corrected, highest = [], 0.0
    for step, value in enumerate(p):  # Holm by hand, over all four
        highest = max(highest, min(1.0, value * (len(p) - step)))
        corrected.append(highest)
    assert [one.p_terkoreksi for one in tests if one.p is not None] == corrected


@pytest.mark.parametrize("profil", ["jenis_kelamin", "usia"])
def test_the_direct_pass_gives_the_variances_of_the_kept_sums(told: Store, profil: str) -> None:
    direct = precision(told, Q2, ["golongan"], Cara(unsur=True, deff=False), profil=profil)
    kept = precision(told, Q2, ["golongan"], Cara(unsur=True, deff=True), profil=profil)
    assert len(direct) == len(kept) > 1
    for one, other in zip(direct, kept, strict=True):
        assert one.golongan == other.golongan and one.df == other.df
        assert one.se == pytest.approx(other.se, abs=1e-9)
        for part, same in zip(one.unsur, other.unsur, strict=True):
            assert part.se == pytest.approx(same.se, abs=1e-9)


def test_one_kelurahan_does_not_speak_for_the_city_and_verdicts_say_what_they_mean(told: Store) -> None:
    """The periode of the upload is not a random sample, and one of 56 kelurahan sent it."""
    found = responden(told, Q2)
    assert found and found.cakupan == "1 dari 56 kelurahan"
    said = "40 warga menjawab di 1 dari 56 kelurahan di Jakarta Barat"
    assert view.title(found, "Jakarta Barat") == f"{said}; satu beda antarkelompok di luar batas kebetulan survei"
    meant = "Responden tidak dipilih acak: yang pasti di sini hanya di luar kebetulan survei"
    assert view.gaps_note(found).count(meant) == 1
    assert f"{meant}, belum tentu berlaku bagi semua warga." in certainty.sentences(found.score)
    assert "<span>Responden tidak dipilih acak</span></summary>" in certainty.certainty_html(found.score)
    here = responden(told, Pilihan(("2019-q2",), (), KAPUK))
    assert here and here.cakupan == "" and view.title(here, "Kapuk").startswith("40 warga menjawab di Kapuk; ")
    page = unsur_page(told, Q2)
    assert page and "di 1 dari 56 kelurahan di Jakarta Barat" in unsur.title(page, "Jakarta Barat", "")


def test_of_a_random_sample_nothing_is_added(told: Store) -> None:
    periode = registry.periode(told)["2019-q2"]
    settings.save_periode(told, replace(periode, cara_pemilihan="acak"))
    found = responden(told, Q2)
    assert found and "acak" not in view.gaps_note(found) + certainty.certainty_html(found.score).split("<ul>")[0]
