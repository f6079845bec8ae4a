"""Changes every file of the corpus many times, reads each one through the real intake, and reports the outcome.

    python tools/fuzz.py [--files 2000] [--seed 2019]

Whatever is changed, nothing may raise or hang, and no answer may be stored that an independent reader does not find
in the file. Changes that keep the meaning must be accepted with the identical IKM. Files with a fault
are kept in `--keep`.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.fuzz.fixtures import Fixture, fixtures  # noqa: E402
from tests.fuzz.judge import Outcome, faults, outcome  # noqa: E402
from tests.fuzz.mutate import HARMLESS, changed  # noqa: E402

KINDS = ("bita", "bita", "sel", "sel", *HARMLESS)
ONLY_TABLES = ("urutan kolom", "urutan baris", "wadah")
"""Changes that keep the meaning only where nothing stands around the table."""
HANG = 120


@dataclass
class Report:
    """Counts of outcomes per kind of change, and every fault as (file, sentence)."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    unread: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Report) -> None:
        """Take in the counts of another report."""
        self.counts += other.counts
        self.unread += other.unread
        self.faults += other.faults

    def lines(self) -> list[str]:
        """The report as text, a line per kind of change."""
        kinds = sorted({kind for kind, _ in self.counts}, key=[*dict.fromkeys(KINDS)].index)
        found = [f"{'change':14}{'files':>7}{'accepted':>10}{'partly':>8}{'refused':>9}"]
        for kind in [*kinds, ""]:
            own = [sum(n for (k, r), n in self.counts.items() if r == name and kind in ("", k)) for name in RESULTS]
            found.append(f"{kind or 'all':14}{sum(own):7}{own[0]:10}{own[1]:8}{own[2]:9}")
        found.append(f"{self.unread} stored files could not be opened by the independent reader")
        return [*found, *(f"FAULT {name}: {what}" for name, what in self.faults)]


RESULTS = ("diterima", "sebagian", "ditolak")


@lru_cache(maxsize=1)
def _base(fixture: Fixture) -> tuple[bytes, Outcome]:
    data = fixture.make()
    return data, outcome(data, fixture.file, fixture.options)


def fuzz_one(fixture: Fixture, number: int, seed: int, keep: Path | None = None) -> Report:
    """One change of a fixture, of the `number`-th kind or the next that suits it, drawn from the seed."""
    chance, report = random.Random(f"{seed} {fixture.name} {number}"), Report()
    data, base = _base(fixture)
    report.faults += [(fixture.name, what) for what in base.salah]
    rows = sorted({place[1] for place in base.jawaban})
    first, last = (rows[0], rows[-1]) if rows else (1, 1)
    change = None
    while change is None:
        kind = KINDS[number % len(KINDS)]
        number += 1
        if fixture.tabel or kind not in ONLY_TABLES:
            change = changed(data, kind, first, last, rows, chance)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"terakhir-{os.getpid()}").write_bytes(change.data)  # in case the whole process ends
    found, wrong = faults(fixture, base, change)
    report.counts[change.cara, found.hasil] += 1
    report.unread += found.tak_terbaca
    name = f"{fixture.name} · {change.cara} {change.rinci}"
    report.faults += [(name, what) for what in wrong]
    if wrong and keep:
        with (keep / "salah.txt").open("a", encoding="utf-8") as file:
            file.write("".join(f"{name}: {what}\n" for what in wrong))
        at = keep / f"{len(list(keep.iterdir())):03}-{Path(fixture.file).stem}{Path(fixture.file).suffix}"
        at.write_bytes(change.data)
    return report


def fuzz_slice(which: int, step: int, numbers: range, seed: int, keep: Path | None) -> Report:
    """These changes of every `step`-th fixture."""
    report = Report()
    for index, fixture in enumerate(fixtures()):
        for number in numbers if index % step == which else ():
            faulthandler.dump_traceback_later(HANG, exit=True)  # a hang ends the run, and says where
            report.add(fuzz_one(fixture, index + number, seed, keep))
            faulthandler.cancel_dump_traceback_later()
    return report


def main() -> int:
    """Run and print; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=2019)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    started, report, slices = time.monotonic(), Report(), 4 * asked.processes
    each = -(-asked.files // len(fixtures()))
    with ProcessPoolExecutor(asked.processes) as pool:
        waiting = [pool.submit(fuzz_slice, n, slices, range(each), asked.seed, asked.keep) for n in range(slices)]
        for one in waiting:
            report.add(one.result())
    print(f"{len(fixtures())} files of the corpus, {each} changes each, in {time.monotonic() - started:.0f} s")
    print("\n".join(report.lines()))
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
