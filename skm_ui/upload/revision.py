"""Results that are fixed: the field for the reason of a revision, wherever a change would touch them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from skm_core import publication, registry
from skm_core.store import Store


def fixed_rounds(store: Store, periode: Iterable[str]) -> tuple[str, ...]:
    """Names of those of these periode whose results are fixed."""
    known = registry.periode(store)
    return tuple(known[kode].nama for kode in periode if kode in known and publication.latest(store, kode))


def ask(names: Iterable[str], key: str) -> str:
    """The notice and the field; what was typed."""
    st.html(
        f'<p class="skm-notice">Hasil {escape(", ".join(names))} sudah ditetapkan. Perubahan dicatat sebagai revisi '
        "sejak publikasi, dan angka yang ditetapkan tetap dapat dibaca.</p>"
    )
    return st.text_input("Alasan revisi", key=key, max_chars=200)
