"""The intake: from a file's bytes to rows in the database.

raw = read_file(path, path.name)          # cells, personal columns already gone
draft = prepare(store, raw, Options())    # what was understood and every finding; nothing stored
receipt = ingest(store, draft, pengunggah="Siti")
"""

from __future__ import annotations

from skm_core.intake.draft import Draft
from skm_core.intake.ingest import Receipt, ingest
from skm_core.intake.options import Options
from skm_core.intake.prepare import compared_again, ground, prepare
from skm_core.intake.raw import RawFile, read_file

__all__ = ["Draft", "Options", "RawFile", "Receipt", "compared_again", "ground", "ingest", "prepare", "read_file"]
