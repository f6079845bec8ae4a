"""`ingest FILE`: an export into the database, as one unggahan."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import Any

from skm_core import intake
from skm_core.cli import figures, options


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("ingest", help="masukkan sebuah berkas ke basis data")
    command.add_argument("file", metavar="FILE", type=Path)
    options.add_reading(command)
    command.add_argument("--create-periode", action="store_true", help="buat periode yang belum ada")
    command.add_argument(
        "--ambil-perubahan",
        action="store_true",
        help="baris yang sudah tersimpan dengan isi lain menggantikan yang lama",
    )
    command.add_argument(
        "--revisi", metavar="ALASAN", default="", help="alasan, bila hasil periodenya sudah ditetapkan"
    )
    command.add_argument("--oleh", metavar="NAMA", help="nama pengunggah (bawaan: nama pengguna komputer)")
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read, check and store. Status 2 if the file was refused; nothing is stored then."""
    with options.open_database(asked, create=True) as store:
        raw = intake.read_file(asked.file, asked.file.name)
        draft = intake.prepare(store, raw, options.reading(asked, store, create_periode=asked.create_periode))
        known, stored_lines = (0, 0, 0), 0
        unggahan_id, accepted, refused, findings = None, 0, draft.n_ditolak, draft.temuan
        if not draft.refused:
            archive = None if store.path == ":memory:" else Path(store.path).parent / "arsip"
            receipt = intake.ingest(
                store,
                draft,
                pengunggah=asked.oleh or user_name(),
                archive_dir=archive,
                take_changes=asked.ambil_perubahan,
                revisi=asked.revisi,
            )
            known = (receipt.n_sama, receipt.n_berubah, receipt.n_diganti)
            unggahan_id, accepted, refused = receipt.unggahan_id, receipt.n_diterima, receipt.n_ditolak
            findings, stored_lines = receipt.temuan, receipt.n_rekap
        if asked.json:
            figures.print_json(
                {
                    "unggahan_id": unggahan_id,
                    "n_diterima": accepted,
                    "n_ditolak": refused,
                    "n_rekap": stored_lines,
                    **dict(zip(("n_sama", "n_berubah", "n_diganti"), known, strict=True)),
                    "pemetaan": draft.pemetaan.nama if draft.pemetaan else None,
                    "temuan": [finding.as_dict() for finding in findings],
                }
            )
        elif draft.refused:
            print(f"{asked.file.name} tidak disimpan:")
            figures.print_findings(findings)
        elif stored_lines:
            print(f"Unggahan {unggahan_id}: {stored_lines} baris rekap tersimpan, tidak masuk hitungan.")
            figures.print_findings(findings)
        else:
            print(f"Unggahan {unggahan_id}: {accepted} kuesioner diterima, {refused} baris ditolak.")
            if any(known):
                print("{} sudah tersimpan, {} berubah dan tidak diambil, {} menggantikan yang lama.".format(*known))
            figures.print_findings(findings)
        if draft.pemetaan and not asked.json:
            print(f'Dibaca dengan pemetaan "{draft.pemetaan.nama}", disimpan oleh {draft.pemetaan.oleh}.')
    return 2 if draft.refused else 0


def user_name() -> str:
    """Name of the computer's user, or a word for nobody."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "tanpa nama"
