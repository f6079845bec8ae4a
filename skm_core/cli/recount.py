"""`recount FILE`: are the figures that a processing sheet states the ones its answers give?"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from skm_core import intake, reference
from skm_core.cli import figures, options
from skm_core.findings import BERKAS
from skm_core.recount import LANGKAH, Pemeriksaan
from skm_core.store import Store


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("recount", help="periksa hitungan sebuah lembar pengolahan; tidak menyimpan apa pun")
    command.add_argument("file", metavar="FILE", type=Path)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read, recount, print. Status 2 if the file cannot be read or states no figures."""
    with Store() as store:
        reference.seed(store)
        raw = intake.read_file(asked.file, asked.file.name)
        draft = intake.prepare(store, raw, intake.Options(), open_world=True)
        findings = () if draft.hitungan else tuple(one for one in draft.temuan if one.tingkat == BERKAS)
        if asked.json:
            figures.print_json(
                {
                    "lembar": [sheet_object(one) for one in draft.hitungan],
                    "temuan": [finding.as_dict() for finding in findings],
                }
            )
        else:
            for one in draft.hitungan:
                print_sheet(one)
            figures.print_findings(findings)
            if not draft.hitungan and not findings:
                print("Berkas ini tidak memuat angka hitungan yang dapat diperiksa.")
    return 0 if draft.hitungan else 2


def sheet_object(one: Pemeriksaan) -> dict[str, Any]:
    """The recount of one sheet; numbers as decimal strings."""
    return {
        "lembar": one.lembar,
        "n_kuesioner": one.n_kuesioner,
        "cocok": one.cocok,
        "ikm": str(one.ikm),
        "mutu": one.mutu.huruf,
        "ikm_berkas": None if one.ikm_berkas is None else str(one.ikm_berkas),
        "mutu_berkas": one.mutu_berkas,
        "selisih": None if one.selisih is None else str(one.selisih),
        "cara": [list(way) for way in one.cara],
        "kalimat": [one.pokok, *one.kalimat],
        "angka": [
            asdict(pair)
            | {
                "kolom": None if pair.kolom is None else one.nama_kolom[pair.kolom],
                "di_berkas": str(pair.di_berkas),
                "seharusnya": str(pair.seharusnya),
            }
            for pair in one.perbandingan
        ],
    }


def print_sheet(one: Pemeriksaan) -> None:
    """A sheet for people: the verdict, the reasons, and the figures that differ."""
    print(f"{one.lembar or 'Berkas'} ({one.n_kuesioner} kuesioner): {one.pokok}")
    for sentence in one.kalimat:
        print(f"  {sentence}")
    for pair in one.perbandingan:
        if not pair.cocok:
            name = "" if pair.kolom is None else f" {one.nama_kolom[pair.kolom]}"
            stated, right = figures.comma(pair.di_berkas), figures.comma(pair.seharusnya)
            print(f"  baris {pair.baris}: {LANGKAH[pair.langkah]}{name} {stated}, seharusnya {right}")
