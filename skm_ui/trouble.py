"""Turns any error of a page into an Indonesian sentence on screen; the details go to the server's log only."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from skm_core.errors import SkmError

SENTENCE = "Bagian ini gagal ditampilkan. Muat ulang halaman; jika terulang, sampaikan kepada pengelola dasbor."


@contextmanager
def shown() -> Iterator[None]:
    """Run a page, or a fragment, so that a failure reads as a sentence. Stop and rerun of Streamlit pass through."""
    try:
        yield
    except SkmError as error:
        traceback.print_exc(file=sys.stderr)
        _draw(str(error))
    except Exception:
        traceback.print_exc(file=sys.stderr)
        _draw(SENTENCE)


def _draw(sentence: str) -> None:
    st.html(f'<div class="skm-error" role="alert">{escape(sentence)}</div>')
