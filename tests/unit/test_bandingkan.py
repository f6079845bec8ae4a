"""Two selections side by side: the direction, the verdict, and what is not alike."""

from __future__ import annotations

from decimal import Decimal

import pytest

from skm_core.results.bandingkan import bandingkan, suggestions
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests import build
from tests.build import KALIDERES, KAPUK, form


def answers(sarana: int, n: int = 20, **more: object) -> list[dict[str, object]]:
    return [form([3, 3, 3, 4, 3, 2 + who % 2, 3, 3, sarana], **more) for who in range(n)]


@pytest.fixture
def told(store: Store) -> Store:
    build.ingest(store, [*answers(4), *answers(1, kelurahan=KALIDERES), *answers(2, layanan="pkk")], name="a.csv")
    build.ingest(
        store,
        [*answers(3, periode="2019-q3"), *answers(3, periode="2019-q3", layanan="pkk")],
        name="b.csv",
    )
    build.ingest(store, answers(2, layanan="posyandu"), pengumpul="kota", name="c.csv")
    return store


def pilihan(periode: str = "2019-q2", **more: object) -> Pilihan:
    return Pilihan((periode,), **more)  # type: ignore[arg-type]


OWN = {"pengumpul": "kelurahan", "layanan": ("posyandu",)}


def test_two_places_the_first_less_the_second(told: Store) -> None:
    found = bandingkan(told, pilihan(wilayah=KAPUK, **OWN), pilihan(wilayah=KALIDERES, **OWN))
    assert found and found.beda and not found.perubahan and not found.catatan
    assert found.beda.poin == Decimal("8.34") and found.beda.putusan_kata == "lebih tinggi"
    by = {row.unsur.kunci: row for row in found.unsur if row.unsur}
    assert by["sarana"].beda and by["sarana"].beda.poin == 3 and not by["sarana"].beda.certain  # all alike
    assert by["waktu"].beda and not by["waktu"].beda.certain and found.unsur[0].unsur
    turned = bandingkan(told, pilihan(wilayah=KALIDERES, **OWN), pilihan(wilayah=KAPUK, **OWN))
    assert turned and turned.beda and turned.beda.poin == Decimal("-8.34")
    assert turned.beda.kata.startswith("lebih rendah 8,34")


@pytest.mark.parametrize("first", ["2019-q2", "2019-q3"])
def test_a_movement_is_told_forward_whichever_side_is_earlier(told: Store, first: str) -> None:
    second = {"2019-q2": "2019-q3", "2019-q3": "2019-q2"}[first]
    chosen = {**OWN, "wilayah": KAPUK}
    found = bandingkan(told, pilihan(first, **chosen), pilihan(second, **chosen))
    assert found and found.beda and found.perubahan and found.terbalik == (first == "2019-q2")
    assert found.beda.poin == Decimal("-2.78") and found.beda.putusan_kata == "turun"
    sarana = next(row for row in found.unsur if row.unsur and row.unsur.kunci == "sarana")
    assert sarana.pertama.nrr == (4 if first == "2019-q2" else 3) and sarana.beda and sarana.beda.poin == -1


def test_two_periode_of_different_places_are_no_movement(told: Store) -> None:
    found = bandingkan(told, pilihan(wilayah=KALIDERES, **OWN), pilihan("2019-q3", wilayah=KAPUK, **OWN))
    assert found and found.beda and not found.perubahan and found.beda.putusan_kata == "lebih rendah"


def test_it_says_what_is_not_alike(told: Store) -> None:
    found = bandingkan(told, pilihan(pengumpul="kota"), pilihan(pengumpul="kelurahan"))
    assert found and [note.split(":")[0] for note in found.catatan] == [
        "Layanan yang disurvei tidak sama, sehingga gabungannya tidak sebanding. Pilih satu layanan.",
        "Satu sisi sampel kota, sisi lain dikumpulkan kelurahan sendiri",
    ]
    part = bandingkan(told, pilihan(wilayah=KAPUK, **OWN), pilihan(**OWN))
    assert part and part.catatan[0].startswith("Satu pilihan adalah bagian dari yang lain")
    same = bandingkan(told, pilihan(**OWN), pilihan(**OWN))
    assert same and same.beda is None and not same.unsur and same.catatan[0].startswith("Kedua pilihan sama")
    assert bandingkan(told, pilihan(**OWN), pilihan("2020-q1", **OWN)) is None


def test_across_rules_only_the_index_is_compared(told: Store) -> None:
    with told.write() as cursor:
        cursor.execute("UPDATE periode SET aturan = 'kepmenpan-25-2004' WHERE periode_kode = '2019-q3'")
    found = bandingkan(told, pilihan(**OWN), pilihan("2019-q3", **OWN))
    assert found and found.unsur == () and found.beda is not None
    assert found.catatan[0].startswith("Aturannya berbeda (Permenpan RB 14/2017 dan KEP/25/M.PAN/2/2004)")


def test_few_questionnaires_are_not_compared(told: Store) -> None:
    build.ingest(told, answers(1, 9, layanan="ppsu"), name="d.csv")
    few = {"pengumpul": "kelurahan", "layanan": ("ppsu",)}
    found = bandingkan(told, pilihan(**few), pilihan(**OWN))
    assert found and found.beda is None and all(row.beda is None for row in found.unsur)


def test_what_a_selection_is_naturally_compared_with(told: Store) -> None:
    offered = dict(suggestions(told, pilihan("2019-q3", wilayah=KAPUK, layanan=("posyandu",), pengumpul="kelurahan")))
    assert offered["wilayah"].wilayah is None and offered["layanan"].layanan == () and "pengumpul" not in offered
    both = dict(suggestions(told, pilihan(layanan=("posyandu",))))
    assert both["pengumpul"].pengumpul == "kelurahan"
    assert suggestions(told, pilihan("2020-q1")) == ()
