"""The downloads of a scope, and one kind of document for all layanan or places at once."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from skm_core.errors import SkmError
from skm_core.reports.batch import SEMUA, batch, file_name, scopes
from skm_core.reports.content import Content
from skm_core.reports.kinds import GROUPS, KINDS, Kind
from skm_core.reports.poster.message import message
from skm_ui.filters import Selection
from skm_ui.head import notice

WORDS = {
    "semua-layanan": "Setiap layanan",
    "semua-kecamatan": "Setiap kecamatan",
    "semua-kelurahan": "Setiap kelurahan",
}
_READY = "laporan_kumpulan"


def show(sel: Selection, c: Content) -> None:
    """The documents that exist for the scope, in groups; one button per form of a document."""
    offered = [kind for kind in KINDS.values() if c.scope.jenis in kind.lingkup]
    for group, title in GROUPS.items():
        kinds = [kind for kind in offered if kind.kelompok == group]
        if kinds:
            st.html(f'<h3 class="skm-form">{escape(title)}</h3>')
        for name in dict.fromkeys(kind.nama for kind in kinds):
            _document(sel, c, [kind for kind in kinds if kind.nama == name])


def _document(sel: Selection, c: Content, kinds: list[Kind]) -> None:
    """One document: what it is for, and a button per form."""
    several = len({kind.untuk for kind in kinds}) > 1
    notes = " ".join(
        dict.fromkeys(
            f"{kind.bentuk[:1].upper()}{kind.bentuk[1:]}: {kind.untuk}" if several else kind.untuk for kind in kinds
        )
    )
    st.html(f'<p class="skm-note"><b>{escape(kinds[0].nama)}</b>. {escape(notes)}</p>')
    with st.container(horizontal=True, gap="small"):
        for kind in kinds:
            st.download_button(
                f"Unduh {kind.judul}",
                data=partial(kind.make, sel.store, c),
                file_name=kind.file_name(c),
                mime=kind.media,
                key=f"unduh-{kind.kunci}",
                on_click="ignore",
            )
    if any(kind.kunci == "whatsapp-txt" for kind in kinds):
        with st.expander("Teks siap kirim", type="compact"):
            st.code(message(c), language=None, wrap_lines=True)


def show_batch(sel: Selection, c: Content) -> None:
    """A ZIP of one kind of document for every layanan, kecamatan or kelurahan, with a progress bar."""
    with st.expander("Sekaligus untuk setiap layanan, kecamatan, atau kelurahan", type="compact"):
        left, right = st.columns(2)
        which = left.selectbox("Untuk", list(SEMUA), format_func=WORDS.__getitem__, key="kumpulan_untuk")
        offered = [kind for kind in KINDS.values() if SEMUA[which] in kind.lingkup]
        kunci = right.selectbox(
            "Dokumen", [kind.kunci for kind in offered], format_func=lambda key: KINDS[key].judul, key="kumpulan_macam"
        )
        one = bool(KINDS[kunci].gabung) and st.checkbox("Satu berkas untuk dicetak, bukan ZIP", key="kumpulan_gabung")
        about = (sel.version, which, kunci, one, c.scope.periode, c.scope.pengumpul, c.tanggal)
        if st.button("Buat semuanya", key="kumpulan_buat"):
            _make(sel, c, which, KINDS[kunci], one, about)
        ready = st.session_state.get(_READY)
        if ready and ready[0] == about:
            _offer(c, which, KINDS[kunci], one, ready[1], ready[2])


def _make(sel: Selection, c: Content, which: str, kind: Kind, one: bool, about: object) -> None:
    bar = st.progress(0.0, "Menyiapkan.")

    def told(done: int, total: int, name: str) -> None:
        bar.progress(done / total, f"{done} dari {total}. {name}".strip(". "))

    missing: tuple[str, ...] = ()
    try:
        chosen = scopes(sel.store, which, c.scope.periode, c.scope.pengumpul)
        if one and kind.gabung:
            made = kind.gabung(sel.store, chosen, c.tanggal, told)
        else:
            made, missing = batch(sel.store, kind, chosen, tanggal=c.tanggal, progress=told)
    except SkmError as error:
        notice(str(error))
        return
    finally:
        bar.empty()
    st.session_state[_READY] = (about, made, missing)


def _offer(c: Content, which: str, kind: Kind, one: bool, made: bytes, missing: tuple[str, ...]) -> None:
    name = file_name(kind, which, c.scope.periode, c.scope.pengumpul, one=one, contoh=c.contoh)
    st.download_button(
        f"Unduh {kind.akhiran.upper() if one else 'ZIP'}",
        data=made,
        file_name=name,
        mime=kind.media if one else "application/zip",
        key="kumpulan_unduh",
        on_click="ignore",
    )
    for sentence in missing:
        st.html(f'<p class="skm-note">{escape(sentence)}</p>')
