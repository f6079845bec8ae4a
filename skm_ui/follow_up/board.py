"""Counts, and the plan as a board by status or as a table."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.follow_up import STATUS, Capaian, Rtl, achievement, report_day
from skm_core.results.tindak_lanjut import effects
from skm_ui.cache import result
from skm_ui.follow_up import words
from skm_ui.follow_up.choice import Choice
from skm_ui.format import day, share, whole
from skm_ui.head import section
from skm_ui.navigation import change, link
from skm_ui.settings import saving

PART = "tindak_lanjut"
ALL_DONE = {1: "Satu-satunya tindak lanjut sudah selesai", 2: "Kedua tindak lanjut selesai"}
NOTHING = {
    "rencana": "Tidak ada yang menunggu.",
    "berjalan": "Tidak ada yang berjalan.",
    "selesai": "Belum ada yang selesai.",
}


def reached(choice: Choice) -> Capaian:
    """The counts of the plan on screen, today."""
    return achievement(choice.items, result(choice, report_day, choice.kode), choice.hari_ini)


def title(choice: Choice) -> str:
    """How much is done."""
    found = reached(choice)
    if not found.n:
        return "Belum ada rencana tindak lanjut"
    if found.n_selesai == found.n:
        return ALL_DONE.get(found.n, f"Semua {whole(found.n)} tindak lanjut selesai")
    late = f", {whole(found.n_terlambat)} terlambat" if found.n_terlambat else ""
    done = whole(found.n_selesai) if found.n_selesai else "Belum satu pun"
    return f"{done} dari {whole(found.n)} tindak lanjut selesai{late}"


def counts(choice: Choice) -> None:
    """What PEKPPP asks: share done, since when, how fast, with evidence."""
    saving.said(PART)
    found = reached(choice)
    if not found.n:
        return
    start = "laporan" if found.laporan.dicatat else "survei berakhir"
    tiles = [
        (share(found.n_selesai, found.n, 0), f"selesai, {whole(found.n_selesai)} dari {whole(found.n)} rencana", "")
    ]
    tiles.append((whole(found.n_terlambat), "lewat waktu dan belum selesai", "alarm" if found.n_terlambat else ""))
    if found.hari is not None:
        tiles.append((whole(found.hari), f"hari sejak {start}, {day(found.laporan.tanggal)}", ""))
    if found.hari_selesai is not None:
        tiles.append((whole(found.hari_selesai), f"hari dari {start} sampai selesai, nilai tengah", ""))
    cells = "".join(
        f'<div class="{kind}"><b>{value}</b><span>{escape(name)}</span></div>' for value, name, kind in tiles
    )
    evidence = ""
    if found.n_selesai:
        n = whole(found.n_berbukti) if found.n_berbukti else "Belum satu pun"
        evidence = f"{n} dari {whole(found.n_selesai)} yang selesai dilengkapi bukti."
    when = f"Keadaan {day(choice.hari_ini)}, tidak lama sesudah survei contoh terakhir." if choice.contoh else ""
    note = f'<p class="skm-note">{escape(" ".join(part for part in (evidence, when) if part))}</p>'
    st.html(f'<div class="skm-counts rtl-counts">{cells}</div>{note}')


def show(choice: Choice) -> None:
    """Board or table of the plan on screen."""
    items = choice.items
    if not items:
        return
    if choice.tampilan == "tabel":
        section("Rencana sebagai tabel", "Unsur dengan nilai terendah lebih dahulu, seperti dalam tabel resmi.")
        st.html(_table_html(choice, items))
        return
    section("Rencana menurut keadaannya", "Pilih satu untuk melihat rincian, bukti, dan riwayatnya.")
    shown = [status for status in STATUS if status in NOTHING]
    with st.container(key="rtl-papan"):
        for status, column in zip(shown, st.columns(len(shown), gap="medium"), strict=True):
            with column:
                _column(choice, status, [one for one in items if one.isian.status == status])
    dropped = [one for one in items if one.isian.status == "batal"]
    if dropped:
        with st.expander(f"{whole(len(dropped))} dibatalkan", type="compact"):
            for one in dropped:
                _card(choice, one)


def _column(choice: Choice, status: str, items: list[Rtl]) -> None:
    st.html(f'<h3 class="rtl-column">{STATUS[status]} <span>{whole(len(items))}</span></h3>')
    if not items:
        st.html(f'<p class="skm-note">{NOTHING[status]}</p>')
    for one in items:
        _card(choice, one)


def _card(choice: Choice, one: Rtl) -> None:
    isian = one.isian
    here = choice.rtl is not None and choice.rtl.rtl_id == one.rtl_id
    with st.container(key=f"rtl-kartu-{one.rtl_id}{'-buka' if here else ''}", gap=None):
        st.button(
            words.plain(isian.program), on_click=change, kwargs={"rtl": str(one.rtl_id), "baru": None},
            key=f"rtl_buka_{one.rtl_id}", type="tertiary",
        )  # fmt: skip
        late = ' · <span class="rtl-late">terlambat</span>' if isian.terlambat(choice.hari_ini) else ""
        progress = f" · {isian.kemajuan_pct}%" if isian.status == "berjalan" else ""
        done = f" · selesai {day(isian.selesai_pada)}, {words.evidence(one)}" if isian.selesai_pada else ""
        found = result(choice, effects, choice.items).get(one.rtl_id)
        effect = f"<p>Unsurnya {words.effect_html(found)}</p>" if found and found.kata and isian.selesai_pada else ""
        st.html(
            f'<div class="rtl-card">{words.bar_html(one) if isian.status == "berjalan" else ""}'
            f"<p>{escape(choice.unsur[isian.unsur].pendek)} · {escape(choice.service(isian.layanan))}</p>"
            f"<p>{words.kind_html(one)} · {escape(isian.waktu)}{progress}{late}{done}</p>"
            f"<p>{escape(isian.penanggung_jawab)}</p>{effect}</div>"
        )


def _table_html(choice: Choice, items: tuple[Rtl, ...]) -> str:
    found = result(choice, effects, items)
    rows = []
    for one in items:
        isian = one.isian
        over = isian.status in ("selesai", "batal")
        effect, said = (words.effect_html(found.get(one.rtl_id)), " class='said'") if over else ("–", "")
        address = escape(link("tindak_lanjut", rtl=str(one.rtl_id)))
        rows.append(
            f"<tr><td><b>{escape(choice.unsur[isian.unsur].nama)}</b><br>"
            f"<span class='skm-note'>{escape(choice.service(isian.layanan))}</span></td>"
            f"<td data-label='Program'><span><a href='{address}' target='_self'>{escape(isian.program)}</a><br>"
            f"<span class='skm-note'>{words.kind_html(one)}</span></span></td>"
            f"<td data-label='Waktu'>{escape(isian.waktu)}</td>"
            f"<td data-label='Penanggung jawab'>{escape(isian.penanggung_jawab)}</td>"
            f"<td data-label='Keadaan'><span>{words.status_html(one, choice.hari_ini)}</span></td>"
            f"<td{said} data-label='Unsurnya kemudian'><span>{effect}</span></td></tr>"
        )
    heads = "".join(
        f"<th scope='col'>{name}</th>"
        for name in ("Prioritas unsur", "Program/kegiatan", "Waktu", "Penanggung jawab", "Keadaan", "Unsurnya kemudian")
    )
    return (
        f'<table class="skm-table skm-cards rtl-table"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
