"""`uploads`, `undo ID`, `restore ID`, `refused ID`: the history of unggahan."""

from __future__ import annotations

import argparse
import dataclasses
from datetime import UTC
from pathlib import Path
from typing import Any

from skm_core import uploads
from skm_core.cli import figures, options
from skm_core.cli.ingest import user_name
from skm_core.writing import WIB


def add_commands(commands: Any) -> None:
    """Declare the commands."""
    listing = commands.add_parser("uploads", help="daftar unggahan")
    listing.set_defaults(run=run_list)
    undo = commands.add_parser("undo", help="batalkan sebuah unggahan seutuhnya")
    undo.set_defaults(run=run_undo)
    restore = commands.add_parser("restore", help="pulihkan unggahan yang dibatalkan")
    restore.set_defaults(run=run_restore)
    for command in (undo, restore):
        command.add_argument("unggahan_id", metavar="ID", type=int)
        command.add_argument("--oleh", metavar="NAMA", help="nama yang melakukan (bawaan: nama pengguna komputer)")
        command.add_argument("--revisi", metavar="ALASAN", default="", help="alasan, bila hasilnya sudah ditetapkan")
    refused = commands.add_parser("refused", help="baris yang ditolak sebagai XLSX, untuk diperbaiki lalu diunggah")
    refused.set_defaults(run=run_refused)
    refused.add_argument("unggahan_id", metavar="ID", type=int)
    refused.add_argument("--out", metavar="FILE", type=Path, help="berkas keluaran (bawaan: ditolak-ID.xlsx)")
    for command in (listing, undo, restore, refused):
        options.add_database(command)
        options.add_json(command)


def run_list(asked: argparse.Namespace) -> int:
    """Print every unggahan, newest first."""
    with options.open_database(asked) as store:
        found = uploads.history(store)
    if asked.json:
        figures.print_json({"unggahan": [dataclasses.asdict(item) for item in found]})
    for item in () if asked.json else found:
        when = item.waktu.replace(tzinfo=UTC).astimezone(WIB)
        print(
            f"{item.unggahan_id:>5}  {when:%Y-%m-%d %H:%M %Z}  {item.status:<10}  {item.n_diterima:>7} diterima  "
            f"{item.n_ditolak:>5} ditolak  {item.berkas_nama}  ({item.pengunggah})"
        )
    return 0


def run_undo(asked: argparse.Namespace) -> int:
    """Take one unggahan out of every figure."""
    with options.open_database(asked) as store:
        uploads.undo(store, asked.unggahan_id, oleh=asked.oleh or user_name(), revisi=asked.revisi)
    return _report(asked, "dibatalkan")


def run_restore(asked: argparse.Namespace) -> int:
    """Bring one unggahan back."""
    with options.open_database(asked) as store:
        uploads.restore(store, asked.unggahan_id, oleh=asked.oleh or user_name(), revisi=asked.revisi)
    return _report(asked, "aktif")


def run_refused(asked: argparse.Namespace) -> int:
    """Write the refused rows that no correction fills yet."""
    with options.open_database(asked) as store:
        book = uploads.refused_workbook(store, asked.unggahan_id)
    out = asked.out or Path(f"ditolak-{asked.unggahan_id}.xlsx")
    options.write(out, book)
    if asked.json:
        figures.print_json({"unggahan_id": asked.unggahan_id, "berkas": str(out)})
    else:
        print(f"Baris yang ditolak dari unggahan {asked.unggahan_id} ada di {out.name}.")
    return 0


def _report(asked: argparse.Namespace, status: str) -> int:
    if asked.json:
        figures.print_json({"unggahan_id": asked.unggahan_id, "status": status})
    else:
        print(f"Unggahan {asked.unggahan_id} kini {status}.")
    return 0
