"""A recap per unit holds no respondents: kept as stated, shown apart, and no figure is ever counted from it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skm_core import checks, effect, reference, scoring, uploads
from skm_core.errors import UploadStateError
from skm_core.intake import Draft, Options, Receipt, ingest, prepare, read_file
from skm_core.intake.archive import read_archive
from skm_core.precision import precision
from skm_core.results.measured import measure
from skm_core.results.recap import stated
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests import build
from tests.build import KALIDERES, KAPUK, form
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN: dict[str, Any] = {"layanan": "pkk", "periode": "2019-q2", "u8": "sarana", "pengumpul": "kota"}
HEAD: list[object] = ["No", "Kelurahan", "Jumlah responden", *(f"U{n}" for n in range(1, 10)), "IKM"]
NRR: list[object] = [3.07, 3.12, 2.98, 4, 3.2, 3.11, 3.35, 3.4, 2.9]
HERE = Pilihan(("2019-q2",), ("pkk",), KAPUK)


def table(*rows: list[object], head: list[object] = HEAD) -> bytes:
    return files.book_of([["REKAPITULASI NILAI SKM"], head, *rows])


def put(store: Store, draft: Draft, folder: Path | None = None) -> Receipt:
    assert not draft.refused, [finding.pesan for finding in draft.temuan]
    return ingest(store, draft, pengunggah="Siti", archive_dir=folder)


def everything_counted(store: Store) -> list[object]:
    """Every table and view that figures are made of."""
    names = ("kuesioner", "kuesioner_aktif", "hitung_butir", "sebaran_butir", "kuesioner_tanda")
    return [store.fetch(f"SELECT * FROM {name} ORDER BY ALL")[1] for name in names]


def test_a_recap_is_stored_as_it_states_and_the_ikm_worked_out_exactly(read: Read, store: Store) -> None:
    draft = read(table([1, "Kapuk", 100, *NRR, "80,92"], [2, "Kalideres", 90, *[3.5] * 9, 87.5]), "a.xlsx", **CHOSEN)
    assert codes(draft) == ["REKAP_TANPA_RESPONDEN"] and (len(draft.rekap), draft.n_diterima) == (2, 0)
    receipt = put(store, draft)
    assert (receipt.n_rekap, receipt.n_diterima) == (2, 0)
    (kapuk,) = stated(store, HERE)
    by_hand = 25 * (Fraction("3.07") + Fraction("3.12") + Fraction("2.98") + 4 + Fraction("3.2") + Fraction("3.11")
                    + Fraction("3.35") + Fraction("3.4") + Fraction("2.9")) / 9  # fmt: skip
    assert by_hand == Fraction(29_13, 36) and kapuk.ikm_hitung == Decimal("80.92") == kapuk.ikm
    assert (kapuk.n, kapuk.n_unsur, kapuk.pengumpul, kapuk.unggahan_id) == (100, 9, "kota", 1)
    _, rows = store.fetch("SELECT nrr['b8'], nrr['b9'], ikm FROM rekap WHERE baris = 3")
    assert rows == [("3.4", "2.9", "80.92")], "8 is sarana, the eighth question of the questionnaire"
    assert not checks.verify(store)


def test_number_eight_is_asked_for_in_a_recap_too(read: Read) -> None:
    draft = read(table([1, "Kapuk", 100, *NRR, 80.92]), "a.xlsx", **{**CHOSEN, "u8": None})
    assert draft.refused and draft.is_rekap and draft.pertanyaan == ("u8",)
    turned = read(table([1, "Kapuk", 100, *NRR, 80.92]), "a.xlsx", **{**CHOSEN, "u8": "pengaduan"})
    assert (turned.rekap[0].nrr["b9"], turned.rekap[0].nrr["b8"]) == ("3.4", "2.9")


def test_no_figure_changes_by_a_recap(read: Read, store: Store) -> None:
    build.ingest(store, [form([3, 4, 3, 4, 3, 4, 3, 2, k % 4 + 1], layanan="pkk") for k in range(40)], pengumpul="kota")
    before = (everything_counted(store), scoring.score(store), measure(store, HERE), precision(store, HERE))
    draft = read(table([1, "Kapuk", 100, *[1.5] * 9, 37.5], [2, "Kalideres", 100, *NRR, 80.9]), "a.xlsx", **CHOSEN)
    assert effect.of_upload(store, draft) == ()
    put(store, draft)
    assert (everything_counted(store), scoring.score(store), measure(store, HERE), precision(store, HERE)) == before
    assert effect.of_undo(store, 2) == ()
    assert scoring.score(store, Pilihan(wilayah=KALIDERES)) == ()


def test_an_index_per_unit_alone_is_a_recap_too(read: Read, store: Store) -> None:
    head: list[object] = ["Layanan", "Kelurahan", "Responden", "Nilai IKM", "Mutu"]
    rows: list[list[object]] = [["PKK", "Kapuk", 100, "82,10", "B"], ["Posyandu", "Kapuk", None, 81.5, "B"]]
    draft = read(table(*rows, ["Rata-rata", None, None, 81.8, "B"], head=head), "a.xlsx",
                 periode="2019-q2", pengumpul="kelurahan")  # fmt: skip
    put(store, draft)
    (pkk,) = stated(store, HERE)
    assert (pkk.ikm, pkk.ikm_hitung, pkk.n_unsur, pkk.n) == (Decimal("82.10"), None, 0, 100)
    (posyandu,) = stated(store, Pilihan(("2019-q2",), ("posyandu",), KAPUK))
    assert (posyandu.ikm, posyandu.n) == (Decimal("81.50"), None)
    assert len(draft.rekap) == 2, "the mean at the foot is no unit"


def test_a_kecamatan_and_the_city_may_be_stated(read: Read, store: Store) -> None:
    put(store, read(table(["Cengkareng", 82.1], ["Tambora", 80], head=["Kecamatan", "IKM"]), "a.xlsx", **CHOSEN))
    city = files.table([["Layanan", "IKM"], ["PKK", "81,05"]])
    asked = read(city, periode="2019-q2", pengumpul="kota")
    assert asked.refused and asked.pertanyaan == ("kelurahan",)
    put(store, read(city, periode="2019-q2", pengumpul="kota", kelurahan="31.73"))
    assert [one.ikm for one in stated(store, Pilihan(("2019-q2",), ("pkk",), "31.73.01"))] == [Decimal("82.10")]
    assert [one.ikm for one in stated(store, Pilihan(("2019-q2",), ("pkk",)))] == [Decimal("81.05")]
    assert stated(store, HERE) == () == stated(store, Pilihan(("2019-q2",))), "only exactly what is on screen"


@pytest.mark.parametrize(
    ("row", "kode"),
    [
        ([1, "Kapuk", 100, 4.2, *NRR[1:], 80.9], "REKAP_NILAI_SALAH"),
        ([1, "Kapuk", 100, *NRR, 180.9], "REKAP_NILAI_SALAH"),
        ([1, "Kapuk", 10.5, *NRR, 80.9], "REKAP_NILAI_SALAH"),
        ([1, "Kapuk", 100, *["-"] * 9, None], "TANPA_JAWABAN"),
        ([1, "Bogor", 100, *NRR, 80.9], "WILAYAH_TIDAK_DIKENAL"),
        ([1, "Kamal", 100, *NRR, 80.9], "REKAP_GANDA"),
    ],
)
def test_a_line_that_cannot_stand_is_refused_alone(row: list[object], kode: str, read: Read, store: Store) -> None:
    draft = read(table([1, "Kamal", 100, *NRR, 80.92], row), "a.xlsx", **CHOSEN)
    (finding,) = [one for one in draft.temuan if one.tingkat == "baris"]
    assert (finding.kode, finding.baris) == (kode, 4)
    receipt = put(store, draft)
    assert (receipt.n_rekap, receipt.n_ditolak) == (1, 1)


def test_a_stated_index_that_its_nrr_do_not_give_is_said(read: Read) -> None:
    near, far = (read(table([1, "Kapuk", 100, *NRR, ikm]), "a.xlsx", **CHOSEN) for ikm in (81.04, 81.05))
    assert "REKAP_IKM_BERBEDA" not in codes(near), "within what two decimals of an NRR can hide: 0,125 + 0,005"
    (finding,) = [one for one in far.temuan if one.kode == "REKAP_IKM_BERBEDA"]
    assert "81,05" in finding.pesan and "80,92" in finding.pesan


def test_undone_restored_and_sent_twice(read: Read, store: Store, tmp_path: Path) -> None:
    data = table([1, "Kapuk", 100, *NRR, 80.92])
    assert put(store, read(data, "a.xlsx", **CHOSEN), tmp_path).n_rekap == 1
    again = put(store, read(data, "b.xlsx", **CHOSEN), tmp_path)
    assert (again.unggahan_id, again.n_rekap, [one.kode for one in again.temuan]) == (1, 0, ["BERKAS_SAMA"])
    (item,) = uploads.history(store)
    assert (item.n_rekap, item.n_diterima, item.periode, item.layanan) == (1, 0, ("2019-q2",), ("pkk",))
    uploads.undo(store, 1, oleh="Budi")
    assert stated(store, HERE) == ()
    put(store, read(data, "b.xlsx", **CHOSEN), tmp_path)
    with pytest.raises(UploadStateError, match="unggahan 2"):
        uploads.restore(store, 1, oleh="Budi")
    uploads.undo(store, 2, oleh="Budi")
    uploads.restore(store, 1, oleh="Budi")
    assert [one.unggahan_id for one in stated(store, HERE)] == [1] and not checks.verify(store)
    raw = read_archive(tmp_path / f"{item.berkas_sha256}.parquet", "a.xlsx")
    assert raw.lembar[0].n_baris == 3
    raw.close()


def test_of_two_recaps_on_the_same_thing_the_newer_is_shown(read: Read, store: Store) -> None:
    for ikm in (80.92, 80.93):
        put(store, read(table([1, "Kapuk", 100, *NRR, ikm]), "a.xlsx", **CHOSEN))
    assert [one.ikm for one in stated(store, HERE)] == [Decimal("80.93")]
    uploads.undo(store, 2, oleh="Budi")
    assert [one.ikm for one in stated(store, HERE)] == [Decimal("80.92")]


def test_a_recap_cannot_be_scored_as_a_lone_file(read: Read) -> None:
    draft = read(table([1, "Kapuk", 100, *NRR, 80.92]), "a.xlsx", open_world=True, **CHOSEN)
    assert draft.refused and codes(draft) == ["REKAP_BUKAN_JAWABAN"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nrr=st.lists(st.integers(1000, 4000), min_size=9, max_size=9), decimals=st.integers(1, 3))
def test_any_stated_nrr_comes_back_and_gives_its_exact_index(nrr: list[int], decimals: int) -> None:
    step = 10 ** (3 - decimals)
    values = [max(1000, value // step * step) for value in nrr]
    written = [f"{value // 1000},{value % 1000:03d}"[: 2 + decimals] for value in values]
    assume(sum(value % 1000 > 0 for value in values) >= 3)  # whole numbers alone could be answers
    names = [files.OFFICIAL[key] for key in files.RULE]
    data = files.table([["Kelurahan", *names], ["Kapuk", *written]], delimiter=";")
    with Store() as store:
        reference.seed(store)
        options = Options(periode="2019-q2", layanan="pkk", pengumpul="kota")
        draft = prepare(store, read_file(data, "a.csv"), options)
        put(store, draft)
        (one,) = stated(store, HERE)
        cents, rest = divmod(25 * 100 * sum(values), 9000)
        assert one.ikm_hitung == Decimal(cents + (2 * rest >= 9000)) / 100
