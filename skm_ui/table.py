"""Tables on a page and the same as a CSV file for Indonesian Excel: what is shown is what is downloaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

import streamlit as st

from skm_core.results.change import Change, Difference
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.sasaran import Sasaran
from skm_core.results.showing import answers, visible, visible_nrr
from skm_core.writing import harmless
from skm_ui.figure import change_html, ikm_html, nrr_html
from skm_ui.format import NO_DATA, decimal, whole

Cell = str | int | Decimal | Measured | MeasuredUnsur | Change | Difference | Sasaran | None
FEW_COLUMNS = 4
FIRST = 6
"""Rows of a shortened table that a phone shows at first; the style sheet counts the same."""
SIDE = {"text": "text", "number": "num", "points": "num"}
"""Class of a column; figures begin at the left, so that their values stand under one another."""
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and what stands in it ("text", "number", "points", "change", "ikm" or "nrr").

    points: points of the IKM that would be gained, no result; written with the word, so that none takes it for one.
    """

    name: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; an IKM, NRR or change is the figure itself, so that screen and file follow the same rules."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_html(table: Table, *, cards: bool = False, short: str = "") -> str:
    """The table with hairlines; it scrolls inside itself where it is wider than the page.

    cards: on a phone every row stands as a card of labelled lines instead.
    short: what the rows are ("kelurahan"), where a phone is to show only the first of them until asked for the rest.
    """
    head = "".join(
        f'<th scope="col" class="{SIDE.get(column.kind, "fig")}">{escape(column.name)}</th>' for column in table.columns
    )
    body = "".join(
        "<tr>" + "".join(_cell(column, cell) for column, cell in zip(table.columns, row, strict=True)) + "</tr>"
        for row in table.rows
    )
    kind = " skm-cards" if cards else " narrow" if len(table.columns) <= FEW_COLUMNS else ""
    drawn = (
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">'
        f'<table class="skm-table{kind}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    rest = len(table.rows) - FIRST
    if not short or rest < 1:
        return drawn
    return (
        f'<div class="skm-short">{drawn}<details><summary>'
        f'<span class="more">Tampilkan {whole(rest)} {short} lagi</span>'
        '<span class="less">Tampilkan lebih sedikit</span></summary></details></div>'
    )


def _cell(column: Column, cell: Cell) -> str:
    side = SIDE.get(column.kind, "fig")
    label = f' data-label="{escape(column.name)}"' if column.kind != "text" else ""
    unit = " poin" if column.kind == "points" and cell is not None else ""
    return f'<td class="{side}"{label}>{_written(cell)}{unit}</td>'


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return NO_DATA
        case Measured():
            return ikm_html(cell, size="s")
        case MeasuredUnsur():
            return nrr_html(cell, size="s")
        case Change() | Difference() | Sasaran():
            return change_html(cell)
        case int():
            return whole(cell)
        case Decimal():
            return decimal(cell)
    return escape(cell)


def csv_of(table: Table) -> bytes:
    """The table as CSV: semicolons, decimal comma, UTF-8 with BOM.

    An IKM gives six columns, an NRR five (both with ± and the bounds of the 95% interval), a change two.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([part for column in table.columns for part in _heads(column)])
    for row in table.rows:
        writer.writerow(
            [part for column, cell in zip(table.columns, row, strict=True) for part in _parts(column, cell)]
        )
    return (BOM + text.getvalue()).encode()


INTERVAL = ("± (95%)", "batas bawah", "batas atas")


def _heads(column: Column) -> list[str]:
    further = {
        "ikm": ("mutu", *INTERVAL, "n kuesioner"),
        "nrr": (*INTERVAL, "n jawaban"),
        "change": ("putusan",),
    }
    return [column.name, *(f"{column.name}: {part}" for part in further.get(column.kind, ()))]


def _parts(column: Column, cell: Cell) -> list[str]:
    if column.kind == "ikm":
        score = cell if isinstance(cell, Measured) else None
        value = visible(score)
        grade = score.mutu.huruf if score and score.mutu and value is not None else ""
        return [_plain(value), grade, *_interval(score, value), str(score.n_kuesioner if score else 0)]
    if column.kind == "nrr":
        unsur = cell if isinstance(cell, MeasuredUnsur) else None
        value = visible_nrr(unsur)
        return [_plain(value), *_interval(unsur, value), str(answers(unsur) if unsur else 0)]
    if column.kind == "change":
        return [_plain(cell.poin), cell.putusan_kata] if isinstance(cell, (Change, Difference, Sasaran)) else ["", ""]
    return [_plain(cell) if isinstance(cell, Decimal) else "" if cell is None else _safe(cell)]


def _safe(cell: Cell) -> str:
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _interval(figure: Measured | MeasuredUnsur | None, value: Decimal | None) -> list[str]:
    low, high = figure.rentang if figure and figure.rentang and value is not None else (None, None)
    return [_plain(figure.plus_minus if figure and value is not None else None), _plain(low), _plain(high)]


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")


def fold(title: str, html: str, *, opened: bool = False) -> str:
    """A part of the page that opens on demand."""
    return f'<details class="skm-more"{" open" if opened else ""}><summary>{escape(title)}</summary>{html}</details>'


def show_tables(tables: Sequence[tuple[str, Table]], name: str, *, opened: bool = False) -> None:
    """Every table behind its heading with its download; `name` begins the name of the files."""
    with st.container(key="skm-semua-tabel", gap=None):
        for title, table in tables:
            _show(title, table, name, opened=opened)


def _show(title: str, table: Table, name: str, *, opened: bool) -> None:
    slug = "-".join(title.lower().replace("×", "").split())
    with st.container(key=f"skm-tabel-{name}-{slug}", gap=None):
        st.html(fold(title, table_html(table), opened=opened))
        st.download_button(
            "Unduh CSV",
            data=lambda: csv_of(table),
            file_name=f"{name}-{slug}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"unduh-{name}-{slug}",
            type="tertiary",
        )
