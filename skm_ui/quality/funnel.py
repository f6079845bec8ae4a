"""The funnel of one sign: every place a dot, its people across, its share upwards, and the limit as a curve."""

from __future__ import annotations

from collections.abc import Mapping

from skm_core.quality import MIN_TEMPAT, Sebaran, Temuan
from skm_core.results.kualitas import Kualitas, percent, sentence
from skm_core.results.wording import listed
from skm_core.terms import Wilayah
from skm_ui.charts.apart import apart
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.picture import Picture
from skm_ui.format import whole
from skm_ui.palette import ACCENT, CONTEXT, INK, MUTED, PAPER
from skm_ui.quality.figures import who

STEPS = 80
PLOT, RIGHT = (220, 290), 92
"""Pixels of the plot on a phone, by which names are kept apart, and of its right margin."""
NAMED = 6
"""Outliers that are named in the picture; the rest tell their name when pointed at."""


def several_places(page: Kualitas) -> bool:
    """True if some sign can be drawn: a single place has nothing to lie among."""
    return any(len(part.temuan) > 1 for part in page.sebaran)


def shown(page: Kualitas, kunci: str) -> list[tuple[str, str]]:
    """Pengumpul and level of the funnels there are for a sign; one place alone is no funnel."""
    return [
        (part.pengumpul, part.tingkat) for part in page.sebaran if part.tanda.kunci == kunci and len(part.temuan) > 1
    ]


def picture(page: Kualitas, kunci: str, kind: tuple[str, str], chosen: str | None) -> Picture:
    """The funnel of a sign for one pengumpul and level; `chosen`: code of a kelurahan or kecamatan to bring out."""
    (found,) = (part for part in page.sebaran if (part.tanda.kunci, part.pengumpul, part.tingkat) == (kunci, *kind))
    places = page.tempat_bernama
    out = [one for one in found.temuan if one.menonjol]
    names = [places[one.kelurahan].nama for one in sorted(out, key=lambda one: -one.z)]
    heading, n = who(page, found.pengumpul), whole(len(found.temuan))
    if found.corong.n_tempat < MIN_TEMPAT:
        title = f"{heading}: terlalu sedikit {found.tingkat} untuk dibandingkan"
    elif not out:
        title = f"{heading}: tidak ada {found.tingkat} di atas batas"
    else:
        title = f"{heading}: {listed(names) if len(names) <= 3 else f'{len(names)} {found.tingkat}'} di atas batas"
    usual = percent(found.corong.x, found.corong.n)
    rows = "; ".join(f"{places[one.kelurahan].nama} {percent(one.x, one.n)}" for one in out) or "tidak ada"
    return Picture(
        title=title,
        note=f"Satu titik satu {found.tingkat}, {n} {found.tingkat}. Ke kanan: banyaknya responden.",
        figure=canvas(
            [*_limit(found), *_dots(found, places, chosen)],
            height=340,
            margin={"l": 8, "r": RIGHT, "t": 16, "b": 8, "pad": 6},
            hoverdistance=40,
            annotations=_words(found, places, usual),
            xaxis={
                "range": list(_across(found)),
                "title": {"text": "responden", "standoff": 6, "font": {"size": 13, "color": MUTED}},
                "nticks": 6,
            },
            yaxis={"range": [-0.02 * _top(found), _top(found)], "ticksuffix": "%", "nticks": 6},
        ),
        alt=f"{found.tanda.nama}, {heading.lower()}: di tempat pada umumnya {usual}; di atas batas: {rows}.",
    )


def _across(found: Sebaran) -> tuple[float, float]:
    """The drawn numbers of people: from half the smallest place, so that the limit is seen to widen."""
    sizes = [one.orang for one in found.temuan]
    return max(1.0, min(sizes) / 2), max(sizes) * 1.04 + 1


def _most(found: Sebaran) -> int:
    return max(one.orang for one in found.temuan)


def _top(found: Sebaran) -> float:
    """Top of the axis in percent: above every dot, and where the limit of a middling place can be seen."""
    highest = max(one.x / one.n for one in found.temuan)
    return min(100.0, 100 * max(highest, min(found.corong.batas_atas(_most(found)) * 1.6, 1.0), 0.02) * 1.12)


