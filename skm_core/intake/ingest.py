"""Stores a draft: one upload, one transaction, one archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from skm_core.checks import require_sound
from skm_core.errors import UploadStateError
from skm_core.findings import Finding
from skm_core.intake.archive import BATCH, write_archive
from skm_core.intake.collected import Findings
from skm_core.intake.draft import Draft
from skm_core.queries import statement
from skm_core.store import MEMORY, Store


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was stored: number of the unggahan, rows accepted and refused, findings.

    If the same file is already active nothing is stored: `n_diterima` is 0, `unggahan_id` that of the earlier
    upload, and the finding BERKAS_SAMA says so.
    """

    unggahan_id: int
    n_diterima: int
    n_ditolak: int
    temuan: tuple[Finding, ...]


def ingest(store: Store, draft: Draft, *, pengunggah: str, archive_dir: Path | None = None) -> Receipt:
    """Store the accepted rows of a draft as one unggahan, wholly or not at all.

    The archive goes to `archive_dir`, by default `arsip` beside the database file; a database in memory keeps none
    by default. Raises UploadStateError for a refused draft, StoreError if the database refuses.
    """
    if draft.refused or draft.cursor is None or draft.layout is None:
        raise UploadStateError("Berkas ini ditolak, jadi tidak dapat disimpan. Lihat temuannya.")
    if archive_dir is None and store.path != MEMORY:
        archive_dir = Path(store.path).parent / "arsip"
    with store.write() as cursor:
        same = cursor.execute(statement("intake_unggahan_sama"), {"sha256": draft.sha256}).fetchone()
        if same is None:
            unggahan_id = _store(cursor, draft, pengunggah)
            require_sound(cursor)
            if archive_dir is not None:
                write_archive(draft.raw, archive_dir, draft.pribadi)
            return Receipt(unggahan_id, draft.n_diterima, draft.n_ditolak, draft.temuan)
    findings = Findings()
    findings.add("BERKAS_SAMA", unggahan_id=same[0], nama=same[1])
    return Receipt(same[0], 0, 0, findings.sorted())


def _store(cursor: duckdb.DuckDBPyConnection, draft: Draft, pengunggah: str) -> int:
    assert draft.layout is not None
    _store_new_names(cursor, draft)
    values = {
        "waktu": datetime.now(UTC).replace(tzinfo=None),
        "pengunggah": pengunggah,
        "nama": draft.name,
        "sha256": draft.sha256,
        "ukuran": draft.raw.ukuran,
        "tata_letak": draft.layout.kunci,
        "pilihan": draft.options.as_json(),
        "n_diterima": draft.n_diterima,
        "n_ditolak": draft.n_ditolak,
    }
    unggahan_id: int = cursor.execute(statement("intake_unggahan_baru"), values).fetchall()[0][0]
    assert draft.cursor is not None
    reader = draft.cursor.execute(statement("intake_draf")).to_arrow_reader(BATCH)
    cursor.register("draf", reader)
    cursor.execute(statement("intake_kuesioner_baru"), {"unggahan_id": unggahan_id})
    cursor.unregister("draf")
    if draft.temuan:
        cursor.register("temuan_draf", pa.Table.from_pylist([finding.as_dict() for finding in draft.temuan], _FINDING))
        cursor.execute(statement("intake_temuan_baru"), {"unggahan_id": unggahan_id})
        cursor.unregister("temuan_draf")
    return unggahan_id


_FINDING = pa.schema(
    [("kode", pa.string()), ("tingkat", pa.string()), ("lembar", pa.string()), ("baris", pa.int32()),
     ("kolom", pa.string()), ("nilai", pa.string()), ("pesan", pa.string())]
)  # fmt: skip


def _store_new_names(cursor: duckdb.DuckDBPyConnection, draft: Draft) -> None:
    """Periode, layanan and places that come into being with the file, unless somebody made them meanwhile."""
    for periode in draft.baru.periode:
        cursor.execute(
            statement("intake_periode_baru"),
            {"kode": periode.kode, "nama": periode.nama, "mulai": periode.mulai, "selesai": periode.selesai,
             "aturan": periode.aturan, "cara_pemilihan": periode.cara_pemilihan},
        )  # fmt: skip
    for layanan in draft.baru.layanan:
        cursor.execute(
            statement("intake_layanan_baru"), {"kode": layanan.kode, "nama": layanan.nama, "urutan": layanan.urutan}
        )
    for place in draft.baru.wilayah:
        cursor.execute(
            statement("intake_wilayah_baru"),
            {"kode": place.kode, "tingkat": place.tingkat, "nama": place.nama, "kecamatan_kode": place.kecamatan_kode},
        )
