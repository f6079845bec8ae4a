"""Changes to settings: stored and read back, or refused with a sentence that says what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from skm_core import checks, registry, settings
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.store import Store
from skm_core.terms import Periode
from tests import build

PERIODE = Periode(
    "2026-s1", "Semester I 2026", date(2026, 1, 1), date(2026, 6, 30), "permenpan-14-2017", "acak", "buka"
)


def test_a_periode_is_created_and_changed(store: Store) -> None:
    settings.save_periode(store, PERIODE)
    assert registry.periode(store)["2026-s1"] == PERIODE
    settings.save_periode(store, replace(PERIODE, status="tutup"))
    assert registry.periode(store)["2026-s1"].status == "tutup"
    assert list(registry.periode(store))[-1] == "2026-s1"
    assert checks.verify(store) == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kode": "Semester 1"}, "huruf kecil"),
        ({"nama": " "}, "tidak boleh kosong"),
        ({"selesai": date(2025, 1, 1)}, "sebelum tanggal selesai"),
        ({"aturan": "permenpan-16-2014"}, "permenpan-14-2017"),
        ({"cara_pemilihan": "undian"}, "acak"),
        ({"status": "arsip"}, "buka"),
    ],
)
def test_a_wrong_periode_is_refused_and_nothing_changes(store: Store, change: dict[str, object], message: str) -> None:
    before = store.data_version
    with pytest.raises(InvalidSettingError, match=message):
        settings.save_periode(store, replace(PERIODE, **change))  # type: ignore[arg-type]
    assert store.data_version == before


def test_a_layanan_takes_users_and_target(store: Store) -> None:
    posyandu = registry.layanan(store)["posyandu"]
    settings.save_layanan(store, replace(posyandu, n_pengguna=12_000, target_ikm=Decimal("84.50")))
    found = registry.layanan(store)["posyandu"]
    assert (found.n_pengguna, found.target_ikm) == (12_000, Decimal("84.50"))
    with pytest.raises(InvalidSettingError, match="antara 25 dan 100"):
        settings.save_layanan(store, replace(posyandu, target_ikm=Decimal("101")))
    with pytest.raises(InvalidSettingError, match="lebih besar dari nol"):
        settings.save_layanan(store, replace(posyandu, n_pengguna=0))


def test_an_instrumen_in_use_cannot_change_its_meaning(store: Store) -> None:
    build.ingest(store, [build.form([3] * 9)])
    standard = registry.instrumen(store)["skm9"]
    with pytest.raises(InvalidSettingError, match="sudah dipakai 1 isian"):
        settings.save_instrumen(store, replace(standard, nama="lain"))


def test_weights_that_do_not_total_one_are_refused(store: Store) -> None:
    standard = registry.instrumen(store)["skm9"]
    copy = replace(
        standard, kode="berbobot", butir=tuple(replace(item, instrumen_kode="berbobot") for item in standard.butir)
    )
    with pytest.raises(InvalidSettingError, match=r"tepat 1, sekarang 0\.99"):
        settings.save_instrumen(store, replace(copy, bobot=dict.fromkeys(build.UNSUR, Fraction("0.11"))))
    with pytest.raises(InvalidSettingError, match="harus punya bobot"):
        settings.save_instrumen(store, replace(copy, bobot={"waktu": Fraction(1)}))
    settings.save_instrumen(store, replace(copy, bobot=dict.fromkeys(build.UNSUR, Fraction(1, 9))))
    assert checks.verify(store) == ()


def test_more_than_twenty_items_are_refused_not_cut(store: Store) -> None:
    standard = registry.instrumen(store)["skm9"]
    many = tuple(replace(standard.butir[0], kolom=f"b{number}", urutan=number) for number in range(1, 22))
    with pytest.raises(InvalidSettingError, match="1 sampai 20"):
        settings.save_instrumen(store, replace(standard, kode="panjang", butir=many))


def test_four_different_labels_are_needed(store: Store) -> None:
    standard = registry.instrumen(store)["skm9"]
    twice = replace(standard.butir[0], label=("Baik", "baik", "Cukup", "Sangat baik"))
    with pytest.raises(InvalidSettingError, match="empat label"):
        settings.save_instrumen(store, replace(standard, kode="kembar", butir=(twice,)))


def test_agency_settings(store: Store) -> None:
    settings.save_settings(store, {"tautan_publikasi": "https://barat.jakarta.go.id/skm"})
    assert registry.settings(store)["tautan_publikasi"] == "https://barat.jakarta.go.id/skm"
    with pytest.raises(InvalidSettingError, match="https://"):
        settings.save_settings(store, {"tautan_publikasi": "javascript:alert(1)"})
    with pytest.raises(UnknownKeyError, match="warna"):
        settings.save_settings(store, {"warna": "biru"})
