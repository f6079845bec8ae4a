"""The heat table of the page Unsur: unsur × layanan or place, in the colours of the intervals of values."""

from __future__ import annotations

from fractions import Fraction
from html import escape

from skm_core.results.showing import nrr_text, visible_nrr
from skm_core.results.unsur import Baris, UnsurPage
from skm_core.results.unsur_gain import Sel
from skm_core.rules import IKM_MIN, KONVERSI, RULE_SETS, mutu
from skm_ui.format import decimal, syllables
from skm_ui.views.unsur import unsur_name, what


def heat_html(found: UnsurPage, chosen: str) -> str:
    """One row per unsur, weakest first, one column per layanan or place."""
    head = "".join(f'<th scope="col">{escape(syllables(item.nama))}</th>' for item in found.kolom)
    body = "".join(
        f'<tr><th scope="row">{_row_name(row, chosen)}</th>'
        + "".join(_cell(found, row, item.kode, item.nama) for item in found.kolom)
        + "</tr>"
        for row in found.baris
    )
    return (
        f'<table class="skm-heat" style="--n:{len(found.kolom)}"><thead><tr>'
        f'<th scope="col">{what(found).capitalize()}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row_name(row: Baris, chosen: str) -> str:
    name = escape(unsur_name(row))
    return f"<b>{name}</b>" if row.part.kunci == chosen else name


def _cell(found: UnsurPage, row: Baris, kolom: str, column: str) -> str:
    cell = found.sel.get((row.part.kunci, kolom))
    if cell is None or cell.part.nrr is None:
        return f'<td class="none" title="{escape(column)}: tanpa data"><span class="off">tanpa data</span></td>'
    hint = escape(f"{unsur_name(row)}, {column}: NRR {nrr_text(cell.part)}", quote=True)
    named = f'data-f="{escape(cell.part.acuan)}" title="{hint}"'
    value = visible_nrr(cell.part)
    if value is None:
        return f'<td class="few" {named}>n&lt;10</td>'
    if found.score.panel or len(found.score.aturan) != 1:
        return f'<td class="plain" {named}>{decimal(value)}</td>'
    return f'<td class="{_color(cell, found.score.aturan[0])}" {named}>{decimal(value)}</td>'


def _color(cell: Sel, aturan: str) -> str:
    """Class of the cell: the grade whose interval of values the NRR lies in, pale where its interval crosses one."""
    rules = RULE_SETS[aturan]
    value = (cell.part.nrr or Fraction(1)) * KONVERSI
    grade = mutu(value, rules).huruf
    span = cell.part.rentang
    sure = span is not None and all(mutu(max(edge * KONVERSI, IKM_MIN), rules).huruf == grade for edge in span)
    return f"heat-{grade}{'' if sure else ' pale'}"
