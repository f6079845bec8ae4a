"""Stores a draft: one upload, one transaction, one archive."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from skm_core.checks import require_sound
from skm_core.closing import note_event, require_reason
from skm_core.errors import ChangedMeanwhileError, UploadStateError
from skm_core.findings import Finding
from skm_core.intake import overlap
from skm_core.intake.archive import BATCH, archiving, write_archive
from skm_core.intake.collected import Findings
from skm_core.intake.draft import Draft
from skm_core.intake.overlap import Met
from skm_core.intake.recap import store as recap
from skm_core.intake.refused import refused_forms
from skm_core.queries import statement
from skm_core.store import MEMORY, Store


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was stored: number of the unggahan, rows taken (of them `n_diganti` changed ones), refused, and passed over.

    If nothing in the file is new nothing is stored: `n_diterima` is 0, `unggahan_id` that of the earlier upload, and
    a finding (BERKAS_SAMA or TIDAK_ADA_YANG_BARU) says so.
    """

    unggahan_id: int
    n_diterima: int
    n_ditolak: int
    temuan: tuple[Finding, ...]
    n_sama: int = 0
    n_berubah: int = 0
    n_diganti: int = 0
    n_rekap: int = 0
    """Lines of a recap without respondents; then no questionnaire was stored."""


Stage = Callable[[str], None]
"""Told what happens now: 'banding', 'simpan', 'periksa', 'arsip' and, once it is committed, 'selesai'."""


def ingest(
    store: Store,
    draft: Draft,
    *,
    pengunggah: str,
    archive_dir: Path | None = None,
    take_changes: bool = False,
    revisi: str = "",
    as_seen: bool = False,
    stage: Stage = lambda name: None,
) -> Receipt:
    """Store the new rows of a draft as one unggahan, wholly or not at all.

    Rows that are stored already are passed over; those stored with other content too, unless `take_changes`: then
    the older ones stop counting while this unggahan is active. The archive goes to `archive_dir`, by default `arsip`
    beside the database file; a database in memory keeps none by default. With `as_seen` nothing is stored if meanwhile
    other rows are new or changed than the draft says.

    Raises UploadStateError for a refused draft, ClosedPeriodeError if the results of a periode are fixed and `revisi`
    gives no reason, ChangedMeanwhileError with `as_seen`, StoreError if the database refuses.
    """
    if draft.refused or draft.layout is None or (draft.cursor is None and not draft.rekap):
        raise UploadStateError("Berkas ini ditolak, jadi tidak dapat disimpan. Lihat temuannya.")
    if archive_dir is None and store.path != MEMORY:
        archive_dir = Path(store.path).parent / "arsip"
    if draft.rekap:
        return _ingest_recap(store, draft, pengunggah, archive_dir, stage)
    with store.write() as cursor:
        require_reason(cursor, draft.counts["periode"], revisi)
        stage("banding")
        met = overlap.meet(cursor, draft)
        if as_seen and (met.n_terisi, met.n_sama, met.n_berubah) != (draft.n_terisi, draft.n_sama, draft.n_berubah):
            raise ChangedMeanwhileError(
                "Data berubah sejak pratinjau ini dibuat, jadi belum ada yang disimpan. Lihat lagi pratinjaunya."
            )
        taken = draft.n_diterima - met.n_terisi - met.n_sama - (0 if take_changes else met.n_berubah)
        if taken:
            stage("simpan")
            unggahan_id = stored(cursor, draft, met, pengunggah, take_changes=take_changes, revisi=revisi)
            archive = archiving(draft.raw, archive_dir, draft.pribadi) if archive_dir is not None else nullcontext()
            with archive as keep:  # written during the checks; during the storing too it would take too much room
                stage("periksa")
                require_sound(cursor, unggahan_id)
                if keep:
                    stage("arsip")
                    keep()
        drop_temporary(cursor)
    stage("selesai")
    if not taken:
        return _nothing_new(draft, met)
    changed, left = (met.n_berubah, 0) if take_changes else (0, met.n_berubah)
    return Receipt(unggahan_id, taken, draft.n_ditolak, draft.temuan, met.n_sama + met.n_terisi, left, changed)


