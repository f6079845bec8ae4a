"""`precision`: how sure is the IKM of a periode: standard error, interval, design effect."""

from __future__ import annotations

import argparse
from typing import Any

from skm_core import precision, registry
from skm_core.cli import figures, options
from skm_core.precision import PROFIL, Cara, Precision
from skm_core.results import rounds
from skm_core.store import Store
from skm_core.terms import DIMENSI, Pilihan

BY = (*DIMENSI, "unsur", *PROFIL)


def add_commands(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("precision", help="ketelitian IKM: galat baku, rentang, efek rancangan")
    command.add_argument("--periode", required=True, metavar="ID")
    options.add_selection(command)
    command.add_argument("--by", choices=BY, help="rincian, atau golongan responden")
    options.add_design(command)
    options.add_database(command)
    options.add_json(command)
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the figure that counts (of one kelurahan its own, else the city's sample) and its groups, unrounded."""
    with options.open_database(asked) as store:
        chosen = options.selected(asked, store, (asked.periode,))
        cara = Cara(bobot=asked.weight, fpc=asked.fpc, varians=asked.varians)
        total = next(iter(rounds.spoken(precision.precision(store, chosen, (), cara), chosen)), None)
        groups = [] if total is None else _groups(asked, store, total, chosen, cara)
        if asked.json:
            figures.print_json({**(total.as_dict() if total else {"ikm": None, "n": 0}), "kelompok": groups})
        else:
            _print(total, groups)
    return 0


def _groups(
    asked: argparse.Namespace, store: Store, total: Precision, chosen: Pilihan, cara: Cara
) -> list[dict[str, Any]]:
    """The groups of --by as dicts with their names."""
    if asked.by is None:
        return []
    if asked.by == "unsur":
        names = registry.unsur(store)
        return [
            {
                "nama": names[part.kunci].nama if part.kunci in names else part.kunci,
                "kunci": part.kunci,
                "nrr": part.nrr,
                "se": part.se,
                "lower": part.lower,
                "upper": part.upper,
                "df": total.df,
                "deff": part.deff,
                "n": part.n_jawaban,
            }
            for part in total.unsur
        ]
    profil = asked.by if asked.by in PROFIL else None
    dimension = "golongan" if profil else asked.by
    known = {} if profil else figures.dimension_names(store)[dimension]
    found = rounds.spoken(precision.precision(store, chosen, (dimension,), cara, profil=profil), chosen)
    return [
        {"nama": known.get(key, key), "kunci": key, "pengumpul": part.pengumpul, **part.as_dict()}
        for part in found
        if (key := str(getattr(part, dimension) or ""))
    ]


def _print(total: Precision | None, groups: list[dict[str, Any]]) -> None:
    if total is None or total.ikm is None:
        print("Tidak ada kuesioner yang dapat dihitung.")
        return
    span = "" if total.rentang is None else f" · {figures.comma(total.rentang[0])}–{figures.comma(total.rentang[1])}"
    print(f"IKM {figures.comma(f'{total.ikm:.2f}')} ± {figures.comma(total.plus_minus or '-')}{span} · n {total.n}")
    for note in (total.setara, *total.catatan):
        if note:
            print(f"  {note}")
    for row in groups:
        value, se = row.get("ikm", row.get("nrr")), row["se"]
        shown = "-" if value is None else figures.comma(f"{value:.3f}")
        print(f"  {row['nama']:<44} {shown:>8}   galat baku {'-' if se is None else figures.comma(f'{se:.3f}')}")
