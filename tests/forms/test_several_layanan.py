"""One form that asks every layanan: a questionnaire for each one judged, of one and the same respondent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skm_core import forms
from skm_core.intake import ingest
from skm_core.store import Store
from tests.forms import fill
from tests.forms.test_round_trip import FILLED, KAPUK, check, expected, own, read, stored, worries

SERVICES = ("pkk", "rptra", "ketertiban_umum", "jumantik", "posyandu", "ppsu")


@pytest.mark.parametrize("kind", FILLED)
def test_six_questionnaires_of_one_respondent(store: Store, kind: str) -> None:
    form = forms.blank(store, periode="2019-q2", cara=forms.ALL, kelurahan=KAPUK)
    check(store, form, fill.people(9, SERVICES), kind)
    _, rows = store.fetch("SELECT count(*), count(DISTINCT responden_kunci) FROM kuesioner")
    assert rows == [(42, 7)]


@pytest.mark.parametrize("kind", FILLED)
def test_a_layanan_nobody_judged_is_no_questionnaire(store: Store, kind: str) -> None:
    form = forms.blank(store, periode="2019-q2", cara=forms.ALL, layanan=["pkk", "posyandu"])
    persons = [
        replace(one, nilai={kode: nilai for kode, nilai in one.nilai.items() if kode == "pkk" or number != 2})
        for number, one in enumerate(fill.people(9, ("pkk", "posyandu")))
    ]
    name, filled = FILLED[kind]
    draft = read(store, filled(form, persons), name)
    assert worries(draft) == [] and draft.pertanyaan == ()
    receipt = ingest(store, draft, pengunggah="uji")
    found = stored(store, receipt.unggahan_id)
    assert len(found) == 13 and sorted(map(str, found)) == sorted(map(str, expected(form, persons)))


@pytest.mark.parametrize("kind", FILLED)
def test_fourteen_unsur_and_own_questionnaire_for_several_layanan(store: Store, kind: str) -> None:
    for instrumen, n in (("ikm14", 14), (own(store).kode, 12)):
        form = forms.blank(store, instrumen=instrumen, periode="2019-q2", cara=forms.ALL, layanan=["rptra", "ppsu"])
        persons = fill.people(n, ("rptra", "ppsu"))
        name, filled = FILLED[kind]
        draft = read(store, filled(form, persons), name)
        assert worries(draft) == [] and draft.pertanyaan == ()
        receipt = ingest(store, draft, pengunggah="uji")
        assert sorted(map(str, stored(store, receipt.unggahan_id))) == sorted(map(str, expected(form, persons)))
