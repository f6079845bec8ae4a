"""`score FILE`: figures of an export, without a database."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from skm_core import intake, reference, scoring
from skm_core.cli import figures, options
from skm_core.results import rounds
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("score", help="hitung IKM sebuah berkas, tanpa basis data")
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("--by", choices=["unsur", "layanan", "kecamatan", "kelurahan", "periode"])
    command.add_argument("--lengkap", action="store_true", help="hanya kuesioner yang terisi lengkap")
    options.add_reading(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read, score in memory, print. Status 2 if the file was refused."""
    with Store() as store:
        reference.seed(store)
        draft = intake.prepare(
            store, intake.read_file(asked.file, asked.file.name), options.reading(asked, store), open_world=True
        )
        findings = draft.temuan
        if not draft.refused:
            findings = intake.ingest(store, draft, pengunggah="score").temuan
        selected = Pilihan(hanya_lengkap=True) if asked.lengkap else SEMUA
        total = next(iter(rounds.spoken(scoring.score(store, selected))), None)
        if asked.by == "unsur":
            groups = figures.unsur_groups(store, total)
        elif asked.by:
            groups = figures.groups(store, rounds.spoken(scoring.score(store, selected, [asked.by])), [asked.by])
        else:
            groups = []
        if asked.json:
            figures.print_json(
                {
                    **figures.score_object(total),
                    "kelompok": groups,
                    "temuan": [finding.as_dict() for finding in findings],
                }
            )
        else:
            figures.print_score(total, store)
            figures.print_groups(groups)
            figures.print_findings(findings)
    return 2 if draft.refused else 0
