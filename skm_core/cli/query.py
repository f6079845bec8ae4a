"""`query`: IKM of any selection of the database, by any dimensions."""

from __future__ import annotations

import argparse
from typing import Any

from skm_core import registry, scoring
from skm_core.cli import figures, options
from skm_core.results import rounds
from skm_core.terms import DIMENSI


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("query", help="IKM dari basis data menurut pilihan dan rincian apa pun")
    command.add_argument("--periode", action="append", default=[], metavar="ID")
    options.add_selection(command)
    command.add_argument(
        "--by", default="", metavar="RINCIAN", help=f"satu atau beberapa, dipisah koma: {','.join(DIMENSI)},unsur"
    )
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the figure of the selection and its groups; the two pengumpul are never pooled."""
    with options.open_database(asked) as store:
        chosen = options.selected(asked, store, tuple(asked.periode))
        by = [name.strip() for name in asked.by.split(",") if name.strip()]
        for name in by:
            registry.require("Rincian", name, (*DIMENSI, "unsur"))
        totals = scoring.score(store, chosen)
        total = next(iter(rounds.spoken(totals, chosen)), None)
        dimensions = [name for name in by if name != "unsur"]
        groups = figures.unsur_groups(store, total) if "unsur" in by else []
        if dimensions:
            groups += figures.groups(store, rounds.spoken(scoring.score(store, chosen, dimensions), chosen), dimensions)
        if asked.json:
            others = [figures.score_object(figure) for figure in totals if figure is not total]
            figures.print_json({**figures.score_object(total), "kelompok": groups, "lain": others})
        else:
            figures.print_score(total, store)
            figures.print_groups(groups)
    return 0
