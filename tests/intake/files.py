"""Writes one set of answers as every kind of file that staff bring."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

import openpyxl

ASKED = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")
"""The nine unsur in the order the standard questionnaire asks them."""
RULE = (*ASKED[:7], "pengaduan", "sarana")
"""The nine unsur in the order of the rule's list."""

QUESTIONS = {
    "persyaratan": "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "prosedur": "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "waktu": "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "biaya": "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "produk": "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar "
    "pelayanan dengan hasil yang diberikan?",
    "kompetensi": "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "perilaku": "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
    "sarana": "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "pengaduan": "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
}
LABELS = {
    "persyaratan": ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    "prosedur": ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    "waktu": ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    "biaya": ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    "produk": ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    "kompetensi": ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    "perilaku": ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    "sarana": ("Buruk", "Cukup", "Baik", "Sangat baik"),
    "pengaduan": ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
}
OFFICIAL = {
    "persyaratan": "Persyaratan",
    "prosedur": "Sistem, Mekanisme, dan Prosedur",
    "waktu": "Waktu Penyelesaian",
    "biaya": "Biaya/Tarif",
    "produk": "Produk Spesifikasi Jenis Pelayanan",
    "kompetensi": "Kompetensi Pelaksana",
    "perilaku": "Perilaku Pelaksana",
    "pengaduan": "Penanganan Pengaduan, Saran, dan Masukan",
    "sarana": "Sarana dan Prasarana",
}


@dataclass(frozen=True)
class Form:
    """One filled questionnaire."""

    nilai: dict[str, int | None]
    kelurahan: str = "Kapuk"
    kecamatan: str = "Cengkareng"
    layanan: str = "posyandu"
    periode: str = "2019-q2"
    tanggal: str = "2019-04-24"
    jenis_kelamin: str = "P"
    usia: int | None = 34
    saran: str = ""


def forms(*rows: Sequence[int | None], **more: Any) -> list[Form]:
    """Forms with these answers in the rule's order; nothing given: six forms with all values and two blanks."""
    given = rows or (
        (1, 2, 3, 4, 1, 2, 3, 4, 1),
        (4, 3, 2, 1, 4, 3, 2, 1, 4),
        (3, 3, 3, 4, 3, 3, 3, None, 3),
        (2, 2, 2, 3, 2, 2, 2, 2, 2),
        (4, 4, None, 4, 4, 4, 4, 3, 3),
        (3, 4, 3, 4, 3, 4, 3, 3, 2),
    )
    return [replace(Form(dict(zip(RULE, row, strict=True))), **more) for row in given]


def text(value: object) -> str:
    return "" if value is None else str(value)


