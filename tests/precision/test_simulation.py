"""The simulation tool, on few surveys: the interval covers, the naive one does not, a true rise is found."""

from __future__ import annotations

import numpy as np

from tools.simulate_coverage import RISE, index_of, shifted, simulate


def test_true_index_moves_as_wanted() -> None:
    effect = np.random.default_rng(1).normal(0, 0.2, (3, 56))
    before = index_of(effect).mean(axis=1)
    assert np.allclose(index_of(shifted(effect, before + RISE)).mean(axis=1), before + RISE)


def test_few_surveys() -> None:
    found = simulate(0.05, 40)
    assert found.surveys == 40
    assert found.covered >= 36 > found.naive
    assert found.kecamatan >= 0.9 * 8 * 40
    assert found.alarms <= 4 and found.found >= 32
