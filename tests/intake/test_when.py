"""When a file was filled: by its titles and by its dates, for a periode that is still to be chosen."""

from __future__ import annotations

import io
from datetime import date, timedelta

import openpyxl
import pytest

from skm_core import settings
from skm_core.intake.period_words import named, spoken
from skm_core.intake.periods import new_periode
from skm_core.store import Store
from tests import build
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"layanan": "posyandu", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}


TELL = {
    "Triwulan II Tahun 2026": "2026-q2",
    "PERIODE : TW 3 2026": "2026-q3",
    "Triwulan ke-4 2026": "2026-q4",
    "April s.d. Juni 2026": "2026-q2",
    "Kapuk – Juni 2026": "2026-06",
    "Renstra 2023-2026, Triwulan II Tahun 2026": "2026-q2",
    "Januari - Juni 2026": "2026-s1",
    "TRIWULAN II (APRIL - JUNI) TAHUN 2026": "2026-q2",
    "Semester II 2026": "2026-s2",
    "Bulan Mei 2026": "2026-05",
    "Hasil survei tahun 2026": "2026",
    "Triwulan II 2026 (April - Juni 2026)": "2026-q2",
    "Semester I Tahun 2026": "2026-s1",
    "TW 2 2026": "2026-q2",
    "Periode Januari s.d. Juni 2026": "2026-s1",
    "Tahun Anggaran 2026": "2026",
    "SKM Triwulan II T.A. 2026": "2026-q2",
    "TW.II/2026": "2026-q2",
    "Tahun 2026 Triwulan II": "2026-q2",
    "2026 TW II": "2026-q2",
    "TW2-2026": "2026-q2",
    "Q2 2026": "2026-q2",
    "Kuartal 2 Tahun 2026": "2026-q2",
    "Periode: 1 April 2026 s/d 30 Juni 2026": "2026-q2",
    "Periode 01/04/2026 - 30/06/2026": "2026-q2",
    "1 - 30 April 2026": "2026-04",
    "2026-04-01 s.d. 2026-06-30": "2026-q2",
    "Apr–Jun 2026": "2026-q2",
    "Januari, Februari, dan Maret 2026": "2026-q1",
    "April 2026 - Juni 2026": "2026-q2",
    "Januari sampai dengan Desember 2026": "2026",
    "Periode 2026": "2026",
    "SKM 2026": "2026",
    "Survei Kepuasan Masyarakat Kelurahan Kapuk Bulan Agustus Tahun 2026": "2026-08",
    "Triwulan kedua tahun 2026": "2026-q2",
    "Triwulan II Tahun 2026, Jakarta, 5 Juli 2026": "2026-q2",
    "SKM sesuai Permenpan RB Nomor 14 Tahun 2017, Triwulan II Tahun 2026": "2026-q2",
    "Survei Triwulan II 2026 (dicetak Juli 2026)": "2026-q2",
    "Laporan SKM Tahun 2026: Triwulan II 2026": "2026-q2",
    "Semester I (Januari–Juni) 2026": "2026-s1",
    "PERIODE SURVEI : APRIL S/D JUNI 2019": "2019-q2",
    "Nopember 2026": "2026-11",
    "Periode Survei: Triwulan II 2026 (6 April - 26 Juni 2026)": "2026-q2",
    "Satpol PP Triwulan III 2026": "2026-q3",
    "Survei se-Jakarta Barat Tahun 2026": "2026",
    "Permenpan RB No. 14 Tahun 2017; Semester I 2026": "2026-s1",
    "KELURAHAN KAPUK — Layanan Posyandu, April s.d. Juni 2019": "2019-q2",
    "Pemberdayaan dan Kesejahteraan Keluarga Triwulan I 2026": "2026-q1",
}
SILENT = (
    "Maret s.d. Juni 2026",
    "Rekap s.d. Juni 2026",
    "Rekap sampai dengan Triwulan II 2026",
    "Kelurahan Kapuk s/d bulan Juni 2026",
    "Semester 1 Tahun Ajaran 2026/2027",
    "Triwulan II 2026-2027",
    "Triwulan I dan II 2026",
    "Semester III 2026",
    "Jakarta, 1 April 2026",
    "Permenpan 14 Tahun 2017",
    "Kelurahan Kapuk",
    "PermenPANRB Tahun 2017",
    "Permenpan RB No. 14 Tahun 2017",
    "Dicetak Juli 2026",
    "Data Penduduk Desember 2019",
    "Perda Nomor 5 Tahun 2020",
    "Tanggal cetak: 5 Juli 2026",
    "Tanggal cetak Juli 2026",
    "Dicetak pada bulan Juli 2026",
    "Jumlah penduduk per Desember 2019: 78.000 jiwa",
    "Sesuai Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan SKM",
    "SK Lurah Kapuk Tahun 2026",
    "Keputusan Wali Kota Nomor 31/2026",
    "Diunduh 07/07/2026 10:15",
    "Diekspor Juli 2026",
    "Data per Juni 2026",
    "Renstra 2023 - 2026",
    "Target IKM Tahun 2026",
    "Oktober 2025 s.d. Maret 2026",
    "Tahun 2025/2026",
    "Tahun 2025 dan 2026",
    "Triwulan II 2026 dibanding Triwulan I 2026",
    "Tren IKM Tahun 2025, Triwulan II 2026",
    "Mei dan Juni 2026",
    "Triwulan II",
    "April - Juni",
    "Juli 2026 dan Agustus 2026",
    "Semester I 2026 dan Semester II 2026",
    "UU No. 25 Tahun 2009 tentang Pelayanan Publik",
    "Ditetapkan di Jakarta pada tanggal 24 April 2026",
    "Kelurahan Kapuk 2026",
    "Responden berusia 17 tahun 2026",
    "Jumlah Penduduk (BPS) Tahun 2025",
    "Triwulan V 2026",
    "6 April - 26 Juni 2026",
    "Edaran Menpan RB Nomor 12 Tahun 2023",
    "Versi Juli 2026",
    "Jakarta, Juli 2026",
)


