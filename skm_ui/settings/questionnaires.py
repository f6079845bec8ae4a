"""Kuesioner: what each one asks, and the making of a new one from an existing one."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.store import Store
from skm_core.terms import Butir, Instrumen, Unsur
from skm_ui.settings import added_unsur, new_questionnaire, saving, words

PART = "kuesioner"
STANDARD = "skm9"
"""Stands first, and is what a new questionnaire starts from."""
PERAN = {"variabel": "variabel, bukan unsur", "tambahan": "tambahan, tidak dihitung"}


def show(store: Store) -> None:
    """The list of questionnaires, then the form for a new one and for an added unsur."""
    unsur = registry.unsur(store)
    known = dict(sorted(registry.instrumen(store).items(), key=lambda entry: entry[0] != STANDARD))
    saving.said(PART)
    st.html("".join(_described(item, unsur) for item in known.values()))
    st.html('<h3 class="skm-form">Buat kuesioner baru</h3>')
    new_questionnaire.show(store, known, unsur)
    with st.expander("Tambah unsur di luar daftar", type="compact"):
        added_unsur.show(store)


def _described(item: Instrumen, unsur: Mapping[str, Unsur]) -> str:
    weights = "bobot sendiri" if item.bobot else "bobot sama"
    questions = "".join(_question(butir, unsur, item) for butir in item.butir)
    return (
        f"<details class='skm-more'><summary><b>{escape(item.nama)}</b> <span class='skm-note'>{escape(item.kode)} · "
        f"{len(item.butir)} pertanyaan · {weights} · {escape(words.ATURAN[item.aturan])}</span></summary>"
        f"<p class='skm-note'>{escape(item.sumber)}</p><ol class='skm-questions'>{questions}</ol></details>"
    )


def _question(butir: Butir, unsur: Mapping[str, Unsur], item: Instrumen) -> str:
    name = unsur[butir.unsur_kunci].nama if butir.unsur_kunci else PERAN[butir.peran]
    weight = f" · bobot {item.bobot[butir.unsur_kunci]}" if item.bobot and butir.unsur_kunci else ""
    labels = " · ".join(f"<i>{value} {escape(label)}</i>" for value, label in enumerate(butir.label, 1))
    return (
        f"<li><b>{escape(name)}</b><span class='skm-note'>{weight}</span><br>{escape(butir.teks)}"
        f"<br><span class='skm-note'>{labels}</span></li>"
    )
