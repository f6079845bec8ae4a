"""Fixed results: frozen exactly, closed to silent changes, readable beside what came later."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from skm_core import checks, publication, registry, scoring, settings, uploads
from skm_core.errors import ClosedPeriodeError, InvalidSettingError, UnknownKeyError
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests import build
from tests.build import KALIDERES, KAPUK, csv_bytes, form

Q2 = Pilihan(("2019-q2",))


@pytest.fixture
def fixed(store: Store) -> Store:
    """Twelve questionnaires of one kelurahan, three of another; results fixed."""
    build.ingest(store, [form([3] * 9)] * 12 + [form([2, 4, 3, 4, 3, 2, 3, None, 3], kelurahan=KALIDERES)] * 3)
    publication.fix(store, "2019-q2", oleh="Kabag Ortala", catatan="Surat 12/2019")
    return store


def later(store: Store, value: int = 4) -> object:
    return prepare(store, read_file(csv_bytes([form([value] * 9)] * 5), "susulan.csv"), Options(pengumpul="kelurahan"))


def test_every_figure_is_frozen_as_it_was(fixed: Store) -> None:
    (penetapan,) = publication.history(fixed)
    assert (penetapan.periode, penetapan.oleh, penetapan.catatan, penetapan.ke) == (
        "2019-q2",
        "Kabag Ortala",
        "Surat 12/2019",
        1,
    )
    assert penetapan.versi_data == fixed.data_version[1] - 1
    assert registry.periode(fixed)["2019-q2"].status == "tutup"
    frozen = {
        (one.layanan, one.kecamatan, one.kelurahan, one.unsur): (one.n, one.nilai)
        for one in publication.figures(fixed, penetapan)
    }
    kapuk, kalideres = (registry.wilayah(fixed)[place].kecamatan_kode for place in (KAPUK, KALIDERES))
    assert frozen[None, None, None, None] == (15, Fraction(25, 9) * _by_hand())
    assert frozen["posyandu", kapuk, KAPUK, None] == (12, Fraction(75))
    assert frozen[None, kalideres, KALIDERES, "biaya"] == (3, Fraction(4))
    assert (None, kalideres, KALIDERES, "pengaduan") not in frozen, "nobody answered it"
    assert len(frozen) == 10 * (1 + 1 + 2 + 2 + 2 + 2) - 4
    assert publication.revisions(fixed, Q2) == ()


def _by_hand() -> Fraction:
    """Sum of the nine NRR of the city: 12 forms of 3 and 3 forms of 2 4 3 4 3 2 3 – 3."""
    other = (2, 4, 3, 4, 3, 2, 3, None, 3)
    return sum(
        (Fraction(12 * 3 + (3 * value if value else 0), 12 + (3 if value else 0)) for value in other), Fraction(0)
    )


def test_a_change_needs_a_reason_and_both_figures_stay(fixed: Store) -> None:
    draft = later(fixed)
    before = fixed.data_version
    with pytest.raises(ClosedPeriodeError, match="April–Juni 2019 sudah ditetapkan"):
        ingest(fixed, draft, pengunggah="Siti")  # type: ignore[arg-type]
    with pytest.raises(ClosedPeriodeError):
        ingest(fixed, draft, pengunggah="Siti", revisi="  ")  # type: ignore[arg-type]
    assert fixed.data_version == before
    receipt = ingest(fixed, draft, pengunggah="Siti", revisi="Lima kuesioner tertinggal")  # type: ignore[arg-type]
    (revision,) = publication.revisions(fixed, Q2)
    assert revision.ditetapkan and revision.bicara is None and len(revision.nrr) == 9
    assert (revision.ditetapkan.n, revision.sekarang and revision.sekarang.n_kuesioner) == (15, 20)
    assert revision.sekarang and revision.sekarang.ikm_exact == scoring.score(fixed, Q2)[0].ikm_exact
    assert revision.alasan == ("Lima kuesioner tertinggal",)
    assert len(publication.revisions(fixed, replace(Q2, wilayah=KAPUK))) == 1
    assert publication.revisions(fixed, replace(Q2, wilayah=KALIDERES)) == ()
    assert publication.revisions(fixed, replace(Q2, pengumpul="kota")) == ()
    assert uploads.history(fixed)[0].revisi == ("Lima kuesioner tertinggal",)
    with pytest.raises(ClosedPeriodeError):
        uploads.undo(fixed, receipt.unggahan_id, oleh="Siti")
    uploads.undo(fixed, receipt.unggahan_id, oleh="Siti", revisi="Ternyata ganda")
    assert publication.revisions(fixed, Q2) == (), "the figures are those that were fixed"
    with pytest.raises(ClosedPeriodeError):
        uploads.restore(fixed, receipt.unggahan_id, oleh="Siti")
    assert [event.peristiwa for event in uploads.events(fixed, receipt.unggahan_id)] == ["disimpan", "dibatalkan"]
    assert not checks.verify(fixed)


def revise(store: Store, rows: list[dict[str, object]], pengumpul: str = "kelurahan") -> int:
    draft = prepare(store, read_file(csv_bytes(rows), f"{len(rows)}.csv"), Options(pengumpul=pengumpul))
    return ingest(store, draft, pengunggah="Siti", revisi="Datang kemudian").unggahan_id


def test_a_sample_of_the_city_that_came_later_is_a_revision(fixed: Store) -> None:
    number = revise(fixed, [form([4] * 9)] * 10, "kota")
    (found,) = publication.revisions(fixed, Q2)
    assert (found.pengumpul, found.ditetapkan, found.alasan) == ("kota", None, ("Datang kemudian",))
    assert found.sekarang and found.sekarang.ikm_exact == 100 and len(found.nrr) == 9
    assert found.bicara and (found.bicara.pengumpul, found.bicara.n) == ("kelurahan", 15), "what stood there then"
    assert publication.revisions(fixed, replace(Q2, pengumpul="kota")) == (found,)
    assert publication.revisions(fixed, replace(Q2, pengumpul="kelurahan")) == ()
    assert len(publication.revisions(fixed, replace(Q2, layanan=("posyandu",), wilayah=KAPUK))) == 1
    assert publication.revisions(fixed, replace(Q2, wilayah=KALIDERES)) == ()
    publication.fix(fixed, "2019-q2", oleh="Kabag")
    assert publication.revisions(fixed, Q2) == ()
    uploads.undo(fixed, number, oleh="Siti", revisi="Salah berkas")
    (gone,) = publication.revisions(fixed, replace(Q2, pengumpul="kelurahan"))
    assert (gone.pengumpul, gone.sekarang, gone.bicara) == ("kota", None, None), "it spoke then and is gone"
    assert publication.revisions(fixed, Q2) == (gone,)


def test_a_new_layanan_and_a_late_kelurahan_are_revisions(fixed: Store) -> None:
    taken = (KAPUK, KALIDERES)
    places = registry.wilayah(fixed).values()
    other = next(one.kode for one in places if one.tingkat == "kelurahan" and one.kode not in taken)
    revise(fixed, [form([4] * 9, layanan="pkk", kelurahan=other)] * 11)
    for asked in (replace(Q2, layanan=("pkk",)), replace(Q2, wilayah=other)):
        (found,) = publication.revisions(fixed, asked)
        assert (found.ditetapkan, found.bicara, found.hanya_nrr) == (None, None, False)
        assert found.sekarang and (found.sekarang.n_kuesioner, found.sekarang.ikm_exact) == (11, 100)
    assert publication.revisions(fixed, replace(Q2, layanan=("posyandu",))) == ()
    assert publication.revisions(fixed, replace(Q2, wilayah=KAPUK)) == ()


def test_nrr_that_moved_under_an_equal_ikm_are_a_revision(store: Store) -> None:
    rows = [form([3] * 9, responden=f"uuid-0000-{n}") for n in range(12)]
    build.ingest(store, rows)
    publication.fix(store, "2019-q2", oleh="Kabag")
    rows[0] |= {"waktu": 4, "biaya": 2}
    draft = prepare(store, read_file(csv_bytes(rows), "lagi.csv"), Options(pengumpul="kelurahan"))
    ingest(store, draft, pengunggah="Siti", take_changes=True, revisi="Tertukar")
    (found,) = publication.revisions(store, Q2)
    assert found.hanya_nrr and found.ditetapkan and found.sekarang
    moved = {one.unsur: one.sekarang and one.sekarang.nrr for one in found.nrr}
    assert moved == {"waktu": Fraction(37, 12), "biaya": Fraction(35, 12)}
    assert {one.ditetapkan and one.ditetapkan.nilai for one in found.nrr} == {Fraction(3)}


def test_fixing_again_adds_and_replaces_nothing(fixed: Store) -> None:
    ingest(fixed, later(fixed), pengunggah="Siti", revisi="Tertinggal")  # type: ignore[arg-type]
    publication.fix(fixed, "2019-q2", oleh="Kabag")
    assert [one.ke for one in publication.history(fixed)] == [1, 2]
    assert publication.revisions(fixed, Q2) == ()
    first, second = (
        next(
            one.n for one in publication.figures(fixed, each) if (one.layanan, one.kecamatan, one.unsur) == (None,) * 3
        )
        for each in publication.history(fixed)
    )
    assert (first, second) == (15, 20)


def test_another_periode_stays_open(fixed: Store) -> None:
    build.ingest(fixed, [form([3] * 9, periode="2019-q3")] * 2, name="q3.csv")
    assert publication.latest(fixed, "2019-q3") is None and publication.revisions(fixed, Pilihan(("2019-q3",))) == ()


def test_rule_and_selection_of_respondents_are_fixed_too(fixed: Store) -> None:
    periode = registry.periode(fixed)["2019-q2"]
    settings.save_periode(fixed, replace(periode, nama="Triwulan II 2019"))
    for change in ({"aturan": "kepmenpan-25-2004"}, {"cara_pemilihan": "acak"}):
        with pytest.raises(InvalidSettingError, match="sudah ditetapkan"):
            settings.save_periode(fixed, replace(periode, **change))


def test_what_cannot_be_fixed_says_why(store: Store) -> None:
    with pytest.raises(UnknownKeyError):
        publication.fix(store, "2031-q1", oleh="Kabag")
    with pytest.raises(InvalidSettingError, match="Ketik nama"):
        publication.fix(store, "2019-q2", oleh=" ")
    with pytest.raises(InvalidSettingError, match="Belum ada data"):
        publication.fix(store, "2019-q2", oleh="Kabag")
    assert publication.history(store) == ()


def test_fixed_results_survive_closing(tmp_path: Path) -> None:
    from skm_core import reference

    with Store(tmp_path / "a.duckdb") as store:
        reference.seed(store)
        build.ingest(store, [form([3] * 9)] * 12)
        publication.fix(store, "2019-q2", oleh="Kabag")
    with Store(tmp_path / "a.duckdb") as store:
        (penetapan,) = publication.history(store)
        assert {one.nilai for one in publication.figures(store, penetapan) if one.unsur is None} == {Fraction(75)}