@pytest.mark.parametrize(
    "text", ["Mulai April 2026", "April 2026 - sekarang", "April 2026 s.d. kini", "DKI Jakarta 2026 s.d. Mei"]
)
def test_a_time_without_an_end_names_no_periode(text: str) -> None:
    assert spoken(text) is None


@pytest.mark.parametrize(("text", "code"), [*TELL.items(), *((text, None) for text in SILENT)])
def test_a_periode_is_read_as_it_is_spoken(text: str, code: str | None) -> None:
    assert spoken(text) == code
    assert spoken(text.upper(), "Kelurahan Kapuk") == code


def test_titles_of_several_lines_are_read_together() -> None:
    assert spoken("SURVEI KEPUASAN MASYARAKAT TAHUN 2026", "TRIWULAN II") == "2026-q2"
    assert spoken("Permenpan RB Nomor 14 Tahun 2017", "April s.d. Juni 2026", "Dicetak Juli 2026") == "2026-q2"
    assert spoken("SKM TAHUN 2026", "PERIODE : APRIL") == spoken("SKM 2026", "Bulan April") == "2026-04"
    assert spoken("SKM Tahun 2026", "Responden bulan Mei") is None
    assert spoken("SKM Tahun 2026", "April s.d. Juni") == "2026-q2"
    assert spoken("SKM TAHUN 2025", "TRIWULAN II 2026") is None
    assert spoken("Triwulan I 2026", "Triwulan II 2026") is None


@pytest.mark.parametrize(
    "text", ["TW Percobaan 2026", "Triwulan II 2026 ulang", "Putaran April 2026", "Permenpan 2017"]
)
def test_only_a_whole_name_names_a_new_periode(text: str) -> None:
    assert named(text) is None and new_periode(text, "permenpan").mulai is None


def test_a_new_periode_named_in_words_has_its_dates() -> None:
    made = new_periode("Triwulan III 2026", "permenpan")
    assert (made.kode, made.mulai, made.selesai) == ("2026-q3", date(2026, 7, 1), date(2026, 9, 30))
    assert new_periode("TW Percobaan", "permenpan").mulai is None


def dated(days: list[str]) -> bytes:
    return files.table([["tanggal", *files.RULE], *([day, *[3] * 9] for day in days)])


