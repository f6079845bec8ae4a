"""Exact scores of the SKM (Survei Kepuasan Masyarakat): from an export file to NRR, IKM, mutu and their precision.

Works from scripts, notebooks and `python -m skm_core`; knows no screen. What is not named here is internal.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: matrices here are small, and the threads of one
# product wait for one another when several readers ask at once (measured: ten times slower on a busy machine)

from skm_core.compare import change
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.reference import seed
from skm_core.rules import ikm, mutu, nrr, round_half_up
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_core.uploads import restore, undo

__all__ = [
    "Options",
    "Pilihan",
    "Store",
    "change",
    "ikm",
    "ingest",
    "mutu",
    "nrr",
    "prepare",
    "read_file",
    "restore",
    "round_half_up",
    "score",
    "seed",
    "undo",
]
