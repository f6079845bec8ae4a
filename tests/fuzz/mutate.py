"""Changes files: their bytes, their cells, or only how they are written."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.fuzz.reader import text
from tests.fuzz.tables import Cells, Taken, taken, written
from tests.intake import files, hostile

NASTY: tuple[object, ...] = (
    "", " ", "0", "5", "9", "99", "-1", "4.5", "3,07", "1e5", "1E+15", "NaN", "inf", "=1+2", '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "<script>alert(1)</script>", "'; DROP TABLE kuesioner; --", "{0}", "%s",
    "{nilai}", "\u202e4\u202c", "\u200f3", "\ufeff2", "４", "४", "Ⅳ", "²", "½", "a", "e", "sesuai", "SANGAT  SESUAI",
    "Sangat sesuai, tetapi", "Tidak tahu", "Cukup", "Netral", "3173046512850002", "081298765432", "budi@contoh.id",
    "x" * 5_000, "baris\nbaru", 'ku"tip', "\x00", "\x07", "Σ", "Jumlah", "IKM", "2019-02-30", "31/31/2019",
    "1900-01-00",
    "★★★", "4 - ", "1/2", "TRUE", "👍", "null", "N/A", "#REF!", "-", "3.0", "3,0", "4 Sangat sesuai", "1 Sangat sesuai",
    "b. Kurang sesuai", "12345678901234567890",
)  # fmt: skip
PIECES = (
    b"\x00", b'"', b"'", b"\n", b"\r\n", b",", b";", b"\t", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"<", b">",
    b"&#0;", b"<!DOCTYPE a>", b"1e999", b"\xc3", b"\xf0\x9f\x91\x8d", b"sep=|\n", b"PK\x03\x04", b"\\", b"]]>",
)  # fmt: skip
HARMLESS = ("huruf", "spasi", "urutan kolom", "urutan baris", "pemisah", "pengodean", "kutip", "wadah")
"""Case, spaces, order of columns and rows, delimiter, encoding, quoting and line ends, CSV or workbook."""


@dataclass(frozen=True)
class Changed:
    """A changed file. `cara`: bita, sel or one of `HARMLESS`; `sentuh`: number of the only row changed, else 0."""

    cara: str
    data: bytes
    rinci: str = ""
    sentuh: int = 0


def by_bytes(data: bytes, chance: random.Random) -> Changed:
    """One to four damages anywhere; of a zipped file as often inside one of its parts, packed again as if whole."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = [name for name in packed.namelist() if packed.getinfo(name).file_size < 2_000_000]
            weights = [8 if "sheet" in name or "content" in name or name.endswith(".csv") else 1 for name in names]
            name = chance.choices(names, weights)[0]
            return Changed("bita", hostile.repacked(data, {name: _damaged(packed.read(name), chance)}), f"di {name}")
    return Changed("bita", _damaged(data, chance))


