"""Computes simple formulas that a program wrote without their value: sums, means, roundings, references, arithmetic.

Programs other than Excel often store only the formula. Numbers are exact (`Fraction`), as everywhere. What is not
understood stays uncomputed and is named; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from skm_core.intake.sheet_scan import column_number
from skm_core.rules import round_half_up

Place = tuple[int, int]
_TOKEN = re.compile(
    r"\s*(?:(?P<range>\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7})|(?P<cell>\$?[A-Z]{1,3}\$?\d{1,7})(?!\w|\()|"
    r"(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Z]{1,12})\(|(?P<sign>[-+*/(),;%^]))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,30})?(e[-+]?\d{1,2})?")
MAX_DEPTH = 60
MAX_STEPS = 2_000_000
DECIMALS = 15
"""Digits after the point that a computed value keeps as text, about those of Excel itself."""


class _UnknownError(Exception):
    """A formula, or a cell it needs, is not understood."""


@dataclass(slots=True)
class Formulas:
    """The formulas of one sheet that have no stored value, by (row, column) from 0."""

    rumus: dict[Place, str]
    tak_terhitung: list[Place] = field(default_factory=list)
    _cells: Sequence[list[str]] = ()
    _known: dict[Place, Fraction | None] = field(default_factory=dict)
    _steps: int = 0

    def filled_in(self, rows: list[list[str]]) -> Iterator[list[str]]:
        """The rows with every value that can be computed; `tak_terhitung` lists the cells that cannot."""
        self._cells = rows
        for row, column in sorted(self.rumus):
            value = self._value_or_none((row, column))
            if value is None:
                self.tak_terhitung.append((row, column))
                continue
            while row >= len(rows):
                rows.append([])
            rows[row].extend([""] * (column + 1 - len(rows[row])))
            rows[row][column] = _text(value)
        yield from rows

    def _value_or_none(self, place: Place) -> Fraction | None:
        try:
            return self._value(place, 0)
        except (_UnknownError, ZeroDivisionError, RecursionError):
            return None

    def _value(self, place: Place, depth: int) -> Fraction | None:
        """Number in a cell, None if it holds none."""
        self._steps += 1
        if depth > MAX_DEPTH or self._steps > MAX_STEPS:
            raise _UnknownError
        if place in self._known:
            return self._known[place]
        if formula := self.rumus.get(place):
            self._known[place] = value = _Reader(formula, lambda other: self._value(other, depth + 1)).read()
            return value
        row, column = place
        cell = self._cells[row][column] if row < len(self._cells) and column < len(self._cells[row]) else ""
        return Fraction(Decimal(cell)) if _NUMBER.fullmatch(cell) else None


def _text(value: Fraction) -> str:
    return str(int(value)) if value.denominator == 1 else f"{round_half_up(value, DECIMALS).normalize():f}"


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, formula: str, value: Callable[[Place], Fraction | None]) -> None:
        self.value, self.tokens, self.at = value, _tokens(formula), 0

    def read(self) -> Fraction:
        result = self._sum()
        if self.at < len(self.tokens):
            raise _UnknownError
        return result

    def _next(self, *wanted: str) -> str | None:
        if self.at < len(self.tokens) and self.tokens[self.at][1] in wanted:
            self.at += 1
            return self.tokens[self.at - 1][1]
        return None

    def _sum(self) -> Fraction:
        result = self._product()
        while sign := self._next("+", "-"):
            result = result + self._product() if sign == "+" else result - self._product()
        return result

    def _product(self) -> Fraction:
        result = self._single()
        while sign := self._next("*", "/"):
            result = result * self._single() if sign == "*" else result / self._single()
        return result

    def _single(self) -> Fraction:
        if sign := self._next("-", "+"):
            return -self._single() if sign == "-" else self._single()
        if self._next("("):
            result = self._sum()
            self._close()
            return self._percent(result)
        if self.at >= len(self.tokens):
            raise _UnknownError
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return self._percent(Fraction(text))
        if kind == "cell":
            return self._percent(self.value(_place(text)) or Fraction(0))
        if kind == "name":
            return self._function(text.upper())
        raise _UnknownError

    def _percent(self, value: Fraction) -> Fraction:
        return value / 100 if self._next("%") else value

    def _close(self) -> None:
        if not self._next(")"):
            raise _UnknownError

    def _function(self, name: str) -> Fraction:
        if name == "ROUND":
            value = self._sum()
            if not self._next(",", ";"):
                raise _UnknownError
            places = self._sum()
            self._close()
            if places.denominator != 1 or not -6 <= places <= 12:
                raise _UnknownError
            return Fraction(round_half_up(value, int(places)))
        values = self._arguments()
        if name == "SUM":
            return sum(values, Fraction(0))
        if name == "AVERAGE":
            return sum(values, Fraction(0)) / len(values)
        if name == "COUNT":
            return Fraction(len(values))
        if name in ("MIN", "MAX") and values:
            return min(values) if name == "MIN" else max(values)
        raise _UnknownError

    def _arguments(self) -> list[Fraction]:
        values: list[Fraction] = []
        while True:
            kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
            if kind == "range":
                self.at += 1
                values += self._range(text)
            elif kind == "cell" and self._ends(self.at + 1):
                self.at += 1
                values += [one] if (one := self.value(_place(text))) is not None else []
            else:
                values.append(self._sum())
            if not self._next(",", ";"):
                self._close()
                return values

    def _ends(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at][1] in (",", ";", ")")

    def _range(self, text: str) -> list[Fraction]:
        (top, left), (bottom, right) = (_place(corner) for corner in text.split(":"))
        if (bottom - top + 1) * (right - left + 1) > MAX_STEPS // 10:
            raise _UnknownError
        cells = (self.value((row, column)) for row in range(top, bottom + 1) for column in range(left, right + 1))
        return [cell for cell in cells if cell is not None]


def _tokens(formula: str) -> list[tuple[str, str]]:
    found, at = [], 0
    text = formula.strip().removeprefix("=")
    while at < len(text.rstrip()):
        token = _TOKEN.match(text, at)
        if token is None:
            raise _UnknownError
        kind = str(token.lastgroup)
        found.append((kind, token[kind]))
        at = token.end()
    return found


def _place(cell: str) -> Place:
    letters, digits = re.findall(r"[A-Za-z]+|\d+", cell)
    return int(digits) - 1, column_number(letters)
