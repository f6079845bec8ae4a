"""Which column means what: by text, per question, for any questionnaire the store knows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from skm_core.intake import Draft
from skm_core.store import Store
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"periode": "2019-q2", "layanan": "posyandu", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}


def table(headers: Sequence[str], *rows: Sequence[object]) -> bytes:
    return files.table([headers, *rows])


def target(draft: Draft, header: str) -> str:
    return next(column.target for column in draft.columns if column.header == header)


NINE = [files.OFFICIAL[key] for key in files.RULE]


@pytest.mark.parametrize(
    "headers",
    [
        NINE,
        [name.upper() for name in NINE],
        [f"Penilaian [{name}]" for name in NINE],
        [f"{n}. {name}" for n, name in enumerate(NINE, 1)],
        [f"U{n} {name}" for n, name in enumerate(NINE, 1)],
        [f"U{n} ({name})" for n, name in enumerate(NINE, 1)],
        [f"{n})\u00a0{name.replace(' ', chr(10))} " for n, name in enumerate(NINE, 1)],
        [f"Seberapa puas Anda dengan {name} di kelurahan ini?" for name in
         ("kesesuaian persyaratan", "kemudahan prosedur", "kecepatan waktu", "kewajaran biaya", "hasil pelayanan",
          "kemampuan petugas", "sikap petugas", "penanganan keluhan", "kelengkapan sarana")],
    ],
)  # fmt: skip
def test_headers_in_every_dress(headers: list[str], read: Read) -> None:
    draft = read(table(headers, (1, 2, 3, 4, 1, 2, 3, 4, 1)), **CHOSEN)
    assert not draft.refused, codes(draft)
    assert [draft.preview()[0][f"b{n}"] for n in range(1, 10)] == [1, 2, 3, 4, 1, 2, 3, 1, 4]


def test_comments_are_no_complaints_unsur(read: Read) -> None:
    headers = [*NINE, "Kritik dan saran"]
    draft = read(table(headers, [*[3] * 9, "Bagus"]), **CHOSEN)
    assert target(draft, "Kritik dan saran") == "saran"
    assert target(draft, "Penanganan Pengaduan, Saran, dan Masukan") == "b9"
    assert draft.preview()[0]["saran"] == "Bagus"


def test_where_somebody_lives_is_not_where_the_service_is(read: Read) -> None:
    headers = ["Kelurahan domisili", "Kecamatan tempat tinggal", *files.RULE]
    draft = read(table(headers, ["Kamal", "Kalideres", *[3] * 9]), **CHOSEN)
    assert list(draft.counts["kelurahan"]) == ["31.73.01.1005"]
    lies = read(table(["Kelurahan tempat layanan", *files.RULE], ["Kamal", *[3] * 9]), **(CHOSEN | {"kelurahan": None}))
    assert list(lies.counts["kelurahan"]) == ["31.73.06.1004"]


def test_what_was_understood_is_said_of_every_column(read: Read) -> None:
    headers = ["No", "Nama", "Umur", *files.RULE, "Cuaca"]
    draft = read(table(headers, [1, "Ani", 30, *[3] * 9, "panas"]), **CHOSEN)
    told = {column.header: (column.letter, column.target, column.how) for column in draft.columns}
    assert told["No"] == ("A", "nomor", "diabaikan")
    assert told["Nama"] == ("B", "pribadi", "pribadi")
    assert told["Umur"] == ("C", "usia", "teks")
    assert told["persyaratan"] == ("D", "b1", "kunci")
    assert told["Cuaca"] == ("M", "diabaikan", "diabaikan")
    assert all(column.meaning for column in draft.columns)


def test_two_filled_columns_of_one_unsur_are_a_finding(read: Read) -> None:
    draft = read(table([*NINE, "Persyaratan"], [*[3] * 9, 4]), **CHOSEN)
    assert codes(draft) == ["KOLOM_GANDA"] and "Kolom A dan J" in draft.temuan[0].pesan


def test_a_column_orphaned_by_editing_the_form_is_left_out(read: Read) -> None:
    draft = read(table([*NINE, "Persyaratan.1"], [*[3] * 9, ""], [*[3] * 9, ""]), **CHOSEN)
    assert draft.n_diterima == 2 and codes(draft) == ["KOLOM_YATIM"]
    other = read(table([*NINE, "Persyaratan"], ["", *[3] * 8, 4]), **CHOSEN)
    assert other.preview()[0]["b1"] == 4


def test_a_missing_unsur_is_named_and_others_do_not_move(read: Read) -> None:
    headers = [name for name in files.RULE if name != "prosedur"]
    draft = read(table(headers, (1, 3, 4, 1, 2, 3, 4, 1)), **CHOSEN)
    assert codes(draft) == ["BUTIR_TIDAK_ADA"] and "prosedur" in draft.temuan[0].pesan
    assert [draft.preview()[0][f"b{n}"] for n in range(1, 10)] == [1, None, 3, 4, 1, 2, 3, 1, 4]


def test_extra_ratings_are_not_averaged_in(read: Read) -> None:
    headers = [*files.RULE, "Kepuasan keseluruhan", "Maklumat pelayanan"]
    draft = read(table(headers, [*[3] * 9, 1, 1]), **CHOSEN)
    assert [target(draft, name) for name in headers[9:]] == ["diabaikan", "diabaikan"]
    assert {draft.preview()[0][f"b{n}"] for n in range(1, 10)} == {3} and "b10" not in draft.preview()[0]


def test_too_few_questions_are_no_questionnaire(read: Read) -> None:
    draft = read(table(["Persyaratan", "Biaya", "Waktu penyelesaian"], (3, 3, 3)), **CHOSEN)
    assert codes(draft) == ["TATA_LETAK_TIDAK_DIKENAL"] and "persyaratan" in draft.temuan[0].pesan


def test_numbered_questions_that_fit_no_questionnaire(read: Read) -> None:
    draft = read(table([f"Q{n}" for n in range(1, 13)], [3] * 12), **CHOSEN)
    assert codes(draft) == ["JUMLAH_NOMOR_TIDAK_COCOK"] and "Q1 sampai Q12" in draft.temuan[0].pesan


def test_a_time_stamp_called_waktu_is_no_unsur(read: Read) -> None:
    headers = ["Waktu", *NINE]
    draft = read(table(headers, ["24/04/2019 09:15", *[3] * 9]), **CHOSEN)
    assert draft.n_diterima == 1 and str(draft.preview()[0]["tanggal"]) == "2019-04-24"


def test_fourteen_unsur_of_the_older_rule(read: Read) -> None:
    answers = [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2]
    draft = read(table([f"U{n}" for n in range(1, 15)], answers), **CHOSEN)
    assert draft.instrumen is not None and draft.instrumen.kode == "ikm14"
    assert [draft.preview()[0][f"b{n}"] for n in range(1, 15)] == answers


def test_the_nine_variables_of_march_2019_are_no_unsur(read: Read) -> None:
    labels = ("Sangat tidak puas", "Tidak puas", "Puas", "Sangat puas")
    headers = ["pejabat", *(f"Variabel {n}" for n in range(1, 10))]
    draft = read(table(headers, ["camat", *(labels[n % 4] for n in range(9))]),
                 periode="2019-maret", pengumpul="kota", kelurahan="Cengkareng")  # fmt: skip
    assert draft.instrumen is not None and draft.instrumen.kode == "kinerja2019"
    assert [draft.preview()[0][f"b{n}"] for n in range(1, 10)] == [1, 2, 3, 4, 1, 2, 3, 4, 1]
    numbers = read(table([f"U{n}" for n in range(1, 10)], [3] * 9), instrumen="kinerja2019", **CHOSEN)
    assert numbers.instrumen is not None and numbers.instrumen.kode == "kinerja2019" and not numbers.refused


@pytest.fixture
def sixteen(store: Store) -> list[str]:
    """An instrumen of the agency's own: two items for persyaratan, one added unsur; its question texts."""
    items = [
        ("b1", "persyaratan", "Apakah syaratnya jelas?"),
        ("b2", "persyaratan", "Apakah syaratnya mudah dipenuhi?"),
        *((f"b{n}", key, files.QUESTIONS[key]) for n, key in enumerate(files.ASKED[1:], 3)),
        ("b11", "maklumat", "Apakah maklumat pelayanan dipasang?"),
    ]
    with store.write() as cursor:
        cursor.execute("INSERT INTO instrumen VALUES ('sendiri', 'Kuesioner sendiri', 'permenpan-14-2017', 'uji')")
        cursor.execute("INSERT INTO unsur VALUES ('maklumat', 'Maklumat', 'Maklumat', NULL, 10, 'Unsur tambahan')")
        for number, (kolom, unsur, teks) in enumerate(items, 1):
            cursor.execute(
                "INSERT INTO butir VALUES ('sendiri', $1, $2, 'unsur', $3, $4, "
                "'Tidak baik', 'Kurang baik', 'Baik', 'Sangat baik')",
                [kolom, number, unsur, teks],
            )
    return [teks for _, _, teks in items]


