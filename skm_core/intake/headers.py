"""What a column header can mean, apart from the items of a questionnaire: a table of patterns, most telling first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import count, takewhile

from skm_core.intake.wording import plain, words

IGNORED, PERSONAL, NUMBER = "diabaikan", "pribadi", "nomor"
REASON, KEY = "Alasan ditolak", "Kunci baris SKM (jangan diubah)"
"""Headers of the two columns that the workbook of refused rows has beside the original ones."""

FIELDS: tuple[tuple[str, str, str], ...] = (
    # target, what the person reads, pattern for the whole header in the form `words` gives
    ("nomor", "nomor urut", r"(no|nomor|nmr|no urut|nomor urut)( (urut )?(resp|responden|data|kuesioner))?"),
    (
        "responden",
        "kunci responden",
        r"(kunci|kode|id|uuid) (responden|respondent|partisipan)|responden( (id|kunci|key))?|uuid|"
        r"(response|respondent|submission) id|responden kunci",
    ),
    (
        "tanggal",
        "tanggal",
        r"(tanggal|tgl)( (survei|survey|pengisian|isi|entri|entry|input|wawancara|kuesioner))?|"
        r"(tanggal|tgl) waktu|timestamp|cap waktu|stempel waktu|date|submission time|submitdate( date submitted)?|"
        r"waktu (pengisian|penyelesaian survei|mulai|submit)|completion time|start time",
    ),
    ("jenis_kelamin", "jenis kelamin", r"jenis kelamin.{0,20}|kelamin|jk|j k|l p|gender|sex|jns kelamin|j kelamin"),
    ("usia", "usia", r"(usia|umur)( (anda|saudara|responden|th|thn|tahun|dalam tahun))*|age"),
    ("pendidikan", "pendidikan", r"(tingkat )?pendidikan( (terakhir|anda|saudara|responden))*|pddk|pend"),
    ("pekerjaan", "pekerjaan", r"(jenis )?pekerjaan( (utama|anda|saudara|responden))*|profesi"),
    (
        "saran",
        "saran",
        r"(kritik|saran|masukan|komentar|keluhan|catatan|pesan|kesan|harapan)"
        r"(( dan| atau|) (kritik|saran|masukan|komentar|keluhan|pesan|kesan|harapan|perbaikan))*"
        r"( (anda|saudara|responden|untuk (perbaikan|kami|pelayanan|layanan).*|terhadap .*|perbaikan.*))?|"
        r"kritik saran.*|saran .*",
    ),
    ("periode", "periode", r"periode( (survei|survey|kode|id))?|kode periode|periode kode|putaran( survei)?"),
    (
        "kode_kelurahan",
        "kode kelurahan",
        r"(kode|kd|id) (kelurahan|kel|desa|wilayah)|(kelurahan|wilayah|desa) (kode|id)",
    ),
    (
        "kecamatan",
        "kecamatan",
        r"(nama )?(kecamatan|kec)( (tempat |lokasi |yang |unit )*(layanan|pelayanan|survei|dinilai|disurvei).*)?",
    ),
    (
        "kelurahan",
        "kelurahan",
        r"(nama )?(kelurahan|kel|desa kelurahan|kelurahan desa|desa|wilayah)"
        r"( (tempat |lokasi |yang |unit )*(layanan|pelayanan|survei|dinilai|disurvei).*)?|lokasi( survei)?",
    ),
    (
        "layanan",
        "layanan",
        r"(nama |jenis |unit )*(layanan|pelayanan)( (yang|kode|diterima|dinilai|disurvei|publik|apa).*)?|"
        r"kode layanan|pejabat( yang dinilai)?|(yang|objek) dinilai|unit pelayanan",
    ),
    ("instrumen", "kode kuesioner", r"kode (kuesioner|instrumen)|(kuesioner|instrumen) kode"),
    ("pengumpul", "pengumpul", r"pengumpul( data)?|dikumpulkan oleh|pelaksana survei|surveyor dari|enumerator dari"),
)
MEANING = {target: meaning for target, meaning, _ in FIELDS} | {
    PERSONAL: "data pribadi, tidak disimpan",
    IGNORED: "tidak dipakai",
    NUMBER: "nomor urut, tidak dipakai",
}
_PATTERNS = tuple((target, re.compile(pattern)) for target, _, pattern in FIELDS)

_PERSONAL_STRONG = re.compile(
    r"\b(nik|nip|induk kependudukan|ktp|no kk|kartu keluarga|hp|handphone|ponsel|whatsapp|wa|telepon|telpon|telp|tlp|"
    r"phone|e mail|email|surel|koordinat|latitude|longitude|altitude|lintang|bujur|titik lokasi|gps|geolocation|"
    r"geopoint|ip address|alamat ip|ipaddr|tanda tangan|ttd|deviceid|simserial|subscriberid|phonenumber|paraf|foto|"
    r"swafoto|photo|selfie|rekening|npwp)\b"
)
_PERSONAL_WHOLE = re.compile(
    r"(nama( (lengkap|responden|anda|saudara|bapak|ibu|pengisi|petugas|panggilan|depan|belakang|pemohon|inisial))*|"
    r"name|(first|last|full) name|inisial|nama dan .*|nama .*(nik|hp|alamat).*|identitas( responden)?|username|"
    r"submitted by|alamat( (rumah|lengkap|anda|saudara|responden|tinggal|domisili))*|address|rt|rw|rt rw|ip|lat|long?|"
    r"tempat (tanggal )?lahir|tanggal lahir|tgl lahir|ttl)"
)
_NUMBER = re.compile(
    r"(u|p|q|x|v|b|n|unsur|pertanyaan|soal|question|variabel|butir|item|nilai|nilai u|no|nomor)? ?(\d{1,2})"
)
_ANY_NUMBER = re.compile(r"([a-z]{1,12}) ?(\d{1,2})")
_LEADING = re.compile(
    r"^\s*(?:(?:u|p|q|x|unsur|pertanyaan|soal|question|butir)?[\s._]*\d{1,2}[a-z]?\s*[.):\-–—_=]+\s*|"
    r"(?:u|p|q|unsur|pertanyaan|soal)\s*\d{1,2}[a-z]?\s+|\d{1,2}\s+)(?=\S)",
    re.IGNORECASE,
)
_CODE = re.compile(r"^\s*[A-Za-z]\w*(\[[^\[\]]*\])*\.\s+")
_BRACKET = re.compile(r"(.*)(?:\[([^\[\]]+)\]|\(([^()]+)\))\s*$")


@lru_cache(maxsize=4096)
def phrases(header: str) -> tuple[str, ...]:
    """The texts a header may be known by, most telling first: grid row in brackets, without its number, whole."""
    text = re.sub(r"\.\d+$", "", " ".join(header.split()))  # pandas writes a second "X" as "X.1"
    found = []
    if bracket := _BRACKET.fullmatch(text):
        before, square, round_ = bracket.groups()
        if square or numbered(before):  # "Penilaian [Persyaratan]", "U1 (Persyaratan)"; not "Saran (pengaduan)"
            found.append(square or round_)
    found += [_LEADING.sub("", text), text]
    return tuple(dict.fromkeys(words(one) for one in found if words(one)))


@lru_cache(maxsize=4096)
def field(header: str) -> str | None:
    """Target of a header that is not an item (`tanggal`, `kelurahan`, …), or None."""
    if len(plain(header)) > 120:
        return None
    for phrase in phrases(header):
        for target, pattern in _PATTERNS:
            if pattern.fullmatch(phrase):
                return target
    return None


@lru_cache(maxsize=4096)
def personal(header: str) -> bool:
    """True if a header asks for something that identifies a person."""
    if _PERSONAL_STRONG.search(words(header)):
        return True
    inner = _CODE.sub("", header)  # "G01Q02. Nama" and "profil/Nama" ask for a name as much as "Nama"
    last = re.split(r"[/%|.~:]", inner)[-1]
    return any(_PERSONAL_WHOLE.fullmatch(words(part)) for part in (header, inner, last))


def numbered(header: str) -> tuple[str, int] | None:
    """(prefix, number) of a header that is only a number, such as U1, P1, Q1, "1"; None for any other."""
    found = _NUMBER.fullmatch(words(header))
    return (found.group(1) or "", int(found.group(2))) if found else None


def leading_number(header: str) -> tuple[str, int] | None:
    """As `numbered`, also for a number with a text after it ("U8. Penanganan pengaduan")."""
    if found := numbered(header):
        return found
    lead = _LEADING.match(header)
    return numbered(lead.group()) if lead else None


def numbered_any(header: str) -> tuple[str, int] | None:
    """(letters, number) of a header such as KP7 that may be a numbered question of an unknown questionnaire."""
    found = _ANY_NUMBER.fullmatch(words(header))
    return (found.group(1), int(found.group(2))) if found else None


def number_run(headers: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Column index → (prefix, number) of the longest run 1, 2, 3… with one prefix; empty if there is none.

    At least 5 columns, in any order; of bare numbers, which could be answers, 7 or more side by side, or in any order
    if each occurs once and no other stands among them.
    """
    runs: dict[str, dict[int, int]] = {}
    bare: list[tuple[int, int]] = []
    for index, header in enumerate(headers):
        found = leading_number(header)
        if found is None:
            continue
        prefix, number = found
        run = runs.setdefault(prefix, {})
        if prefix:
            run.setdefault(number, index)
            continue
        bare.append((number, index))
        if number == 1 and len(run) < 7:
            run.clear()
        if number == len(run) + 1 and (not run or index - 1 in run.values()):
            run[number] = index
    if len(runs.get("", ())) < 7 and sorted(number for number, _ in bare) == list(range(1, len(bare) + 1)):
        runs[""] = dict(bare)
    longest: dict[int, tuple[str, int]] = {}
    for prefix, run in runs.items():
        unbroken = {run[number]: (prefix, number) for number in takewhile(run.__contains__, count(1))}
        if len(unbroken) > len(longest) and len(unbroken) >= (5 if prefix else 7):
            longest = unbroken
    return longest
