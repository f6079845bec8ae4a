"""The large figure of poster and letter: what its interval may claim, and why there is none."""

from __future__ import annotations

import random

from skm_core.reports.content import content
from skm_core.reports.headline import headline
from skm_core.reports.scope import Scope
from skm_core.store import Store
from skm_core.story.hasil import hasil
from skm_core.story.steps import LargeFigure
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


def test_all_documents_give_the_same_reason_where_nothing_varies(store: Store) -> None:
    ingest(store, [form([4] * 9, responden=f"x{i}") for i in range(30)])
    c = content(store, Scope("kelurahan", KAPUK, "2019-q2"), tanggal=DAY)
    assert headline(c).keterangan == "Tanpa rentang: semua jawaban sama."
    (step,) = (one for one in hasil(c).langkah if one.kunci == "hasil")
    assert isinstance(step.isi, LargeFigure)
    assert step.isi.batas == "tanpa rentang: semua jawaban sama"
    assert (step.isi.nilai, step.isi.huruf) == (headline(c).nilai, headline(c).huruf)
