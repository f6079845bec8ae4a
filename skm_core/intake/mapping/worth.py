"""What each answer of a mapped column is worth: by the mapping, else by the standard labels, never by a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from skm_core.intake import answers
from skm_core.intake.answers import TAK_DIKENAL, Decoded, Value
from skm_core.intake.mapping.value import KOSONG, TOLAK, Kolom, answer_key
from skm_core.intake.wording import words

DITOLAK = "JAWABAN_DITOLAK"
NEUTRAL = frozenset({"netral", "neutral", "ragu ragu", "biasa saja", "tidak tahu"})
"""Answers that stand in the middle of a longer scale, or outside any."""
Used = Counter[frozenset[tuple[int, str]]]


def decode(values: Sequence[Value], allowed: Sequence[Mapping[str, int]], used: Used, chosen: Kolom) -> Decoded:
    """Worth of every distinct cell, 0 for one that means "not answered".

    An answer the mapping does not list is read by the standard labels, but only if these agree with the mapping where
    both speak; otherwise it is a finding.
    """
    worth = {label: value for label, value in chosen.jawaban if value}
    if not worth:
        return answers.decode(values, allowed, used)
    listed = answers.read((label, 1) for label in worth)
    standard = answers.decode([*values, *listed], allowed, used)
    agreed = [
        standard.nilai[value.cell] == int(worth[value.cell])
        for value in listed
        if value.cell in standard.nilai and worth[value.cell] not in (KOSONG, TOLAK)
    ]
    trusted = bool(agreed) and all(agreed)
    nilai: dict[str, int] = {}
    salah: dict[str, tuple[str, str]] = {}
    for value in values:
        given = worth.get(answer_key(value.cell))
        if given == TOLAK:
            salah[value.cell] = (DITOLAK, "")
        elif given is not None:
            nilai[value.cell] = 0 if given == KOSONG else int(given)
        elif trusted and value.cell in standard.nilai:
            nilai[value.cell] = standard.nilai[value.cell]
        else:
            salah[value.cell] = standard.salah.get(value.cell, (TAK_DIKENAL, "")) if trusted else (TAK_DIKENAL, "")
    return Decoded(nilai, salah)


def own_set(chosen: Kolom | None) -> list[dict[str, int]]:
    """The answer words of a mapping as a set like the standard ones, if they are a whole four-point scale; else none.

    A whole scale has one answer for each of 1, 2, 3 and 4 and no neutral one. It then stands against the longer
    scales that share some of its words.
    """
    if chosen is None:
        return []
    found = {words(label): int(value) for label, value in chosen.jawaban if value.isdecimal()}
    whole = len(chosen.jawaban) == len(found) == 4 and sorted(found.values()) == [1, 2, 3, 4]
    return [found] if whole and not NEUTRAL & found.keys() else []


def prefilled(values: Sequence[Value], allowed: Sequence[Mapping[str, int]], used: Used, header: str) -> dict[str, str]:
    """Answer key → worth as the standard labels have it; '' for an answer they do not know.

    Numbers are turned round only where the header says so ("1 = sangat puas"), or where the label behind them does.
    """
    decoded = answers.decode(values, allowed, used)
    found: dict[str, str] = {}
    turned = starts_at_the_top(header)
    for value in values:
        worth = decoded.nilai.get(value.cell)
        if turned and value.label is None and value.number is not None and 1 <= value.number <= 4:
            worth = 5 - value.number
        elif worth is None and value.label is not None and value.number is not None:
            behind = answers.decode([Value(value.label, 1, None, value.label)], allowed, used)
            worth = behind.nilai.get(value.label)
        found[answer_key(value.cell)] = str(worth) if worth else ""
    return found


def starts_at_the_top(header: str) -> bool:
    """True if a header says that 1 is the best answer: "(1 = sangat puas, 4 = tidak puas)"."""
    parts = f" {words(header)} ".split(" 1 ", 1)
    best = parts[1].split()[:2] if len(parts) == 2 and ("=" in header or ":" in header) else []
    return len(best) == 2 and best[0] == "sangat" and best[1] not in ("tidak", "kurang", "buruk", "mahal", "jelek")
