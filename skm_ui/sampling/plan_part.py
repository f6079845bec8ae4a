"""Rencana dan undian: the plan in force, its berita acara and targets; or the form of the first one."""

from __future__ import annotations

from html import escape
from itertools import groupby

import streamlit as st

from skm_core import registry
from skm_core.sampling import Rencana, plans, wording
from skm_core.sampling.minutes import minutes
from skm_core.store import Store
from skm_ui import stores
from skm_ui.cache import result
from skm_ui.charts.picture import draw_bare
from skm_ui.charts.plan_map import plan_picture
from skm_ui.format import moment, whole
from skm_ui.head import section
from skm_ui.kept import built
from skm_ui.navigation import change
from skm_ui.sampling import proposal, targets
from skm_ui.sampling.choice import Choice
from skm_ui.settings import saving
from skm_ui.table import Cell, Column, Table, show_tables
from skm_ui.views.facts import facts_html


def title(choice: Choice) -> str:
    """What is planned."""
    assert choice.periode
    found = _in_force(result(choice, plans, choice.kode, choice.pengumpul))
    if found is None:
        return f"Belum ada rencana sampel untuk {choice.periode.nama}"
    n = whole(len(found.terpilih))
    return (
        f"{n} kelurahan terundi untuk {choice.periode.nama}"
        if found.diundi
        else f"Semua {n} kelurahan mengumpulkan untuk {choice.periode.nama}"
    )


def show(choice: Choice) -> None:
    """The plan in force and its history, or the form."""
    saving.said(proposal.PART)
    found = result(choice, plans, choice.kode, choice.pengumpul)
    now = _in_force(found)
    if now:
        _show_plan(choice, now)
    if choice.contoh:
        _only_look(now)
    elif now is None:
        section("Undi dan catat rencana", "Semua yang dicatat di sini tersimpan bersama nama dan waktunya.")
        proposal.show(choice, None)
    else:
        section("Ubah rencana ini")
        with st.expander("Ubah target kelurahan dan layanan", type="compact"):
            targets.show(choice, now)
        with st.expander("Ganti dengan rencana baru", type="compact"):
            _warn(choice)
            proposal.show(choice, now)
    _history(choice, found)


def _in_force(found: tuple[Rencana, ...]) -> Rencana | None:
    return next((one for one in found if one.berlaku), None)


def _show_plan(choice: Choice, found: Rencana) -> None:
    with st.container(key="skm-awal"):
        left, right = st.columns([9, 11], gap="large")
        with left:
            if found.diundi:
                st.html(built(_drawn_html, found, choice.store))
            st.html(_facts(found))
            _download(choice, found)
        with right, st.container(key="skm-peta"):
            draw_bare(built(plan_picture, found, choice.store), "peta-rencana")
    show_tables(built(tables, found, choice.store), f"rencana-{choice.kode}-{choice.pengumpul}")


