"""A new questionnaire: the questions of an existing one in an editable table, with added items and own weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pandas as pd
import streamlit as st

from skm_core import settings
from skm_core.errors import InvalidSettingError
from skm_core.store import Store
from skm_core.terms import Butir, Instrumen, Unsur
from skm_ui.settings import saving

PART = "kuesioner"
EXTRA = "Tambahan, tidak dihitung"
VARIABEL = "Variabel, bukan unsur"
LABELS = ("Jawaban 1", "Jawaban 2", "Jawaban 3", "Jawaban 4")


def show(store: Store, known: Mapping[str, Instrumen], unsur: Mapping[str, Unsur]) -> None:
    """Choice of the questionnaire to start from, the table, and the button that stores the new one."""
    base = known[
        st.selectbox(
            "Mulai dari",
            list(known),
            format_func=lambda kode: known[kode].nama,
            key="kuesioner_dasar",
            width=saving.WIDTH,
        )
    ]
    left, right = st.columns(2, vertical_alignment="bottom")
    nama = left.text_input("Nama kuesioner baru", key="kuesioner_nama", placeholder="SKM Posyandu 2020")
    own = right.toggle(
        "Bobot sendiri per unsur", base.bobot is not None, key=f"kuesioner_bobot_{base.kode}", width="stretch"
    )
    names = {item.nama: key for key, item in unsur.items() if item.aturan in (None, base.aturan)}
    edited = st.data_editor(
        _table(base, unsur),
        key=f"kuesioner_isi_{base.kode}",
        num_rows="dynamic",
        hide_index=True,
        height="content",
        column_order=["Unsur", "Pertanyaan", *LABELS, *(["Bobot"] if own else [])],
        column_config={
            "Unsur": st.column_config.SelectboxColumn(options=[*names, EXTRA, VARIABEL], width="medium"),
            "Pertanyaan": st.column_config.TextColumn(width="large"),
            "Bobot": st.column_config.TextColumn(help="Misalnya 0,2 atau 1/9. Jumlah semua unsur harus tepat 1."),
        },
        alt="Pertanyaan kuesioner baru: unsur, teks, dan empat pilihan jawaban; dapat diubah dan ditambah.",
    )
    st.html(
        '<p class="skm-note">Satu baris adalah satu pertanyaan; jawabannya diurutkan dari yang terendah (1) ke yang '
        "tertinggi (4). Beberapa pertanyaan boleh memakai unsur yang sama: nilainya dirata-ratakan. Tambah baris di "
        "bawah tabel.</p>"
    )
    if st.button("Simpan kuesioner baru", type="primary", key="kuesioner_simpan"):
        _save(store, known, base, nama, edited.to_dict("records"), names, own=own)


def _table(base: Instrumen, unsur: Mapping[str, Unsur]) -> pd.DataFrame:
    roles = {"tambahan": EXTRA, "variabel": VARIABEL}
    rows = [
        {
            "Unsur": unsur[item.unsur_kunci].nama if item.unsur_kunci else roles[item.peran],
            "Pertanyaan": item.teks,
            **dict(zip(LABELS, item.label, strict=True)),
            "Bobot": str(base.bobot[item.unsur_kunci]) if base.bobot and item.unsur_kunci else "",
        }
        for item in base.butir
    ]
    return pd.DataFrame(rows, dtype="str")


def _save(
    store: Store,
    known: Mapping[str, Instrumen],
    base: Instrumen,
    nama: str,
    rows: Sequence[Mapping[str, Any]],
    names: Mapping[str, str],
    *,
    own: bool,
) -> None:
    kode = saving.code(nama, "_")
    try:
        if kode in known:
            raise InvalidSettingError(f'Kuesioner dengan kode "{kode}" sudah ada. Beri nama lain.')
        made = made_of(replace(base, kode=kode, nama=nama), rows, names, own=own)
    except InvalidSettingError as error:
        saving.refused(str(error))
        return
    saving.save(PART, lambda: settings.save_instrumen(store, made), f"Kuesioner {nama.strip()} disimpan.")


def made_of(base: Instrumen, rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], *, own: bool) -> Instrumen:
    """The questionnaire that the table describes; rows without any text are left out.

    Raises InvalidSettingError naming the question for a row without an unsur, or a weight that is no number or
    differs between the questions of one unsur.
    """
    items: list[Butir] = []
    weights: dict[str, Fraction] = {}
    filled = [row for row in rows if any(_text(row.get(column)) for column in ("Unsur", "Pertanyaan", *LABELS))]
    for number, row in enumerate(filled, 1):
        name = _text(row.get("Unsur"))
        if not name:
            raise InvalidSettingError(f"Pertanyaan {number} belum mempunyai unsur. Pilih unsurnya, atau {EXTRA!r}.")
        key = names.get(name)
        peran = "unsur" if key else "variabel" if name == VARIABEL else "tambahan"
        one, two, three, four = (_text(row.get(column)) for column in LABELS)
        items.append(
            Butir(base.kode, f"b{number}", number, peran, key, _text(row.get("Pertanyaan")), (one, two, three, four))
        )
        typed = _text(row.get("Bobot")) if own and key else ""
        if key and typed and weights.setdefault(key, weight := saving.weight(name, typed)) != weight:
            raise InvalidSettingError(f"Bobot {name} ditulis dua kali dengan angka berbeda.")
    if len(items) > settings.MAX_BUTIR:
        raise InvalidSettingError(f"Kuesioner harus berisi 1 sampai {settings.MAX_BUTIR} pertanyaan.")
    if own and not weights:
        raise InvalidSettingError("Bobot sendiri dipilih, tetapi kolom Bobot masih kosong.")
    return replace(
        base,
        sumber=f"Dibuat di Pengaturan dari {base.sumber}" if not base.sumber.startswith("Dibuat") else base.sumber,
        butir=tuple(items),
        bobot=weights if own else None,
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
