"""What the settings forms share: saving with one sentence of success or refusal, and reading typed numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from html import escape

import streamlit as st

from skm_core.errors import InvalidSettingError, SkmError

_DONE = "pengaturan_tersimpan"
WIDTH = 760
"""Forms are no wider than this, in pixels."""
NEW = ""
"""Choice of a list that stands for a new entry."""


def said(part: str) -> None:
    """The sentence of the last save of this part of the page, shown once."""
    if done := st.session_state.pop(f"{_DONE}_{part}", None):
        st.html(f'<p class="skm-done" role="status">{escape(done)}</p>')


def save(part: str, action: Callable[[], None], done: str) -> None:
    """Run the action; then start the run again and say `done`, or say why it was refused."""
    try:
        action()
    except SkmError as error:
        refused(str(error))
        return
    st.session_state[f"{_DONE}_{part}"] = done
    st.rerun()


def refused(sentence: str) -> None:
    """One sentence that says why nothing was saved."""
    st.html(f'<p class="skm-error" role="alert">{escape(sentence)} Tidak ada yang disimpan.</p>')


def index(name: str, text: str) -> Decimal | None:
    """A typed index such as 82,5; None for an empty field. Raises InvalidSettingError for anything else."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", typed):
        raise InvalidSettingError(f'{name} "{text.strip()}" harus berupa angka, misalnya 82,50.')
    return Decimal(typed)


def weight(unsur: str, text: str) -> Fraction:
    """A typed weight such as 0,2 or 1/9, exact. Raises InvalidSettingError for anything else."""
    typed = text.strip().replace(",", ".").replace(" ", "")
    try:
        return Fraction(typed)
    except (ValueError, ZeroDivisionError) as error:
        raise InvalidSettingError(
            f'Bobot {unsur} "{text.strip()}" harus berupa angka, misalnya 0,2 atau 1/9.'
        ) from error


def code(name: str, joint: str) -> str:
    """A code made of a name: small letters and digits, joined by `joint`."""
    return re.sub(r"[^a-z0-9]+", joint, name.casefold()).strip(joint)
