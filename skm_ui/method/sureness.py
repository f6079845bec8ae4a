"""How an interval comes about, in words, and with the newest city sample of the shown data taken apart."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.results.measured import Measured
from skm_core.results.rentang import Contoh, contoh
from skm_core.results.showing import visible
from skm_core.terms import Wilayah
from skm_ui.cache import result
from skm_ui.figure import ikm_html
from skm_ui.filters import Selection
from skm_ui.format import NO_DATA, decimal, plus_minus, whole
from skm_ui.method.prose import bullets, text

WHAT = (
    "Survei bertanya kepada sebagian warga. Bila diulang dengan kelurahan dan responden lain, angkanya akan sedikit "
    "berbeda. Tanda ± menyebut seberapa jauh. Dari dua puluh rentang seperti itu, kira-kira sembilan belas memuat "
    "angka yang akan keluar bila semua orang ditanya."
)
HOW = (
    "Sampel kota: dua kelurahan dipilih di setiap kecamatan, lalu sekitar seratus orang di setiap kelurahan. Orang "
    "sekelurahan menilai petugas dan tempat yang sama, sehingga jawabannya mirip. Karena itu 1.600 kuesioner tidak "
    "sama kuatnya dengan 1.600 orang yang dipilih acak dari seluruh kota.",
    "Rentang dihitung dari perbedaan antara kelurahan-kelurahan yang terpilih di setiap kecamatan. Makin berbeda "
    "keduanya, makin lebar rentangnya. Menambah kelurahan jauh lebih berguna daripada menambah responden di kelurahan "
    "yang sama.",
    "Satu kecamatan hanya mempunyai dua kelurahan terpilih. Dari dua saja rentang sendiri tidak berguna, jadi dipakai "
    "perbedaan antarkelurahan yang digabung dari semua kecamatan. Anggapannya: kelurahan kira-kira sama beragamnya di "
    "setiap kecamatan.",
    "Kumpulan kelurahan, dan satu kelurahan saja: tidak ada kelurahan yang dipilih, jadi rentang dihitung dari "
    "perbedaan antarresponden. Orang yang mengisi beberapa kuesioner dihitung satu.",
    "Rentang indikatif: bila responden tidak dipilih acak, rentang hanya menyebut kebetulan, bukan salah pilih. Data "
    "dari orang-orang yang dihadirkan bisa meleset lebih jauh daripada rentangnya.",
    "Panel tertutup tidak mendapat rentang, karena bukan sampel.",
)
GRADES = (
    "Mutu disebut pasti bila seluruh rentang berada dalam satu mutu. Bila rentang melewati satu batas, tertulis mutu "
    "tetangganya, misalnya “B, mungkin A”. Bila melewati dua batas atau lebih, mutu disebut belum pasti."
)


def show(shown: Selection) -> None:
    """The words, then the example if the shown data hold a city sample."""
    text(WHAT)
    bullets(HOW)
    text(GRADES)
    found = result(shown, contoh)
    if found:
        st.html(example_html(found))


def example_html(found: Contoh) -> str:
    """The kelurahan of the sample side by side, then the steps to its ±."""
    most = max(len(inside) for _, inside in found.kelurahan)
    heads = "".join(f'<th scope="col">Kelurahan terpilih {number}</th>' for number in range(1, most + 1))
    rows = "".join(
        f"<tr><td>{escape(kecamatan.nama)}</td>{_cells(inside, most)}"
        f'<td class="num" data-label="Beda">{_apart(inside)}</td></tr>'
        for kecamatan, inside in found.kelurahan
    )
    sure = found.presisi
    low, high = sure.rentang or (None, None)
    steps = (
        f"Dari perbedaan di dalam kedelapan kecamatan itu, galat baku IKM kota {decimal(found.galat)} poin."
        if len(found.kelurahan) == 8
        else f"Dari perbedaan di dalam kecamatan, galat baku IKM kota {decimal(found.galat)} poin.",
        f"Galat baku dikali {decimal(found.t)}, karena hanya ada {sure.df} perbedaan yang bebas: "
        f"{plus_minus(sure.plus_minus) if sure.plus_minus else NO_DATA}. Jadi rentangnya {decimal(low)} sampai "
        f"{decimal(high)}.",
        f"Bila {whole(sure.n)} kuesioner dianggap orang yang dipilih acak dari seluruh kota, rentangnya hanya "
        f"{plus_minus(found.naif)}: {decimal(found.kali)} kali terlalu sempit. Ketelitian sampel ini {sure.setara}.",
    )
    items = "".join(f"<li>{escape(step)}</li>" for step in steps)
    return (
        f'<p class="skm-label skm-mutu">Contoh dari data yang ditampilkan: sampel kota {escape(found.periode.nama)}</p>'
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">'
        f'<table class="skm-table skm-cards"><thead><tr><th scope="col">Kecamatan</th>{heads}'
        f'<th scope="col" class="num">Beda</th></tr></thead><tbody>{rows}</tbody></table></div>'
        f'<ol class="skm-prose">{items}</ol>'
        f'<p class="skm-text">{ikm_html(found.score, size="m")}</p>'
    )


def _cells(inside: tuple[tuple[Wilayah, Measured], ...], most: int) -> str:
    cells = [
        f'<td data-label="{escape(place.nama)}"><span class="skm-wide">{escape(place.nama)} </span>'
        f"{ikm_html(figure, size='s')}</td>"
        for place, figure in inside
    ]
    return "".join([*cells, *["<td></td>"] * (most - len(cells))])


def _apart(inside: tuple[tuple[Wilayah, Measured], ...]) -> str:
    values = [value for _, figure in inside if (value := visible(figure)) is not None]
    return decimal(max(values) - min(values)) if len(values) > 1 else NO_DATA
