"""Indonesian numbers and dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from skm_ui import format as f


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (f.decimal(Decimal("82.35")), "82,35"),
        (f.decimal(Decimal("1234.50")), "1.234,50"),
        (f.decimal(None), "–"),
        (f.signed(Decimal("2.1")), "+2,1"),
        (f.signed(Decimal("-0.40")), "−0,40"),
        (f.whole(1600), "1.600"),
        (f.whole(0), "0"),
        (f.whole(None), "–"),
        (f.plus_minus(Decimal("1.8")), "±\N{NO-BREAK SPACE}1,8"),
        (f.share(1, 8), "12,5%"),
        (f.share(1, 16, 2), "6,25%"),
        (f.share(0, 0), "–"),
        (f.day(date(2019, 4, 24)), "24 April 2019"),
        (f.span(date(2019, 4, 1), date(2019, 6, 30)), "1 April – 30 Juni 2019"),
        (f.span(date(2019, 3, 11), date(2019, 3, 22)), "11–22 Maret 2019"),
        (f.span(date(2019, 12, 1), date(2020, 1, 31)), "1 Desember 2019 – 31 Januari 2020"),
        (f.span(date(2019, 4, 1), None), "1 April 2019"),
        (f.span(None, None), "–"),
    ],
)
def test_format(shown: str, expected: str) -> None:
    assert shown == expected


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Cengkareng", "Ceng-ka-reng"),
        ("Grogol Petamburan", "Grogol Pe-tam-bu-ran"),
        ("Pegadungan", "Pe-ga-du-ngan"),
        ("Kebon Jeruk", "Kebon Jeruk"),
        ("PKK", "PKK"),
    ],
)
def test_a_long_name_breaks_between_syllables_only(name: str, parts: str) -> None:
    assert f.syllables(name).replace("\N{SOFT HYPHEN}", "-") == parts
