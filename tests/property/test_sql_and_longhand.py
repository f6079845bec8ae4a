"""The index from SQL equals a longhand recomputation: blanks, unequal n, several items, added unsur."""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from skm_core import reference, scoring
from skm_core.store import Store
from tests import build
from tests.unit.test_scoring import answers, custom

LAYANAN = ("posyandu", "pkk")
PLACES = (build.KAPUK, build.KALIDERES, build.KAMAL)
UNSUR = (*build.UNSUR, "prosedur_pelayanan", "persyaratan_pelayanan")


@st.composite
def surveys(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str, list[int | None]]]]:
    """A questionnaire (unsur per item, repeats allowed) and forms with blanks, each with at least one answer."""
    unsur = draw(st.lists(st.sampled_from(UNSUR), min_size=1, max_size=20))
    forms = draw(
        st.lists(
            st.tuples(
                st.sampled_from(LAYANAN),
                st.sampled_from(PLACES),
                st.lists(st.sampled_from([None, 1, 2, 3, 4]), min_size=len(unsur), max_size=len(unsur)).filter(any),
            ),
            min_size=1,
            max_size=40,
        )
    )
    return unsur, forms


def longhand(unsur: list[str], forms: list[list[int | None]]) -> Fraction:
    """The rule step by step on single forms, without any of the product's code."""
    items: dict[str, list[Fraction]] = defaultdict(list)
    for position, key in enumerate(unsur):
        given_answers = [form[position] for form in forms if form[position] is not None]
        if given_answers:
            items[key].append(Fraction(sum(given_answers), len(given_answers)))
    nrr = [sum(values) / len(values) for values in items.values()]
    return 25 * sum(nrr) / len(nrr)


@settings(max_examples=40, deadline=None)
@given(surveys())
def test_sql_equals_longhand(survey: tuple[list[str], list[tuple[str, str, list[int | None]]]]) -> None:
    unsur, forms = survey
    with Store() as store:
        reference.seed(store)
        made = custom(store, "acak", unsur)
        build.ingest(
            store,
            [answers(made, values, layanan=layanan, kode_kelurahan=place) for layanan, place, values in forms],
            instrumen="acak",
        )
        (total,) = scoring.score(store)
        assert total.ikm_exact == longhand(unsur, [values for _, _, values in forms])
        with localcontext(prec=60):
            decimal = Decimal(total.ikm_exact.numerator) / Decimal(total.ikm_exact.denominator)
            assert total.ikm == decimal.quantize(Decimal("0.01"), ROUND_HALF_UP)
        for dimension, position in (("layanan", 0), ("kelurahan", 1)):
            for figure in scoring.score(store, menurut=[dimension]):
                part = [row[2] for row in forms if row[position] == getattr(figure, dimension)]
                assert figure.ikm_exact == longhand(unsur, part)
                assert figure.n_kuesioner == len(part)
