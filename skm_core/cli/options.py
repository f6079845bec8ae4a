"""Options that several commands share, and the opening of the database they name."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from skm_core import reference, registry
from skm_core.errors import InvalidMappingError, InvalidSettingError, UnknownKeyError
from skm_core.intake import Options
from skm_core.intake.mapping import saved
from skm_core.intake.mapping.value import Pemetaan, from_json
from skm_core.precision import BOBOT, VARIANS
from skm_core.store import Store
from skm_core.terms import PENGUMPUL, Pilihan

DATA = Path(__file__).parents[2] / "data"


def default_database() -> Path:
    """`skm.duckdb` in the data directory (environment SKM_DATA_DIR, else `data/` of the program)."""
    return Path(os.environ.get("SKM_DATA_DIR") or DATA) / "skm.duckdb"


def add_database(command: argparse.ArgumentParser) -> None:
    """--db."""
    command.add_argument("--db", metavar="PATH", default=None, help="berkas basis data (bawaan: data/skm.duckdb)")


def add_json(command: argparse.ArgumentParser) -> None:
    """--json."""
    command.add_argument("--json", action="store_true", help="satu objek JSON di keluaran standar")


def add_date(command: argparse.ArgumentParser) -> None:
    """--tanggal."""
    command.add_argument("--tanggal", metavar="YYYY-MM-DD", help="tanggal dokumen (bawaan: hari ini)")


def dated(text: str | None) -> date | None:
    """The day of --tanggal, None if it was not given. Raises InvalidSettingError for anything but a day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidSettingError(f'Tanggal "{text}" harus ditulis seperti 2019-07-15.') from error


def add_reading(command: argparse.ArgumentParser) -> None:
    """What a file may leave unsaid."""
    command.add_argument("--periode", metavar="ID", help="periode semua baris, bila tidak ada kolomnya")
    command.add_argument("--layanan", metavar="KUNCI", help="layanan semua baris, bila tidak ada kolomnya")
    command.add_argument("--kelurahan", metavar="NAMA|KODE", help="kelurahan semua baris, bila tidak ada kolomnya")
    command.add_argument("--pengumpul", choices=["kota", "kelurahan"], help="siapa yang mengumpulkan")
    command.add_argument(
        "--u8",
        choices=["pengaduan", "sarana"],
        help="arti kolom U8 bila berkas hanya bernomor (yang lain menjadi U9)",
    )
    command.add_argument(
        "--kode1",
        choices=["terburuk", "terbaik"],
        help="arti pilihan pertama bila jawaban hanya kode pilihan (A1, option_2)",
    )
    command.add_argument(
        "--pemetaan", metavar="NAMA|FILE.json", help="arti kolom menurut pemetaan yang disimpan, atau berkas JSON"
    )


def reading(asked: argparse.Namespace, store: Store, *, create_periode: bool = False) -> Options:
    """The intake options of a command. Raises UnknownKeyError or InvalidMappingError for a mapping that is none."""
    return Options(
        periode=asked.periode,
        layanan=asked.layanan,
        kelurahan=asked.kelurahan,
        pengumpul=asked.pengumpul,
        u8=asked.u8,
        kode1=asked.kode1,
        create_periode=create_periode,
        pemetaan=mapping(store, asked.pemetaan) if asked.pemetaan else None,
    )


def mapping(store: Store, name: str) -> Pemetaan:
    """The mapping of a JSON file, or the kept one of this name."""
    return mapping_file(Path(name)) if name.lower().endswith(".json") else saved.find(store, name)


def mapping_file(path: Path) -> Pemetaan:
    """The mapping a JSON file holds. Raises InvalidMappingError if it cannot be read or holds none."""
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        raise InvalidMappingError(f"Berkas pemetaan {path.name} tidak ditemukan atau tidak boleh dibaca.") from error


def open_database(asked: argparse.Namespace, *, create: bool = False) -> Store:
    """The seeded database of --db. Raises UnknownKeyError if it does not exist and must not be created."""
    path = Path(asked.db) if asked.db else default_database()
    if not create and not path.exists():
        raise UnknownKeyError(f"Basis data {path.name} belum ada. Masukkan berkas dahulu dengan perintah ingest.")
    store = Store(path)
    reference.seed(store)
    return store


def add_selection(command: argparse.ArgumentParser) -> None:
    """Which questionnaires a figure is asked of."""
    command.add_argument("--layanan", action="append", default=[], metavar="KUNCI")
    command.add_argument("--wilayah", metavar="KODE", help="kode Kemendagri kecamatan atau kelurahan")
    command.add_argument(
        "--pengumpul",
        choices=PENGUMPUL,
        help="bawaan: satu kelurahan dari datanya sendiri, selain itu sampel kota bila ada",
    )
    command.add_argument("--lengkap", action="store_true", help="hanya kuesioner yang terisi lengkap")


def add_design(command: argparse.ArgumentParser) -> None:
    """How precision is computed."""
    command.add_argument("--weight", choices=BOBOT, default="pooled", help="bobot kuesioner (bawaan: pooled)")
    command.add_argument("--fpc", action="store_true", help="koreksi populasi terhingga")
    command.add_argument(
        "--varians", choices=VARIANS, default="gabungan", help="ragam satu kecamatan: gabungan semua, atau sendiri"
    )


def selected(asked: argparse.Namespace, store: Store, periode: tuple[str, ...] = ()) -> Pilihan:
    """The selection of a command. Raises UnknownKeyError naming a key that does not exist."""
    for kind, keys, known in (
        ("Periode", periode, registry.periode(store)),
        ("Layanan", asked.layanan, registry.layanan(store)),
        ("Wilayah", [asked.wilayah] if asked.wilayah else [], registry.wilayah(store)),
    ):
        for key in keys:
            registry.require(kind, key, known)
    return Pilihan(periode, tuple(asked.layanan), asked.wilayah, asked.pengumpul, asked.lengkap)


def write(target: Path, made: bytes) -> None:
    """Write a file. Raises InvalidSettingError where the place cannot be written, and says why."""
    try:
        target.write_bytes(made)
    except OSError as error:
        raise unwritable(target, error) from error


def unwritable(target: Path, error: OSError) -> InvalidSettingError:
    """What the person who gave --out must know."""
    why = {
        FileNotFoundError: "foldernya tidak ada",
        IsADirectoryError: "itu folder, bukan berkas",
        NotADirectoryError: "foldernya tidak ada",
        FileExistsError: "sudah ada berkas dengan nama itu",
        PermissionError: "tidak ada izin menulis di sana",
    }.get(type(error), error.strerror or type(error).__name__)
    return InvalidSettingError(f"{target} tidak dapat ditulis: {why}. Ganti --out.")