def test_several_items_of_an_unsur_and_added_unsur(sixteen: list[str], read: Read) -> None:
    answers = [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 4]
    draft = read(table(sixteen, answers), **CHOSEN)
    assert draft.instrumen is not None and draft.instrumen.kode == "sendiri"
    assert [draft.preview()[0][f"b{n}"] for n in range(1, 12)] == answers
    back = read(table(sixteen[::-1], answers[::-1]), **CHOSEN)
    assert [back.preview()[0][f"b{n}"] for n in range(1, 12)] == answers


def test_item_columns_by_their_code_need_the_instrumen_named(sixteen: list[str], read: Read) -> None:
    headers, answers = [f"b{n}" for n in range(1, 12)], [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 4]
    draft = read(table(headers, answers), instrumen="sendiri", **CHOSEN)
    assert [draft.preview()[0][name] for name in headers] == answers
    assert read(table(headers[:9], answers[:9]), **CHOSEN).pertanyaan[:1] != ()


def test_more_numbers_than_items_are_not_bound_by_position(read: Read) -> None:
    draft = read(table([f"U{n}" for n in range(1, 11)], [3] * 10), u8="pengaduan", **CHOSEN)
    assert codes(draft) == ["JUMLAH_NOMOR_TIDAK_COCOK"]


def test_columns_in_any_order_give_the_same_row(read: Read) -> None:
    rows = files.key_rows(files.forms((1, 2, 3, 4, 1, 2, 3, 4, 1)))
    turned = [row[::-1] for row in rows]
    assert read(files.table(rows), pengumpul="kota").preview() == read(files.table(turned), pengumpul="kota").preview()
