"""The screen: header row and questionnaire, columns, answers, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import escape

import streamlit as st

from skm_core.intake import Draft
from skm_core.intake.dates import read_dates
from skm_core.intake.header_row import Head
from skm_core.intake.headers import IGNORED
from skm_core.intake.mapping import check, complete, place, propose, scale, services
from skm_core.intake.mapping.value import BULAN, HARI, Kolom, Pemetaan, keys_of
from skm_core.intake.raw import Sheet
from skm_core.intake.scratch import work
from skm_core.intake.vocabulary import Vocabulary, vocabulary
from skm_core.store import Store
from skm_ui import trouble
from skm_ui.format import day, whole
from skm_ui.head import section
from skm_ui.mapping import answers, choices, columns, finish
from skm_ui.mapping.state import State
from skm_ui.upload.held import Held

HEADER_ROWS = 15
"""Rows offered as header row."""


def show(store: Store, held: Held, draft: Draft, mine: State, *, unknown: bool) -> None:
    """The whole screen; only it runs again while a person works on it."""
    why = "Bentuk berkas ini belum dikenal. Beri tahu sekali, dan lain kali dibaca sendiri." if unknown else ""
    section("2 · Arti setiap kolom", why or "Belum ada yang disimpan")
    _work(store, held, draft, mine, closable=not unknown)


def promising(store: Store, held: Held, mine: State) -> bool:
    """True if some sheet of an unknown file has columns that could be at least a third of some questionnaire."""
    words = mine.once("kosakata", store.data_version, lambda: vocabulary(store))
    return mine.once("menjanjikan", words, lambda: any(_promises(held, sheet, words) for sheet in held.raw.lembar))


def _promises(held: Held, sheet: Sheet, words: Vocabulary) -> bool:
    if not sheet.n_baris:
        return False
    found = propose.propose(work(held.raw.connection), sheet, complete.header_row(sheet, words), words)
    asked = {item.kolom for item in words.instrumen[found.instrumen].butir}
    return 3 * sum(1 for one in found.kolom if one.target in asked) >= len(asked)


@st.fragment
def _work(store: Store, held: Held, draft: Draft, mine: State, *, closable: bool) -> None:
    with trouble.shown():
        _draw(store, held, draft, mine, closable=closable)


def _draw(store: Store, held: Held, draft: Draft, mine: State, *, closable: bool) -> None:
    words = mine.once("kosakata", store.data_version, lambda: vocabulary(store))
    sheets = [sheet for sheet in held.raw.lembar if sheet.n_baris]
    with st.container(key="pemetaan-atas"):
        sheet, head, usulan = _frame(held, draft, mine, words, sheets)
    key = f"{mine.key}_{sheet.tabel}_{head.baris}_{usulan.instrumen}"
    items = {item.kolom: item for item in words.instrumen[usulan.instrumen].butir}
    base = mine.used or (draft.pemetaan.pemetaan if draft.pemetaan else None)
    before = {one.key: one for one in base.kolom} if base and base.instrumen == usulan.instrumen else {}
    rows = [columns.Row(one, _start(one, before)) for one in usulan.kolom]
    names = choices.called(store, words.instrumen[usulan.instrumen])
    slot = st.container()
    chosen, marks = columns.show(rows, names, key)
    mapping = _mapping(usulan, chosen)
    letters = {one.kolom.key: one.letter for one in usulan.kolom}
    others = services.left_out(head.cells, mapping, words)
    found = check.check(mapping, words, letters)
    if others:
        found.append(check.Masalah(f"{others} Tetap pakai?", tanya=True))
    marks.fill({one.target: "dipakai dua kali" for one in found if one.salah and one.target})
    with slot:
        if others:
            st.html(f'<p class="skm-error" role="alert">{escape(others)}</p>')
        _counts(usulan, chosen, items)
    cursor = mine.once("kursor", held.file_id, lambda: work(held.raw.connection))
    known = (key, mapping)
    reading = mine.once("bacaan", known, lambda: complete.understood(cursor, sheet, head.baris, words, mapping))
    listed = mine.once("jawaban", known, lambda: complete.answers_of(reading, words))
    if any(listed.values()):
        section("Nilai setiap jawaban", "Satu sampai empat; skala lima atau enam tidak dapat dipakai")
    start = {
        one.target: dict(before[one.key].jawaban)
        for one in mapping.used
        if one.key in before and before[one.key].target == one.target
    }
    at = {one.target: letters[one.key] for one in mapping.used}
    worth = answers.show(listed, items, at, names, start, key)
    mapping = _with_answers(mapping, worth)
    unclear = mine.once("tanggal", known, lambda: complete.date_choice(cursor, reading, words))
    dated = next((one for one in mapping.used if one.target == "tanggal"), None)
    order = before[dated.key].urutan if dated and dated.key in before else None
    if unclear and dated:
        order = _ask_order(unclear, at["tanggal"], order, key)
    mapping = _with_order(mapping, order)
    dipakai = {one.target: one for one in mapping.used}
    found += scale.problems(replace(reading, dipetakan=dipakai), words)
    finish.show(store, mapping, found, finish.undecided(worth, order, bool(unclear)), mine, key, closable=closable)


def _frame(
    held: Held, draft: Draft, mine: State, words: Vocabulary, sheets: list[Sheet]
) -> tuple[Sheet, Head, propose.Usulan]:
    """Which sheet, which row is the header, which questionnaire: the three that everything else follows from."""
    parts = iter(st.columns((2, 4, 3) if len(sheets) > 1 else (4, 3)))
    sheet = sheets[0]
    if len(sheets) > 1:
        with next(parts):
            sheet = sheets[
                st.selectbox(
                    "Lembar",
                    range(len(sheets)),
                    format_func=lambda n: sheets[n].nama or "",
                    key=f"{mine.key}_lembar",
                    persist_state="session",
                )
            ]
    rows = {head.baris: head for head in list(place.candidates(sheet))[:HEADER_ROWS]}
    base = mine.used or (draft.pemetaan.pemetaan if draft.pemetaan else None)
    fits = place.header_for(sheet, base) if base else None
    guess = fits.baris if fits else complete.header_row(sheet, words)
    rows.setdefault(guess, place.head_at(sheet, guess))
    with next(parts):
        baris = st.selectbox(
            "Baris judul",
            sorted(rows),
            index=sorted(rows).index(guess),
            format_func=lambda number: _row_text(rows[number]),
            key=f"{mine.key}_judul_{sheet.tabel}",
            persist_state="session",
        )
    cursor = mine.once("kursor", held.file_id, lambda: work(held.raw.connection))
    known = [one for one in draft.columns if one.lembar == sheet.nama] if not base else []

    def proposed(kode: str | None) -> propose.Usulan:
        return mine.once(
            f"usulan {sheet.tabel} {baris} {kode}",
            words,
            lambda: propose.propose(cursor, sheet, baris, words, instrumen=kode, known=known),
        )

    preferred = base.instrumen if base else draft.instrumen.kode if draft.instrumen else proposed(None).instrumen
    kinds = list(words.instrumen)
    with next(parts):
        kode = st.selectbox(
            "Kuesioner",
            kinds,
            index=kinds.index(preferred) if preferred in kinds else 0,
            format_func=lambda one: words.instrumen[one].nama,
            key=f"{mine.key}_kuesioner_{sheet.tabel}_{baris}",
            persist_state="session",
        )
    return sheet, rows[baris], proposed(kode)


def _row_text(head: Head) -> str:
    cells = " · ".join(" ".join(cell.split())[:24] for cell in head.cells if cell.strip())
    return f"Baris {head.baris}: {cells[:90]}"


def _start(one: propose.Usul, before: Mapping[tuple[str, int], Kolom]) -> str:
    """What a column starts as: as the mapping being changed has it, else as proposed."""
    if one.pribadi or not before:
        return one.target
    known = before.get(one.kolom.key)
    return known.target if known else IGNORED


def _mapping(usulan: propose.Usulan, chosen: Mapping[int, str]) -> Pemetaan:
    """The choices as a mapping; columns without a header or content count for the header set only."""
    letters = {one.index: one for one in usulan.kolom}
    return Pemetaan(
        usulan.instrumen,
        tuple(
            Kolom(usulan.head.cells[index], chosen.get(index, IGNORED), ke)
            for index, (_, ke) in enumerate(keys_of(usulan.head.cells))
            if index in letters
        ),
    )


def _counts(usulan: propose.Usulan, chosen: Mapping[int, str], items: Mapping[str, object]) -> None:
    asked = len(set(chosen.values()) & set(items))
    unsure = sum(1 for one in usulan.kolom if one.keyakinan == "mungkin" and chosen.get(one.index) == one.target)
    more = f" {whole(unsure)} usulan belum pasti: periksa contoh isinya." if unsure else ""
    st.html(f'<p class="skm-text">{whole(asked)} dari {whole(len(items))} pertanyaan punya kolom.{more}</p>')


def _with_answers(mapping: Pemetaan, worth: Mapping[str, Mapping[str, str]]) -> Pemetaan:
    return replace(
        mapping,
        kolom=tuple(
            replace(one, jawaban=tuple((label, value) for label, value in worth.get(one.target, {}).items() if value))
            for one in mapping.kolom
        ),
    )


def _with_order(mapping: Pemetaan, order: str | None) -> Pemetaan:
    return replace(
        mapping,
        kolom=tuple(replace(one, urutan=order) if one.target == "tanggal" else one for one in mapping.kolom),
    )


def _ask_order(unclear: complete.DuaArti, letter: str, order: str | None, key: str) -> str | None:
    section("Tanggal", "Tidak satu pun tanggal di kolom ini menunjukkan mana bulannya")
    cell, order = unclear.sel, order or unclear.urutan
    if unclear.urutan:
        why = f"Hanya bila {unclear.urutan} dibaca dahulu, semua tanggal jatuh dalam periode {unclear.periode}."
        st.html(f'<p class="skm-text">{escape(why)}</p>')
    both = {first: read_dates([cell], first).nilai.get(cell) for first in (HARI, BULAN)}
    options = [HARI, BULAN]
    picked: str | None = st.radio(
        f"Kolom {letter}: {cell} itu tanggal berapa?",
        options,
        index=options.index(order) if order in options else None,
        format_func=lambda first: f"{_day(both[first])} ({first} dahulu)",
        key=f"{key}_urutan",
        persist_state="session",
    )
    return picked


def _day(value: date | None) -> str:
    return day(value) if value else "bukan tanggal"
