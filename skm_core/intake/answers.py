"""Decides, per column and from its distinct values, what each answer is worth: 1 to 4, blank, or a finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from skm_core.intake.wording import is_blank, odd, plain, words
from skm_core.reference import LabelSet
from skm_core.terms import Butir

NOL, LUAR, TAK_DIKENAL, GANDA = (
    "JAWABAN_NOL",
    "JAWABAN_LUAR_SKALA",
    "JAWABAN_TIDAK_DIKENAL",
    "JAWABAN_BERMAKNA_GANDA",
)
_GRADING = frozenset(
    [
        "sangat",
        "tidak",
        "kurang",
        "cukup",
        "agak",
        "lebih",
        "selalu",
        "banyak",
        "kadang",
        "ada",
        "berfungsi",
        "dikelola",
    ]
)
_NUMBER = re.compile(r"[\"']?(\d{1,3})(?:[.,]0+)?[\"']?")
_STARS = re.compile(r"([★⭐*]{1,10})[☆ ]*")
_CODED = re.compile(r"(?:a|ao|opt|option|opsi|pilihan|jawaban|answer|choice)[ _-]?0*(\d{1,2})")
"""Codes that LimeSurvey and KoboToolbox give to the options of a question, by their order."""
MAX_CODES = 6
_LETTER = re.compile(r"([a-f])[.)]?")
_PREFIXED = re.compile(r"\(?([a-f]|\d{1,2})(?:[.,]0)?\s*[.):\-–—=]+\s*(\D.*)")


@dataclass(frozen=True, slots=True)
class Value:
    """One distinct cell: how often it occurs, and its parts: a number, and a label in the form `words` gives."""

    cell: str
    n: int
    number: int | None
    label: str | None
    by_letter: bool = False
    coded: bool = False
    """True for a code that tells only the place of the option on the form."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One column: cell → 1..4, and cell → (finding code, what it might mean)."""

    nilai: Mapping[str, int]
    salah: Mapping[str, tuple[str, str]]


@dataclass(slots=True)
class Scale:
    """What speaks against a four-point scale in the columns seen so far."""

    n: int = 0
    n_above: int = 0
    columns: int = 0
    columns_above: int = 0
    column_above: bool = False
    names: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[int, str]] = field(default_factory=list)
    """(column index, cell) of answers that only a longer scale has."""

    @property
    def longer(self) -> bool:
        """True if answers above 4 stand in most columns and are no slips, or fill one column."""
        common = 2 * self.columns_above > self.columns and 50 * self.n_above >= self.n
        return self.n_above > 0 and (common or self.column_above)


def read(cells: Iterable[tuple[str | None, int]]) -> list[Value]:
    """Take the distinct cells of a column (with their counts) apart; blank ones stay out."""
    values = []
    for cell, n in cells:
        if cell is None or is_blank(cell):
            continue
        text = plain(cell).strip(" .,;:!\"'")
        if found := _NUMBER.fullmatch(text):
            values.append(Value(cell, n, int(found.group(1)), None))
        elif found := _STARS.fullmatch(text):
            values.append(Value(cell, n, len(found.group(1)), None))
        elif found := _CODED.fullmatch(text):
            values.append(Value(cell, n, int(found.group(1)), None, coded=True))
        elif found := _LETTER.fullmatch(text):
            values.append(Value(cell, n, "abcdef".index(found.group(1)) + 1, None, by_letter=True))
        elif found := _PREFIXED.fullmatch(text):
            lead = found.group(1)
            number = int(lead) if lead.isdecimal() else "abcdef".index(lead) + 1
            values.append(Value(cell, n, number, words(found.group(2)), by_letter=not lead.isdecimal()))
        else:
            values.append(Value(cell, n, None, text if odd(text) else words(cell)))
    return values


def turned(value: Value) -> Value:
    """A code counted from the other end of the four options; any other value as it is."""
    if not value.coded or value.number is None or not 1 <= value.number <= 4:
        return value
    return replace(value, number=5 - value.number)


def label_sets(item: Butir | None, sets: Sequence[LabelSet]) -> list[dict[str, int]]:
    """Allowed answer words for an item: its own first, then those of its unsur, then the general ones."""
    own = [{words(label): value for value, label in enumerate(item.label, 1)}] if item else []
    unsur = item.unsur_kunci if item else None
    fitting = [s for s in sets if s.boleh and s.unsur_kunci is not None and s.unsur_kunci == unsur]
    fitting += [s for s in sets if s.boleh and s.unsur_kunci is None]
    return own + [{words(label): value for label, value in one.nilai.items()} for one in fitting]


def coverage(values: Sequence[Value], known: Mapping[str, int]) -> int:
    """How many answers with a label the set explains."""
    return sum(value.n for value in values if value.label is not None and value.label in known)


def signature(known: Mapping[str, int]) -> frozenset[tuple[int, str]]:
    """How a set grades, without its adjective: "sangat tidak", "tidak", "", "sangat" for 1, 2, 3, 4."""
    return frozenset(
        (value, " ".join(takewhile(_GRADING.__contains__, label.split()))) for label, value in known.items()
    )


