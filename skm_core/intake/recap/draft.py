"""The draft of a recap: its lines instead of questionnaires."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import duckdb

from skm_core.intake.adhoc import AdHoc
from skm_core.intake.collected import Findings
from skm_core.intake.context import Context
from skm_core.intake.draft import Baru, Draft
from skm_core.intake.layouts import Layout
from skm_core.intake.outcome import COUNTED
from skm_core.intake.reading import Reading
from skm_core.intake.recap.read import read_recap
from skm_core.intake.recap.row import Rekap
from skm_core.intake.vocabulary import Vocabulary

REKAP = Layout("rekap", "rekap tanpa data responden", lambda view: False)
"""Told by its content, not by its header."""


def with_recap(
    cursor: duckdb.DuckDBPyConnection,
    draft: Draft,
    readings: Sequence[Reading],
    contexts: Sequence[Sequence[Context]],
    words: Vocabulary,
    adhoc: AdHoc,
    findings: Findings,
) -> Draft:
    """The draft with the lines that can stand; `n_diterima` stays 0, because a recap holds no questionnaire."""
    lines, refused = read_recap(cursor, readings, contexts, findings)
    if not lines:
        findings.add("TANPA_BARIS")
    counts = {name: dict(sorted(Counter(_of(line, name) for line in lines).items())) for name in COUNTED}
    return replace(
        draft,
        rekap=lines,
        n_baris=len(lines) + refused,
        n_ditolak=refused,
        counts=counts,
        baru=Baru(periode=tuple(adhoc.periode[code] for code in counts["periode"] if code in adhoc.periode)),
    )


def _of(line: Rekap, name: str) -> str:
    return str(getattr(line, "wilayah" if name == "kelurahan" else name))
