"""Sums up the clean rows of a draft: what is accepted, what is new, what looks odd as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import duckdb

from skm_core.intake.adhoc import AdHoc
from skm_core.intake.collected import Findings
from skm_core.intake.draft import Baru, Draft
from skm_core.intake.outside import report_outside
from skm_core.intake.personal import MASK
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run
from skm_core.intake.vocabulary import Vocabulary

COUNTED = ("periode", "layanan", "kelurahan", "pengumpul")


def summed(
    cursor: duckdb.DuckDBPyConnection,
    draft: Draft,
    readings: Sequence[Reading],
    words: Vocabulary,
    adhoc: AdHoc,
    findings: Findings,
) -> Draft:
    """The draft with its counts and its new names; findings of the file as a whole are added."""
    accepted, refused, masked = run(cursor, "n_hasil", samaran=MASK)[0]
    refused += sum(reading.kinds.n_unnumbered for reading in readings if reading.blok is None or reading.blok[0] == 1)
    if masked:
        findings.add("SARAN_DISAMARKAN", n=masked)
    if not accepted:
        findings.add("TANPA_BARIS")
    groups = run(cursor, "n_per_kelompok")
    counts: dict[str, Counter[str]] = {name: Counter() for name in COUNTED}
    for group in groups:
        for name, code in zip(COUNTED, group[:4], strict=True):
            counts[name][code] += group[4]
    new_periode = []
    for code in counts["periode"]:
        periode = words.periode.get(code) or adhoc.periode[code]
        if code in adhoc.periode:
            dates = [day for group in groups if group[0] == code for day in group[5:] if day]
            if dates and periode.mulai is None:
                periode = replace(periode, mulai=min(dates), selesai=max(dates))
            new_periode.append(periode)
        elif periode.mulai and periode.selesai:
            report_outside(cursor, periode, words.periode.values(), findings)
    new_places = [
        place for place in adhoc.wilayah.values() if any(code.startswith(place.kode) for code in counts["kelurahan"])
    ]
    return replace(
        draft,
        n_baris=accepted + refused,
        n_diterima=accepted,
        n_ditolak=refused,
        counts={name: dict(sorted(found.items())) for name, found in counts.items()},
        baru=Baru(
            tuple(new_periode),
            tuple(one for one in adhoc.layanan.values() if one.kode in counts["layanan"]),
            tuple(new_places),
        ),
        cursor=cursor,
    )
