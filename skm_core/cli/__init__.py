"""Command line of the library. Exit status: 0 done, 2 the input was refused (findings say why), 1 our fault."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from skm_core.cli import (
    compare,
    demo,
    draw,
    export,
    form,
    ingest,
    mapping,
    precision,
    publish,
    query,
    recount,
    report,
    score,
    uploads,
    verify,
)  # fmt: skip
from skm_core.errors import SkmError, StoreBusyError, StoreError

DONE, OUR_FAULT, REFUSED = 0, 1, 2
COMMANDS = (
    score, recount, ingest, mapping, uploads, publish, query, precision, compare, draw, form, report, export, demo,
    verify,
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """The whole command line, also used to generate its documentation."""
    top = argparse.ArgumentParser(
        prog="python -m skm_core", description="Nilai SKM dari berkas survei atau basis data."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    for module in COMMANDS:
        module.add_commands(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. No traceback reaches the terminal unless SKM_DEBUG is set."""
    asked = parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except (StoreBusyError, StoreError) as error:
        print(error, file=sys.stderr)
        return OUR_FAULT
    except SkmError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if os.environ.get("SKM_DEBUG"):
            raise
        print(f"Kesalahan program, mohon laporkan: {type(error).__name__}: {error}", file=sys.stderr)
        return OUR_FAULT
