"""The official table: out and in again changes nothing; what staff write by hand is understood or refused clearly."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skm_core import reference
from skm_core.errors import UnknownKeyError
from skm_core.follow_up import JENIS, Isian, add, change, plan, save
from skm_core.follow_up.official import read_quarters
from skm_core.follow_up.sheet_in import Draf, read_workbook
from skm_core.follow_up.sheet_out import workbook
from skm_core.intake.wording import is_blank
from skm_core.store import Store
from tests.build import UNSUR
from tests.follow_up.build import ITEM, PERIODE, done, official, saved
from tests.follow_up.build import item as of

ROWS = [
    ITEM,
    of(
        program="Pelatihan kader",
        jenis="pelatihan",
        status="berjalan",
        kemajuan_pct=35,
        catatan="dua dari lima angkatan",
    ),
    done(date(2019, 9, 30), program="=1+1 bukan rumus", unsur="sarana", jenis="inovasi", tw=(2,)),
    of(layanan="ketertiban_umum", unsur="waktu", status="batal", catatan="anggaran dialihkan"),
    of(layanan=None, unsur="biaya", tahun=2020, tw=(1, 4)),
]


def read(store: Store, data: bytes, *, layanan: str | None = "posyandu") -> Draf:
    return read_workbook(store, data, PERIODE, layanan=layanan, tahun=2019)


def codes(draf: Draf) -> list[str]:
    return [one.kode for one in draf.temuan]


def copied(source: Store, *, numbers: bool) -> Store:
    """A second store that read the first one's table, without its numbers if asked."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(source, PERIODE, plan(source, PERIODE))))
    if not numbers:
        for sheet in book:
            sheet.delete_cols(15)
    target = Store()
    reference.seed(target)
    draf = read(target, saved(book), layanan=None)
    assert not draf.temuan, [one.pesan for one in draf.temuan]
    save(target, draf.simpan, oleh="Budi")
    return target


def contents(store: Store) -> set[Isian]:
    return {one.isian for one in plan(store, PERIODE)}


def test_out_and_in_again_is_nothing_new(store: Store) -> None:
    save(store, [(None, row) for row in ROWS], oleh="Siti")
    draf = read(store, workbook(store, PERIODE, plan(store, PERIODE)), layanan=None)
    assert (draf.temuan, draf.simpan, draf.n_sama) == ((), (), len(ROWS))


def test_another_database_gets_the_same_plan(store: Store) -> None:
    save(store, [(None, row) for row in ROWS], oleh="Siti")
    with copied(store, numbers=False) as other:
        assert contents(other) == contents(store) == set(ROWS)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20).filter(
    lambda text: not is_blank(text)
)
ITEMS = st.builds(
    lambda **fields: of(**fields),
    layanan=st.sampled_from([None, "pkk", "posyandu", "ppsu"]),
    unsur=st.sampled_from(UNSUR),
    program=TEXT,
    jenis=st.sampled_from(list(JENIS)),
    tahun=st.integers(2018, 2030),
    tw=st.sets(st.integers(1, 4), min_size=1).map(lambda tw: tuple(sorted(tw))),
    penanggung_jawab=TEXT,
    catatan=st.just("") | TEXT,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(ITEMS, min_size=1, max_size=8, unique_by=lambda one: (one.layanan, one.unsur, one.program.casefold())))
def test_any_plan_survives_the_way_out_and_in(rows: list[Isian]) -> None:
    with Store() as store:
        reference.seed(store)
        save(store, [(None, row) for row in rows], oleh="Siti")
        with copied(store, numbers=False) as other:
            assert contents(other) == contents(store)


def test_the_printed_table_is_the_official_one(store: Store) -> None:
    save(store, [(None, row) for row in ROWS[:3]], oleh="Siti")
    data = workbook(store, PERIODE, plan(store, PERIODE), contoh=True)
    assert data == workbook(store, PERIODE, plan(store, PERIODE), contoh=True), "the same plan is the same file"
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Posyandu"]
    assert [cell.value for cell in sheet[6]][:8] == [
        "No", "Prioritas unsur", "Program/Kegiatan", "Waktu", None, None, None, "Penanggung jawab"
    ]  # fmt: skip
    assert [cell.value for cell in sheet[7]][3:7] == ["TW I", "TW II", "TW III", "TW IV"]
    first = [cell.value for cell in sheet[8]]
    assert first[:2] == [1, "Penanganan Pengaduan, Saran, dan Masukan"] and first[3:7] == ["", "", "√", "√"]
    assert sheet["B9"].value is None and "B8:B9" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert sheet["C10"].value == "=1+1 bukan rumus" and sheet["C10"].data_type == "s", "never a formula"
    assert "DATA CONTOH" in sheet["A4"].value and sheet.print_area == "'Posyandu'!$A$1:$H$10"


