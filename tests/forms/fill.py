"""Fills every form with the same answers, as people would, and exports it as its service does."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import openpyxl

from skm_core.forms import Blank
from tests.forms.formula import evaluate


@dataclass(frozen=True)
class Person:
    """One respondent. `nilai`: layanan → answers in the order asked, None = not answered."""

    nilai: dict[str, tuple[int | None, ...]]
    kelurahan: str = "31.73.01.1005"
    tanggal: date = date(2019, 4, 24)
    jenis_kelamin: str = "P"
    usia: int | None = 34
    pendidikan: str = "SMA"
    pekerjaan: str = "Swasta"
    saran: str | None = None
    nomor: int = field(default=0, compare=False)


def people(n_items: int, layanan: Sequence[str] = ("posyandu",), kelurahan: str = "31.73.01.1005") -> list[Person]:
    """Seven people with answers of every value, blanks among them; a comment; each judges every layanan given."""
    found = []
    for number in range(7):
        nilai = {
            kode: tuple(
                None if (number + item + turn) % 11 == 10 else (number * 2 + item + turn) % 4 + 1
                for item in range(n_items)
            )
            for turn, kode in enumerate(layanan)
        }
        found.append(
            Person(
                nilai,
                kelurahan=kelurahan,
                tanggal=date(2019, 4, 20 + number),
                jenis_kelamin="LP"[number % 2],
                usia=None if number == 3 else 20 + number * 7,
                pendidikan=("SD", "SMA", "D3", "S1")[number % 4],
                pekerjaan=("PNS", "Swasta", "Lainnya")[number % 3],
                saran="Jam buka diperpanjang." if number == 2 else None,
                nomor=number + 1,
            )
        )
    return found


def comment(form: Blank, person: Person, kode: str) -> str | None:
    """What a person says of a layanan; of each its own where the form asks several."""
    if person.saran is None or kode not in person.nilai:
        return None
    return f"{person.saran} ({kode})" if form.cara == "semua" else person.saran


def words(form: Blank, person: Person, layanan: str | None = None) -> dict[str, Any]:
    """What a person says besides the answers, by the title of the column."""
    said: dict[str, Any] = {
        "Tanggal": person.tanggal,
        "Jenis kelamin": person.jenis_kelamin,
        "Usia": person.usia,
        "Pendidikan": person.pendidikan,
        "Pekerjaan": person.pekerjaan,
        "Kelurahan": form.sebutan[person.kelurahan],
        "Saran dan masukan": person.saran,
    }
    for one in form.layanan:
        said[f"Saran dan masukan untuk {one.nama}"] = comment(form, person, one.kode)
    return said | ({"Jenis layanan": form.sebutan[layanan]} if layanan else {})


def entry_sheet(data: bytes, form: Blank, persons: Sequence[Person]) -> bytes:
    """The entry sheet typed by a clerk and saved by Excel: formulas have their values."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Isian"]
    header = {str(cell.value): cell.column for cell in sheet[4]}
    names = {one.nama: one.kode for one in form.layanan}
    first = next(column for title, column in header.items() if title.startswith("1. "))
    n = len(form.pertanyaan)
    for row, person in enumerate(persons, 5):
        said = words(form, person, None if form.cara == "semua" else next(iter(person.nilai)))
        for title, value in said.items():
            if title in header and not sheet.cell(row, header[title]).value:
                sheet.cell(row, header[title], value)
        blocks = [names[one.nama] for one in form.layanan] if form.cara == "semua" else [next(iter(person.nilai))]
        for turn, kode in enumerate(blocks):
            for index, value in enumerate(person.nilai.get(kode, (None,) * n)):
                sheet.cell(row, first + turn * (n + 1) + index, value)
    calculate(sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def calculate(sheet: Any) -> None:
    """Replace every formula under the header by its value, as Excel stores it."""
    for row in sheet.iter_rows(min_row=5):
        cells = {cell.coordinate: cell.value for cell in row}
        formulas = {key for key, value in cells.items() if isinstance(value, str) and value.startswith("=")}
        for cell in row:
            if cell.coordinate in formulas:
                cell.value = evaluate(cells[cell.coordinate], cells)
    sheet["A3"] = "Terisi."


def xlsform_sheets(data: bytes) -> tuple[list[dict[str, str]], dict[str, dict[str, str]]]:
    """(rows of the sheet survey, list name → key → label) of an XLSForm."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    survey = _rows(book["survey"])
    choices: dict[str, dict[str, str]] = {}
    for row in _rows(book["choices"]):
        choices.setdefault(row["list_name"], {})[row["name"]] = row["label"]
    return survey, choices


def _rows(sheet: Any) -> list[dict[str, str]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, ("" if cell is None else str(cell) for cell in row), strict=True)) for row in rows]


def kobo_export(data: bytes, form: Blank, persons: Sequence[Person], *, labels: bool) -> bytes:
    """What KoboToolbox exports of the XLSForm: labels (calculated fields by name) or XML names with codes."""
    survey, choices = xlsform_sheets(data)
    header = [row["label"] or row["name"] if labels else row["name"] for row in survey]
    meta = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by",
            "__version__", "_tags", "_index"]  # fmt: skip
    rows = [[*header, *meta]]
    for number, person in enumerate(persons, 1):
        asked = answers_by_name(form, person)
        cells = []
        for row in survey:
            kind, name = row["type"], row["name"]
            value = row["calculation"].strip("'") if kind == "calculate" else asked.get(name)
            if kind.startswith("select_one") and value is not None:
                options = choices[kind.split()[1]]
                assert str(value) in options, f"{value} is no choice of {name}"
                value = options[str(value)] if labels else value
            cells.append("" if value is None else value.isoformat() if isinstance(value, date) else str(value))
        uuid = f"48583952-1e5f-4d2c-9b1a-{number:012d}"
        rows.append([*cells, str(60 + number), uuid, "2019-04-29T02:16:19", "", "", "submitted_via_web", "",
                     "vK8", "", str(number)])  # fmt: skip
    text = io.StringIO()
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def answers_by_name(form: Blank, person: Person) -> dict[str, Any]:
    """XML name → code of the answer."""
    found: dict[str, Any] = {
        "tanggal": person.tanggal, "jenis_kelamin": person.jenis_kelamin, "usia": person.usia,
        "pendidikan": person.pendidikan, "pekerjaan": person.pekerjaan, "saran": person.saran,
        "kelurahan": person.kelurahan, "layanan": next(iter(person.nilai)),
    }  # fmt: skip
    for kode, nilai in person.nilai.items():
        found[f"saran_{kode}"] = comment(form, person, kode)
        for question, value in zip(form.pertanyaan, nilai, strict=True):
            found[f"{kode}_{question.nama}" if form.cara == "semua" else question.nama] = value
    return found


def script_content(script: str) -> dict[str, Any]:
    """The form as the Apps Script carries it."""
    body = script.split("const FORMULIR = ", 1)[1].split(";\n\nfunction", 1)[0]
    found: dict[str, Any] = json.loads(body)
    return found


def google_export(script: str, form: Blank, persons: Sequence[Person]) -> bytes:
    """The CSV of the answers to the form that the script builds, in an Indonesian sheet."""
    entries = [one for one in script_content(script)["isi"] if one["jenis"] != "bagian"]
    header = ["Cap waktu", *(one["judul"] for one in entries)]
    rows = [header]
    for person in persons:
        cells = [person.tanggal.strftime("%d/%m/%Y") + " 9.15.30"]
        said = words(form, person, next(iter(person.nilai)))
        said["Jenis kelamin"] = {"L": "Laki-laki", "P": "Perempuan"}[person.jenis_kelamin]
        asked = {
            (f"{service.nama}: {question.teks}" if form.cara == "semua" else question.teks): nilai[index]
            for service in form.layanan
            if (nilai := person.nilai.get(service.kode))
            for index, question in enumerate(form.pertanyaan)
        }
        for one in entries:
            if one["judul"] in asked:
                answer = asked[one["judul"]]
                value = None if answer is None else one["pilihan"][answer - 1]
            else:
                value = one["pilihan"][0] if one.get("tetap") else said.get(one["judul"])
                assert value is None or value in one.get("pilihan", [value]), f"{value} is no choice of {one['judul']}"
            cells.append("" if value is None else str(value))
        rows.append(cells)
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
