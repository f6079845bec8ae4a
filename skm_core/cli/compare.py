"""`compare`: has the IKM changed between two periode, and is the change more than chance?"""

from __future__ import annotations

import argparse
from typing import Any

from skm_core import compare, registry
from skm_core.cli import figures, options
from skm_core.compare import Selisih
from skm_core.precision import Cara
from skm_core.results import rounds
from skm_core.terms import DIMENSI, Pilihan

BY = (*(name for name in DIMENSI if name != "periode"), "unsur")


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("compare", help="perubahan IKM antara dua periode, dengan putusannya")
    command.add_argument("--from", dest="dari", required=True, metavar="ID", help="periode awal")
    command.add_argument("--to", dest="ke", required=True, metavar="ID", help="periode akhir")
    options.add_selection(command)
    command.add_argument("--by", choices=BY)
    options.add_design(command)
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the change that counts and those of the groups, unrounded."""
    with options.open_database(asked) as store:
        chosen = options.selected(asked, store)
        cara = Cara(bobot=asked.weight, fpc=asked.fpc, varians=asked.varians)
        total = next(iter(_spoken(compare.change(store, asked.dari, asked.ke, chosen, (), cara), chosen)), None)
        found: tuple[Selisih, ...] = ()
        if asked.by == "unsur":
            changes = _spoken(compare.change(store, asked.dari, asked.ke, chosen, (), cara, unsur=True), chosen)
            found = tuple(one for one in changes if one.unsur)
        elif asked.by:
            found = _spoken(compare.change(store, asked.dari, asked.ke, chosen, (asked.by,), cara), chosen)
        names = {unsur.kunci: unsur.nama for unsur in registry.unsur(store).values()}
        if asked.by and asked.by != "unsur":
            names = dict(figures.dimension_names(store)[asked.by])
        groups = []
        for one in found:
            key = str(one.unsur or getattr(one.ke, asked.by))
            groups.append({"nama": names.get(key, key), "kunci": key, **one.as_dict()})
        if asked.json:
            figures.print_json(
                {**(total.as_dict() if total else {"change": None, "putusan": None}), "kelompok": groups}
            )
            return 0
        if total is None:
            print("Kedua periode tidak punya data yang dapat dibandingkan.")
            return 0
        for name, one in [("IKM", total), *zip([row["nama"] for row in groups], found, strict=True)]:
            margin = "" if one.plus_minus is None else f" ± {figures.comma(one.plus_minus)}"
            print(f"{name:<44} {figures.comma(f'{one.selisih:+.2f}')}{margin}  {one.kalimat}")
        for note in total.catatan:
            print(f"  {note}")
    return 0


def _spoken(changes: tuple[Selisih, ...], chosen: Pilihan) -> tuple[Selisih, ...]:
    """The changes of the pengumpul that counts: of one kelurahan its own, else the city's where it sampled both."""
    kept = set(map(id, rounds.spoken([one.ke for one in changes], chosen)))
    return tuple(one for one in changes if id(one.ke) in kept)
