"""A downloaded table carries no formula of a stranger."""

from __future__ import annotations

from decimal import Decimal

from skm_ui.table import Column, Table, csv_of


def test_text_that_looks_like_a_formula_is_only_text() -> None:
    texts = ("=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "biasa", "")
    table = Table((Column("Saran"), Column("Beda", "number")), tuple((one, Decimal("-0.4")) for one in texts))
    lines = csv_of(table).decode("utf-8-sig").split("\r\n")
    assert [line.rpartition(";")[0].strip('"')[:1] for line in lines[1:6]] == ["'"] * 5
    assert lines[6] == "biasa;-0,4" and lines[7] == ";-0,4"
