"""Place, service, periode and collector of a row."""

from __future__ import annotations

from datetime import date

import pytest

from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.store import Store
from tests.intake import files
from tests.intake.conftest import Read, codes


def rows(*given: dict[str, object]) -> bytes:
    """One row per dict of context columns, all answers 3."""
    names = list(dict.fromkeys(name for one in given for name in one))
    return files.table([[*names, *files.RULE], *([one.get(name, "") for name in names] + [3] * 9 for one in given)])


def where(draft: Draft) -> list[str]:
    return [row["wilayah"] for row in draft.preview(100)]


CHOSEN = {"periode": "2019-q2", "layanan": "posyandu", "pengumpul": "kelurahan"}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"kelurahan": "Kapuk"}, "31.73.01.1005"),
        ({"kelurahan": " KAPUK\u00a0"}, "31.73.01.1005"),
        ({"kelurahan": "Kel. Kapuk"}, "31.73.01.1005"),
        ({"Kelurahan": "Kelurahan Kapuk", "Kecamatan": "Kec. Cengkareng"}, "31.73.01.1005"),
        ({"kelurahan": "31.73.01.1005"}, "31.73.01.1005"),
        ({"kode_kelurahan": "31.73.01.1005"}, "31.73.01.1005"),
        ({"kode_kelurahan": "3173011005"}, "31.73.01.1005"),
        ({"kode kelurahan": "3174050007"}, "31.73.04.1007"),  # BPS
        ({"kelurahan": "Jati Pulo"}, "31.73.07.1004"),  # spelling met in real files
        ({"kelurahan": "Wijaya Kesuma", "kecamatan": "Grogol Petamburan"}, "31.73.02.1007"),
        ({"kelurahan": "Kalideres"}, "31.73.06.1001"),  # the column says: the kelurahan
        ({"kelurahan": "Kali Deres", "kecamatan": "Kali Deres"}, "31.73.06.1001"),
        ({"kelurahan": "Palmerah", "kecamatan": "Palmerah"}, "31.73.07.1001"),
        ({"kelurahan": "Tamansari", "kecamatan": "Taman Sari"}, "31.73.03.1001"),
        ({"kelurahan": "Kebon Jeruk", "kode_kelurahan": "31.73.05.1001"}, "31.73.05.1001"),
    ],
)
def test_a_kelurahan_is_known_by_name_code_and_spelling(cells: dict[str, object], code: str, read: Read) -> None:
    draft = read(rows(cells), **CHOSEN)
    assert where(draft) == [code], codes(draft)


