"""A file of refused rows that comes back mended: which upload it belongs to, and which of its rows each row fills."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, fields, replace

import duckdb
import pyarrow as pa

from skm_core import queries
from skm_core.intake.clean import limited
from skm_core.intake.collected import Findings
from skm_core.intake.headers import KEY
from skm_core.intake.mapping.value import from_dict
from skm_core.intake.misspelt import Anggapan, last_said
from skm_core.intake.options import Options
from skm_core.intake.raw import RawFile, Sheet
from skm_core.intake.scratch import run
from skm_core.store import Store

SHA_LENGTH = 16
Place = tuple[str | None, int]
"""Sheet and row of a file."""
INHERITED = tuple(one.name for one in fields(Options) if one.name not in ("anggap", "lewati_kembar"))
"""Choices that hold for the mended rows as they stand; `anggap` is added to, and copies are asked about anew."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The upload being mended, the choices made for it then, and for each row of this file the row it fills.

    The words for misspelt cells are those said for it and for the corrections of it that are stored.
    """

    unggahan_id: int
    berkas_nama: str
    pilihan: Options
    aktif: bool
    baris: dict[Place, Place]
    sha256: str
    """Of the file being mended."""


def key(sha256: str, place: Place) -> str:
    """What ties a row of the workbook to its file, sheet and row."""
    return f"{sha256[:SHA_LENGTH]}:{place[1]}:{place[0] or ''}"


def key_column(sheet: Sheet) -> int | None:
    """Index of the column with the keys, if the sheet has one."""
    return next((row.cells.index(KEY) for row in sheet.head if KEY in row.cells), None)


def keys(raw: RawFile, sheet: Sheet) -> dict[int, str]:
    """Row → key of a sheet that has them."""
    index = key_column(sheet)
    if index is None:
        return {}
    cell = f"k{index + 1}"
    rows = raw.connection.cursor().table(sheet.tabel).project(f"baris, {cell}").fetchall()
    return {baris: text for baris, text in rows if text and text != KEY}


def find(store: Store, raw: RawFile) -> Correction | None:
    """The upload that this file mends; None for any other file. Undone uploads are found too (`aktif` False)."""
    found = [
        ((sheet.nama, baris), text.split(":", 2))
        for sheet in raw.lembar
        for baris, text in keys(raw, sheet).items()
        if text.count(":") >= 2
    ]
    sources = Counter(parts[0] for _, parts in found if len(parts[0]) == SHA_LENGTH)
    if not sources:
        return None
    sha = sources.most_common(1)[0][0]
    rows = queries.rows(store, "intake_koreksi_asal", awal=sha)
    if not rows:
        return None
    (source,) = rows
    refused = {
        (row["lembar"], row["baris"])
        for row in queries.rows(store, "intake_koreksi_ditolak", unggahan_id=source["unggahan_id"])
    }
    first = {
        there: here
        for here, (digest, row, sheet) in sorted(found, key=lambda one: one[0][1], reverse=True)
        if digest == sha and row.isdecimal() and len(row) < 10 and (there := (sheet or None, int(row))) in refused
    }
    places = {here: there for there, here in first.items()}  # a copied row fills its row once
    chosen = json.loads(source["pilihan"])
    made = Options(**{name: chosen[name] for name in INHERITED if name in chosen and name != "pemetaan"})
    if "pemetaan" in chosen:
        made = replace(made, pemetaan=from_dict(chosen["pemetaan"]))
    later = queries.rows(store, "intake_koreksi_kata", unggahan_id=source["unggahan_id"])
    said = (
        one for words in (chosen, *(json.loads(row["pilihan"]) for row in later)) for one in words.get("anggap", ())
    )
    made = replace(made, anggap=last_said(Anggapan(**one) for one in said))
    collectors = queries.rows(store, "intake_koreksi_pengumpul", unggahan_id=source["unggahan_id"])
    if made.pengumpul is None and len(collectors) == 1:
        made = replace(made, pengumpul=collectors[0]["pengumpul"])
    active = source["status"] == "aktif"
    return Correction(source["unggahan_id"], source["berkas_nama"], made, active, places, source["berkas_sha256"])


def inherited(correction: Correction | None, options: Options) -> Options:
    """The choices made for the original file where this one leaves them open: nothing is asked twice."""
    if correction is None:
        return options
    before = {name: getattr(correction.pilihan, name) for name in INHERITED}
    open_ones = {name: value for name, value in before.items() if not getattr(options, name)}
    return replace(options, **open_ones, anggap=last_said((*correction.pilihan.anggap, *options.anggap)))


def report(correction: Correction, findings: Findings) -> None:
    """Say whose rows this file fills, or that the upload it belongs to is undone."""
    code = "KOREKSI" if correction.aktif else "KOREKSI_DIBATALKAN"
    findings.add(code, unggahan_id=correction.unggahan_id, nama=correction.berkas_nama)


def place(cursor: duckdb.DuckDBPyConnection, correction: Correction, findings: Findings) -> None:
    """Give every accepted row the place of the row it mends; rows that mend none are refused."""
    pairs = correction.baris.items()
    table = pa.table(
        {
            "lembar": pa.array([here[0] for here, _ in pairs], pa.string()),
            "baris": pa.array([here[1] for here, _ in pairs], pa.int32()),
            "asal_lembar": pa.array([there[0] for _, there in pairs], pa.string()),
            "asal_baris": pa.array([there[1] for _, there in pairs], pa.int32()),
        }
    )
    cursor.register("koreksi", table)
    for (baris,) in limited(cursor, findings, "BUKAN_BARIS_KOREKSI", "koreksi_lain"):
        findings.add("BUKAN_BARIS_KOREKSI", baris=baris, nama=correction.berkas_nama)
    run(cursor, "koreksi_tolak")
    run(cursor, "koreksi_pindah")
    cursor.unregister("koreksi")
