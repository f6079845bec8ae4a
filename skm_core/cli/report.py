"""`report --kind KIND`: a document of a periode and scope, or one for every layanan, kecamatan or kelurahan."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from skm_core import registry
from skm_core.cli import figures, options
from skm_core.errors import InvalidSettingError, NoDataError
from skm_core.reports.batch import SEMUA, batch, file_name, scopes
from skm_core.reports.content import content
from skm_core.reports.kinds import KINDS, Kind
from skm_core.reports.scope import Scope, scope
from skm_core.store import Store
from skm_core.terms import PENGUMPUL
from skm_core.writing import WIB


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "report", help="buat dokumen: laporan, surat, poster, paparan, buku kerja, data terbuka"
    )
    command.add_argument("--kind", choices=list(KINDS), required=True, help="macam dokumen")
    command.add_argument("--periode", metavar="ID", required=True)
    command.add_argument(
        "--scope",
        metavar="LINGKUP",
        default="kota",
        help=f"kota, kunci layanan, kode wilayah, atau {', '.join(SEMUA)} (satu ZIP); bawaan: kota",
    )
    command.add_argument(
        "--gabung", action="store_true", help="dengan semua-…: satu berkas, bukan ZIP (hanya surat-pdf)"
    )
    command.add_argument(
        "--pengumpul",
        choices=PENGUMPUL,
        help="bawaan: satu kelurahan dari datanya sendiri, selain itu sampel kota bila ada",
    )
    options.add_date(command)
    command.add_argument("--out", metavar="FILE", help='bawaan: nama dari isi dokumen; "-" keluaran standar')
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the file, and say which."""
    kind, dated = KINDS[asked.kind], options.dated(asked.tanggal)
    missing: tuple[str, ...] = ()
    with options.open_database(asked) as store:
        if asked.scope in SEMUA:
            _exists(kind, SEMUA[asked.scope])
            chosen = scopes(store, asked.scope, asked.periode, asked.pengumpul)
            named = (asked.scope, asked.periode, asked.pengumpul)
            name = file_name(kind, *named, one=asked.gabung, contoh=registry.is_demo(store))
            if asked.gabung:
                made = _together(store, kind, chosen, dated)
            else:
                made, missing = batch(store, kind, chosen, tanggal=dated, progress=_progress)
        else:
            if asked.gabung:
                raise InvalidSettingError(f"--gabung hanya dengan --scope {', '.join(SEMUA)}. Hapus --gabung.")
            what = scope(store, asked.scope, asked.periode, asked.pengumpul)
            _exists(kind, what.jenis)
            made, name = _single(store, kind, what, dated)
    if asked.out == "-":
        sys.stdout.buffer.write(made)
        return 0
    target = Path(asked.out or name)
    options.write(target, made)
    for sentence in missing:
        print(sentence, file=sys.stderr)
    if asked.json:
        figures.print_json({"file": str(target), "kind": kind.kunci, "bytes": len(made), "dilewati": len(missing)})
    else:
        print(f"{target}: {kind.judul}.")
    return 0


def _exists(kind: Kind, jenis: str) -> None:
    if jenis not in kind.lingkup:
        raise InvalidSettingError(f"{kind.judul} hanya untuk {' atau '.join(kind.lingkup)}. Ganti --scope.")


def _single(store: Store, kind: Kind, what: Scope, dated: date | None) -> tuple[bytes, str]:
    """The document and its name; of a scope without questionnaires what the kind says of it, as in the ZIP of many."""
    try:
        c = content(store, what, tanggal=dated)
    except NoDataError:
        if kind.kosong is None:
            raise
        return kind.kosong(store, what, dated or datetime.now(WIB).date()), kind.name(
            what, contoh=registry.is_demo(store)
        )
    return kind.make(store, c), kind.file_name(c)


def _together(store: Store, kind: Kind, chosen: tuple[Scope, ...], dated: date | None) -> bytes:
    if kind.gabung is None:
        raise InvalidSettingError(f"{kind.judul} tidak dapat digabung dalam satu berkas. Hapus --gabung.")
    return kind.gabung(store, chosen, dated or datetime.now(WIB).date(), _progress)


def _progress(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} dari {total} {name:<40}", end="\n" if done == total else "", file=sys.stderr)
