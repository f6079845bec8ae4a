"""Charts that the spreadsheet program draws from the cells, so that they move with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from skm_core.reports.workbook.looks import ACCENT, INK, LINE, MUTED

FONT = {"name": "Calibri", "size": 10, "color": INK}
Cells = tuple[str, int, int, int, int]
"""Sheet, first row, first column, last row, last column, from 0."""


def bars(
    book: Any, title: str, names: Cells, values: Cells, axis: tuple[Decimal, Decimal], *, margins: str | None = None
) -> Any:
    """Horizontal bars, the first name on top. margins: range of the half-widths of the intervals."""
    series: dict[str, Any] = {
        "name": title,
        "categories": list(names),
        "values": list(values),
        "fill": {"color": ACCENT},
        "gap": 60,
        "data_labels": {
            "value": True,
            "num_format": "0.00",
            "position": "inside_base",
            "font": {**FONT, "color": "white"},
        },
    }
    if margins:
        series["y_error_bars"] = {
            "type": "custom", "plus_values": margins, "minus_values": margins, "line": {"color": MUTED},
        }  # fmt: skip
    chart = book.add_chart({"type": "bar"})
    chart.add_series(series)
    chart.set_y_axis({"reverse": True, "num_font": FONT, "line": {"color": LINE}})
    chart.set_x_axis({
        "min": float(axis[0]), "max": float(axis[1]), "num_font": FONT, "num_format": "0", "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": LINE}}, "label_position": "high",
        "major_unit": float((axis[1] - axis[0]) / 3),
    })  # fmt: skip
    chart.set_title({"name": title, "name_font": {**FONT, "size": 12, "bold": True}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    n = max(values[3] - values[1], values[4] - values[2]) + 1
    chart.set_size({"width": 620, "height": 110 + 30 * n})
    return chart
