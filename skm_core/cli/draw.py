"""`draw`: the kelurahan of the city's sample, drawn again from a seed, or a recorded plan from its database."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from skm_core import reference
from skm_core.cli import figures, options
from skm_core.sampling import CARA_UNDI, PER_KECAMATAN, Undian, draw, seed_of
from skm_core.sampling.minutes import digits
from skm_core.terms import Wilayah
from skm_core.writing import WIB


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("draw", help="undi kelurahan sampel kota; benih yang sama memberi hasil yang sama")
    command.add_argument("--benih", metavar="ANGKA", type=int, help="benih acak (bawaan: tanggal hari ini, YYYYMMDD)")
    command.add_argument(
        "--cara", choices=CARA_UNDI, default="srs", help="srs: acak sederhana; pps: sebanding penduduk"
    )
    command.add_argument("--per-kecamatan", metavar="N", type=int, default=PER_KECAMATAN)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print every kelurahan in the order of its random number. Nothing is stored."""
    seed = seed_of(datetime.now(WIB).date()) if asked.benih is None else asked.benih
    places = reference.wilayah()
    found = draw(places, seed, asked.cara, asked.per_kecamatan)
    if asked.json:
        figures.print_json(_object(found))
    else:
        _print(found, {place.kode: place for place in places})
    return 0


def _object(found: Undian) -> dict[str, Any]:
    return {
        "benih": found.seed,
        "cara": found.cara,
        "per_kecamatan": found.per_kecamatan,
        "terpilih": list(found.terpilih),
        "awal": dict(found.awal),
        "daftar": [
            {
                "kecamatan": one.kecamatan,
                "kelurahan": one.kelurahan,
                "nama": one.nama,
                "n_penduduk": one.n_penduduk,
                "angka": one.angka,
                "peluang": str(one.peluang),
                "terpilih": one.terpilih,
            }
            for one in found.daftar
        ],
    }


def _print(found: Undian, places: dict[str, Wilayah]) -> None:
    print(found.penjelasan)
    starts = dict(found.awal)
    before = ""
    for one in found.daftar:
        if one.kecamatan != before:
            before = one.kecamatan
            start = f"  (titik awal {digits(starts[before])})" if before in starts else ""
            print(f"\n{places[before].nama}{start}")
        mark = "*" if one.terpilih else " "
        print(f" {mark} {digits(one.angka or 0.0)}  {one.kelurahan}  {one.nama}")
    print("\n* terpilih")
