"""Step 3: counts first, then what was found, then the first rows as the database will hold them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from skm_core import registry
from skm_core.intake import Draft, refused
from skm_core.store import Store
from skm_core.terms import Butir
from skm_ui.format import NO_DATA, day, whole
from skm_ui.upload import changes, finding_list, repairs
from skm_ui.upload.held import Held
from skm_ui.upload.naming import place
from skm_ui.upload.refused_rows import XLSX

ROWS = 8
PROFILE = {
    "jenis_kelamin": "L/P",
    "usia": "Usia",
    "pendidikan": "Pendidikan",
    "pekerjaan": "Pekerjaan",
}


def show(store: Store, held: Held, draft: Draft) -> None:
    """Counts, the refused rows to take away, what has changed, findings, rows."""
    met = draft.n_diterima - draft.n_baru
    known = (("Sudah tersimpan", draft.n_sama + draft.n_terisi, ""), ("Berubah", draft.n_berubah, "")) if met else ()
    tiles = (
        ("Baru" if met else "Diterima", draft.n_baru, ""),
        *known,
        ("Ditolak", draft.n_ditolak, "alarm" if draft.n_ditolak else ""),
        ("Peringatan", finding_list.n_warnings(draft), ""),
        ("Baris kosong", draft.n_kosong, ""),
    )
    st.html(
        '<div class="skm-counts">'
        + "".join(f'<div class="{kind}"><b>{whole(n)}</b><span>{name}</span></div>' for name, n, kind in tiles)
        + "</div>"
    )
    if draft.n_ditolak:
        st.download_button(
            f"Unduh {whole(draft.n_ditolak)} baris yang ditolak",
            data=lambda: refused.workbook(refused.of_draft(draft)),
            file_name=f"ditolak-{Path(draft.name).stem}.xlsx",
            mime=XLSX,
            on_click="ignore",
            key="unggah_unduh_ditolak",
        )
        st.html(
            '<p class="skm-note">Perbaiki isinya di Excel, simpan, lalu unggah berkas itu di sini: hanya baris-baris '
            "ini yang diisi. Simpan dahulu baris yang diterima di langkah 4.</p>"
        )
    changes.show(store, held, draft)
    repairs.show(held, draft)
    finding_list.show(store, draft)
    if rows := draft.preview(ROWS):
        st.html(_table(store, draft, rows))


def _table(store: Store, draft: Draft, rows: list[dict[str, Any]]) -> str:
    assert draft.instrumen is not None
    rounds = registry.periode(store) | {item.kode: item for item in draft.baru.periode}
    services, places, unsur = registry.layanan(store), registry.wilayah(store), registry.unsur(store)
    present = [name for name in PROFILE if any(row[name] is not None for row in rows)]
    dated = any(row["tanggal"] is not None for row in rows)
    commented = any(row["saran"] for row in rows)
    head = [
        "Baris",
        "Periode",
        "Layanan",
        "Tempat",
        *(["Tanggal"] if dated else []),
        *(PROFILE[name] for name in present),
    ]
    head += [unsur[item.unsur_kunci].pendek if item.unsur_kunci else item.teks for item in draft.instrumen.butir]
    head += ["Saran"] if commented else []
    body = ""
    for row in rows:
        cells = [
            str(row["baris"]),
            rounds[row["periode"]].nama,
            services[row["layanan"]].nama if row["layanan"] in services else row["layanan"],
            place(places, row["wilayah"]) if row["wilayah"] in places else row["wilayah"],
            *([day(row["tanggal"])] if dated else []),
            *(NO_DATA if row[name] is None else str(row[name]) for name in present),
            *(_answer(draft, item, row) for item in draft.instrumen.butir),
            *([row["saran"] or NO_DATA] if commented else []),
        ]
        body += "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    how = "akan disimpan" if draft.n_baru == draft.n_diterima else "dibaca"
    header = "".join(f"<th>{escape(name)}</th>" for name in head)
    return (
        f'<p class="skm-label skm-before">{len(rows)} baris pertama seperti yang {how}</p>'
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel"><table class="skm-table skm-rows">'
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _answer(draft: Draft, item: Butir, row: Mapping[str, Any]) -> str:
    """The number and what it stands for, in the words of the file where it has some."""
    value = row[item.kolom]
    return NO_DATA if value is None else f"{value} {draft.jawaban.get((item.kolom, value), item.label[value - 1])}"
