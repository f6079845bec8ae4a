"""The recorded plan: what is drawn can be drawn again by anybody, and nothing is replaced in silence."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skm_core import checks, reference, registry
from skm_core.errors import InvalidSettingError, StoreError, UnknownKeyError
from skm_core.sampling import Rencana, Usulan, plan, plans, save_plan, save_targets, seed_of
from skm_core.sampling.minutes import minutes
from skm_core.settings import save_layanan
from skm_core.store import Store
from skm_core.terms import Layanan
from tests.older import back_to_version_1

CITY = Usulan("2019-q2", benih=20190401)
OWN = Usulan("2019-q2", "kelurahan", "semua", None, "", None, 30)


def by_hand(seed: int, per: int, cara: str) -> set[str]:
    """The draw as the berita acara tells it, from the reference data, with nothing of the library's own drawing."""
    places = sorted((p for p in reference.wilayah() if p.tingkat == "kelurahan"), key=lambda p: p.kode)
    generator = random.Random(seed)
    chosen: set[str] = set()
    for _, group in groupby(places, key=lambda p: p.kode[:8]):
        members = list(group)
        order = sorted((generator.random(), p.kode, p.n_penduduk or 0) for p in members)
        if cara == "srs":
            chosen |= {kode for _, kode, _ in order[:per]}
            continue
        total = sum(people for _, _, people in order)
        assert all(per * people < total for _, _, people in order), "none is certain at two per kecamatan"
        start, reached = Fraction(generator.random()), Fraction(0)
        for _, kode, people in order:
            before, reached = reached, reached + Fraction(per * people, total)
            if any(before <= start + step < reached for step in range(per)):
                chosen.add(kode)
    return chosen


@pytest.mark.parametrize("cara", ["srs", "pps"])
@pytest.mark.parametrize("seed", [20190401, 7, 0])
def test_what_is_recorded_is_what_the_berita_acara_tells(store: Store, cara: str, seed: int) -> None:
    found = save_plan(store, Usulan("2019-q2", cara=cara, benih=seed, benih_asal="rapat"), oleh="Siti")
    assert {one.kelurahan for one in found.terpilih} == by_hand(seed, 2, cara)
    assert len(found.daftar) == 56 and found.dapat_diulang
    assert checks.verify(store) == ()


def test_a_plan_is_read_back_whole(store: Store) -> None:
    moment = datetime(2019, 4, 1, 2, 15, tzinfo=UTC).replace(tzinfo=None)
    saved = save_plan(store, CITY, oleh=" Siti ", waktu=moment)
    assert saved == plan(store, "2019-q2", "kota")
    assert (saved.rencana_id, saved.usulan, saved.pengundi, saved.waktu) == (1, CITY, "Siti", moment)
    assert (saved.berlaku, saved.alasan, saved.n_kuesioner) == (True, "", 1600)
    assert plan(store, "2019-q2", "kelurahan") is None and plans(store, "lain", "kota") == ()
    per_place: dict[str, list[int]] = {}
    for one in saved.sasaran:
        assert one.target == one.target_awal and one.diubah_oleh is None
        per_place.setdefault(one.kelurahan, []).append(one.target)
    assert set(per_place) == {one.kelurahan for one in saved.terpilih}
    assert all(len(values) == 6 and sum(values) == 100 for values in per_place.values())


def test_all_kelurahan_without_a_draw(store: Store) -> None:
    found = save_plan(store, OWN, oleh="Siti")
    assert len(found.terpilih) == 56 and found.n_kuesioner == 56 * 30 and not found.diundi and found.dapat_diulang
    everybody = save_plan(
        store, Usulan("2019-q2", benih=1, benih_asal="rapat", penilaian="semua", kuota=40), oleh="Siti"
    )
    assert set(everybody.target.values()) == {40} and everybody.n_kuesioner == 16 * 6 * 40
    assert checks.verify(store) == ()