def test_an_empty_table_can_be_filled_in(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(store, PERIODE, ())))
    sheet = book.active
    assert sheet is not None
    sheet.append([1, "Sarana dan Prasarana", "Kursi tunggu", None, "x", None, None, "Lurah Kapuk"])
    draf = read(store, saved(book), layanan=None)
    assert draf.baru == (Isian(PERIODE, None, "sarana", "Kursi tunggu", 2019, (2,), "Lurah Kapuk"),)


def test_a_table_as_staff_write_it(store: Store) -> None:
    data = official(
        [
            [1, 2, 3, 4, 5, 6, 7, 8],
            [1, "Penanganan pengaduan", "Kotak saran", None, "v", None, None, "Seksi Kesra"],
            [None, None, "Nomor WhatsApp", None, None, "√", "√", None],  # merged cells
            [2, "SARANA DAN PRASARANA ", "Kursi\ntunggu", "x", None, None, None, "Lurah"],
            [],
            [None, None, "Jakarta, 1 Juli 2019", None, None, None, None, None],
            [None, None, None, None, None, None, None, "Camat Cengkareng"],
        ],
        above=["RENCANA TINDAK LANJUT", "Layanan : Jumantik"],
    )
    draf = read(store, data)
    assert draf.temuan == ()
    assert [(one.layanan, one.unsur, one.program, one.tw, one.penanggung_jawab) for one in draf.baru] == [
        ("jumantik", "pengaduan", "Kotak saran", (2,), "Seksi Kesra"),
        ("jumantik", "pengaduan", "Nomor WhatsApp", (3, 4), "Seksi Kesra"),
        ("jumantik", "sarana", "Kursi tunggu", (1,), "Lurah"),
    ]


def test_quarters_in_one_column(store: Store) -> None:
    header = ("No", "Unsur", "Rencana Aksi", "Waktu Pelaksanaan", "PIC", "Layanan")
    rows = [
        [1, "Waktu pelayanan", "Loket tambahan", "TW I s.d. III", "Lurah", "Posyandu"],
        [2, "Perilaku petugas", "Pelatihan", "kapan-kapan", "Lurah", "Posyandu"],
        [3, "Perilaku petugas", "Pelatihan", "TW II", "Lurah", "Samsat"],
    ]
    draf = read(store, official(rows, header=header))
    assert [(one.unsur, one.tw) for one in draf.baru] == [("waktu", (1, 2, 3))]
    assert codes(draf) == ["RTL_WAKTU_TIDAK_JELAS", "RTL_ISI_TIDAK_DIKENAL"] and draf.n_ditolak == 2
    assert "baris 3: waktunya" in draf.temuan[0].pesan and 'layanan "Samsat"' in draf.temuan[1].pesan


@pytest.mark.parametrize(
    ("text", "tw"),
    [
        ("TW I-IV", (1, 2, 3, 4)), ("Triwulan 2 dan 4", (2, 4)), ("TW II – III 2019", (2, 3)), ("IV", (4,)),
        ("tw.3", (3,)), ("TW I, TW III", (1, 3)), ("I s/d II", (1, 2)), ("Q1", (1,)), ("TW IV-I", ()),
        ("Januari", ()), ("TW V", ()), ("", ()),
    ],
)  # fmt: skip
def test_reading_quarters(text: str, tw: tuple[int, ...]) -> None:
    assert read_quarters(text) == tw


