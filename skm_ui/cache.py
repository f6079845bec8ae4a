"""The only cache: results of library calls, kept by data version and arguments, bounded, never cleared by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from skm_core.store import Store

R = TypeVar("R")


class Source(Protocol):
    """What a result is read from: an open store and its data version, read once at the start of the run."""

    @property
    def store(self) -> Store:
        """The open store."""

    @property
    def version(self) -> tuple[str, int]:
        """Data version of the store, read before anything else."""


@lru_cache(maxsize=1024)
def _kept(
    call: Callable[..., Any],
    store: Store,
    version: tuple[str, int],
    args: tuple[Any, ...],
    named: tuple[tuple[str, Any], ...],
) -> Any:
    return call(store, *args, **dict(named))


def result(source: Source, call: Callable[..., R], *args: Any, **named: Any) -> R:
    """`call(source.store, *args, **named)`, computed once per data version. Results are shared: never change one.

    Arguments must be hashable (terms.Pilihan, str, tuple, …). Raises TypeError for a list or dict.
    """
    return _kept(call, source.store, source.version, args, tuple(sorted(named.items())))  # type: ignore[no-any-return]
