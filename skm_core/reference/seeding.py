"""The first content of an empty store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from skm_core.reference.places import wilayah
from skm_core.reference.questions import instrumen, unsur
from skm_core.reference.rows import REFERENCE, read_raw
from skm_core.reference.services import layanan, pengaturan, periode

if TYPE_CHECKING:
    from skm_core.store import Store

SEEDED = ("wilayah", "layanan", "unsur", "instrumen", "butir", "periode", "pengaturan")


def seed(store: Store, folder: Path = REFERENCE) -> bool:
    """Fill the reference tables of an empty store in one transaction; True if it did, False if already seeded.

    Raises SkmError naming file, row and column if a reference file is broken; then nothing is stored.
    """
    _, found = store.fetch("SELECT 1 FROM wilayah LIMIT 1", name="seed")
    if found:
        return False
    for load in (wilayah, layanan, unsur, instrumen, periode, pengaturan):
        load(folder)
    with store.write() as cursor:
        for table in SEEDED:
            columns, lines = read_raw(folder, table)
            # an empty setting is a value still to be typed in, every other empty cell is unknown
            empty = "" if table == "pengaturan" else None
            cells = pd.DataFrame([[cell or empty for cell in line] for line in lines], columns=columns, dtype=object)
            cursor.append(table, cells, by_name=True)
    return True