def best_sets(values: Sequence[Value], allowed: Sequence[Mapping[str, int]]) -> list[Mapping[str, int]]:
    """The sets that explain most labelled answers of a column, in order of `allowed`; empty if none explains any."""
    most = max((coverage(values, known) for known in allowed), default=0)
    return [known for known in allowed if most and coverage(values, known) == most]


def spelt(item: Butir, values: Sequence[Value], allowed: Sequence[Mapping[str, int]]) -> tuple[str, ...]:
    """Labels a misspelt answer can be meant for: those of the question and of the sets that explain its column."""
    others = (label.capitalize() for known in best_sets(values, allowed) for label in known)
    return tuple({words(label): label for label in (*others, *item.label)}.values())


def asked(item: Butir, values: Sequence[Value], allowed: Sequence[Mapping[str, int]]) -> tuple[str, ...]:
    """The answers of a column as a person knows them: the set that explains it, else numbers, else the question's own.

    Words that mean the same stand once.
    """
    own = {words(label): label for label in item.label}
    if best := best_sets(values, allowed):
        by_worth = {value: own.get(label, label.capitalize()) for label, value in reversed(list(best[0].items()))}
        return tuple(by_worth[value] for value in sorted(by_worth))
    return digits(values) or item.label


def digits(values: Sequence[Value]) -> tuple[str, ...]:
    """The numbers a misspelt answer can be meant for, if bare numbers stand in its column."""
    bare = any(value.number and value.label is None and not (value.coded or value.by_letter) for value in values)
    return ("1", "2", "3", "4") if bare else ()


def habits(columns: Iterable[Sequence[Mapping[str, int]]]) -> Counter[frozenset[tuple[int, str]]]:
    """How many columns leave only one way of grading, per way: it tells for the columns that leave two."""
    ways = ({signature(known) for known in best} for best in columns)
    return Counter(way.pop() for way in ways if len(way) == 1)


def decode(
    values: Sequence[Value],
    allowed: Sequence[Mapping[str, int]],
    used: Counter[frozenset[tuple[int, str]]],
) -> Decoded:
    """Worth of every distinct cell. `allowed` from `label_sets`, `used` from `habits` of the whole file.

    Of sets that explain a column equally, those count that grade as the rest of the file does; if nothing tells, the
    question's own one. If they still disagree on a label, that label is a finding and not a guess.
    """
    best = best_sets(values, allowed)
    favour = max((used[signature(known)] for known in best), default=0)
    if favour:
        best = [known for known in best if used[signature(known)] == favour]
    elif best and best[0] is allowed[0]:
        best = best[:1]
    nilai: dict[str, int] = {}
    salah: dict[str, tuple[str, str]] = {}
    for value in values:
        meanings = {known[value.label] for known in best if value.label in known} if value.label is not None else set()
        if value.label is not None and value.number is not None and not meanings and not value.by_letter:
            salah[value.cell] = (TAK_DIKENAL, "")
        elif len(meanings) > 1:
            salah[value.cell] = (GANDA, " atau ".join(str(meaning) for meaning in sorted(meanings)))
        elif meanings:
            meaning = next(iter(meanings))
            if value.number is not None and not value.by_letter and value.number != meaning:
                salah[value.cell] = (TAK_DIKENAL, "")
            else:
                nilai[value.cell] = meaning
        elif value.label is not None or value.number is None:
            salah[value.cell] = (TAK_DIKENAL, "")
        elif 1 <= value.number <= 4:
            nilai[value.cell] = value.number
        else:
            salah[value.cell] = (NOL if value.number == 0 else LUAR, "")
    return Decoded(nilai, salah)


def weigh_scale(
    scale: Scale, index: int, values: Sequence[Value], allowed: Sequence[Mapping[str, int]], refused: Sequence[LabelSet]
) -> None:
    """Add a column to the evidence for a five-point or longer scale.

    Evidence are numbers 5 to 10 and labels that only a refused scale explains, next to the labels it shares with it.
    """
    n = sum(value.n for value in values)
    above = [value for value in values if value.number is not None and 5 <= value.number <= 10 and value.label is None]
    name = f"1 sampai {max((value.number or 0 for value in above), default=0)}"
    best_allowed = max((coverage(values, known) for known in allowed), default=0)
    for one in refused:
        known = {words(label): rank for label, rank in one.nilai.items()}
        if coverage(values, known) > max(best_allowed, 0) and len({v.label for v in values if v.label in known}) >= 3:
            inside = max(allowed, key=lambda a: coverage(values, a), default={})
            above = [v for v in values if v.label in known and v.label not in inside]
            best_allowed, name = coverage(values, known), f"{max(known.values())} pilihan"
    n_above = sum(value.n for value in above)
    scale.n += n
    scale.columns += 1
    scale.n_above += n_above
    if above:
        scale.columns_above += 1
        scale.column_above |= n_above >= 5 and 20 * n_above >= n
        scale.names[name] += n_above
        scale.examples += [(index, value.cell) for value in above[:1]]
