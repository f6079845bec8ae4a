"""The heat table: places × services, letter and figure in every cell, the colour of the mutu behind them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from skm_core.results.measured import Measured
from skm_core.results.ringkasan import Ringkasan
from skm_core.results.showing import ikm_text, visible
from skm_core.terms import Layanan, Wilayah
from skm_ui.figure import letter
from skm_ui.format import decimal


def heat_html(found: Ringkasan) -> str:
    """One row per place, one column per layanan in the order used everywhere; ± and n stand in the tooltip.

    A cell whose mutu is not certain is pale, with "?" after its letter.

    Places and layanan without any data do not fill the table; the places are named below it.
    """
    held = [key for key, score in found.heat.items() if score.ikm is not None]
    with_data, judged = {place for place, _ in held}, {layanan for _, layanan in held}
    services = [part.layanan for part in found.layanan if part.layanan.kode in judged]
    rows = [row for row in found.baris if row.kode in with_data]
    head = "".join(f'<th scope="col">{escape(layanan.nama)}</th>' for layanan in services)
    body = "".join(_row(place, services, found) for place in rows)
    table = (
        f'<table class="skm-heat" style="--n:{len(services)}"><thead><tr>'
        f'<th scope="col">{found.baris[0].tingkat.capitalize()}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )
    missing = ", ".join(row.nama for row in found.baris if row.kode not in with_data)
    if not missing:
        return table
    where = " di sampel kota" if found.susunan.pengumpul == "kota" else ""
    return f'{table}<p class="skm-note below">Tanpa data{where}: {escape(missing)}.</p>'


def _row(place: Wilayah, services: Sequence[Layanan], found: Ringkasan) -> str:
    cells = "".join(_cell(place, layanan, found.heat.get((place.kode, layanan.kode))) for layanan in services)
    return f'<tr><th scope="row">{escape(place.nama)}</th>{cells}</tr>'


def _cell(place: Wilayah, layanan: Layanan, score: Measured | None) -> str:
    hint = escape(f"{layanan.nama}, {place.nama}: {ikm_text(score)}", quote=True)
    value = visible(score)
    if score is None or score.ikm is None:
        return f'<td class="none" title="{hint}"><span class="off">tanpa data</span></td>'
    named = f'data-f="{escape(score.acuan)}" title="{hint}"'
    if value is None:
        return f'<td class="few" {named}>n&lt;10</td>'
    if score.mutu is None:
        return f'<td class="plain" {named}>{decimal(value)}</td>'
    kind = f"heat-{score.mutu.huruf}{'' if score.mutu_pasti else ' pale'}"
    return f'<td class="{kind}" {named}><i>{letter(score)}</i> {decimal(value)}</td>'
