"""The progress of a periode as a sheet to print: what to bring to a meeting with the kelurahan."""

from __future__ import annotations

from html import escape
from itertools import groupby

from skm_core import registry
from skm_core.sampling import paper, wording
from skm_core.sampling.plan import Rencana
from skm_core.sampling.progress import Kemajuan, Perkembangan
from skm_core.store import Store
from skm_core.writing import angka, tanggal

TITLE = "Kemajuan pengumpulan kuesioner"


def progress_sheet(store: Store, rencana: Rencana, found: Perkembangan, *, contoh: bool = False) -> str:
    """Every planned kelurahan and layanan with "came in / planned", as an HTML file to print."""
    periode = registry.periode(store)[rencana.usulan.periode]
    names, places = registry.layanan(store), registry.wilayah(store)
    layanan = list(dict.fromkeys(one.layanan for one in rencana.sasaran))
    cells = {(one.kelurahan, one.layanan): one for one in found.sel}
    rows: list[str] = []
    planned = [one for one in found.kelurahan if one.target]
    for kecamatan, members in groupby(planned, key=lambda one: places[one.kelurahan].kecamatan_kode or ""):
        rows.append(paper.group(places[kecamatan].nama, len(layanan) + 3))
        for one in members:
            shown = [_of(cells.get((one.kelurahan, kode))) for kode in layanan]
            rows.append(
                paper.row([places[one.kelurahan].nama, *shown, f"{angka(one.terisi)}/{angka(one.target)}",
                           angka(one.kurang) if one.kurang else ""])
            )  # fmt: skip
    heads = ["Kelurahan", *(names[kode].nama for kode in layanan), "Jumlah", "Kurang"]
    who = "sampel kota" if rencana.usulan.pengumpul == "kota" else "kumpulan kelurahan"
    body = (
        f'<h1>{TITLE}</h1><p class="lead">{escape(periode.nama)} · {who} · keadaan {tanggal(found.pada)}</p>'
        f"<p><b>{angka(found.terisi)} dari {angka(found.target)}</b> kuesioner rencana sudah masuk, "
        f"{angka(found.kurang)} belum. {escape(wording.finish(found, periode))}</p>"
        f"{paper.table(heads, rows)}<p class='lead'>Setiap kotak: kuesioner yang masuk / target. "
        f"{escape(wording.surplus(found))}</p>"
        f"{_list('Belum ada satu pun', missing(store, found))}{_list('Di luar rencana', outside(store, found))}"
    )
    return paper.sheet(f"{TITLE} {periode.nama}", body, contoh=contoh)


def missing(store: Store, found: Perkembangan) -> list[str]:
    """Planned cells in which nothing came in, by kelurahan: "Kapuk: semua layanan", "Tomang: PKK, RPTRA"."""
    names, places = registry.layanan(store), registry.wilayah(store)
    planned = [one for one in found.sel if one.target]
    lines = []
    for kelurahan, members in groupby(planned, key=lambda one: one.kelurahan):
        cells = list(members)
        empty = [one for one in cells if one.kosong]
        if empty:
            shown = sorted((names[one.layanan or ""] for one in empty), key=lambda item: item.urutan)
            what = "semua layanan" if len(empty) == len(cells) else ", ".join(item.nama for item in shown)
            lines.append(f"{places[kelurahan].nama}: {what}")
    return lines


def outside(store: Store, found: Perkembangan) -> list[str]:
    """Cells that came in without being planned, by name and largest first: "Kapuk, Posyandu: 12 kuesioner"."""
    names, places = registry.layanan(store), registry.wilayah(store)
    cells = sorted(found.di_luar_rencana, key=lambda one: -one.n_kuesioner)
    return [
        f"{places[one.kelurahan].nama}, {names[one.layanan or ''].nama}: {angka(one.n_kuesioner)} kuesioner"
        for one in cells
    ]


def _of(cell: Kemajuan | None) -> str:
    return "" if cell is None else f"{angka(cell.n_kuesioner)}/{angka(cell.target)}"


def _list(title: str, listed: list[str]) -> str:
    return f"<h2>{title}</h2><p>{escape('; '.join(listed))}.</p>" if listed else ""
