"""Andai: the ± that another number of kelurahan and respondents would give the city's IKM."""

from __future__ import annotations

import streamlit as st

from skm_core import registry
from skm_core.sampling import KUOTA, PER_KECAMATAN, Andaian, Komponen, Terlihat, plan, seen_so_far, what_if
from skm_ui.cache import result
from skm_ui.charts.picture import Picture, draw_bare
from skm_ui.charts.reach import reach_picture
from skm_ui.format import NO_DATA, plus_minus, whole
from skm_ui.head import section
from skm_ui.sampling.choice import Choice, asked, number

KELURAHAN = (2, 3, 4, 5)
RESPONDEN = (25, 50, 100, 200)
CURVE = (10, 15, 25, 40, 50, 75, 100, 150, 200)
MAX_M = 1_000


def title(choice: Choice) -> str:
    """What helps more: twice the kelurahan, or twice the respondents in each."""
    seen = result(choice, seen_so_far).komponen
    more_places, more_people = _at(choice, seen, 4, 100), _at(choice, seen, 2, 200)
    if more_places.half_width < more_people.half_width:
        return "Menambah kelurahan lebih berguna daripada menambah responden"
    return "Menambah kelurahan atau responden sama saja"


def show(choice: Choice) -> None:
    """Two numbers, the sentence of what they give, and the table of alternatives."""
    basis = result(choice, seen_so_far)
    seen = basis.komponen
    recorded = result(choice, plan, choice.kode, "kota")
    usulan = recorded.usulan if recorded and recorded.usulan.per_kecamatan else None
    k = asked("k", usulan.per_kecamatan or PER_KECAMATAN if usulan else PER_KECAMATAN, low=1, high=5)
    m = asked("m", usulan.kuota if usulan else KUOTA, low=5, high=MAX_M)
    with st.container(horizontal=True, key="sampel-andai"):
        number("k", "Kelurahan per kecamatan", k, low=1, high=5)
        number("m", "Responden per kelurahan", m, low=5, high=MAX_M, step=5)
    st.html(f'<p class="skm-lead">{sentence(_at(choice, seen, k, m))}</p>')
    section(
        "Pilihan lain",
        "Ketelitian IKM seluruh kota: setengah lebar rentang 95%, dalam poin. Di bawahnya banyaknya responden.",
    )
    left, right = st.columns([9, 11], gap="large")
    with left:
        st.html(table_html(choice, seen, k, m))
        st.html(f'<p class="skm-note" style="margin-top:8px">{_examples(choice, seen)} {_basis(choice, basis)}</p>')
    with right:
        st.html('<p class="skm-label skm-reach">± poin menurut banyaknya responden seluruhnya</p>')
        draw_bare(_picture(choice, seen, k, m), "andai")


def _picture(choice: Choice, seen: Komponen, k: int, m: int) -> Picture:
    lines = [[_at(choice, seen, places, people) for people in CURVE] for places in KELURAHAN]
    return reach_picture(lines, _at(choice, seen, k, m))


def _at(choice: Choice, seen: Komponen, k: int, m: int) -> Andaian:
    n = sum(place.tingkat == "kecamatan" for place in result(choice, registry.wilayah).values())
    return what_if(seen, k, m, n or 1)


def sentence(found: Andaian) -> str:
    """What the chosen plan would give."""
    plan_words = (
        f"{whole(found.responden)} responden di {found.kelurahan} kelurahan tiap kecamatan "
        f"({whole(found.total)} responden seluruhnya)"
    )
    if found.plus_minus is None:
        return (
            f"{plan_words}: ketelitian tidak dapat dihitung, karena dengan satu kelurahan per kecamatan tidak terlihat "
            "seberapa berbeda kelurahan-kelurahannya. Ambil sedikitnya dua."
        )
    return f"{plan_words} memberi IKM kota <b>{plus_minus(found.plus_minus)}</b> poin."


def table_html(choice: Choice, seen: Komponen, k: int, m: int) -> str:
    """Kelurahan down, respondents across; the chosen plan framed, added where the table lacks it."""
    rows, columns = sorted({*KELURAHAN, k}), sorted({*RESPONDEN, m})
    head = "".join(f'<th scope="col" class="num">{whole(n)}</th>' for n in columns)
    body = ""
    for places in rows:
        cells = ""
        for people in columns:
            found = _at(choice, seen, places, people)
            value = NO_DATA if found.plus_minus is None else plus_minus(found.plus_minus)
            here = " here" if (places, people) == (k, m) else ""
            cells += f'<td class="num{here}">{value}<small>{whole(found.total)}</small></td>'
        body += f'<tr><th scope="row">{places}</th>{cells}</tr>'
    top = (
        f'<tr class="over"><th rowspan="2" scope="col">Kelurahan per kecamatan</th>'
        f'<th class="num" colspan="{len(columns)}" scope="colgroup">Responden per kelurahan</th></tr>'
    )
    return (
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel"><table class="skm-table skm-what-if">'
        f"<thead>{top}<tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _examples(choice: Choice, seen: Komponen) -> str:
    """The same number of respondents, spread over twice as many kelurahan."""
    few, many = _at(choice, seen, 2, 100), _at(choice, seen, 4, 50)
    assert few.plus_minus is not None and many.plus_minus is not None
    return (
        f"Contoh: 100 responden di 2 kelurahan per kecamatan memberi {plus_minus(few.plus_minus)}; dengan jumlah "
        f"responden yang sama, 50 di 4 kelurahan memberi {plus_minus(many.plus_minus)}."
    )


def _basis(choice: Choice, basis: Terlihat) -> str:
    """What the figures rest on."""
    if not basis.periode:
        return (
            "Belum ada sampel kota, jadi hitungan ini memakai anggapan: jawaban responden berbeda 10 poin, dan 3% "
            "perbedaan itu terletak antara kelurahan."
        )
    known = result(choice, registry.periode)
    first, last = known[basis.periode[0]].nama, known[basis.periode[-1]].nama
    when = first if first == last else f"{first} sampai {last}"
    return (
        f"Dihitung dari sampel kota {when}: {whole(basis.komponen.n_responden)} responden. Warga satu kelurahan sering "
        "menjawab mirip, maka tambahan responden di kelurahan yang sama cepat berkurang gunanya."
    )
