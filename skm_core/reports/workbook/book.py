"""The workbook of one scope: recap, one processing sheet per layanan, all together, and how it was computed."""

from __future__ import annotations

import io
from collections import defaultdict
from datetime import datetime, time
from typing import Any

import xlsxwriter

from skm_core.follow_up.sheet_out import sheet_name
from skm_core.intake.own_forms import CATATAN, GABUNGAN, REKAP
from skm_core.reports.content import Content
from skm_core.reports.printing import PITA_CONTOH
from skm_core.reports.workbook.lines import LABELS, Lines, Source, write_lines
from skm_core.reports.workbook.looks import looks
from skm_core.reports.workbook.part import MAKS_BARIS, Part, parts, pooled
from skm_core.reports.workbook.processing import write_key, write_sheet
from skm_core.reports.workbook.recap import write_recap
from skm_core.store import Store
from skm_core.writing import angka

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text that begins with = + - @ stays a text."""


def workbook(store: Store, c: Content) -> bytes:
    """The XLSX file. The same content gives the same bytes.

    One sheet per layanan and questionnaire with the answers of every respondent and the figures as formulas; above
    MAKS_BARIS questionnaires with sums instead of answers. A score below ten questionnaires is not shown.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, SAFE)
    made = datetime.combine(c.tanggal, time())
    book.set_properties({"title": f"Pengolahan data SKM {c.judul}", "author": c.instansi.nama, "created": made})
    look = looks(book)
    recap = book.add_worksheet(REKAP)
    found, used = parts(store, c), {REKAP.casefold(), GABUNGAN.casefold(), CATATAN.casefold()}
    of: dict[str, list[Lines]] = defaultdict(list)
    for part in found:
        name = sheet_name(part.layanan.nama if part.layanan else "", used)
        lines = write_sheet(book, book.add_worksheet(name), look, c, name, part)
        of[part.layanan.kode if part.layanan else ""].append(lines)
    every = [lines for group in of.values() for lines in group]
    together = every if len(every) == 1 else _together(book, look, c, pooled(store, c, found), every)
    write_recap(book, recap, look, c, dict(of), together)
    _notes(book.add_worksheet(CATATAN), look, c)
    recap.activate()
    book.close()
    return stream.getvalue()


def _together(book: Any, look: dict[str, Any], c: Content, of: tuple[Part, ...], sheets: list[Lines]) -> list[Lines]:
    """The lines of all layanan together, one block per questionnaire: sums over the sheets."""
    sheet = book.add_worksheet(GABUNGAN)
    sheet.set_column(0, 0, 31)
    sheet.set_column(1, max(one.lebar for one in of), 10)
    sheet.write_string(0, 0, f"{c.cakupan} bersama, {c.judul}", look["title"])
    sheet.write_string(1, 0, "Jumlah dari semua lembar layanan; setiap kuesioner dihitung sama berat.", look["quiet"])
    _mark(sheet, look, c)
    row, found = 4, []
    for part in of:
        mine = [one for one in sheets if one.part.instrumen.kode == part.instrumen.kode]
        sheet.write_string(row, 0, part.instrumen.nama, look["head"])
        for column, text in enumerate((text for one in part.kolom for text in one.kepala), 1):
            sheet.write_string(row, column, text, look["head"])
        sheet.write_string(row, part.lebar + 1, "Ket.", look["head"])
        lines = Lines(GABUNGAN, row + 1, part)
        write_lines(sheet, look, lines, _adder(mine))
        found.append(lines)
        row = write_key(sheet, look, c, part, row + len(LABELS) + 2) + 1
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return found


def _mark(sheet: Any, look: dict[str, Any], c: Content) -> None:
    if c.contoh:
        sheet.write_string(2, 0, PITA_CONTOH, look["warn"])


def _adder(sheets: list[Lines]) -> Source:
    """Sums of the same cell over the sheets of one questionnaire."""
    return lambda line, column: "=" + "+".join(one.cell(line, column) for one in sheets)


def _notes(sheet: Any, look: dict[str, Any], c: Content) -> None:
    said = (
        [
            "Kertas kerja petugas, tidak untuk diterbitkan; untuk penerbitan ada Data terbuka.",
            f"Lebih dari {angka(MAKS_BARIS)} kuesioner: lembar memuat jumlah, bukan jawaban. Buku kerja per "
            "layanan atau kecamatan memuat jawabannya.",
        ]
        if c.n_kuesioner > MAKS_BARIS
        else [
            "Kertas kerja petugas: memuat jawaban per responden, tanpa nama, tanggal, profil, dan saran. Tidak untuk "
            "diterbitkan; untuk penerbitan ada Data terbuka.",
            "Baris diurutkan menurut tempat dan jawaban, bukan menurut waktu pengisian.",
            "Ubah satu jawaban (1 sampai 4, kosong = tidak dijawab), dan semua angka di berkas ini ikut berubah.",
            "Berkas ini dapat diunggah kembali di halaman Unggah dan dibaca sebagai lembar pengolahan.",
        ]
    )
    said.append(
        "Rumus IKM dan NRR membulatkan angka 5 ke atas sekali saja di akhir: nilai dibawa ke satuan desimal terakhir, "
        "galat hitungan biner dibuang, lalu INT(x + 0,5). Hasilnya sama dengan aplikasi, juga tepat di tengah."
    )
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, "Cara membaca dan menghitung", look["title"])
    _mark(sheet, look, c)
    for row, text in enumerate([*said, *c.metode, *c.penetapan, c.catatan_kaki], 3):
        sheet.write_string(row, 0, text, look["prose"])
    sheet.hide_gridlines(2)
