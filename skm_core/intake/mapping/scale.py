"""Is the scale of a mapped column a four-point one, and does it run the right way?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from skm_core.findings import cut
from skm_core.intake import answers
from skm_core.intake.answers import Value
from skm_core.intake.mapping.check import Masalah
from skm_core.intake.mapping.value import Kolom, answer_key
from skm_core.intake.mapping.worth import NEUTRAL, own_set, starts_at_the_top
from skm_core.intake.reading import Reading
from skm_core.intake.vocabulary import Vocabulary

STEPS = 4
SAME_SPELLING = 88
"""Likeness (0 to 100) from which two labels of one worth are two spellings of one answer."""
FOUR_ONLY = (
    "Kuesioner SKM hanya punya empat pilihan; skala lima atau enam tidak dapat diubah menjadi empat tanpa mengarang "
    "jawaban."
)


def problems(reading: Reading, vocabulary: Vocabulary) -> list[Masalah]:
    """What the answers of a mapped sheet say against the mapping, errors first."""
    found: list[Masalah] = []
    refused = [one for one in vocabulary.label_set if not one.boleh]
    scale = answers.Scale()
    for item, _ in reading.items.kolom.values():
        column, chosen = reading.column(item.kolom), reading.dipetakan.get(item.kolom)
        values = reading.values.get(item.kolom, [])
        if column is None or chosen is None:
            continue
        allowed = answers.label_sets(item, vocabulary.label_set)
        answers.weigh_scale(scale, column.index, values, allowed + own_set(chosen), refused)
        found += too_many(column.letter, chosen, values, allowed)
        found += direction(column.letter, chosen, values, allowed)
    if scale.longer:
        at, cell = scale.examples[0]
        letters = {column.index: column.letter for column in reading.columns}
        name = scale.names.most_common(1)[0][0]
        found.append(
            Masalah(f'Jawaban memakai skala {name} (kolom {letters[at]}: "{cut(cell)}"). {FOUR_ONLY}', salah=True)
        )
    return sorted(found, key=lambda one: (not one.salah, not one.tanya))


def too_many(
    letter: str, chosen: Kolom, values: Sequence[Value], allowed: Sequence[Mapping[str, int]]
) -> list[Masalah]:
    """More than four different answers are a longer scale; two on one worth are asked about."""
    worth = {label: value for label, value in chosen.jawaban if value.isdecimal()}
    groups: dict[str, list[list[Value]]] = {}
    for value in sorted(values, key=lambda one: -one.n):
        given = worth.get(answer_key(value.cell))
        if given is None:
            continue
        steps = groups.setdefault(given, [])
        alike = next((step for step in steps if any(_same(value, other, given, allowed) for other in step)), None)
        if alike is None:
            steps.append([value])
        else:
            alike.append(value)
    if middle := next((one.cell for one in values if one.label in NEUTRAL and answer_key(one.cell) in worth), None):
        sentence = (
            f'Kolom {letter}: "{cut(middle)}" adalah jawaban tengah, yang tidak ada dalam empat pilihan. {FOUR_ONLY}'
        )
        return [Masalah(sentence, True, False, chosen.target)]
    different = [step[0].cell for steps in groups.values() for step in steps]
    if len(different) > STEPS:
        shown = ", ".join(f'"{cut(cell)}"' for cell in different)
        sentence = f"Kolom {letter} memuat {len(different)} jawaban yang berbeda: {shown}. {FOUR_ONLY}"
        return [Masalah(sentence, True, False, chosen.target)]
    return [
        Masalah(
            f'Kolom {letter}: "{cut(steps[0][0].cell)}" dan "{cut(steps[1][0].cell)}" sama-sama dijadikan {given}. '
            "Benarkah keduanya jawaban yang sama?",
            tanya=True,
            target=chosen.target,
        )
        for given, steps in groups.items()
        if len(steps) > 1
    ]


def _same(one: Value, other: Value, given: str, allowed: Sequence[Mapping[str, int]]) -> bool:
    """True for two spellings of one answer: a number and its label, two labels known for it, or nearly equal texts."""
    a, b = one.label, other.label
    if a is None or b is None:
        numbers = {value.number for value in (one, other) if value.label is None}
        return numbers == {int(given)} or answer_key(one.cell) == answer_key(other.cell)
    known = [label for label in (a, b) if any(known.get(label) == int(given) for known in allowed)]
    return len(known) == 2 or fuzz.ratio(a, b) >= SAME_SPELLING


def direction(
    letter: str, chosen: Kolom, values: Sequence[Value], allowed: Sequence[Mapping[str, int]]
) -> list[Masalah]:
    """Asks about a scale that runs the other way than its words, its numbers or its header say."""
    worth = {label: int(value) for label, value in chosen.jawaban if value.isdecimal()}
    pairs = []
    best = answers.best_sets(values, allowed)
    for value in values:
        given = worth.get(answer_key(value.cell))
        if given is None:
            continue
        meant = {known[value.label] for known in best if value.label in known} if value.label else set()
        if value.label is None and value.number is not None:
            meant = {value.number}
        if len(meant) == 1:
            pairs.append((value, meant.pop(), given))
    odd = [(value, usual, given) for value, usual, given in pairs if usual != given]
    numbers = [(usual, given) for value, usual, given in pairs if value.label is None]
    if numbers and starts_at_the_top(chosen.judul) and any(usual == given for usual, given in numbers):
        sentence = f"Judul kolom {letter} menyebut 1 sebagai jawaban terbaik, tetapi angka dibaca apa adanya. Benar?"
        return [Masalah(sentence, tanya=True, target=chosen.target)]
    if not odd or (starts_at_the_top(chosen.judul) and all(value.label is None for value, _, _ in odd)):
        return []
    if len(pairs) >= 2 and all(usual + given == STEPS + 1 for _, usual, given in pairs):
        value, usual, given = max(pairs, key=lambda pair: pair[2])
        sentence = (
            f'Kolom {letter} tampak terbalik: "{cut(value.cell)}" dijadikan {given}, biasanya {usual}. Memang begitu?'
        )
        return [Masalah(sentence, tanya=True, target=chosen.target)]
    value, usual, given = odd[0]
    sentence = f'Kolom {letter}: "{cut(value.cell)}" dijadikan {given}, biasanya {usual}. Memang begitu?'
    return [Masalah(sentence, tanya=True, target=chosen.target)]
