"""Settles periode, layanan, place and pengumpul of every distinct combination that occurs in a file."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from skm_core.findings import cut
from skm_core.intake.adhoc import AdHoc
from skm_core.intake.blocks import mentions, services_in
from skm_core.intake.misspelt import Read, same
from skm_core.intake.nearest import meant
from skm_core.intake.options import Options
from skm_core.intake.places import Gazetteer, Place, find_place
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, words
from skm_core.terms import PENGUMPUL, Wilayah

FIELDS = ("periode", "layanan", "kelurahan", "kecamatan", "kode_kelurahan", "pengumpul")
OFFICIAL_LEVEL = {"wali_kota": "kota", "camat": "kecamatan", "lurah": "kelurahan"}
"""An official is judged where he or she works: the level his or her rows live at."""
CITY = "31.73"
_COLLECTOR = {
    "kota": "kota|pemkot|pemerintah kota|kota jakarta barat|kota administrasi jakarta barat|tim kota|sampel kota|"
    "oleh kota",
    "kelurahan": "kelurahan|kelurahan sendiri|mandiri|pemerintah kelurahan|oleh kelurahan|kel|lurah",
}
COLLECTOR = {spelling: key for key, spellings in _COLLECTOR.items() for spelling in spellings.split("|")}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the rows of a combination cannot stand: finding code, field concerned, cell, and words of the sentence."""

    kode: str
    field: str
    nilai: str
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)
class Context:
    """One distinct combination of cells, how often it occurs and where first, and what it stands for."""

    cells: Mapping[str, str | None]
    n: int
    baris: int
    periode: str | None = None
    layanan: str | None = None
    wilayah: str | None = None
    pengumpul: str | None = None
    masalah: list[Problem] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options as keys of the store; None where nothing was chosen."""

    periode: str | None
    layanan: str | None
    wilayah: str | None
    pengumpul: str | None
    per_blok: bool = False
    """True if the layanan is that of a rating block; a column of services judged must then hold it too."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Turns combinations into keys for one store, one set of options, and a closed or an open world."""

    vocabulary: Vocabulary
    places: Gazetteer
    chosen: Chosen
    options: Options
    adhoc: AdHoc
    open_world: bool
    any_level: bool = False
    """True where a row may speak of a kecamatan or the city as a whole."""
    anggap: Read = dataclasses.field(default_factory=dict)
    """Misspelt cells and what a person lets them be read as."""

    def cell(self, context: Context, field: str) -> str | None:
        """A cell of the combination as it is to be read."""
        cell = context.cells.get(field)
        return cell if cell is None else self.anggap.get((field, same(cell)), cell)

    def resolve(self, context: Context) -> None:
        """Fill in the keys of a combination, or its problems."""
        self._periode(context)
        self._layanan(context)
        self._wilayah(context)
        self._pengumpul(context)

    def _periode(self, context: Context) -> None:
        cell = context.cells.get("periode")
        if is_blank(cell):
            context.periode = self.chosen.periode or (self.adhoc.no_periode() if self.open_world else None)
            if context.periode is None and "periode" in context.cells:
                context.masalah.append(Problem("PERIODE_KOSONG", "periode", ""))
            return
        assert cell is not None
        context.periode = self.vocabulary.periode_of(cell)
        if context.periode is None and (self.open_world or self.options.create_periode):
            context.periode = self.adhoc.new_periode(cell)
        elif context.periode is None:
            context.masalah.append(Problem("PERIODE_TIDAK_DIKENAL", "periode", cell))

    def _layanan(self, context: Context) -> None:
        cell = self.cell(context, "layanan")
        if is_blank(cell):
            context.layanan = self.chosen.layanan or (self.adhoc.no_layanan() if self.open_world else None)
            if context.layanan is None and "layanan" in context.cells:
                context.masalah.append(Problem("LAYANAN_KOSONG", "layanan", ""))
            return
        assert cell is not None
        if self.chosen.per_blok:
            context.layanan = self.chosen.layanan
            named = services_in(cell, mentions(self.vocabulary), self.vocabulary)
            if context.layanan and named and context.layanan not in named:
                name = self.vocabulary.layanan[context.layanan].nama
                context.masalah.append(Problem("LAYANAN_BERBEDA", "layanan", cell, {"daftar": name}))
            return
        context.layanan = self.vocabulary.layanan_sebutan.get(words(cell))
        if context.layanan is None and self.open_world:
            context.layanan = self.adhoc.new_layanan(cell)
        elif context.layanan is None:
            names = [service.nama for service in self.vocabulary.layanan.values()]
            named = services_in(cell, mentions(self.vocabulary), self.vocabulary)
            both = " dan ".join(one.nama for key, one in self.vocabulary.layanan.items() if key in named)
            several = f" Sel ini menyebut {both}, padahal satu baris jawaban menilai satu layanan: tulis yang dinilai."
            said = {"daftar": ", ".join(names), "mirip": several if len(named) > 1 else meant(cell, names)}
            context.masalah.append(Problem("LAYANAN_TIDAK_DIKENAL", "layanan", cell, said))

    def _wilayah(self, context: Context) -> None:
        cells = context.cells
        place = find_place(
            self.places,
            self.cell(context, "kelurahan"),
            self.cell(context, "kecamatan"),
            self.cell(context, "kode_kelurahan"),
        )
        if place.masalah and self.open_world:
            place = Place(
                kode=self.adhoc.new_wilayah(
                    cells.get("kelurahan") or cells.get("kode_kelurahan"), cells.get("kecamatan")
                )
            )
        if place.masalah:
            context.masalah.append(self._place_problem(place, cells))
            return
        code = place.kode or self.chosen.wilayah
        level = OFFICIAL_LEVEL.get(context.layanan or "", "kelurahan")
        if level == "kota":
            code = CITY
        known = self._known(code)
        if level == "kecamatan" and known and known.kecamatan_kode and not self.any_level:
            code, known = known.kecamatan_kode, self._known(known.kecamatan_kode)
        if self.open_world and code is None:
            code = CITY
        elif known is None or (not self.open_world and not self.any_level and known.tingkat != level):
            given = next((name for name in ("kelurahan", "kode_kelurahan", "kecamatan") if name in cells), None)
            if given and not (context.layanan is None and context.masalah):
                context.masalah.append(Problem("WILAYAH_KOSONG", given, "", {"tingkat": level}))
            return
        context.wilayah = code

    def _place_problem(self, place: Place, cells: Mapping[str, str | None]) -> Problem:
        assert place.masalah is not None
        level = "kecamatan" if place.kolom == "kecamatan" else "kelurahan"
        said = {"tingkat": level}
        if place.kolom_lain:
            said |= {"nilai_lain": cut(cells[place.kolom_lain]) or "", "kolom_lain": place.kolom_lain}
        elif place.kolom == level:
            said["mirip"] = meant(
                place.nilai, [one.nama for one in self.vocabulary.wilayah.values() if one.tingkat == level]
            )
        return Problem(place.masalah, place.kolom, cells[place.kolom] or "", {"mirip": "", **said})

    def _known(self, code: str | None) -> Wilayah | None:
        if code is None:
            return None
        return self.vocabulary.wilayah.get(code) or self.adhoc.wilayah.get(code)

    def _pengumpul(self, context: Context) -> None:
        cell = self.cell(context, "pengumpul")
        if is_blank(cell):
            context.pengumpul = self.chosen.pengumpul
            return
        assert cell is not None
        context.pengumpul = COLLECTOR.get(words(cell))
        if context.pengumpul is None:
            context.masalah.append(Problem("PENGUMPUL_TIDAK_DIKENAL", "pengumpul", cell))