def test_a_plan_is_replaced_only_with_a_reason_and_stays_visible(store: Store) -> None:
    first = save_plan(store, CITY, oleh="Siti")
    version = store.data_version
    again = Usulan("2019-q2", benih=777, benih_asal="disepakati rapat")
    with pytest.raises(InvalidSettingError, match="sudah punya rencana nomor 1"):
        save_plan(store, again, oleh="Budi", alasan="  ")
    assert store.data_version == version and plans(store, "2019-q2", "kota") == (first,)
    second = save_plan(store, again, oleh="Budi", alasan="kuota berubah")
    newest, oldest = plans(store, "2019-q2", "kota")
    assert newest == second == plan(store, "2019-q2", "kota") and second.rencana_id == 2
    assert (oldest.status, oldest.alasan, oldest.status_oleh) == ("diganti", "kuota berubah", "Budi")
    assert (oldest.daftar, oldest.sasaran, oldest.usulan) == (first.daftar, first.sasaran, first.usulan)
    assert checks.verify(store) == ()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Usulan("2030", benih=1), "Periode"),
        (Usulan("2019-maret", benih=1), "panel undangan"),
        (Usulan("2019-q2", "camat", benih=1), "Pengumpul"),
        (Usulan("2019-q2", cara="tunjuk", benih=1), "Cara undi"),
        (Usulan("2019-q2", benih=None), "Benih acak"),
        (Usulan("2019-q2", benih=-1), "Benih acak"),
        (Usulan("2019-q2", benih=5, benih_asal=" "), "dari mana"),
        (Usulan("2019-q2", benih=1, per_kecamatan=7), "hanya punya"),
        (Usulan("2019-q2", benih=1, kuota=0), "Responden per kelurahan"),
        (Usulan("2019-q2", benih=1, penilaian="tiga"), "Penilaian"),
        (Usulan("2019-q2", cara="semua", benih=1), "tidak memakai benih"),
    ],
)
def test_a_wrong_proposal_is_refused_and_nothing_is_stored(store: Store, wrong: Usulan, message: str) -> None:
    before = store.data_version
    with pytest.raises((InvalidSettingError, UnknownKeyError), match=message):
        save_plan(store, wrong, oleh="Siti")
    with pytest.raises(InvalidSettingError, match="Ketik nama"):
        save_plan(store, CITY, oleh=" ")
    assert store.data_version == before and plans(store, "2019-q2", "kota") == ()


def test_single_targets_change_with_name_and_rule_beside_them(store: Store) -> None:
    first = save_plan(store, CITY, oleh="Siti")
    place = first.terpilih[0].kelurahan
    assert save_targets(store, first, {(place, "pkk"): 40, (place, "ppsu"): first.target[place, "ppsu"]}, oleh="B") == 1
    now = plan(store, "2019-q2", "kota")
    assert now
    (changed,) = [one for one in now.sasaran if one.diubah_oleh]
    assert (changed.layanan, changed.target, changed.target_awal, changed.diubah_oleh) == ("pkk", 40, 17, "B")
    assert now.n_kuesioner == 1600 + 40 - 17
    outside = next(one.kelurahan for one in now.daftar if not one.terpilih)
    for target in ({(outside, "pkk"): 1}, {(place, "pkk"): -1}, {(place, "wali_kota"): 1}):
        with pytest.raises(InvalidSettingError):
            save_targets(store, now, target, oleh="B")
    save_plan(store, CITY, oleh="C", alasan="ulang")
    with pytest.raises(InvalidSettingError, match="baru saja diganti"):
        save_targets(store, now, {(place, "pkk"): 20}, oleh="B")


def test_a_plan_does_not_follow_later_changes_of_the_settings(store: Store) -> None:
    first = save_plan(store, CITY, oleh="Siti")
    save_layanan(store, Layanan("ktp", "KTP", "KTP", "layanan", 20, None, None, True))
    with store.write() as cursor:
        cursor.execute("UPDATE wilayah SET n_penduduk = n_penduduk * 2 WHERE tingkat = 'kelurahan'")
    assert plan(store, "2019-q2", "kota") == first and first.dapat_diulang
    new = save_plan(store, CITY, oleh="Siti", alasan="layanan bertambah")
    assert {one.layanan for one in new.sasaran} - {one.layanan for one in first.sasaran} == {"ktp"}


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 999_999_999_999),
    cara=st.sampled_from(["srs", "pps"]),
    per=st.integers(1, 5),
    kuota=st.integers(1, 500),
)
def test_every_recorded_draw_can_be_repeated(seed: int, cara: str, per: int, kuota: int) -> None:
    with Store() as store:
        reference.seed(store)
        found = save_plan(store, Usulan("2019-q2", "kota", cara, seed, "uji", per, kuota), oleh="uji")
        assert found.dapat_diulang and len(found.terpilih) == 8 * per
        assert sum(one.peluang for one in found.daftar) == 8 * per
        assert found.n_kuesioner == 8 * per * kuota
        assert checks.verify(store) == ()


