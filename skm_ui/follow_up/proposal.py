"""The unsur that ask for follow-up, with how far they reach, each ready to be planned."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.results.tindak_lanjut import Usul, proposals
from skm_core.results.wording import inside, kata, listed, opening
from skm_ui.cache import result
from skm_ui.figure import nrr_html
from skm_ui.follow_up.choice import EVERY, Choice
from skm_ui.format import whole
from skm_ui.head import empty, section
from skm_ui.navigation import change, page_link

MOST = 3
"""Unsur named in a title; more are only counted."""


def show(choice: Choice) -> None:
    """One part per unsur; for the chosen layanan only its own."""
    found = result(choice, proposals, choice.kode)
    kept = [
        (one, [part for part in one.layanan if choice.layanan is None or part[0].kode == choice.layanan.kode])
        for one in found
    ]
    kept = [(one, parts) for one, parts in kept if parts]
    if not kept:
        if not choice.items:
            _nothing(choice)
        return
    section(
        _title(choice, [one for one, _ in kept], {part[0].nama for _, parts in kept for part in parts}),
        "Unsur terendah tiap layanan, beserta unsur yang tidak dapat dibedakan darinya menurut rentang survei.",
    )
    for one, parts in kept:
        reach = f", {one.kalimat}" if choice.layanan is None else ""
        st.html(f'<p class="rtl-unsur"><b>{escape(one.unsur.nama)}</b>{escape(reach)}</p>')
        with st.container(key=f"rtl-usul-{one.unsur.kunci}", gap=None):
            for service, part, n in parts:
                with st.container(key=f"rtl-usul-{one.unsur.kunci}-{service.kode}", horizontal=True, gap="small",
                                  vertical_alignment="center"):  # fmt: skip
                    planned = f"{whole(n)} rencana" if n else "belum ada rencana"
                    st.html(
                        f'<div class="rtl-usul"><span>{escape(service.nama)}</span>{nrr_html(part, size="s")}'
                        f'<span class="skm-note">{planned}</span></div>'
                    )
                    _button(choice, f"{service.kode}.{one.unsur.kunci}", "Rencanakan")
            if len(parts) > 1:
                _button(choice, f"{EVERY}.{one.unsur.kunci}", "Rencanakan untuk semua layanan")


def _button(choice: Choice, key: str, label: str) -> None:
    if not choice.contoh:
        st.button(
            label, on_click=change, kwargs={"baru": key, "rtl": None}, key=f"rtl_usul_{key.replace('.', '_')}",
            type="tertiary",
        )  # fmt: skip


def _title(choice: Choice, found: list[Usul], services: set[str]) -> str:
    names = opening([one.unsur.pendek for one in found])
    if len(services) == 1 and len(found) > MOST:
        return f"{kata(len(found)).capitalize()} unsur setara terendah pada {inside(*services)}"
    if choice.layanan is None:
        return f"{names[0]} {found[0].kalimat}"
    return f"{listed(names)} {'setara ' if len(names) > 1 else ''}terendah pada {inside(choice.layanan.nama)}"


def _nothing(choice: Choice) -> None:
    assert choice.periode
    if choice.periode.panel:
        empty(
            "Periode ini memakai panel undangan, sehingga unsurnya tidak diurutkan.",
            "Rencana tetap dapat ditambahkan dengan tombol Tambah rencana.",
        )
        return
    empty(
        f"Belum ada hasil survei {choice.periode.nama} yang cukup untuk mengusulkan tindak lanjut.",
        "Unggah dahulu hasil surveinya, atau tambahkan rencana sendiri.",
    )
    with st.container(key="skm-tautan"):
        page_link("unggah", "Unggah berkas")
