"""Runs the SELECT statements of `sql/queries` by name, with bound values."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from skm_core.store import Store

SQL = Path(__file__).parent / "sql"


@cache
def statement(name: str) -> str:
    """Text of `sql/queries/<name>.sql`."""
    return (SQL / "queries" / f"{name}.sql").read_text(encoding="utf-8")


def rows(store: Store, name: str, **values: Any) -> list[dict[str, Any]]:
    """All rows of the named query as dicts. Raises StoreError naming the query if the database refuses it."""
    columns, found = store.fetch(statement(name), values, f"queries/{name}")
    return [dict(zip(columns, row, strict=True)) for row in found]


def columns(store: Store, name: str, **values: Any) -> dict[str, npt.NDArray[Any]]:
    """All rows of the named query as one array per column; no NULLs. Raises StoreError as `rows`."""
    with store.read() as cursor:
        done = cursor.execute(statement(name), values) if values else cursor.execute(statement(name))
        found = done.fetchnumpy()
    return {key: np.asarray(values) for key, values in found.items()}
