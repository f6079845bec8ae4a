"""What each answer is worth: columns with the same answers are decided together, known ones stay folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from skm_core.intake.mapping.complete import Jawaban
from skm_core.intake.mapping.value import WORTH
from skm_core.terms import Butir
from skm_ui.format import whole

MANY = 12
"""A column with more different answers is no question with four answers."""
Group = tuple[tuple[str, ...], Sequence[Jawaban]]


def show(
    listed: Mapping[str, Sequence[Jawaban]],
    items: Mapping[str, Butir],
    letters: Mapping[str, str],
    names: Mapping[str, str],
    start: Mapping[str, Mapping[str, str]],
    key: str,
) -> dict[str, dict[str, str]]:
    """Draw the groups; b1… → answer key → worth, '' where nothing is chosen. `start`: worth of the mapping changed.

    `letters` and `names`: target → column letter, and name of the question.
    """
    chosen: dict[str, dict[str, str]] = {}
    for targets, answers in grouped(listed, items, start):
        first = items[targets[0]]
        worth = {one.key: start.get(targets[0], {}).get(one.key, one.usul) for one in answers}
        where = "Kolom " + ", ".join(sorted((letters[target] for target in targets), key=lambda at: (len(at), at)))
        about = names[targets[0]] if len(targets) == 1 else f"{len(targets)} pertanyaan dengan jawaban yang sama"
        if len(answers) > MANY:
            st.html(
                f'<p class="skm-error" role="alert">{escape(where)}: ada {whole(len(answers))} isian berbeda, jadi ini '
                "bukan pertanyaan dengan empat pilihan. Pilih arti lain untuk kolom ini.</p>"
            )
            chosen |= {target: dict.fromkeys(worth, "") for target in targets}
            continue
        open_ones = sum(1 for value in worth.values() if not value)
        state = f"{open_ones} jawaban perlu diberi nilai" if open_ones else "semua jawaban dikenali"
        with st.expander(f"**{where}** · {about} · {state}", expanded=bool(open_ones)):
            st.html(f'<p class="skm-mapped">{escape(_scale(first, len(targets)))}</p>')
            picked = {one.key: _answer(one, worth[one.key], where, f"{key}_{targets[0]}") for one in answers}
        chosen |= {target: dict(picked) for target in targets}
    return chosen


def grouped(
    listed: Mapping[str, Sequence[Jawaban]], items: Mapping[str, Butir], start: Mapping[str, Mapping[str, str]]
) -> list[Group]:
    """Columns whose answers, and what these are worth so far, are the same, in the order asked; open ones first."""
    found: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for target in sorted(listed, key=lambda one: items[one].urutan):
        if listed[target]:
            own = start.get(target, {})
            sign = tuple(sorted((one.key, own.get(one.key, one.usul)) for one in listed[target]))
            found.setdefault(sign, []).append(target)
    groups: list[Group] = [(tuple(targets), listed[targets[0]]) for targets in found.values()]
    return sorted(groups, key=lambda one: all(start.get(one[0][0], {}).get(a.key, a.usul) for a in one[1]))


def _scale(item: Butir, n_columns: int) -> str:
    if n_columns > 1:
        return "1 paling rendah, 4 paling tinggi. “kosong”: tidak dijawab. “tolak”: barisnya tidak diterima."
    labels = ", ".join(f"{value} {label}" for value, label in enumerate(item.label, 1))
    return f"Menurut kuesioner: {labels}. “kosong”: tidak dijawab. “tolak”: barisnya tidak diterima."


def _answer(one: Jawaban, worth: str, where: str, key: str) -> str:
    with st.container(key=f"pemetaan-jawaban-{key}-{one.key}"):
        left, right = st.columns((4, 5), vertical_alignment="center")
        text = " ".join(one.tulisan.split())
        left.html(f'<p class="skm-answer">{escape(text[:90])} <span>{whole(one.n)}×</span></p>')
        picked: str | None = right.segmented_control(
            f"{where}: nilai “{text[:60]}”",
            WORTH,
            default=worth or None,
            required=True,
            key=f"{key}_{one.key}",
            persist_state="session",
            label_visibility="collapsed",
        )
    return picked or ""
