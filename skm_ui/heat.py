"""The heat table: places × services, letter and figure in every cell, the colour of the mutu behind them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from skm_core.results.ringkasan import Ringkasan
from skm_core.scoring import Score
from skm_core.terms import Layanan, Wilayah
from skm_ui.figure import ikm_text, visible
from skm_ui.format import decimal


def heat_html(found: Ringkasan) -> str:
    """One row per place, one column per layanan in the order used everywhere; n stands in the tooltip."""
    services = [part.layanan for part in found.layanan]
    head = "".join(f'<th scope="col">{escape(layanan.nama)}</th>' for layanan in services)
    body = "".join(_row(place, services, found) for place in found.baris)
    place = "Kelurahan" if any(row.tingkat == "kelurahan" for row in found.baris) else "Kecamatan"
    return (
        f'<table class="skm-heat" style="--n:{len(services)}">'
        f'<thead><tr><th scope="col">{place}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row(place: Wilayah, services: Sequence[Layanan], found: Ringkasan) -> str:
    cells = "".join(_cell(place, layanan, found.heat.get((place.kode, layanan.kode))) for layanan in services)
    return f'<tr><th scope="row">{escape(place.nama)}</th>{cells}</tr>'


def _cell(place: Wilayah, layanan: Layanan, score: Score | None) -> str:
    hint = escape(f"{layanan.nama}, {place.nama}: {ikm_text(score)}", quote=True)
    value = visible(score)
    if score is None or score.ikm is None:
        return f'<td class="none" title="{hint}"><span class="off">tanpa data</span></td>'
    if value is None:
        return f'<td class="few" title="{hint}">n&lt;10</td>'
    if score.mutu is None:
        return f'<td class="plain" title="{hint}">{decimal(value)}</td>'
    letter = score.mutu.huruf
    return f'<td class="heat-{letter}" title="{hint}"><i>{letter}</i> {decimal(value)}</td>'
