"""Findings grouped by code: how many, three examples, and the rest behind one click."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from skm_core import registry
from skm_core.findings import BARIS, BERKAS, CATALOGUE, PERINGATAN, Finding, cut
from skm_core.intake import Draft, refused
from skm_core.intake.columns import ColumnMap
from skm_core.intake.correction import Place
from skm_core.store import Store
from skm_ui.format import whole
from skm_ui.upload.titles import SAID, TITLES, on_screen

EXAMPLES = 3
LISTED = 200
AROUND = 5
"""Cells of its row that stand under an example, around the one at fault."""
Rows = Mapping[Place, tuple[tuple[ColumnMap, str], ...]]
FIRST = "Periksa ini dahulu"
URGENT = frozenset({"TANGGAL_PERIODE_LAIN", "LAYANAN_TIDAK_DIBACA"})
"""Warnings that the file as a whole may be stored under the wrong heading: before everything else."""
GROUPS = {FIRST: FIRST, BARIS: "Baris yang ditolak", PERINGATAN: "Peringatan, barisnya tetap diterima"}


def refusals(draft: Draft) -> tuple[Finding, ...]:
    """What refuses the whole file and is not a question that the screen asks."""
    return tuple(one for one in draft.temuan if one.tingkat == BERKAS and one.kode not in SAID)


def n_warnings(draft: Draft) -> int:
    """All warnings, also those beyond the ones kept, without the question who collected."""
    return sum(n for kode, n in draft.jumlah_temuan.items() if CATALOGUE[kode][0] == PERINGATAN and kode not in SAID)


def show_refusals(findings: Iterable[Finding]) -> None:
    """One sentence for each reason."""
    for sentence in dict.fromkeys(on_screen(one.pesan) for one in findings):
        st.html(f'<p class="skm-error" role="alert">{escape(sentence)}</p>')


def show(store: Store, draft: Draft) -> None:
    """What puts the whole file in doubt, refused rows, then warnings; in each the most frequent first."""
    unsur = registry.unsur(store)
    items = draft.instrumen.butir if draft.instrumen else ()
    names = {item.kolom: unsur[item.unsur_kunci].pendek if item.unsur_kunci else item.teks for item in items}
    for weight, heading in GROUPS.items():
        found = [one for one in draft.temuan if _weight(one) == weight and one.kode not in SAID]
        found.sort(key=lambda one: (-draft.jumlah_temuan[one.kode], one.kode))
        groups = [(kode, list(group)) for kode, group in groupby(found, key=lambda one: one.kode)]
        if groups:
            first = [one for _, group in groups for one in group[:EXAMPLES] if one.baris is not None]
            rows = refused.rows_around(draft, {(one.lembar, int(one.baris or 0)) for one in first})
            body = "".join(_group(kode, group, draft.jumlah_temuan[kode], rows, names) for kode, group in groups)
            st.html(f'<h3 class="skm-form">{heading}</h3><div class="skm-findings">{body}</div>')


def _weight(finding: Finding) -> str:
    return FIRST if finding.kode in URGENT else finding.tingkat


def _group(kode: str, findings: Sequence[Finding], n: int, rows: Rows, names: Mapping[str, str]) -> str:
    examples = "".join(
        f"<li>{escape(on_screen(one.pesan))}{_around(one, rows, names)}</li>" for one in findings[:EXAMPLES]
    )
    if n > EXAMPLES:
        examples += (
            f"<li class='skm-note'>dan {whole(n - EXAMPLES)} {'baris' if findings[0].baris else 'temuan'} lain</li>"
        )
    number = f" <span>{whole(n)}</span>" if n > 1 else ""
    return (
        f"<section><h4>{TITLES.get(kode, kode)}{number}</h4><ul>{examples}</ul>"
        f"{_all(findings, n) if len(findings) > EXAMPLES else ''}</section>"
    )


def _around(finding: Finding, rows: Rows, names: Mapping[str, str]) -> str:
    """The row of an example: the cell at fault and its neighbours, as they stand in the file."""
    cells = rows.get((finding.lembar, finding.baris or 0), ())
    at = next((index for index, (column, _) in enumerate(cells) if column.header == finding.kolom), None)
    if not cells:
        return ""
    first = max(0, min((at or 0) - AROUND // 2, len(cells) - AROUND))
    shown = ""
    for index, (column, cell) in enumerate(cells[first : first + AROUND], first):
        name = _short(names.get(column.target) or column.header or column.letter)
        fault = " class=fault" if index == at else ""
        shown += f"<span{fault}><i>{escape(name)}</i>{escape(cut(cell) or '')}</span>"
    return f"<div class='skm-around'>{shown}</div>"


def _short(header: str) -> str:
    line = " ".join(header.split())
    return line if len(line) <= 24 else line[:23] + "…"


def _all(findings: Sequence[Finding], n: int) -> str:
    sheets = len({one.lembar for one in findings}) > 1
    rows = "".join(
        f"<tr>{f'<td>{escape(one.lembar or str())}</td>' if sheets else ''}<td class='num'>{one.baris or ''}</td>"
        f"<td>{escape(one.kolom or '')}</td><td>{escape(one.nilai or '')}</td></tr>"
        for one in findings[:LISTED]
    )
    more = f"<p class='skm-note'>{whole(LISTED)} yang pertama dari {whole(n)}.</p>" if n > LISTED else ""
    return (
        "<details class='skm-all'><summary>Lihat semua</summary>"
        "<div class='skm-scroll' tabindex='0' role='group' aria-label='Tabel'>"
        "<table class='skm-table'><thead><tr>"
        f"{'<th>Lembar</th>' if sheets else ''}<th class='num'>Baris</th><th>Kolom</th><th>Isi</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{more}</details>"
    )
