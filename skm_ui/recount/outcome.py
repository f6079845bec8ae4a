"""What the recount of a file found: a verdict per sheet, the reasons, and every stated figure beside the right one."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from skm_core.recount import LANGKAH, Pemeriksaan, Perbandingan
from skm_ui.format import NO_DATA, decimal, whole
from skm_ui.head import empty, section
from skm_ui.recount.checked import Checked

OPEN_UP_TO = 3
"""Sheets whose figures stand open at once."""


EXPLANATION = (
    "Halaman ini menyebut langkah yang menyimpang: baris yang tidak ikut dijumlah, sel kosong yang dihitung 0, NRR "
    "yang dibulatkan lebih dahulu, bobot 0,11 atau 0,111, dan mutu dari tabel yang lama."
)


ARITHMETIC = "Hitungan berkas, bukan hasil survei: yang diperiksa hanya hitungannya, jadi tanpa rentang (±)."


def explain() -> None:
    """What the page does, before a file is chosen."""
    st.html(f'<p class="skm-text">{EXPLANATION}</p>')


def show(found: Checked) -> None:
    """Refusals, or the outcome of every sheet, those that differ first."""
    for sentence in dict.fromkeys(found.ditolak):
        st.html(f'<p class="skm-error" role="alert">{escape(sentence)}</p>')
    if found.ditolak:
        return
    if not found.lembar:
        empty(
            "Berkas ini tidak memuat angka hitungan yang dapat diperiksa.",
            "Pilih lembar pengolahan: jawaban tiap responden, dengan baris jumlah, NRR, atau IKM di bawahnya.",
        )
    sheets = sorted(found.lembar, key=lambda one: one.cocok is not False)
    if len(sheets) > 1:
        section(_summary(sheets), found.nama)
    for sheet in sheets:
        _sheet(sheet, found.nama, alone=len(sheets) == 1, is_open=len(sheets) <= OPEN_UP_TO)
    if found.catatan:
        st.html("".join(f'<p class="skm-notice" role="status">{escape(note)}</p>' for note in found.catatan))


def _summary(sheets: Sequence[Pemeriksaan]) -> str:
    wrong = sum(1 for one in sheets if one.cocok is False)
    if not wrong:
        return f"Tidak ada angka yang salah di {whole(len(sheets))} lembar"
    return f"{whole(wrong)} dari {whole(len(sheets))} lembar memuat angka yang berbeda dari jawabannya"


def _sheet(sheet: Pemeriksaan, file: str, *, alone: bool, is_open: bool) -> None:
    name = f"Lembar {sheet.lembar}" if sheet.lembar else file
    verdict = sheet.pokok.removesuffix(".")
    section(verdict if alone else f"{name}: {_lowered(verdict)}", _measured(sheet, name if alone else ""))
    st.html(_verdict(sheet))
    if sheet.kalimat:
        st.html("".join(f'<p class="skm-text">{escape(sentence)}</p>' for sentence in sheet.kalimat))
    if sheet.perbandingan:
        st.html(
            f"<details class='skm-more alone'{' open' if is_open else ''}><summary><b>Setiap angka di lembar ini</b> "
            f"<span class='skm-note'>{_n_wrong(sheet)}</span></summary>{_table(sheet)}</details>"
        )


def _lowered(sentence: str) -> str:
    return sentence if sentence.startswith("IKM") else sentence[:1].lower() + sentence[1:]


def _measured(sheet: Pemeriksaan, name: str) -> str:
    return " · ".join(part for part in (name, f"dihitung ulang dari {whole(sheet.n_kuesioner)} kuesioner") if part)


def _verdict(sheet: Pemeriksaan) -> str:
    n = f'<span class="skm-note">n {whole(sheet.n_kuesioner)}</span>'
    mutu = f"mutu {sheet.mutu.huruf} ({escape(sheet.mutu.kinerja)})"
    facts = [("Seharusnya", f"<b>{decimal(sheet.ikm)}</b> {mutu} {n}")]
    if sheet.ikm_berkas is not None or sheet.mutu_berkas:
        stated = [f"<b>{decimal(sheet.ikm_berkas)}</b>"] if sheet.ikm_berkas is not None else []
        stated += [f"mutu {escape(sheet.mutu_berkas)}"] if sheet.mutu_berkas else []
        facts.insert(0, ("Di berkas", " ".join(stated)))
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
    return f'<dl class="skm-found">{listed}</dl><p class="skm-note">{ARITHMETIC}</p>'


def _n_wrong(sheet: Pemeriksaan) -> str:
    wrong = sum(1 for one in sheet.perbandingan if not one.cocok)
    return f"{wrong} dari {len(sheet.perbandingan)} berbeda" if wrong else "semuanya benar"


def _table(sheet: Pemeriksaan) -> str:
    steps = [step for step in LANGKAH if any(one.langkah == step for one in sheet.perbandingan)]
    by_place = {(one.langkah, one.kolom): one for one in sheet.perbandingan}
    per_item = [
        step for step in steps if any(one.langkah == step and one.kolom is not None for one in sheet.perbandingan)
    ]
    head = "".join(f'<th scope="col" class="num">{LANGKAH[step]}</th>' for step in per_item)
    rows = "".join(
        f"<tr><td>{escape(name)}</td>{''.join(_cell(by_place.get((step, index))) for step in per_item)}</tr>"
        for index, name in enumerate(sheet.nama_kolom)
    )
    whole_sheet = "".join(
        f"<tr><td>{LANGKAH[step]}</td>{_cell(one)}</tr>" for step in steps if (one := by_place.get((step, None)))
    )
    tables = []
    if per_item:
        tables.append(
            f'<table class="skm-table skm-rows narrow"><tr><th scope="col">Unsur</th>{head}</tr>{rows}</table>'
        )
    if whole_sheet:
        tables.append(
            '<table class="skm-table narrow"><tr><th scope="col">Seluruh lembar</th>'
            f'<th scope="col" class="num">Angka</th></tr>{whole_sheet}</table>'
        )
    return "".join(
        f'<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">{table}</div>' for table in tables
    )


def _cell(one: Perbandingan | None) -> str:
    if one is None:
        return f'<td class="num">{NO_DATA}</td>'
    place = f"baris {one.baris}, kolom {escape(one.huruf)}" if one.huruf else f"baris {one.baris}"
    if one.cocok:
        return f'<td class="num" title="{place}">{decimal(one.di_berkas)}</td>'
    return (
        f'<td class="num skm-differs" title="{place}"><b>{decimal(one.di_berkas)}</b>'
        f"<br><span>seharusnya {decimal(one.seharusnya)}</span></td>"
    )
