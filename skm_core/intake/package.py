"""Looks through the parts of a zipped workbook before anything is unpacked: size, traps, and what a sheet hides.

The reader of workbooks allocates the whole rectangle between the first and the last filled cell, so that one stray
cell in the last corner would cost 400 GB; and it trusts the sizes that the file states. Both are checked here.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.parsers import expat

from skm_core.intake.refusal import RefusedError, megabytes
from skm_core.intake.sheet_scan import CHUNK, MAX_AREA, SheetFacts, refuse_definitions, sheet_facts

MAX_UNPACKED = 2 * 1024**3
MAX_PARTS = 5_000
BOMB_SIZE, BOMB_RATIO = 64 * 1024**2, 200
"""A part this large and packed this tightly is a bomb: real sheets shrink to a tenth or a fiftieth."""
MAX_PLAN = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class Package:
    """A zipped file looked through: `jenis` is xlsx, ods or zip; facts by sheet name, other files by path."""

    jenis: str
    lembar: Mapping[str, SheetFacts]
    berkas: Mapping[str, bytes]


def look_through(data: bytes) -> Package:
    """Check every part. Raises RefusedError for a bomb or trap, zipfile.BadZipFile or zlib.error for broken content."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = packed.infolist()
    if len(entries) > MAX_PARTS or len({entry.filename for entry in entries}) < len(entries):
        raise RefusedError("BERKAS_MENCURIGAKAN")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("BERKAS_TERKUNCI")
    names = {entry.filename.lstrip("/"): entry for entry in entries}
    if "xl/workbook.xml" in names:
        return Package("xlsx", _sheets(data, names), {})
    if "content.xml" in names:
        _check_parts(data, names, skip=("content.xml",))
        _check_repeats(_chunks(data, names["content.xml"]))
        return Package("ods", {}, {})
    return Package("zip", {}, _tables(data, names))


def _chunks(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of a part, counted while they come and not as the file states them."""
    start = entry.header_offset
    if (
        len(data) < start + 30
        or not data.startswith(b"PK\x03\x04", start)
        or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    ):
        raise zipfile.BadZipFile
    name, extra = struct.unpack("<HH", data[start + 26 : start + 30])
    begin = start + 30 + name + extra
    packed = memoryview(data)[begin : begin + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        if entry.file_size > len(packed):
            raise zipfile.BadZipFile
        yield bytes(packed)
        return
    if entry.file_size > BOMB_SIZE and entry.file_size > BOMB_RATIO * entry.compress_size:
        raise RefusedError("BERKAS_MENCURIGAKAN")
    unpack, size, rest = zlib.decompressobj(-15), 0, bytes(packed)
    while rest and not unpack.eof:
        part = unpack.decompress(rest, CHUNK)
        rest = unpack.unconsumed_tail
        size += len(part)
        if size > MAX_UNPACKED:
            raise RefusedError("BERKAS_TERLALU_BESAR", ukuran=megabytes(size), batas=megabytes(MAX_UNPACKED))
        if size > BOMB_SIZE and size > BOMB_RATIO * entry.compress_size:
            raise RefusedError("BERKAS_MENCURIGAKAN")
        yield part
    if size > entry.file_size:
        raise RefusedError("BERKAS_MENCURIGAKAN")


def _check_parts(data: bytes, names: Mapping[str, zipfile.ZipInfo], skip: tuple[str, ...] = ()) -> None:
    """Size of every part, and no document type definition in any XML."""
    total = 0
    for name, entry in names.items():
        if name in skip:
            continue
        for index, part in enumerate(_chunks(data, entry)):
            total += len(part)
            if index == 0 and name.endswith((".xml", ".rels")):
                refuse_definitions(part)
            if total > MAX_UNPACKED:
                raise RefusedError("BERKAS_TERLALU_BESAR", ukuran=megabytes(total), batas=megabytes(MAX_UNPACKED))


def _sheets(data: bytes, names: Mapping[str, zipfile.ZipInfo]) -> dict[str, SheetFacts]:
    parts = {part: label for label, part in _sheet_parts(data, names).items()}
    _check_parts(data, names, skip=tuple(parts))
    return {label: sheet_facts(label, partial(_chunks, data, names[part])) for part, label in parts.items()}


def _sheet_parts(data: bytes, names: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """Sheet name → part, as the plan of the workbook says."""
    plan, relations = (_small(data, names.get(name)) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    found = {}
    for one in plan.iter():
        if one.tag.rpartition("}")[2] == "sheet":
            key = next((value for name, value in one.attrib.items() if name.endswith("}id")), None)
            target = targets.get(key, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                found[one.get("name", "")] = part
    return found


def _small(data: bytes, entry: zipfile.ZipInfo | None) -> ElementTree.Element:
    text = b""
    for part in _chunks(data, entry) if entry else ():
        text += part
        if len(text) > MAX_PLAN:
            raise RefusedError("BERKAS_MENCURIGAKAN")
    refuse_definitions(text)
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise zipfile.BadZipFile from error


def _check_repeats(chunks: Iterator[bytes]) -> None:
    """An OpenDocument sheet writes equal cells once with a count: refuse what would unfold to too many filled cells."""
    state, sheet = {"rows": 1, "columns": 0, "filled": 0, "area": 0}, [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            state["area"], sheet[0] = 0, attributes.get("table:name", "")
        elif name == "table:table-row":
            state.update(rows=_count(attributes.get("table:number-rows-repeated")), columns=0, filled=0)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            state["columns"] += _count(attributes.get("table:number-columns-repeated"))
            if "office:value-type" in attributes:
                state["filled"] = state["columns"]

    def end(name: str) -> None:
        if name == "table:table-row" and state["filled"]:
            state["area"] += state["rows"] * state["filled"]
            if state["area"] > MAX_AREA:
                raise RefusedError("SEL_TERSEBAR", lembar=sheet[0])

    def refuse(*_: object) -> None:
        raise RefusedError("BERKAS_MENCURIGAKAN")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = refuse
    try:
        for part in chunks:
            parser.Parse(part, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise zipfile.BadZipFile from error


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 1


def _tables(data: bytes, names: Mapping[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    """Tables that were packed only to be sent (SurveyMonkey does): every CSV or workbook in the archive."""
    found, total = {}, 0
    for name, entry in names.items():
        path = PurePosixPath(name)
        if (
            path.suffix.lower() in (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
            and path.name[0] not in "._"
        ):
            parts = []
            for part in _chunks(data, entry):
                total += len(part)
                if total > MAX_UNPACKED // 4:
                    raise RefusedError(
                        "BERKAS_TERLALU_BESAR", ukuran=megabytes(total), batas=megabytes(MAX_UNPACKED // 4)
                    )
                parts.append(part)
            found[name] = b"".join(parts)
    if not found:
        raise RefusedError("BERKAS_BUKAN_TABEL")
    return found