def _damaged(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        at, length = chance.randrange(len(out) + 1), chance.choice((1, 1, 2, 5, 40, 400))
        match chance.randrange(9):
            case 0:
                out[at : at + length] = chance.randbytes(min(length, 40))
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = chance.randbytes(min(length, 40))
            case 3:
                out[at:at] = out[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                del out[at:]
            case 5:
                out[at : at + length] = bytes(len(out[at : at + length]))
            case 6 if at < len(out):
                out[at] ^= 1 << chance.randrange(8)
            case 7:
                other = chance.randrange(len(out) + 1)
                out[at : at + length], out[other : other + length] = out[other : other + length], out[at : at + length]
            case _:
                out[at:at] = chance.choice(PIECES)
        if not out:
            return b"\n"
    return bytes(out)


def by_cells(found: Taken, first: int, last: int, chance: random.Random) -> Changed:
    """One change of the table; `first` and `last`: the rows that hold answers."""
    rows = [list(row) for row in found.rows]
    at = chance.randrange(first - 1, last)
    row, column = rows[at], chance.randrange(max(len(rows[at]), 1))
    kind = chance.choice(
        ("isi", "isi", "isi", "isi", "judul", "geser", "tukar", "baris", "kolom", "judul lagi", "kosong", "hapus")
    )
    touched = 0
    match kind:
        case "isi" if row:
            new = (
                chance.choice(NASTY)
                if chance.random() < 0.8
                else chance.choice(chance.choice(rows[first - 1 : last]) or [""])
            )
            row[column], touched = new, at + 1
            kind = f"isi {column}: {str(new)[:30]!r}"
        case "judul":
            head = rows[chance.randrange(first - 1)] if first > 1 else rows[0]
            if head:
                head[chance.randrange(len(head))] = chance.choice(
                    ("", "X", "Kolom", text(chance.choice(head))[:-3], "Nama", "U3")
                )
        case "geser":
            if chance.random() < 0.5:
                row.insert(column, chance.choice(NASTY))
            else:
                del row[column : column + 1]
            touched = at + 1
        case "tukar" if len(row) > 1:
            other = chance.randrange(len(row))
            row[column], row[other], touched = row[other], row[column], at + 1
        case "baris":
            rows.insert(chance.randrange(first - 1, last), list(row))
        case "kolom":
            width = max(map(len, rows))
            there = chance.randrange(width)
            for one in rows:
                one.insert(there, one[column] if column < len(one) else "")
        case "judul lagi":
            rows.insert(at, list(rows[max(first - 2, 0)]))
        case "kosong":
            rows[at:at] = [[""] * len(row)] * chance.choice((1, 3, 200))
        case _:
            del rows[at]
    return Changed("sel", written(found, rows), kind, touched)


def harmless(found: Taken, cara: str, stored: Sequence[int], chance: random.Random) -> Changed | None:
    """The same meaning written otherwise; None where this file has no such way. `stored`: rows that hold answers."""
    rows: Cells = [list(row) for row in found.rows]
    if cara == "huruf":
        turn: Callable[[str], str] = chance.choice((str.upper, str.lower, str.swapcase, str.title))
        rows = [[turn(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
        return Changed(cara, written(found, rows), turn.__name__)
    if cara == "spasi":
        pad = chance.choice((" ", "  ", "\u00a0", "\u3000"))
        inner = chance.choice(("  ", "\u00a0", " "))
        rows = [
            [pad + cell.replace(" ", inner) + pad if isinstance(cell, str) and cell else cell for cell in row]
            for row in rows
        ]
        return Changed(cara, written(found, rows), repr((pad, inner)))
    if cara == "urutan kolom":
        order = list(range(max(map(len, rows))))
        chance.shuffle(order)
        rows = [[row[index] if index < len(row) else "" for index in order] for row in rows]
        return Changed(cara, written(found, rows))
    if cara == "urutan baris":
        moved = list(stored)
        chance.shuffle(moved)
        copy = [list(row) for row in rows]
        for there, here in zip(stored, moved, strict=True):
            rows[there - 1] = copy[here - 1]
        return Changed(cara, written(found, rows))
    if cara == "wadah":
        if found.jenis == "csv":
            return Changed(cara, files.book_of(rows), "xlsx")
        return Changed(cara, written(Taken("csv", rows), rows), "csv") if found.jenis in ("xlsx", "ods") else None
    if found.jenis != "csv":
        return None
    if cara == "pemisah":
        delimiter = chance.choice(",;\t|")
        return Changed(cara, written(found, rows, delimiter=delimiter), repr(delimiter))
    if cara == "pengodean":
        encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"))
        return Changed(cara, written(found, rows, encoding=encoding), encoding)
    quoting, end = (
        chance.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC)),
        chance.choice(("\n", "\r\n", "\r")),
    )
    return Changed(cara, written(found, rows, quoting=quoting, end=end), repr(end))


def changed(
    data: bytes, cara: str, first: int, last: int, stored: Sequence[int], chance: random.Random
) -> Changed | None:
    """One change of this kind; None where the file cannot be changed like that."""
    if cara == "bita":
        return by_bytes(data, chance)
    if (found := taken(data)) is None:
        return None
    return by_cells(found, first, last, chance) if cara == "sel" else harmless(found, cara, stored, chance)
