"""What is told of people in groups never gives the number of a small group, on screen and in documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skm_core import registry
from skm_core.demo import generate
from skm_core.reports.profile import profile
from skm_core.results.responden import responden
from skm_core.results.showing import untold
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.views.responden import people_html, tables

SIZES = st.dictionaries(st.sampled_from([None, *"abcdefgh"]), st.integers(0, 40), max_size=8)


@given(SIZES)
def test_no_small_group_follows_from_the_total(counted: dict[str | None, int]) -> None:
    hidden = set(untold(counted))
    groups = {word: n for word, n in counted.items() if word is not None and n}
    small = {word for word, n in groups.items() if n < 10}
    assert small <= hidden
    if not small:
        assert not hidden, "nothing is withheld without need"
        return
    rest = sum(counted[word] for word in hidden)
    everything = sum(counted.values())
    assert (rest >= 10 and len(hidden) >= 2) or rest == everything, "or nothing at all is told"
    if (extra := hidden - small - {None}) and counted.get(None):
        assert None in hidden, "who left it blank goes before a group, because it costs no figure"
    biggest = max((groups[word] for word in extra), default=0)
    assert all(groups[word] >= biggest for word in groups.keys() - hidden), "the smallest go first"


@pytest.mark.parametrize(
    ("counted", "hidden"),
    [
        ({"L": 22, "P": 9}, {"L", "P"}),
        ({"SMA": 806, "S1": 219, "S3": 9, None: 22}, {"S3", None}),
        ({"SMA": 806, "S1": 219, "S3": 9}, {"S3", "S1"}),
        ({"SMA": 806, "S1": 9, "S3": 9, None: 22}, {"S1", "S3"}),
        ({"SMA": 806, "S1": 3, "S3": 4, None: 2}, {"S1", "S3", None, "SMA"}),
        ({"L": 22, "P": 19, None: 3}, set()),
    ],
)
def test_what_is_withheld_by_hand(counted: dict[str | None, int], hidden: set[str | None]) -> None:
    assert untold(counted) == hidden


@pytest.fixture(scope="module")
def demo() -> Store:
    store = Store()
    generate(store)
    return store


def test_screen_and_document_tell_the_same_of_every_kelurahan(demo: Store) -> None:
    places = [kode for kode, place in registry.wilayah(demo).items() if place.tingkat != "kota"]
    withheld = 0
    for place in (None, *places):
        found = responden(demo, Pilihan(("2019-q2",), (), place))
        if found is None:
            continue
        spoken = Pilihan(("2019-q2",), (), place, found.susunan.pengumpul)
        printed = {one.kunci: one for one in profile(demo, spoken)}
        ((_, table), *_) = tables(found)
        for field in found.bidang:
            told = {one.kunci: one.n_orang for one in field.golongan if one.terbuka}
            closed = [one for one in field.golongan if not one.terbuka]
            small = [one for one in field.golongan if one.n_orang < 10]
            assert all(not one.tampil for one in closed)
            assert all(not one.terbuka for one in small)
            left = found.n_orang - sum(told.values()) - (field.kosong if field.kosong_terbuka else 0)
            assert not closed or left >= 10 or not told, "the rest is no small group"
            assert not (field.kosong_terbuka and len(closed) == 1)
            cells = [row[2] for row in table.rows if row[0] == field.nama]
            assert [one for one in cells if isinstance(one, int)] == list(told.values())
            assert people_html(field).count("tidak ditampilkan</td>") == len(closed)
            document = printed[field.kunci].semua
            assert all(n is None or n >= 10 or words == "Tidak diisi" for words, n in document)
            known = sum(n for _, n in document if n is not None)
            if sum(n is None for _, n in document) == 1:
                assert found.n_orang - known >= 10
            withheld += len(closed)
    assert withheld > 100
