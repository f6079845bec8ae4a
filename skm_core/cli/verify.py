"""`verify`: every check of sql/checks on a database."""

from __future__ import annotations

import argparse
from typing import Any

from skm_core import checks
from skm_core.cli import figures, options


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("verify", help="periksa keutuhan basis data")
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print what the checks find. Status 1 if anything: stored data should never be unsound."""
    with options.open_database(asked) as store:
        found = checks.verify(store)
    if asked.json:
        figures.print_json(
            {
                "utuh": not found,
                "temuan": [{"pemeriksaan": item.check, "arti": item.arti, "baris": item.baris} for item in found],
            }
        )
    elif not found:
        print("Basis data utuh: semua pemeriksaan bersih.")
    for item in () if asked.json else found:
        print(f"{item.check}: {item.arti}")
        for row in item.baris[:20]:
            print(f"  {row}")
    return 1 if found else 0
