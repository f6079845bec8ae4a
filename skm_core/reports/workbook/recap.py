"""The first sheet: IKM per layanan and of all, NRR per unsur, places. Figures are formulas; intervals are copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from skm_core.intake.own_forms import REKAP
from skm_core.reports.content import Content
from skm_core.reports.figure import span
from skm_core.reports.printing import PITA_CONTOH
from skm_core.reports.workbook import formula
from skm_core.reports.workbook.chart import bars
from skm_core.reports.workbook.lines import MEAN, NRR, Lines, N, graded, write
from skm_core.reports.workbook.part import MAKS_BARIS
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import (
    SEDIKIT,
    TANPA_DATA,
    TERSEMBUNYI,
    answers,
    doubt,
    reasoned_margin,
    visible,
    visible_nrr,
)
from skm_core.rules import (
    DESIMAL_IKM,
    DESIMAL_NRR,
    IKM_MAX,
    IKM_MIN,
    KONVERSI,
    N_TANDA,
    NRR_MAX,
    NRR_MIN,
    RULE_SETS,
)

HEADS = ("No", "Layanan", "Kuesioner", "IKM", "±", "Rentang 95%", "Mutu", "Keterangan")
PLACE, UNSUR = "Tempat", "Unsur"
WIDTHS = (5, 38, 12, 12, 9, 18, 18, 44)
CHARTS = len(HEADS) + 1
Refs = Sequence[tuple[str, str]]
"""Addresses of n and of the weighted NRR, one pair per sheet of a layanan."""


def write_recap(
    book: Any, sheet: Any, look: dict[str, Any], c: Content, of: dict[str, list[Lines]], together: Sequence[Lines]
) -> None:
    """of: the sheets of every layanan by its code. together: the lines of the whole scope, one per questionnaire."""
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    titles = (("INDEKS KEPUASAN MASYARAKAT (IKM)", "title"), (c.judul, "bold"), (c.instansi.nama, "line"),
              (f"Dikumpulkan oleh: {c.pengumpul}.", "quiet"), (PITA_CONTOH if c.contoh else "", "warn"))  # fmt: skip
    for row, (text, name) in enumerate(titles):
        sheet.write_string(row, 0, text, look[name])
    panel = c.score.panel
    row = _head(sheet, look, len(titles) + 1, "Pejabat" if panel and not c.scope.kode else "Layanan")
    first = row
    for at, one in enumerate(c.layanan, 1):
        refs = [(lines.cell(N), lines.total) for lines in of.get(one.layanan.kode, ())]
        _figure(sheet, look, row, str(at), one.layanan.nama, one.score, refs)
        row += 1
    last = row - 1
    _figure(sheet, look, row, "", f"{c.nama}, semua kuesioner", c.score, [(one.cell(N), one.total) for one in together])
    hidden = any(one.score and one.score.ikm is not None and visible(one.score) is None for one in c.layanan)
    if c.rata_bagian and not hidden:  # the mean less those shown would be the one hidden
        row += 1
        _figure(sheet, look, row, "", "Rata-rata layanan", c.rata_bagian, ())
        _mean(sheet, look, row, c.rata_bagian, of)
    chart = bars(book, "IKM per layanan (garis: rentang 95%)", (REKAP, first, 1, last, 1), (REKAP, first, 3, last, 3),
                 (IKM_MIN, IKM_MAX), margins=_margins(first, last, [one.score for one in c.layanan]))  # fmt: skip
    sheet.insert_chart(1, CHARTS, chart)
    row = _unsur(book, sheet, look, row + 2, c, together, 14 + 2 * len(c.layanan))
    if c.tempat:
        row = _head(sheet, look, row + 1, PLACE)
        for at, place in enumerate(c.tempat, 1):
            _figure(sheet, look, row, str(at), place.wilayah.nama, place.score, ())
            row += 1
    live = "" if c.n_kuesioner > MAKS_BARIS else ", dan ikut berubah bila jawaban diubah"
    notes = [f"Kuesioner, IKM, NRR, dan mutu dihitung rumus dari lembar layanan{live}.",
             "± dan rentang 95% disalin dari aplikasi (perlu rancangan sampel dan tidak ikut berubah)."]  # fmt: skip
    if c.tempat:
        notes.append("Angka per tempat disalin dari aplikasi dan tidak ikut berubah.")
    for at, text in enumerate([*notes, c.catatan_kaki]):
        sheet.write_string(row + 1 + at, 0, text, look["quiet"])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def _head(sheet: Any, look: dict[str, Any], row: int, what: str) -> int:
    for column, text in enumerate(HEADS):
        sheet.write_string(row, column, what if text == "Layanan" else text, look["head"])
    return row + 1


def _figure(sheet: Any, look: dict[str, Any], row: int, no: str, name: str, score: Measured | None, refs: Refs) -> None:
    """One row: n, IKM, interval, mutu, what must be said. Without refs the figure is copied."""
    sheet.write_string(row, 0, no, look["answer"])
    sheet.write_string(row, 1, name, look["cell"])
    n = score.n_kuesioner if score else 0
    shown = visible(score)
    index: Any = TANPA_DATA if score is None or score.ikm is None else TERSEMBUNYI if shown is None else shown
    count, weighted = "+".join(one for one, _ in refs), formula.joined(refs).removeprefix("=") if refs else ""
    write(sheet, row, 2, f"={count}" if refs else "", look["n"], n)
    write(sheet, row, 3, formula.ikm(f"C{row + 1}", f"({weighted})") if refs else "", look["index"], index)
    plus_minus = score.plus_minus if score and shown is not None else None
    write(sheet, row, 4, "", look["points"], plus_minus)
    sheet.write_string(row, 5, span(score) if score and shown is not None else "", look["answer"])
    grade = score.mutu if score and shown is not None else None
    one_rule = bool(refs and score and not score.panel and len(score.aturan) == 1)
    text = formula.mutu(f"D{row + 1}", RULE_SETS[score.aturan[0]]) if one_rule and score else ""
    write(sheet, row, 6, text, look["answer"], graded(grade) or None)
    unsure = reasoned_margin(score) if score and shown is not None and score.rentang is None else ""
    said = [unsure, doubt(score) if grade and score else "", SEDIKIT if shown is not None and n < N_TANDA else ""]
    sheet.write_string(row, 7, ", ".join(one for one in said if one), look["wrap"])


def _mean(sheet: Any, look: dict[str, Any], row: int, score: Measured, of: dict[str, list[Lines]]) -> None:
    """The plain mean of the layanan, live as well."""
    parts = [formula.joined([(one.cell(N), one.total) for one in lines]).removeprefix("=") for lines in of.values()]
    joined = ",".join(parts)
    text = f"={formula.or_dash(formula.half_up(f'AVERAGE({joined})', DESIMAL_IKM, KONVERSI))}"
    write(sheet, row, 3, text if visible(score) is not None else "", look["index"], visible(score) or TERSEMBUNYI)
    if visible(score) is not None and score.mutu:
        write(
            sheet, row, 6, formula.mutu(f"D{row + 1}", RULE_SETS[score.aturan[0]]), look["answer"], graded(score.mutu)
        )
    sheet.write_string(row, 7, "Setiap layanan dihitung sama berat.", look["wrap"])


def _unsur(
    book: Any, sheet: Any, look: dict[str, Any], row: int, c: Content, of: Sequence[Lines], chart_row: int
) -> int:
    row = _head(sheet, look, row, "Variabel" if c.score.panel else UNSUR)
    sheet.write_string(row - 1, 2, "Jawaban", look["head"])
    sheet.write_string(row - 1, 3, "NRR", look["head"])
    sheet.write_string(row - 1, 6, "Urutan", look["head"])
    first = row
    for one in c.unsur:
        part = one.score
        shown = visible_nrr(part)
        sheet.write_string(row, 0, str(one.nomor), look["answer"])
        sheet.write_string(row, 1, one.nama, look["cell"])
        write(sheet, row, 2, "", look["n"], answers(part))
        text = _nrr(of, one.kunci) if shown is not None else ""
        write(sheet, row, 3, text, look["value"], TERSEMBUNYI if shown is None and answers(part) else shown)
        visible_part = part if shown is not None else None
        write(sheet, row, 4, "", look["span"], visible_part.plus_minus if visible_part else None)
        sheet.write_string(row, 5, span(visible_part) if visible_part else "", look["answer"])
        sheet.write_string(row, 6, str(one.peringkat) if visible_part else "", look["answer"])
        lowest = "terendah" if one.peringkat == 1 else "setara dengan yang terendah" if one.setara_terendah else ""
        sheet.write_string(row, 7, lowest if visible_part else "", look["wrap"])
        row += 1
    title = f"NRR per {'variabel' if c.score.panel else 'unsur'} (garis: rentang 95%)"
    chart = bars(book, title, (REKAP, first, 1, row - 1, 1), (REKAP, first, 3, row - 1, 3), (NRR_MIN, NRR_MAX),
                 margins=_margins(first, row - 1, [one.score for one in c.unsur]))  # fmt: skip
    sheet.insert_chart(chart_row, CHARTS, chart)
    return row


def _nrr(of: Sequence[Lines], kunci: str) -> str:
    """The published NRR of one unsur over the questionnaires that ask it, weighted by their number."""
    found = [
        (one.cell(N), f"AVERAGE({one.span(MEAN, kolom)})", one.cell(NRR, one.first(kolom)))
        for one in of
        for kolom in one.part.kolom
        if kolom.kunci == kunci and any(part.kunci == kunci and part.nrr is not None for part in one.part.score.unsur)
    ]
    if len(found) == 1:
        return f"={found[0][2]}"
    above, below = "+".join(f"{n}*{value}" for n, value, _ in found), "+".join(n for n, _, _ in found)
    return f"={formula.or_dash(formula.half_up(f'({above})/({below})', DESIMAL_NRR))}"


def _margins(first: int, last: int, figures: Sequence[Measured | MeasuredUnsur | None]) -> str | None:
    return f"='{REKAP}'!$E${first + 1}:$E${last + 1}" if any(one and one.plus_minus for one in figures) else None
