"""Ukuran sampel: how many respondents each layanan needs by Krejcie and Morgan, and what came in."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from skm_core.sampling import Ukuran, krejcie_morgan, sizes
from skm_ui.cache import result
from skm_ui.format import whole
from skm_ui.head import section
from skm_ui.kept import built
from skm_ui.navigation import page_link
from skm_ui.sampling.choice import Choice, asked, number
from skm_ui.table import Column, Table, csv_of, table_html

MAX_N = 100_000_000


def title(choice: Choice) -> str:
    """How many respondents the layanan need together, or what is missing to say so."""
    found = result(choice, sizes, choice.kode, choice.pengumpul)
    missing = sum(one.minimal is None for one in found)
    if missing == len(found):
        return "Jumlah pengguna layanan belum diisi"
    total = sum(one.minimal or 0 for one in found)
    return f"{len(found) - missing} layanan memerlukan sedikitnya {whole(total)} responden"


def show(choice: Choice) -> None:
    """The table of all layanan, the hint on missing N, and a calculator."""
    found = result(choice, sizes, choice.kode, choice.pengumpul)
    section("Per layanan", "Menurut tabel Krejcie dan Morgan dalam lampiran Permenpan RB 14/2017.")
    st.html(table_html(built(table, found)))
    with st.container(key="skm-tautan"):
        st.download_button(
            "Unduh CSV",
            data=lambda: csv_of(table(found)),
            file_name=f"ukuran-sampel-{choice.kode}.csv",
            mime="text/csv",
            on_click="ignore",
            key="unduh-ukuran",
            type="tertiary",
        )
    if missing := [one.layanan.nama for one in found if one.minimal is None]:
        st.html(
            f'<p class="skm-notice" role="status">Jumlah pengguna setahun belum diisi untuk {", ".join(missing)}. '
            "Isi di Pengaturan, bagian Layanan.</p>"
        )
        page_link("pengaturan", "Buka Pengaturan")
    st.html(
        '<p class="skm-note">Jumlah ini berlaku untuk responden yang dipilih acak satu per satu dari semua pengguna. '
        "Responden yang dikumpulkan di beberapa kelurahan saja lebih mirip satu sama lain, jadi ketelitiannya lebih "
        "rendah; bagian Andai menghitungnya.</p>"
    )
    _calculator()


def table(found: Sequence[Ukuran]) -> Table:
    """One row per layanan, and their sum where every N is known."""
    rows = [(one.layanan.nama, one.layanan.n_pengguna, one.minimal, one.n_kuesioner, one.kurang) for one in found]
    if all(one.minimal is not None for one in found):
        n_in, lacking = sum(one.n_kuesioner for one in found), sum(one.kurang or 0 for one in found)
        rows.append(("Jumlah", None, sum(one.minimal or 0 for one in found), n_in, lacking))
    heads = ("Pengguna setahun (N)", "Sampel minimum", "Kuesioner masuk", "Kurang")
    return Table((Column("Layanan"), *(Column(name, "number") for name in heads)), tuple(rows))


def _calculator() -> None:
    section("Hitung sendiri", "Berapa responden untuk jumlah pengguna yang lain?")
    n = asked("n", 12_000, low=1, high=MAX_N)
    number("n", "Jumlah pengguna layanan (N)", n, low=1, high=MAX_N, step=100)
    st.html(
        f'<p class="skm-lead">Untuk {whole(n)} pengguna diperlukan <b>{whole(krejcie_morgan(n))} responden</b>.</p>'
        '<p class="skm-note">Di atas 75.000 pengguna jumlahnya hampir tidak bertambah: 382 sampai 384.</p>'
    )
