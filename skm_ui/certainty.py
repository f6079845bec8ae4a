"""How sure a headline figure is, in words a camat understands, opened on demand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from html import escape

from skm_core.precision.figures import INDIKATIF
from skm_core.results.measured import Measured
from skm_core.results.showing import ARTI_PASTI, TIDAK_ACAK, not_random
from skm_core.rules import RULE_SETS, round_half_up
from skm_ui.format import decimal
from skm_ui.navigation import link

ALMOST_ALL, ALMOST_NONE = Fraction(995, 1000), Fraction(5, 1000)
"""Shares that would be printed as 100% or 0%, which no survey shows."""


def certainty_html(score: Measured) -> str:
    """One line that opens: interval, share of each grade, equivalent random respondents, how it was computed."""
    said = "".join(f"<li>{escape(line)}</li>" for line in sentences(score))
    more = f'<li><a href="{escape(link("metode"))}" target="_self">Cara menghitungnya</a></li>'
    chosen = f" <span>{TIDAK_ACAK}</span>" if not_random(score) else ""
    return f'<details class="skm-sure"><summary>Seberapa pasti?{chosen}</summary><ul>{said}{more}</ul></details>'


def sentences(score: Measured) -> list[str]:
    """What can be said of the certainty of a figure."""
    presisi, rentang = score.presisi, score.rentang
    if presisi is None:
        return ["Contoh hitungan, bukan hasil sampel, sehingga tanpa rentang."]
    if rentang is None:
        return _plain(presisi.catatan)
    found = [f"Rentang 95%: nilai sebenarnya diperkirakan antara {decimal(rentang[0])} dan {decimal(rentang[1])}."]
    if score.mutu and presisi.kepastian and len(score.aturan) == 1:
        shares = [(huruf, Fraction(share)) for huruf, share in presisi.kepastian.bagian.items()]
        words = {grade.huruf: grade.kinerja.lower() for grade in RULE_SETS[score.aturan[0]].mutu}
        likely = sorted((one for one in shares if one[1] >= ALMOST_NONE), key=lambda one: -one[1])
        listed = ", ".join(f"{_percent(share)} di mutu {huruf} ({words[huruf]})" for huruf, share in likely)
        found.append(f"Sebaran nilai yang mungkin: {listed}.")
    if presisi.setara:
        found.append(f"Ketelitiannya {presisi.setara}.")
    return [*found, *_plain(presisi.catatan)]


def _plain(catatan: Sequence[str]) -> list[str]:
    """The sentences of the library without degrees of freedom, which stand on Metode; the choice in plain words."""
    plain = {f"{INDIKATIF.capitalize()}.": ARTI_PASTI}
    return [plain.get(sentence, re.sub(r" \(\d+ derajat bebas\)", "", sentence)) for sentence in catatan]


def _percent(share: Fraction) -> str:
    if share > ALMOST_ALL:
        return "lebih dari 99%"
    return f"{round_half_up(100 * share, 0)}%"
