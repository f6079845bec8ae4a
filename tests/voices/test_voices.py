"""Comments: never from a cell of fewer than ten, masked, found by any form of a word, themed; quotes on record."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from skm_core import checks, uploads, voices
from skm_core.errors import InvalidSettingError, SkmError, UnknownKeyError
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan
from skm_core.voices import words
from skm_core.voices.comments import Asal
from tests import build
from tests.build import KALIDERES, KAMAL, KAPUK, form

CALM = [3] * 9


def cell(n: int, saran: str | None = None, **more: object) -> list[dict[str, object]]:
    """`n` questionnaires of one cell, the first with the comment."""
    return [form(CALM, saran=saran if who == 0 else None, **more) for who in range(n)]


def test_a_comment_needs_ten_questionnaires_of_its_own_cell(store: Store) -> None:
    build.ingest(
        store,
        [
            *cell(10, "Sepuluh cukup", kelurahan=KAPUK),
            *cell(9, "Sembilan kurang", kelurahan=KALIDERES),
            *cell(9, "Lain layanan", kelurahan=KAPUK, layanan="pkk"),
            *cell(9, "Lain periode", kelurahan=KAPUK, periode="2019-q3"),
        ],
    )
    build.ingest(store, cell(9, "Lain pengumpul", kelurahan=KAPUK), pengumpul="kota", name="kota.csv")
    for pilihan in (SEMUA, Pilihan(wilayah="31.73.01"), Pilihan(("2019-q2",)), Pilihan(layanan=("posyandu",))):
        assert [one.teks for one in voices.comments(store, pilihan).suara] == ["Sepuluh cukup"]
    assert voices.comments(store, SEMUA).n_tersembunyi == 4
    assert voices.comments(store, Pilihan(wilayah=KALIDERES)) == voices.Terbaca((), 1)


def test_an_undone_upload_takes_the_cell_below_ten(store: Store) -> None:
    build.ingest(store, cell(6, "Tinggal enam"), name="satu.csv")
    receipt = build.ingest(store, [form([4] * 9)] * 6, name="dua.csv")
    (one,) = voices.comments(store, SEMUA).suara
    number = voices.choose(store, one.asal, oleh="Ani")
    uploads.undo(store, receipt.unggahan_id, oleh="uji")
    assert voices.comments(store, SEMUA).suara == () and voices.chosen(store) == ()
    with pytest.raises(UnknownKeyError, match="kurang dari 10"):
        voices.choose(store, one.asal, oleh="Ani")
    uploads.restore(store, receipt.unggahan_id, oleh="uji")
    assert [quote.kutipan_id for quote in voices.chosen(store)] == [number]


def test_numbers_stay_masked(store: Store) -> None:
    build.ingest(store, cell(10, "Hubungi 0812-3456-7890 atau a@b.co.id, NIK 3173012345678901"))
    with store.write() as cursor:  # as a file of before the masking would hold it
        cursor.execute("UPDATE kuesioner SET saran = 'Telepon saya 081234567890 ya' WHERE baris = 3")
    texts = [one.teks for one in voices.comments(store, SEMUA).suara]
    assert len(texts) == 2 and not any(digit in text for text in texts for digit in ("0812", "3173", "a@b"))
    assert (
        voices.matching(voices.comments(store, SEMUA).suara, cari="telepon")[0].teks == "Telepon saya [disamarkan] ya"
    )
    for one in voices.comments(store, SEMUA).suara:
        voices.choose(store, one.asal, oleh="Ani")
    assert all("0812" not in quote.teks for quote in voices.chosen(store))


def test_bands_follow_the_published_index_of_the_questionnaire(store: Store) -> None:
    # 25 · sum / 9: 23 → 63,89 (D), 24 → 66,67 (C), 27 → 75,00 (C), 28 → 77,78 (B)
    for total, band in ((23, "rendah"), (24, "sedang"), (27, "sedang"), (28, "tinggi")):
        low = 27 - total
        answers = [2] * low + [3] * (9 - low) if low >= 0 else [4] * -low + [3] * (9 + low)
        build.ingest(store, [form(answers, saran=f"{total} {band}"), *cell(9)], name=f"{total}.csv")
    found = voices.comments(store, SEMUA).suara
    assert len(found) == 4 and all(one.teks.endswith(one.pita) for one in found)
    assert [one.teks for one in voices.matching(found, pita="rendah")] == ["23 rendah"]


def test_search_finds_other_forms_and_parts_of_words(store: Store) -> None:
    texts = ("Antreannya lama sekali", "Petugas melayani dengan ramah", "Mohon kebersihan dijaga")
    for number, text in enumerate(texts):
        build.ingest(store, cell(10, text, kelurahan=(KAPUK, KALIDERES, KAMAL)[number]), name=f"{number}.csv")
    found = voices.comments(store, SEMUA).suara

    def said(cari: str, **more: str) -> list[str]:
        return sorted(one.teks for one in voices.matching(found, cari=cari, **more))

    assert said("mengantre") == [texts[0]] and said("LAYANAN") == [texts[1]] and said("bersih") == [texts[2]]
    assert said("antre lama") == [texts[0]] and said("antre ramah") == [] and len(said(" ,. ")) == 3
    assert said("", tema="petugas") == [texts[1]] and said("sekali", tema="petugas") == []
    assert (
        voices.count_themes(found)["antrean"] == (1, 1) and sum(n for n, _ in voices.count_themes(found).values()) == 3
    )


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Tindak lanjuti keluhan kami", {"pengaduan"}),
        ("Mohon ditindaklanjuti", {"pengaduan"}),
        ("Terima kasih banyak", {"pujian"}),
        ("Kasih informasi terima pendaftaran", {"informasi"}),
        ("Kursinya rusak", {"sarana"}),
        ("Loket sepi", set()),
        ("Mohon petugas keamanan ditambah pada sore hari", {"ketertiban", "kehadiran"}),
        ("Kader jumantik rutin datang setiap Jumat", {"kehadiran", "kesehatan"}),
        ("Petugas dan kader", set()),
        ("Kursi tunggu ditambah", {"sarana"}),
        ("Program berjalan baik", {"kegiatan"}),
        ("Tidak puas", {"kecewa"}),
        ("Sudah lama tinggal di sini", set()),
        ("", set()),
    ],
)
def test_themes_by_words_and_phrases(text: str, themes: set[str]) -> None:
    assert set(words.themes(text)) == themes


def test_every_word_of_the_list_finds_its_theme_and_stands_there_once() -> None:
    seen: set[tuple[str, str]] = set()
    for tema in words.lexicon():
        assert tema.nama and tema.kata
        for kata in tema.kata:
            said = words.themes(f"Menurut kami {kata}.")
            assert tema.kunci in said or (tema.kunci == words.NONE and not said), kata
            assert (tema.kunci, kata) not in seen
            seen.add((tema.kunci, kata))


def test_the_words_name_what_a_reader_names() -> None:
    with (Path(__file__).parent / "labelled.csv").open(encoding="utf-8") as file:
        rows = [(set(words.themes(row["teks"])), set(row["tema"].split())) for row in csv.DictReader(file)]
    assert len(rows) == 130
    right = sum(len(found & read) for found, read in rows)
    assert right / sum(len(found) for found, _ in rows) >= 0.96
    assert right / sum(len(read) for _, read in rows) >= 0.94


def test_a_broken_list_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tema.csv").write_text("tema_kunci,tema_nama,kata\nantrean,,tunggu\n", encoding="utf-8")
    monkeypatch.setattr(words, "REFERENCE", tmp_path)
    words.lexicon.cache_clear()
    try:
        with pytest.raises(SkmError, match=r"tema\.csv, baris 2, kolom tema_nama"):
            words.lexicon()
    finally:
        words.lexicon.cache_clear()


def test_quotes_are_chosen_once_and_stay_on_record(store: Store) -> None:
    build.ingest(store, [*cell(10, "Ramah"), *cell(10, "Cepat", layanan="pkk")])
    first, second = voices.comments(store, SEMUA).suara
    before = store.data_version
    number = voices.choose(store, first.asal, oleh="  Ani   Sari ")
    assert store.data_version != before and voices.choose(store, first.asal, oleh="Budi") == number
    other = voices.choose(store, second.asal, oleh="Budi")
    assert [one.kutipan_id for one in voices.chosen(store)] == [other, number]
    (mine,) = voices.chosen(store, Pilihan(("2019-q2",), (first.layanan,)))
    assert (mine.teks, mine.dipilih_oleh, mine.asal) == (first.teks, "Ani Sari", first.asal)
    voices.withdraw(store, number, oleh="Cici")
    assert [one.kutipan_id for one in voices.chosen(store)] == [other]
    with pytest.raises(UnknownKeyError, match="sudah ditarik"):
        voices.withdraw(store, number, oleh="Cici")
    assert voices.choose(store, first.asal, oleh="Ani") not in (number, other)
    rows = store.fetch("SELECT kutipan_id, dipilih_oleh, ditarik_oleh FROM kutipan ORDER BY kutipan_id")[1]
    assert rows[0] == (number, "Ani Sari", "Cici") and len(rows) == 3
    assert checks.verify(store) == ()


def test_a_quote_needs_a_name_and_a_comment(store: Store) -> None:
    build.ingest(store, cell(10, "Ramah"))
    (one,) = voices.comments(store, SEMUA).suara
    with pytest.raises(InvalidSettingError, match="nama"):
        voices.choose(store, one.asal, oleh="  ")
    with pytest.raises(UnknownKeyError):
        voices.choose(store, Asal(one.asal.unggahan_id, "", one.asal.baris + 1, "posyandu"), oleh="Ani")
    assert voices.chosen(store) == ()


def test_a_number_is_searched_too(store: Store) -> None:
    build.ingest(store, cell(10, "Buka 24 jam") + cell(10, "Antre lama", kelurahan=KALIDERES))
    found = voices.comments(store, SEMUA).suara
    assert len(found) == 2
    assert [one.teks for one in voices.matching(found, cari="24")] == ["Buka 24 jam"]
    assert voices.matching(found, cari="25") == ()
