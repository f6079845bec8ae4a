"""One row per column of the sheet: letter, header, examples, its meaning to choose, and how certain the proposal is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skm_core.intake.headers import IGNORED
from skm_core.intake.mapping.propose import TIDAK_TAHU, Usul
from skm_ui.format import whole

MANY = 60
"""Rows drawn openly; more ignored columns stand behind one click."""
WIDTHS = (6, 5, 4)


@dataclass(frozen=True, slots=True)
class Row:
    """A column on screen: the proposal, and what it starts as."""

    usul: Usul
    start: str
    """Target it starts with: of the mapping being changed, else of the proposal."""


class Marks:
    """The places beside the rows where the certainty stands, filled once it is known what contradicts."""

    def __init__(self) -> None:
        self._places: list[tuple[Row, str, DeltaGenerator]] = []

    def keep(self, row: Row, target: str, place: DeltaGenerator) -> None:
        """A place for the row, which has this target."""
        self._places.append((row, target, place))

    def fill(self, wrong: Mapping[str, str]) -> None:
        """Write them. `wrong`: target → what is wrong with it."""
        for row, target, place in self._places:
            place.html(_certainty(row, target, wrong.get(target, "")))


def show(rows: Sequence[Row], names: Mapping[str, str], key: str) -> tuple[dict[int, str], Marks]:
    """Draw the columns; column index → chosen target, and the places of their certainty."""
    chosen: dict[int, str] = {}
    marks = Marks()
    shown = [row for row in rows if row.usul.n or row.usul.pribadi or row.start != IGNORED]
    empty = len(rows) - len(shown)
    ignored = [row for row in shown if row.start == IGNORED and row.usul.keyakinan != TIDAK_TAHU]
    first = [row for row in shown if row not in ignored] if len(shown) > MANY else shown
    with st.container(key="pemetaan-kolom", gap="xxsmall"):
        for row in first[:MANY]:
            _row(row, names, key, chosen, marks)
        rest = [row for row in shown if row not in first[:MANY]]
        if rest:
            with st.expander(f"{whole(len(rest))} kolom lagi"):
                for row in rest:
                    _row(row, names, key, chosen, marks)
    if empty:
        st.html(f'<p class="skm-note">{whole(empty)} kolom kosong tidak ditampilkan dan diabaikan.</p>')
    return {row.usul.index: chosen.get(row.usul.index, IGNORED) for row in rows}, marks


def _row(row: Row, names: Mapping[str, str], key: str, chosen: dict[int, str], marks: Marks) -> None:
    usul = row.usul
    with st.container(key=f"pemetaan-baris-{usul.index}"):
        left, middle, right = st.columns(WIDTHS, vertical_alignment="center")
        with left:
            st.html(_described(usul))
        with middle:
            if usul.pribadi:
                chosen[usul.index] = usul.target
                st.html('<p class="skm-dropped">Data pribadi, selalu dibuang</p>')
                return
            options = list(names)
            chosen[usul.index] = st.selectbox(
                f"Arti kolom {usul.letter}",
                options,
                index=options.index(row.start) if row.start in names else 0,
                format_func=names.__getitem__,
                key=f"{key}_{usul.index}",
                persist_state="session",
                label_visibility="collapsed",
            )
        marks.keep(row, chosen[usul.index], right.empty())


def _described(usul: Usul) -> str:
    examples = " · ".join(_short(cell, 40) for cell in usul.contoh) if usul.contoh else "kosong"
    if usul.pribadi:
        examples = "isinya dibuang"
    title = _short(usul.judul, 140) or "tanpa judul"
    return (
        f'<div class="skm-column"><b>{usul.letter}</b><p>{escape(title)}</p>'
        f'<p class="skm-note">{escape(examples)}</p></div>'
    )


def _certainty(row: Row, target: str, wrong: str) -> str:
    if wrong:
        return f'<p class="skm-mapped wrong">{escape(wrong)}</p>'
    usul = row.usul
    if target != usul.target:
        return (
            '<p class="skm-mapped own">pilihan Anda</p>'
            if row.start == usul.target or target != row.start
            else ('<p class="skm-mapped own">menurut pemetaan ini</p>')
        )
    if usul.keyakinan == TIDAK_TAHU:
        return '<p class="skm-mapped unsure">tidak tahu; pilih artinya bila perlu</p>'
    why = f", menurut {usul.sebab}" if usul.sebab not in ("", "kosong", "dikenali") else ""
    kind = "sure" if usul.keyakinan == "yakin" else "unsure"
    return f'<p class="skm-mapped {kind}">{usul.keyakinan}{escape(why)}</p>'


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
