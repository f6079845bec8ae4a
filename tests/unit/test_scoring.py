"""Scores from stored questionnaires: blanks, missing unsur, several items, own weights, two pengumpul, the panel."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from skm_core import registry, scoring, settings
from skm_core.errors import UnknownKeyError
from skm_core.store import Store
from skm_core.terms import Butir, Instrumen, Pilihan
from tests import build
from tests.build import KALIDERES, KAMAL, KAPUK, UNSUR, form


def only(store: Store, **selection: object) -> scoring.Score:
    (figure,) = scoring.score(store, Pilihan(**selection))  # type: ignore[arg-type]
    return figure


def test_nothing_gives_nothing(store: Store) -> None:
    assert scoring.score(store) == ()


def test_a_perfect_unit_scores_100_and_grade_a(store: Store) -> None:
    build.ingest(store, [form([4] * 9), form([4] * 9)])
    figure = only(store)
    assert (str(figure.ikm), figure.mutu and figure.mutu.huruf, figure.n_kuesioner) == ("100.00", "A", 2)
    assert {weight: str(index) for weight, index in scoring.by_rounded_weights(figure).items()} == {
        "0.11": "99.00",
        "0.111": "99.90",
        "0.1111": "99.99",
    }


def test_a_blank_is_neither_zero_nor_an_answer(store: Store) -> None:
    """Two forms, one blank for waktu: its NRR is 4, not 2; the other unsur keep their values (E15, E17)."""
    build.ingest(store, [form([1, 1, None, 1, 1, 1, 1, 1, 1]), form([1, 1, 4, 1, 1, 1, 1, 1, 1])])
    figure = only(store)
    nrr = {part.kunci: part.nrr for part in figure.unsur}
    assert nrr == {key: Fraction(4) if key == "waktu" else Fraction(1) for key in UNSUR}
    assert figure.ikm_exact == Fraction(25 * (8 + 4), 9)
    assert {part.kunci: part.n_jawaban for part in figure.unsur}["waktu"] == 1


def test_an_unsur_nobody_answered_is_left_out_and_named(store: Store) -> None:
    """The weights become 1/8; the index does not fall by a ninth (E16)."""
    build.ingest(store, [form([3, 3, 3, None, 3, 3, 3, 3, 3])] * 3)
    figure = only(store)
    assert str(figure.ikm) == "75.00"
    assert figure.unsur_kosong == ("biaya",)
    assert "biaya" in figure.catatan[0] and "8 unsur" in figure.catatan[0]
    assert sum(part.bobot for part in figure.unsur) == 1
    assert scoring.by_rounded_weights(figure) == {}


def test_the_index_is_not_the_pooled_mean_of_all_answers(store: Store) -> None:
    """With unequal answers per unsur, sum of NRR / 9 differs from the mean of all answers (E23)."""
    build.ingest(store, [form([4] + [1] * 8), form([4, *[None] * 8]), form([4, *[None] * 8])])
    assert only(store).ikm_exact == Fraction(25 * (4 + 8), 9)


def test_mean_is_not_rounded_before_conversion(store: Store) -> None:
    """n=43, total 1367: 88.31 and A. Rounding the mean to two decimals first gives 88.25 and B (E12, E14)."""
    extra = 1367 - 43 * 27
    rows = []
    for _ in range(43):
        row = [3] * 9
        for position in range(9):
            if extra and row[position] < 4:
                row[position] += 1
                extra -= 1
        rows.append(form(row))
    build.ingest(store, rows)
    figure = only(store)
    assert sum(part.jumlah_nilai for part in figure.unsur) == 1367
    assert (str(figure.ikm), figure.mutu and figure.mutu.huruf) == ("88.31", "A")


def test_complete_questionnaires_only_is_an_option(store: Store) -> None:
    build.ingest(store, [form([2] * 9), form([None, *[4] * 8])])
    assert only(store, hanya_lengkap=True).ikm == Decimal("50.00")
    assert only(store, hanya_lengkap=True).n_kuesioner == 1
    assert only(store).n_kuesioner == 2


def test_the_two_pengumpul_are_never_pooled(store: Store) -> None:
    build.ingest(store, [form([4] * 9)] * 2, pengumpul="kelurahan")
    build.ingest(store, [form([2] * 9)] * 3, pengumpul="kota", name="kota.csv")
    figures = {figure.pengumpul: (str(figure.ikm), figure.n_kuesioner) for figure in scoring.score(store)}
    assert figures == {"kelurahan": ("100.00", 2), "kota": ("50.00", 3)}


def test_groups_pool_questionnaires_and_a_place_includes_what_lies_in_it(store: Store) -> None:
    rows = (
        [form([4] * 9, kelurahan=KALIDERES)] + [form([1] * 9, kelurahan=KAMAL)] * 3 + [form([2] * 9, kelurahan=KAPUK)]
    )
    build.ingest(store, rows)
    by_kecamatan = {figure.kecamatan: str(figure.ikm) for figure in scoring.score(store, menurut=["kecamatan"])}
    assert by_kecamatan == {"31.73.06": "43.75", "31.73.01": "50.00"}
    assert str(only(store, wilayah="31.73.06").ikm) == "43.75"
    assert str(only(store, wilayah=KALIDERES).ikm) == "100.00"
    assert len(scoring.score(store, menurut=["kelurahan", "layanan", "periode"])) == 3


def test_a_dimension_that_does_not_exist_is_named(store: Store) -> None:
    with pytest.raises(UnknownKeyError, match="warna"):
        scoring.score(store, menurut=["warna"])


def custom(store: Store, kode: str, unsur: list[str], bobot: dict[str, Fraction] | None = None) -> Instrumen:
    """A questionnaire with one item per entry of `unsur` (repeats = several items of one unsur)."""
    made = Instrumen(
        kode=kode,
        nama=kode,
        aturan="permenpan-14-2017",
        sumber="uji",
        butir=tuple(
            Butir(
                kode,
                f"b{number}",
                number,
                "unsur",
                key,
                f"{kode} pertanyaan {number}",
                ("buruk", "cukup", "baik", "sangat baik"),
            )
            for number, key in enumerate(unsur, 1)
        ),
        bobot=bobot,
    )
    settings.save_instrumen(store, made)
    return made


def answers(instrumen: Instrumen, values: list[int | None], **more: object) -> dict[str, object]:
    """One questionnaire of a custom instrumen, with the question texts as headers."""
    return {
        "periode": "2019-q2",
        "kode_kelurahan": KAPUK,
        "layanan": "posyandu",
        **{item.teks: value for item, value in zip(instrumen.butir, values, strict=True)},
        **more,
    }


def test_several_items_of_an_unsur_are_averaged_item_by_item(store: Store) -> None:
    """Each item is divided by its own answers; nothing is rounded per respondent (E13)."""
    made = custom(store, "dua_waktu", ["waktu", "waktu", "biaya"])
    build.ingest(store, [answers(made, [2, 3, 4]), answers(made, [4, None, 4])])
    figure = only(store)
    assert {part.kunci: part.nrr for part in figure.unsur} == {"waktu": Fraction(3), "biaya": Fraction(4)}
    assert str(figure.ikm) == "87.50"


def test_an_added_unsur_weighs_as_much_as_the_others(store: Store) -> None:
    made = custom(store, "sepuluh", [*UNSUR, "prosedur_pelayanan"])
    build.ingest(store, [answers(made, [4] * 9 + [1])])
    assert only(store).ikm_exact == Fraction(25 * 37, 10)


def test_own_weights_are_used_exactly(store: Store) -> None:
    weights = {"waktu": Fraction(1, 3), "biaya": Fraction(2, 3)}
    made = custom(store, "berbobot", ["waktu", "biaya"], weights)
    build.ingest(store, [answers(made, [1, 4])])
    figure = only(store)
    assert figure.ikm_exact == 75
    assert any("bobot" in note for note in figure.catatan)
    assert registry.instrumen(store)["berbobot"].bobot == weights


def test_several_instrumen_are_weighted_by_questionnaires_and_say_so(store: Store) -> None:
    made = custom(store, "pendek", ["waktu", "biaya"])
    build.ingest(store, [answers(made, [4, 4])], name="a.csv")
    build.ingest(store, [form([2] * 9)] * 3, name="b.csv")
    figure = only(store)
    assert figure.ikm_exact == Fraction(100 + 3 * 50, 4)
    assert figure.n_kuesioner == 4
    assert any("beberapa kuesioner" in note for note in figure.catatan)


def test_the_closed_panel_has_an_index_but_no_grade(store: Store) -> None:
    items = registry.instrumen(store)["kinerja2019"].butir
    row = {"periode": "2019-maret", "kelurahan": "Kapuk", "layanan": "lurah", **{item.teks: "Puas" for item in items}}
    build.ingest(store, [row] * 12)
    figure = only(store)
    assert (str(figure.ikm), figure.mutu, figure.panel) == ("75.00", None, True)
    assert "Panel tertutup" in figure.catatan[0]
    assert all(part.kunci not in UNSUR for part in figure.unsur)
