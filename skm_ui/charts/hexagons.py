"""The map of equal hexagons: one per kelurahan, kecamatan outlined, colour and letter of the mutu, who collected.

Pale with "?" where the mutu is not certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

import plotly.graph_objects as go

from skm_core.results.showing import ikm_text, visible
from skm_core.results.wilayah import Petak
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.map_words import KECAMATAN_PLACE, LEADER, lines_of
from skm_ui.figure import letter
from skm_ui.format import decimal
from skm_ui.palette import CONTEXT, INK, LINE, MUTED, MUTU, ON_MUTU, PAPER, WASH, pale

HEIGHT = 690
R = 1 / sqrt(3)
"""Radius of a hexagon whose width is 1."""
NEIGHBOURS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
"""Axial steps across the edges that begin at the corners −30°, 30°, 90°, … (clockwise, r downward)."""
X_RANGE, Y_RANGE = [2.9, 11.55], [8.8, -1.0]
LINE_HEIGHT, DROP = 0.225, 0.02


@dataclass(frozen=True, slots=True)
class Look:
    """How a hexagon is filled and what colour its words have."""

    fill: str
    words: str
    hatched: bool = False
    dashed: bool = False


def figure_of_map(
    petak: Sequence[Petak],
    chosen: str | None = None,
    *,
    look: Callable[[Petak], Look] | None = None,
    says: Callable[[Petak], str] | None = None,
) -> go.Figure:
    """The map. `chosen` is the code of a kecamatan or kelurahan to mark. Every hexagon carries its code for a click.

    `look` and `says` replace fill and tooltip, for maps that show something else than the mutu.
    """
    tiles = [item for item in petak if item.wilayah.heksagon is not None]
    traces: list[Trace] = []
    by_look: dict[Look, list[Petak]] = {}
    for item in tiles:
        by_look.setdefault((look or look_of)(item), []).append(item)
    for fill, items in by_look.items():
        _add_fill(traces, fill, items)
    _add_outline(traces, _edges(tiles), 2.25)
    if chosen:
        inside = [item for item in tiles if item.wilayah.kode.startswith(chosen)]
        _add_outline(traces, _edges(inside, group=False), 5)
    kecamatan = {item.kecamatan.kode: item.kecamatan.nama for item in tiles}
    _add_words(traces, tiles, by_look)
    if any(item.sendiri for item in tiles):
        _add_city(traces, [item for item in tiles if item.kota is not None])
    _add_targets(traces, tiles, says or hover)
    return canvas(
        traces,
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hoverdistance=40,
        xaxis={"range": X_RANGE, "visible": False, "automargin": False, "constrain": "domain"},
        yaxis={
            "range": Y_RANGE,
            "visible": False,
            "automargin": False,
            "scaleanchor": "x",
            "constrain": "domain",
            "constraintoward": "top",
        },
        shapes=_leader(kecamatan),
        annotations=_kecamatan(kecamatan),
    )


def look_of(item: Petak) -> Look:
    """How a kelurahan is filled by its mutu, its certainty and its n."""
    if item.tampil is None or item.tampil.ikm is None:
        return Look(WASH, INK, hatched=True)
    if visible(item.tampil) is None:
        return Look(PAPER, MUTED, dashed=True)
    grade = item.tampil.mutu
    if grade is None:
        return Look(LINE, INK)
    return Look(MUTU[grade.huruf], ON_MUTU[grade.huruf]) if item.tampil.mutu_pasti else Look(pale(grade.huruf), INK)


def _centre(item: Petak) -> tuple[float, float]:
    assert item.wilayah.heksagon is not None
    q, r = item.wilayah.heksagon
    return q + r / 2, r * R * 1.5


def _corner(centre: tuple[float, float], number: int, size: float = R) -> tuple[float, float]:
    angle = pi / 180 * (60 * number - 30)
    return centre[0] + size * cos(angle), centre[1] + size * sin(angle)


def _add_fill(traces: list[Trace], look: Look, items: Sequence[Petak]) -> None:
    """All hexagons of one look as one trace."""
    x: list[float | None] = []
    y: list[float | None] = []
    for item in items:
        corners = [_corner(_centre(item), number, R * (0.93 if look.dashed else 1)) for number in (*range(6), 0)]
        x += [*(corner[0] for corner in corners), None]
        y += [*(corner[1] for corner in corners), None]
    pattern = {"shape": "/", "fgcolor": CONTEXT, "bgcolor": look.fill, "size": 7, "solidity": 0.14}
    traces.append(
        scatter(
            x=x,
            y=y,
            mode="lines",
            fill="toself",
            fillcolor=look.fill,
            fillpattern=pattern if look.hatched else None,
            line={"width": 1.25, "color": MUTED if look.dashed else PAPER, "dash": "dot" if look.dashed else "solid"},
            hoverinfo="skip",
        )
    )


def _edges(tiles: Sequence[Petak], *, group: bool = True) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Edges at which the kecamatan changes or the drawn tiles end; without `group` only the latter."""
    owner = {item.wilayah.heksagon: item.kecamatan.kode if group else "" for item in tiles}
    found = []
    for item in tiles:
        assert item.wilayah.heksagon is not None
        q, r = item.wilayah.heksagon
        for number, (dq, dr) in enumerate(NEIGHBOURS):
            other = owner.get((q + dq, r + dr))
            if other != owner[q, r]:
                found.append((_corner(_centre(item), number), _corner(_centre(item), number + 1)))
    return found


