"""The form of a new plan. The draw itself happens on recording, so that nobody can pick a result."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.sampling import (
    ASAL_TANGGAL,
    CARA_UNDI,
    KUOTA,
    PER_KECAMATAN,
    SEMUA,
    Rencana,
    Usulan,
    quota,
    save_plan,
    seed_of,
    services,
)
from skm_core.sampling.plan import PENILAIAN
from skm_core.sampling.recording import MAX_BENIH
from skm_ui.cache import result
from skm_ui.format import whole
from skm_ui.sampling.choice import Choice
from skm_ui.settings import saving
from skm_ui.upload.confirmation import NAME

PART = "sampel"
KUOTA_SENDIRI = 30
"""Respondents proposed per kelurahan where all kelurahan gather themselves."""
CARA = {
    "srs": "Acak sederhana: semua kelurahan berpeluang sama",
    "pps": "Sebanding penduduk: kelurahan besar berpeluang lebih besar",
}
MENILAI = {"satu": "satu layanan saja", SEMUA: "semua layanan"}
WHY_SEED = (
    "Benih acak adalah angka awal undian: siapa pun yang mengundi lagi dengan benih yang sama mendapat kelurahan yang "
    "sama. Karena itu benih ditentukan sebelum hasilnya dilihat. Bawaannya tanggal hari ini; boleh juga angka yang "
    "disepakati dalam rapat."
)
HIDDEN = "Kelurahan yang terpilih baru terlihat sesudah dicatat, supaya tidak ada yang dapat memilih hasil undian."


@dataclass(frozen=True, slots=True)
class _City:
    """What the limits of the form hang on."""

    n_kecamatan: int
    n_kelurahan: int
    fewest: int


def show(choice: Choice, before: Rencana | None) -> None:
    """The fields, what they amount to, and the button that draws and records. `before` is the plan to replace."""
    city = _city(choice)
    proposed = _city_fields(choice, city) if choice.pengumpul == "kota" else _own_fields(choice, before)
    _amounts(choice, proposed, city)
    _record(choice, proposed, before)


def _city(choice: Choice) -> _City:
    inside: dict[str, int] = {}
    for place in result(choice, registry.wilayah).values():
        if place.tingkat == "kelurahan" and place.kecamatan_kode:
            inside[place.kecamatan_kode] = inside.get(place.kecamatan_kode, 0) + 1
    return _City(len(inside), sum(inside.values()), min(inside.values(), default=1))


def _city_fields(choice: Choice, city: _City) -> Usulan:
    cara = st.radio("Cara mengundi", CARA_UNDI, format_func=CARA.__getitem__, key="undi_cara")
    with st.container(horizontal=True, width=saving.WIDTH, vertical_alignment="bottom"):
        per = st.number_input(
            "Kelurahan per kecamatan", 1, city.fewest, min(PER_KECAMATAN, city.fewest), key="undi_per"
        )
        kuota = st.number_input("Responden per kelurahan", 1, 10_000, KUOTA, key="undi_kuota")
        today = seed_of(choice.hari_ini)
        seed = st.number_input("Benih acak", 0, MAX_BENIH, today, format="%d", key="undi_benih")
    origin = ASAL_TANGGAL
    if seed != today:
        origin = st.text_input(
            "Dari mana benih ini?",
            key="undi_asal",
            placeholder="disepakati dalam rapat 3 April 2019",
            max_chars=200,
            width=saving.WIDTH,
        )
    st.html(f'<p class="skm-note" style="max-width:{saving.WIDTH}px">{escape(WHY_SEED)}</p>')
    return Usulan(choice.kode, "kota", str(cara), int(seed), origin, int(per), int(kuota), _judging())


def _own_fields(choice: Choice, before: Rencana | None) -> Usulan:
    st.html(
        '<p class="skm-text">Semua kelurahan mengumpulkan sendiri, jadi tidak ada undian; rencana ini berisi target '
        "tiap kelurahan dan layanan.</p>"
    )
    default = before.usulan.kuota if before else KUOTA_SENDIRI
    kuota = st.number_input("Responden per kelurahan", 1, 10_000, default, key="undi_kuota_sendiri", width=260)
    return Usulan(choice.kode, "kelurahan", SEMUA, None, "", None, int(kuota), _judging())


def _judging() -> str:
    return str(
        st.radio(
            "Tiap responden menilai", PENILAIAN, format_func=MENILAI.__getitem__, key="undi_penilaian", horizontal=True
        )
    )


def _amounts(choice: Choice, proposed: Usulan, city: _City) -> None:
    """What the plan comes to, in one sentence."""
    n = city.n_kelurahan if proposed.per_kecamatan is None else city.n_kecamatan * proposed.per_kecamatan
    names = [result(choice, registry.layanan)[kode].nama for kode in result(choice, services)]
    target = quota(
        [str(number) for number in range(n)], names or ["–"], proposed.kuota, each=proposed.penilaian == SEMUA
    )
    each = sorted(set(target.values()))
    span = whole(each[0]) if len(each) == 1 else f"{whole(each[0])} atau {whole(each[-1])}"
    st.html(
        f'<p class="skm-lead"><b>{whole(n)} kelurahan, {whole(n * proposed.kuota)} responden, '
        f"{whole(sum(target.values()))} kuesioner.</b> Tiap kelurahan mencari {span} kuesioner untuk tiap layanan.</p>"
    )


def _record(choice: Choice, proposed: Usulan, before: Rencana | None) -> None:
    with st.form("undi_catat", border=False, enter_to_submit=False, width=saving.WIDTH):
        reason = ""
        if before:
            reason = st.text_input(
                f"Alasan mengganti rencana nomor {before.rencana_id}",
                key="undi_alasan",
                placeholder="jumlah kelurahan diubah menurut keputusan rapat 5 April 2019",
                max_chars=300,
            )
        name = st.text_input(
            "Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="undi_nama", max_chars=80
        )
        if proposed.cara != SEMUA:
            st.html(f'<p class="skm-note">{escape(HIDDEN)}</p>')
        verb = "Catat rencana" if proposed.cara == SEMUA else "Undi dan catat"
        sent = st.form_submit_button(
            f"{verb}, ganti nomor {before.rencana_id}" if before else verb, type="primary", key="undi_tombol"
        )
    if sent:
        if name.strip():
            st.session_state[NAME] = name.strip()
        done = "Rencana dicatat." if proposed.cara == SEMUA else "Undian dicatat. Cetak berita acaranya di bawah."
        saving.save(PART, lambda: _save(choice, proposed, name, reason), done)


def _save(choice: Choice, proposed: Usulan, name: str, reason: str) -> None:
    save_plan(choice.store, proposed, oleh=name, alasan=reason)
    st.query_params["bagian"] = "rencana"  # with a plan the page would open on the progress
