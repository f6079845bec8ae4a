"""People named behind a title are masked where comments are read and quoted; offices and ordinary words stay."""

from __future__ import annotations

import pytest

from skm_core import voices
from skm_core.store import Store
from skm_core.terms import SEMUA
from skm_core.voices.anonymous import anonymous
from tests import build
from tests.build import form


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Pak Rudi RT 05 galak", "Pak [disamarkan] RT 05 galak"),
        ("tolong bu Siti Aminah ditegur", "tolong bu [disamarkan] ditegur"),
        ("Terima kasih Ibu Hj. Nur'aini, ramah", "Terima kasih Ibu Hj. [disamarkan], ramah"),
        ("Menurut Sdr. Budi Santoso S. kurang", "Menurut Sdr. [disamarkan] kurang"),
        ("Mbak DEWI di loket jutek", "Mbak [disamarkan] di loket jutek"),
        ("Pak RT 03 Slamet jarang ada", "Pak RT 03 [disamarkan] jarang ada"),
        ("Haji Mahmud dan Kak Rina Tolong dibantu", "Haji [disamarkan] dan Kak [disamarkan] Tolong dibantu"),
        ("[disamarkan] Pak Rudi RT 05", "[disamarkan] Pak [disamarkan] RT 05"),
        ("Pak Joko 081234567890", "Pak [disamarkan] [disamarkan]"),
        ("(Pak Rudi)", "(Pak [disamarkan])"),
        ("Lurah bagus, Mas Agung juga", "Lurah bagus, Mas [disamarkan] juga"),
    ],
)
def test_a_name_behind_a_title_is_masked(written: str, shown: str) -> None:
    assert anonymous(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Pak RT jarang datang",
        "Pak RT 05 ramah",
        "Bu Lurah baik",
        "Ibu hamil didahulukan",
        "Ibu Hamil didahulukan",
        "Bapak Camat Kalideres sering hadir",
        "Pak Lurah Duri Kosambi cepat",
        "Bapak Ibu Kader ramah",
        "Terima kasih Pak. Semoga sukses",
        "Ibu-Ibu PKK rajin",
        "Terima kasih Bu Bidan Posyandu",
        "Bapak Wali Kota Jakarta Barat",
        "Pak Tolong jalan diperbaiki",
        "Emas Antam dijual di sini",
        "Masukan Saya: antre lama",
        "PAK RT TIDAK PERNAH ADA",
        "Anak-anak senang bermain di RPTRA",
        "Mas-mas petugas sopan",
    ],
)
def test_offices_and_ordinary_words_stay(text: str) -> None:
    assert anonymous(text) == text


def test_no_screen_and_no_quote_shows_the_name(store: Store) -> None:
    rows = [form([3] * 9, saran=text) for text in ("Pak Rudi ramah", *["Antre lama"] * 9)]
    build.ingest(store, rows)
    found = voices.comments(store, SEMUA).suara
    (named,) = [one for one in found if "ramah" in one.teks]
    assert named.teks == "Pak [disamarkan] ramah"
    voices.choose(store, named.asal, oleh="Ani")
    assert [one.teks for one in voices.chosen(store)] == ["Pak [disamarkan] ramah"]


def test_a_comment_without_a_letter_is_none(store: Store) -> None:
    texts = ("0", "👍", "12", "???", "Ya", "Bagus 👍")
    build.ingest(store, [form([3] * 9, saran=text) for text in texts] + [form([3] * 9)] * 6)
    assert sorted(one.teks for one in voices.comments(store, SEMUA).suara) == ["Bagus 👍", "Ya"]
    assert store.fetch("SELECT count(saran) FROM kuesioner")[1] == [(2,)]
    with store.write() as cursor:  # as a file of before would have left it
        cursor.execute("UPDATE kuesioner SET saran = '0' WHERE saran = 'Ya'")
    assert [one.teks for one in voices.comments(store, SEMUA).suara] == ["Bagus 👍"]