def _add_outline(
    traces: list[Trace], edges: Sequence[tuple[tuple[float, float], tuple[float, float]]], width: float
) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for (x0, y0), (x1, y1) in edges:
        x += [x0, x1, None]
        y += [y0, y1, None]
    traces.append(scatter(x=x, y=y, mode="lines", line={"width": width, "color": INK}, hoverinfo="skip"))


def _add_words(traces: list[Trace], tiles: Sequence[Petak], by_look: dict[Look, list[Petak]]) -> None:
    """Name and figure, every line a point of its own, so that the style sheet can size the letters with the map."""
    look_of = {id(item): look for look, items in by_look.items() for item in items}
    x: list[float] = []
    y: list[float] = []
    text: list[str] = []
    color: list[str] = []
    for item in tiles:
        value = visible(item.tampil)
        rows = [*lines_of(item.wilayah.nama)]
        if value is not None:
            rows.append(f"<b>{f'{decimal(value)} {letter(item.tampil)}'.rstrip()}</b>")
        centre = _centre(item)
        for number, row in enumerate(rows):
            x.append(centre[0])
            y.append(centre[1] + DROP + (number - (len(rows) - 1) / 2) * LINE_HEIGHT)
            text.append(row)
            color.append(look_of[id(item)].words)
    traces.append(scatter(x=x, y=y, mode="text", text=text, textfont={"size": 12, "color": color}, hoverinfo="skip"))


def _add_city(traces: list[Trace], tiles: Sequence[Petak]) -> None:
    """A ring where the city sampled too, a full dot where its sample is all there is."""
    centres = [_centre(item) for item in tiles]
    traces.append(
        scatter(
            x=[x for x, _ in centres],
            y=[y - 0.44 for _, y in centres],
            mode="markers",
            marker={
                "size": 8,
                "opacity": 1,
                "color": [PAPER if item.sendiri else INK for item in tiles],
                "line": {"width": 2, "color": INK},
            },
            hoverinfo="skip",
        )
    )


def _add_targets(traces: list[Trace], tiles: Sequence[Petak], says: Callable[[Petak], str]) -> None:
    """Invisible marks that answer to mouse and finger."""
    centres = [_centre(item) for item in tiles]
    traces.append(
        scatter(
            x=[x for x, _ in centres],
            y=[y for _, y in centres],
            mode="markers",
            marker={"size": 40, "opacity": 0},
            selected={"marker": {"opacity": 0}},
            unselected={"marker": {"opacity": 0}},
            hovertext=[says(item) for item in tiles],
            hoverinfo="text",
            customdata=[item.wilayah.kode for item in tiles],
            meta=[";".join(figure.acuan for figure in (item.sendiri, item.kota) if figure) for item in tiles],
        )
    )


def hover(item: Petak) -> str:
    """What a hexagon says."""
    own = f"Kumpulan kelurahan: {ikm_text(item.sendiri)}" if item.sendiri else "Kelurahan belum mengirim data"
    city = f"<br>Sampel kota: {ikm_text(item.kota)}" if item.kota else ""
    return f"<b>{item.wilayah.nama}</b>, {item.kecamatan.nama}<br>{own}{city}"


def _kecamatan(names: dict[str, str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for kode, name in names.items():
        if kode in KECAMATAN_PLACE:
            x, y, text = KECAMATAN_PLACE[kode]
            found.append(
                {
                    "text": f"<b>{text or name}</b>",
                    "x": x,
                    "y": y,
                    "showarrow": False,
                    "font": {"size": 12, "color": INK},
                }
            )
    return found


def _leader(names: dict[str, str]) -> list[dict[str, object]]:
    kode, (x0, y0), (x1, y1) = LEADER
    line = {"width": 1, "color": INK}
    return [{"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line}] if kode in names else []
