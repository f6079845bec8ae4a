"""The downloads of a scope, and one kind of document for all layanan or places at once."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from skm_core.errors import SkmError
from skm_core.reports.batch import SEMUA, batch, scopes
from skm_core.reports.content import Content
from skm_core.reports.kinds import KINDS
from skm_ui.filters import Selection
from skm_ui.head import notice

WORDS = {
    "semua-layanan": "Setiap layanan",
    "semua-kecamatan": "Setiap kecamatan",
    "semua-kelurahan": "Setiap kelurahan",
}
_READY = "laporan_kumpulan"


def show(sel: Selection, c: Content) -> None:
    """One button per kind of document that exists for the scope."""
    for kind in KINDS.values():
        if c.scope.jenis not in kind.lingkup:
            continue
        st.html(f'<h3 class="skm-form">{escape(kind.judul)}</h3><p class="skm-note">{escape(kind.untuk)}</p>')
        st.download_button(
            f"Unduh {kind.judul}",
            data=partial(kind.make, sel.store, c),
            file_name=kind.file_name(c),
            mime=kind.media,
            key=f"unduh-{kind.kunci}",
            on_click="ignore",
        )


def show_batch(sel: Selection, c: Content) -> None:
    """A ZIP of one kind of document for every layanan, kecamatan or kelurahan, with a progress bar."""
    with st.expander("Sekaligus untuk setiap layanan, kecamatan, atau kelurahan", type="compact"):
        left, right = st.columns(2)
        which = left.selectbox("Untuk", list(SEMUA), format_func=WORDS.__getitem__, key="kumpulan_untuk")
        offered = [kind for kind in KINDS.values() if SEMUA[which] in kind.lingkup]
        kunci = right.selectbox(
            "Dokumen", [kind.kunci for kind in offered], format_func=lambda key: KINDS[key].judul, key="kumpulan_macam"
        )
        about = (sel.version, which, kunci, c.scope.periode, c.scope.pengumpul, c.tanggal)
        if st.button("Buat semuanya", key="kumpulan_buat"):
            _make(sel, c, which, kunci, about)
        ready = st.session_state.get(_READY)
        if ready and ready[0] == about:
            _offer(c, which, kunci, ready[1], ready[2])


def _make(sel: Selection, c: Content, which: str, kunci: str, about: object) -> None:
    bar = st.progress(0.0, "Menyiapkan.")

    def told(done: int, total: int, name: str) -> None:
        bar.progress(done / total, f"{done} dari {total}. {name}")

    try:
        chosen = scopes(sel.store, which, c.scope.periode, c.scope.pengumpul)
        made, missing = batch(
            sel.store,
            KINDS[kunci],
            chosen,
            tanggal=c.tanggal,
            progress=told,
        )
    except SkmError as error:
        notice(str(error))
        return
    finally:
        bar.empty()
    st.session_state[_READY] = (about, made, missing)


def _offer(c: Content, which: str, kunci: str, made: bytes, missing: tuple[str, ...]) -> None:
    kind = KINDS[kunci]
    st.download_button(
        "Unduh ZIP",
        data=made,
        file_name=f"{'CONTOH-' if c.contoh else ''}{kind.awalan}-{c.scope.periode}-{which}-{kind.akhiran}.zip",
        mime="application/zip",
        key="kumpulan_unduh",
        on_click="ignore",
    )
    for sentence in missing:
        st.html(f'<p class="skm-note">{escape(sentence)}</p>')
