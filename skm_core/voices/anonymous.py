"""Comments without the people they name: numbers and addresses masked as on reading, and names that follow a title."""

from __future__ import annotations

import re
from functools import cache

from skm_core.intake.personal import MASK, masked
from skm_core.reference.places import wilayah

TITLE = (
    r"(?:[Pp]ak|PAK|[Bb]apak|BAPAK|[Bb]pk\.?|[Bb]u|BU|[Ii]bu|IBU|[Ss]dri?\.?|[Ss]audar[ai]|H\.|Hj\.?|[Hh]aji|[Hh]ajah|"
    r"[Kk]ak|[Mm]as|[Mm]bak|[Bb]ang|[Aa]bang|[Mm]pok|[Cc]ing|[Uu]sta[dz]z?)"
)
OFFICE = r"(?:RT|RW|[Ll]urah|[Cc]amat|[Kk]ader|[Bb]idan|[Dd]okter|[Kk]etua)(?: [0-9]{1,3}\b(?:/[0-9]{1,3}\b)?)?"
"""What may stand between a title and a name: "Pak RT Rudi", "Pak RT 05 Rudi"."""
NAME = r"[A-Z](?:[a-z]+|[A-Z]{2,})(?:['’][A-Za-z]+)?"
_NAMED = re.compile(rf"(?<![\w-])((?:{TITLE} )+(?:{OFFICE} )*)({NAME}(?: {NAME}|(?: [A-Z]\.?(?!\w)))*)")
MAY_BE_PERSONAL = re.compile(r"[0-9@]")
MAY_NAME = re.compile(r"[a-zH]\.? (?:[A-Z]|[0-9]{1,3})")
_SAID = """
pak bapak bu ibu bpk sdr sdri haji hajah kak mas mbak bang abang rt rw lurah camat wali walikota kota gubernur wagub
presiden wapres menteri bupati dewan kepala kasie kasi kasubag sekretaris sekcam sekel seklur staf ketua wakil kader
petugas pegawai pengelola pengurus pimpinan anggota tim warga bidan dokter perawat guru ustaz ustadz polisi hansip
satpam satpol babinsa bhabinkamtibmas ppsu pkk rptra posyandu jumantik puskesmas kelurahan kecamatan lansia hamil
menyusui menyapu rumah tangga muda tua anak balita pertiwi negara jakarta barat dki indonesia jaki dan atau yang di ke
dari untuk agar supaya semoga tolong mohon harap sebaiknya terima makasih tidak jangan kurang sudah belum sangat
selalu saya kami kita mereka ini itu juga kalau bila jika karena tetapi tapi lebih baik ramah sopan sabar usul saran
kapan kenapa mengapa bagaimana apa ada bisa harus mau dengan pada hari senin selasa rabu kamis jumat sabtu minggu
assalamualaikum alhamdulillah insya allah
"""
NO_NAME = frozenset(_SAID.split())
"""Words that are no name though they stand in capitals behind a title: offices, and how a sentence goes on."""


def anonymous(text: str) -> str:
    """The text with every NIK, phone, e-mail and named person masked: "Pak Rudi RT 05" → "Pak [disamarkan] RT 05".

    A name is known by the title before it and by its capital letter: "Pak RT", "Bu Lurah" and "Ibu hamil" stay. What
    is written in small letters or wholly in capitals is left to the person who chooses a quote.
    """
    said = masked(text) if MAY_BE_PERSONAL.search(text) else text
    return said if not MAY_NAME.search(said) or said.isupper() else _NAMED.sub(_hidden, said)


def _hidden(found: re.Match[str]) -> str:
    before, name = found.groups()
    words = name.split(" ")
    n = next((i for i, word in enumerate(words) if _is_no_name(word)), len(words))
    return found.group() if n == 0 else " ".join([before + MASK, *words[n:]])


def _is_no_name(word: str) -> bool:
    return word.lower() in NO_NAME or word.lower() in _places()


@cache
def _places() -> frozenset[str]:
    """Words of the names of kota, kecamatan and kelurahan: "Pak Camat Kalideres" names an office."""
    return frozenset(word for place in wilayah() for word in place.nama.lower().split())
