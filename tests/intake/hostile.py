"""Writes files that are meant to harm, or that only look so: each small on disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from tests.intake import files

SHEET = "xl/worksheets/sheet1.xml"
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?><worksheet '
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_CLOSE = "</sheetData></worksheet>"


def good(n: int = 6) -> bytes:
    """An honest workbook with our own column names."""
    found = files.forms()
    return files.book_of(files.key_rows((found * (n // len(found) + 1))[:n]))


def repacked(data: bytes, changed: Mapping[str, bytes | None], *, level: int = 9) -> bytes:
    """A workbook with parts replaced, added, or (None) left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as new,
    ):
        for name in [*old.namelist(), *(name for name in changed if name not in old.namelist())]:
            content = changed.get(name, old.read(name) if name in old.namelist() else b"")
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def sheet(rows: str) -> bytes:
    """A workbook whose only sheet has this XML between `sheetData`."""
    return repacked(good(), {SHEET: (_OPEN + rows + _CLOSE).encode()})


def cell(place: str, text: object) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def honest_rows(more: str = "", last: str = "") -> str:
    """Rows of `good` as XML; `more` is put at the end of the second row, `last` after all rows."""
    body = []
    for number, row in enumerate(files.key_rows(files.forms()), 1):
        cells = "".join(
            cell(f"{chr(64 + i)}{number}", value) for i, value in enumerate(row, 1) if value not in (None, "")
        )
        body.append(f'<row r="{number}">{cells}{more if number == 2 else ""}</row>')
    return "".join(body) + last


def bomb(name: str = SHEET, size: int = 256 * 1024**2) -> bytes:
    """A part that unpacks to `size` bytes of spaces, written without ever holding them."""
    packer, packed = zlib.compressobj(9, zlib.DEFLATED, -15), io.BytesIO()
    block = b" " * 1024**2
    for _ in range(size // len(block)):
        packed.write(packer.compress(block))
    packed.write(packer.flush())
    return _with_raw_part(good(), name, packed.getvalue(), size)


def lying(size: int = 200 * 1024**2) -> bytes:
    """A part that says it unpacks to 100 bytes and unpacks to far more."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = packer.compress(b" " * size) + packer.flush()
    return _with_raw_part(good(), SHEET, content, 100)


def _with_raw_part(data: bytes, name: str, packed: bytes, stated: int) -> bytes:
    """A workbook in which one part is this deflated stream, whatever its stated size."""
    base = repacked(data, {name: None})
    end = base.rindex(b"PK\x05\x06")
    _, _, _, _, n, size, start, _ = struct.unpack("<4s4H2LH", base[end : end + 22])
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, 0, len(packed), stated, len(name), 0)
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, len(packed), stated, len(name), 0, 0, 0, 0, 0, start
    )
    body = base[:start] + local + name.encode() + packed
    directory = base[start : start + size] + entry + name.encode()
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, n + 1, n + 1, len(directory), len(body), 0)
    return body + directory + tail


def laughs(depth: int = 9) -> str:
    """Nested entities that would unfold to ten to the power of `depth`."""
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth + 1)]
    return f"<!DOCTYPE a [{''.join(lines)}]>"


def html(rows: list[list[object]], *, encoding: str = "utf-8", more: str = "") -> bytes:
    """What a PHP program exports as .xls."""
    body = "".join("<tr>" + "".join(f"<td>{files.text(one)}</td>" for one in row) + "</tr>\n" for row in rows)
    page = (
        f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" '
        f'content="text/html; charset={encoding}"><style>td {{ mso-number-format: "0"; }}</style></head><body>'
        f'<h3>Rekap survei</h3><table border="1">{body}</table>{more}</body></html>'
    )
    return page.encode(encoding)


def spreadsheet_xml(rows: list[list[object]], *, before: str = "") -> bytes:
    """A workbook as one XML text."""
    body = ""
    for row in rows:
        cells = ""
        for index, value in enumerate(row, 1):
            if value in (None, ""):
                continue
            kind = "Number" if isinstance(value, int) else "String"
            cells += f'<Cell ss:Index="{index}"><Data ss:Type="{kind}">{value}</Data></Cell>'
        body += f"<Row>{cells}</Row>"
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{before}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="{space}" '
        f'xmlns:ss="{space}"><Worksheet ss:Name="Data"><Table>{body}</Table></Worksheet></Workbook>'
    ).encode()


def ods_repeated(rows: int, columns: int, value: str) -> bytes:
    """An OpenDocument sheet that says one cell many times."""
    data = files.ods(files.key_rows(files.forms()))
    kind = f'office:value-type="float" office:value="{value}"' if value else ""
    repeated = (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'table:number-columns-repeated="{columns}" {kind}/></table:table-row></table:table>'
    )
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        content = packed.read("content.xml").decode().replace("</table:table>", repeated)
    return repacked(data, {"content.xml": content.encode()})


def moved_cell(data: bytes, row: int, column: int) -> bytes:
    """A BIFF workbook whose first number says that it stands elsewhere."""
    place = data.index(struct.pack("<HH", 0x027E, 10)) + 4
    return data[:place] + struct.pack("<HH", row, column) + data[place + 4 :]