@pytest.mark.parametrize(
    ("cells", "kode", "kolom"),
    [
        ({"kelurahan": "Grogol Selatan"}, "WILAYAH_TIDAK_DIKENAL", "kelurahan"),
        ({"kelurahan": "Prepedan"}, "WILAYAH_BERMAKNA_GANDA", "kelurahan"),
        ({"kelurahan": "Kapuk", "kecamatan": "Duri"}, "WILAYAH_BERMAKNA_GANDA", "kecamatan"),
        ({"kelurahan": "Kapuk", "kecamatan": "Kalideres"}, "WILAYAH_BERTENTANGAN", "kelurahan"),
        ({"kelurahan": "Kamal", "kode_kelurahan": "31.73.01.1005"}, "WILAYAH_BERTENTANGAN", "kode_kelurahan"),
        ({"kelurahan": "", "kecamatan": "Kalideres"}, "WILAYAH_KOSONG", "kelurahan"),
        ({"kelurahan": "-"}, "WILAYAH_KOSONG", "kelurahan"),
        ({"kelurahan": "Jakarta Barat"}, "WILAYAH_KOSONG", "kelurahan"),
        ({"kode_kelurahan": "31.73.09.1005"}, "WILAYAH_TIDAK_DIKENAL", "kode_kelurahan"),
    ],
)
def test_places_that_are_not_sure_refuse_the_row(cells: dict[str, object], kode: str, kolom: str, read: Read) -> None:
    good = dict.fromkeys(cells, "") | {"kelurahan" if "kelurahan" in cells else "kode_kelurahan": "31.73.01.1005"}
    draft = read(rows(cells, good), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (1, 1)
    (finding,) = draft.temuan
    assert (finding.kode, finding.kolom, finding.baris) == (kode, kolom, 2)
    assert "Baris 2, kolom" in finding.pesan


@pytest.mark.parametrize(
    ("layanan", "cells", "code"),
    [
        ("Wali Kota", {}, "31.73"),
        ("walikota", {"kelurahan": "Kapuk"}, "31.73"),
        ("camat", {"kecamatan": "Kalideres"}, "31.73.06"),
        ("Camat", {"kelurahan": "Kapuk"}, "31.73.01"),
        ("lurah", {"kelurahan": "Kapuk"}, "31.73.01.1005"),
    ],
)
def test_officials_are_judged_where_they_work(layanan: str, cells: dict[str, object], code: str, read: Read) -> None:
    draft = read(rows({"layanan": layanan, **cells}), periode="2019-maret", pengumpul="kota")
    assert where(draft) == [code]


@pytest.mark.parametrize(
    ("text", "key"),
    [("PPSU", "ppsu"), ("Pasukan Oranye", "ppsu"), ("Penanganan Prasarana dan Sarana Umum", "ppsu"), ("TP-PKK", "pkk"),
     ("ketertiban_umum", "ketertiban_umum"), ("Pos Pelayanan Terpadu", "posyandu"), (" JUMANTIK ", "jumantik")],
)  # fmt: skip
def test_services_are_known_by_key_name_and_spelling(text: str, key: str, read: Read) -> None:
    draft = read(rows({"Layanan yang dinilai": text, "kelurahan": "Kapuk"}), periode="2019-q2", pengumpul="kota")
    assert list(draft.counts["layanan"]) == [key]


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        ({"kelurahan": "Kapok"}, "Kapuk"),
        ({"kelurahan": "Kel. Cengkareng Brt"}, "Cengkareng Barat"),
        ({"kelurahan": "Cengkareng Bart"}, "Cengkareng Barat"),
        ({"kelurahan": "Kedawung Kali Angke"}, "Kedaung Kali Angke"),
        ({"kelurahan": "Grogol Selatan"}, None),  # a kelurahan of another city
        ({"kelurahan": "Duri"}, None),  # three of them
        ({"kelurahan": "Kapuk", "kecamatan": "Cengkarang"}, "Cengkareng"),
    ],
)
def test_a_misspelt_place_is_offered_but_never_taken(cells: dict[str, object], meant: str | None, read: Read) -> None:
    draft = read(rows(cells, dict.fromkeys(cells, "") | {"kelurahan": "Kapuk"}), **CHOSEN)
    assert draft.n_ditolak == 1
    (said,) = [f.pesan for f in draft.temuan if f.kode.startswith("WILAYAH")]
    assert ("Mungkin maksudnya" in said) == bool(meant)
    assert not meant or said.endswith(f" Mungkin maksudnya {meant}.")


def test_a_misspelt_service_is_offered_but_never_taken(read: Read) -> None:
    draft = read(rows({"layanan": "Posiandu", "kelurahan": "Kapuk"}), periode="2019-q2", pengumpul="kota")
    (said,) = [f.pesan for f in draft.temuan if f.kode == "LAYANAN_TIDAK_DIKENAL"]
    assert said.endswith(" Mungkin maksudnya Posyandu.")
    assert draft.n_diterima == 0


def test_unknown_and_blank_services_refuse_their_rows(read: Read) -> None:
    draft = read(
        rows(*({"layanan": text, "kelurahan": "Kapuk"} for text in ("PKK", "Samsat", ""))),
        periode="2019-q2",
        pengumpul="kota",
    )
    assert [(f.kode, f.baris) for f in draft.temuan] == [("LAYANAN_TIDAK_DIKENAL", 3), ("LAYANAN_KOSONG", 4)]
    assert "Posyandu" in draft.temuan[0].pesan


def test_what_is_missing_is_asked_for_with_the_keys(read: Read) -> None:
    draft = read(files.table([[*files.RULE], [3] * 9]))
    assert draft.refused and draft.pertanyaan == ("periode", "layanan", "kelurahan", "pengumpul")
    text = " ".join(finding.pesan for finding in draft.temuan)
    for part in ("--periode", "2019-q2", "--layanan", "ketertiban_umum", "--kelurahan", "Cengkareng Barat"):
        assert part in text
    answered = read(files.table([[*files.RULE], [3] * 9]), kelurahan="Kapuk", **CHOSEN)
    assert answered.n_diterima == 1 and answered.pertanyaan == ()


