"""Finds which column asks which item of which questionnaire: by text, else by number, never by place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skm_core.intake.headers import field, number_run, phrases
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import words
from skm_core.terms import Butir, Instrumen

KEY, TEXT, LABEL, POSITION = "kunci", "teks", "label", "posisi"
MIN_SHARE = (2, 3)
"""Share of a questionnaire's items that must be found for a file to count as that questionnaire."""
AMBIGUOUS = ("pengaduan", "sarana")
"""The two unsur whose numbers 8 and 9 occur in both orders."""
_CODE = re.compile(r"b([1-9]|1\d|20)")


@dataclass(frozen=True, slots=True)
class Items:
    """Columns of one questionnaire: index → (item, how it was recognised). `ragu` are the columns numbered 8 and 9."""

    instrumen: Instrumen
    kolom: Mapping[int, tuple[Butir, str]]
    ragu: tuple[int, int] | None = None

    @property
    def complete_enough(self) -> bool:
        """True if at least two thirds of the items have a column."""
        counted = [item for item in self.instrumen.butir if item.peran != "tambahan"]
        found = {item.kolom for item, _ in self.kolom.values() if item.peran != "tambahan"}
        n = len(found) + (2 if self.ragu else 0)
        return bool(counted) and n * MIN_SHARE[1] >= len(counted) * MIN_SHARE[0]


def find_items(headers: Sequence[str], vocabulary: Vocabulary, chosen: str | None) -> Items | None:
    """The questionnaire that explains most columns, with its columns; None if no column is an item.

    `chosen` restricts the search to one questionnaire.
    """
    candidates = []
    for instrumen in vocabulary.instrumen.values():
        if chosen is None or instrumen.kode == chosen:
            by_text = {
                index: match
                for index, header in enumerate(headers)
                if (match := item_of(header, instrumen, vocabulary, by_code=chosen is not None))
            }
            candidates.append(by_text_or_number(headers, instrumen, by_text, chosen is not None))
    best = max(
        candidates,
        key=lambda items: (len(items.kolom) + (2 if items.ragu else 0), -len(items.instrumen.butir)),
        default=None,
    )
    return best if best and best.kolom else None


def item_of(
    header: str, instrumen: Instrumen, vocabulary: Vocabulary, *, by_code: bool = False
) -> tuple[Butir, str] | None:
    """The item a header names by key, by its question or by a known phrase, and how; None if it names none.

    Of several items of one unsur only their own question text tells which; a phrase then names none of them.
    """
    forms = phrases(header)
    if by_code and (code := _CODE.fullmatch(words(header))):
        return next(((item, KEY) for item in instrumen.butir if item.kolom == code.group()), None)
    for form in forms:
        for item in instrumen.butir:
            if form == words(item.teks):
                return item, TEXT
    alone = {item.unsur_kunci: item for item in instrumen.butir if item.unsur_kunci}
    for item in instrumen.butir:
        if item.unsur_kunci and alone[item.unsur_kunci] is not item:
            alone[item.unsur_kunci] = None  # type: ignore[assignment]
    for form in forms:
        for key in vocabulary.unsur_tepat.get(form, ()):
            if found := alone.get(key):
                return found, KEY if form == words(key) else TEXT
    if field(header) is None:
        for part, key in vocabulary.unsur_memuat:
            if alone.get(key) and f" {part} " in f" {words(header)} ":
                return alone[key], TEXT
    return None


def by_text_or_number(
    headers: Sequence[str], instrumen: Instrumen, by_text: Mapping[int, tuple[Butir, str]], chosen: bool
) -> Items:
    """The columns named by text, and, where the rest is numbered 1 to k for k items, those by number."""
    run = number_run(headers)
    counted = sorted((item for item in instrumen.butir if item.peran != "tambahan"), key=lambda item: item.urutan)
    bare = {index: number for index, (_, number) in run.items() if index not in by_text}
    if len(run) != len(counted) or not bare or any(index not in run for index in by_text):
        return Items(instrumen, by_text)
    prefix = next(iter(run.values()))[0]
    if all(item.peran == "variabel" for item in counted) and not chosen and prefix not in ("v", "variabel"):
        return Items(instrumen, by_text)
    taken = {item.kolom for item, _ in by_text.values()}
    columns, unclear = dict(by_text), []
    for index, number in bare.items():
        item = counted[number - 1]
        if item.unsur_kunci in AMBIGUOUS and number in (8, 9):
            unclear.append(index)
        elif item.kolom not in taken:
            columns[index] = (item, POSITION)
    if len(unclear) == 2:
        return Items(instrumen, columns, (unclear[0], unclear[1]))
    for index in unclear:  # its twin is named by text, so only one meaning is left
        columns[index] = next(
            (item, TEXT) for item in counted if item.unsur_kunci in AMBIGUOUS and item.kolom not in taken
        )
    return Items(instrumen, columns)
