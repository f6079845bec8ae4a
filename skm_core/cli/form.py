"""`form --kind KIND`: a blank form whose answers the intake reads unaided."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from skm_core import forms, reference
from skm_core.cli import figures, options
from skm_core.errors import StoreBusyError
from skm_core.forms.blank import kelurahan_code
from skm_core.store import Store
from skm_core.terms import PENGUMPUL

BUSY = (
    "Basis data sedang dibuka aplikasi. Formulir ini memakai periode, layanan, dan kuesioner bawaan; yang ditambah "
    "atau diubah di Pengaturan tidak ikut. Untuk itu, unduh dari halaman Formulir, atau tutup aplikasi lalu ulangi."
)


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("form", help="buat formulir kosong: kuesioner cetak, lembar isian, XLSForm, Google")
    command.add_argument("--kind", choices=list(forms.KINDS), required=True, help="macam formulir")
    command.add_argument("--periode", metavar="ID", required=True)
    command.add_argument(
        "--layanan", action="append", default=[], metavar="KUNCI", help="satu atau beberapa; bawaan: semua yang aktif"
    )
    command.add_argument(
        "--cara",
        choices=[forms.ONE, forms.CHOOSE, forms.ALL],
        help="satu layanan, responden memilih satu, atau semua dinilai dalam satu formulir",
    )
    command.add_argument("--kelurahan", metavar="NAMA|KODE", help="bawaan: dipilih di formulir")
    command.add_argument("--pengumpul", choices=PENGUMPUL, default="kelurahan")
    command.add_argument("--instrumen", metavar="KODE", default="skm9", help="kuesioner (bawaan: skm9)")
    command.add_argument("--baris", type=int, metavar="N", help="baris siap isi di lembar isian (bawaan: 500)")
    command.add_argument(
        "--out", metavar="FILE", type=Path, help='bawaan: nama dari isi formulir; "-" keluaran standar'
    )
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def _store(asked: argparse.Namespace) -> Store:
    """The database; where there is none yet, or the app has it open, what every new one begins with.

    A form writes nothing into it. A database that was named with --db is never replaced.
    """
    if asked.db:
        return options.open_database(asked)
    if options.default_database().exists():
        try:
            return options.open_database(asked)
        except StoreBusyError:
            print(BUSY, file=sys.stderr)
    store = Store()
    reference.seed(store)
    return store


def run(asked: argparse.Namespace) -> int:
    """Write the file, and say which."""
    with _store(asked) as store:
        form = forms.blank(
            store,
            instrumen=asked.instrumen,
            periode=asked.periode,
            layanan=asked.layanan,
            cara=asked.cara,
            kelurahan=kelurahan_code(store, asked.kelurahan) if asked.kelurahan else None,
            pengumpul=asked.pengumpul,
        )
    kind = forms.KINDS[asked.kind]
    sized = kind.kunci == "excel" and asked.baris is not None
    made = forms.entry_sheet(form, rows=asked.baris) if sized else kind.make(form)
    if asked.out and str(asked.out) == "-":
        sys.stdout.buffer.write(made)
        return 0
    target: Path = asked.out or Path(kind.file_name(form))
    options.write(target, made)
    if asked.json:
        figures.print_json({"file": str(target), "kind": kind.kunci, "bytes": len(made)})
    else:
        print(f"{target}: {form.kalimat}.")
    return 0
