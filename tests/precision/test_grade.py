"""Certainty of a grade and the t distribution behind it."""

from __future__ import annotations

import pytest

from skm_core.precision import certainty
from skm_core.precision.student import below, p_value, quantile
from skm_core.rules import KEPMENPAN_25_2004


@pytest.mark.parametrize(
    ("ikm", "se", "text"),
    [
        (82.0, 1.0, "B"),
        (88.0, 0.5, "B, mungkin A"),
        (88.305, 0.5, "A, mungkin B"),
        (88.30499999999999, 0.5, "A, mungkin B"),
        (77.0, 1.0, "B, mungkin C"),
        (82.0, 4.0, "belum pasti"),
        (64.0, 1.0, "D, mungkin C"),
        (99.5, 2.0, "A"),
        (80.0, 0.0, "B"),
    ],
)
def test_words(ikm: float, se: float, text: str) -> None:
    found = certainty(ikm, se, 8)
    assert found is not None and found.teks == text and found.pasti == (len(text) == 1)
    assert sum(found.bagian.values()) == pytest.approx(1)


def test_shares_are_areas_of_the_t_distribution() -> None:
    found = certainty(88.305, 1.0, 8)
    assert found is not None
    assert found.bagian["A"] == pytest.approx(0.5)
    assert found.bagian["B"] == pytest.approx(0.5 - below(76.605 - 88.305, 8))
    edge = certainty(88.305 - quantile(8), 1.0, 8)
    assert edge is not None and edge.bagian["A"] == pytest.approx(0.025)


def test_without_a_degree_of_freedom_no_grade_is_certain() -> None:
    assert certainty(82.0, 1.0, 0) is None


def test_older_rules_have_their_own_bounds() -> None:
    found = certainty(81.0, 0.3, 8, KEPMENPAN_25_2004)
    assert found is not None and found.teks == "B, mungkin A"


def test_student_against_printed_tables() -> None:
    """Two-sided 5% points, any statistical table."""
    for df, t in ((1, 12.706), (2, 4.303), (8, 2.306), (30, 2.042), (120, 1.980)):
        assert quantile(df) == pytest.approx(t, abs=5e-4)
        assert float(p_value(t, df)) == pytest.approx(0.05, abs=2e-4)
    assert quantile(0) == float("inf")
