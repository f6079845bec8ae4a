"""The hexagon map of a sample plan: which kelurahan take part."""

from __future__ import annotations

from skm_core import registry
from skm_core.results.wilayah import Petak
from skm_core.sampling import Rencana
from skm_core.store import Store
from skm_ui.charts.hexagons import Look, figure_of_map
from skm_ui.charts.picture import Picture
from skm_ui.palette import ACCENT, INK, ON_MUTU, WASH


def plan_picture(found: Rencana, store: Store) -> Picture:
    """All kelurahan, those of the plan filled; the tooltip gives the random number and the chance."""
    places = registry.wilayah(store)
    drawn = {one.kelurahan: one for one in found.daftar}
    chosen = {one.kelurahan for one in found.terpilih}

    def look(item: Petak) -> Look:
        return Look(ACCENT, ON_MUTU["A"]) if item.wilayah.kode in chosen else Look(WASH, INK)

    def says(item: Petak) -> str:
        one = drawn.get(item.wilayah.kode)
        number = f"<br>Angka acak {one.angka:.6f}".replace(".", ",") if one and one.angka is not None else ""
        status = "terpilih" if item.wilayah.kode in chosen else "tidak terpilih"
        return f"<b>{item.wilayah.nama}</b>, {item.kecamatan.nama}: {status}{number}"

    tiles = [
        Petak(place, places[place.kecamatan_kode], None, None, None)
        for place in places.values()
        if place.tingkat == "kelurahan" and place.kecamatan_kode
    ]
    names = ", ".join(places[kode].nama for kode in sorted(chosen))
    return Picture("", "", figure_of_map(tiles, look=look, says=says), alt=f"Peta kelurahan; dalam rencana: {names}.")
