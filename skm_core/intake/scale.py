"""Whether the answers of a file fit a scale of four points."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from skm_core.intake import answers
from skm_core.intake.collected import Findings
from skm_core.intake.mapping.against import report_steps
from skm_core.intake.mapping.worth import own_set
from skm_core.intake.reading import Reading
from skm_core.intake.unknown import report_scale
from skm_core.intake.vocabulary import Vocabulary


def check_scale(
    cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading], words: Vocabulary, findings: Findings
) -> None:
    """Refuse a file whose answers need a longer scale than four points; say where a mapping stretches one."""
    refused = [one for one in words.label_set if not one.boleh]
    for reading in readings:
        scale = answers.Scale()
        items = {item.kolom: item for item in reading.items.instrumen.butir}
        for name, values in reading.values.items():
            column = reading.column(name)
            if column:
                allowed = answers.label_sets(items[name], words.label_set)
                allowed += own_set(reading.dipetakan.get(name))
                answers.weigh_scale(scale, column.index, values, allowed, refused)
        if scale.longer:
            report_scale(cursor, reading.sheet, reading.head, scale, findings)
        elif reading.dipetakan:
            report_steps(reading, words, findings)
