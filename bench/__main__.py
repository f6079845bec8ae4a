"""Runs every benchmark, or those named: `python -m bench pages`, `python -m bench ingest --rows 100000`."""

from __future__ import annotations

import argparse

from bench import counts, ingest, pages, precision, reports, screens

BENCHMARKS = {
    "pages": pages.run,
    "counts": counts.run,
    "precision": precision.run,
    "reports": reports.run,
    "screens": screens.run,
    "ingest": ingest.run,
}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Benchmarks, all or those named.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--rows", type=int, default=ingest.ROWS, help="rows of the file that ingest reads")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(BENCHMARKS):
        parser.error(f"no benchmark named {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    for name in asked.names or BENCHMARKS:
        print(f"== {name}")
        if name == "ingest":
            ingest.run(asked.rows)
        else:
            BENCHMARKS[name]()


if __name__ == "__main__":
    main()
