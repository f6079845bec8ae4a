"""What a plan costs and gives: the ± of the city's IKM by respondents, one line per number of kelurahan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from skm_core.sampling import Andaian
from skm_ui.charts.canvas import canvas, scatter
from skm_ui.charts.picture import Picture
from skm_ui.format import plus_minus, whole
from skm_ui.palette import CONTEXT, INK, MUTED

HEIGHT = 330


def reach_picture(lines: Sequence[Sequence[Andaian]], here: Andaian) -> Picture:
    """One line per number of kelurahan, from few respondents to many; the chosen plan as a point."""
    traces = []
    notes: list[dict[str, Any]] = []
    for line in lines:
        mine = line[0].kelurahan == here.kelurahan
        traces.append(
            scatter(
                x=[one.total for one in line],
                y=[one.half_width for one in line],
                mode="lines",
                line={"width": 2.5 if mine else 1.5, "color": INK if mine else CONTEXT, "shape": "spline"},
                hovertext=[_says(one) for one in line],
                hoverinfo="text",
            )
        )
        notes.append(
            {
                "x": line[-1].total,
                "y": line[-1].half_width,
                "text": f"{line[0].kelurahan}{'' if notes else ' kelurahan'}",  # two whole labels meet on a phone
                "showarrow": False,
                "xanchor": "left",
                "xshift": 6,
                "font": {"size": 13, "color": INK if mine else MUTED},
            }
        )
    if here.plus_minus is not None:
        marker = {"size": 12, "color": INK, "opacity": 1}
        point = {"mode": "markers", "marker": marker, "hovertext": [_says(here)], "hoverinfo": "text"}
        traces.append(scatter(x=[here.total], y=[here.half_width], **point))
    most = max(one.total for line in lines for one in line)
    return Picture(
        title="",
        note="",
        figure=canvas(
            traces,
            height=HEIGHT,
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            xaxis={"range": [0, most * 1.4], "nticks": 5, "tickformat": ",d", "showgrid": False},
            yaxis={"rangemode": "tozero", "nticks": 5, "tickprefix": "± "},
            annotations=notes,
        ),
        alt="; ".join(_says(line[-1]).replace("<br>", ": ") for line in lines),
    )


def _says(one: Andaian) -> str:
    value = "" if one.plus_minus is None else plus_minus(one.plus_minus)
    what = f"{whole(one.responden)} responden di {one.kelurahan} kelurahan per kecamatan"
    return f"{what}<br>{value} poin, {whole(one.total)} responden seluruhnya"
