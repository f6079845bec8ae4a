"""A form before it is filled: what it asks, and for which periode, layanan, kelurahan and collector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skm_core import registry
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.intake.items import find_items
from skm_core.intake.places import find_place, gazetteer
from skm_core.intake.vocabulary import Vocabulary, vocabulary
from skm_core.intake.wording import words
from skm_core.store import Store
from skm_core.terms import PENGUMPUL, Instrumen, Layanan, Periode, Unsur, Wilayah

ONE, CHOOSE, ALL = "satu", "pilih", "semua"
"""What a respondent judges: the one layanan of the form, one that he or she chooses, or every layanan of the form."""

COLLECTOR = {"kelurahan": "Kelurahan", "kota": "Kota"}
"""How a form names who collects."""

MOST_IN_ONE = 7
"""Layanan that one form can ask side by side: more do not fit the width of a page."""


@dataclass(frozen=True, slots=True)
class Question:
    """One item as a form asks it. `nama`: XML name; `judul`: short name. Both are unique in the form."""

    nomor: int
    nama: str
    judul: str
    teks: str
    label: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Blank:
    """A form before it is filled.

    `layanan` holds one entry if `cara` is ONE; `kelurahan` one entry if the form is for that kelurahan, else all that
    a respondent may choose from, by name. `sebutan`: code of the periode, layanan or kelurahan → the word by which a
    form names it and the intake knows it again. `perlu_kode`: the questions alone do not tell which questionnaire
    this is, so that the form has to carry its code.
    """

    instrumen: Instrumen
    periode: Periode
    layanan: tuple[Layanan, ...]
    cara: str
    kelurahan: tuple[Wilayah, ...]
    pengumpul: str
    instansi: str
    unit: str
    pertanyaan: tuple[Question, ...]
    sebutan: Mapping[str, str]
    perlu_kode: bool

    @property
    def nama_layanan(self) -> str:
        """The layanan in a few words: "Posyandu", or how many."""
        if self.cara == ONE:
            return self.layanan[0].nama
        return f"{len(self.layanan)} layanan"

    @property
    def nama_kelurahan(self) -> str:
        """The kelurahan, or that all may use the form."""
        return f"Kelurahan {self.kelurahan[0].nama}" if len(self.kelurahan) == 1 else "semua kelurahan"

    @property
    def kalimat(self) -> str:
        """The form in one line: "Posyandu · Kelurahan Kapuk · April–Juni 2019 · dikumpulkan kelurahan"."""
        services = {CHOOSE: f"Satu dari {self.nama_layanan}", ALL: f"{self.nama_layanan} dalam satu formulir"}
        return (
            f"{services.get(self.cara, self.nama_layanan)} · {self.nama_kelurahan} · {self.periode.nama} · "
            f"dikumpulkan {COLLECTOR[self.pengumpul].lower()}"
        )

    @property
    def kode(self) -> str:
        """The form in keys, for file names and the foot of the paper: "skm9-2019-q2-posyandu-31.73.01.1005-kota"."""
        layanan = self.layanan[0].kode if self.cara == ONE else f"{self.cara}-{len(self.layanan)}"
        place = self.kelurahan[0].kode if len(self.kelurahan) == 1 else "semua"
        return f"{self.instrumen.kode}-{self.periode.kode}-{layanan}-{place}-{self.pengumpul}"


def blank(
    store: Store,
    *,
    instrumen: str = "skm9",
    periode: str,
    layanan: Sequence[str] = (),
    cara: str | None = None,
    kelurahan: str | None = None,
    pengumpul: str = "kelurahan",
) -> Blank:
    """The form of these keys. `layanan` empty: all active ones; `cara` defaults to ONE for one layanan, else CHOOSE.

    Raises UnknownKeyError for a key that does not exist, and InvalidSettingError for a form that could not be read
    again (two questions alike, several layanan asked for as one).
    """
    known, settings = vocabulary(store), registry.settings(store)
    registry.require("Kuesioner", instrumen, known.instrumen)
    registry.require("Periode", periode, known.periode)
    registry.require("Pengumpul", pengumpul, PENGUMPUL)
    active = [kode for kode, one in known.layanan.items() if one.aktif and one.jenis == "layanan"]
    services = tuple(known.layanan[registry.require("Layanan", kode, known.layanan)] for kode in layanan or active)
    cara = cara or (ONE if len(services) == 1 else CHOOSE)
    registry.require("Cara", cara, (ONE, CHOOSE, ALL))
    if not services:
        raise InvalidSettingError("Belum ada layanan yang aktif. Aktifkan satu di Pengaturan.")
    if (cara == ONE) != (len(services) == 1):
        raise InvalidSettingError(
            "Formulir untuk satu layanan menyebut satu layanan; formulir lain menyebut dua atau lebih."
        )
    if cara == ALL and len(services) > MOST_IN_ONE:
        raise InvalidSettingError(
            f"Satu formulir memuat paling banyak {MOST_IN_ONE} layanan. Bagi menjadi dua formulir."
        )
    everywhere = sorted((one for one in known.wilayah.values() if one.tingkat == "kelurahan"), key=lambda w: w.nama)
    places = tuple(everywhere) if kelurahan is None else (_kelurahan(known, kelurahan),)
    asked = questions(known.instrumen[instrumen], known.unsur)
    return Blank(
        instrumen=known.instrumen[instrumen],
        periode=known.periode[periode],
        layanan=services,
        cara=cara,
        kelurahan=places,
        pengumpul=pengumpul,
        instansi=settings["instansi_nama"],
        unit=settings["unit_nama"],
        pertanyaan=asked,
        sebutan=_spoken(known, periode, services, places),
        perlu_kode=_unclear(known, instrumen, asked),
    )


def questions(instrumen: Instrumen, unsur: Mapping[str, Unsur]) -> tuple[Question, ...]:
    """The items in the order asked. Raises InvalidSettingError if two are worded alike: no answer could be told apart.

    An item goes by the name of its unsur where no other item shares it, else by its text.
    """
    alike = [text for text, n in Counter(words(item.teks) for item in instrumen.butir).items() if n > 1]
    if alike:
        raise InvalidSettingError(f"Kuesioner {instrumen.nama} menanyakan dua kali hal yang sama: {alike[0]}.")
    shared = Counter(item.unsur_kunci for item in instrumen.butir)
    return tuple(
        Question(
            nomor=number,
            nama=item.unsur_kunci if item.unsur_kunci and shared[item.unsur_kunci] == 1 else item.kolom,
            judul=unsur[item.unsur_kunci].pendek if item.unsur_kunci and shared[item.unsur_kunci] == 1 else item.teks,
            teks=item.teks,
            label=item.label,
        )
        for number, item in enumerate(sorted(instrumen.butir, key=lambda item: item.urutan), 1)
    )


def kelurahan_code(store: Store, spelling: str) -> str:
    """Code of the kelurahan of this name, known spelling or code. Raises UnknownKeyError if it names no single one."""
    known = vocabulary(store)
    code = find_place(gazetteer(known), spelling, None, None).kode
    return _kelurahan(known, code or spelling).kode


def _kelurahan(known: Vocabulary, kode: str) -> Wilayah:
    place = known.wilayah.get(kode)
    if place is None or place.tingkat != "kelurahan":
        raise UnknownKeyError(f'Kelurahan "{kode}" tidak dikenal. Tulis namanya, atau kodenya seperti 31.73.01.1005.')
    return place


def _spoken(known: Vocabulary, periode: str, services: Sequence[Layanan], places: Sequence[Wilayah]) -> dict[str, str]:
    """Names where the intake finds the same key by them, else codes."""
    round_name = known.periode[periode].nama
    found = {periode: round_name if known.periode_sebutan.get(words(round_name)) == periode else periode}
    for one in services:
        found[one.kode] = one.nama if known.layanan_sebutan.get(words(one.nama)) == one.kode else one.kode
    names = Counter(words(one.nama) for one in known.wilayah.values() if one.tingkat == "kelurahan")
    return found | {one.kode: one.nama if names[words(one.nama)] == 1 else one.kode for one in places}


def _unclear(known: Vocabulary, instrumen: str, asked: Sequence[Question]) -> bool:
    """True unless the intake takes the question texts for exactly this questionnaire."""
    found = find_items([question.teks for question in asked], known, None)
    return found is None or found.instrumen.kode != instrumen or len(found.kolom) != len(asked)
