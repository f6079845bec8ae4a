"""The head of every page: title, the sentence the filters form, the filters; and what a page says without data."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from html import escape

import streamlit as st

from skm_core.results.wording import listed
from skm_ui import filter_row, filters, revised, share, stores
from skm_ui.cache import result
from skm_ui.catalogue import Catalogue, catalogue
from skm_ui.filters import NAMES, Keys, Selection
from skm_ui.format import held
from skm_ui.navigation import page_link


def selection(*, names: Collection[str] = NAMES) -> Selection:
    """What a page with these filters is to show, without drawing anything."""
    return _read(names)[0]


def page_head(title: str, *, names: Collection[str] = NAMES) -> Selection:
    """Draw the head and return what the page is to show. `names` are the filters the page has; () for none."""
    chosen, known, keys = _read(names)
    messages = "".join(notice_html(message) for message in (*chosen.pesan, *_revised(chosen, names)))
    st.html(f'<div class="skm-head"><h1>{escape(title)}</h1><p>{escape(chosen.kalimat)}</p>{messages}</div>')
    if known.ada and names:
        filter_row.draw(known, keys, names)
        share.of(chosen, names)
    return chosen


def _read(names: Collection[str]) -> tuple[Selection, Catalogue, Keys]:
    shown = stores.shown()
    known = result(shown, catalogue)
    keys = filters.read(known, st.query_params, names)
    kalimat = filters.sentence(known, keys, names) if known.ada and names else ""
    return filters.select((shown.store, shown.version, shown.contoh), known, keys, kalimat), known, keys


def _revised(chosen: Selection, names: Collection[str]) -> tuple[str, ...]:
    """Both figures where the one shown is no longer the one that was fixed."""
    if not names or chosen.periode is None:
        return ()
    asked = replace(chosen.pilihan, periode=(chosen.periode.kode,), pengumpul=chosen.pengumpul)
    return result(chosen, revised.sentences, asked)


def require_data(selection: Selection) -> None:
    """Stop the page with the next step if the shown store holds no questionnaire at all."""
    if not selection.ada_data:
        empty("Belum ada data survei yang masuk.", "Unggah berkas hasil survei, atau lihat dahulu data contoh.")
        with st.container(key="skm-tautan"):
            page_link("unggah", "Unggah berkas")
            page_link("ringkasan", "Lihat data contoh", data=stores.DEMO)
        st.stop()


def empty(what: str, next_step: str) -> None:
    """An empty state: what is missing, and what to do next."""
    st.html(f'<div class="skm-empty"><p>{escape(what)}</p><p>{escape(next_step)}</p></div>')


def nothing(selection: Selection) -> None:
    """No questionnaire in the selection: what to widen, naming only the filters that narrow it."""
    steps = {
        "pakai pengumpul data otomatis": selection.pengumpul,
        "pilih semua layanan": selection.layanan,
        "pilih wilayah yang lebih luas": selection.wilayah,
        "pilih periode lain": selection.periode,
    }
    named = [step for step, narrows in steps.items() if narrows] or ["unggah datanya"]
    said = listed(named, "atau")
    empty("Tidak ada kuesioner untuk pilihan ini.", f"{said[0].upper()}{said[1:]}.")


def notice(message: str) -> None:
    """One quiet line that something in the address or the data is not as asked."""
    st.html(notice_html(message))


def notice_html(message: str) -> str:
    """The same as HTML, for a page that already draws an element there."""
    return f'<p class="skm-notice" role="status">{escape(message)}</p>'


def section(title: str, note: str = "", *, anchor: str = "") -> None:
    """Heading of a part of a page, saying what is seen; the note says what is measured. `anchor`: where links lead."""
    lead = f"<p>{escape(held(note))}</p>" if note else ""
    place = f' id="{anchor}"' if anchor else ""
    st.html(f'<div class="skm-section"{place}><h2>{escape(title)}</h2>{lead}</div>')
