"""Tables on a page and the same as a CSV file for Indonesian Excel: what is shown is what is downloaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

import streamlit as st

from skm_core.scoring import Score, UnsurScore
from skm_core.writing import harmless
from skm_ui.figure import answers, ikm_html, nrr_html, visible, visible_nrr
from skm_ui.format import NO_DATA, decimal, signed, whole

Cell = str | int | Decimal | Score | UnsurScore | None
FEW_COLUMNS = 4
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and what stands in it ("text", "number", "change", "ikm" or "nrr")."""

    name: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; an IKM or NRR cell is the Score itself, so that screen and file follow the same rules."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_html(table: Table) -> str:
    """The table with hairlines; it scrolls inside itself where it is wider than the page."""
    head = "".join(
        f'<th scope="col"{"" if column.kind == "text" else " class=num"}>{escape(column.name)}</th>'
        for column in table.columns
    )
    body = "".join(
        "<tr>" + "".join(_cell(column, cell) for column, cell in zip(table.columns, row, strict=True)) + "</tr>"
        for row in table.rows
    )
    narrow = " narrow" if len(table.columns) <= FEW_COLUMNS else ""
    return f'<div class="skm-scroll"><table class="skm-table{narrow}"><tr>{head}</tr>{body}</table></div>'


def _cell(column: Column, cell: Cell) -> str:
    if cell is None:
        return f'<td class="{"text" if column.kind == "text" else "num"}">{NO_DATA}</td>'
    if column.kind == "ikm":
        return f'<td class="num">{ikm_html(_score(cell), size="s")}</td>'
    if column.kind == "nrr":
        return f'<td class="num">{nrr_html(_unsur(cell), size="s")}</td>'
    if isinstance(cell, int):
        return f'<td class="num">{whole(cell)}</td>'
    if isinstance(cell, Decimal):
        return f'<td class="num">{signed(cell) if column.kind == "change" else decimal(cell)}</td>'
    return f"<td>{escape(str(cell))}</td>"


def csv_of(table: Table) -> bytes:
    """The table as CSV: semicolons, decimal comma, UTF-8 with BOM; an IKM gives three columns, an NRR two."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([part for column in table.columns for part in _heads(column)])
    for row in table.rows:
        writer.writerow(
            [part for column, cell in zip(table.columns, row, strict=True) for part in _parts(column, cell)]
        )
    return (BOM + text.getvalue()).encode()


def _heads(column: Column) -> list[str]:
    if column.kind == "ikm":
        return [column.name, f"{column.name}: mutu", f"{column.name}: n kuesioner"]
    return [column.name, f"{column.name}: n jawaban"] if column.kind == "nrr" else [column.name]


def _parts(column: Column, cell: Cell) -> list[str]:
    if column.kind == "ikm":
        score = _score(cell)
        value = visible(score)
        grade = score.mutu.huruf if score and score.mutu and value is not None else ""
        return [_plain(value), grade, str(score.n_kuesioner if score else 0)]
    if column.kind == "nrr":
        unsur = _unsur(cell)
        return [_plain(visible_nrr(unsur)), str(answers(unsur) if unsur else 0)]
    return [_plain(cell) if isinstance(cell, Decimal) else "" if cell is None else _written(cell)]


def _written(cell: Cell) -> str:
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")


def _score(cell: Cell) -> Score | None:
    return cell if isinstance(cell, Score) else None


def _unsur(cell: Cell) -> UnsurScore | None:
    return cell if isinstance(cell, UnsurScore) else None


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