TAMPERING = {
    "rencana_undian": "UPDATE rencana_kelurahan SET terpilih = NOT terpilih WHERE urutan = 1",
    "rencana_ganda": "UPDATE rencana_sampel SET status = 'berlaku', alasan = ''",
    "rencana_tanpa_induk": "UPDATE rencana_sasaran SET wilayah_kode = '31.73.01.9999' WHERE rencana_id = 2",
}


@pytest.mark.parametrize("check", TAMPERING)
def test_checks_find_a_plan_that_was_tampered_with(store: Store, check: str) -> None:
    save_plan(store, CITY, oleh="Siti")
    save_plan(store, CITY, oleh="Siti", alasan="ulang")
    with store.write() as cursor:
        cursor.execute(TAMPERING[check])
    assert check in {offence.check for offence in checks.verify(store)}


def test_a_changed_random_number_no_longer_repeats(store: Store) -> None:
    save_plan(store, CITY, oleh="Siti")
    with store.write() as cursor:
        cursor.execute("UPDATE rencana_kelurahan SET angka_acak = angka_acak / 2 WHERE urutan = 1")
    found = plan(store, "2019-q2", "kota")
    assert found and not found.dapat_diulang


def schema(store: Store) -> list[tuple[object, ...]]:
    columns = """
        SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
        WHERE table_name LIKE 'rencana%' ORDER BY table_name, column_index
    """
    rules = """
        SELECT table_name, constraint_text FROM duckdb_constraints() WHERE table_name LIKE 'rencana%' ORDER BY ALL
    """
    return [*store.fetch(columns)[1], *store.fetch(rules)[1]]


def test_an_older_file_gets_the_same_tables(tmp_path: Path) -> None:
    with Store() as new:
        wanted = schema(new)
    with Store(tmp_path / "lama.duckdb") as old:
        reference.seed(old)
        back_to_version_1(old)
    with Store(tmp_path / "lama.duckdb") as old:
        assert schema(old) == wanted and len(wanted) > 30
        assert save_plan(old, CITY, oleh="Siti").dapat_diulang


def test_the_database_refuses_two_of_what_must_be_one(store: Store) -> None:
    with pytest.raises(StoreError), store.write() as cursor:
        cursor.execute(
            "INSERT INTO rencana_sampel VALUES (1, '2019-q2', 'kota', 'srs', NULL, '', 2, 100, 'satu', 'a', now(), "
            "'berlaku', now(), 'a', '')"
        )


def test_the_berita_acara_holds_all_that_a_check_needs(store: Store) -> None:
    midnight = datetime(2019, 4, 1, tzinfo=UTC).replace(tzinfo=None)
    found = save_plan(store, Usulan("2019-q2", cara="pps", benih=20190401), oleh="Siti <b>", waktu=midnight)
    page = minutes(store, found, contoh=True)
    assert "http" not in page and "DATA CONTOH" in page and "@page" in page
    assert "Siti &lt;b&gt;" in page and "<b>20190401</b>" in page and "1 April 2019 pukul 07.00 WIB" in page
    assert "python -m skm_core draw --benih 20190401 --cara pps --per-kecamatan 2" in page
    assert page.count('<tr class="on">') == 16 and page.count("titik awal 0,") == 8
    for one in found.daftar:
        assert one.nama in page and f"{one.angka:.6f}".replace(".", ",") in page
    assert all(role in page for role in ("Yang mengundi", "Saksi", "Mengetahui"))
    save_plan(store, CITY, oleh="Budi", alasan="cara <i>berubah</i>")
    old = plans(store, "2019-q2", "kota")[-1]
    assert "TIDAK BERLAKU LAGI" in (told := minutes(store, old)) and "cara &lt;i&gt;berubah" in told
    assert "DATA CONTOH" not in told


def test_seed_of_a_day() -> None:
    assert seed_of(date(2019, 4, 24)) == 20190424


def test_the_moment_is_now_in_utc(store: Store) -> None:
    found: Rencana = save_plan(store, CITY, oleh="Siti")
    assert abs((datetime.now(UTC).replace(tzinfo=None) - found.waktu).total_seconds()) < 60
    assert registry.periode(store)["2019-q2"].nama in minutes(store, found)
