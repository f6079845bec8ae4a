"""How alike a header is to what an item or a field is called: exact, by a known phrase, or by spelling (rapidfuzz)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from skm_core import reference
from skm_core.intake.headers import FIELDS, field, phrases
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import words
from skm_core.terms import Butir, Instrumen

SURE, LIKELY = 90, 68
"""Likeness, 0 to 100, from which a proposal counts as certain and as probable."""
EXACT, PHRASE = 100, 95
_EMPTY_WORDS = frozenset({
    "bagaimana", "pendapat", "pemahaman", "saudara", "anda", "tentang", "dalam", "di", "yang", "dan", "atau", "unit",
    "ini", "itu", "terhadap", "menurut", "apakah", "seberapa", "dengan", "dari", "oleh", "pada", "untuk", "bapak",
    "ibu", "kami", "pelayanan", "layanan", "publik", "petugas", "penilaian", "tingkat",
})  # fmt: skip
_MORE = {
    "tanggal": ("waktu isi", "hari tanggal", "tgl isi", "waktu pengisian"),
    "usia": ("umur", "usia responden", "kelompok umur"),
    "jenis_kelamin": ("kelamin", "gender", "laki laki perempuan"),
    "pendidikan": ("pendidikan terakhir", "ijazah terakhir", "sekolah terakhir"),
    "pekerjaan": ("pekerjaan utama", "profesi", "mata pencaharian"),
    "saran": ("saran dan masukan", "kritik dan saran", "usul", "usulan perbaikan", "pesan kesan"),
    "layanan": ("jenis layanan", "layanan yang dinilai", "pelayanan yang diterima"),
    "kelurahan": ("nama kelurahan", "kelurahan lokasi"),
    "kecamatan": ("nama kecamatan",),
    "periode": ("triwulan", "semester", "gelombang survei"),
    "responden": ("kode responden", "id responden", "nomor kuesioner"),
    "pengumpul": ("dikumpulkan oleh", "petugas pengumpul"),
}

_EVERYDAY = {
    "persyaratan": "syarat dokumen kelengkapan",
    "prosedur": "alur tahapan langkah mekanisme caranya",
    "waktu": "lama menunggu nunggu cepat kecepatan durasi antre",
    "biaya": "ongkos tarif harga bayar bayaran mahal",
    "produk": "hasil hasilnya produk",
    "kompetensi": "kemampuan keahlian pintar terampil menguasai cakap",
    "perilaku": "sikap ramah keramahan sopan kesopanan",
    "sarana": "tempat fasilitas gedung ruang ruangan nyaman kenyamanan kebersihan",
    "pengaduan": "keluhan lapor laporan aduan ngadu mengadu",
}
"""Everyday words for what an unsur asks; a header with one of them probably means it."""
BY_WORD = 80.0


def everyday(header: str) -> frozenset[str]:
    """Keys of the unsur whose everyday words stand in a header ("Ongkosnya" → biaya)."""
    said = {word.removesuffix("nya") for part in words(header).split() for word in (part, part.removesuffix("nya"))}
    return frozenset(key for key, known in _EVERYDAY.items() if said & set(known.split()))


def core(text: str) -> str:
    """The telling words of a header or question, in order; all of them if none is telling."""
    every = words(text).split()
    return " ".join(word for word in every if word not in _EMPTY_WORDS) or " ".join(every)


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> float:
    """0 to 100: spelling of the telling words, in any order; a short text inside a long one counts a little less."""
    a, b = core(one), core(other)
    if not a or not b:
        return 0.0
    whole = max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))
    if min(len(a), len(b)) < 5:
        return whole
    inside = max((fuzz.ratio(word, single) for word in a.split() for single in [b] if " " not in b), default=0.0)
    return max(whole, 0.94 * fuzz.token_set_ratio(a, b) if " " in a and " " in b else 0.0, 0.92 * inside)


def names_of(instrumen: Instrumen, vocabulary: Vocabulary) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """b1… → (texts that name the whole item, phrases whose mere presence names it).

    Where several items ask one unsur only their own questions tell them apart.
    """
    per_unsur: dict[str, int] = {}
    for item in instrumen.butir:
        if item.unsur_kunci:
            per_unsur[item.unsur_kunci] = per_unsur.get(item.unsur_kunci, 0) + 1
    return {
        item.kolom: _names(item, vocabulary, per_unsur.get(item.unsur_kunci or "") == 1) for item in instrumen.butir
    }


def _names(item: Butir, vocabulary: Vocabulary, alone: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    whole, parts = [words(item.teks)], list[str]()
    unsur = vocabulary.unsur.get(item.unsur_kunci or "")
    if alone and unsur:
        whole += [words(text) for text in (unsur.kunci, unsur.nama, unsur.pendek)]
        for alias in reference.unsur_alias():
            if alias.unsur_kunci == unsur.kunci:
                (whole if alias.cara == "tepat" else parts).append(words(alias.frasa))
    return tuple(dict.fromkeys(whole)), tuple(dict.fromkeys(parts))


def item_likeness(header: str, names: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
    """0 to 100 for a header and the names of one item."""
    whole, parts = names
    forms = phrases(header)
    if any(form in whole for form in forms):
        return EXACT
    if field(header) is None and any(f" {part} " in f" {form} " for form in forms for part in parts):
        return PHRASE
    return max((alike(form, name) for form in forms for name in (*whole, *parts)), default=0.0)


def field_likeness(header: str) -> Mapping[str, float]:
    """Field → 0 to 100; the field the patterns know is certain."""
    known = field(header)
    if known:
        return {known: EXACT}
    forms = phrases(header)
    return {
        target: max(
            (alike(form, name) for form in forms for name in (words(meaning), words(target), *_MORE.get(target, ()))),
            default=0.0,
        )
        for target, meaning, _ in FIELDS
    }
