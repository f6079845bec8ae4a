"""Findings grouped by code: how many, three examples, and the rest behind one click."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from skm_core.findings import BARIS, BERKAS, CATALOGUE, PERINGATAN, Finding
from skm_core.intake import Draft
from skm_ui.format import whole
from skm_ui.upload.titles import ASKED, TITLES, on_screen

EXAMPLES = 3
LISTED = 200
GROUPS = {BARIS: "Baris yang ditolak", PERINGATAN: "Peringatan, barisnya tetap diterima"}


def refusals(draft: Draft) -> tuple[Finding, ...]:
    """What refuses the whole file and is not a question that the screen asks."""
    return tuple(one for one in draft.temuan if one.tingkat == BERKAS and one.kode not in ASKED.values())


def n_warnings(draft: Draft) -> int:
    """All warnings, also those beyond the ones kept, without the question who collected."""
    return sum(
        n for kode, n in draft.jumlah_temuan.items() if CATALOGUE[kode][0] == PERINGATAN and kode not in ASKED.values()
    )


def show_refusals(findings: Iterable[Finding]) -> None:
    """One sentence for each reason."""
    for sentence in dict.fromkeys(on_screen(one.pesan) for one in findings):
        st.html(f'<p class="skm-error" role="alert">{escape(sentence)}</p>')


def show(draft: Draft) -> None:
    """Refused rows first, then warnings; the most frequent first."""
    for weight, heading in GROUPS.items():
        found = [one for one in draft.temuan if one.tingkat == weight and one.kode not in ASKED.values()]
        found.sort(key=lambda one: (-draft.jumlah_temuan[one.kode], one.kode))
        groups = [(kode, list(group)) for kode, group in groupby(found, key=lambda one: one.kode)]
        if groups:
            body = "".join(_group(kode, group, draft.jumlah_temuan[kode]) for kode, group in groups)
            st.html(f'<h3 class="skm-form">{heading}</h3><div class="skm-findings">{body}</div>')


def _group(kode: str, findings: Sequence[Finding], n: int) -> str:
    examples = "".join(f"<li>{escape(on_screen(one.pesan))}</li>" for one in findings[:EXAMPLES])
    number = f" <span>{whole(n)}</span>" if n > 1 else ""
    return (
        f"<section><h4>{TITLES.get(kode, kode)}{number}</h4><ul>{examples}</ul>"
        f"{_all(findings, n) if len(findings) > EXAMPLES else ''}</section>"
    )


def _all(findings: Sequence[Finding], n: int) -> str:
    sheets = len({one.lembar for one in findings}) > 1
    rows = "".join(
        f"<tr>{f'<td>{escape(one.lembar or str())}</td>' if sheets else ''}<td class='num'>{one.baris or ''}</td>"
        f"<td>{escape(one.kolom or '')}</td><td>{escape(one.nilai or '')}</td></tr>"
        for one in findings[:LISTED]
    )
    more = f"<p class='skm-note'>{whole(LISTED)} yang pertama dari {whole(n)}.</p>" if n > LISTED else ""
    return (
        "<details class='skm-all'><summary>Lihat semua</summary><div class='skm-scroll'>"
        "<table class='skm-table'><thead><tr>"
        f"{'<th>Lembar</th>' if sheets else ''}<th class='num'>Baris</th><th>Kolom</th><th>Isi</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{more}</details>"
    )
