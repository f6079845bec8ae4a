"""What the form is for. The choices live in the address, so that the city can send a kelurahan the link to its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from skm_core import forms, registry
from skm_core.store import Store
from skm_core.terms import PENGUMPUL
from skm_ui.upload.naming import place

PREFIX = "formulir_"
"""Keys in the address; without one, the page's filter of the same name counts, if it fits."""
CHOSEN_IN_FORM = ""
COLLECTORS = {"kelurahan": "Kelurahan sendiri", "kota": "Kota, sebagai pembanding"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Keys of one form, as `forms.blank` takes them, and a message for each key in the address that means nothing."""

    instrumen: str
    periode: str
    layanan: tuple[str, ...]
    cara: str
    kelurahan: str | None
    pengumpul: str
    pesan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be chosen: name of the choice → key → words."""

    judul: str
    pilihan: Mapping[str, str]
    bawaan: str


def offered(store: Store) -> dict[str, Offered]:
    """The five choices, each with its keys in the order shown and the one that counts without a choice."""
    rounds, services, places = registry.periode(store), registry.layanan(store), registry.wilayah(store)
    open_ones = [kode for kode, one in rounds.items() if one.status == "buka"]
    active = {kode: one for kode, one in services.items() if one.aktif}
    asked = [kode for kode, one in active.items() if one.jenis == "layanan"]
    several = {}
    if len(asked) > 1:
        several[forms.CHOOSE] = "Satu, dipilih responden"
        if len(asked) <= forms.MOST_IN_ONE:
            several[forms.ALL] = "Semua, satu formulir"
    kelurahan = sorted((one for one in places.values() if one.tingkat == "kelurahan"), key=lambda one: one.nama)
    questionnaires = {kode: one.nama for kode, one in registry.instrumen(store).items()}
    return {
        "periode": Offered(
            "Periode",
            {kode: rounds[kode].nama for kode in reversed(rounds)},
            open_ones[-1] if open_ones else next(reversed(rounds), ""),
        ),
        "layanan": Offered(
            "Layanan yang dinilai",
            several | {kode: one.nama for kode, one in active.items()},
            forms.CHOOSE if several else next(iter(active), ""),
        ),
        "kelurahan": Offered(
            "Kelurahan",
            {CHOSEN_IN_FORM: "Dipilih di formulir"} | {one.kode: place(places, one.kode) for one in kelurahan},
            CHOSEN_IN_FORM,
        ),
        "pengumpul": Offered("Dikumpulkan oleh", {kode: COLLECTORS[kode] for kode in reversed(PENGUMPUL)}, "kelurahan"),
        "kuesioner": Offered("Kuesioner", questionnaires, "skm9" if "skm9" in questionnaires else ""),
    }


def read(choices: Mapping[str, Offered], query: Mapping[str, str], active: tuple[str, ...]) -> Wanted | None:
    """The form an address asks for; None if there is no periode, layanan or questionnaire yet. Never raises.

    `active`: the layanan of a form that asks several.
    """
    chosen, messages = {}, []
    for name, one in choices.items():
        own, filtered = query.get(PREFIX + name), query.get(name, "")
        if own is not None and own not in one.pilihan:
            messages.append(f'{one.judul} "{own}" tidak dikenal. Pilihan dikembalikan ke bawaan.')
        first = own if own in one.pilihan else filtered if filtered in one.pilihan else one.bawaan
        chosen[name] = str(first)
    if not (chosen["periode"] and chosen["layanan"] and chosen["kuesioner"]):
        return None
    several = chosen["layanan"] in (forms.CHOOSE, forms.ALL)
    return Wanted(
        instrumen=chosen["kuesioner"],
        periode=chosen["periode"],
        layanan=active if several else (chosen["layanan"],),
        cara=chosen["layanan"] if several else forms.ONE,
        kelurahan=chosen["kelurahan"] or None,
        pengumpul=chosen["pengumpul"],
        pesan=tuple(messages),
    )


def several(store: Store) -> tuple[str, ...]:
    """The layanan of a form that asks several: the active ones, without officials."""
    return tuple(kode for kode, one in registry.layanan(store).items() if one.aktif and one.jenis == "layanan")


def draw(choices: Mapping[str, Offered], wanted: Wanted) -> None:
    """One select per choice; a change writes its key into the address."""
    now = {
        "periode": wanted.periode,
        "layanan": wanted.layanan[0] if wanted.cara == forms.ONE else wanted.cara,
        "kelurahan": wanted.kelurahan or CHOSEN_IN_FORM,
        "pengumpul": wanted.pengumpul,
        "kuesioner": wanted.instrumen,
    }
    with st.container(key="formulir-pilihan", horizontal=True, gap="small"):
        for name, one in choices.items():
            st.session_state[PREFIX + name] = now[name]
            st.selectbox(
                one.judul,
                list(one.pilihan),
                format_func=partial(_name, one.pilihan),
                key=PREFIX + name,
                on_change=_changed,
                args=(name,),
            )


def _name(known: Mapping[str, str], kode: str) -> str:
    return known.get(kode, kode)


def _changed(name: str) -> None:
    st.query_params[PREFIX + name] = st.session_state[PREFIX + name]
