"""Built pictures and tables, kept by the result they were made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, eq=False, slots=True)
class _Same:
    """A result compared by identity: `cache.result` hands out one shared object per data version and arguments."""

    value: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=512)
def _built(build: Callable[..., Any], found: _Same, args: tuple[Any, ...]) -> Any:
    return build(found.value, *args)


def built(build: Callable[..., T], found: Any, *args: Any) -> T:
    """`build(found, *args)`, made once per result of `cache.result`. Other arguments must be hashable."""
    return _built(build, _Same(found), args)  # type: ignore[no-any-return]
