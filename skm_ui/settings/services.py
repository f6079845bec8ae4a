"""Layanan: names, users in a year, target; and the form that adds or changes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from skm_core import registry, settings
from skm_core.errors import InvalidSettingError
from skm_core.store import Store
from skm_core.terms import Layanan
from skm_ui.format import decimal, whole
from skm_ui.settings import saving, words

PART = "layanan"
EMPTY = Layanan("", "", "", "layanan", 0, None, None, True)


def show(store: Store) -> None:
    """Table of all layanan and pejabat, and the form."""
    known = registry.layanan(store)
    saving.said(PART)
    st.html(table(known))
    st.html('<h3 class="skm-form">Tambah atau ubah layanan</h3>')
    chosen = st.selectbox(
        "Layanan yang diubah",
        [*known, saving.NEW],
        format_func=lambda kode: known[kode].nama if kode else "Layanan baru",
        key="layanan_dipilih",
        width=saving.WIDTH,
    )
    _form(store, known.get(chosen), len(known))


def table(known: Mapping[str, Layanan]) -> str:
    """The layanan as a table, in the order they are always shown; on a phone each becomes a small block."""
    rows = "".join(
        f"<tr><td><b>{escape(item.nama)}</b><br><span class='skm-note'>{escape(item.kepanjangan)}</span></td>"
        f"<td data-label='Jenis'>{words.JENIS[item.jenis]}</td>"
        f"<td class='num' data-label='Pengguna setahun'>{whole(item.n_pengguna)}</td>"
        f"<td class='num' data-label='Target IKM'>{decimal(item.target_ikm)}</td>"
        f"<td data-label='Dipakai'>{'ya' if item.aktif else 'tidak'}</td></tr>"
        for item in known.values()
    )
    return (
        '<table class="skm-table skm-cards"><thead><tr><th>Layanan</th><th>Jenis</th>'
        '<th class="num">Pengguna setahun</th><th class="num">Target IKM</th><th>Dipakai</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _form(store: Store, old: Layanan | None, n_known: int) -> None:
    start = old or replace(EMPTY, urutan=n_known + 1)
    name = start.kode or "baru"
    with st.form(f"layanan_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        left, right = st.columns(2)
        nama = left.text_input("Nama", start.nama, key=f"layanan_nama_{name}")
        kepanjangan = right.text_input("Kepanjangan", start.kepanjangan, key=f"layanan_kepanjangan_{name}")
        kode, jenis = start.kode, start.jenis
        if old is None:
            left, right = st.columns(2)
            kode = left.text_input(
                "Kode, dipakai di kolom layanan berkas", "", key=f"layanan_kode_{name}", placeholder="posyandu"
            )
            jenis = right.selectbox(
                "Jenis", list(words.JENIS), format_func=words.JENIS.__getitem__, key=f"layanan_jenis_{name}"
            )
        left, right = st.columns(2)
        n_pengguna = left.number_input(
            "Jumlah pengguna setahun (N)", value=start.n_pengguna, step=1, key=f"layanan_n_{name}"
        )
        target = right.text_input(
            "Target IKM",
            decimal(start.target_ikm) if start.target_ikm is not None else "",
            key=f"layanan_target_{name}",
            placeholder="82,50",
        )
        aktif = st.checkbox("Masih dipakai", start.aktif, key=f"layanan_aktif_{name}")
        st.html(
            '<p class="skm-note">Jumlah pengguna menentukan besar sampel menurut tabel Krejcie dan Morgan. Kosongkan '
            "bila belum diketahui. Layanan yang tidak dipakai lagi tetap menyimpan datanya.</p>"
        )
        sent = st.form_submit_button("Simpan layanan", type="primary", key=f"layanan_simpan_{name}")
    if not sent:
        return
    if old is None and kode.strip() in registry.layanan(store):
        saving.refused(f'Layanan dengan kode "{kode.strip()}" sudah ada. Pilih dari daftar di atas untuk mengubahnya.')
        return
    try:
        wanted = saving.index(f"Target {nama}", target)
    except InvalidSettingError as error:
        saving.refused(str(error))
        return
    changed = replace(
        start,
        kode=kode.strip(),
        nama=nama,
        kepanjangan=kepanjangan,
        jenis=jenis,
        n_pengguna=None if n_pengguna is None else int(n_pengguna),
        target_ikm=wanted,
        aktif=aktif,
    )
    saving.save(PART, lambda: settings.save_layanan(store, changed), f"Layanan {nama.strip()} disimpan.")
