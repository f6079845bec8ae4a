"""An address to hand on: with the periode and the data that are on the screen, not the newest of the day it is opened.

A plain address follows what is newest, which is what a leader's bookmark should do; what is sent to others should not.
"""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from skm_ui import stores
from skm_ui.filters import Selection
from skm_ui.navigation import change

_SHOWN = "_untuk_dibagikan"


def of(sel: Selection, names: Collection[str]) -> None:
    """The page of this run shows this selection, by these filters."""
    keys = {stores.PARAMETER: stores.DEMO if sel.contoh else stores.REAL}
    if "periode" in names and sel.periode:
        keys["periode"] = sel.periode.kode
        if "pengumpul" in names and sel.pengumpul and not sel.periode.panel:
            keys["pengumpul"] = sel.pengumpul
    st.session_state[_SHOWN] = keys


def draw() -> None:
    """At the foot of a page with filters: the button that writes everything into the address, or that all is in it."""
    keys: dict[str, str] = st.session_state.pop(_SHOWN, {})
    if "periode" not in keys:
        return
    with st.container(key="skm-bagikan"):
        if all(st.query_params.get(name) == value for name, value in keys.items()):
            said = "Alamat halaman ini sudah lengkap: siapa pun yang membukanya melihat pilihan dan periode yang sama."
            st.html(f'<p class="skm-note" role="status">{said}</p>')
        else:
            st.button("Buat tautan tetap", key="bagikan", type="tertiary", on_click=change, kwargs=keys)
            st.html('<p class="skm-note">Tautan biasa membuka data dan periode terbaru.</p>')
