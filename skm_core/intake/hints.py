"""What the titles above a table and the name of its sheet say about periode, layanan and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from skm_core.findings import cut
from skm_core.intake.blocks import mentions
from skm_core.intake.choices import PLACE_FIELDS
from skm_core.intake.collected import Findings
from skm_core.intake.context import OFFICIAL_LEVEL, Chosen
from skm_core.intake.nearest import meant
from skm_core.intake.period_words import MAX_TITLE, speaks, spoken
from skm_core.intake.places import Gazetteer, find_place
from skm_core.intake.reading import Reading
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import letter, words

NAMED_SO = "nama lembar"
"""Where the name of a sheet stands, in words."""
Title = tuple[str, str, int | None]
"""A title or the name of a sheet: its text, where it stands in words, and its row."""
_TITLE = re.compile(
    r"(?P<apa>periode|unit|jenis|nama|layanan|pelayanan|kelurahan|kecamatan)"
    r"(?: (?:pelayanan|layanan|kerja|survei|survey))*\s*:?\s+(?P<isi>.+)"
)
_PLACE = re.compile(r"\b(?:kelurahan|kel) (?=\S)")
_NEXT = r"(?:kelurahan|kel|kecamatan|kec|kota|layanan|pelayanan|periode|bulan|tahun|triwulan|tw|semester|survei|skm)"
"""Words that begin another part of a title."""
_SERVICE = re.compile(r"\b(?:layanan|pelayanan|skm|ikm|survei|survey|kepuasan|masyarakat|terhadap)$")
"""What stands before a service that a title speaks of."""
_JOIN = re.compile(r" (?:dan|serta|atau) ")
_AND = re.compile(r" (?:(?:dan|serta|atau) )?")
"""What joins two names, once signs are gone: "Posyandu, PKK, dan RPTRA"."""
MAX_NAME = 4
"""Words of the longest name of a kelurahan."""


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
    titles = _titles(reading)
    found = [
        Hint(field, kode, text, asal, baris, mirip)
        for text, asal, baris in titles
        if baris
        for field, kode, mirip in _mentioned(text, vocabulary, places)
    ]
    if reading.layanan:
        column = min(reading.items.kolom)
        asal = f"judul kolom {letter(column)} dan seterusnya"
        found.append(Hint("layanan", reading.layanan, reading.head.cells[column], asal))
    if name := reading.sheet.nama:
        if kode := vocabulary.layanan_sebutan.get(words(name)):
            found.append(Hint("layanan", kode, name, NAMED_SO))
        elif kode := find_place(places, name, None, None).kode:
            found.append(Hint("kelurahan", kode, name, NAMED_SO))
    return sorted([*_of_periode(titles, vocabulary), *found], key=lambda hint: hint.kode is None)


def told_periode(readings: Iterable[Reading]) -> str | None:
    """Code of the one quarter, half year, month or year that the titles of all sheets name; None if none or several."""
    found = {spoken(*(text for text, _, _ in _titles(reading))) for reading in readings} - {None}
    return found.pop() if len(found) == 1 else None


def _titles(reading: Reading) -> list[Title]:
    found: list[Title] = [
        (" ".join(cell for cell in row.cells if cell), f"judul di atas tabel (baris {row.baris})", row.baris)
        for row in reading.sheet.head
        if row.baris < reading.head.baris
    ]
    if reading.sheet.nama:
        found.append((reading.sheet.nama, NAMED_SO, None))
    return found


def _of_periode(titles: Sequence[Title], vocabulary: Vocabulary) -> list[Hint]:
    """What the titles of a sheet say of its periode: one line alone, or all together; several times are several hints.

    "Periode: ..." comes before what the other lines say, unless one of them speaks of another time.
    """
    labelled: list[tuple[Title, str | None]] = []
    for one in titles:
        title = _TITLE.fullmatch(words(one[0]))
        if title is not None and title["apa"] == "periode":
            labelled.append((one, vocabulary.periode_of(title["isi"]) or vocabulary.periode_of(one[0])))
        elif kode := vocabulary.periode_sebutan.get(words(one[0])):
            labelled.append((one, kode))
    together = spoken(*(text for text, _, _ in titles))
    alone = {code: one for one in reversed(titles) if (code := spoken(one[0]))}
    if not together and len(alone) > 1:
        return [Hint("periode", code, *one) for code, one in reversed(alone.items())]
    if labelled:
        return [Hint("periode", kode, *one) for one, kode in labelled]
    kode = together and vocabulary.periode_of(together)
    if not kode:
        return []
    said = [alone[together]] if together in alone else [one for one in titles if speaks(one[0])]
    texts, origins, rows = zip(*said, strict=True)
    return [Hint("periode", kode, " / ".join(texts), " dan ".join(origins), rows[0])]


def _mentioned(text: str, vocabulary: Vocabulary, places: Gazetteer) -> Iterable[tuple[str, str | None, str]]:
    """(field, key, "") of each service and place a title names; (field, None, near name) of what nothing knows.

    An unknown name is told only where the title says what it is: "Jenis layanan: ...", "Kelurahan ...".
    """
    line, names = words(text[:MAX_TITLE]), vocabulary.names()
    title = _TITLE.fullmatch(line)
    labelled = title is not None and title["apa"] != "periode"
    content = title["isi"] if title and labelled else ""
    service = re.split(r" (?:kelurahan|kel|kecamatan|kec) ", content)[0]
    kode = vocabulary.layanan_sebutan.get(service)
    if services := {kode} if kode else _services(line, vocabulary):
        yield from (("layanan", one, "") for one in sorted(services))
    elif title and title["apa"] in ("jenis", "layanan", "pelayanan") and (mirip := meant(service, names["layanan"])):
        yield "layanan", None, mirip
    for place in _PLACE.finditer(line):
        rest = line[place.end() :]
        if kode := _place(rest, places):
            yield "kelurahan", kode, ""
            others = (_place(part, places) for part in _JOIN.split(rest)[1:])
            yield from (("kelurahan", other, "") for other in others if other)
        elif labelled and (mirip := meant(re.split(rf" {_NEXT}\b", rest)[0], names["kelurahan"])):
            yield "kelurahan", None, mirip


def _services(line: str, vocabulary: Vocabulary) -> set[str]:
    """The services a title speaks of: after "layanan", "SKM" and the like, or where it begins and then says where.

    And those joined to one: "Layanan Posyandu dan PKK" speaks of two.
    """
    found, end = set(), 0
    for one in mentions(vocabulary).finditer(line):
        before, name = line[: one.start()].rstrip(), one.group()
        joined = bool(end) and _AND.fullmatch(line[end : one.start()])
        kode = vocabulary.layanan_sebutan[name]
        begins = not before and kode not in OFFICIAL_LEVEL and re.match(rf" {_NEXT}\b|$", line[one.end() :])
        if begins or joined or _SERVICE.search(before) or _SERVICE.match(name.split()[0]):
            found.add(kode)
            end = one.end()
    return found


def _place(rest: str, places: Gazetteer) -> str | None:
    """The kelurahan whose name begins a text, with the kecamatan after it if one stands there."""
    parts = rest.split()
    for n in range(min(MAX_NAME, len(parts)), 0, -1):
        name, after = " ".join(parts[:n]), parts[n:]
        wide = after[1:] if after[:1] in (["kecamatan"], ["kec"]) else []
        for length in range(min(MAX_NAME, len(wide)), -1, -1):
            if kode := find_place(places, name, " ".join(wide[:length]) or None, None).kode:
                return kode
    return None


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
    hints = find_hints(reading, vocabulary, places)
    for field in dict.fromkeys(hint.field for hint in hints):
        own = [hint for hint in hints if hint.field == field]
        columns = PLACE_FIELDS if field == "kelurahan" else (field,)
        option = {"kelurahan": "wilayah"}.get(field, field)
        if getattr(chosen, option) is not None or any(reading.column(name) for name in columns):
            continue
        known = list({hint.kode: hint for hint in reversed(own) if hint.kode}.values())[::-1]
        said: dict[str, Any] = {"lembar": reading.sheet.nama, "apa": field.capitalize()}
        if len(known) > 1:
            told = " dan ".join(dict.fromkeys(f'"{cut(hint.nilai)}" pada {hint.asal}' for hint in known))
            findings.add("JUDUL_BERBEDA", **said, baris=known[0].baris, rincian=told)
            continue
        hint = known[0] if known else own[0]
        said |= {"baris": hint.baris, "nilai": hint.nilai, "asal": hint.asal}
        if hint.kode is None:
            findings.add("JUDUL_TIDAK_DIKENAL", **said, mirip=hint.mirip)
            continue
        found: dict[str, Any] = {option: hint.kode}
        chosen = replace(chosen, **found)
        findings.add("DARI_JUDUL", **said, arti=_named(field, hint.kode, vocabulary))
    return chosen


def _named(field: str, kode: str, vocabulary: Vocabulary) -> str:
    if field == "periode":
        return vocabulary.periode[kode].nama
    return vocabulary.layanan[kode].nama if field == "layanan" else vocabulary.wilayah[kode].nama
