"""Batas wilayah: which boundaries are in, what is wrong with them, and how to put some in."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.boundaries import SOURCE, Lapis
from skm_core.findings import BARIS, BERKAS, PERINGATAN
from skm_core.store import Store
from skm_ui import boundaries
from skm_ui.head import section
from skm_ui.navigation import page_link

MOST = 20
"""Findings that are listed; more are only counted."""
WEIGHTS = {BERKAS: "Berkas yang tidak dipakai", BARIS: "Bentuk yang tidak digambar", PERINGATAN: "Perlu diperiksa"}
STEPS = (
    "Siapkan batas kelurahan sebagai GeoJSON (WGS 84, EPSG:4326), satu bentuk per kelurahan, dengan satu kolom berisi "
    "kode Kemendagri, misalnya 31.73.01.1001. QGIS dapat mengekspornya dari format lain.",
    "Taruh berkasnya di folder batas di sebelah basis data: {folder}.",
    "Tulis sumber dan lisensi batas itu di berkas {sumber} dalam folder yang sama; satu baris, tampil di bawah peta.",
    "Buka halaman Wilayah, lalu pilih Batas wilayah. Berkas dibaca saat itu juga; tidak perlu memulai ulang.",
)


def show(store: Store) -> None:
    """What lies in the folder now, and the steps."""
    layer = boundaries.layer(store)
    if layer is None:
        section("Belum ada batas wilayah", "Peta segi enam tetap tampil tanpa berkas apa pun.")
    else:
        section(
            _title(layer), f"Berkas: {', '.join(layer.berkas)}. {layer.sumber or f'Sumber belum ditulis ({SOURCE}).'}"
        )
        st.html(findings_html(layer))
        if layer.kelurahan:
            with st.container(key="skm-tautan"):
                page_link("wilayah", "Lihat di peta", peta="batas")
    steps = "".join(f"<li>{escape(step.format(folder=boundaries.folder(), sumber=SOURCE))}</li>" for step in STEPS)
    st.html(f'<h3 class="skm-form">Memasang batas wilayah</h3><ol class="skm-steps">{steps}</ol>')


def _title(layer: Lapis) -> str:
    if not layer.kelurahan:
        return "Berkas batas wilayah tidak dapat dipakai"
    return f"Batas {len(layer.kelurahan)} kelurahan terpasang"


def findings_html(layer: Lapis) -> str:
    """The findings by weight, what refuses a file first."""
    parts = []
    for weight, heading in WEIGHTS.items():
        found = [one.pesan for one in layer.temuan if one.tingkat == weight]
        if found:
            rows = "".join(f"<li>{escape(sentence)}</li>" for sentence in found[:MOST])
            more = f"<li>dan {len(found) - MOST} lainnya.</li>" if len(found) > MOST else ""
            parts.append(f'<h3 class="skm-form">{heading}</h3><ul class="skm-steps">{rows}{more}</ul>')
    return "".join(parts) or '<p class="skm-text">Tidak ada kekurangan yang ditemukan.</p>'
