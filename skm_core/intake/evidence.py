"""What stood in the columns of the file that a correction mends: a few mended rows are read as all of its rows were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from skm_core.intake.columns import ColumnMap
from skm_core.intake.correction import Correction
from skm_core.intake.dates import TIME_SQL
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import ITEMS
from skm_core.intake.wording import plain
from skm_core.store import Store

Evidence = Mapping[tuple[str, str], Mapping[str, int]]
"""(label of a reading, target) → cell of the first file → in how many of its rows."""
HEAD = 200
"""Rows of the first file in which its header is looked for."""
_TIME = re.compile(TIME_SQL)


def gather(store: Store, correction: Correction, readings: Sequence[Reading]) -> Evidence:
    """The answers and dates of the columns with the same headings; none where the first file was not kept.

    Alone, "Buruk" may be the worst of four or the second, and 04/05 the fourth of May or the fifth of April: the rows
    beside it in the first file tell, and what they told then holds.
    Read once per data version, as every choice on the screen asks again.
    """
    archive = Path(store.path).parent / "arsip" / f"{correction.sha256}.parquet"
    if not archive.exists():
        return {}
    found: dict[tuple[str, str], Mapping[str, int]] = {}
    sheets = {here[0]: there[0] for here, there in correction.baris.items()}
    for reading in readings:
        columns = [one for one in reading.columns if one.target == "tanggal" or one.target in ITEMS]
        if reading.sheet.nama in sheets:
            lembar, asked = sheets[reading.sheet.nama], tuple((one.header, one.target) for one in columns)
            cells = store.once(f"bukti:{correction.sha256}:{lembar}:{asked}", partial(_cells, archive, lembar, columns))
            found |= {(reading.label, target): own for target, own in cells.items()}
    return found


def _cells(archive: Path, lembar: str | None, columns: Sequence[ColumnMap]) -> dict[str, Counter[str]]:
    head, places = _places(_rows(archive, lembar, [("baris", "<=", HEAD)]), [one.header for one in columns])
    found: dict[str, Counter[str]] = {}
    if places:
        table = _rows(archive, lembar, [("baris", ">", head)], sorted(set(places.values())))
        for one in columns:
            if name := places.get(plain(one.header)):
                counts = pc.value_counts(table[name].drop_null()).to_pylist()
                own = found.setdefault(one.target, Counter())
                for pair in counts:
                    cell = str(pair["values"])
                    own[_TIME.sub(r"\2", cell) if one.target == "tanggal" else cell] += int(pair["counts"])
    return found


def _rows(archive: Path, lembar: str | None, rows: Any, columns: Sequence[str] = ()) -> pa.Table:
    table = pq.read_table(archive, columns=["lembar", "baris", *columns] if columns else None, filters=rows)
    return table.filter(pc.is_null(table["lembar"]) if lembar is None else pc.equal(table["lembar"], lembar))


def _places(head: pa.Table, headers: Iterable[str]) -> tuple[int, dict[str, str]]:
    """The row that holds most of the headings, and heading → column; one that stands twice tells nothing."""
    wanted = {plain(header) for header in headers if header.strip()}
    best: tuple[int, dict[str, str]] = (0, {})
    for row in head.sort_by("baris").to_pylist():
        cells = [(name, plain(cell)) for name, cell in row.items() if name not in ("lembar", "baris") and cell]
        times = Counter(cell for _, cell in cells)
        held = {cell: name for name, cell in cells if cell in wanted and times[cell] == 1}
        if len(held) > len(best[1]):
            best = (int(row["baris"]), held)
    return best