@pytest.mark.parametrize("option", ["periode", "layanan", "kelurahan", "pengumpul", "u8", "instrumen"])
def test_an_unknown_option_is_refused_and_lists_what_exists(option: str, read: Read) -> None:
    draft = read(files.table([[*files.RULE], [3] * 9]), **(CHOSEN | {"kelurahan": "Kapuk"} | {option: "entah apa"}))
    (finding,) = [finding for finding in draft.temuan if finding.kode == "PILIHAN_TIDAK_DIKENAL"]
    assert f'--{option} "entah apa"' in finding.pesan and "Yang ada: " in finding.pesan


@pytest.mark.parametrize(
    ("option", "value"),
    [("periode", "2019-maret"), ("layanan", "rptra"), ("kelurahan", "Kamal"), ("pengumpul", "kota")],
)
def test_an_option_against_a_column_is_a_finding(option: str, value: str, read: Read) -> None:
    data = rows({"periode": "2019-q2", "layanan": "pkk", "kelurahan": "Kapuk", "pengumpul": "kelurahan"})
    draft = read(data, **{option: value})
    (finding,) = draft.temuan
    assert draft.refused and (finding.kode, finding.baris, finding.kolom) == ("PILIHAN_BERTENTANGAN", 2, option)
    assert not read(data, periode="2019-q2", layanan="pkk", kelurahan="Cengkareng", pengumpul="kelurahan").refused


def test_an_option_fills_blank_cells_of_its_column(read: Read) -> None:
    data = rows({"layanan": "pkk", "kelurahan": "Kapuk"}, {"layanan": "", "kelurahan": ""})
    draft = read(data, periode="2019-q2", pengumpul="kota", layanan="pkk", kelurahan="31.73.01.1005")
    assert draft.n_diterima == 2 and draft.temuan == ()


def test_an_unknown_periode_refuses_the_file_and_lists_the_known(read: Read) -> None:
    data = rows({"periode": "2019-q2", "kelurahan": "Kapuk"}, {"periode": "2030-q1", "kelurahan": "Kapuk"})
    draft = read(data, layanan="pkk", pengumpul="kota")
    (finding,) = draft.temuan
    assert (finding.kode, finding.baris, finding.nilai) == ("PERIODE_TIDAK_DIKENAL", 3, "2030-q1")
    assert "2019-maret, 2019-q2" in finding.pesan and draft.n_diterima == 0


