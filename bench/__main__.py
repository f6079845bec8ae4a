"""Runs every benchmark, or those named: `python -m bench pages`."""

from __future__ import annotations

import sys

from bench import counts, pages, precision, reports

BENCHMARKS = {"pages": pages.run, "counts": counts.run, "precision": precision.run, "reports": reports.run}


def main() -> None:
    """Run and print."""
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"== {name}")
        BENCHMARKS[name]()


if __name__ == "__main__":
    main()
