"""Step 3 for a recap without respondents: its lines as stated, and what follows from the NRR they state."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import registry, rules
from skm_core.intake import Draft
from skm_core.intake.recap.row import Rekap, computed
from skm_core.store import Store
from skm_ui.format import NO_DATA, decimal, whole
from skm_ui.upload import finding_list, repairs
from skm_ui.upload.held import Held
from skm_ui.upload.naming import place

ROWS = 20


def show(store: Store, held: Held, draft: Draft) -> None:
    """Counts, what this file is, findings, lines."""
    tiles = (
        ("Baris rekap", len(draft.rekap), ""),
        ("Ditolak", draft.n_ditolak, "alarm" if draft.n_ditolak else ""),
        ("Peringatan", finding_list.n_warnings(draft), ""),
    )
    counts = "".join(f'<div class="{kind}"><b>{whole(n)}</b><span>{name}</span></div>' for name, n, kind in tiles)
    st.html(f'<div class="skm-counts">{counts}</div>')
    repairs.show(held, draft)
    finding_list.show(store, draft)
    rounds = registry.periode(store) | {item.kode: item for item in draft.baru.periode}
    services, places, known = registry.layanan(store), registry.wilayah(store), registry.instrumen(store)

    def line(one: Rekap) -> str:
        exact = computed(one.nrr, known.get(one.instrumen or ""))
        cells = (
            str(one.baris),
            rounds[one.periode].nama,
            services[one.layanan].nama,
            place(places, one.wilayah),
            NO_DATA if one.n is None else whole(one.n),
            NO_DATA if one.ikm is None else one.ikm.replace(".", ","),
            NO_DATA if exact is None else decimal(rules.publish_ikm(exact)),
        )
        return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"

    head = ("Baris", "Periode", "Layanan", "Tempat", "n tertulis", "IKM tertulis", "IKM dari NRR tertulis")
    header = "".join(f"<th>{name}</th>" for name in head)
    st.html(
        f'<p class="skm-label skm-before">{min(ROWS, len(draft.rekap))} baris pertama seperti yang akan disimpan</p>'
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel"><table class="skm-table skm-rows">'
        f"<thead><tr>{header}</tr></thead><tbody>{''.join(map(line, draft.rekap[:ROWS]))}</tbody></table></div>"
    )
