"""Kemajuan: what came in against the plan on a day, where it lacks, and whether it will be full in time."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.sampling import Perkembangan, Rencana, plan, plan_progress, wording
from skm_core.sampling.progress_sheet import missing, outside, progress_sheet
from skm_core.store import Store
from skm_ui.cache import result
from skm_ui.charts.pace import pace_picture
from skm_ui.charts.picture import draw
from skm_ui.format import day, share, whole
from skm_ui.head import empty, section
from skm_ui.kept import built
from skm_ui.navigation import change
from skm_ui.sampling.choice import Choice, day_input
from skm_ui.sampling.progress_table import progress_html, tables
from skm_ui.table import fold, show_tables

FEW = 6
"""Lines that are shown at once; a longer list opens on a click."""


def title(choice: Choice) -> str:
    """How much of the plan is in."""
    assert choice.periode
    rencana, found = _read(choice)
    if rencana is None:
        return f"{whole(found.n_kuesioner)} kuesioner masuk, tanpa rencana"
    if not found.terisi:
        return f"Belum ada kuesioner dari {whole(found.target)} yang direncanakan"
    if not found.kurang:
        return f"Rencana {choice.periode.nama} terpenuhi"
    return f"{share(found.terisi, found.target, 0)} dari rencana sudah terkumpul"


def _read(choice: Choice) -> tuple[Rencana | None, Perkembangan]:
    return (
        result(choice, plan, choice.kode, choice.pengumpul),
        result(choice, plan_progress, choice.kode, choice.pengumpul, choice.pada),
    )


def show(choice: Choice) -> None:
    """Day, counts, the sentence on the finish, the curve, every cell, and what lies outside the plan."""
    assert choice.periode
    rencana, found = _read(choice)
    if rencana is None:
        empty(
            "Belum ada rencana untuk dibandingkan.",
            f"{whole(found.n_kuesioner)} kuesioner sudah masuk. Catat rencana dahulu, supaya kemajuannya terlihat.",
        )
        st.button("Buka rencana", on_click=change, kwargs={"bagian": "rencana"}, key="kemajuan_ke_rencana")
        return
    day_input(choice)
    tiles = (
        ("kuesioner rencana masuk", whole(found.terisi), ""),
        ("belum masuk", whole(found.kurang), ""),
        ("kotak tabel di bawah masih kosong", whole(len(found.kosong)), "alarm" if found.kosong else ""),
        ("kuesioner lebih dari rencana", whole(found.n_kuesioner - found.terisi), ""),
    )
    st.html(
        f'<p class="skm-lead">{escape(wording.finish(found, choice.periode))}</p><div class="skm-counts skm-sample">'
        + "".join(f'<div class="{kind}"><b>{n}</b><span>{name}</span></div>' for name, n, kind in tiles)
        + "</div>"
    )
    if found.harian:
        draw(built(pace_picture, found, choice.periode), "laju")
    section(
        "Tiap kelurahan dan layanan",
        f"Kuesioner masuk / target, keadaan {day(choice.pada)}. Bergaris: belum ada satu pun.",
    )
    if said := wording.surplus(found):
        st.html(f'<p class="skm-note">{escape(said)}</p>')
    st.html(built(progress_html, found, choice.store))
    _named(choice, found)
    st.download_button(
        "Unduh lembar kemajuan untuk dicetak",
        data=lambda: progress_sheet(choice.store, rencana, found, contoh=choice.contoh).encode(),
        file_name=f"kemajuan-{choice.kode}-{choice.pengumpul}-{choice.pada.isoformat()}.html",
        mime="text/html",
        on_click="ignore",
        key="lembar-kemajuan",
    )
    show_tables(built(tables, found, choice.store), f"kemajuan-{choice.kode}-{choice.pengumpul}")


def _named(choice: Choice, found: Perkembangan) -> None:
    """The empty cells and those outside the plan by name; long lists open on demand."""
    empties, strangers = built(_lists, found, choice.store)
    parts = []
    if empties:
        title = f"Belum ada satu pun kuesioner: {whole(len(found.kosong))} kotak di {whole(len(empties))} kelurahan"
        parts.append(fold(title, _items(empties), opened=len(empties) <= FEW))
    if strangers:
        n = sum(one.n_kuesioner for one in found.di_luar_rencana)
        note = "Kuesioner ini tetap dihitung dalam IKM; periksa apakah kelurahan atau pengumpulnya benar."
        title = f"{whole(n)} kuesioner dari kelurahan atau layanan yang tidak direncanakan"
        body = f'<p class="skm-note">{note}</p>{_items(strangers)}'
        parts.append(fold(title, body, opened=len(strangers) <= FEW))
    if parts:
        st.html("".join(parts))


def _items(lines: list[str]) -> str:
    return f'<ul class="skm-list skm-named">{"".join(f"<li>{escape(one)}</li>" for one in lines)}</ul>'


def _lists(found: Perkembangan, store: Store) -> tuple[list[str], list[str]]:
    return missing(store, found), outside(store, found)
