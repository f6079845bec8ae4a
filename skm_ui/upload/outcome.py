"""Step 5: the number of the unggahan, what it changed, and the way to the figures."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.intake import Draft, Receipt
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.figure import ikm_html
from skm_ui.filters import PENGUMPUL
from skm_ui.format import whole
from skm_ui.navigation import page_link
from skm_ui.stores import PARAMETER
from skm_ui.upload import refused_rows

_KEPT = "unggah_hasil"
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say after an upload."""

    unggahan_id: int
    n_diterima: int
    what: str
    same: str
    layanan: tuple[str, ...]
    periode: tuple[str, ...]
    pengumpul: tuple[str, ...]
    n_sama: int = 0
    n_berubah: int = 0
    n_diganti: int = 0
    n_ditolak: int = 0
    koreksi_dari: int | None = None
    n_rekap: int = 0


def keep(receipt: Receipt, draft: Draft, what: str) -> None:
    """Remember the outcome for the next run."""
    same = next((one.pesan for one in receipt.temuan if one.kode in ("BERKAS_SAMA", "TIDAK_ADA_YANG_BARU")), "")
    counts = draft.counts
    st.session_state[_KEPT] = Outcome(
        receipt.unggahan_id,
        receipt.n_diterima,
        what,
        same,
        tuple(counts["layanan"]),
        tuple(counts["periode"]),
        tuple(counts["pengumpul"]),
        receipt.n_sama,
        receipt.n_berubah,
        receipt.n_diganti,
        receipt.n_ditolak,
        draft.koreksi.unggahan_id if draft.koreksi else None,
        receipt.n_rekap,
    )


def forget() -> None:
    """A new file was chosen."""
    st.session_state.pop(_KEPT, None)


def show(store: Store) -> None:
    """The last outcome of this session, until a new file is chosen."""
    done: Outcome | None = st.session_state.get(_KEPT)
    if done is None:
        return
    if done.same:
        st.html(f'<div class="skm-result"><p>{escape(done.same)}</p></div>')
        return
    if done.n_rekap:
        st.html(
            f'<div class="skm-result" role="status"><p>Unggahan {done.unggahan_id} tersimpan.</p>'
            f"<p>{whole(done.n_rekap)} baris rekap tanpa data responden masuk ke {escape(done.what)}. Tidak ada angka "
            "yang berubah; rekap ini ditampilkan di bawah angka periode, layanan, dan tempat yang sama.</p></div>"
        )
        return
    st.html(
        f'<div class="skm-result" role="status"><p>Unggahan {done.unggahan_id} tersimpan.</p>'
        f"<p>{whole(done.n_diterima)} kuesioner masuk ke {escape(done.what)}.{_also(done)}</p>"
        f"{_figures(store, done)}</div>"
    )
    if done.n_ditolak and not done.koreksi_dari:
        refused_rows.download(store, done.unggahan_id, "unggah_hasil_ditolak")
    with st.container(key="unggah-hasil"):
        page_link(
            "ringkasan",
            "Lihat hasilnya di Ringkasan",
            periode=done.periode[-1],
            **dict.fromkeys((PARAMETER, "layanan", "kecamatan", "kelurahan", "pengumpul")),
        )


def _also(done: Outcome) -> str:
    """What else happened to the rows of the file."""
    parts = []
    if done.koreksi_dari:
        parts.append(f"Baris-baris itu mengisi yang ditolak dari unggahan {done.koreksi_dari}.")
    if done.n_diganti:
        parts.append(f"{whole(done.n_diganti)} di antaranya menggantikan isian yang lama.")
    if done.n_sama:
        parts.append(f"{whole(done.n_sama)} baris sudah tersimpan dan dilewati.")
    if done.n_berubah:
        parts.append(f"{whole(done.n_berubah)} perubahan tidak diambil.")
    if done.n_ditolak:
        parts.append(f"{whole(done.n_ditolak)} baris ditolak.")
    return "".join(f" {escape(part)}" for part in parts)


def _figures(store: Store, done: Outcome) -> str:
    rounds, services = registry.periode(store), registry.layanan(store)
    name = services[done.layanan[0]].nama if len(done.layanan) == 1 else f"{len(done.layanan)} layanan"
    lines = ""
    for periode in done.periode[-SHOWN:]:
        for pengumpul in done.pengumpul:
            chosen = Pilihan(periode=(periode,), layanan=done.layanan, pengumpul=pengumpul)
            for figure in measure(store, chosen, unsur=False):
                words = f"{name} · {rounds[periode].nama} · {PENGUMPUL[pengumpul].lower()}"
                lines += f"<li>{escape(words)} sekarang {ikm_html(figure, size='s')}</li>"
    return f"<ul>{lines}</ul>" if lines else ""
