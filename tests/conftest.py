"""Fixtures of all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skm_core import reference
from skm_core.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """A seeded in-memory database without a questionnaire."""
    with Store() as opened:
        reference.seed(opened)
        yield opened
