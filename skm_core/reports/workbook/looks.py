"""The formats of the workbook: hairlines, few colours, figures in the middle of their cells."""

from __future__ import annotations

from typing import Any

INK, MUTED, LINE, WASH, ACCENT, RED = "#15202B", "#5A6672", "#C9D1D9", "#F6F8FA", "#0B5FA5", "#B5372A"
HIDDEN = ";;;"


def looks(book: Any) -> dict[str, Any]:
    """Formats by name."""
    base = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "vcenter"}
    cell = {**base, "border": 1, "border_color": LINE}
    middle = {**cell, "align": "center"}
    line = {**middle, "bg_color": WASH}
    made = {
        "title": {**base, "bold": True, "font_size": 14},
        "line": base,
        "bold": {**base, "bold": True},
        "quiet": {**base, "font_color": MUTED},
        "warn": {**base, "bold": True, "font_color": RED},
        "link": {**base, "font_color": ACCENT, "underline": 1},
        "head": {**middle, "bold": True, "text_wrap": True, "bg_color": "#E2E7EC"},
        "cell": cell,
        "wrap": {**cell, "text_wrap": True},
        "prose": {**base, "text_wrap": True, "valign": "top"},
        "answer": middle,
        "label": {**cell, "bg_color": WASH, "bold": True},
        "whole": {**line, "num_format": "#,##0"},
        "exact": {**line, "num_format": "0.000000", "font_color": MUTED},
        "nrr": {**line, "num_format": "0.000", "bold": True},
        "weight": {**line, "num_format": "0.0000", "font_color": MUTED},
        "weighted": {**line, "num_format": "0.000"},
        "total": {**line, "num_format": '0.000" *)"'},
        "ikm": {**line, "num_format": '0.00" **)"', "bold": True, "font_size": 13},
        "grade": {**line, "bold": True},
        "n": {**middle, "num_format": "#,##0"},
        "index": {**middle, "num_format": "0.00", "bold": True},
        "points": {**middle, "num_format": "0.00"},
        "value": {**middle, "num_format": "0.000", "bold": True},
        "span": {**middle, "num_format": "0.000"},
        "hidden": {"num_format": HIDDEN},
    }
    return {name: book.add_format(look) for name, look in made.items()}
