"""Figures written in a file that its answers do not give: what differs, why, and that only the answers are stored."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from skm_core.recount import LANGKAH, Pemeriksaan, Perbandingan
from skm_ui.format import decimal, whole
from skm_ui.navigation import link

CODE = "HITUNGAN_BERBEDA"
SHEETS, FIGURES = 3, 5
"""Sheets, and differing figures of one, that are shown; the page Periksa hitungan shows all."""


def html(found: Sequence[Pemeriksaan], title: str) -> str:
    """The section of the findings: per sheet a sentence, its reasons and the figures; then what to do."""
    wrong = [one for one in found if one.cocok is False]
    number = f" <span>{whole(len(wrong))}</span>" if len(wrong) > 1 else ""
    more = len(wrong) - SHEETS
    left = f'<p class="skm-note">dan {whole(more)} lembar lain</p>' if more > 0 else ""
    every = f'<a href="{escape(link("periksa"))}" target="_blank" rel="noopener">Periksa hitungan</a> (tab baru)'
    return (
        f"<section><h4>{title}{number}</h4>{''.join(map(_sheet, wrong[:SHEETS]))}{left}"
        '<p class="skm-note">Berkas ini tetap dapat disimpan: yang disimpan jawaban tiap responden, dan nilainya '
        "dihitung dari situ. Bila angka di berkas sudah dilaporkan, perbaiki laporannya. Semua angka satu per satu: "
        f"{every}.</p></section>"
    )


def _sheet(one: Pemeriksaan) -> str:
    name = f"Lembar “{one.lembar}”: " if one.lembar else ""
    reasons = "".join(f"<li>{escape(sentence)}</li>" for sentence in one.kalimat)
    differing = [each for each in one.perbandingan if not each.cocok]
    rows = "".join(_row(one, each) for each in differing[:FIGURES])
    more = len(differing) - FIGURES
    left = f'<p class="skm-note">dan {whole(more)} angka lain yang berbeda</p>' if more > 0 else ""
    table = (
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel"><table class="skm-table narrow">'
        '<tr><th scope="col">Angka</th><th scope="col">Letak</th><th scope="col" class="num">Di berkas</th>'
        f'<th scope="col" class="num">Seharusnya</th></tr>{rows}</table></div>{left}'
    )
    return f"<ul><li><b>{escape(name + one.pokok)}</b></li>{reasons}</ul>{table if rows else ''}"


def _row(sheet: Pemeriksaan, one: Perbandingan) -> str:
    item = "" if one.kolom is None else f" {sheet.nama_kolom[one.kolom]}"
    where = f"baris {one.baris}, kolom {one.huruf}" if one.huruf else f"baris {one.baris}"
    return (
        f"<tr><td>{escape(LANGKAH[one.langkah] + item)}</td><td>{escape(where)}</td>"
        f'<td class="num">{decimal(one.di_berkas)}</td><td class="num">{decimal(one.seharusnya)}</td></tr>'
    )
