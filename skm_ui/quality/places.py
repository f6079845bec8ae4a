"""The places whose data should be looked at: what stands out, what to ask, and what it does to the index."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.quality import MIN_TEMPAT, TANDA, Temuan
from skm_core.results.kualitas import Kualitas, Perlu, percent, sentence
from skm_ui.format import NO_DATA, whole
from skm_ui.navigation import change
from skm_ui.quality.figures import all_html, difference, left_html, left_out, who
from skm_ui.quality.sign import PARAMETER

LIMIT = (
    "Tanda bukan bukti. Tanda hanya berkata bahwa data satu tempat berbeda dari tempat lain, dan sebabnya bisa wajar. "
    "Tidak ada kuesioner yang dihapus."
)
NOTHING = "Semua tanda di sini masih dalam batas perbedaan yang biasa antartempat"
NO_OTHERS = "Belum ada yang dapat diperiksa"
TOO_FEW = (
    f"Satu tempat dinilai dari tempat lain, dan untuk itu perlu paling sedikit {MIN_TEMPAT} tempat dengan data dari "
    "pengumpul yang sama. Karena itu tidak satu tanda pun dapat dinilai di sini."
)


def heading(found: Kualitas) -> tuple[str, str]:
    """Heading of the list and the sentence under it: what was found, that nothing was, or that nothing was compared."""
    if found.perlu:
        return "Yang perlu ditanyakan", LIMIT
    return (NOTHING, LIMIT) if found.dapat_dibandingkan else (NO_OTHERS, TOO_FEW)


def show(found: Kualitas) -> None:
    """The list, worst first; a name leads to the place with its worst sign."""
    with st.container(key="skm-periksa"):
        for one in found.perlu:
            with st.container(key=f"skm-periksa-{one.pengumpul}-{one.wilayah.kode}", gap=None):
                name = f"tombol-{one.pengumpul}-{one.wilayah.kode}"
                st.button(one.wilayah.nama, type="tertiary", key=name, on_click=change, kwargs=_keys(one))
                st.html(_item(found, one))


def _keys(one: Perlu) -> dict[str, str | None]:
    keys: dict[str, str | None] = {PARAMETER: one.temuan[0].tanda.kunci}
    if one.wilayah.tingkat == "kelurahan":
        keys |= {"kecamatan": one.wilayah.kecamatan_kode, "kelurahan": one.wilayah.kode}
    elif one.wilayah.tingkat == "kecamatan":
        keys |= {"kecamatan": one.wilayah.kode, "kelurahan": None}
    return keys


def _item(found: Kualitas, one: Perlu) -> str:
    place, places = one.wilayah, found.tempat_bernama
    where = (
        f"Kec. {places[place.kecamatan_kode].nama} · " if place.tingkat == "kelurahan" and place.kecamatan_kode else ""
    )
    signs = "".join(f"<li>{escape(sentence(sign))} <span>{escape(sign.tanda.tanya)}</span></li>" for sign in one.temuan)
    return (
        f'<p class="skm-note">{escape(where + who(found, one.pengumpul).lower())}</p>'
        f'<ul class="skm-signs">{signs}</ul>{_index(one)}'
    )


def _index(one: Perlu) -> str:
    """What the flagged questionnaires do to the index of the place."""
    pair = one.pasangan
    if pair is None or not pair.n_bertanda:
        return ""
    change = difference(pair)
    return (
        f'<p class="skm-pair"><span>Semua</span> {all_html(pair)}</p>'
        f'<p class="skm-pair"><span>{escape(left_out(pair).capitalize())}</span> {left_html(pair)}'
        f"{f' <b>({change})</b>' if change else ''}</p>"
    )


def every_sign_html(found: Kualitas, kode: str) -> str:
    """All signs of one place as a table: its share, the others', the limit for its size, and the judgement."""
    parts = [one for part in found.sebaran for one in part.temuan if one.kelurahan == kode]
    several = len({one.pengumpul for one in parts}) > 1
    ordered = sorted(parts, key=lambda one: (one.pengumpul, list(TANDA).index(one.tanda.kunci)))
    collected = '<th scope="col">Pengumpul</th>' if several else ""
    head = "".join(f'<th scope="col" class="num">{name}</th>' for name in ("Di sini", "Tempat lain", "Batas"))
    compared = {(part.pengumpul, part.tingkat, part.tanda.kunci) for part in found.sebaran if part.dapat_dibandingkan}
    level = found.tempat_bernama[kode].tingkat
    body = "".join(
        _row(found, one, several=several, compared=(one.pengumpul, level, one.tanda.kunci) in compared)
        for one in ordered
    )
    return (
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">'
        f'<table class="skm-table"><tr><th scope="col">Tanda</th>{collected}{head}'
        f'<th scope="col">Penilaian</th></tr>{body}</table></div>'
    )


def _row(found: Kualitas, one: Temuan, *, several: bool, compared: bool) -> str:
    judged = "<b>perlu diperiksa</b>" if one.menonjol else "dalam batas" if compared else "belum dapat dinilai"
    collected = f"<td>{who(found, one.pengumpul)}</td>" if several else ""
    counted = f"({whole(one.x)} dari {whole(one.n)})"
    others = percent(one.x_lain, one.n_lain) if one.n_lain else NO_DATA
    return (
        f'<tr><td title="{escape(one.tanda.penjelasan)}">{escape(one.tanda.nama)}</td>{collected}'
        f'<td class="num">{percent(one.x, one.n)} <span class="skm-off">{counted}</span></td>'
        f'<td class="num">{others}</td><td class="num">{limit(one) if compared else NO_DATA}</td><td>{judged}</td></tr>'
    )


def limit(one: Temuan) -> str:
    """The share beyond which a place of this size is flagged."""
    return percent(int(one.batas * 100_000), 100_000)
