"""The first call of every page: nothing is drawn outside the frame, and nothing at all when access is refused.

On a freshly started server Streamlit runs a page that was opened by its address without `app.py`. The guard then
registers the navigation and starts the run again, which brings the frame with it; filters in the address survive.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from skm_ui import access, navigation

_inside: ContextVar[bool] = ContextVar("inside_frame", default=False)
_TRIED = "_guard_tried"


@contextmanager
def frame() -> Iterator[None]:
    """Marks that `app.py` is running a page, so that its guard lets it through."""
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)


def refuse_if_closed() -> None:
    """Show the one sentence and stop if access is refused."""
    if not access.allowed():
        st.write(access.REFUSAL)
        st.stop()


def guard() -> None:
    """Let the page run only inside the frame and only with access; otherwise stop before it draws anything."""
    refuse_if_closed()
    if _inside.get():
        st.session_state.pop(_TRIED, None)
        return
    if _TRIED not in st.session_state:
        st.session_state[_TRIED] = True
        navigation.register()
        st.rerun()
    st.write("Halaman ini hanya dapat dibuka dari dasbor. Buka alamat utama dasbor, lalu pilih halaman di menu atas.")
    st.stop()