def _drawn_html(found: Rencana, store: Store) -> str:
    places = registry.wilayah(store)
    rows = "".join(
        f"<tr><td>{escape(places[kecamatan].nama)}</td>"
        f"<td><b>{escape(', '.join(one.nama for one in members))}</b></td></tr>"
        for kecamatan, members in groupby(found.terpilih, key=lambda one: one.kecamatan)
    )
    return (
        '<table class="skm-table"><thead><tr><th>Kecamatan</th><th>Kelurahan terpilih</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _facts(found: Rencana) -> str:
    usulan = found.usulan
    rows = [("Cara", escape(wording.CARA[usulan.cara]))]
    if usulan.benih is not None:
        rows.append(("Benih acak", f"<b>{usulan.benih}</b>, {escape(usulan.benih_asal)}"))
        again = "hasilnya sama" if found.dapat_diulang else "<b>hasilnya berbeda; periksa basis data</b>"
        rows.append(("Diundi ulang dari benih ini", again))
    rows += [
        ("Responden", f"{whole(usulan.kuota)} per kelurahan; {wording.PENILAIAN[usulan.penilaian]}"),
        ("Kuesioner seluruhnya", whole(found.n_kuesioner)),
        ("Dicatat oleh", f"{escape(found.pengundi)} (belum diverifikasi)"),
        ("Waktu", moment(found.waktu)),
    ]
    return facts_html(rows)


def _download(choice: Choice, found: Rencana, *, label: str = "Unduh berita acara untuk dicetak") -> None:
    st.download_button(
        label if found.diundi else "Unduh rencana untuk dicetak",
        data=lambda: minutes(choice.store, found, contoh=choice.contoh).encode(),
        file_name=f"berita-acara-{choice.kode}-{choice.pengumpul}-{found.rencana_id}.html",
        mime="text/html",
        on_click="ignore",
        key=f"berita-acara-{found.rencana_id}",
    )


def tables(found: Rencana, store: Store) -> list[tuple[str, Table]]:
    """The targets, and every kelurahan of the draw in the order of its random number."""
    names, places = registry.layanan(store), registry.wilayah(store)
    layanan = list(dict.fromkeys(one.layanan for one in found.sasaran))
    target = found.target
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            places[one.kecamatan].nama,
            one.nama,
            *(target[one.kelurahan, kode] for kode in layanan),
            sum(target[one.kelurahan, kode] for kode in layanan),
        )
        for one in found.terpilih
    )
    columns = (Column("Kecamatan"), Column("Kelurahan"), *(Column(names[kode].nama, "number") for kode in layanan))
    made = [("Target kuesioner", Table((*columns, Column("Jumlah", "number")), rows))]
    if found.diundi:
        heads = ("Kecamatan", "Kelurahan", "Kode", "Angka acak", "Peluang", "Hasil")
        drawn = tuple(
            (
                places[one.kecamatan].nama,
                one.nama,
                one.kelurahan,
                f"{one.angka:.6f}".replace(".", ","),
                str(one.peluang) if found.usulan.cara == "srs" else f"{float(one.peluang):.3f}".replace(".", ","),
                "terpilih" if one.terpilih else "",
            )
            for one in found.daftar
        )
        made.append(("Undian selengkapnya", Table(tuple(Column(name) for name in heads), drawn)))
    return made


def _only_look(now: Rencana | None) -> None:
    what = "mengundi dan mencatat" if now is None else "mencatat atau mengubah"
    section("Layar menampilkan data contoh", f"Untuk {what} rencana, pindah ke data nyata.")
    st.button(
        "Pindah ke data nyata",
        on_click=change,
        kwargs={"data": stores.REAL, "periode": None, "pada": None, "bagian": "rencana"},
        key="sampel_nyata",
    )


def _warn(choice: Choice) -> None:
    found = targets.n_in(choice)
    if found:
        st.html(
            f'<p class="skm-notice" role="status">Sudah ada {whole(found)} kuesioner pada periode ini. Mengganti '
            "rencana sesudah data masuk mengurangi kepercayaan pada sampel; rencana lama tetap terlihat.</p>"
        )


def _history(choice: Choice, found: tuple[Rencana, ...]) -> None:
    old = [one for one in found if not one.berlaku]
    if not old:
        return
    section("Rencana yang sudah diganti", "Tidak ada rencana yang dihapus.")
    for one in old:
        seed = "" if one.usulan.benih is None else f", benih {one.usulan.benih}"
        st.html(
            f'<p class="skm-old">Nomor {one.rencana_id}: {len(one.terpilih)} kelurahan, '
            f"{wording.CARA[one.usulan.cara]}{seed}; dicatat {moment(one.waktu)} oleh {escape(one.pengundi)}. "
            f"Diganti {moment(one.status_waktu)} oleh {escape(one.status_oleh)}: {escape(one.alasan)}</p>"
        )
        _download(choice, one, label=f"Unduh berita acara nomor {one.rencana_id}")