def stored(
    cursor: duckdb.DuckDBPyConnection, draft: Draft, met: Met, pengunggah: str, *, take_changes: bool, revisi: str = ""
) -> int:
    """Write the new rows of a compared draft inside the cursor's transaction; the number of the unggahan."""
    assert draft.cursor is not None
    _store_new_names(cursor, draft)
    changed, left = (met.n_berubah, 0) if take_changes else (0, met.n_berubah)
    same = met.n_sama + met.n_terisi
    unggahan_id = _new(cursor, draft, pengunggah, draft.n_diterima - same - left, revisi)
    if not met.compared:  # the rows go straight in
        cursor.register("draf", draft.cursor.execute(statement("intake_draf")).to_arrow_reader(BATCH))
    cursor.execute(statement("intake_kuesioner_baru"), {"unggahan_id": unggahan_id, "ambil_perubahan": take_changes})
    if not met.compared:
        cursor.unregister("draf")
    if changed:
        cursor.execute(statement("intake_diganti_baru"), {"unggahan_id": unggahan_id})
    if same or changed or left or draft.koreksi:
        root = draft.koreksi.unggahan_id if draft.koreksi else None
        counts = {"n_sama": same, "n_berubah": left, "n_diganti": changed}
        cursor.execute(statement("intake_tumpang_baru"), {"unggahan_id": unggahan_id, "koreksi_dari": root, **counts})
    if draft.n_ditolak and not draft.koreksi:  # what a correction leaves open is open in the file it mends
        found = [dict(zip(_REFUSED.names, one, strict=True)) for one in refused_forms(draft)]
        _insert(cursor, "ditolak", unggahan_id, pa.Table.from_pylist(found, _REFUSED))
    return unggahan_id


def _new(cursor: duckdb.DuckDBPyConnection, draft: Draft, pengunggah: str, n_diterima: int, revisi: str) -> int:
    """A new unggahan with its event and its findings; its number."""
    assert draft.layout is not None
    now = datetime.now(UTC).replace(tzinfo=None)
    values = {
        "waktu": now,
        "pengunggah": pengunggah,
        "nama": draft.name,
        "sha256": draft.sha256,
        "ukuran": draft.raw.ukuran,
        "tata_letak": draft.layout.kunci,
        "pilihan": draft.options.as_json(),
        "n_diterima": n_diterima,
        "n_ditolak": draft.n_ditolak,
    }
    unggahan_id: int = cursor.execute(statement("intake_unggahan_baru"), values).fetchall()[0][0]
    note_event(cursor, unggahan_id, now, pengunggah, "disimpan", revisi)
    if draft.temuan:
        _insert(cursor, "temuan", unggahan_id, pa.Table.from_pylist([one.as_dict() for one in draft.temuan], _FINDING))
    return unggahan_id


def _ingest_recap(store: Store, draft: Draft, pengunggah: str, archive_dir: Path | None, stage: Stage) -> Receipt:
    """The same for a recap: no figure changes, so nothing has to be compared and no reason is needed."""
    with store.write() as cursor:
        if known := recap.twin(cursor, draft.sha256):
            findings = Findings()
            findings.add("BERKAS_SAMA", unggahan_id=known, nama=draft.name)
            return Receipt(known, 0, 0, findings.sorted())
        stage("simpan")
        _store_new_names(cursor, draft)
        unggahan_id = _new(cursor, draft, pengunggah, 0, "")
        recap.insert_lines(cursor, unggahan_id, draft)
        stage("periksa")
        require_sound(cursor, unggahan_id)
        if archive_dir is not None:
            stage("arsip")
            write_archive(draft.raw, archive_dir, draft.pribadi)
    stage("selesai")
    return Receipt(unggahan_id, 0, draft.n_ditolak, draft.temuan, n_rekap=len(draft.rekap))


def drop_temporary(cursor: duckdb.DuckDBPyConnection) -> None:
    """Drop what a comparison left on the cursor."""
    for table in ("draf", "banding", "dikenal"):
        cursor.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _insert(cursor: duckdb.DuckDBPyConnection, name: str, unggahan_id: int, rows: pa.Table) -> None:
    cursor.register(f"{name}_draf", rows)
    cursor.execute(statement(f"intake_{name}_baru"), {"unggahan_id": unggahan_id})
    cursor.unregister(f"{name}_draf")


def _nothing_new(draft: Draft, met: Met) -> Receipt:
    findings = Findings()
    first = met.unggahan_id or 0
    if met.n_terisi == draft.n_diterima and not draft.koreksi:
        findings.add("BERKAS_SAMA", unggahan_id=first, nama=met.unggahan_nama)
    else:
        findings.add("TIDAK_ADA_YANG_BARU", unggahan_id=first)
    return Receipt(first, 0, 0, findings.sorted(), met.n_sama + met.n_terisi, met.n_berubah)


_REFUSED = pa.schema(
    [("lembar", pa.string()), ("baris", pa.int32()), ("alasan", pa.string()), ("layanan_kode", pa.string())]
)
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
