"""A misspelt cell is offered a name, and read by it in every row only on a person's word, which is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skm_core import scoring, uploads
from skm_core.intake import Draft, Options, compared_again, ingest, prepare, read_file
from skm_core.intake.misspelt import Anggapan, same
from skm_core.intake.refused import of_draft, workbook
from skm_core.store import Store
from tests import build
from tests.intake import corpus, files, services
from tests.intake.conftest import Read, codes

CHOSEN = {"periode": "2019-q2", "pengumpul": "kelurahan"}
KEBON_JERUK = "31.73.05.1001"


def rows(*given: dict[str, Any]) -> bytes:
    names = list(dict.fromkeys(name for one in given for name in one))
    lines = ([one.get(name, "") for name in names] + [3] * 9 for one in given)
    return files.table([[*names, *files.RULE], *lines])


def offered(draft: Draft, kolom: str) -> list[tuple[str, int, int, str]]:
    return [(one.nilai, one.n, one.baris, one.mungkin) for one in draft.salah_tulis if one.kolom == kolom]


def places(*names: str, **more: Any) -> bytes:
    return rows(*({"kelurahan": name, "layanan": "Posyandu", **more} for name in names))


def test_a_place_is_offered_once_whatever_its_case_and_read_on_a_word(read: Read, store: Store) -> None:
    data = places("Kapuk", "Kebon Jerok", "KEBON  JEROK", "Kel. Kebon Jerok", "Xyz")
    draft = read(data, **CHOSEN)
    assert offered(draft, "kelurahan") == [
        ("Kebon Jerok", 2, 3, "Kebon Jeruk"),
        ("Kel. Kebon Jerok", 1, 5, "Kebon Jeruk"),
        ("Xyz", 1, 6, ""),
    ]
    assert (draft.n_diterima, draft.n_ditolak) == (1, 4), "nothing is read by itself"
    assert all(len(one.pilihan) == 56 for one in draft.salah_tulis)

    said = (Anggapan("kelurahan", "kebon jerok", "Kebon Jeruk"),)
    mended = read(data, **CHOSEN, anggap=said)
    assert (mended.n_diterima, mended.n_ditolak) == (3, 2)
    assert mended.counts["kelurahan"] == {build.KAPUK: 1, KEBON_JERUK: 2}
    assert [one[0] for one in offered(mended, "kelurahan")] == ["Kel. Kebon Jerok", "Xyz"]
    (finding,) = (one for one in mended.temuan if one.kode == "DIANGGAP")
    assert finding.tingkat == "peringatan" and finding.baris == 3
    assert finding.pesan == (
        '"Kebon Jerok" dibaca sebagai Kebon Jeruk atas pilihan pengunggah (2 sel, pertama baris 3).'
    )
    assert uploads.history(store) == (), "reading stores nothing"


def test_the_record_keeps_what_was_said(read: Read, store: Store) -> None:
    draft = read(
        places("Kapuk", "Kebon Jerok"), **CHOSEN, anggap=(Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"),)
    )
    ingest(store, draft, pengunggah="Siti", as_seen=True)
    (one,) = uploads.history(store)
    assert one.catatan == ('"Kebon Jerok" dibaca sebagai Kebon Jeruk atas pilihan pengunggah (baris 3).',)
    (kept,) = store.fetch("SELECT pilihan FROM unggahan")[1][0]
    assert json.loads(kept)["anggap"] == [{"kolom": "kelurahan", "nilai": "Kebon Jerok", "arti": "Kebon Jeruk"}]
    found = store.fetch("SELECT wilayah_kode FROM kuesioner ORDER BY baris")[1]
    assert [code for (code,) in found] == [build.KAPUK, KEBON_JERUK]


def test_a_word_for_one_column_says_nothing_of_another(read: Read) -> None:
    data = rows({"kelurahan": "Kapuk", "kecamatan": "Cengkarang", "layanan": "Posyando"})
    draft = read(data, **CHOSEN, anggap=(Anggapan("kelurahan", "Cengkarang", "Cengkareng Timur"),))
    assert codes(draft).count("WILAYAH_TIDAK_DIKENAL") == 1 and "DIANGGAP" not in codes(draft)
    assert offered(draft, "kecamatan") == [("Cengkarang", 1, 2, "Cengkareng")]
    assert offered(draft, "layanan") == [("Posyando", 1, 2, "Posyandu")]
    said = (Anggapan("kecamatan", "Cengkarang", "Cengkareng"), Anggapan("layanan", "posyando", "Posyandu"))
    mended = read(data, **CHOSEN, anggap=said)
    assert mended.n_diterima == 1 and list(mended.counts["layanan"]) == ["posyandu"]


def test_a_word_that_contradicts_the_row_refuses_it_and_shows_the_cell_of_the_file(read: Read) -> None:
    data = places("Kebon Jerok", kecamatan="Tambora")
    draft = read(data, **CHOSEN, anggap=(Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"),))
    (finding,) = (one for one in draft.temuan if one.tingkat == "baris")
    assert finding.kode == "WILAYAH_BERTENTANGAN" and finding.nilai == "Kebon Jerok"
    assert "DIANGGAP" not in codes(draft), "what was not taken is not said to be read"


def labels(changed: dict[str, list[str]]) -> bytes:
    """As many rows as cells are given, all other answers the third label of their question."""
    n = len(next(iter(changed.values())))
    lines = [
        [changed[key][number] if key in changed else files.LABELS[key][2] for key in files.QUESTIONS]
        for number in range(n)
    ]
    return files.table([list(files.QUESTIONS.values()), *lines])


def test_an_answer_is_read_by_a_label_of_its_own_question(read: Read, store: Store) -> None:
    data = labels({"prosedur": ["Mudah", "Sangat mudaah", "Sangat mudaah", "mantap"]})
    draft = read(data, layanan="posyandu", kelurahan="Kapuk", **CHOSEN)
    assert draft.n_ditolak == 3
    first, second = (one for one in draft.salah_tulis if one.kode == "JAWABAN_TIDAK_DIKENAL")
    assert (first.nilai, first.n, first.mungkin) == ("Sangat mudaah", 2, "Sangat mudah")
    assert (second.nilai, second.mungkin) == ("mantap", "")
    assert second.pilihan == ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah")
    said = (Anggapan(first.kolom, "sangat MUDAAH", "Sangat mudah"), Anggapan(second.kolom, "mantap", "Kurang mudah"))
    mended = read(data, layanan="posyandu", kelurahan="Kapuk", **CHOSEN, anggap=said)
    assert (mended.n_diterima, mended.n_ditolak) == (4, 0)
    ingest(store, mended, pengunggah="Siti")
    assert store.fetch(f"SELECT {first.kolom} FROM kuesioner ORDER BY baris")[1] == [(3,), (4,), (4,), (2,)]
    (figure,) = scoring.score(store)
    assert next(part.nrr for part in figure.unsur if part.kunci == "prosedur") * 4 == 3 + 4 + 4 + 2


def test_no_word_makes_an_answer_of_what_the_question_does_not_know(read: Read) -> None:
    data = labels({"prosedur": ["Mudah", "mantap", "4. Kurang mudah", "5"]})
    said = tuple(Anggapan("b2", cell, "Bagus sekali") for cell in ("mantap", "4. Kurang mudah", "5"))
    draft = read(data, layanan="posyandu", kelurahan="Kapuk", **CHOSEN, anggap=said)
    assert draft.n_diterima == 1 and "DIANGGAP" not in codes(draft)
    told = {one.nilai: one.pilihan for one in draft.salah_tulis}
    assert told["mantap"] and told["4. Kurang mudah"] == () and told["5"] == (), "two answers, or none: not offered"


def test_gender_is_read_by_a_word_and_age_is_not(read: Read) -> None:
    data = places("Kapuk", jenis_kelamin="Prempuan", usia="tua")
    draft = read(data, **CHOSEN)
    assert offered(draft, "jenis_kelamin") == [("Prempuan", 1, 2, "Perempuan")]
    (age,) = (one for one in draft.salah_tulis if one.kolom == "usia")
    assert age.pilihan == ()
    mended = read(data, **CHOSEN, anggap=(Anggapan("jenis_kelamin", "Prempuan", "Perempuan"),))
    assert mended.preview()[0]["jenis_kelamin"] == "P"


def test_rating_blocks_count_a_row_once(read: Read) -> None:
    """One row judges several services: its place is one cell, however many questionnaires it makes."""
    headers = [f"{name} [{service}]" for service in ("Posyandu", "PKK") for name in files.OFFICIAL.values()]
    lines = [["Kebon Jerok", *[3] * 18], ["Kebon Jerok", *[4] * 9, *[""] * 9], ["Kapuk", *[3] * 18]]
    draft = read(files.table([["kelurahan", *headers], *lines]), **CHOSEN)
    assert offered(draft, "kelurahan") == [("Kebon Jerok", 2, 2, "Kebon Jeruk")]
    mended = read(
        files.table([["kelurahan", *headers], *lines]),
        **CHOSEN,
        anggap=(Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"),),
    )
    assert mended.n_ditolak == 0 and "(2 sel, pertama baris 2)" in next(
        one.pesan for one in mended.temuan if one.kode == "DIANGGAP"
    )


def test_a_cell_with_personal_numbers_is_not_offered_nor_recorded(read: Read, store: Store) -> None:
    secret = "Kebon Jerok 081234567890"
    draft = read(places("Kapuk", secret), **CHOSEN)
    (one,) = (one for one in draft.salah_tulis if one.kolom == "kelurahan")
    assert one.pilihan == () and one.mungkin == ""
    options = Options(**CHOSEN, anggap=(Anggapan("kelurahan", secret, "Kebon Jeruk"),))
    assert "0812" not in options.as_json()
    ingest(store, prepare(store, read_file(places("Kapuk", secret), "a.csv"), options), pengunggah="Siti")
    assert "0812" not in " ".join(uploads.history(store)[0].catatan)


def test_what_was_said_survives_a_commit_of_somebody_else(store: Store) -> None:
    options = Options(**CHOSEN, anggap=(Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"),))
    draft = prepare(store, read_file(places("Kapuk", "Kebon Jerok", "Xyz"), "a.csv"), options)
    build.ingest(store, [build.form([3] * 9)], name="lain.csv")
    again = compared_again(store, draft)
    assert again.salah_tulis == draft.salah_tulis and codes(again).count("DIANGGAP") == 1
    receipt = ingest(store, again, pengunggah="Siti", as_seen=True)
    assert receipt.n_diterima == 2 and uploads.history(store)[0].catatan


def test_a_correction_is_read_by_the_words_said_of_the_first_file_too(store: Store) -> None:
    """A row refused for another reason comes back with the cell that was settled then, and no reason beside it."""
    words = ["kurang baik", "baik", "sangat baik"]
    cells = [[name, "Posyandu", words[number % 3], *[3] * 8] for number, name in enumerate(["Kapuk"] * 6)]
    cells.append(["Kebon Jerok", "Posyandu", "Bik", 7, *[3] * 7])
    data = files.table([["kelurahan", "layanan", *files.RULE], *cells])
    said = (Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"), Anggapan("b1", "Bik", "Baik"))
    options = Options(**CHOSEN, lewati_kembar=True, anggap=said)
    draft = prepare(store, read_file(data, "a.csv"), options)
    assert (draft.n_diterima, draft.n_ditolak) == (6, 1)
    ingest(store, draft, pengunggah="Siti")

    book = openpyxl.load_workbook(BytesIO(workbook(of_draft(draft))))
    for cell in (cell for row in book.active.iter_rows() for cell in row if cell.value in (7, "7")):
        cell.value = 4
    out = BytesIO()
    book.save(out)
    mended = prepare(store, read_file(out.getvalue(), "b.xlsx"), Options())
    assert mended.koreksi and mended.koreksi.pilihan == Options(**CHOSEN, anggap=said), "copies are asked about anew"
    assert (mended.n_diterima, mended.n_ditolak) == (1, 0)
    assert codes(mended).count("DIANGGAP") == 2, "and history says so again"
    (row,) = mended.preview()
    assert [row["b1"], row["b2"]] == [3, 4]
    assert mended.counts["kelurahan"] == {KEBON_JERUK: 1}


def test_a_correction_takes_a_new_word_beside_those_said_of_the_first_file(store: Store) -> None:
    options = Options(**CHOSEN, anggap=(Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"),))
    draft = prepare(store, read_file(places("Kapuk", "Xyz"), "a.csv"), options)
    ingest(store, draft, pengunggah="Siti")
    raw = read_file(workbook(of_draft(draft)), "b.xlsx")
    again = prepare(store, raw, Options(anggap=(Anggapan("kelurahan", "Xyz", "Kapuk"),)))
    assert (again.n_diterima, again.n_ditolak) == (1, 0)


def test_each_of_many_spellings_is_told_apart(read: Read) -> None:
    draft = read(places(*(f"Antah {chr(97 + i % 26)}{i}" for i in range(400))), **CHOSEN)
    assert draft.refused and codes(draft)[0] == "TANPA_BARIS"
    assert len(draft.salah_tulis) == draft.jumlah_temuan["WILAYAH_TIDAK_DIKENAL"] == 400


@pytest.mark.parametrize("number", range(0, 52, 6))
def test_every_form_service_gives_what_the_right_spelling_gives(
    number: int, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong, right, everybody = "Wijaya Kusumaah", "Wijaya Kusuma", services.people()
    for name in (wrong, right):
        monkeypatch.setitem(services.PLACES, name, ("Grogol Petamburan", "31.73.02.1007"))

    def file(name: str) -> tuple[bytes, str, dict[str, Any]]:
        people = [replace(one, kelurahan=name if one.nomor % 4 == 0 else one.kelurahan) for one in everybody]
        monkeypatch.setattr(corpus, "FOUND", people)
        case = corpus.cases("baku")[number]
        return case.data(), case.file, {**CHOSEN, "kode1": case.kode1}

    data, called, chosen = file(wrong)
    refused = read(data, called, **chosen)
    assert refused.n_ditolak
    (one,) = refused.salah_tulis
    assert (one.n, one.mungkin) == (3, right)
    mended = read(data, called, **chosen, anggap=(Anggapan(one.kolom, one.nilai, one.mungkin),))
    data, called, chosen = file(right)
    assert mended.preview(500) == read(data, called, **chosen).preview(500)


SIGNS = ["+", "-", "👍", "👎", "★", "?", "/", "%", "=", "±", "×", "~"]


@given(st.text("abcdeik3 ", min_size=1, max_size=12).filter(str.strip), st.permutations(SIGNS), st.integers(1, 3))
def test_signs_that_mean_something_keep_spellings_apart(text: str, signs: list[str], n: int) -> None:
    one, other = "".join(signs[:n]), "".join(signs[n : 2 * n])
    assert len({same(text), same(text + one), same(text + other), same(one + text)}) == 4


@given(st.lists(st.text("abcdeik", min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_case_blanks_and_harmless_signs_are_one_spelling(parts: list[str], data: st.DataObject) -> None:
    joint = data.draw(st.sampled_from([" ", "  ", "\u00a0", "\n", "-", "_", ". ", " '"]))
    end = data.draw(st.sampled_from(["", ".", " ", "\u00a0", "!!", ";", ",", " ."]))
    written = data.draw(st.sampled_from([str.upper, str.title, str.lower]))(joint.join(parts)) + end
    assert same(written) == same(" ".join(parts))


def test_a_word_holds_for_its_own_sign_only(read: Read, store: Store) -> None:
    """Numbers with a sign, a label with one and with an emoji: none is read by the word for its neighbour."""
    data = rows(*({"kelurahan": "Kapuk", "layanan": "Posyandu"} for _ in range(8)))
    table = [line.split(",") for line in data.decode().splitlines()]
    for line, cell in zip(
        table[1:], ["3", "3+", "3-", "3 +", "Sesuai 👍", "Sesuai 👎", "Sesuai+", "Sesuai-"], strict=True
    ):
        line[2] = cell
    data = files.table(table)
    draft = read(data, **CHOSEN)
    assert draft.n_diterima == 1
    told = {one.nilai: one for one in draft.salah_tulis if one.kolom == "b1"}
    assert told.keys() == {"3+", "3-", "3 +", "Sesuai 👍", "Sesuai 👎", "Sesuai+", "Sesuai-"}
    assert told["3+"].mungkin == "3" and told["Sesuai 👎"].mungkin == "Sesuai"
    assert told["3-"].pilihan == ("1", "Tidak sesuai", "2", "Kurang sesuai", "3", "Sesuai", "4", "Sangat sesuai")
    said = (Anggapan("b1", "3+", "3"), Anggapan("b1", "sesuai  👍", "Sangat sesuai"), Anggapan("b1", "3-", "2"))
    mended = read(data, **CHOSEN, anggap=said)
    ingest(store, mended, pengunggah="Siti", as_seen=True)
    assert store.fetch("SELECT baris, b1 FROM kuesioner ORDER BY baris")[1] == [(2, 3), (3, 3), (4, 2), (6, 4)]
    assert {one.nilai for one in mended.salah_tulis} == {"3 +", "Sesuai 👎", "Sesuai+", "Sesuai-"}


def test_an_answer_misspelt_among_numbers_is_offered_the_labels_of_its_question(read: Read) -> None:
    lines = [["Kapuk", "Posyandu", cell, *[3] * 8] for cell in (4, 3, "Sesuia", 2, "tiga")]
    data = files.table([["kelurahan", "layanan", *files.RULE], *lines])
    draft = read(data, **CHOSEN)
    assert offered(draft, "b1") == [("Sesuia", 1, 4, "Sesuai"), ("tiga", 1, 6, "")]
    said = (Anggapan("b1", "Sesuia", "Sesuai"), Anggapan("b1", "tiga", "3"))
    mended = read(data, **CHOSEN, anggap=said)
    assert [row["b1"] for row in mended.preview()] == [4, 3, 3, 2, 3]


def test_copies_left_out_are_not_counted_beside_a_tick(read: Read) -> None:
    headers = [f"{name} [{service}]" for service in ("Posyandu", "PKK") for name in files.OFFICIAL.values()]
    row = ["Kebon Jerok", 34, *[3] * 18]
    lines = [row, row, ["Kebon Jerok", 35, *[4] * 9, *[""] * 9], row, ["Kapuk", 36, *[3] * 18]]
    data = files.table([["kelurahan", "usia", *headers], *lines])
    assert offered(read(data, **CHOSEN), "kelurahan") == [("Kebon Jerok", 4, 2, "Kebon Jeruk")]
    said = (Anggapan("kelurahan", "Kebon Jerok", "Kebon Jeruk"),)
    once, all_ = read(data, **CHOSEN, lewati_kembar=True), read(data, **CHOSEN)
    assert offered(once, "kelurahan") == [("Kebon Jerok", 2, 2, "Kebon Jeruk")]
    for draft, ticked in ((once, {"lewati_kembar": True}), (all_, {})):
        mended = read(data, **CHOSEN, **ticked, anggap=said)
        (count,) = (one for _, one, _, _ in offered(draft, "kelurahan"))
        assert f"({count} sel, " in next(one.pesan for one in mended.temuan if one.kode == "DIANGGAP")