def test_edited_rows_change_their_items_and_a_plain_table_keeps_the_rest(store: Store) -> None:
    first = add(store, of(jenis="inovasi", status="berjalan", kemajuan_pct=40, catatan="jalan"), oleh="Siti")
    plain = official([[1, "Pengaduan", ITEM.program.upper(), None, None, None, "x", "Lurah Kapuk"]])
    ((before, isian),) = read(store, plain).berubah
    assert before == first
    assert isian == replace(first.isian, program=ITEM.program.upper(), tw=(4,), penanggung_jawab="Lurah Kapuk")
    numbered = official(
        [[1, "Sarana", "Program lain", "x", None, None, None, "Lurah", 2020, "Sudah dilaksanakan", "01/02/2020", 1]],
        header=("No", "Prioritas unsur", "Program", "TW I", "TW II", "TW III", "TW IV", "PJ",
                "Tahun", "Status", "Tanggal selesai", "Nomor RTL"),
    )  # fmt: skip
    ((_, isian),) = read(store, numbered).berubah
    assert (isian.unsur, isian.program, isian.status, isian.kemajuan_pct) == ("sarana", "Program lain", "selesai", 100)
    assert isian.selesai_pada == date(2020, 2, 1) and isian.jenis == "inovasi"
    save(store, read(store, numbered).simpan, oleh="Budi")
    assert len(plan(store, PERIODE)) == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            [1, "Keramahan alam", "A", "x", None, None, None, "B"],
            'baris 2, kolom B: unsur "Keramahan alam" tidak dikenal',
        ),
        ([1, "Sarana", "A", "x", None, None, None, None], "baris 2, kolom H: Penanggung jawab kosong"),
        ([1, "Sarana", None, "x", None, None, None, "B"], "baris 2, kolom C: Program/kegiatan kosong"),
        ([1, "Sarana", "A", None, None, None, None, "B"], "baris 2: waktunya tidak dapat dibaca"),
        ([1, "Sarana", "A", "x", None, None, None, "B", "bulan depan"], 'kolom I: status "bulan depan" tidak dikenal'),
        ([1, "Sarana", "A", "x", None, None, None, "B", "selesai"], "baris 2: Isi tanggal selesainya."),
        ([1, "Sarana", "A", "x", None, None, None, "B", "batal"], "baris 2: Tulis alasan pembatalan"),
        ([1, "Sarana", "A", "x", None, None, None, "B", None, 77], 'kolom J: nomor RTL "77" tidak ada'),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(store: Store, row: list, message: str) -> None:
    header = ("No", "Prioritas unsur", "Program/Kegiatan", "TW I", "TW II", "TW III", "TW IV", "Penanggung jawab",
              "Status", "Nomor RTL")  # fmt: skip
    good = [2, "Waktu", "Loket", None, "x", None, None, "Lurah"]
    draf = read(store, official([row, good], header=header))
    assert len(draf.baru) == 1 and draf.n_ditolak == 1 and not draf.ditolak
    (found,) = draf.temuan
    assert message in found.pesan and found.lembar == "RTL"
    alone = read(store, official([row], header=header))
    assert alone.ditolak and "RTL_TANPA_BARIS" in codes(alone)


def test_the_same_program_twice_in_a_file(store: Store) -> None:
    row = [1, "Sarana", "Kursi", "x", None, None, None, "Lurah"]
    draf = read(store, official([row, row]))
    assert codes(draf) == ["RTL_GANDA"] and len(draf.baru) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "BERKAS_KOSONG"),
        (b"No;Unsur;Program", "RTL_BUKAN_BUKU_KERJA"),
        (b"PK\x03\x04 rusak", "BERKAS_RUSAK"),
        (official([[1, "a"]], header=("No", "Nama")), "RTL_TABEL_TIDAK_ADA"),
        (official([[1, "Sarana", "Kursi"]], above=["Periode survei: Maret 2019"]), "RTL_PERIODE_LAIN"),
    ],
)
def test_files_that_are_refused(store: Store, data: bytes, code: str) -> None:
    draf = read(store, data)
    assert draf.ditolak and codes(draf) == [code] and draf.simpan == ()


def test_unknown_keys(store: Store) -> None:
    with pytest.raises(UnknownKeyError):
        read_workbook(store, b"", "2030-q9", tahun=2019)
    with pytest.raises(UnknownKeyError):
        read_workbook(store, b"", PERIODE, layanan="samsat", tahun=2019)


def test_a_draft_that_grew_old_is_refused_as_a_whole(store: Store) -> None:
    seen = add(store, ITEM, oleh="Siti")
    row = [1, "Pengaduan", ITEM.program, None, None, "x", None, "Orang lain"]
    draf = read(store, official([row, [2, "Sarana", "Kursi", "x", None, None, None, "Lurah"]]))
    change(store, seen, of(catatan="sementara itu"), oleh="Budi")
    with pytest.raises(Exception, match="baru saja diubah orang lain"):
        save(store, draf.simpan, oleh="Siti")
    assert len(plan(store, PERIODE)) == 1
