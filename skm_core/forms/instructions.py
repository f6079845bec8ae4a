"""The sheet of instructions in the Excel entry sheet: how to fill it in, and what 1 to 4 mean for every question."""

from __future__ import annotations

from typing import Any

from skm_core.forms.blank import ALL, Blank
from skm_core.forms.columns import chosen


def steps(form: Blank) -> list[str]:
    """What a person does, in order."""
    what = chosen(form)
    return [
        'Ketik satu kuesioner per baris di lembar "Isian", mulai dari baris nomor 1.',
        "Isi tanggal, jenis kelamin (L atau P), usia dalam tahun, pendidikan, dan pekerjaan. "
        "Yang tidak ditulis responden dikosongkan.",
        *([f"Pilih {what} dari daftar pada tiap baris."] if what else []),
        "Ketik angka 1 sampai 4 yang disilang responden. Pertanyaan tanpa jawaban dikosongkan; jangan diisi 0."
        + (" Layanan yang tidak dinilai dikosongkan seluruhnya." if form.cara == ALL else ""),
        'Kolom "Periksa" harus berbunyi Lengkap, atau menyebut jawaban yang memang kosong.',
        "Kolom abu-abu di kanan terisi sendiri. Jangan mengubah baris judul.",
        "Simpan, lalu unggah berkas ini apa adanya di halaman Unggah. Tidak ada yang perlu dipetakan.",
    ]


def write_instructions(book: Any, sheet: Any, form: Blank) -> None:
    """Fill the sheet, protected, ready to print on one page."""
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
    title = book.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False})
    head = book.add_format({**base, "bold": True, "bottom": 1})
    plain, number = book.add_format(base), book.add_format({**base, "align": "left"})
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 62)
    sheet.set_column(2, 5, 19)
    sheet.write_string(0, 0, "Cara mengisi", title)
    for row, text in enumerate(steps(form), 1):
        sheet.write_number(row, 0, row, number)
        sheet.merge_range(row, 1, row, 5, text, plain)
    row = len(steps(form)) + 2
    sheet.write_string(row, 0, "Arti angka 1 sampai 4 pada tiap pertanyaan", title)
    for column, text in enumerate(("No", "Pertanyaan", "1", "2", "3", "4")):
        sheet.write_string(row + 1, column, text, head)
    for question in form.pertanyaan:
        line = row + 1 + question.nomor
        sheet.write_number(line, 0, question.nomor, number)
        sheet.write_string(line, 1, question.teks, plain)
        for value, label in enumerate(question.label):
            sheet.write_string(line, 2 + value, label, plain)
    sheet.protect()
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
