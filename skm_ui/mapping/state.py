"""What the session knows of the mapping of the file that is about to be uploaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

from skm_core.intake.mapping.value import Pemetaan

T = TypeVar("T")
_KEY = "pemetaan"


@dataclass(slots=True)
class State:
    """For one file: the mapping in use, whether the screen is open, and what was computed for it."""

    file_id: str
    used: Pemetaan | None = None
    without: bool = False
    """True once a person asked to read the file without the kept mapping that fits."""
    open: bool = False
    n_dibuka: int = 0
    """How often a person opened the screen; each time it starts from the mapping in use."""
    confirmed: set[str] = field(default_factory=set)
    _built: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Start of the keys of everything that can be chosen on the screen."""
        return f"pemetaan_{self.file_id}_{self.n_dibuka}"

    def once(self, name: str, key: Any, build: Callable[[], T]) -> T:
        """The value of `build`, computed again only when `key` changes."""
        known = self._built.get(name)
        if known is None or known[0] != key:
            known = self._built[name] = (key, build())
        value: T = known[1]
        return value


def of(file_id: str) -> State:
    """The state of this file; that of another file is forgotten."""
    state: State | None = st.session_state.get(_KEY)
    if state is None or state.file_id != file_id:
        state = st.session_state[_KEY] = State(file_id)
    return state
