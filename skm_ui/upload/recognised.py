"""Step 2: what was understood of the file, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.findings import Finding
from skm_core.intake import Draft
from skm_core.intake.columns import ColumnMap
from skm_core.intake.headers import IGNORED, KEY, REASON
from skm_core.store import Store
from skm_core.terms import Layanan, Unsur
from skm_ui.filters import PENGUMPUL
from skm_ui.format import whole
from skm_ui.upload import choices
from skm_ui.upload.naming import listed
from skm_ui.upload.titles import on_screen

HOW = {
    "kunci": "nama kolom",
    "teks": "teks di berkas",
    "label": "pilihan jawabannya",
    "posisi": "nomornya",
    "pemetaan": "pemetaan",
    "pribadi": "data pribadi",
    "diabaikan": "",
}
UNSETTLED = "pengaduan atau sarana? Pilih di atas"
TITLES = {"DARI_JUDUL": "Dari judul", "JUDUL_TIDAK_DIKENAL": "Judul tak dikenal", "JUDUL_BERBEDA": "Judul berbeda"}
CHECK = " Periksa apakah benar."
OPEN_UP_TO = 24
"""Columns a table may have to stand open at once."""


def show(store: Store, draft: Draft) -> None:
    """The facts."""
    found = [*_facts(store, draft), *_titles(draft)]
    facts = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in found)
    st.html(f'<dl class="skm-found">{facts}</dl>')


def show_columns(store: Store, draft: Draft) -> None:
    """The meaning of every column."""
    if draft.columns:
        st.html(_columns(draft, registry.unsur(store), registry.layanan(store)))


def _facts(store: Store, draft: Draft) -> list[tuple[str, str]]:
    assert draft.layout is not None
    facts = [("Bentuk", draft.layout.nama[:1].upper() + draft.layout.nama[1:])]
    if draft.instrumen:
        facts.append(("Kuesioner", f"{draft.instrumen.nama}, {len(draft.instrumen.butir)} pertanyaan"))
    if judged := {column.layanan for column in draft.columns if column.layanan}:
        facts.append(("Satu baris", f"{len(judged)} layanan; tiap layanan yang dijawab menjadi satu kuesioner"))
    if counts := draft.counts:
        rounds = registry.periode(store) | {item.kode: item for item in draft.baru.periode}
        facts.append(("Periode", listed(rounds, counts["periode"])))
        facts.append(("Layanan", listed(registry.layanan(store), counts["layanan"])))
        places = registry.wilayah(store)
        kelurahan = [kode for kode in counts["kelurahan"] if kode in places and places[kode].tingkat == "kelurahan"]
        kecamatan = {places[kode].kecamatan_kode for kode in counts["kelurahan"] if kode in places} - {None}
        where = (
            f"{len(kelurahan)} kelurahan di {len(kecamatan)} kecamatan" if kelurahan else "tingkat kecamatan atau kota"
        )
        if len(kelurahan) == 1:
            where = f"{places[kelurahan[0]].nama}, {places[str(places[kelurahan[0]].kecamatan_kode)].nama}"
        facts.append(("Tempat", where))
        if draft.options.pengumpul is None and "pengumpul" not in draft.pertanyaan:
            facts.append(("Pengumpul", ", ".join(PENGUMPUL[kode] for kode in counts["pengumpul"])))
    dropped = [column.header for column in draft.columns if column.target == "pribadi"]
    if dropped:
        facts.append(("Data pribadi", f"{', '.join(dropped)}: dibuang, tidak disimpan"))
    unsettled = {column.header for column in choices.eight_and_nine(draft)}
    ignored = list(
        dict.fromkeys(
            column.header or f"kolom {column.letter}"
            for column in draft.columns
            if column.target == IGNORED and column.header not in (*unsettled, KEY, REASON)
        )
    )
    if ignored:
        more = f", dan {len(ignored) - 6} lagi" if len(ignored) > 6 else ""
        facts.append(("Tidak dipakai", ", ".join(map(_short, ignored[:6])) + more))
    if draft.n_ringkasan:
        facts.append(("Dilewati", f"{whole(draft.n_ringkasan)} baris judul, hitungan, atau keterangan"))
    if closing := [one for one in draft.temuan if one.kode == "PENUTUP_DILEWATI"]:
        more = f" {whole(len(closing) - 1)} lembar lain dengan cara yang sama." if closing[1:] else ""
        facts.append(("Di bawah tabel", on_screen(closing[0].pesan) + more))
    return facts


def _titles(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the titles above the tables and the names of the sheets were taken for, each with where it stands."""
    several = len(draft.raw.lembar) > 1
    for kode, name in TITLES.items():
        said: dict[str, list[Finding]] = {}
        for one in sorted((one for one in draft.temuan if one.kode == kode), key=_place):
            said.setdefault(one.pesan.split()[0], []).append(one)
        for found in said.values():
            sentence = on_screen(found[0].pesan).removesuffix(CHECK)
            if several and found[0].lembar and found[0].baris:
                sentence = f'Lembar "{found[0].lembar}": {sentence[:1].lower()}{sentence[1:]}'
            if len(found) > 1:
                alike = len({one.pesan for one in found}) == 1
                sentence += (
                    f" {whole(len(found) - 1)} lembar lain {'berjudul sama' if alike else 'dengan cara yang sama'}."
                )
            yield name, sentence
            name = ""


def _place(finding: Finding) -> tuple[int, str, int]:
    """Titles in the order of the fields, then of the file."""
    fields = ("Periode", "Layanan", "Kelurahan")
    first = finding.pesan.split()[0]
    return (fields.index(first) if first in fields else len(fields), finding.lembar or "", finding.baris or 0)


def _columns(draft: Draft, unsur: dict[str, Unsur], layanan: dict[str, Layanan]) -> str:
    columns = [column for column in draft.columns if column.header not in (KEY, REASON)]
    sheets = {column.lembar for column in columns}
    rows = "".join(
        f"<tr class='how-{column.how}'><td>{_sheet(column, sheets)}{column.letter}</td>"
        f"<td>{escape(_short(column.header, 90))}</td>"
        f"<td>{escape(_meaning(draft, column, unsur) + _service(column, layanan))}</td>"
        f"<td class='skm-note'>{HOW[column.how]}</td></tr>"
        for column in columns
    )
    return (
        f"<details class='skm-more alone'{' open' if len(columns) <= OPEN_UP_TO else ''}>"
        "<summary><b>Arti setiap kolom</b> "
        f"<span class='skm-note'>{len(columns)} kolom</span></summary>"
        "<div class='skm-scroll' tabindex='0' role='group' aria-label='Tabel'>"
        "<table class='skm-table skm-columns'><thead><tr><th>Kolom</th><th>Judul di berkas</th><th>Dibaca sebagai</th>"
        f"<th>Menurut</th></tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def _meaning(draft: Draft, column: ColumnMap, unsur: dict[str, Unsur]) -> str:
    items = {item.kolom: item for item in draft.instrumen.butir} if draft.instrumen else {}
    item = items.get(column.target)
    if column in choices.eight_and_nine(draft) and item is None:
        return UNSETTLED
    if item is None:
        return column.meaning
    return unsur[item.unsur_kunci].nama if item.unsur_kunci else item.teks


def _service(column: ColumnMap, layanan: dict[str, Layanan]) -> str:
    return f", {layanan[column.layanan].nama}" if column.layanan else ""


def _sheet(column: ColumnMap, sheets: set[str | None]) -> str:
    return f"{escape(column.lembar or '')} " if len(sheets) > 1 else ""


def _short(text: str, longest: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
