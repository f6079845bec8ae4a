"""The frame around every page: band of the demo data, name, data switch, menu, and the watch over new data."""

from __future__ import annotations

import gc

import streamlit as st

from skm_ui import navigation, stores, warming
from skm_ui.head import notice_html
from skm_ui.stores import DEMO, PARAMETER, REAL, Shown

WATCH_SECONDS = 5
SEEN = 3
"""Pages of the first group that a phone shows without scrolling the line."""


@st.cache_resource(show_spinner=False)
def freeze_garbage() -> None:
    """Once per process: keep the loaded libraries out of the collection Streamlit runs after every script run."""
    gc.collect()
    gc.freeze()


def draw(shown: Shown, current: str) -> None:
    """Everything above the page."""
    st.html(_band(shown))
    with st.container(key="skm-atas", horizontal=True):
        st.html('<p class="skm-name">Survei Kepuasan Masyarakat <span>Jakarta Barat</span></p>', width="content")
        _data_switch(shown)
    _menu(current)
    _watch(_versions(shown), shown)
    warming.begin(shown.store)


def _band(shown: Shown) -> str:
    """One element in every case: an element that comes and goes would make the page jump when the data changes."""
    band = (
        '<div class="skm-band" role="note"><b>DATA CONTOH</b> '
        "<span>Angka buatan untuk mengenal dasbor, bukan hasil survei.</span></div>"
    )
    message = f'Pilihan data "{shown.unknown}" tidak dikenal. Pilihan yang ada: nyata atau contoh.'
    unknown = "" if shown.unknown is None else notice_html(message)
    return f'<div class="skm-top">{band if shown.contoh else ""}{unknown}</div>'


def _menu(current: str) -> None:
    """All pages: two lines where one is too short; on a phone one that scrolls, and a list that opens.

    Every link carries the filters on.
    """
    with st.container(key="skm-menu", horizontal=True, wrap=False):
        # on a phone it opens the whole list; being of one page, it stands closed on the next
        st.html(f'<details class="skm-menu" data-di="{current}"><summary>Menu</summary></details>', width="content")
        for number, pages in enumerate(navigation.GROUPS.values()):
            if number:
                kind = "skm-rule skm-break" if number == 1 else "skm-rule"
                st.html(f'<span class="{kind}" aria-hidden="true"></span>', width="content")
            for place, (name, title) in enumerate(pages):
                if name == current:
                    # where the line is too short for all pages it then starts at this page
                    far = " skm-far" if number else " skm-near" if place >= SEEN else ""
                    st.html(f'<span class="skm-here{far}" aria-current="page">{title}</span>', width="content")
                else:
                    navigation.page_link(name, title)


def _data_switch(shown: Shown) -> None:
    st.session_state["data_ditampilkan"] = DEMO if shown.contoh else REAL
    st.segmented_control(
        "Data yang ditampilkan",
        [REAL, DEMO],
        format_func={REAL: "Data nyata", DEMO: "Data contoh"}.__getitem__,
        key="data_ditampilkan",
        label_visibility="collapsed",
        required=True,
        on_change=_switched,
    )


def _switched() -> None:
    """The other store has other periode: start its filters afresh."""
    st.query_params.from_dict({PARAMETER: st.session_state["data_ditampilkan"]})


def _versions(shown: Shown) -> tuple[tuple[str, int], ...]:
    """Data versions that decide what is on screen: of the shown store, and of the real one (automatic choice)."""
    return (shown.store.data_version, stores.real().data_version)


@st.fragment(run_every=WATCH_SECONDS)
def _watch(seen: tuple[tuple[str, int], ...], shown: Shown) -> None:
    """Run the app again when another session changed the data. Draws nothing."""
    if _versions(shown) != seen:
        st.rerun()
