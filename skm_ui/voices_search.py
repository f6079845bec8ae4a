"""Search, theme and answers of the page Suara warga: in the address, like every filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from skm_core.results.wording import inside, listed
from skm_core.voices import PITA as BANDS
from skm_core.voices import Terbaca, count_themes, searched
from skm_ui.filters import PENGUMPUL, Selection
from skm_ui.format import whole
from skm_ui.head import empty, notice
from skm_ui.navigation import change
from skm_ui.views.suara import PITA, SHORT, theme_names

ALL = ""
PLACE = ("layanan", "kecamatan", "kelurahan", "pengumpul")
"""The filters of the page that one button lifts."""
ONLY = "ya"
PAGE = 20
MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: words, a theme, a band of answers, only quotes, how many pages, and whether to choose."""

    cari: str
    tema: str
    nilai: str
    kutipan: bool
    hal: int
    pilih: bool


def asked() -> Asked:
    """The search as the address holds it; keys that mean nothing are set aside with a message."""
    query = st.query_params
    tema, nilai, hal = query.get("tema", ALL), query.get("nilai", ALL), query.get("hal", "1")
    if tema and tema not in theme_names():
        notice(f'Tema "{tema}" tidak dikenal. Yang ditampilkan semua tema.')
        tema = ALL
    if nilai and nilai not in BANDS:
        notice(f'Nilai "{nilai}" tidak dikenal. Yang ditampilkan semua jawaban.')
        nilai = ALL
    cari = " ".join(query.get("cari", "").split())
    if len(cari) > MOST_LETTERS:
        notice(f"Pencarian dipotong: yang dipakai {MOST_LETTERS} huruf pertama.")
        cari = cari[:MOST_LETTERS].strip()
    if cari and not searched(cari):
        notice(f"Pencarian “{cari}” tidak dipakai karena tidak berisi huruf atau angka. Yang ditampilkan semua saran.")
        cari = ""
    return Asked(
        cari=cari,
        tema=tema,
        nilai=nilai,
        kutipan=query.get("kutipan") == ONLY,
        hal=int(hal) if hal.isdecimal() and 0 < int(hal) < 1000 else 1,
        pilih=query.get("pilih") == ONLY,
    )


def draw(now: Asked, found: Terbaca, n_quotes: int) -> None:
    """One quiet row: words, theme, answers, only quotes."""
    counts = count_themes(found.suara)
    themes = {ALL: "Semua tema"} | {
        kunci: f"{name} ({whole(counts[kunci][0])})" for kunci, name in theme_names().items() if kunci in counts
    }
    if now.tema:
        themes.setdefault(now.tema, theme_names()[now.tema])
    with st.container(key="skm-cari", horizontal=True, gap="small"):
        st.session_state["suara_cari"] = now.cari
        st.text_input(
            "Cari kata dalam saran",
            key="suara_cari",
            placeholder="Cari kata, misalnya antrean",
            label_visibility="collapsed",
            on_change=_searched,
        )
        _select("tema", "Tema", themes, now.tema)
        _select("nilai", "Jawaban penulisnya", {ALL: "Semua jawaban", **PITA}, now.nilai)
        _select(
            "kutipan",
            "Kutipan pilihan",
            {ALL: "Semua saran", ONLY: f"Kutipan pilihan ({whole(n_quotes)})"},
            ONLY if now.kutipan else ALL,
        )


def _searched() -> None:
    """One letter more than is searched stays in the address, so that the page can say that it cut."""
    change(cari=" ".join(st.session_state["suara_cari"].split())[: MOST_LETTERS + 1] or None, hal=None)


def _select(name: str, label: str, listed: Mapping[str, str], chosen: str) -> None:
    widget = f"suara_{name}"
    st.session_state[widget] = chosen
    st.selectbox(
        label,
        list(listed),
        format_func=lambda key: listed.get(key, key),
        key=widget,
        label_visibility="collapsed",
        on_change=lambda: change(**{name: st.session_state[widget] or None, "hal": None}),
    )


def nothing(sel: Selection, held_back: str) -> None:
    """No comment for the filters of the page: what they are, and one button that lifts all but the periode."""
    when = sel.periode.nama if sel.periode else "periode ini"
    place = sel.kelurahan or sel.kecamatan
    names = [one.nama for one in (sel.layanan, place) if one]
    if sel.pengumpul:
        names.append(PENGUMPUL[sel.pengumpul].lower())
    if not names:
        empty(held_back or f"Tidak ada saran tertulis pada {when}.", "Pilih periode lain.")
        return
    said = f"Tidak ada saran tertulis pada {when} untuk {listed(names)}."
    empty(" ".join(part for part in (said, held_back) if part), "Pilih yang lebih luas di atas, atau lepas semuanya.")
    st.button(f"Lihat semua saran {when}", on_click=change, kwargs=dict.fromkeys(PLACE), key="suara_lepas")


def said(now: Asked) -> str:
    """What was asked for in words, "" where nothing was: on paper, where no boxes are, and where nothing fits."""
    asked_for = [
        f"kata “{now.cari}”" if now.cari else "",
        f"tema {inside(theme_names()[now.tema])}" if now.tema else "",
        SHORT[now.nilai] if now.nilai else "",
        "kutipan pilihan" if now.kutipan else "",
    ]
    return listed([part for part in asked_for if part])


def no_match(now: Asked) -> None:
    """No comment fits the search: what was asked for, and one button that takes all of it back."""
    empty(f"Tidak ada saran yang cocok dengan {said(now)}.", "Ubah salah satunya di atas, atau lepas semuanya.")
    kwargs = dict.fromkeys(("cari", "tema", "nilai", "kutipan", "hal"))
    st.button("Tampilkan semua saran", on_click=change, kwargs=kwargs, key="suara_lepas_cari")


def more(now: Asked, n_matched: int) -> None:
    """The next comments on demand; the link then shows as many again."""
    left = n_matched - now.hal * PAGE
    if left > 0:
        st.button(
            f"Tampilkan {min(PAGE, left)} saran lagi",
            on_click=change,
            kwargs={"hal": str(now.hal + 1)},
            key="suara_lagi",
        )