@pytest.mark.parametrize(
    ("text", "kode", "nama", "mulai", "selesai"),
    [
        ("2019-q3", "2019-q3", "Triwulan III 2019", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019-Q4", "2019-q4", "Triwulan IV 2019", date(2019, 10, 1), date(2019, 12, 31)),
        ("2019-s1", "2019-s1", "Semester I 2019", date(2019, 1, 1), date(2019, 6, 30)),
        ("2020-02", "2020-02", "Februari 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", "2020", "Tahun 2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("Uji coba 1", "uji-coba-1", "Uji coba 1", date(2019, 4, 24), date(2019, 4, 25)),
    ],
)
def test_a_new_periode_is_made_on_request(
    text: str, kode: str, nama: str, mulai: date, selesai: date, store: Store
) -> None:
    cells = [{"periode": text, "kelurahan": "Kapuk", "tanggal": day} for day in ("2019-04-24", "2019-04-25")]
    raw = read_file(rows(*cells), "a.csv")
    draft = prepare(store, raw, Options(layanan="pkk", pengumpul="kota", create_periode=True))
    ingest(store, draft, pengunggah="uji")
    _, found = store.fetch("SELECT * FROM periode WHERE periode_kode = $1", [kode])
    assert found == [(kode, nama, mulai, selesai, "permenpan-14-2017", "tidak_acak", "buka")]
    assert codes(draft)[0] == "PERIODE_BARU"


def test_collector_is_inferred_from_the_pattern_of_the_city_sample(store: Store) -> None:
    _, places = store.fetch("SELECT wilayah_kode, kecamatan_kode FROM wilayah WHERE tingkat = 'kelurahan' ORDER BY 1")
    two = [code for n, (code, kecamatan) in enumerate(places) if [k for _, k in places[:n]].count(kecamatan) < 2]
    for sample, expected in ((two, "kota"), (two[:-1], "kelurahan"), ([code for code, _ in places], "kelurahan")):
        raw = read_file(rows(*({"kode_kelurahan": code} for code in sample)), "a.csv")
        draft = prepare(store, raw, Options(periode="2019-q2", layanan="pkk"))
        assert draft.counts["pengumpul"] == {expected: len(sample)}
        assert codes(draft) == ["PENGUMPUL_DISIMPULKAN"] and draft.pertanyaan == ("pengumpul",) and not draft.refused


def test_collector_column(read: Read) -> None:
    cells = [{"kelurahan": "Kapuk", "pengumpul": text} for text in ("Kota", "kelurahan", "Pemkot", "camat")]
    draft = read(rows(*cells), periode="2019-q2", layanan="pkk")
    assert draft.counts["pengumpul"] == {"kelurahan": 1, "kota": 2}
    assert [(f.kode, f.baris) for f in draft.temuan] == [("PENGUMPUL_TIDAK_DIKENAL", 5)]


def test_open_world_scores_any_agency(store: Store) -> None:
    cells = [
        {"kelurahan": "Yosomulyo", "kecamatan": "Metro Pusat", "layanan": "KTP"},
        {"kelurahan": "YOSOMULYO ", "kecamatan": "Metro  Pusat", "layanan": "ktp"},
        {"kelurahan": "Ganjar Asri", "kecamatan": "Metro Barat", "layanan": "Kartu Keluarga (KK)"},
        {"kelurahan": "Kapuk", "kecamatan": "", "layanan": ""},
        {"kelurahan": "", "kecamatan": "", "layanan": "PKK"},
    ]
    draft = prepare(store, read_file(rows(*cells), "a.csv"), Options(), open_world=True)
    ingest(store, draft, pengunggah="uji")
    _, found = store.fetch(
        "SELECT wilayah_nama, kecamatan_kode, layanan_nama, periode_kode, pengumpul FROM kuesioner "
        "JOIN wilayah USING (wilayah_kode) JOIN layanan USING (layanan_kode) JOIN periode USING (periode_kode) "
        "ORDER BY baris"
    )
    assert [row[0] for row in found] == ["Yosomulyo", "Yosomulyo", "Ganjar Asri", "Kapuk", "Jakarta Barat"]
    assert [row[2] for row in found] == ["KTP", "KTP", "Kartu Keluarga (KK)", "Tanpa layanan", "PKK"]
    assert {row[3:] for row in found} == {("tanpa-periode", "kelurahan")}
    assert draft.jumlah_temuan == {"NAMA_BARU": 6} and found[0][1] != found[2][1]


def lived_in(header: str, *cells: str) -> bytes:
    return files.table([["Timestamp", *files.RULE, header], *(["24/04/2019", *[3] * 9, cell] for cell in cells)])


@pytest.mark.parametrize("kelurahan", [None, "Kapuk"])
def test_an_unused_column_full_of_kelurahan_is_named(kelurahan: str | None, read: Read) -> None:
    draft = read(
        lived_in("Kelurahan tempat tinggal", "Kapuk", "Duri Kosambi", "Kapuk"),
        periode="2019-q2", layanan="posyandu", kelurahan=kelurahan,
    )  # fmt: skip
    (told,) = (one for one in draft.temuan if one.kode == "KOLOM_TAMPAK_KELURAHAN")
    assert told.pesan.startswith("Kolom K (Kelurahan tempat tinggal) tampak berisi kelurahan (misalnya Kapuk, Duri")
    (who,) = (one.pesan for one in draft.temuan if one.kode == "PENGUMPUL_DISIMPULKAN")
    assert ("semuanya dari satu kelurahan" if kelurahan else "kelurahannya tidak disebut") in who


def test_a_column_with_something_else_is_not_taken_for_a_place(read: Read) -> None:
    chosen = {"periode": "2019-q2", "layanan": "posyandu", "pengumpul": "kelurahan"}
    draft = read(lived_in("Kelurahan tempat tinggal", "Kapuk", "Bekasi", "Depok"), **chosen)
    assert codes(draft) == ["KELURAHAN_TIDAK_ADA"]


def test_a_misspelt_name_does_not_hide_a_column_whose_heading_says_kelurahan(read: Read) -> None:
    chosen = {"periode": "2019-q2", "layanan": "posyandu", "pengumpul": "kelurahan", "kelurahan": "Kapuk"}
    draft = read(lived_in("Kelurahan Anda", "Kapuk", "Kebon jerok", "Tomang"), **chosen)
    assert "KOLOM_TAMPAK_KELURAHAN" in codes(draft)
    assert codes(read(lived_in("Asal", "Kapuk", "Kebon jerok", "Tomang"), **chosen)) == []
