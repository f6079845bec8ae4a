"""The large figure of poster and letter: what its interval may claim, and why there is none."""

from __future__ import annotations

import random

from skm_core.reports.content import content
from skm_core.reports.headline import headline
from skm_core.reports.scope import Scope
from skm_core.store import Store
from tests.build import KAPUK, UNSUR, form, ingest
from tests.reports.conftest import DAY


def test_an_interval_of_people_not_drawn_at_random_promises_nothing_of_the_true_value(store: Store) -> None:
    chance = random.Random(3)
    ingest(store, [form([chance.choice([3, 4]) for _ in UNSUR], responden=f"a{i}") for i in range(40)])
    c = content(store, Scope("kelurahan", KAPUK, "2019-q2"), tanggal=DAY)
    assert c.score.presisi and c.score.presisi.indikatif and c.score.rentang
    said = headline(c).keterangan
    assert "sebenarnya" not in said
    assert said.startswith("Rentang indikatif ") and "tidak mencakup bias pemilihan responden" in said
