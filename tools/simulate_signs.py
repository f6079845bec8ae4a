"""How often are clean surveys accused, and bad places found? Made-up signs, put through the funnel of the library.

    python tools/simulate_signs.py [--surveys 1000] [--write]

A survey has places that differ a little in how common each of eight signs is (a beta distribution with the given
intraclass correlation), as honest places do. Accused is a survey in which any place stands out by any sign. Then three
places are made bad by one sign (six of ten questionnaires), and counted how many of them stand out by it.
`--write` puts the table into docs/ketelitian.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from skm_core.quality import Bagian, judge  # noqa: E402

SEED = 20190424
SHARES = (0.02, 0.04, 0.08, 0.08, 0.15, 0.2, 0.3, 0.6)
"""How common the eight signs are in a clean survey."""
PLACES, PEOPLE, ICC = (16, 56), ((20, 100), (300, 2000)), (0.0, 0.01, 0.03, 0.05)
BAD, N_BAD, SIGN = 0.6, 3, 2
DOCS = ROOT / "docs" / "ketelitian.md"
MARKS = ("<!-- tanda -->", "<!-- /tanda -->")


def survey(
    generator: np.random.Generator, places: int, people: tuple[int, int], icc: float, shares: tuple[float, ...] = SHARES
) -> list[list[Bagian]]:
    """Per sign the places of one clean survey."""
    n = generator.integers(people[0], people[1] + 1, places)
    parts = []
    for share in shares:
        spread = 1 / icc - 1 if icc else 0.0
        true = generator.beta(share * spread, (1 - share) * spread, places) if icc else np.full(places, share)
        parts.append([Bagian(int(x), int(of), int(of)) for x, of in zip(generator.binomial(n, true), n, strict=True)])
    return parts


def accused(signs: list[list[Bagian]]) -> bool:
    """Any place stands out by any sign."""
    return any(judge(places)[1] for places in signs)


def found(generator: np.random.Generator, places: list[Bagian]) -> int:
    """How many of three places made bad by a sign stand out by it."""
    bad = [Bagian(int(generator.binomial(one.n, BAD)), one.n, one.orang) for one in places[:N_BAD]]
    return len(judge([*bad, *places[N_BAD:]])[1] & set(range(N_BAD)))


def rows(surveys: int) -> Iterator[str]:
    """Lines of the table."""
    for case in product(PLACES, PEOPLE, ICC):
        generator = np.random.default_rng(SEED)
        wrong = right = 0
        for _ in range(surveys):
            signs = survey(generator, *case)
            wrong += accused(signs)
            right += found(generator, signs[SIGN])
        places, (least, most), icc = case
        shares = (f"{100 * wrong / surveys:.1f} %", f"{100 * right / surveys / N_BAD:.0f} %")
        yield f"| {places} | {least}–{most} | {icc:.2f} | {' | '.join(shares)} |"


def main() -> None:
    """Simulate, print, and write if asked."""
    parser = argparse.ArgumentParser(description="False accusations and bad places found by the signs, simulated.")
    parser.add_argument("--surveys", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="put the table into docs/ketelitian.md")
    asked = parser.parse_args()
    lines = [
        "| places | people in each | ICC | clean surveys accused of any of eight signs | bad places found |",
        "|---|---|---|---|---|",
    ]
    for line in rows(asked.surveys):
        lines.append(line)
        print(line, flush=True)
    if asked.write:
        table = "\n".join([f"{asked.surveys:,} surveys per line, seed {SEED}:", "", *lines])
        before, rest = DOCS.read_text(encoding="utf-8").split(MARKS[0])
        DOCS.write_text(f"{before}{MARKS[0]}\n{table}\n{MARKS[1]}{rest.split(MARKS[1])[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
