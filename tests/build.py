"""Builders: rows become a file, the file goes through the real intake. Nothing is inserted behind its back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from skm_core import intake
from skm_core.intake import Options, Receipt
from skm_core.store import Store

UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
"""The nine unsur in the order of the rule's list."""

KALIDERES, KAPUK, KAMAL = "31.73.06.1001", "31.73.01.1005", "31.73.06.1004"


def form(
    answers: Iterable[int | None],
    *,
    layanan: str = "posyandu",
    kelurahan: str = KAPUK,
    periode: str = "2019-q2",
    **more: Any,
) -> dict[str, Any]:
    """One questionnaire: nine answers in the rule's order, None = blank."""
    return {
        "periode": periode,
        "kode_kelurahan": kelurahan,
        "layanan": layanan,
        **dict(zip(UNSUR, answers, strict=True)),
        **more,
    }


def csv_bytes(rows: Iterable[Mapping[str, Any]], *, delimiter: str = ",") -> bytes:
    """The rows as a CSV file with a header of their keys."""
    found = list(rows)
    columns = list(dict.fromkeys(key for row in found for key in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: "" if value is None else value for key, value in row.items()} for row in found)
    return text.getvalue().encode()


def ingest(
    store: Store,
    rows: Iterable[Mapping[str, Any]],
    *,
    pengumpul: str = "kelurahan",
    name: str = "uji.csv",
    **options: Any,
) -> Receipt:
    """Read, check and store the rows; every row must be accepted."""
    found = list(rows)
    draft = intake.prepare(
        store, intake.read_file(csv_bytes(found), name), Options(pengumpul=pengumpul, create_periode=True, **options)
    )
    assert not draft.refused, [finding.pesan for finding in draft.temuan]
    receipt = intake.ingest(store, draft, pengunggah="uji")
    assert receipt.n_diterima == len(found), [finding.pesan for finding in receipt.temuan]
    return receipt
