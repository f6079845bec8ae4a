"""`publish PERIODE`, `published`: results that are fixed."""

from __future__ import annotations

import argparse
import dataclasses
from typing import Any

from skm_core import publication
from skm_core.cli import figures, options
from skm_core.cli.ingest import user_name
from skm_core.terms import Pilihan


def add_commands(commands: Any) -> None:
    """Declare the commands."""
    publish = commands.add_parser("publish", help="tetapkan hasil sebuah periode: angkanya dibekukan")
    publish.add_argument("periode", metavar="PERIODE")
    publish.add_argument("--oleh", metavar="NAMA", help="nama yang menetapkan (bawaan: nama pengguna komputer)")
    publish.add_argument("--catatan", metavar="TEKS", default="", help="misalnya nomor surat")
    publish.set_defaults(run=run_publish)
    listing = commands.add_parser("published", help="hasil yang ditetapkan, dan yang direvisi sesudahnya")
    listing.set_defaults(run=run_list)
    for command in (publish, listing):
        options.add_database(command)
        options.add_json(command)


def run_publish(asked: argparse.Namespace) -> int:
    """Freeze the figures of a periode."""
    with options.open_database(asked) as store:
        made = publication.fix(store, asked.periode, oleh=asked.oleh or user_name(), catatan=asked.catatan)
        n = len(publication.figures(store, made))
    if asked.json:
        figures.print_json({**dataclasses.asdict(made), "n_angka": n})
    else:
        print(f"Hasil {made.periode} ditetapkan (penetapan {made.penetapan_id}): {n} angka dibekukan.")
    return 0


def run_list(asked: argparse.Namespace) -> int:
    """Print every penetapan, and the city's figures that were revised since the latest of each periode."""
    with options.open_database(asked) as store:
        found = publication.history(store)
        last = {one.periode: one for one in found}
        revised = {one: publication.revisions(store, Pilihan((one,))) for one in last}
    if asked.json:
        listed = [
            {
                **dataclasses.asdict(one),
                "revisi": [
                    {
                        "pengumpul": each.pengumpul,
                        "ditetapkan": each.ditetapkan.terbit if each.ditetapkan else None,
                        "n_ditetapkan": each.ditetapkan.n if each.ditetapkan else 0,
                        "sekarang": each.sekarang.ikm if each.sekarang else None,
                        "n_sekarang": each.sekarang.n_kuesioner if each.sekarang else 0,
                        "unsur": [part.unsur for part in each.nrr],
                        "alasan": each.alasan,
                    }
                    for each in (revised[one.periode] if last[one.periode] is one else ())
                ],
            }
            for one in found
        ]
        figures.print_json({"penetapan": listed})
        return 0
    for one in found:
        print(
            f"{one.penetapan_id:>5}  {one.periode}  {one.waktu:%Y-%m-%d %H:%M} UTC  {one.oleh}  {one.catatan}".rstrip()
        )
        for each in revised[one.periode] if last[one.periode] is one else ():
            now = each.sekarang.ikm if each.sekarang else "tanpa data"
            then = each.ditetapkan.terbit if each.ditetapkan else "belum ada saat ditetapkan"
            what = f"NRR {', '.join(part.unsur for part in each.nrr)}; IKM tetap {now}" if each.hanya_nrr else ""
            print(f"       direvisi ({each.pengumpul}): {what or f'{then} -> {now}'}")
    return 0
