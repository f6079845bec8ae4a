"""Takes a ZIP apart as the form services deliver it: a CSV or a workbook, packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
MAX_MEMBERS = 50


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside: its name and content. `ulangan`: it repeats another in a new format and was not unpacked.

    `salah` is the finding that refuses it: locked, or packed once more.
    """

    nama: str
    data: bytes
    ulangan: bool = False
    salah: str | None = None


def is_packed(data: bytes) -> bool:
    """True for a ZIP that is no workbook itself. Raises zipfile.BadZipFile."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = set(packed.namelist())
    return not names & {"[Content_Types].xml", "mimetype", "content.xml"}


def members(data: bytes) -> Iterator[Member]:
    """The tables inside, at most 50, in order; other files are passed over. Raises zipfile.BadZipFile.

    The same name with another ending is the same table once more, as SurveyMonkey packs it.
    """
    seen: set[str] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        tables = [entry for entry in packed.infolist() if _is_table(entry)]
        for entry in tables[:MAX_MEMBERS]:
            path = PurePosixPath(entry.filename)
            again = path.stem.casefold() in seen
            seen.add(path.stem.casefold())
            if again:
                yield Member(path.name, b"", ulangan=True)
            elif entry.flag_bits & 1:
                yield Member(path.name, b"", salah="BERKAS_TERKUNCI")
            else:
                content = packed.read(entry)
                yield Member(path.name, content, salah="BERKAS_BUKAN_TABEL" if is_packed(content) else None)


def _is_table(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    return not entry.is_dir() and not hidden and path.suffix.casefold() in TABLES
