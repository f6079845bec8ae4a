"""What the titles above a table and the name of its sheet say about periode, layanan and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from skm_core.intake.choices import PLACE_FIELDS
from skm_core.intake.collected import Findings
from skm_core.intake.context import Chosen
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
    """A key that a title or sheet name gives exactly, and where it stands."""

    field: str
    kode: str
    nilai: str
    asal: str


def find_hints(reading: Reading, vocabulary: Vocabulary, places: Gazetteer) -> list[Hint]:
    """Every exact mention; a title that names nothing known gives none."""
    found = []
    for row in reading.sheet.head:
        if row.baris < reading.head.baris:
            text = " ".join(cell for cell in row.cells if cell)
            asal = f"judul di atas tabel (baris {row.baris})"
            found += [Hint(field, kode, text, asal) for field, kode in _mentioned(text, vocabulary, places)]
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
    return found


def _mentioned(text: str, vocabulary: Vocabulary, places: Gazetteer) -> Iterable[tuple[str, str]]:
    title = _TITLE.fullmatch(words(text))
    if title is None:
        return
    content = title["isi"]
    if title["apa"] == "periode":
        if kode := vocabulary.periode_sebutan.get(content):
            yield "periode", kode
        return
    if kode := vocabulary.layanan_sebutan.get(re.split(r" (?:kelurahan|kel|kecamatan|kec) ", content)[0]):
        yield "layanan", kode
    place = _PLACE.fullmatch(words(text))
    if place and (kode := find_place(places, place["kelurahan"], place["kecamatan"], None).kode):
        yield "kelurahan", kode


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
        if getattr(chosen, option) is None and not any(reading.column(name) for name in columns):
            found: dict[str, Any] = {option: hint.kode}
            chosen = replace(chosen, **found)
            findings.add(
                "DARI_JUDUL", lembar=reading.sheet.nama, nilai=hint.nilai, apa=hint.field.capitalize(), asal=hint.asal
            )
    return chosen
