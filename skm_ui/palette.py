"""The colours of the product, light values. Dark values stand in `look.css`, which also turns these in charts."""

from __future__ import annotations

INK = "#15202B"
MUTED = "#5A6672"
LINE = "#E2E7EC"
PAPER = "#FFFFFF"
WASH = "#F6F8FA"
ACCENT = "#0B5FA5"
AMBER = "#F2B44B"

MUTU = {"A": "#0B5FA5", "B": "#7DB8DA", "C": "#F2B44B", "D": "#B5372A"}
"""Never the only sign: the letter always stands with it. Apart by ΔE 30 under the three kinds of colour blindness."""
ON_MUTU = {"A": "#FEFEFE", "B": "#16212C", "C": "#16212C", "D": "#FEFEFE"}
"""Text on a surface of that colour. A shade off PAPER and INK, which the style sheet turns in dark mode; these stay."""
NILAI = {4: MUTU["A"], 3: MUTU["B"], 2: MUTU["C"], 1: MUTU["D"]}
"""Answers 4 to 1."""
CONTEXT = "#B8C2CC"
"""Marks that are context, beside the subject."""


def pale(huruf: str) -> str:
    """The colour of a mutu that is not certain, over the paper of light or dark."""
    red, green, blue = (int(MUTU[huruf][at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.34)"
