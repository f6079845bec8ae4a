"""The regulation clause by clause: constants, exact arithmetic, one rounding, grades without gaps."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from skm_core import rules
from skm_core.rules import KEPMENPAN_25_2004, PERMENPAN_14_2017

DATA = Path(__file__).parents[1] / "data"


def index_of(n: int, total: int, k: int = 9) -> Fraction:
    """Index of n complete questionnaires whose k answers sum to `total` over everything."""
    return rules.ikm(Fraction(total, n * k))


def golden(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", golden("mutu_boundaries.csv"), ids=lambda row: row["n"] + "-" + row["sum_all_9_unsur"])
def test_totals_that_fall_between_the_printed_intervals(row: dict[str, str]) -> None:
    exact = index_of(int(row["n"]), int(row["sum_all_9_unsur"]))
    assert rules.publish_ikm(exact) == Decimal(row["ikm_2dp_half_up"])
    assert rules.mutu(exact).huruf == row["mutu_if_rounded_first"]


@pytest.mark.parametrize(
    ("n", "total", "published", "letter"),
    [(43, 1367, "88.31", "A"), (19, 524, "76.61", "B"), (113, 2644, "65.00", "C")],
)
def test_the_decided_cases(n: int, total: int, published: str, letter: str) -> None:
    assert str(rules.publish_ikm(index_of(n, total))) == published
    assert rules.mutu(index_of(n, total)).huruf == letter


@pytest.mark.parametrize(
    ("exact", "published", "letter"),
    [
        ("88.305", "88.31", "A"),
        ("88.3049", "88.30", "B"),
        ("76.605", "76.61", "B"),
        ("76.6049", "76.60", "C"),
        ("64.995", "65.00", "C"),
        ("64.9949", "64.99", "D"),
        ("25", "25.00", "D"),
        ("100", "100.00", "A"),
    ],
)
def test_the_published_figure_is_what_is_graded(exact: str, published: str, letter: str) -> None:
    assert str(rules.publish_ikm(Fraction(exact))) == published
    assert rules.mutu(Fraction(exact)).huruf == letter


def test_every_half_cent_rounds_up() -> None:
    """Binary floats misstate 62 to 214 of these; here each must go up (skm-facts, section 3)."""
    halves = [Fraction(cents * 2 + 1, 200) for cents in range(2500, 10000)]
    assert all(rules.publish_ikm(half) == Decimal(int(half * 100) + 1).scaleb(-2) for half in halves)


def test_grades_cover_every_published_figure_once() -> None:
    bounds = {"A": (88_31, 100_00), "B": (76_61, 88_30), "C": (65_00, 76_60), "D": (25_00, 64_99)}
    for letter, (low, high) in bounds.items():
        found = {rules.mutu(Decimal(cents).scaleb(-2)).huruf for cents in range(low, high + 1)}
        assert found == {letter}


def test_the_old_rule_grades_by_its_own_table() -> None:
    bounds = {"A": (81_26, 100_00), "B": (62_51, 81_25), "C": (43_76, 62_50), "D": (25_00, 43_75)}
    for letter, (low, high) in bounds.items():
        found = {rules.mutu(Decimal(cents).scaleb(-2), KEPMENPAN_25_2004).huruf for cents in range(low, high + 1)}
        assert found == {letter}
    assert rules.mutu(Decimal("72.40"), KEPMENPAN_25_2004).huruf == "B"
    assert rules.mutu(Decimal("72.40"), PERMENPAN_14_2017).huruf == "C"


def test_wording_and_perception_of_the_grades() -> None:
    assert [(grade.huruf, grade.persepsi, grade.kinerja) for grade in PERMENPAN_14_2017.mutu] == [
        ("A", 4, "Sangat baik"),
        ("B", 3, "Baik"),
        ("C", 2, "Kurang baik"),
        ("D", 1, "Tidak baik"),
    ]


def test_a_perfect_unit_scores_100_and_the_worst_25() -> None:
    for k in (1, 5, 9, 14):
        assert rules.ikm(rules.tertimbang({str(unsur): Fraction(4) for unsur in range(k)})) == 100
        assert rules.ikm(rules.tertimbang({str(unsur): Fraction(1) for unsur in range(k)})) == 25


def test_rounded_weights_are_a_comparison_with_their_known_maxima() -> None:
    perfect = [Fraction(4)] * 9
    assert {weight: str(rules.ikm_by_weight(perfect, weight)) for weight in PERMENPAN_14_2017.bobot_pembanding} == {
        "0.11": "99.00",
        "0.111": "99.90",
        "0.1111": "99.99",
    }


@pytest.mark.parametrize("bad", [88.31, 88, "88.31", None])
def test_a_grade_is_never_taken_from_a_float_or_a_whole_number(bad: object) -> None:
    with pytest.raises(TypeError):
        rules.mutu(bad)  # type: ignore[arg-type]


def test_a_float_is_never_rounded() -> None:
    with pytest.raises(TypeError):
        rules.round_half_up(88.305, 2)  # type: ignore[arg-type]


@pytest.mark.parametrize("index", ["24.994", "100.005", "0", "116.7"])
def test_an_index_outside_the_scale_has_no_grade(index: str) -> None:
    with pytest.raises(ValueError, match="between 25 and 100"):
        rules.mutu(Fraction(index))


@pytest.mark.parametrize(("total", "n"), [(0, 0), (5, 0), (3, 4), (17, 4), (-4, 1)])
def test_an_impossible_sum_is_refused(total: int, n: int) -> None:
    with pytest.raises(ValueError):
        rules.nrr(total, n)


def test_own_weights_must_total_exactly_one() -> None:
    third = Fraction(1, 3)
    rules.check_weights({"a": third, "b": third, "c": third})
    with pytest.raises(ValueError, match="tepat 1"):
        rules.check_weights({"a": Fraction("0.333"), "b": Fraction("0.333"), "c": Fraction("0.333")})
    with pytest.raises(ValueError, match="lebih besar dari nol"):
        rules.check_weights({"a": Fraction(2), "b": Fraction(-1)})


def test_own_weights_of_an_unanswered_unsur_are_shared_by_the_rest() -> None:
    weights = {"a": Fraction(1, 2), "b": Fraction(1, 4), "c": Fraction(1, 4)}
    assert rules.tertimbang({"b": Fraction(2), "c": Fraction(4)}, weights) == 3


def test_an_unsur_without_weight_is_an_error() -> None:
    with pytest.raises(ValueError):
        rules.tertimbang({"x": Fraction(2)}, {"a": Fraction(1)})


@pytest.mark.parametrize(
    "row", [row for row in golden("published.csv") if row["consistent"].startswith("yes") and row["u9"]]
)
def test_consistent_published_results_are_reproduced(row: dict[str, str]) -> None:
    """Figures printed from NRR of two decimals: the printed index must follow with the weight the source used."""
    nrr = [Fraction(row[f"u{number}"]) for number in range(1, 10)]
    exact = rules.ikm(rules.tertimbang({str(number): value for number, value in enumerate(nrr)}))
    assert str(rules.publish_ikm(exact)) == row["ikm_w_1_9"]
    by_weight = {
        rules.publish_ikm(exact),
        *(rules.ikm_by_weight(nrr, weight) for weight in ("0.11", "0.111", "0.1111")),
    }
    assert Decimal(row["published_ikm"]) in by_weight
    for weight in PERMENPAN_14_2017.bobot_pembanding:
        assert rules.ikm_by_weight(nrr, weight) == Decimal(row[f"ikm_w_{weight}"])
    assert rules.mutu(exact).huruf == row["mutu"]


def test_the_worked_example_with_integer_sums_shows_its_error() -> None:
    """Sums 105, 101, 100, 116, 102, 105, 106, 105, 115 of 29 forms: printed 90.56 (weight 0.11), exact 91.48."""
    sums = (105, 101, 100, 116, 102, 105, 106, 105, 115)
    nrr = [rules.nrr(total, 29) for total in sums]
    assert str(rules.publish_ikm(rules.ikm(rules.mean(nrr)))) == "91.48"
    assert str(rules.ikm_by_weight(nrr, "0.11")) == "90.56"


def test_sekadau_rows_give_the_exact_index() -> None:
    """Sums of the 49 published rows; rounding each unsur first would give 78.25 (errors-elsewhere E14)."""
    sums = (138, 139, 150, 177, 159, 163, 161, 143, 159)
    assert str(rules.publish_ikm(rules.ikm(rules.mean([rules.nrr(total, 49) for total in sums])))) == "78.74"


def test_shares_are_not_cut_to_whole_percent() -> None:
    assert rules.share_pct(1, 3) == Decimal("33.3")
    assert rules.share_pct(0, 0) == Decimal("0.0")