def table(rows: Sequence[Sequence[object]], *, delimiter: str = ",", end: str = "\n", encoding: str = "utf-8") -> bytes:
    """Rows as delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([[text(cell) for cell in row] for row in rows])
    return out.getvalue().encode(encoding)


def key_rows(found: Sequence[Form]) -> list[list[object]]:
    """Our own column names, answers as numbers."""
    head: list[object] = ["periode", "kecamatan", "kelurahan", "layanan", "tanggal", "jenis_kelamin", "usia"]
    return [[*head, *RULE, "saran"]] + [
        [f.periode, f.kecamatan, f.kelurahan, f.layanan, f.tanggal, f.jenis_kelamin, f.usia]
        + [f.nilai[key] for key in RULE]
        + [f.saran]
        for f in found
    ]


def number_rows(found: Sequence[Form], order: Sequence[str] = RULE, prefix: str = "U") -> list[list[object]]:
    """U1 to U9 in the given order; nothing says which is which."""
    head: list[object] = ["periode", "kecamatan", "kelurahan", "layanan", "tanggal", "JK", "umur"]
    return [[*head, *(f"{prefix}{n}" for n in range(1, 10)), "saran"]] + [
        [f.periode, f.kecamatan, f.kelurahan, f.layanan, f.tanggal, f.jenis_kelamin, f.usia]
        + [f.nilai[key] for key in order]
        + [f.saran]
        for f in found
    ]


def label(key: str, value: int | None) -> str:
    return "" if value is None else LABELS[key][value - 1]


def google_rows(found: Sequence[Form], stamp: str = "Cap waktu") -> list[list[object]]:
    """A Google Forms export: questions as headers, numbered, labels as answers, date with dots in the time."""
    head: list[object] = [stamp, "Nama", "No HP/WA", "Periode", "Kecamatan", "Kelurahan", "Layanan yang dinilai"]
    head += ["Jenis Kelamin", "Usia"]
    rows: list[list[object]] = [
        [*head, *(f"{n}. {QUESTIONS[key]}" for n, key in enumerate(ASKED, 1)), "Kritik dan saran"]
    ]
    for number, f in enumerate(found):
        year, month, day = f.tanggal.split("-")
        gender = {"L": "Laki-laki", "P": "Perempuan"}.get(f.jenis_kelamin, f.jenis_kelamin)
        rows.append(
            [
                f"{day}/{month}/{year} 9.15.{30 + number % 30}",
                "Budi",
                "081234567890",
                f.periode,
                f.kecamatan,
                f.kelurahan,
            ]
            + [f.layanan, gender, f.usia]
            + [label(key, f.nilai[key]) for key in ASKED]
            + [f.saran]
        )
    return rows


def processing_book(found: Sequence[Form], *, legend: bool = True, repeat: bool = True) -> openpyxl.Workbook:
    """The processing sheet of the regulation: titles, two-row header, profile columns, totals and a legend."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN"])
    sheet.append(["DAN PER UNSUR PELAYANAN"])
    sheet.append(["UNIT PELAYANAN : Posyandu Kelurahan Kapuk"])
    sheet.append(["PERIODE : 2019-q2"])
    sheet.append(["NO. URUT RESP.", "TANGGAL", "JK", "UMUR", "NILAI UNSUR PELAYANAN"])
    sheet.append([None, None, None, None, *(f"U{n}" for n in range(1, 10)), "KET"])
    for area in ("A1:M1", "A2:M2", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:M5"):
        sheet.merge_cells(area)
    for number, f in enumerate(found, 1):
        if repeat and number == 4:
            sheet.append(["NO. URUT RESP.", "TANGGAL", "JK", "UMUR", "NILAI UNSUR PELAYANAN"])
            sheet.append([None, None, None, None, *(f"U{n}" for n in range(1, 10)), "KET"])
        sheet.append([number, f.tanggal, f.jenis_kelamin, f.usia, *(f.nilai[key] for key in RULE)])
    columns = [[f.nilai[key] for f in found if f.nilai[key] is not None] for key in RULE]
    sums = [sum(values) for values in columns]  # type: ignore[arg-type]
    means = [total / len(values) for total, values in zip(sums, columns, strict=True)]
    sheet.append(["Σ Nilai / Unsur", None, None, None, *sums])
    sheet.append(["NRR / Unsur", None, None, None, *means])
    sheet.append(["NRR tertbg / unsur", None, None, None, *(mean / 9 for mean in means), sum(means) / 9])
    sheet.append(
        [
            "IKM Unit pelayanan",
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            25 * sum(means) / 9,
        ]
    )
    sheet.append(["Keterangan:"])
    sheet.append(["U1 s.d. U9 = Unsur-unsur pelayanan"])
    if legend:
        for number, key in enumerate(RULE, 1):
            sheet.append([f"U{number}", OFFICIAL[key]])
    return book


def xlsx(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book_of(rows: Sequence[Sequence[object]], title: str = "Respons Formulir 1") -> bytes:
    """Rows as the only sheet of a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    return xlsx(book)


def ods(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows as the only sheet of an OpenDocument spreadsheet: numbers as numbers, all else as text."""
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Lembar1">{body}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}"/>')
        packed.writestr("content.xml", content)
    return out.getvalue()


def _ods_cell(cell: object) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, int):
        value = f'office:value-type="float" office:value="{cell}"'
        return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'
