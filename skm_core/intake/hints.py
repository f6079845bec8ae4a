"""What the titles above a table and the name of its sheet say about periode, layanan and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from skm_core.intake.choices import PLACE_FIELDS
from skm_core.intake.collected import Findings
from skm_core.intake.context import Chosen
from skm_core.intake.nearest import meant
from skm_core.intake.periods import spoken
from skm_core.intake.places import Gazetteer, find_place
from skm_core.intake.reading import Reading
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import letter, words

_TITLE = re.compile(
    r"(?P<apa>periode|unit|jenis|nama|layanan|pelayanan|kelurahan|kecamatan)"
    r"(?: (?:pelayanan|layanan|kerja|survei|survey))*\s*:?\s+(?P<isi>.+)"
)
_PLACE = re.compile(r"(?:^|.* )(?:kelurahan|kel) (?P<kelurahan>.+?)(?: (?:kecamatan|kec) (?P<kecamatan>.+))?$")


@dataclass(frozen=True, slots=True)
class Hint:
    """A title or sheet name that speaks of a field: the key it gives, where it stands, and the row of a title.

    `kode` None if what it says is unknown; then `mirip` ends the sentence with the name it is near to.
    """

    field: str
    kode: str | None
    nilai: str
    asal: str
    baris: int | None = None
    mirip: str = ""


def find_hints(reading: Reading, vocabulary: Vocabulary, places: Gazetteer) -> list[Hint]:
    """Every mention, exact ones first; a title that speaks of none of the fields gives none."""
    found = []
    for row in reading.sheet.head:
        if row.baris < reading.head.baris:
            text = " ".join(cell for cell in row.cells if cell)
            found += [
                Hint(field, kode, text, f"judul di atas tabel (baris {row.baris})", row.baris, mirip)
                for field, kode, mirip in _mentioned(text, vocabulary, places)
            ]
    if reading.layanan:
        column = min(reading.items.kolom)
        asal = f"judul kolom {letter(column)} dan seterusnya"
        found.append(Hint("layanan", reading.layanan, reading.head.cells[column], asal))
    if name := reading.sheet.nama:
        asal = f'nama lembar "{name}"'
        if kode := vocabulary.layanan_sebutan.get(words(name)):
            found.append(Hint("layanan", kode, name, asal))
        elif kode := find_place(places, name, None, None).kode:
            found.append(Hint("kelurahan", kode, name, asal))
    return sorted(found, key=lambda hint: hint.kode is None)


def told_periode(readings: Iterable[Reading]) -> str | None:
    """Code of the one quarter, half year, month or year that the titles of all sheets name; None if none or several."""
    found = {
        code
        for reading in readings
        for row in reading.sheet.head
        if row.baris < reading.head.baris and (code := spoken(" ".join(row.cells)))
    }
    return found.pop() if len(found) == 1 else None


def _mentioned(text: str, vocabulary: Vocabulary, places: Gazetteer) -> Iterable[tuple[str, str | None, str]]:
    """(field, key, "") of what a title names; (field, None, near name) of what it names and nothing knows."""
    title, names = _TITLE.fullmatch(words(text)), vocabulary.names()
    content = title["isi"] if title else ""
    of_periode = title is not None and title["apa"] == "periode"
    if kode := (of_periode and vocabulary.periode_of(content)) or vocabulary.periode_of(text):
        yield "periode", kode, ""
    elif of_periode:
        yield "periode", None, ""
    if title is None or of_periode:
        return
    service = re.split(r" (?:kelurahan|kel|kecamatan|kec) ", content)[0]
    if kode := vocabulary.layanan_sebutan.get(service):
        yield "layanan", kode, ""
    elif title["apa"] in ("jenis", "layanan", "pelayanan") and (mirip := meant(service, names["layanan"])):
        yield "layanan", None, mirip
    if place := _PLACE.fullmatch(words(text)):
        if kode := find_place(places, place["kelurahan"], place["kecamatan"], None).kode:
            yield "kelurahan", kode, ""
        elif mirip := meant(place["kelurahan"], names["kelurahan"]):
            yield "kelurahan", None, mirip


def with_hints(
    chosen: Chosen, reading: Reading, vocabulary: Vocabulary, places: Gazetteer, findings: Findings
) -> Chosen:
    """The choices of one sheet, filled up from its titles where neither a column nor an option says anything.

    A rating block has the service its headings name; an option that says otherwise is a finding.
    """
    if reading.blok and reading.layanan:
        if chosen.layanan not in (None, reading.layanan):
            first = min(reading.items.kolom)
            findings.add(
                "PILIHAN_BERTENTANGAN",
                lembar=reading.sheet.nama,
                baris=reading.head.baris,
                kolom=reading.head.cells[first],
                nilai=reading.head.cells[first],
                huruf=letter(first),
                pilihan="layanan",
                pilihan_nilai=chosen.layanan,
            )
        chosen = replace(chosen, layanan=reading.layanan, per_blok=True)
    for hint in find_hints(reading, vocabulary, places):
        columns = PLACE_FIELDS if hint.field == "kelurahan" else (hint.field,)
        option = {"kelurahan": "wilayah"}.get(hint.field, hint.field)
        if getattr(chosen, option) is not None or any(reading.column(name) for name in columns):
            continue
        said: dict[str, Any] = {
            "lembar": reading.sheet.nama,
            "baris": hint.baris,
            "apa": hint.field.capitalize(),
            "nilai": hint.nilai,
            "asal": hint.asal,
        }
        if hint.kode is None:
            findings.add("JUDUL_TIDAK_DIKENAL", **said, mirip=hint.mirip)
            continue
        found: dict[str, Any] = {option: hint.kode}
        chosen = replace(chosen, **found)
        findings.add("DARI_JUDUL", **said, arti=_named(hint.field, hint.kode, vocabulary))
    return chosen


def _named(field: str, kode: str, vocabulary: Vocabulary) -> str:
    if field == "periode":
        return vocabulary.periode[kode].nama
    return vocabulary.layanan[kode].nama if field == "layanan" else vocabulary.wilayah[kode].nama
