"""The demo data: the same every time, sound, complete, and with the structure the product has to show."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from statistics import mean, variance

import pytest

from skm_core import reference
from skm_core.checks import verify
from skm_core.demo import generate
from skm_core.demo.comments import sentences
from skm_core.errors import StoreError
from skm_core.store import Store

QUARTERS = "2019-q2 2019-q3 2019-q4 2020-q1 2020-q2 2020-q3 2020-q4 2021-q1".split()  # noqa: SIM905
ITEMS = [f"b{number}" for number in range(1, 10)]
INDEX = f"25 * ({' + '.join(f'avg({item})' for item in ITEMS)}) / 9"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store() as opened:
        generate(opened)
        yield opened


def ask(store: Store, sql: str) -> list[tuple]:
    return store.fetch(sql)[1]


def content(store: Store) -> list[tuple]:
    tables = ("kuesioner", "unggahan", "periode", "layanan", "pengaturan")
    return [
        ask(store, f"SELECT count(*), bit_xor(hash(t)), sum(hash(t) % 1000003) FROM {name} AS t")[0] for name in tables
    ]


def test_same_seed_same_content(store: Store) -> None:
    with Store() as again, Store() as other:
        generate(again)
        generate(other, seed=7)
        assert content(again) == content(store)
        assert content(other)[0] != content(store)[0]


def test_the_database_is_sound(store: Store) -> None:
    assert verify(store) == ()


def test_counts_per_round(store: Store) -> None:
    assert 55_000 < ask(store, "SELECT count(*) FROM kuesioner")[0][0] < 65_000
    panel = "SELECT layanan_kode, count(*) FROM kuesioner WHERE periode_kode = '2019-maret' GROUP BY ALL ORDER BY ALL"
    assert ask(store, panel) == [("camat", 4_000), ("lurah", 6_000), ("wali_kota", 2_000)]
    per_quarter = dict(
        ask(store, "SELECT periode_kode, count(*) FROM kuesioner WHERE instrumen_kode = 'skm9' GROUP BY ALL")
    )
    assert sorted(per_quarter) == QUARTERS
    assert all(5_500 < n < 7_000 for n in per_quarter.values())


def test_panel_judges_each_official_on_his_own_level(store: Store) -> None:
    levels = """
        SELECT DISTINCT layanan_kode, tingkat, instrumen_kode, pengumpul
        FROM kuesioner JOIN wilayah USING (wilayah_kode)
        WHERE periode_kode = '2019-maret' ORDER BY ALL
    """
    assert ask(store, levels) == [
        ("camat", "kecamatan", "kinerja2019", "kota"),
        ("lurah", "kelurahan", "kinerja2019", "kota"),
        ("wali_kota", "kota", "kinerja2019", "kota"),
    ]


@pytest.mark.parametrize("periode", QUARTERS)
def test_city_sample_is_two_kelurahan_of_100_in_each_kecamatan(store: Store, periode: str) -> None:
    drawn = f"""
        SELECT left(wilayah_kode, 8) AS kecamatan, wilayah_kode, count(DISTINCT responden_kunci) AS n
        FROM kuesioner WHERE periode_kode = '{periode}' AND pengumpul = 'kota' GROUP BY ALL
    """
    assert ask(store, f"SELECT count(*), min(n), max(n), count(DISTINCT kecamatan) FROM ({drawn})") == [
        (16, 100, 100, 8)
    ]
    assert ask(store, f"SELECT DISTINCT count(*) FROM ({drawn}) GROUP BY kecamatan") == [(2,)]


def test_drawn_kelurahan_recur_but_not_all(store: Store) -> None:
    drawn = [
        {
            kode
            for (kode,) in ask(
                store, f"SELECT DISTINCT wilayah_kode FROM kuesioner WHERE periode_kode = '{p}' AND pengumpul = 'kota'"
            )
        }
        for p in QUARTERS
    ]
    recurring = [len(before & after) for before, after in itertools.pairwise(drawn)]
    assert all(0 < n < 16 for n in recurring)


def test_nearly_all_kelurahan_collect_themselves(store: Store) -> None:
    covered = ask(
        store,
        "SELECT count(DISTINCT wilayah_kode) FROM kuesioner WHERE pengumpul = 'kelurahan' GROUP BY periode_kode",
    )
    numbers = [n for (n,) in covered]
    assert len(numbers) == 8 and min(numbers) >= 53 and min(numbers) < 56


def test_some_people_judge_all_six_services_and_others_one(store: Store) -> None:
    per_person = """
        SELECT count(*) AS n, count(DISTINCT layanan_kode) AS n_layanan, count(DISTINCT tanggal) AS n_hari,
            count(DISTINCT wilayah_kode) AS n_wilayah, count(DISTINCT usia) AS n_usia
        FROM kuesioner WHERE instrumen_kode = 'skm9' GROUP BY responden_kunci
    """
    shapes = ask(store, f"SELECT DISTINCT n, n_layanan, n_hari, n_wilayah FROM ({per_person}) ORDER BY ALL")
    assert shapes == [(1, 1, 1, 1), (6, 6, 1, 1)]
    assert ask(store, f"SELECT max(n_usia) FROM ({per_person})") == [(1,)]


def test_answers_are_1_to_4_with_few_blanks(store: Store) -> None:
    for item in ITEMS:
        low, high, blank = ask(store, f"SELECT min({item}), max({item}), 1 - count({item}) / count(*) FROM kuesioner")[
            0
        ]
        assert (low, high) == (1, 4)
        assert 0.005 < blank < 0.035
    assert ask(store, "SELECT count(*) FROM kuesioner WHERE b10 IS NOT NULL") == [(0,)]


def test_sums_of_the_view_are_the_sums_of_the_forms(store: Store) -> None:
    for item in ITEMS:
        viewed = ask(store, f"SELECT sum(n_jawaban), sum(jumlah_nilai) FROM hitung_butir WHERE kolom = '{item}'")
        assert viewed == ask(store, f"SELECT count({item}), sum({item}) FROM kuesioner")


def test_every_upload_is_marked_and_complete(store: Store) -> None:
    assert ask(store, "SELECT DISTINCT pengunggah, status, n_ditolak FROM unggahan") == [("Data contoh", "aktif", 0)]
    assert ask(store, "SELECT count(*), count(DISTINCT berkas_sha256) FROM unggahan") == [(1 + 8 * 9, 1 + 8 * 9)]
    rows = "SELECT count(*), min(baris), max(baris), count(DISTINCT baris) FROM kuesioner GROUP BY unggahan_id"
    assert all((low, high, n) == (2, n + 1, different) for n, low, high, different in ask(store, rows))
    assert ask(store, "SELECT nilai FROM meta WHERE kunci = 'jenis'") == [("contoh",)]


def test_dates_are_working_days_of_the_periode(store: Store) -> None:
    outside = """
        SELECT count(*) FROM kuesioner JOIN periode USING (periode_kode)
        WHERE tanggal IS NULL OR tanggal NOT BETWEEN mulai AND selesai OR isodow(tanggal) > 5
    """
    assert ask(store, outside) == [(0,)]
    assert ask(store, "SELECT periode_kode FROM periode WHERE status = 'buka'") == [("2021-q1",)]
    assert ask(store, "SELECT count(*) FROM periode") == [(9,)]


def test_city_index_is_plausible_and_self_collected_is_higher(store: Store) -> None:
    for periode in QUARTERS:
        by_collector = dict(
            ask(store, f"SELECT pengumpul, {INDEX} FROM kuesioner WHERE periode_kode = '{periode}' GROUP BY ALL")
        )
        assert 77 < by_collector["kota"] < 85
        assert 0 < by_collector["kelurahan"] - by_collector["kota"] < 6


def test_services_move_as_told(store: Store) -> None:
    index = {
        (layanan, periode): value
        for layanan, periode, value in ask(
            store, f"SELECT layanan_kode, periode_kode, {INDEX} FROM kuesioner WHERE pengumpul = 'kota' GROUP BY ALL"
        )
    }
    first, last = QUARTERS[0], QUARTERS[-1]
    assert index["ketertiban_umum", last] < index["ketertiban_umum", first] - 2
    rising = [
        index[layanan, last] - index[layanan, first] for layanan in ("pkk", "rptra", "posyandu", "ppsu", "jumantik")
    ]
    assert mean(rising) > 0.5
    assert all(index[layanan, "2020-q2"] < index[layanan, "2020-q1"] for layanan in ("pkk", "rptra", "posyandu"))


def test_biaya_is_highest_and_sarana_and_pengaduan_lowest(store: Store) -> None:
    columns = {
        str(butir.unsur_kunci): butir.kolom
        for instrumen in reference.instrumen() if instrumen.kode == "skm9"
        for butir in instrumen.butir
    }  # fmt: skip
    averages = ", ".join(f"avg({column})" for column in columns.values())
    values = ask(store, f"SELECT {averages} FROM kuesioner WHERE instrumen_kode = 'skm9'")[0]
    ranked = [unsur for _, unsur in sorted(zip(values, columns, strict=True))]
    assert set(ranked[:2]) == {"sarana", "pengaduan"} and ranked[-1] == "biaya"
    assert 3.7 < max(values) < 3.95


def icc(groups: list[list[float]]) -> float:
    """Intraclass correlation of groups of equal size from the mean squares of a one-way analysis of variance."""
    size = len(groups[0])
    between = size * variance([mean(group) for group in groups])
    within = mean(variance(group) for group in groups)
    return (between - within) / (between + (size - 1) * within)


def test_respondents_of_one_kelurahan_are_alike(store: Store) -> None:
    found = []
    for periode in QUARTERS:
        rows = ask(
            store,
            f"""
            WITH orang AS (
                SELECT wilayah_kode, avg(list_avg([{", ".join(ITEMS)}])) AS nilai, count(*) AS n
                FROM kuesioner WHERE periode_kode = '{periode}' AND pengumpul = 'kota'
                GROUP BY wilayah_kode, responden_kunci
            )
            SELECT list(nilai ORDER BY nilai) FROM orang WHERE n = 1 GROUP BY wilayah_kode
            """,
        )
        found.append(icc([values for (values,) in rows]))
    assert 0.02 < mean(found) < 0.05


def test_a_few_kelurahan_hand_in_suspiciously_many_equal_forms(store: Store) -> None:
    shares = ask(
        store,
        f"""
        SELECT wilayah_kode, avg((list_min([{", ".join(ITEMS)}]) = list_max([{", ".join(ITEMS)}]))::INTEGER)
        FROM kuesioner WHERE pengumpul = 'kelurahan' GROUP BY wilayah_kode
        """,
    )
    assert sum(share > 0.4 for _, share in shares) == 3
    assert sum(share < 0.15 for _, share in shares) == 53


def test_profile_values_are_known_ones(store: Store) -> None:
    assert {v for (v,) in ask(store, "SELECT DISTINCT jenis_kelamin FROM kuesioner")} == {"L", "P", None}
    assert {v for (v,) in ask(store, "SELECT DISTINCT pendidikan FROM kuesioner")} == {
        "SD", "SMP", "SMA", "D3", "S1", "S2", "S3", None,
    }  # fmt: skip
    assert {v for (v,) in ask(store, "SELECT DISTINCT pekerjaan FROM kuesioner")} == {
        "PNS", "TNI", "POLRI", "Swasta", "Wirausaha", "Lainnya", None,
    }  # fmt: skip
    assert ask(store, "SELECT min(usia) >= 17, max(usia) <= 82, variance(usia) > 100 FROM kuesioner") == [(True,) * 3]


def test_comments_are_varied_about_the_service_and_without_personal_data(store: Store) -> None:
    share, different = ask(store, "SELECT count(saran) / count(*), count(DISTINCT saran) FROM kuesioner")[0]
    assert 0.1 < share < 0.14 and different > 500
    for layanan, written in ask(store, "SELECT layanan_kode, list(DISTINCT saran) FROM kuesioner GROUP BY ALL"):
        praise, wishes = sentences(layanan)
        assert {text for text in written if text} <= {*praise, *wishes}
        assert not any(re.search(r"\d{4}|@", text) for text in (*praise, *wishes))


def test_targets_and_users_are_filled_in_for_the_services_only(store: Store) -> None:
    rows = ask(store, "SELECT jenis, n_pengguna > 0, target_ikm BETWEEN 75 AND 90 FROM layanan")
    assert all((users, target) == ((True, True) if kind == "layanan" else (None, None)) for kind, users, target in rows)


def test_it_refuses_a_store_that_holds_questionnaires(store: Store) -> None:
    before = store.data_version
    with pytest.raises(StoreError, match="belum berisi kuesioner"):
        generate(store)
    assert store.data_version == before
