"""`export --periode ID`: the open data of a periode, as one ZIP or as files in a folder."""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

from skm_core.cli import figures, options
from skm_core.errors import InvalidSettingError
from skm_core.reports.content import content
from skm_core.reports.kinds import KINDS
from skm_core.reports.scope import KOTA, scope
from skm_core.terms import PENGUMPUL

KIND = KINDS["data-terbuka"]


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "export", help="keluarkan data terbuka: CSV dan Parquet tanpa identitas, dengan kamus"
    )
    command.add_argument("--periode", metavar="ID", required=True)
    command.add_argument(
        "--pengumpul",
        choices=PENGUMPUL,
        help="bawaan: satu kelurahan dari datanya sendiri, selain itu sampel kota bila ada",
    )
    options.add_date(command)
    command.add_argument(
        "--out",
        metavar="FILE|FOLDER",
        help="bawaan: ZIP dengan nama dari isinya; folder: berkas terpisah di folder baru di dalamnya; "
        '"-" keluaran standar',
    )
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the ZIP, or its files into a new folder of its name inside an existing one, and say which."""
    dated = options.dated(asked.tanggal)
    with options.open_database(asked) as store:
        c = content(store, scope(store, KOTA, asked.periode, asked.pengumpul), tanggal=dated)
        made, name = KIND.make(store, c), KIND.file_name(c)
    if asked.out == "-":
        sys.stdout.buffer.write(made)
        return 0
    target = Path(asked.out or name)
    if target.is_dir():
        target /= Path(name).stem
        written = _unpack(made, target)
    else:
        options.write(target, made)
        written = [target.name]
    if asked.json:
        figures.print_json({"file": str(target), "files": written, "bytes": len(made)})
    else:
        print(f"{target}: {KIND.judul}, {c.judul}.")
    return 0


def _unpack(made: bytes, target: Path) -> list[str]:
    """The names of the files written. Nothing that is already there is written over."""
    try:
        target.mkdir(exist_ok=True)
        if any(target.iterdir()):
            raise InvalidSettingError(f"{target} sudah ada isinya. Hapus atau pindahkan folder itu, atau ganti --out.")
        with zipfile.ZipFile(io.BytesIO(made)) as files:
            files.extractall(target)
            return files.namelist()
    except OSError as error:
        raise options.unwritable(target, error) from error