def infer_collector(contexts: Iterable[Context], wilayah: Mapping[str, Wilayah]) -> str:
    """'kota' if every periode covers exactly two kelurahan in each kecamatan of the city, else 'kelurahan'.

    That is the pattern of the city's own sample.
    """
    kecamatan = {place.kode for place in wilayah.values() if place.tingkat == "kecamatan"}
    covered: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for context in contexts:
        place = wilayah.get(context.wilayah or "")
        if context.periode and not context.masalah and place and place.tingkat == "kelurahan" and place.kecamatan_kode:
            covered[context.periode][place.kecamatan_kode].add(place.kode)
    city = bool(covered) and all(
        groups.keys() == kecamatan and all(len(codes) == 2 for codes in groups.values()) for groups in covered.values()
    )
    return PENGUMPUL[0] if city else PENGUMPUL[1]


def contradictions(contexts: Sequence[Context], chosen: Chosen) -> list[tuple[str, str, Context]]:
    """(option, field, combination) where a column says otherwise than the option; the first one of each option."""
    found: dict[str, tuple[str, str, Context]] = {}
    for context in sorted(contexts, key=lambda one: one.baris):
        for option, name, ours, theirs in (
            ("periode", "periode", chosen.periode, context.periode),
            ("layanan", "layanan", chosen.layanan, context.layanan),
            ("pengumpul", "pengumpul", chosen.pengumpul, context.pengumpul),
        ):
            if ours and theirs and ours != theirs and not is_blank(context.cells.get(name)):
                found.setdefault(option, (option, name, context))
        place_field = next(
            (name for name in ("kelurahan", "kode_kelurahan", "kecamatan") if not is_blank(context.cells.get(name))),
            None,
        )
        if chosen.wilayah and context.wilayah and place_field:
            a, b = chosen.wilayah, context.wilayah
            if not (a.startswith(b) or b.startswith(a)):
                found.setdefault("kelurahan", ("kelurahan", place_field, context))
    return list(found.values())
