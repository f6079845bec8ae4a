"""The map in the agency's own boundaries: colour and letter of the mutu, kecamatan outlined, close up on one of them.

Lines and fills are drawn as shapes of points, so that no map service, topology file or WebGL is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from skm_core.boundaries import Bidang, Lapis, Spot, bounds, fits, inside, outside
from skm_core.results.showing import visible
from skm_core.results.wilayah import Petak
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.hexagons import Look, hover, look_of
from skm_ui.charts.map_words import lines_of
from skm_ui.figure import letter
from skm_ui.format import decimal
from skm_ui.palette import CONTEXT, INK, MUTED, PAPER

LETTER = 0.023
"""Size of a letter as a share of the width of the map; the style sheet keeps it so at every width."""
NAME = 0.034
"""The same for the names of kecamatan, at the width of a phone."""
WIDE, HIGH = 0.56, 1.2
"""Width of a letter and height of a line, as a share of the size."""
RATIO = 0.84
"""Height of the frame as a share of its width: the same for every place, so that the page never jumps."""
HEIGHT = 545
TARGETS = 40
"""Points that answer to the mouse, across the map."""
Frame = tuple[float, float, float, float]
Bounded = tuple[Petak, Bidang]
Name = tuple[str, Spot, tuple[float, float]]


def figure_of_boundaries(petak: Sequence[Petak], layer: Lapis, chosen: str | None = None) -> go.Figure:
    """The map. `chosen` is the code of a kecamatan or kelurahan: its kecamatan fills the frame, and it is outlined.

    Every kelurahan carries its code for a click. Kelurahan without an area in the layer are not drawn.
    """
    areas = [(item, layer.kelurahan[item.wilayah.kode]) for item in petak if item.wilayah.kode in layer.kelurahan]
    close = layer.kecamatan.get(chosen[: len("31.73.01")]) if chosen else None
    names = {} if close else _names(petak, layer)
    frame = _frame(bounds(close.cincin)) if close else _city_frame(layer, names)
    near = [(item, area) for item, area in areas if _overlap(bounds(area.cincin), frame)]
    traces: list[Trace] = []
    by_look: dict[Look, list[Bidang]] = {}
    for item, area in near:
        by_look.setdefault(look_of(item), []).append(area)
    for look, some in by_look.items():
        traces.append(_fill(look, some))
    traces.append(_outline((area for area in layer.kecamatan.values()), 1.75))
    if chosen:
        marked = [area for kode, area in layer.kelurahan.items() if kode == chosen] or ([close] if close else [])
        traces.append(_outline(marked, 4))
    width = frame[2] - frame[0]
    within = [(item, area) for item, area in near if not close or item.wilayah.kode.startswith(close.kode)]
    traces.append(_words(within, width))
    if any(item.sendiri for item, _ in areas):
        traces.append(_city([(item, area) for item, area in within if item.kota is not None], width))
    traces += _targets(near, frame)
    return canvas(
        traces,
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hoverdistance=40,
        xaxis={"range": [frame[0], frame[2]], "visible": False, "automargin": False, "constrain": "domain"},
        yaxis={
            "range": [frame[1], frame[3]],
            "visible": False,
            "automargin": False,
            "scaleanchor": "x",
            "constrain": "domain",
            "constraintoward": "top",
        },
        annotations=[_name(text, spot) for text, spot, _ in names.values()],
        shapes=[_leader(spot, size) for _, spot, size in names.values() if spot.titik],
    )


def _names(petak: Sequence[Petak], layer: Lapis) -> dict[str, Name]:
    """Text, place and size of the names of the kecamatan beside the city."""
    known = {item.kecamatan.kode: item.kecamatan.nama.replace(" ", "<br>") for item in petak}
    west, _, east, _ = bounds(layer.kota)
    letter_size = NAME * (east - west) * 1.2  # the names make the frame wider
    sizes = {}
    for kode, text in known.items():
        if kode in layer.kecamatan:
            lines = text.split("<br>")
            sizes[kode] = (max(map(len, lines)) * WIDE * letter_size, len(lines) * HIGH * letter_size)
    return {kode: (known[kode], spot, sizes[kode]) for kode, spot in outside(layer, sizes).items()}


def _city_frame(layer: Lapis, names: dict[str, Name]) -> Frame:
    boxes = [bounds(layer.kota)]
    boxes += [
        (x - w / 2, y - h / 2, x + w / 2, y + h / 2)
        for (x, y), (w, h) in ((spot.tengah, size) for _, spot, size in names.values())
    ]
    west, south, east, north = zip(*boxes, strict=True)
    return _frame((min(west), min(south), max(east), max(north)), 0.01)


def _frame(box: Frame, margin: float = 0.04) -> Frame:
    """A little more than the box, in the shape of the room on the page."""
    west, south, east, north = box
    width, height = (east - west) * (1 + 2 * margin), (north - south) * (1 + 2 * margin)
    width = max(width, height / RATIO)
    height = width * RATIO
    x, y = (west + east) / 2, (south + north) / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _overlap(one: Frame, other: Frame) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _path(areas: Iterable[Bidang]) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for area in areas:
        for ring in area.cincin:
            x += [*(point[0] for point in ring), None]
            y += [*(point[1] for point in ring), None]
    return x, y


def _fill(look: Look, areas: Sequence[Bidang]) -> Trace:
    """All areas of one look."""
    x, y = _path(areas)
    pattern = {"shape": "/", "fgcolor": CONTEXT, "bgcolor": look.fill, "size": 7, "solidity": 0.14}
    return scatter(
        x=x,
        y=y,
        mode="lines",
        fill="toself",
        fillcolor=look.fill,
        fillpattern=pattern if look.hatched else None,
        line={"width": 1, "color": MUTED if look.dashed else PAPER, "dash": "dot" if look.dashed else "solid"},
        hoverinfo="skip",
    )


def _outline(areas: Iterable[Bidang], width: float) -> Trace:
    x, y = _path(areas)
    return scatter(x=x, y=y, mode="lines", line={"width": width, "color": INK}, hoverinfo="skip")


def _words(areas: Sequence[Bounded], width: float) -> Trace:
    """Name and figure where the area has room for them, else the figure, else the letter of the mutu."""
    size = LETTER * width
    x: list[float] = []
    y: list[float] = []
    text: list[str] = []
    color: list[str] = []
    for item, area in areas:
        rows = _rows(item, area, size)
        for number, row in enumerate(rows):
            x.append(area.tengah[0])
            y.append(area.tengah[1] - (number - (len(rows) - 1) / 2) * size * HIGH)
            text.append(row)
            color.append(look_of(item).words)
    return scatter(x=x, y=y, mode="text", text=text, textfont={"size": 12, "color": color}, hoverinfo="skip")


def _rows(item: Petak, area: Bidang, size: float) -> list[str]:
    value = visible(item.tampil)
    grade = letter(item.tampil)
    figure = [] if value is None else [f"{decimal(value)} {grade}".rstrip()]
    name = item.wilayah.nama
    for rows in ([name, *figure], [*name.split(), *figure], [*lines_of(name), *figure], figure):
        wide, high = max(map(len, rows), default=0) * WIDE * size, len(rows) * HIGH * size
        if rows and fits(area, wide, high):
            return [*rows[:-1], f"<b>{rows[-1]}</b>"] if figure else rows
    return [f"<b>{grade}</b>"] if grade else []


def _city(areas: Sequence[Bounded], width: float) -> Trace:
    """A ring where the city sampled too, a full dot where its sample is all there is, above the words."""
    size = LETTER * width
    lines = [len(_rows(item, area, size)) for item, area in areas]
    return scatter(
        x=[area.tengah[0] for _, area in areas],
        y=[area.tengah[1] + (n / 2 * HIGH + 0.35) * size for (_, area), n in zip(areas, lines, strict=True)],
        mode="markers",
        marker={
            "size": 7,
            "opacity": 1,
            "color": [PAPER if item.sendiri else INK for item, _ in areas],
            "line": {"width": 1.5, "color": INK},
        },
        hoverinfo="skip",
    )


def _targets(areas: Sequence[Bounded], frame: Frame) -> list[Trace]:
    """Invisible points that answer to mouse and finger: the middle of each area, which names its figures, and a grid.

    Points and not fills, because a click on a fill tells nothing; so many that the nearest is in the same area.
    """
    unseen = {"marker": {"opacity": 0}}
    same = {"mode": "markers", "marker": {"size": 6, "opacity": 0}, "selected": unseen, "unselected": unseen}
    traces = [
        scatter(
            x=[area.tengah[0] for _, area in areas],
            y=[area.tengah[1] for _, area in areas],
            hovertext=[hover(item) for item, _ in areas],
            hoverinfo="text",
            customdata=[item.wilayah.kode for item, _ in areas],
            meta=[";".join(figure.acuan for figure in (item.sendiri, item.kota) if figure) for item, _ in areas],
            **same,
        )
    ]
    step = (frame[2] - frame[0]) / TARGETS
    for item, area in areas:
        points = [(x, y) for x, y in inside(area, step) if frame[0] < x < frame[2] and frame[1] < y < frame[3]]
        if points:
            traces.append(
                scatter(
                    x=[x for x, _ in points],
                    y=[y for _, y in points],
                    hovertemplate=f"{hover(item)}<extra></extra>",
                    customdata=[item.wilayah.kode] * len(points),
                    **same,
                )
            )
    return traces


def _name(text: str, spot: Spot) -> dict[str, object]:
    return {
        "text": f"<b>{text}</b>",
        "x": spot.tengah[0],
        "y": spot.tengah[1],
        "showarrow": False,
        "font": {"size": 12, "color": INK},
    }


def _leader(spot: Spot, size: tuple[float, float]) -> dict[str, object]:
    """From the edge of the words to the kecamatan."""
    assert spot.titik
    (x, y), (to_x, to_y), (width, height) = spot.tengah, spot.titik, size
    start_x = min(max(to_x, x - width / 4), x + width / 4)
    start_y = min(max(to_y, y - height / 2), y + height / 2)
    return {"type": "line", "x0": start_x, "y0": start_y, "x1": to_x, "y1": to_y, "line": {"width": 1, "color": INK}}