def test_the_dates_of_most_rows_make_the_proposal(read: Read) -> None:
    days = [(date(2026, 4, 2) + timedelta(days=3 * number)).strftime("%d/%m/%Y 09.15.00") for number in range(30)]
    draft = read(dated([*days, "15/01/2026 10.00.00"]), **CHOSEN)
    assert draft.pertanyaan == ("periode",)
    span = draft.rentang
    assert span and (span.mulai, span.selesai) == (date(2026, 4, 2), date(2026, 6, 28))
    assert (span.n, span.n_luar) == (31, 1)
    assert draft.usul and draft.usul.kode == "2026-q2" and draft.usul.selesai == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (["2026-02-01", "2026-05-01"], "2026-s1"),
        (["2026-02-01", "2026-11-01"], "2026"),
        (["2026-02-01", "2027-02-01"], None),
    ],
)
def test_the_shortest_part_of_a_year_that_holds_them(days: list[str], code: str | None, read: Read) -> None:
    draft = read(dated(days), **CHOSEN)
    assert draft.rentang and (draft.usul.kode if draft.usul else None) == code
    assert (draft.rentang.mulai, draft.rentang.selesai) == tuple(map(date.fromisoformat, days))


def test_without_dates_there_is_no_span(read: Read) -> None:
    draft = read(files.table([files.RULE, *[[3] * 9] * 3]), **CHOSEN)
    assert draft.rentang is None and draft.usul is None
    assert read(dated(["2026-05-01"]), **CHOSEN, periode="2019-q2").rentang is None, "nothing is asked"


def book(*titles: str, sheets: tuple[str, ...] = ("Data",)) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name in sheets:
        sheet = made.create_sheet(name)
        for title in titles:
            sheet.append([part.strip() for part in title.replace(":", "|:|").split("|")])
        sheet.append(["No", *files.RULE])
        for number in range(3):
            sheet.append([number + 1, *[3] * 9])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_titles_say_what_they_were_taken_for_and_where_they_stand(read: Read) -> None:
    data = book("UNIT PELAYANAN : KELURAHAN KAPUK", "JENIS LAYANAN : POSYANDU", "PERIODE : TRIWULAN II TAHUN 2019")
    draft = read(data, "a.xlsx", pengumpul="kota")
    assert not draft.refused and list(draft.counts["periode"]) == ["2019-q2"]
    told = {one.baris: (one.lembar, one.pesan) for one in draft.temuan if one.kode == "DARI_JUDUL"}
    assert told.keys() == {1, 2, 3} and {lembar for lembar, _ in told.values()} == {"Data"}
    assert told[1][1].startswith("Kelurahan Kapuk diambil dari judul di atas tabel (baris 1):")
    assert told[2][1].startswith("Layanan Posyandu diambil") and told[3][1].startswith(
        "Periode April–Juni 2019 diambil"
    )


def test_a_title_nobody_knows_is_told_and_not_guessed(read: Read) -> None:
    data = book("UNIT PELAYANAN : KELURAHAN KAPPUK", "JENIS LAYANAN : POSYANDOO", "PERIODE : TRIWULAN II TAHUN 2026")
    draft = read(data, "a.xlsx", pengumpul="kota")
    assert set(draft.pertanyaan) == {"periode", "layanan", "kelurahan"}
    told = {one.baris: one.pesan for one in draft.temuan if one.kode == "JUDUL_TIDAK_DIKENAL"}
    assert told.keys() == {1, 2, 3}
    assert "Mungkin maksudnya Kapuk." in told[1] and "Mungkin maksudnya Posyandu." in told[2]
    assert draft.usul and draft.usul.kode == "2026-q2", "the form of a new periode is filled with it"
    chosen = read(data, "a.xlsx", pengumpul="kota", kelurahan="Kapuk", layanan="pkk", periode="2019-q2")
    assert "JUDUL_TIDAK_DIKENAL" not in codes(chosen), "a choice needs no title"


def test_a_column_in_words_means_the_periode_of_these_days(read: Read) -> None:
    lines = [[word, *[3] * 9] for word in ("April–Juni 2019", "TW II 2019", "triwulan 2 tahun 2019", "2019-q2")]
    draft = read(files.table([["periode", *files.RULE], *lines]), **CHOSEN)
    assert draft.counts["periode"] == {"2019-q2": 4}


@pytest.mark.parametrize("title", ["Permenpan RB Nomor 14 Tahun 2019", "Dicetak Juni 2019", "Penduduk Desember 2019"])
def test_a_year_of_no_survey_chooses_no_periode(title: str, read: Read, store: Store) -> None:
    for kode in ("2019", "2019-06", "2019-12"):
        settings.save_periode(store, new_periode(kode, "permenpan-14-2017"))
    draft = read(book(title), "a.xlsx", layanan="posyandu", kelurahan="Kapuk", pengumpul="kota")
    assert draft.pertanyaan == ("periode",) and draft.usul is None and "DARI_JUDUL" not in codes(draft)


