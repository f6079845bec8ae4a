"""The curve of a survey coming in: questionnaires so far, the plan, and where the present pace leads."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

from skm_core.sampling import Perkembangan
from skm_core.sampling.wording import laju
from skm_core.terms import Periode
from skm_core.writing import BULAN
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.picture import Picture
from skm_ui.format import day, whole
from skm_ui.palette import CONTEXT, INK, MUTED, PAPER

HEIGHT = 280
FAR = timedelta(days=60)
"""The curve looks no further beyond the end of the periode."""


def pace_picture(found: Perkembangan, periode: Periode) -> Picture:
    """All questionnaires that came in, added up by day, against the number planned."""
    days = [at for at, _ in found.harian]
    sums = list(accumulate(n for _, n in found.harian))
    end = max(filter(None, (periode.selesai, found.pada, days[-1])))
    start = min(periode.mulai or days[0], days[0])
    over = periode.selesai is not None and found.pada >= periode.selesai
    last = found.pada if over or found.perkiraan is None else min(found.perkiraan, end + FAR)
    right = max(end, last)
    traces = [_plan(found, start, right), _so_far(days, sums, found.pada), *_ahead(found, sums[-1], last)]
    notes = [_note(right, found.target, f"rencana {whole(found.target)}", "right", "bottom", MUTED)]
    notes.append(_note(found.pada, sums[-1], f"<b>{whole(sums[-1])}</b>", "right", "bottom", INK))
    ahead = " Titik-titik: bila lajunya tetap." if last > found.pada else ""
    return Picture(
        title=_title(found, sums[-1], last),
        note=f"Semua kuesioner yang masuk, dijumlahkan dari hari ke hari.{ahead}",
        figure=canvas(
            traces,
            height=HEIGHT,
            margin={"l": 8, "r": 12, "t": 22, "b": 8},
            xaxis={
                "range": [start.isoformat(), (right + timedelta(days=1)).isoformat()],
                "showgrid": False,
                **_ticks(start, right),
            },
            yaxis={"range": [0, max(found.target, sums[-1]) * 1.12], "nticks": 5, "tickformat": ",d"},
            annotations=notes,
            shapes=_end(periode),
        ),
        alt=f"Garis kuesioner yang masuk sampai {day(found.pada)}: {whole(sums[-1])}; rencana {whole(found.target)}.",
    )


def _title(found: Perkembangan, n: int, last: date) -> str:
    """The pace while the survey goes on, else what it came to."""
    if found.laju and last > found.pada:
        days = f"Dalam {found.hari_laju} hari terakhir" if found.hari_laju > 1 else "Pada hari pertama"
        return f"{days} masuk {laju(found.laju)} kuesioner sehari yang mengisi rencana"
    return f"{whole(n)} kuesioner masuk sampai {day(found.pada)}"


def _plan(found: Perkembangan, start: date, end: date) -> Trace:
    return scatter(
        x=[start.isoformat(), end.isoformat()],
        y=[found.target, found.target],
        mode="lines",
        line={"width": 1, "color": CONTEXT},
        hoverinfo="skip",
    )


def _so_far(days: list[date], sums: list[int], pada: date) -> Trace:
    x, y = [at.isoformat() for at in days], list(sums)
    if pada > days[-1]:
        x, y = [*x, pada.isoformat()], [*y, sums[-1]]
    return scatter(
        x=x,
        y=y,
        mode="lines",
        line={"width": 2.5, "color": INK, "shape": "hv"},
        hovertext=[f"Sampai {day(date.fromisoformat(at))}: {whole(n)} kuesioner" for at, n in zip(x, y, strict=True)],
        hoverinfo="text",
    )


def _ahead(found: Perkembangan, now: int, last: date) -> list[Trace]:
    """Where the present pace leads: a thin dashed line from today's number."""
    if not found.laju or last <= found.pada:
        return []
    then = now + int(found.laju * (last - found.pada).days)
    return [
        scatter(
            x=[found.pada.isoformat(), last.isoformat()],
            y=[now, then],
            mode="lines",
            line={"width": 1.5, "color": MUTED, "dash": "dot"},
            hovertext=["", f"Dengan laju sekarang: {day(last)}"],
            hoverinfo="text",
        )
    ]


def _end(periode: Periode) -> list[dict[str, object]]:
    """A thin line where the periode ends."""
    if periode.selesai is None:
        return []
    at = periode.selesai.isoformat()
    line = {"width": 1, "color": CONTEXT, "dash": "dot"}
    return [{"type": "line", "layer": "below", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": line}]


def _note(at: date, value: int, text: str, xanchor: str, yanchor: str, color: str) -> dict[str, object]:
    return {
        "x": at.isoformat(),
        "y": value,
        "text": text,
        "showarrow": False,
        "xanchor": xanchor,
        "yanchor": yanchor,
        "font": {"size": 13, "color": color},
        "bgcolor": PAPER,  # on a phone the curve may run behind it
    }


def _ticks(start: date, end: date) -> dict[str, object]:
    """The first of every month, named in Indonesian; on a short survey every week."""
    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    inside = [at for at in months if start <= at <= end]
    if len(inside) < 2:
        inside = [start + timedelta(days=step) for step in range(0, (end - start).days + 1, 7)]
    inside = inside[:: max(1, -(-len(inside) // 6))]
    return {
        "tickvals": [at.isoformat() for at in inside],
        "ticktext": [f"{at.day} {BULAN[at.month - 1][:3]}" for at in inside],
    }
