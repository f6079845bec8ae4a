"""The Excel entry sheet: one row per paper form, drop-downs, and a column that checks every row as it is typed."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from skm_core.errors import InvalidSettingError
from skm_core.forms.blank import Blank
from skm_core.forms.columns import contexts
from skm_core.forms.entry_columns import Column, Plan, plan
from skm_core.forms.instructions import write_instructions
from skm_core.intake.own_forms import DAFTAR, PETUNJUK

ROWS, MOST_ROWS = 500, 5_000
SHEET = "Isian"
HEAD = 3
"""Rows above the header: title, how to, and the running count."""
INK, MUTED, LINE, WASH, ACCENT, AMBER, RED = "#15202B", "#5A6672", "#C9D1D9", "#F6F8FA", "#0B5FA5", "#FDF1DC", "#F6DAD7"
MADE = datetime(2019, 1, 1)  # noqa: DTZ001 - a fixed moment, so that the same form is the same file


def entry_sheet(form: Blank, *, rows: int = ROWS) -> bytes:
    """The XLSX file, with `rows` prepared rows; the same bytes for the same form.

    Raises InvalidSettingError for fewer than 1 or more than 5,000 rows.
    """
    if not 1 <= rows <= MOST_ROWS:
        raise InvalidSettingError(f"Lembar isian memuat 1 sampai {MOST_ROWS} baris.")
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": f"Lembar isian SKM {form.nama_layanan}", "author": form.instansi, "created": MADE})
    book.set_calc_mode("auto")
    sheet, guide = book.add_worksheet(SHEET), book.add_worksheet(PETUNJUK)
    _Writer(book, sheet, plan(form), rows).write(form)
    write_instructions(book, guide, form)
    lists = [one for one in contexts(form, code=True) if not one.tetap]
    if lists:
        listing = book.add_worksheet(DAFTAR)
        for index, one in enumerate(lists):
            listing.write_row(0, index, [one.judul], book.add_format({"bold": True}))
            listing.write_column(1, index, [word for _, word in one.pilihan])
            listing.set_column(index, index, 28)
        listing.protect()
    book.close()
    return target.getvalue()


class _Writer:
    """Writes the sheet of answers."""

    def __init__(self, book: Any, sheet: Any, planned: Plan, rows: int) -> None:
        self.book, self.sheet, self.plan = book, sheet, planned
        self.first, self.last = HEAD + 1, HEAD + rows
        base = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "vcenter"}
        self.base = base
        self.open = book.add_format({**base, "locked": False, "border": 1, "border_color": LINE, "align": "center"})
        self.text = book.add_format({**base, "locked": False, "border": 1, "border_color": LINE, "text_wrap": True})
        self.date = book.add_format({
            **base, "locked": False, "border": 1, "border_color": LINE, "num_format": "dd/mm/yyyy", "align": "center",
        })  # fmt: skip
        self.fixed = book.add_format({**base, "font_color": MUTED, "bg_color": WASH, "border": 1, "border_color": LINE})
        self.header = book.add_format({
            **base, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#E8EEF4", "bottom": 2,
            "border_color": LINE, "bottom_color": INK,
        })  # fmt: skip

    def write(self, form: Blank) -> None:
        """Title, header, rows, checks, protection."""
        sheet, wide = self.sheet, len(self.plan.columns)
        title = self.book.add_format({**self.base, "bold": True, "font_size": 14})
        quiet = self.book.add_format({**self.base, "font_color": MUTED})
        sheet.write_string(0, 0, f"Lembar isian SKM · {form.kalimat}", title)
        sheet.write_string(1, 0, "Satu baris untuk satu kuesioner. Jawaban diketik 1 sampai 4; yang tidak dijawab "
                                 f'dikosongkan. Arti angka ada di lembar "{PETUNJUK}".', quiet)  # fmt: skip
        sheet.write_formula(2, 0, self._count(), quiet, "Belum ada isian.")
        for row in range(HEAD):
            sheet.set_row(row, 22)
        sheet.set_row(HEAD, 78 if self.plan.long_titles else 48)
        for index, column in enumerate(self.plan.columns):
            sheet.write_string(HEAD, index, column.judul, self.header)
            sheet.set_column(index, index, column.lebar)
            self._fill(index, column)
            if column.sah:
                sheet.data_validation(self.first, index, self.last, index, dict(column.sah))
        self._colours()
        sheet.freeze_panes(HEAD + 1, 2)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_selection(self.first, 2, self.first, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)
        sheet.print_area(0, 0, self.last, wide - 1)

    def _fill(self, index: int, column: Column) -> None:
        look = {"tanggal": self.date, "saran": self.text}.get(column.jenis, self.open)
        for number, row in enumerate(range(self.first, self.last + 1), 1):
            if column.jenis == "nomor":
                self.sheet.write_number(row, index, number, self.fixed)
            elif column.rumus:
                self.sheet.write_formula(row, index, column.rumus.replace("{r}", str(row + 1)), self.fixed, "")
            else:
                self.sheet.write_blank(row, index, None, look)

    def _count(self) -> str:
        cells = self._range(self.plan.index("periksa"))
        return (
            f'=IF(COUNTIF({cells},"?*")=0,"Belum ada isian.","Terisi "&COUNTIF({cells},"?*")&" kuesioner: "'
            f'&COUNTIF({cells},"Lengkap")&" lengkap, "&COUNTIF({cells},"Kosong*")&" dengan jawaban kosong, "'
            f'&(COUNTIF({cells},"?*")-COUNTIF({cells},"Lengkap")-COUNTIF({cells},"Kosong*"))&" perlu diperbaiki.")'
        )

    def _range(self, index: int) -> str:
        name = xl_col_to_name(index)
        return f"${name}${self.first + 1}:${name}${self.last + 1}"

    def _colours(self) -> None:
        """Checks that show at once: wrong answers red, what is still blank in a started row amber."""
        wrong = self.book.add_format({"bg_color": RED})
        blank = self.book.add_format({"bg_color": AMBER})
        done = self.book.add_format({"font_color": ACCENT})
        row, check = self.first + 1, self.plan.index("periksa")
        name = xl_col_to_name(check)
        self._when(check, check, f'=${name}{row}="Lengkap"', done)
        self._when(check, check, f'=AND(LEN(${name}{row})>0,LEFT(${name}{row},6)<>"Kosong")', wrong)
        for first, last in self.plan.answers:
            cell = f"{xl_col_to_name(first)}{row}"
            outside = ",".join(f'{cell}&""<>"{value}"' for value in (1, 2, 3, 4))
            self._when(first, last, f"=AND(LEN({cell})>0,{outside})", wrong)
            begin, end = xl_col_to_name(first), xl_col_to_name(last)
            self._when(first, last, f"=AND(LEN({cell})=0,COUNTA(${begin}{row}:${end}{row})>0)", blank)

    def _when(self, first: int, last: int, formula: str, look: Any) -> None:
        rule = {"type": "formula", "criteria": formula, "format": look, "stop_if_true": True}
        self.sheet.conditional_format(self.first, first, self.last, last, rule)
