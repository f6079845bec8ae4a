"""`demo --db PATH`: a database filled with DATA CONTOH."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from skm_core import reference
from skm_core.cli import figures, options
from skm_core.demo import generate
from skm_core.errors import UnknownKeyError
from skm_core.store import Store


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("demo", help="buat basis data berisi data contoh")
    command.add_argument("--db", metavar="PATH", type=Path, required=True)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Generate into a new file. Status 2 if the file exists: demo data never mix with real ones."""
    if asked.db.exists():
        raise UnknownKeyError(f"{asked.db.name} sudah ada. Data contoh hanya dibuat di berkas baru.")
    with Store(asked.db) as store:
        reference.seed(store)
        generate(store)
        _, ((n,),) = store.fetch("SELECT count(*) FROM kuesioner")
    if asked.json:
        figures.print_json({"db": str(asked.db), "n_kuesioner": n})
    else:
        print(f"{asked.db.name}: {n} kuesioner DATA CONTOH.")
    return 0
