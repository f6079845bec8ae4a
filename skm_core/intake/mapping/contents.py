"""What stands in each column of a sheet: how full it is, three examples, and what its values look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import duckdb

from skm_core.intake import profile
from skm_core.intake.answers import Value, label_sets, read
from skm_core.intake.context import COLLECTOR
from skm_core.intake.dates import look_like_dates
from skm_core.intake.header_row import Head
from skm_core.intake.places import Gazetteer, find_place
from skm_core.intake.raw import Sheet
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, words

LOOKED_AT = 20_000
"""Rows under the header that are looked at for a proposal."""
MAX_DISTINCT = 60
"""Different values of a column that are looked at; a column with more holds no answers."""
MAX_ANSWERS = 12
_EDUCATION = frozenset({"SD", "SMP", "SMA", "D1", "D2", "D3", "S1", "S2", "S3"})
_OCCUPATION = frozenset({
    "pns", "asn", "tni", "polri", "tni polri", "swasta", "karyawan swasta", "pegawai swasta", "wirausaha", "wiraswasta",
    "pelajar", "mahasiswa", "pelajar mahasiswa", "buruh", "pedagang", "guru", "pensiunan", "ibu rumah tangga", "irt",
    "lainnya",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Isi:
    """One column: filled cells among those looked at, its distinct values with counts (at most 60), commonest first."""

    n: int
    nilai: tuple[tuple[str, int], ...]
    lengkap: bool
    """True if `nilai` holds every distinct value."""

    @property
    def contoh(self) -> tuple[str, ...]:
        """Up to three different values."""
        return tuple(cell for cell, _ in self.nilai if not is_blank(cell))[:3]

    @property
    def answers(self) -> list[Value]:
        """The values taken apart, if they are few enough to be answers; else none."""
        values = read(self.nilai) if self.lengkap else []
        return values if len(values) <= MAX_ANSWERS else []


def contents(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, head: Head) -> list[Isi]:
    """Every column from left to right. Personal columns are empty."""
    return [content(cursor, sheet, head, index) for index in range(sheet.lebar)]


def content(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, head: Head, index: int) -> Isi:
    """One column, by its index from 0."""
    below = cursor.table(sheet.tabel).filter(f"baris > {head.baris} AND baris <= {head.baris + LOOKED_AT}")
    cells = below.aggregate(f"k{index + 1} AS isi, count(*) AS n, min(baris) AS baris").filter("isi IS NOT NULL")
    rows = cells.order("n DESC, baris").limit(MAX_DISTINCT + 1).fetchall()
    n = below.aggregate(f"count(k{index + 1})").fetchall()[0][0]
    kept = tuple((cell, count) for cell, count, _ in rows[:MAX_DISTINCT])
    return Isi(n, kept, len(rows) <= MAX_DISTINCT)


def looks_like_answers(isi: Isi, vocabulary: Vocabulary) -> bool:
    """True if at least four of five values are numbers 1 to 4 or labels of some known scale, four-point or longer."""
    values = isi.answers
    known = {words(label) for one in vocabulary.label_set for label in one.nilai}
    known |= {words(label) for one in vocabulary.instrumen.values() for item in one.butir for label in item.label}
    n = sum(value.n for value in values)
    fit = sum(
        value.n
        for value in values
        if (value.label in known if value.label is not None else value.number is not None and value.number <= 10)
    )
    return n > 0 and 5 * fit >= 4 * n and len(values) >= 2


def unsur_of(isi: Isi, vocabulary: Vocabulary) -> str | None:
    """The unsur whose own labels alone explain the answers ("Gratis", "Tidak kompeten"); None if several or none do."""
    values = [value for value in isi.answers if value.label is not None]
    n = sum(value.n for value in values)
    if not n or len(values) < 2:
        return None
    general = list(label_sets(None, vocabulary.label_set))
    if any(all(value.label in known for value in values) for known in general):
        return None
    fits = set()
    for one in vocabulary.instrumen.values():
        for item in one.butir:
            for known in label_sets(item, vocabulary.label_set):
                if item.unsur_kunci and all(value.label in known for value in values):
                    fits.add(item.unsur_kunci)
    return fits.pop() if len(fits) == 1 else None


def field_of(isi: Isi, vocabulary: Vocabulary, places: Gazetteer) -> str | None:
    """The profile or context field that nine of ten values are of, by their content alone; None if it is not clear."""
    tests: Mapping[str, Callable[[str], object]] = {
        "jenis_kelamin": lambda cell: profile.gender(cell) if not cell.strip().isdecimal() else None,
        "kode_kelurahan": lambda cell: find_place(places, None, None, cell).kode if cell[:1].isdecimal() else None,
        "kecamatan": lambda cell: find_place(places, None, cell, None).kode,
        "kelurahan": lambda cell: find_place(places, cell, None, None).kode,
        "pendidikan": lambda cell: profile.education(cell) in _EDUCATION,
        "pekerjaan": lambda cell: words(cell) in _OCCUPATION,
        "layanan": lambda cell: words(cell) in vocabulary.layanan_sebutan,
        "periode": lambda cell: words(cell) in vocabulary.periode_sebutan,
        "pengumpul": lambda cell: COLLECTOR.get(words(cell)) if len(words(cell)) > 3 else None,
    }
    cells = [(cell, n) for cell, n in isi.nilai if not is_blank(cell)]
    n = sum(count for _, count in cells)
    if not n:
        return None
    if look_like_dates(cell for cell, _ in cells):
        return "tanggal"
    fits = [name for name, test in tests.items() if 10 * sum(count for cell, count in cells if test(cell)) >= 9 * n]
    if {"kecamatan", "kelurahan"} <= set(fits):  # five names are both
        fits = [name for name in fits if name != "kecamatan"]
    if fits:
        return fits[0]
    ages = [(int(cell), count) for cell, count in cells if cell.isdecimal() and len(cell) < 10]
    if len(ages) >= 5 and 10 * sum(count for age, count in ages if 10 <= age <= 99) >= 9 * n:
        return "usia"
    if not isi.lengkap and sum(len(cell.split()) for cell, _ in cells) >= 4 * len(cells):
        return "saran"
    return None
