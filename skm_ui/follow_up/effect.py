"""What the survey of this periode shows of follow-up done before it."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.follow_up import Rtl
from skm_core.results.tindak_lanjut import Pengaruh, shown_by
from skm_ui.cache import result
from skm_ui.figure import nrr_html
from skm_ui.follow_up import words
from skm_ui.follow_up.choice import Choice
from skm_ui.format import whole
from skm_ui.head import section

CAUTION = (
    "Perubahan sesudah tindak lanjut belum tentu karenanya. Unsur yang dipilih karena terendah juga cenderung naik "
    "sedikit dengan sendirinya."
)


def show(choice: Choice) -> None:
    """Items of earlier periode whose unsur can be compared now."""
    found = [
        (one, now)
        for one, now in result(choice, shown_by, choice.kode)
        if choice.layanan is None or one.isian.layanan in (None, choice.layanan.kode)
    ]
    if not found:
        return
    section(_title([now for _, now in found]), f"Tindak lanjut survei sebelumnya yang sudah selesai. {CAUTION}")
    rows = "".join(_row(choice, one, now) for one, now in found)
    heads = "".join(
        f"<th scope='col'>{name}</th>" for name in ("Tindak lanjut", "Unsur", "Sebelum", "Sekarang", "Perubahan")
    )
    st.html(
        f'<table class="skm-table skm-cards rtl-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _title(found: list[Pengaruh]) -> str:
    rose = sum(one.selisih is not None and one.selisih.putusan.kunci == "naik" for one in found)
    fell = sum(one.selisih is not None and one.selisih.putusan.kunci == "turun" for one in found)
    n = whole(len(found))
    if rose:
        return f"Unsurnya naik sesudah {whole(rose)} dari {n} tindak lanjut yang selesai"
    if fell:
        return f"Unsurnya turun sesudah {whole(fell)} dari {n} tindak lanjut yang selesai"
    return f"Perubahan unsur sesudah {n} tindak lanjut yang selesai belum dapat dipastikan"


def _row(choice: Choice, one: Rtl, now: Pengaruh) -> str:
    return (
        f"<tr><td><b>{escape(one.isian.program)}</b><br><span class='skm-note'>"
        f"{escape(choice.service(one.isian.layanan))}, sejak {escape(now.sejak.nama)}</span></td>"
        f"<td data-label='Unsur'>{escape(choice.unsur[one.isian.unsur].pendek)}</td>"
        f"<td class='fig' data-label='Sebelum'>{nrr_html(now.sebelum, size='s')}</td>"
        f"<td class='fig' data-label='Sekarang'>{nrr_html(now.sesudah, size='s')}</td>"
        f"<td class='said' data-label='Perubahan'><span>{words.effect_html(now)}</span></td></tr>"
    )