def test_two_times_in_the_titles_are_asked_about(read: Read, store: Store) -> None:
    for kode in ("2019-q1", "2019"):
        settings.save_periode(store, new_periode(kode, "permenpan-14-2017"))
    data = book("LAPORAN TRIWULAN I 2019", "PERIODE : TRIWULAN II 2019")
    draft = read(data, "a.xlsx", layanan="posyandu", kelurahan="Kapuk", pengumpul="kota")
    assert draft.pertanyaan == ("periode",) and draft.usul is None
    (told,) = (one for one in draft.temuan if one.kode == "JUDUL_BERBEDA")
    assert told.pesan == (
        'Periode disebut lebih dari sekali dan tidak sama: "LAPORAN TRIWULAN I 2019" pada judul di atas tabel '
        '(baris 1) dan "PERIODE : TRIWULAN II 2019" pada judul di atas tabel (baris 2). Pilih sendiri yang dimaksud.'
    )
    refined = book("LAPORAN SKM TAHUN 2019", "TRIWULAN II")
    draft = read(refined, "a.xlsx", layanan="posyandu", kelurahan="Kapuk", pengumpul="kota")
    assert list(draft.counts["periode"]) == ["2019-q2"]


@pytest.mark.parametrize(
    "title",
    [
        "KELURAHAN KAPUK — Layanan Posyandu, April s.d. Juni 2019",
        "SKM Posyandu Kelurahan Kapuk Kecamatan Cengkareng Triwulan II 2019",
        "SURVEI KEPUASAN MASYARAKAT TERHADAP PELAYANAN POSYANDU DI KELURAHAN KAPUK PERIODE APRIL - JUNI 2019",
        "Posyandu Kelurahan Kapuk, April–Juni 2019",
        "Periode: TW II 2019, Kel. Kapuk, layanan: posyandu",
        "REKAPITULASI SKM LAYANAN POS PELAYANAN TERPADU KEL. KAPUK (TW II / 2019)",
    ],
)
def test_one_title_is_taken_whole(title: str, read: Read) -> None:
    draft = read(book(title.replace(":", "")), "a.xlsx", pengumpul="kota")
    assert not draft.refused, draft.temuan
    assert {name: list(draft.counts[name]) for name in ("periode", "layanan", "kelurahan")} == {
        "periode": ["2019-q2"], "layanan": ["posyandu"], "kelurahan": [build.KAPUK],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("SKM Layanan Posyandu dan PKK Kelurahan Kapuk Triwulan II 2019", "layanan"),
        ("SKM Posyandu, PKK, dan RPTRA Kelurahan Kapuk Triwulan II 2019", "layanan"),
        ("Jenis Layanan Posyandu serta PKK, Kel. Kapuk, Triwulan II 2019", "layanan"),
        ("SKM Posyandu Kelurahan Kapuk dan Kamal Triwulan II 2019", "kelurahan"),
        ("SKM Posyandu Kelurahan Kapuk, Kamal, dan Tegal Alur Triwulan II 2019", "kelurahan"),
    ],
)
def test_a_title_that_joins_two_names_is_asked_about(title: str, asked: str, read: Read) -> None:
    draft = read(book(title), "a.xlsx", pengumpul="kota")
    assert draft.pertanyaan == (asked,) and "JUDUL_BERBEDA" in codes(draft)


def test_a_mere_mention_names_no_service(read: Read) -> None:
    """The letterhead, the person who signs, who collected."""
    titles = ("KANTOR WALI KOTA ADMINISTRASI JAKARTA BARAT", "Lurah Kapuk: Budi", "Dikumpulkan kader PKK dan Jumantik")
    draft = read(book(*titles), "a.xlsx", periode="2019-q2", kelurahan="Kapuk", pengumpul="kota")
    assert "layanan" in draft.pertanyaan and "DARI_JUDUL" not in codes(draft)


def test_a_title_and_a_sheet_that_disagree_are_asked_about(read: Read) -> None:
    data = book("JENIS LAYANAN : POSYANDU", sheets=("PKK",))
    draft = read(data, "a.xlsx", periode="2019-q2", kelurahan="Kapuk", pengumpul="kota")
    assert draft.pertanyaan == ("layanan",) and "JUDUL_BERBEDA" in codes(draft)
