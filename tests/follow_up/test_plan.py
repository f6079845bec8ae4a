"""The plan: what is recorded is read back, every change is kept, and two people do not overwrite each other."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skm_core import checks
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.follow_up import achievement, add, change, history, item, plan, report_day, save, state_report_day
from skm_core.follow_up.item import next_quarter, quarters
from skm_core.store import SQL, TABLES, Store
from tests import build
from tests.build import form
from tests.follow_up.build import ITEM, PERIODE, done
from tests.follow_up.build import item as of

NOW = datetime(2019, 7, 10, 3, 0, tzinfo=UTC).replace(tzinfo=None)


def test_an_item_is_read_back_whole(store: Store) -> None:
    recorded = add(store, ITEM, oleh=" Siti ", waktu=NOW)
    assert recorded == item(store, recorded.rtl_id) == plan(store, PERIODE)[0]
    assert (recorded.isian, recorded.dibuat_oleh, recorded.dibuat_waktu, recorded.versi) == (ITEM, "Siti", NOW, 1)
    assert recorded.isian.waktu == "TW III–IV 2019" and recorded.isian.batas == date(2019, 12, 31)
    assert recorded.isian.mulai == date(2019, 7, 1)
    assert checks.verify(store) == ()


@pytest.mark.parametrize(
    ("tw", "said"),
    [((1,), "I"), ((2, 3), "II–III"), ((1, 3), "I, III"), ((1, 2, 4), "I–II, IV"), ((1, 2, 3, 4), "I–IV")],
)
def test_quarters_in_words(tw: tuple[int, ...], said: str) -> None:
    assert quarters(tw) == said


@pytest.mark.parametrize(
    ("ends", "today", "expected"),
    [
        (date(2019, 6, 30), date(2019, 7, 1), (2019, 4)),  # the running quarter is not a whole one any more
        (date(2019, 6, 30), date(2019, 6, 30), (2019, 3)),
        (date(2019, 6, 30), date(2026, 11, 24), (2027, 1)),
        (date(2019, 12, 31), date(2019, 5, 2), (2020, 1)),  # the survey is still to come
        (None, date(2020, 2, 29), (2020, 2)),
    ],
)
def test_new_work_begins_after_today_and_after_the_survey(ends: date | None, today: date, expected: tuple) -> None:
    year, quarter = next_quarter(ends, today)
    assert (year, quarter) == expected
    assert not of(tahun=year, tw=(quarter,)).terlambat(today)


def test_every_change_keeps_what_was_before(store: Store) -> None:
    first = add(store, ITEM, oleh="Siti", waktu=NOW)
    second = change(store, first, of(status="berjalan", kemajuan_pct=40, catatan="20 kotak terpasang"), oleh="Budi")
    assert (second.versi, second.diubah_oleh, second.dibuat_oleh) == (2, "Budi", "Siti")
    told = {(one.kolom, one.sebelum, one.sesudah) for one in history(store, first.rtl_id) if one.versi == 2}
    assert told == {
        ("status", "rencana", "berjalan"), ("kemajuan_pct", "0", "40"), ("catatan", None, "20 kotak terpasang")
    }  # fmt: skip
    assert all(one.oleh == "Budi" for one in history(store, first.rtl_id)[:3])
    begun = {one.kolom: one.sesudah for one in history(store, first.rtl_id) if one.versi == 1}
    assert begun["program"] == ITEM.program and begun["tw"] == "III–IV" and "catatan" not in begun
    assert change(store, second, second.isian, oleh="Siti").versi == 2, "nothing changed, nothing to tell"
    assert checks.verify(store) == ()


def test_the_second_of_two_editors_is_told(store: Store) -> None:
    seen = add(store, ITEM, oleh="Siti")
    change(store, seen, of(program="Kotak saran dan nomor WhatsApp"), oleh="Budi")
    with pytest.raises(InvalidSettingError, match="baru saja diubah orang lain"):
        change(store, seen, of(program="Nomor WhatsApp"), oleh="Siti")
    assert item(store, seen.rtl_id).isian.program == "Kotak saran dan nomor WhatsApp"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"program": "  \n "}, "Program/kegiatan kosong"),
        ({"program": "x" * 601}, "terlalu panjang"),
        ({"penanggung_jawab": ""}, "Penanggung jawab kosong"),
        ({"tw": ()}, "sedikitnya satu triwulan"),
        ({"tw": (5,)}, "sedikitnya satu triwulan"),
        ({"tahun": 19}, "Tahun pelaksanaan"),
        ({"kemajuan_pct": 30}, "statusnya belum mulai"),
        ({"status": "berjalan", "kemajuan_pct": 101}, "0 sampai 100"),
        ({"status": "selesai", "kemajuan_pct": 90, "selesai_pada": date(2019, 9, 1)}, "100 persen"),
        ({"status": "selesai", "kemajuan_pct": 100}, "tanggal selesainya"),
        ({"selesai_pada": date(2019, 9, 1)}, "hanya diisi bila statusnya selesai"),
        ({"status": "batal"}, "alasan pembatalan"),
    ],
)
def test_what_does_not_hold_is_refused_and_nothing_stored(store: Store, changes: dict, message: str) -> None:
    with pytest.raises(InvalidSettingError, match=message):
        add(store, of(**changes), oleh="Siti")
    with pytest.raises(InvalidSettingError, match="nama"):
        add(store, ITEM, oleh=" ")
    assert plan(store, PERIODE) == ()


@pytest.mark.parametrize("changes", [{"periode": "2030-q9"}, {"layanan": "samsat"}, {"unsur": "wifi"}, {"jenis": "x"}])
def test_unknown_keys_are_refused(store: Store, changes: dict) -> None:
    with pytest.raises(UnknownKeyError):
        add(store, of(**changes), oleh="Siti")


def test_the_same_work_is_planned_once_and_a_cancelled_one_may_come_back(store: Store) -> None:
    first = add(store, ITEM, oleh="Siti")
    with pytest.raises(InvalidSettingError, match=f"nomor {first.rtl_id}"):
        add(store, of(program="kotak SARAN di setiap posyandu"), oleh="Siti")
    with pytest.raises(InvalidSettingError, match="baris lain"):
        save(store, [(None, of(program="Baru")), (None, of(program="BARU"))], oleh="Siti")
    add(store, of(layanan="pkk"), oleh="Siti")
    change(store, first, of(status="batal", catatan="anggaran dialihkan"), oleh="Siti")
    again = add(store, ITEM, oleh="Siti")
    assert len(plan(store, PERIODE)) == 3 and again in plan(store, PERIODE, batal=False)


def test_all_or_nothing(store: Store) -> None:
    with pytest.raises(InvalidSettingError):
        save(store, [(None, ITEM), (None, of(program=""))], oleh="Siti")
    assert plan(store, PERIODE) == ()


def test_lowest_unsur_comes_first_and_layanan_in_their_order(store: Store) -> None:
    answers = [3, 3, 3, 4, 3, 3, 3, 1, 2]  # pengaduan lowest, then sarana
    build.ingest(store, [form(answers) for _ in range(3)])
    build.ingest(store, [form([4] * 9, kelurahan=build.KALIDERES) for _ in range(3)], pengumpul="kota")  # speaks
    build.ingest(store, [form([4, 4, 2, 4, 4, 4, 4, 3, 4], layanan="pkk") for _ in range(3)])
    rows = [("posyandu", "sarana"), ("posyandu", "pengaduan"), ("pkk", "pengaduan"), ("pkk", "waktu"), (None, "biaya")]
    save(store, [(None, of(layanan=layanan, unsur=unsur)) for layanan, unsur in rows], oleh="Siti")
    found = [(one.isian.layanan, one.isian.unsur) for one in plan(store, PERIODE)]
    assert found == [
        (None, "biaya"),
        ("pkk", "waktu"),
        ("pkk", "pengaduan"),
        ("posyandu", "pengaduan"),
        ("posyandu", "sarana"),
    ]
    assert [one.isian.layanan for one in plan(store, PERIODE, "pkk")] == [None, "pkk", "pkk"]
    assert [one.isian.layanan for one in plan(store, PERIODE, "pkk", semua=False)] == ["pkk", "pkk"]


def test_what_pekppp_asks(store: Store) -> None:
    end = report_day(store, PERIODE)
    assert (end.tanggal, end.dicatat) == (date(2019, 6, 30), False)
    state_report_day(store, PERIODE, date(2019, 7, 20), oleh="Siti", waktu=NOW)
    state_report_day(store, PERIODE, date(2019, 7, 15), oleh="Budi", waktu=NOW)
    report = report_day(store, PERIODE)
    assert (report.tanggal, report.oleh) == (date(2019, 7, 15), "Budi")
    with pytest.raises(InvalidSettingError, match="sebelum survei"):
        state_report_day(store, PERIODE, date(2019, 3, 1), oleh="Siti")
    rows = [
        ITEM,
        of(program="b", tw=(3,)),
        of(program="c", status="batal", catatan="tidak jadi"),
        of(program="d", status="berjalan", kemajuan_pct=50, tw=(3,)),
        done(date(2019, 8, 4), program="e"),
        done(date(2019, 9, 13), program="f"),
        done(date(2019, 7, 1), program="g"),
    ]
    save(store, [(None, row) for row in rows], oleh="Siti")
    found = achievement(plan(store, PERIODE), report, date(2019, 10, 13))
    assert (found.n, found.n_selesai, found.n_berjalan, found.n_rencana, found.n_batal) == (6, 3, 1, 2, 1)
    assert found.bagian == Fraction(1, 2) and found.n_terlambat == 2 and found.n_berbukti == 0
    assert found.hari == 90 and found.hari_selesai == 20  # of 0, 20, 60 days
    assert achievement((), report, date(2019, 10, 13)).bagian is None


def test_an_older_file_learns_the_same_tables(tmp_path: Path) -> None:
    older = tmp_path / "migrations"
    older.mkdir()
    names = [name for name in TABLES if name.startswith("tindak_lanjut")]
    path = tmp_path / "lama.duckdb"
    with Store(path, migrations=older) as store:
        with store.write() as cursor:
            for name in names:
                cursor.execute(f"DROP TABLE {name}")
    newest = tmp_path / "baru"
    newest.mkdir()
    file = SQL / "migrations" / "0007_tindak_lanjut.sql"
    (newest / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    columns = "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()"
    rules = "SELECT table_name, constraint_text FROM duckdb_constraints()"
    own = " WHERE table_name LIKE 'tindak_lanjut%' ORDER BY ALL"
    with Store(path, migrations=newest) as old, Store() as new:
        for sql in (columns, rules):
            assert old.fetch(sql + own)[1] == new.fetch(sql + own)[1] != []
