"""The reference files: complete, consistent with each other and with the rules, and loaded into an empty store."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from skm_core import reference, rules
from skm_core.errors import SkmError
from skm_core.store import Store

KELURAHAN = {place.kode: place for place in reference.wilayah() if place.tingkat == "kelurahan"}
KECAMATAN = {place.kode: place for place in reference.wilayah() if place.tingkat == "kecamatan"}
PLACES = {place.kode: place for place in reference.wilayah()}
UNSUR = {unsur.kunci: unsur for unsur in reference.unsur()}
INSTRUMEN = {instrumen.kode: instrumen for instrumen in reference.instrumen()}


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()


# -- places --------------------------------------------------------------------------------------------


def test_city_has_8_kecamatan_and_56_kelurahan() -> None:
    assert Counter(place.tingkat for place in PLACES.values()) == {"kota": 1, "kecamatan": 8, "kelurahan": 56}
    per_kecamatan = Counter(place.kecamatan_kode for place in KELURAHAN.values())
    assert [per_kecamatan[kode] for kode in sorted(KECAMATAN)] == [6, 7, 8, 11, 7, 5, 6, 6]


def test_both_code_systems_are_unique_and_nested() -> None:
    assert len(PLACES) == len({place.bps_kode for place in PLACES.values()}) == 65
    for place in KELURAHAN.values():
        assert re.fullmatch(r"31\.73\.0[1-8]\.10\d\d", place.kode)
        assert place.kecamatan_kode == place.kode[:8]
        assert place.bps_kode is not None and place.bps_kode[:7] == KECAMATAN[place.kode[:8]].bps_kode
    for place in KECAMATAN.values():
        assert place.kecamatan_kode == place.kode and str(place.bps_kode).startswith("3174")


def test_population_of_the_kelurahan_adds_up() -> None:
    assert sum(place.n_penduduk or 0 for place in KELURAHAN.values()) == 2_525_194
    assert PLACES["31.73"].n_penduduk == 2_525_194
    for kecamatan in KECAMATAN.values():
        inside = [place for place in KELURAHAN.values() if place.kecamatan_kode == kecamatan.kode]
        assert sum(place.n_penduduk or 0 for place in inside) == kecamatan.n_penduduk


def test_label_points_lie_in_jakarta_barat() -> None:
    for place in (*KELURAHAN.values(), *KECAMATAN.values()):
        assert place.lintang is not None and -6.228 < place.lintang < -6.095
        assert place.bujur is not None and 106.686 < place.bujur < 106.829


def test_five_names_stand_on_two_levels() -> None:
    shared = {place.nama for place in KECAMATAN.values()} & {place.nama for place in KELURAHAN.values()}
    assert shared == {"Kalideres", "Kebon Jeruk", "Palmerah", "Taman Sari", "Tambora"}


def test_aliases_point_at_places_of_their_level() -> None:
    for alias in reference.wilayah_alias():
        assert PLACES[alias.wilayah_kode].tingkat == alias.tingkat, alias
        doubtful = alias.catatan.startswith(("AMBIGU", "MERAGUKAN", "BUKAN"))
        assert alias.otomatis is not doubtful, alias


def test_automatic_aliases_mean_one_place_and_no_other_official_name() -> None:
    official = {(place.tingkat, plain(place.nama)): place.kode for place in PLACES.values()}
    seen: dict[tuple[str, str], str] = {}
    for alias in reference.wilayah_alias():
        key = (alias.tingkat, plain(alias.alias))
        assert seen.setdefault(key, alias.wilayah_kode) == alias.wilayah_kode
        if alias.otomatis:
            assert official.get(key, alias.wilayah_kode) == alias.wilayah_kode


# -- hexagon map ---------------------------------------------------------------------------------------

STEPS = ((1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 1))
CELLS = {kode: place.heksagon for kode, place in KELURAHAN.items()}


def beside(kode: str) -> set[str]:
    q, r = CELLS[kode] or (0, 0)
    around = {(q + step_q, r + step_r) for step_q, step_r in STEPS}
    return {other for other, cell in CELLS.items() if cell in around}


def reachable(start: str, within: set[str]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        new = (beside(todo.pop()) & within) - found
        found |= new
        todo += new
    return found


def test_each_kelurahan_has_its_own_hexagon_and_no_other_place_has_one() -> None:
    assert None not in CELLS.values() and len(set(CELLS.values())) == 56
    assert all(place.heksagon is None for place in PLACES.values() if place.tingkat != "kelurahan")


def test_every_kecamatan_and_the_city_hang_together() -> None:
    assert reachable(min(KELURAHAN), set(KELURAHAN)) == set(KELURAHAN)
    for kecamatan in KECAMATAN:
        inside = {kode for kode in KELURAHAN if kode.startswith(kecamatan)}
        assert reachable(min(inside), inside) == inside


def test_hexagons_keep_three_quarters_of_the_true_borders() -> None:
    borders = reference.batas_kelurahan()
    assert len(borders) == 125
    assert all(a < b and {a, b} <= set(KELURAHAN) for a, b in borders)
    kept = sum(b in beside(a) for a, b in borders)
    assert kept / len(borders) >= 0.75


def test_hexagon_map_is_at_most_ten_columns_wide_and_north_is_up() -> None:
    centres = {kode: (cell[0] + cell[1] / 2, cell[1]) for kode, cell in CELLS.items() if cell}
    columns = [x for x, _ in centres.values()]
    assert max(columns) - min(columns) + 1 <= 10
    east = sorted(KELURAHAN, key=lambda kode: KELURAHAN[kode].bujur or 0)
    south = sorted(KELURAHAN, key=lambda kode: -(KELURAHAN[kode].lintang or 0))
    assert sum(centres[kode][0] for kode in east[:19]) < sum(centres[kode][0] for kode in east[-19:])
    assert sum(centres[kode][1] for kode in south[:19]) < sum(centres[kode][1] for kode in south[-19:])


# -- layanan, unsur, instrumen -------------------------------------------------------------------------


def test_six_services_and_three_officials() -> None:
    kinds = {layanan.kode: layanan.jenis for layanan in reference.layanan()}
    assert [kode for kode, kind in kinds.items() if kind == "layanan"] == [
        "pkk", "rptra", "ketertiban_umum", "jumantik", "posyandu", "ppsu",
    ]  # fmt: skip
    assert [kode for kode, kind in kinds.items() if kind == "pejabat"] == ["wali_kota", "camat", "lurah"]
    assert [layanan.urutan for layanan in reference.layanan()] == list(range(1, 10))


def test_service_aliases_are_unambiguous_and_hold_every_name() -> None:
    known: dict[str, str] = {}
    for alias, kode in reference.layanan_alias().items():
        assert known.setdefault(plain(alias), kode) == kode, alias
    assert set(known.values()) == {layanan.kode for layanan in reference.layanan()}
    for layanan in reference.layanan():
        assert known[plain(layanan.kode)] == known[plain(layanan.nama)] == layanan.kode
        assert known[plain(layanan.kepanjangan)] == layanan.kode


@pytest.mark.parametrize("rule_set", rules.RULE_SETS.values(), ids=lambda rule_set: rule_set.kode)
def test_unsur_of_each_rule(rule_set: rules.RuleSet) -> None:
    listed = [unsur for unsur in reference.unsur() if unsur.aturan == rule_set.kode]
    assert [unsur.nomor for unsur in listed] == list(range(1, rule_set.n_unsur + 1))
    assert all(len(unsur.pendek) <= 14 for unsur in listed)
    assert len({unsur.pendek for unsur in listed}) == len({unsur.nama for unsur in listed}) == len(listed)


def test_official_names_of_the_nine_unsur() -> None:
    assert {kunci: unsur.nama for kunci, unsur in UNSUR.items() if unsur.aturan == "permenpan-14-2017"} == {
        "persyaratan": "Persyaratan",
        "prosedur": "Sistem, Mekanisme, dan Prosedur",
        "waktu": "Waktu Penyelesaian",
        "biaya": "Biaya/Tarif",
        "produk": "Produk Spesifikasi Jenis Pelayanan",
        "kompetensi": "Kompetensi Pelaksana",
        "perilaku": "Perilaku Pelaksana",
        "pengaduan": "Penanganan Pengaduan, Saran, dan Masukan",
        "sarana": "Sarana dan Prasarana",
    }
    assert (UNSUR["pengaduan"].nomor, UNSUR["sarana"].nomor) == (8, 9)


def test_standard_questionnaire_asks_sarana_before_pengaduan() -> None:
    asked = [butir.unsur_kunci for butir in INSTRUMEN["skm9"].butir]
    assert " ".join(map(str, asked)) == ("persyaratan prosedur waktu biaya produk kompetensi perilaku sarana pengaduan")


def test_labels_mean_different_numbers_under_different_questions() -> None:
    labels = {butir.unsur_kunci: butir.label for butir in INSTRUMEN["skm9"].butir}
    assert labels["biaya"] == ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")
    assert labels["sarana"] == ("Buruk", "Cukup", "Baik", "Sangat baik")
    assert labels["pengaduan"] == (
        "Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik",
    )  # fmt: skip
    for kunci, word in {
        "persyaratan": "sesuai", "prosedur": "mudah", "waktu": "cepat", "produk": "sesuai",
        "kompetensi": "kompeten", "perilaku": "sopan dan ramah",
    }.items():  # fmt: skip
        assert labels[kunci] == (f"Tidak {word}", f"Kurang {word}", word.capitalize(), f"Sangat {word}")


def test_every_questionnaire_is_complete() -> None:
    assert set(INSTRUMEN) == {"skm9", "kinerja2019", "ikm14"}
    for instrumen in INSTRUMEN.values():
        assert [butir.kolom for butir in instrumen.butir] == [
            f"b{number}" for number in range(1, len(instrumen.butir) + 1)
        ]
        assert [butir.urutan for butir in instrumen.butir] == list(range(1, len(instrumen.butir) + 1))
        for butir in instrumen.butir:
            assert len({plain(label) for label in butir.label}) == 4
    for kode in ("skm9", "ikm14"):
        keys = {butir.unsur_kunci for butir in INSTRUMEN[kode].butir}
        assert keys == {kunci for kunci, unsur in UNSUR.items() if unsur.aturan == INSTRUMEN[kode].aturan}


def test_march_2019_items_are_variables_without_unsur() -> None:
    items = INSTRUMEN["kinerja2019"].butir
    assert len(items) == 9
    assert all(butir.peran == "variabel" and butir.unsur_kunci is None for butir in items)
    assert all(butir.label == ("Sangat tidak puas", "Tidak puas", "Puas", "Sangat puas") for butir in items)


# -- words of uploads ----------------------------------------------------------------------------------


def test_allowed_label_sets_have_four_points_and_refused_ones_more() -> None:
    names = [label_set.nama for label_set in reference.label_set()]
    assert len(names) == len(set(names))
    for label_set in reference.label_set():
        assert label_set.unsur_kunci is None or label_set.unsur_kunci in UNSUR
        points = set(label_set.nilai.values())
        if label_set.boleh:
            assert points == {1, 2, 3, 4}, label_set
        else:
            assert points >= {1, 2, 3, 4, 5} and label_set.unsur_kunci is None, label_set


def fits(answers: set[str], unsur: str) -> set[bool]:
    sets = [label_set for label_set in reference.label_set() if label_set.unsur_kunci in (None, unsur)]
    return {label_set.boleh for label_set in sets if answers <= {plain(label) for label in label_set.nilai}}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("Tidak baik|Kurang baik|Baik|Sangat baik", True),
        ("Sangat tidak puas|Tidak puas|Puas|Sangat puas", True),
        ("Sangat tidak setuju|Tidak setuju|Setuju|Sangat setuju", True),
        ("Sangat tidak puas|Tidak puas|Cukup puas|Puas|Sangat puas", False),
        ("Tidak setuju|Netral|Setuju", False),
        ("SS|S|CS|CTS|TS|STS", False),
        ("SS|S|TS|STS", True),
        ("1|2|3|4|5", False),
    ],
)
def test_a_full_scale_is_allowed_or_refused_not_both(answers: str, expected: bool) -> None:
    found = fits({plain(answer) for answer in answers.split("|")}, "waktu")
    assert (True in found) is expected
    assert expected or found == {False}


def test_phrases_name_one_unsur_per_rule() -> None:
    seen: dict[tuple[str, str | None, str], str] = {}
    for alias in reference.unsur_alias():
        key = (plain(alias.frasa), UNSUR[alias.unsur_kunci].aturan, alias.cara)
        assert seen.setdefault(key, alias.unsur_kunci) == alias.unsur_kunci, alias


def test_every_question_of_the_standard_form_is_recognised_as_its_unsur() -> None:
    phrases = [
        (plain(alias.frasa), alias.unsur_kunci)
        for alias in reference.unsur_alias()
        if alias.cara == "memuat" and UNSUR[alias.unsur_kunci].aturan == "permenpan-14-2017"
    ]
    for butir in INSTRUMEN["skm9"].butir:
        assert {kunci for phrase, kunci in phrases if phrase in plain(butir.teks)} == {butir.unsur_kunci}


def test_whole_headers_hold_key_name_and_short_name_of_the_nine() -> None:
    whole = {(plain(alias.frasa), alias.unsur_kunci) for alias in reference.unsur_alias() if alias.cara == "tepat"}
    for kunci, unsur in UNSUR.items():
        names = [unsur.nama] if unsur.aturan == "kepmenpan-25-2004" else [kunci, unsur.nama, unsur.pendek]
        assert {(plain(name), kunci) for name in names} <= whole


# -- rules, periode, settings --------------------------------------------------------------------------


def test_grade_tables_agree_with_the_constants() -> None:
    printed = [
        (row.aturan, row.huruf, row.kinerja, row.persepsi, row.batas_bawah, row.interval_nrr, row.interval_ikm)
        for row in reference.mutu()
    ]
    assert printed == [
        (kode, m.huruf, m.kinerja, m.persepsi, m.batas_bawah, m.interval_nrr, m.interval_ikm)
        for kode, rule_set in rules.RULE_SETS.items()
        for m in rule_set.mutu
    ]


def test_lower_bounds_are_the_printed_interval_starts() -> None:
    for row in reference.mutu():
        assert Decimal(row.interval_ikm.split(" ")[0].replace(",", ".")) == row.batas_bawah


def test_rounds_of_2019() -> None:
    march, second = reference.periode()
    assert (march.kode, march.panel, march.status) == ("2019-maret", True, "tutup")
    assert (second.kode, second.cara_pemilihan, second.status) == ("2019-q2", "tidak_acak", "buka")
    assert march.selesai and second.mulai and march.selesai < second.mulai
    assert {march.aturan, second.aturan} <= set(rules.RULE_SETS)


# -- seeding and broken files --------------------------------------------------------------------------


def test_seed_fills_an_empty_store_once() -> None:
    with Store() as store:
        assert reference.seed(store) is True
        version = store.data_version
        assert reference.seed(store) is False
        assert store.data_version == version
        counted = {
            table: store.fetch(f"SELECT count(*) FROM {table}")[1][0][0]
            for table in ("wilayah", "layanan", "unsur", "instrumen", "butir", "periode", "pengaturan")
        }
        assert counted == {
            "wilayah": 65, "layanan": 9, "unsur": 23, "instrumen": 3, "butir": 32, "periode": 2,
            "pengaturan": len(reference.pengaturan()),
        }  # fmt: skip
        stored = store.fetch("SELECT kunci, nilai FROM pengaturan")[1]
        assert dict(stored) == dict(reference.pengaturan())
        blank = store.fetch("SELECT count(*) FROM layanan WHERE n_pengguna IS NULL AND target_ikm IS NULL")[1]
        assert blank == [(9,)]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("wilayah.csv", ",80638,", ",delapan,", r"wilayah\.csv, baris \d+, kolom n_penduduk"),
        ("butir.csv", ",Gratis", ",", r"butir\.csv, baris 5, kolom label_4"),
        ("periode.csv", "2019-03-22", "22/03/2019", r"periode\.csv, baris 2, kolom selesai"),
        ("layanan.csv", ",true", ",ya", r"layanan\.csv, baris 2, kolom aktif"),
        ("unsur.csv", "unsur_pendek", "pendek", r"unsur\.csv, baris 1: kolomnya harus"),
        ("instrumen.csv", "ikm14,", "ikm14,,", r"instrumen\.csv, baris 4: ada 5 kolom, bukan 4"),
    ],
)
def test_a_broken_file_is_named_with_row_and_column(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    folder = Path(shutil.copytree(reference.REFERENCE, tmp_path / "reference"))
    broken = (folder / file).read_text(encoding="utf-8").replace(old, new)
    assert broken != (reference.REFERENCE / file).read_text(encoding="utf-8")
    (folder / file).write_text(broken, encoding="utf-8")
    with Store() as store:
        with pytest.raises(SkmError, match=message):
            reference.seed(store, folder)
        assert store.fetch("SELECT count(*) FROM wilayah")[1] == [(0,)]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SkmError, match=r"layanan\.csv tidak dapat dibaca"):
        reference.layanan(tmp_path)
