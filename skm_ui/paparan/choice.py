"""Which story is told, of what, and without which parts: all of it in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from skm_core import registry
from skm_core.reports.scope import KECAMATAN, KELURAHAN, KOTA, Scope
from skm_core.story.steps import CERITA, HASIL, SOSIALISASI
from skm_core.terms import Periode
from skm_core.writing import WIB
from skm_ui.cache import result
from skm_ui.filters import NAMES, Selection
from skm_ui.head import notice, selection
from skm_ui.navigation import change
from skm_ui.reports.choice import say, scope_of

FILTERS = {HASIL: tuple(NAMES), SOSIALISASI: ("kecamatan", "kelurahan")}


@dataclass(frozen=True, slots=True)
class Choice:
    """The story by key, the filters of its page, its scope (None: no data at all), and the parts switched off.

    survei: of the sosialisasi, the periode it is about. penuh: the stage fills the window.
    """

    cerita: str
    sel: Selection
    scope: Scope | None
    survei: Periode | None
    tanpa: frozenset[str]
    penuh: bool
    pesan: tuple[str, ...]

    @property
    def filter(self) -> tuple[str, ...]:
        """Names of the filters the page has."""
        return FILTERS[self.cerita]


def chosen() -> Choice:
    """Read the address. Keys that mean nothing are set aside and named; never raises for them."""
    query, messages = st.query_params, list[str]()
    cerita = query.get("cerita") or ""
    if cerita and cerita not in CERITA:
        messages.append(f'Cerita "{cerita}" tidak dikenal. Yang ada: {", ".join(CERITA)}.')
    if cerita not in CERITA:
        cerita = HASIL if selection().ada_data else SOSIALISASI
    sel = selection(names=FILTERS[cerita])
    survei = _survey(sel, query.get("survei"), messages) if cerita == SOSIALISASI else None
    return Choice(
        cerita,
        sel,
        _coming(sel, survei) if survei else scope_of(sel),
        survei,
        frozenset(part for part in query.get("tanpa", "").split(",") if part),
        query.get("layar") == "penuh",
        tuple(messages),
    )


def _survey(sel: Selection, key: str | None, messages: list[str]) -> Periode | None:
    """The periode asked for, else the newest that is open, else the newest; None where none is set up."""
    known = result(sel, registry.periode)
    newest_first = list(reversed(known.values()))
    if not known:
        return None
    best = next((one for one in newest_first if one.status == "buka"), newest_first[0])
    if key and key not in known:
        messages.append(f'Periode "{key}" tidak dikenal. Yang ditampilkan {best.nama}.')
    return known.get(key or "", best)


def _coming(sel: Selection, survei: Periode) -> Scope:
    if sel.wilayah is None:
        return Scope(KOTA, "", survei.kode)
    return Scope(KELURAHAN if sel.kelurahan else KECAMATAN, sel.wilayah.kode, survei.kode)


def today() -> date:
    """The day of the story, in Jakarta."""
    return datetime.now(WIB).date()


def draw(choice: Choice) -> None:
    """Which story, and for the sosialisasi which survey."""
    for message in choice.pesan:
        notice(message)
    if choice.cerita == HASIL:
        say(choice.sel, "")
    with st.container(key="paparan-cerita", horizontal=True, gap="small", vertical_alignment="center"):
        st.session_state["paparan_cerita"] = choice.cerita
        st.segmented_control(
            "Cerita",
            list(CERITA),
            format_func=CERITA.__getitem__,
            key="paparan_cerita",
            label_visibility="collapsed",
            required=True,
            on_change=_changed,
            args=("cerita",),
        )
        if choice.survei:
            known = result(choice.sel, registry.periode)
            st.session_state["paparan_survei"] = choice.survei.kode
            st.selectbox(
                "Survei",
                list(reversed(known)),
                format_func=lambda kode: f"Survei {known[kode].nama}" if kode in known else kode,
                key="paparan_survei",
                label_visibility="collapsed",
                on_change=_changed,
                args=("survei",),
                width=280,
            )


def _changed(name: str) -> None:
    change(**{name: st.session_state[f"paparan_{name}"], "langkah": None, "tanpa": None})
