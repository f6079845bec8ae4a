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


def keep(receipt: Receipt, draft: Draft, what: str) -> None:
    """Remember the outcome for the next run."""
    same = next((one.pesan for one in receipt.temuan if one.kode == "BERKAS_SAMA"), "")
    counts = draft.counts
    st.session_state[_KEPT] = Outcome(
        receipt.unggahan_id,
        receipt.n_diterima,
        what,
        same,
        tuple(counts["layanan"]),
        tuple(counts["periode"]),
        tuple(counts["pengumpul"]),
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
    st.html(
        f'<div class="skm-result" role="status"><p>Unggahan {done.unggahan_id} tersimpan.</p>'
        f"<p>{whole(done.n_diterima)} kuesioner masuk ke {escape(done.what)}.</p>{_figures(store, done)}</div>"
    )
    with st.container(key="unggah-hasil"):
        page_link(
            "ringkasan",
            "Lihat hasilnya di Ringkasan",
            periode=done.periode[-1],
            **dict.fromkeys((PARAMETER, "layanan", "kecamatan", "kelurahan", "pengumpul")),
        )


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
