"""Progress as a table: kelurahan × layanan, a thin bar for the share that is in, empty cells hatched."""

from __future__ import annotations

from html import escape
from itertools import groupby

from skm_core import registry
from skm_core.sampling import Kemajuan, Perkembangan
from skm_core.store import Store
from skm_core.terms import Layanan
from skm_ui.format import whole
from skm_ui.table import Column, Table


def _layanan(found: Perkembangan, store: Store) -> list[Layanan]:
    planned = {one.layanan for one in found.sel if one.target}
    return [item for item in registry.layanan(store).values() if item.kode in planned]


def progress_html(found: Perkembangan, store: Store) -> str:
    """Planned kelurahan under the name of their kecamatan; on a phone the name stands above its cells."""
    places, services = registry.wilayah(store), _layanan(found, store)
    cells = {(one.kelurahan, one.layanan): one for one in found.sel}
    heads = "".join(f'<th scope="col" class="num">{escape(item.nama)}</th>' for item in services)
    body = ""
    planned = [one for one in found.kelurahan if one.target]
    for kecamatan, members in groupby(planned, key=lambda one: places[one.kelurahan].kecamatan_kode or ""):
        head = f'<th scope="rowgroup" colspan="{len(services) + 2}">{escape(places[kecamatan].nama)}</th>'
        body += f'<tr class="group">{head}</tr>'
        for total in members:
            name = places[total.kelurahan].nama
            row = "".join(_cell(cells.get((total.kelurahan, item.kode)), name, item.nama) for item in services)
            body += f'<tr><th scope="row">{escape(name)}</th>{row}{_cell(total, name, "jumlah")}</tr>'
    return (
        f'<table class="skm-table skm-progress" style="--n:{len(services) + 1}"><thead><tr>'
        f'<th scope="col">Kelurahan</th>{heads}<th scope="col" class="num">Jumlah</th></tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(cell: Kemajuan | None, place: str, what: str) -> str:
    if cell is None or not cell.target:
        return '<td class="num">–</td>'
    kind = "empty" if cell.kosong else "full" if not cell.kurang else ""
    lacking = "penuh" if not cell.kurang else f"kurang {whole(cell.kurang)}"
    shown = cell.n_kuesioner if cell.layanan else cell.terisi  # a total must not hide a gap behind a full cell
    over = cell.n_kuesioner - cell.terisi
    beyond = f", {whole(over)} lebih dari target{'' if cell.layanan else ' kotaknya'}" if over else ""
    hint = escape(f"{what}, {place}: {whole(shown)} dari {whole(cell.target)}, {lacking}{beyond}", quote=True)
    width = 100 * cell.terisi // cell.target
    return (
        f'<td class="num {kind}" title="{hint}"><b>{whole(shown)}</b> <small>/ {whole(cell.target)}</small>'
        f'<span class="skm-bar"><i style="width:{width}%"></i></span></td>'
    )


def tables(found: Perkembangan, store: Store) -> list[tuple[str, Table]]:
    """Every kelurahan with its respondents, and every cell, planned or not."""
    places, names = registry.wilayah(store), registry.layanan(store)
    heads = ("Target", "Kuesioner masuk", "Mengisi rencana", "Kurang")
    per_place = tuple(
        (*_place(one, store), one.n_responden, one.target, one.n_kuesioner, one.terisi, one.kurang)
        for one in found.kelurahan
    )
    per_cell = tuple(
        (*_place(one, store), names[str(one.layanan)].nama, one.target, one.n_kuesioner, one.terisi, one.kurang)
        for one in found.sel
        if one.kelurahan in places
    )
    numbers = tuple(Column(name, "number") for name in heads)
    where = (Column("Kecamatan"), Column("Kelurahan"))
    return [
        ("Per kelurahan", Table((*where, Column("Responden", "number"), *numbers), per_place)),
        ("Per kelurahan dan layanan", Table((*where, Column("Layanan"), *numbers), per_cell)),
    ]


def _place(one: Kemajuan, store: Store) -> tuple[str, str]:
    places = registry.wilayah(store)
    place = places[one.kelurahan]
    return places[place.kecamatan_kode].nama if place.kecamatan_kode else "", place.nama
