"""What an upload, an undo or a restore will do to the figures, said before the button is pressed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from skm_core import registry
from skm_core.effect import Effect
from skm_core.results.measured import measure
from skm_core.results.showing import margin, visible
from skm_core.scoring import Score
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan
from skm_ui.filters import PENGUMPUL
from skm_ui.format import NO_DATA, decimal, whole
from skm_ui.upload.naming import place

CITY, PLACES = 12, 60
"""Lines shown of the whole city and of kelurahan."""

LATER = "Angka di kanan panah dihitung di muka. Rentangnya (±) dan mutunya menyusul sesudah perubahan ini berlaku."


def html(store: Store, found: Sequence[Effect], new: Mapping[str, Periode] | None = None) -> str:
    """ "IKM Posyandu · April–Juni 2019: 81,20 → 81,05, n 1.540 → 1.600" per layanan; kelurahan behind one click."""
    if not found:
        return '<p class="skm-text">Tidak ada angka yang berubah.</p>'
    rounds = {**registry.periode(store), **(new or {})}
    services, places = registry.layanan(store), registry.wilayah(store)

    city = [one for one in found if one.kelurahan is None]
    local = [one for one in found if one.kelurahan is not None]
    margins = _margins(store, city)

    def line(one: Effect) -> str:
        service = services[one.layanan].nama if one.layanan in services else one.layanan
        time = rounds[one.periode].nama if one.periode in rounds else one.periode
        where = place(places, one.kelurahan) if one.kelurahan in places else one.kelurahan or ""
        sure = "" if one.kelurahan else margins.get((one.periode, one.layanan, one.pengumpul), "")
        names = (where, service, time, PENGUMPUL[one.pengumpul].lower())
        return (
            f"<tr><td>{escape(' · '.join(name for name in names if name))}</td>"
            f"<td class='num'>{_value(one.sebelum, sure)} → <b>{_value(one.sesudah)}</b></td>"
            f"<td class='num'>n {_n(one.sebelum)} → {_n(one.sesudah)}</td></tr>"
        )

    shown = _table([line(one) for one in city], CITY) if city else ""
    if local:
        shown += (
            f"<details class='skm-all'><summary>{whole(len(local))} angka kelurahan yang berubah</summary>"
            "<div class='skm-scroll' tabindex='0' role='group' aria-label='Tabel'>"
            f"{_table([line(one) for one in local], PLACES)}</div></details>"
        )
    return f'<div class="skm-effects">{shown}<p class="skm-note">{LATER}</p></div>'


def _table(lines: Sequence[str], most: int) -> str:
    more = f"<p class='skm-note'>dan {whole(len(lines) - most)} angka lain</p>" if len(lines) > most else ""
    return f"<table class='skm-table skm-effect'><tbody>{''.join(lines[:most])}</tbody></table>{more}"


def _value(figure: Score | None, sure: str = "") -> str:
    if figure is None or figure.ikm is None:
        return NO_DATA
    value = visible(figure)
    return "belum tampil" if value is None else f"{decimal(value)}{sure}"


def _margins(store: Store, found: Iterable[Effect]) -> dict[tuple[str, str, str], str]:
    """The ± of the figures of today, by periode, layanan and pengumpul."""
    city = [one for one in found if one.sebelum]
    if not city:
        return {}
    asked = Pilihan(tuple({one.periode for one in city}), tuple({one.layanan for one in city}))
    return {
        (str(one.periode), str(one.layanan), one.pengumpul): f" {margin(one)}"
        for one in measure(store, asked, ("periode", "layanan"), unsur=False)
    }


def _n(figure: Score | None) -> str:
    return whole(figure.n_kuesioner if figure else 0)
