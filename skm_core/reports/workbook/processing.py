"""A sheet in the layout of the regulation: "Pengolahan data SKM per responden dan per unsur pelayanan"."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from skm_core.reports.content import Content
from skm_core.reports.printing import PITA_CONTOH
from skm_core.reports.workbook.chart import bars
from skm_core.reports.workbook.lines import ANSWERS, LABELS, NRR, SUM, Lines, N, write_lines
from skm_core.reports.workbook.part import Part
from skm_core.results.wording import inside
from skm_core.rules import KONVERSI, NRR_MAX, NRR_MIN, RULE_SETS
from skm_core.terms import Wilayah

HEAD = 6
"""Row of the column heads (from 0); the heads of the regulation fill two rows."""
PAPER_A4 = 9


def write_sheet(book: Any, sheet: Any, look: dict[str, Any], c: Content, name: str, part: Part) -> Lines:
    """The whole sheet; returns where its lines stand."""
    last = part.lebar
    _titles(sheet, look, c, part)
    _heads(sheet, look, part)
    for at, (place, answers) in enumerate(part.baris):
        row = HEAD + 2 + at
        sheet.write_number(row, 0, at + 1, look["answer"])
        for column, value in enumerate(answers, 1):
            if value:
                sheet.write_number(row, column, value, look["answer"])
            else:
                sheet.write_blank(row, column, None, look["answer"])
        sheet.write_blank(row, last + 1, None, look["answer"])
        sheet.write_string(row, last + 2, place, look["cell"])
        sheet.write_string(row, last + 3, _place(c.wilayah[place]), look["cell"])
        if part.sendiri:
            sheet.write_string(row, last + 4, part.instrumen.kode, look["cell"])
    where = Lines(name, HEAD + 2 + len(part.baris), part)
    write_lines(sheet, look, where, lambda line, column: _source(part, line, column))
    row = write_key(sheet, look, c, part, where.baris + len(LABELS) + 1)
    sheet.write_url(
        4, 0, f"internal:'{name}'!A{where.baris + 1}", look["link"], f"Ke jumlah dan IKM, baris {where.baris + 1}"
    )
    if all(len(one.butir) == 1 for one in part.kolom):
        names, values = (name, HEAD + 1, 1, HEAD + 1, last), (name, where.baris + NRR, 1, where.baris + NRR, last)
        title = f"NRR per {'variabel' if part.score.panel else 'unsur'}, {part.layanan.nama if part.layanan else ''}"
        sheet.insert_chart(HEAD + 1, last + 6, bars(book, title, names, values, (NRR_MIN, NRR_MAX)))
    _page(sheet, part, row)
    return where


def write_key(sheet: Any, look: dict[str, Any], c: Content, part: Part, row: int) -> int:
    """What the signs and columns mean; returns the row below."""
    names = {one.kunci: one.nama for one in c.unsur}
    said = ["Keterangan:", "NRR = nilai rata-rata; jawaban kosong tidak dihitung.", "*) Jumlah NRR tertimbang.",
            f"**) IKM = jumlah NRR tertimbang x {KONVERSI}, dibulatkan sekali di sini."]  # fmt: skip
    for at, text in enumerate(said):
        sheet.write_string(row + at, 0, text, look["bold"] if not at else look["line"])
    row += len(said)
    for kolom in part.kolom:
        sheet.write_string(row, 0, "Unsur" if part.sendiri else kolom.kepala[0], look["line"])
        sheet.write_string(row, 1, names[kolom.kunci], look["line"])
        row += 1
    if not part.score.panel:
        rules = RULE_SETS[part.score.aturan[0]]
        sheet.write_string(row, 0, f"Mutu menurut {rules.nama}:", look["line"])
        for at, grade in enumerate(rules.mutu, 1):
            sheet.write_string(row + at, 0, f"Mutu {grade.huruf}", look["line"])
            sheet.write_string(row + at, 1, f"{grade.kinerja}, {grade.interval_ikm}", look["line"])
        row += len(rules.mutu) + 1
    return row


def _titles(sheet: Any, look: dict[str, Any], c: Content, part: Part) -> None:
    service = part.layanan.nama if part.layanan else inside(c.cakupan)
    where = f" {c.nama}" if c.scope.jenis in ("kecamatan", "kelurahan") else ""
    sheet.write_string(
        0, 0, "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN", look["title"]
    )
    sheet.write_string(1, 0, f"UNIT PELAYANAN : {service}{where}", look["line"])
    sheet.write_string(2, 0, f"PERIODE : {c.periode.nama}", look["line"])
    sheet.write_string(3, 0, f"Dikumpulkan oleh: {c.pengumpul}. {c.instansi.nama}".strip(), look["quiet"])
    if c.contoh:
        sheet.write_string(5, 0, PITA_CONTOH, look["warn"])


def _heads(sheet: Any, look: dict[str, Any], part: Part) -> None:
    last, head = part.lebar, look["head"]
    what = "Nilai variabel" if part.score.panel else "Nilai unsur pelayanan"
    if last > 1:
        sheet.merge_range(HEAD, 1, HEAD, last, what, head)
    heads = [text for one in part.kolom for text in one.kepala]
    for column, text in enumerate(heads, 1):
        sheet.write_string(HEAD + 1, column, text, head)
    beside = ["Ket.", "Kode wilayah", "Tempat", *(["Kode kuesioner"] if part.sendiri else [])]
    for column, text in ((0, "No. urut resp."), *enumerate(beside, last + 1)):
        sheet.write_blank(HEAD, column, None, head)
        sheet.write_string(HEAD + 1, column, text, head)  # in the row of the questions, by which a reader knows it
    if part.sendiri:
        sheet.set_column(last + 4, last + 4, 17)
    if max(map(len, heads)) > 3:
        sheet.set_row(HEAD + 1, 90)
    sheet.set_column(0, 0, 31)
    sheet.set_column(1, last, 9 if max(map(len, heads)) <= 3 else 16)
    sheet.set_column(last + 1, last + 1, 13)
    sheet.set_column(last + 2, last + 3, 17)


def _source(part: Part, line: int, column: int) -> str:
    """COUNT and SUM of the answers; "" where the answers are left out."""
    if not part.baris:
        return ""
    column = 0 if line == N else column + 1
    first = xl_rowcol_to_cell(HEAD + 2, column)
    cells = f"{first}:{xl_rowcol_to_cell(HEAD + 1 + len(part.baris), column)}"
    return {N: f"=COUNT({cells})", ANSWERS: f"=COUNT({cells})", SUM: f"=SUM({cells})"}[line]


def _place(one: Wilayah) -> str:
    return one.nama if one.tingkat == "kelurahan" else f"{one.tingkat.capitalize()} {one.nama}"


def _page(sheet: Any, part: Part, rows: int) -> None:
    sheet.freeze_panes(HEAD + 2, 1)
    sheet.repeat_rows(HEAD, HEAD + 1)
    sheet.set_paper(PAPER_A4)
    sheet.print_area(0, 0, rows, part.lebar + 1)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    if part.lebar > 9:
        sheet.set_landscape()
