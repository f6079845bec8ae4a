"""The XLSForm for KoboToolbox and ODK: sheets survey, choices and settings, as xlsform.org describes them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

import xlsxwriter

from skm_core.forms import columns as names
from skm_core.forms.blank import Blank, Question
from skm_core.forms.columns import blocks, contexts
from skm_core.forms.profile import JENIS_KELAMIN, PEKERJAAN, PENDIDIKAN, USIA
from skm_core.terms import Layanan

SURVEY = ("type", "name", "label", "hint", "required", "constraint", "constraint_message", "calculation", "appearance")
CHOICES = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version")
_SEARCHABLE = 12
"""More choices than this are offered as a list that can be searched."""
_MADE = datetime(2019, 1, 1)  # noqa: DTZ001 - a fixed moment, so that the same form is the same file


def xlsform(form: Blank) -> bytes:
    """The XLSX file to upload as a new project; the same bytes for the same form.

    Periode, collector, questionnaire and whatever else is settled travel as calculated values that nobody sees.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": form.kalimat, "author": form.instansi, "created": _MADE})
    bold = book.add_format({"bold": True})
    title = f"SKM {form.nama_layanan}, {form.nama_kelurahan}, {form.periode.nama}"
    setting = {"form_title": title, "form_id": _identifier(form.kode), "version": "1"}
    for name, header, rows in (
        ("survey", SURVEY, _survey(form)),
        ("choices", CHOICES, _choices(form)),
        ("settings", SETTINGS, [setting]),
    ):
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(header):
            sheet.write_string(0, index, column, bold)
            sheet.set_column(index, index, 40 if column in ("label", "form_title") else 22)
        for number, row in enumerate(rows, 1):
            for index, column in enumerate(header):
                sheet.write_string(number, index, row.get(column, ""))
    book.close()
    return target.getvalue()


def item_name(question: Question, layanan: Layanan | None) -> str:
    """XML name of an answer: the unsur (else b1..b20), after the layanan in a form that asks several."""
    return f"{layanan.kode}_{question.nama}" if layanan else question.nama


def _survey(form: Blank) -> Iterator[dict[str, str]]:
    for one in contexts(form, code=True):
        if one.tetap:
            yield {"type": "calculate", "name": one.nama, "calculation": "'" + one.pilihan[0][0] + "'"}
    yield {"type": "date", "name": "tanggal", "label": names.TANGGAL, "required": "yes", **_within(form)}
    for one in contexts(form, code=True):
        if not one.tetap:
            look = "minimal autocomplete" if len(one.pilihan) > _SEARCHABLE else ""
            yield {
                "type": f"select_one {one.nama}", "name": one.nama, "label": one.judul, "required": "yes",
                "appearance": look,
            }  # fmt: skip
    yield {"type": "select_one jenis_kelamin", "name": "jenis_kelamin", "label": names.JENIS_KELAMIN}
    youngest, oldest = USIA
    yield {
        "type": "integer", "name": "usia", "label": names.USIA, "hint": "Dalam tahun",
        "constraint": f". >= {youngest} and . <= {oldest}",
        "constraint_message": f"Usia dalam tahun, {youngest} sampai {oldest}.",
    }  # fmt: skip
    yield {"type": "select_one pendidikan", "name": "pendidikan", "label": names.PENDIDIKAN}
    yield {"type": "select_one pekerjaan", "name": "pekerjaan", "label": names.PEKERJAAN}
    for layanan, asked in blocks(form):
        for question in asked:
            yield {
                "type": f"select_one {_list(question)}",
                "name": item_name(question, layanan),
                "label": names.question_title(question, layanan),
            }
        name = f"saran_{layanan.kode}" if layanan else "saran"
        yield {"type": "text", "name": name, "label": names.saran_title(layanan), "appearance": "multiline"}


def _within(form: Blank) -> dict[str, str]:
    first, last = form.periode.mulai, form.periode.selesai
    if first is None or last is None:
        return {}
    return {
        "constraint": f". >= date('{first.isoformat()}') and . <= date('{last.isoformat()}')",
        "constraint_message": f"Tanggal harus di dalam periode {form.periode.nama}.",
    }


def _choices(form: Blank) -> Iterator[dict[str, str]]:
    lists: list[tuple[str, Iterable[tuple[str, str]]]] = [
        (one.nama, one.pilihan) for one in contexts(form, code=True) if not one.tetap
    ]
    lists += [
        ("jenis_kelamin", JENIS_KELAMIN),
        ("pendidikan", [(name, name) for name in PENDIDIKAN]),
        ("pekerjaan", [(name, name) for name in PEKERJAAN]),
    ]
    lists += [(_list(one), [(str(value), text) for value, text in enumerate(one.label, 1)]) for one in form.pertanyaan]
    for name, options in lists:
        for key, label in options:
            yield {"list_name": name, "name": key, "label": label}


def _list(question: Question) -> str:
    """Name of the list of answers of a question: every question has its own labels."""
    return f"jawaban_{question.nomor}"


def _identifier(kode: str) -> str:
    """The code of the form as an identifier that every server takes."""
    return "skm_" + "".join(letter if letter.isalnum() else "_" for letter in kode)
