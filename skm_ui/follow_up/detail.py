"""One item: what is planned, progress, evidence, effect and history, and the forms to change them."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from itertools import groupby

import streamlit as st

from skm_core.errors import InvalidSettingError
from skm_core.follow_up import JENIS, STATUS, Isian, Peristiwa, Rtl, change, history
from skm_core.results.tindak_lanjut import effects
from skm_ui import stores
from skm_ui.cache import result
from skm_ui.follow_up import board, evidence, fields, words
from skm_ui.follow_up.choice import Choice
from skm_ui.format import moment
from skm_ui.head import section
from skm_ui.navigation import change as change_address
from skm_ui.settings import saving
from skm_ui.views.facts import facts_html

FIELDS = {
    "layanan": "layanan", "unsur": "unsur", "program": "program", "tahun": "tahun", "tw": "triwulan",
    "penanggung_jawab": "penanggung jawab", "jenis": "jenis", "status": "keadaan", "kemajuan_pct": "kemajuan (%)",
    "catatan": "catatan", "selesai_pada": "tanggal selesai", "bukti": "bukti", "periode": "periode",
}  # fmt: skip
MOST_SHOWN = 90
_OPENED = "rtl_dibuka"


def show(choice: Choice) -> None:
    """The open item, if one is."""
    one = choice.rtl
    if one is None:
        st.session_state.pop(_OPENED, None)
        return
    with st.container(key="rtl-rincian"):
        section(one.isian.program, f"Nomor {one.rtl_id}, dicatat {moment(one.dibuat_waktu)} oleh {one.dibuat_oleh}")
        st.html(facts_html(_facts(choice, one)))
        st.button("Tutup rincian", on_click=change_address, kwargs={"rtl": None}, key="rtl_tutup")
        evidence.show(choice, one)
        if choice.contoh:
            _only_look()
        else:
            opened = _opened(one)
            _progress(choice, opened)
            with st.expander("Ubah rencana ini", type="compact"):
                _plan(choice, opened)
        with st.expander("Riwayat perubahan", type="compact"):
            st.html(_history_html(choice, result(choice, history, one.rtl_id)))


def _facts(choice: Choice, one: Rtl) -> list[tuple[str, str]]:
    isian = one.isian
    rows = [
        ("Unsur", escape(choice.unsur[isian.unsur].nama)),
        ("Layanan", escape(choice.service(isian.layanan))),
        ("Jenis", words.kind_html(one)),
        ("Waktu", escape(isian.waktu)),
        ("Penanggung jawab", escape(isian.penanggung_jawab)),
        ("Keadaan", words.status_html(one, choice.hari_ini)),
    ]
    if isian.catatan:
        rows.append(("Catatan", escape(isian.catatan)))
    rows.append(("Unsurnya kemudian", words.effect_html(result(choice, effects, (one,)).get(one.rtl_id))))
    return rows


def _progress(choice: Choice, one: Rtl) -> None:
    name = f"maju_{one.rtl_id}_{one.versi}"
    with st.form(f"rtl_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        st.html('<h3 class="skm-form">Catat kemajuan</h3>')
        wanted = fields.progress_fields(one.isian, name, choice.hari_ini)
        who = fields.name_field(name)
        sent = st.form_submit_button("Simpan kemajuan", type="primary", key="rtl_simpan_kemajuan")
    if sent:
        fields.remember(who)
        saving.save(board.PART, lambda: _change(choice, one, wanted, who), "Kemajuan disimpan.")


def _plan(choice: Choice, one: Rtl) -> None:
    name = f"ubah_{one.rtl_id}_{one.versi}"
    with st.form(f"rtl_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        wanted = fields.plan_fields(choice, one.isian, name)
        who = fields.name_field(name)
        sent = st.form_submit_button("Simpan perubahan", key="rtl_simpan_rencana")
    if sent:
        fields.remember(who)
        saving.save(board.PART, lambda: _change(choice, one, wanted, who), "Perubahan disimpan.")


def _change(choice: Choice, one: Rtl, wanted: Isian, who: str) -> None:
    if wanted == one.isian:
        raise InvalidSettingError("Belum ada yang diubah.")
    change(choice.store, one, replace(wanted, periode=one.isian.periode), oleh=who)
    st.session_state.pop(_OPENED, None)


def _opened(one: Rtl) -> Rtl:
    """The item as it was when the person opened it: what they type is checked against that, and never lost."""
    known: Rtl | None = st.session_state.get(_OPENED)
    if known is None or known.rtl_id != one.rtl_id:
        st.session_state[_OPENED] = known = one
    if known.versi != one.versi:
        st.html(
            f'<p class="skm-notice" role="status">Rencana ini baru diubah oleh {escape(one.diubah_oleh)}. Isian di '
            "bawah masih dari sebelum perubahan itu dan tidak dapat disimpan.</p>"
        )
        st.button("Pakai isi terbaru", on_click=_reopen, args=(one,), key="rtl_terbaru")
    return known


def _reopen(one: Rtl) -> None:
    st.session_state[_OPENED] = one


def _only_look() -> None:
    st.html('<p class="skm-note">Layar menampilkan data contoh. Untuk mencatat, pindah ke data nyata.</p>')
    st.button(
        "Pindah ke data nyata", on_click=change_address, key="rtl_nyata",
        kwargs={"data": stores.REAL, "periode": None, "rtl": None, "baru": None, "layanan": None},
    )  # fmt: skip


def _history_html(choice: Choice, found: tuple[Peristiwa, ...]) -> str:
    """One paragraph per change, newest first."""
    rows = []
    for (when, who), group in groupby(found, key=lambda one: (one.waktu, one.oleh)):
        events = list(group)
        if events[0].versi == 1:
            said = "mencatat rencana ini"
        else:
            said = "; ".join(_event(choice, event) for event in events)
        rows.append(f'<p class="rtl-event">{moment(when)}, <b>{escape(who)}</b> {said}.</p>')
    return "".join(rows)


def _event(choice: Choice, event: Peristiwa) -> str:
    name = FIELDS.get(event.kolom, event.kolom)
    if event.kolom == "bukti":
        return (
            f"menambah bukti “{escape(event.sesudah)}”"
            if event.sesudah
            else f"menarik bukti “{escape(str(event.sebelum))}”"
        )
    before, after = (_value(choice, event.kolom, value) for value in (event.sebelum, event.sesudah))
    return f"mengubah {name} dari {before} menjadi {after}"


def _value(choice: Choice, kolom: str, value: str | None) -> str:
    if value is None:
        return "semua layanan" if kolom == "layanan" else "kosong"
    known = {"status": STATUS, "jenis": JENIS}.get(kolom, {})
    if kolom == "layanan":
        text = choice.service(value)
    elif kolom == "unsur":
        text = choice.unsur[value].nama
    else:
        text = known.get(value, value)
    return f"“{escape(text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + '…')}”"