def _limit(found: Sebaran) -> list[Trace]:
    if found.corong.n_tempat < MIN_TEMPAT:
        return []
    (least, most), top = _across(found), _top(found)
    across = [least + (most - least) * step / STEPS for step in range(STEPS + 1)]
    heights = [100 * found.corong.batas_atas(x) for x in across]
    inside = [(x, y) for x, y in zip(across, heights, strict=True) if y <= top]
    return [
        scatter(
            x=[x for x, _ in inside],
            y=[y for _, y in inside],
            mode="lines",
            line={"color": MUTED, "width": 1.25, "dash": "dash"},
            hoverinfo="skip",
        ),
        scatter(
            x=[least, most],
            y=[100 * found.corong.pusat] * 2,
            mode="lines",
            line={"color": CONTEXT, "width": 1.25},
            hoverinfo="skip",
        ),
    ]


def _dots(found: Sebaran, places: Mapping[str, Wilayah], chosen: str | None) -> list[Trace]:
    ordered = sorted(found.temuan, key=lambda one: (one.menonjol, _is(one, chosen)))
    return [
        scatter(
            x=[one.orang for one in ordered],
            y=[100 * one.x / one.n for one in ordered],
            mode="markers",
            marker={
                "size": [13 if one.menonjol or _is(one, chosen) else 9 for one in ordered],
                "opacity": 1,
                "color": [ACCENT if _is(one, chosen) else INK if one.menonjol else CONTEXT for one in ordered],
                "line": {"width": 1, "color": PAPER},
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            hovertext=[_hover(one, places) for one in ordered],
            hoverinfo="text",
            customdata=[one.kelurahan for one in ordered],
        )
    ]


def _is(one: Temuan, chosen: str | None) -> bool:
    return chosen is not None and one.kelurahan.startswith(chosen)


def _hover(one: Temuan, places: Mapping[str, Wilayah]) -> str:
    place = places[one.kelurahan]
    where = (
        f", Kec. {places[place.kecamatan_kode].nama}" if place.tingkat == "kelurahan" and place.kecamatan_kode else ""
    )
    said = sentence(one).replace(f" {one.tanda.hitungan}", f" {one.tanda.hitungan}<br>").replace("; ", "<br>")
    return f"<b>{place.nama}</b>{where}<br>{said}<br><i>Pilih untuk menyaring</i>"


def _words(found: Sebaran, places: Mapping[str, Wilayah], usual: str) -> list[dict[str, object]]:
    named = sorted((one for one in found.temuan if one.menonjol), key=lambda one: -one.z)[:NAMED]
    least, most = _across(found)
    points = [
        (PLOT[0] * (one.orang - least) / (most - least), PLOT[1] * 100 * one.x / one.n / _top(found)) for one in named
    ]
    shifts = apart(points, [places[one.kelurahan].nama for one in named], PLOT[0] + RIGHT)
    words: list[dict[str, object]] = [
        {
            "x": one.orang,
            "y": 100 * one.x / one.n,
            "text": f"<b>{places[one.kelurahan].nama}</b>",
            "showarrow": False,
            "xanchor": "left" if across > 0 else "right",
            "xshift": across,
            "yanchor": "middle",
            "yshift": up,
            "font": {"size": 14, "color": INK},
        }
        for one, (across, up) in zip(named, shifts, strict=True)
    ]
    if found.corong.n_tempat < MIN_TEMPAT:
        return words
    beside = {"showarrow": False, "xref": "paper", "x": 1, "xanchor": "left", "xshift": 6, "align": "left"}
    beside |= {"font": {"size": 12, "color": MUTED}, "yanchor": "middle"}
    limit, top = 100 * found.corong.batas_atas(_across(found)[1]), _top(found)
    words.append({**beside, "y": 100 * found.corong.pusat, "text": f"umumnya<br>{usual}"})
    if limit <= top:
        close = limit - 100 * found.corong.pusat < top * 0.16
        words.append({**beside, "y": limit, "text": "batas", "yanchor": "bottom" if close else "middle"})
    return words
