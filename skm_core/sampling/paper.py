"""Sheets to print and sign: a whole HTML file, A4, that needs nothing from outside itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

CSS = """
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { margin: 24px auto; max-width: 178mm; padding: 0 12px; color: #15202b; background: #fff;
  font: 10.5pt/1.45 "Source Sans 3", "Source Sans Pro", "Segoe UI", Arial, sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 2px; font-size: 16pt; line-height: 1.25; }
h2 { margin: 18px 0 4px; font-size: 12pt; break-after: avoid; }
p { margin: 0 0 6px; }
.lead { color: #5a6672; }
.mark { padding: 4px 10px; margin: 0 0 12px; border-left: 4px solid #f2b44b; background: #f6f8fa; font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin: 4px 0 8px; }
thead { display: table-header-group; }
th { text-align: left; font-weight: 400; color: #5a6672; border-bottom: 1px solid #5a6672; padding: 2px 10px 2px 0; }
td { border-bottom: 1px solid #e2e7ec; padding: 2px 10px 2px 0; vertical-align: top; }
tr { break-inside: avoid; }
th.num, td.num { text-align: right; white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
tr.group td { padding-top: 8px; font-weight: 600; border-bottom-color: #5a6672; break-after: avoid; }
tr.on td { font-weight: 600; background: #eef4f9; }
tr.sum td { font-weight: 600; border-top: 1px solid #5a6672; }
td.alarm { color: #b5372a; font-weight: 600; }
code { font: 9.5pt/1.4 "DejaVu Sans Mono", Consolas, monospace; background: #f6f8fa; padding: 1px 4px; }
.signs { display: flex; gap: 24px; margin-top: 28px; break-inside: avoid; }
.signs div { flex: 1; text-align: center; }
.signs span { display: block; margin-top: 64px; border-top: 1px solid #15202b; padding-top: 2px; }
.skm-hexagons { display: block; width: 88mm; margin: 4px auto; }
.skm-hexagons .on { fill: #0b5fa5; }
.skm-hexagons .off { fill: #e2e7ec; }
@media print { body { margin: 0; padding: 0; max-width: none; } .screen { display: none; } }
"""
PRINT_HINT = "Untuk mencetak atau menyimpan sebagai PDF: tekan Ctrl+P, pilih kertas A4."


def sheet(title: str, body: str, *, contoh: bool = False) -> str:
    """The HTML file. `contoh` marks it as DATA CONTOH."""
    mark = '<p class="mark">DATA CONTOH: lembar ini dibuat dari data buatan.</p>' if contoh else ""
    return (
        '<!doctype html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{CSS}</style></head><body>"
        f'<p class="screen lead">{PRINT_HINT}</p>{mark}{body}</body></html>\n'
    )


def table(heads: Sequence[str], rows: Sequence[str], *, text: Sequence[int] = (0,)) -> str:
    """A table of ready rows (`row`, `group`); columns in `text` are left-aligned, the others numbers."""
    head = "".join(
        f"<th{'' if place in text else ' class=num'}>{escape(name)}</th>" for place, name in enumerate(heads)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def row(cells: Sequence[str], *, kind: str = "", text: Sequence[int] = (0,)) -> str:
    """One line of plain texts; `kind` is "on", "sum" or nothing."""
    body = "".join(
        f"<td{'' if place in text else ' class=num'}>{escape(cell)}</td>" for place, cell in enumerate(cells)
    )
    mark = f' class="{kind}"' if kind else ""
    return f"<tr{mark}>{body}</tr>"


def group(name: str, n_columns: int) -> str:
    """A line that names the kecamatan of the lines below it."""
    return f'<tr class="group"><td colspan="{n_columns}">{escape(name)}</td></tr>'


def signatures(roles: Sequence[str]) -> str:
    """Places to sign, side by side."""
    return '<div class="signs">' + "".join(f"<div>{escape(role)}<span>&nbsp;</span></div>" for role in roles) + "</div>"
