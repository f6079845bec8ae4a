"""Settles which of the columns numbered 8 and 9 asks about complaints and which about premises. Never guesses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from skm_core.intake import answers
from skm_core.intake.items import AMBIGUOUS, LABEL, POSITION, TEXT, Items
from skm_core.intake.wording import plain, words
from skm_core.reference import LabelSet

PENGADUAN, SARANA = AMBIGUOUS
_ENTRY = re.compile(r"(?<![\w.,])(?:u|p|q|unsur|pertanyaan)?\s*[-.]?\s*([89])\b\s*[=:.)–-]*\s*([^;|\n]*)")
_NEXT_NUMBER = re.compile(r"(?<![\w.,])(?:u|p|q|unsur|pertanyaan)?\s*[-.]?\s*\d{1,2}\s*[=:.)–-]")


@dataclass(frozen=True, slots=True)
class Settled:
    """What number 8 means ('pengaduan' or 'sarana') and what told it: 'teks', 'label' or 'posisi' (the option)."""

    u8: str
    how: str


def from_legend(rows: Iterable[Sequence[str]]) -> str | None:
    """Meaning of number 8 by a legend ("U8 = Sarana dan prasarana", also over two cells); None if silent or torn."""
    told: set[str] = set()
    for cells in rows:
        filled = [plain(cell) for cell in cells if cell]
        for position, cell in enumerate(filled):
            for entry in _ENTRY.finditer(cell):
                text = _NEXT_NUMBER.split(entry.group(2), maxsplit=1)[0]
                if not words(text):
                    text = filled[position + 1] if position + 1 < len(filled) else ""
                meaning = PENGADUAN if "pengaduan" in text else SARANA if "sarana" in text else None
                if meaning:
                    told.add(meaning if entry.group(1) == "8" else _other(meaning))
    return told.pop() if len(told) == 1 else None


def from_labels(items: Items, values: Mapping[int, Sequence[answers.Value]], sets: Sequence[LabelSet]) -> str | None:
    """Meaning of number 8 by answer words that only one of the two questions has ("Dikelola dengan baik").

    Words that stand under any question ("Baik") tell nothing. None if there are none or they contradict each other.
    """
    if items.ragu is None:
        return None
    general = {words(label) for one in sets if one.unsur_kunci is None for label in one.nilai}
    own: dict[str, set[str]] = {}
    for key in AMBIGUOUS:
        item = next(item for item in items.instrumen.butir if item.unsur_kunci == key)
        own[key] = {words(label) for label in item.label}
        own[key] |= {words(label) for one in sets if one.boleh and one.unsur_kunci == key for label in one.nilai}
    told: set[str] = set()
    for index, is_eight in zip(items.ragu, (True, False), strict=True):
        labels = {value.label for value in values[index] if value.label}
        for key in AMBIGUOUS:
            if labels & (own[key] - own[_other(key)] - general):
                told.add(key if is_eight else _other(key))
    return told.pop() if len(told) == 1 else None


def settle(legend: str | None, labels: str | None, option: str | None) -> Settled | None:
    """The file's own word first, then the option; None if nothing tells."""
    if legend:
        return Settled(legend, TEXT)
    if labels:
        return Settled(labels, LABEL)
    return Settled(option, POSITION) if option else None


def applied(items: Items, settled: Settled) -> Items:
    """The columns with 8 and 9 in their places."""
    assert items.ragu is not None
    by_key = {item.unsur_kunci: item for item in items.instrumen.butir}
    eight, nine = items.ragu
    columns = dict(items.kolom)
    columns[eight] = (by_key[settled.u8], settled.how)
    columns[nine] = (by_key[_other(settled.u8)], settled.how)
    return Items(items.instrumen, columns)


def _other(key: str) -> str:
    return SARANA if key == PENGADUAN else PENGADUAN
