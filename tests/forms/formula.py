"""Just enough of a spreadsheet to know what Excel shows in the formula cells of the entry sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter

_TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<range>\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)|(?P<cell>\$?[A-Z]+\$?\d+)'
    r"|(?P<number>\d+)|(?P<name>IF|COUNTA|COUNTIF)|(?P<sign><>|[()=<>&+\-,]))"
)
Cells = Mapping[str, Any]
"""Address ("C5") → value; what is missing or None is an empty cell."""


def evaluate(formula: str, cells: Cells) -> Any:
    """Value of a formula. Raises ValueError for anything this little spreadsheet does not know."""
    return _Reader(formula.removeprefix("="), cells).whole()


class _Reader:
    def __init__(self, text: str, cells: Cells) -> None:
        self.cells, self.tokens, at = cells, [], 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise ValueError(text[at:])
            self.tokens.append((found.lastgroup, found[found.lastgroup or 0]))
            at = found.end()
        self.at = 0

    def whole(self) -> Any:
        value = self.comparison()
        if self.at != len(self.tokens):
            raise ValueError(str(self.tokens[self.at :]))
        return value

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self, wanted: str | None = None) -> tuple[str | None, str]:
        token = self.tokens[self.at]
        if wanted is not None and token[1] != wanted:
            raise ValueError(f"{wanted} expected, not {token[1]}")
        self.at += 1
        return token

    def comparison(self) -> Any:
        left = self.joined()
        while self.peek() in ("=", "<", ">", "<>"):
            sign, right = self.take()[1], self.joined()
            left = {"=": left == right, "<>": left != right}[sign] if sign in ("=", "<>") else (
                left < right if sign == "<" else left > right
            )  # fmt: skip
        return left

    def joined(self) -> Any:
        left = self.summed()
        while self.peek() == "&":
            self.take()
            left = f"{left}{self.summed()}"
        return left

    def summed(self) -> Any:
        left = self.one()
        while self.peek() in ("+", "-"):
            left = left + self.one() if self.take()[1] == "+" else left - self.one()
        return left

    def one(self) -> Any:
        kind, token = self.take()
        if token == "(":
            value = self.comparison()
            self.take(")")
            return value
        if kind == "text":
            return token[1:-1].replace('""', '"')
        if kind == "number":
            return int(token)
        if kind == "cell":
            value = self.cells.get(token.replace("$", ""))
            return "" if value is None else value
        if kind == "range":
            return self.values(token)
        if kind != "name":
            raise ValueError(token)
        self.take("(")
        given = [self.comparison()]
        while self.peek() == ",":
            self.take()
            given.append(self.comparison())
        self.take(")")
        if token == "IF":
            condition, yes, no = given
            return yes if condition else no
        filled = [value for value in given[0] if value is not None]
        if token == "COUNTA":
            return len(filled)
        return sum(1 for value in filled if value == given[1] or value == str(given[1]))

    def values(self, text: str) -> list[Any]:
        first, last = (re.fullmatch(r"([A-Z]+)(\d+)", end) for end in text.replace("$", "").split(":"))
        assert first and last
        return [
            self.cells.get(f"{get_column_letter(column)}{row}")
            for row in range(int(first[2]), int(last[2]) + 1)
            for column in range(column_index_from_string(first[1]), column_index_from_string(last[1]) + 1)
        ]
