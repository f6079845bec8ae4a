"""`mapping …`: the kept mappings of columns, and the proposal of one for a file."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from skm_core import intake, reference
from skm_core.cli import figures, options
from skm_core.cli.ingest import user_name
from skm_core.intake.mapping import saved
from skm_core.intake.mapping.complete import proposal
from skm_core.intake.vocabulary import vocabulary
from skm_core.store import Store
from skm_core.writing import WIB


def add_commands(commands: Any) -> None:
    """Declare the command and its parts."""
    parts = commands.add_parser("mapping", help="pemetaan kolom: daftar, usul, ekspor, impor, ganti nama, hapus")
    parts = parts.add_subparsers(dest="part", required=True, metavar="BAGIAN")
    listing = parts.add_parser("list", help="daftar pemetaan yang disimpan")
    listing.set_defaults(run=run_list)
    propose = parts.add_parser("propose", help="usulkan pemetaan sebuah berkas, sebagai JSON untuk diperiksa")
    propose.add_argument("file", metavar="FILE", type=Path)
    propose.add_argument("--instrumen", metavar="KUNCI", help="kuesioner (bawaan: yang paling cocok)")
    propose.set_defaults(run=run_propose)
    export = parts.add_parser("export", help="cetak sebuah pemetaan sebagai JSON")
    export.add_argument("nama", metavar="NAMA")
    export.set_defaults(run=run_export)
    import_ = parts.add_parser("import", help="simpan pemetaan dari berkas JSON")
    import_.add_argument("file", metavar="FILE", type=Path)
    import_.add_argument("--nama", metavar="NAMA", help="nama pemetaan (bawaan: yang tertulis di dalamnya)")
    import_.add_argument("--oleh", metavar="NAMA", help="nama yang menyimpan (bawaan: nama pengguna komputer)")
    import_.set_defaults(run=run_import)
    rename = parts.add_parser("rename", help="ganti nama sebuah pemetaan")
    rename.add_argument("nama", metavar="NAMA")
    rename.add_argument("nama_baru", metavar="NAMA_BARU")
    rename.set_defaults(run=run_rename)
    delete = parts.add_parser("delete", help="hapus sebuah pemetaan; data yang masuk dengannya tetap ada")
    delete.add_argument("nama", metavar="NAMA")
    delete.set_defaults(run=run_delete)
    for part in (listing, export, import_, rename, delete):
        options.add_database(part)
    options.add_json(listing)


def run_list(asked: argparse.Namespace) -> int:
    """Print every kept mapping by name."""
    with options.open_database(asked) as store:
        found = saved.kept(store).values()
        if asked.json:
            mappings = [one.pemetaan.as_dict() | {"waktu": one.waktu, "oleh": one.oleh} for one in found]
            figures.print_json({"pemetaan": mappings})
        for one in () if asked.json else found:
            when = one.waktu.replace(tzinfo=UTC).astimezone(WIB)
            print(f"{one.nama}  {len(one.pemetaan.used)} kolom  {when:%Y-%m-%d %H:%M %Z}  ({one.oleh})")
    return 0


def run_propose(asked: argparse.Namespace) -> int:
    """Print the proposal for a file as JSON. Status 2 if the file cannot be read."""
    with Store() as store:
        reference.seed(store)
        raw = intake.read_file(asked.file, asked.file.name)
        if not raw.lembar:
            figures.print_findings(raw.findings)
            return 2
        print(proposal(raw, vocabulary(store), instrumen=asked.instrumen).as_json())
    return 0


def run_export(asked: argparse.Namespace) -> int:
    """Print one kept mapping as JSON."""
    with options.open_database(asked) as store:
        print(saved.find(store, asked.nama).as_json())
    return 0


def run_import(asked: argparse.Namespace) -> int:
    """Keep the mapping of a JSON file."""
    mapping = options.mapping_file(asked.file)
    with options.open_database(asked, create=True) as store:
        kept = saved.keep(store, replace(mapping, nama=asked.nama or mapping.nama), oleh=asked.oleh or user_name())
        print(f'Pemetaan "{kept.nama}" disimpan.')
    return 0


def run_rename(asked: argparse.Namespace) -> int:
    """Give a kept mapping another name."""
    with options.open_database(asked) as store:
        saved.rename(store, asked.nama, asked.nama_baru)
        print(f'Pemetaan "{asked.nama}" kini bernama "{asked.nama_baru}".')
    return 0


def run_delete(asked: argparse.Namespace) -> int:
    """Forget a kept mapping."""
    with options.open_database(asked) as store:
        saved.delete(store, asked.nama)
        print(f'Pemetaan "{asked.nama}" dihapus. Data yang masuk dengannya tetap ada.')
    return 0
