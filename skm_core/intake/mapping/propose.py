"""Proposes what every column of a sheet means, with how certain that is and why, for a person to confirm or change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import duckdb

from skm_core.findings import cut
from skm_core.intake.columns import SEVERAL, ColumnMap
from skm_core.intake.header_row import Head
from skm_core.intake.headers import IGNORED, PERSONAL, leading_number
from skm_core.intake.mapping.contents import Isi, contents, field_of, looks_like_answers, unsur_of
from skm_core.intake.mapping.likeness import (
    BY_WORD,
    EXACT,
    LIKELY,
    SURE,
    everyday,
    field_likeness,
    item_likeness,
    names_of,
)
from skm_core.intake.mapping.place import head_at, must_drop
from skm_core.intake.mapping.value import Kolom, Pemetaan, keys_of
from skm_core.intake.places import Gazetteer, gazetteer
from skm_core.intake.raw import Sheet
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import letter
from skm_core.terms import Instrumen

YAKIN, MUNGKIN, TIDAK_TAHU = "yakin", "mungkin", "tidak tahu"
BY_CONTENT, BY_ORDER = 85.0, 70.0
"""Likeness that the content of a column, and that its place among numbered questions, is worth."""
MAX_STEPS = 6
"""Different values up to which a column that nothing else explains may be a question."""


@dataclass(frozen=True, slots=True)
class Usul:
    """The proposal for one column: what it seems to carry, how certain ('yakin', 'mungkin', 'tidak tahu'), and why.

    `contoh`: up to three different values, NIK and the like masked; `n`: filled cells among those looked at.
    """

    index: int
    letter: str
    judul: str
    ke: int
    target: str
    keyakinan: str
    sebab: str
    n: int
    contoh: tuple[str, ...]

    @property
    def pribadi(self) -> bool:
        """True if the column is dropped whatever is wished."""
        return self.target == PERSONAL

    @property
    def kolom(self) -> Kolom:
        """The column as the proposal would have it."""
        return Kolom(self.judul, self.target, self.ke)


@dataclass(frozen=True, slots=True)
class Usulan:
    """The proposal for a sheet: questionnaire, header row, and every column with a header or content, in file order."""

    instrumen: str
    head: Head
    kolom: tuple[Usul, ...]

    @property
    def pemetaan(self) -> Pemetaan:
        """The proposal as a mapping, without answers."""
        return Pemetaan(self.instrumen, tuple(one.kolom for one in self.kolom))


@dataclass(frozen=True, slots=True)
class _Guess:
    index: int
    target: str
    score: float
    why: str


def propose(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    baris: int,
    vocabulary: Vocabulary,
    *,
    instrumen: str | None = None,
    known: Iterable[ColumnMap] = (),
) -> Usulan:
    """What the columns under this header row seem to mean. Without `instrumen`: the questionnaire that fits best.

    `known` is what recognition found for the same header row; it comes first.
    """
    head = head_at(sheet, baris)
    held = contents(cursor, sheet, head)
    places = gazetteer(vocabulary)
    recognised = {one.index: one.target for one in known if one.target not in (IGNORED, PERSONAL)}
    fields = _field_guesses(sheet, head, held, vocabulary, places)
    choices = [vocabulary.instrumen[instrumen]] if instrumen else list(vocabulary.instrumen.values())
    settled = {
        one.kode: _settle(
            [*_item_guesses(sheet, head, held, vocabulary, one), *fields], recognised if len(choices) == 1 else {}
        )
        for one in choices
    }
    best = max(settled, key=lambda kode: _fit(settled[kode], vocabulary.instrumen[kode]))
    if recognised and instrumen is None:
        settled[best] = _settle(
            [*_item_guesses(sheet, head, held, vocabulary, vocabulary.instrumen[best]), *fields], recognised
        )
    ordered = _by_order(sheet, head, held, vocabulary.instrumen[best], settled[best])
    return Usulan(best, head, tuple(_usul(sheet, head, held, index, key, ordered) for index, key in _shown(head, held)))


def _shown(head: Head, held: list[Isi]) -> list[tuple[int, tuple[str, int]]]:
    keys = keys_of(head.cells)
    return [(index, key) for index, key in enumerate(keys) if head.cells[index].strip() or held[index].n]


def _usul(
    sheet: Sheet, head: Head, held: list[Isi], index: int, key: tuple[str, int], found: Mapping[int, _Guess]
) -> Usul:
    header, guess = head.cells[index], found.get(index)
    usul = Usul(index, letter(index), header, key[1], IGNORED, TIDAK_TAHU, "", held[index].n, ())
    if must_drop(sheet, index, header):
        return replace(usul, target=PERSONAL, keyakinan=YAKIN, sebab="data pribadi")
    usul = replace(usul, contoh=tuple(cut(cell) or "" for cell in held[index].contoh))
    if guess is None:
        return replace(usul, sebab="kosong", keyakinan=YAKIN) if not held[index].n else usul
    certainty = YAKIN if guess.score >= SURE else MUNGKIN
    return replace(usul, target=guess.target, keyakinan=certainty, sebab=guess.why)


def _item_guesses(
    sheet: Sheet, head: Head, held: list[Isi], vocabulary: Vocabulary, instrumen: Instrumen
) -> list[_Guess]:
    names, found = names_of(instrumen, vocabulary), []
    by_unsur = {item.unsur_kunci: item.kolom for item in instrumen.butir if item.unsur_kunci}
    for index, header in enumerate(head.cells):
        if must_drop(sheet, index, header) or not held[index].n or not held[index].answers:
            continue
        is_scale = looks_like_answers(held[index], vocabulary)
        for target, own in names.items():
            score = item_likeness(header, own) if header.strip() else 0.0
            if score >= LIKELY:
                found.append(_Guess(index, target, score if is_scale else min(score, SURE - 1), "judul kolom"))
        said = everyday(header) & by_unsur.keys()
        if len(said) == 1:
            found.append(_Guess(index, by_unsur[next(iter(said))], BY_WORD, "kata di judulnya"))
        unsur = unsur_of(held[index], vocabulary)
        if unsur in by_unsur and sum(item.unsur_kunci == unsur for item in instrumen.butir) == 1:
            found.append(_Guess(index, by_unsur[unsur], BY_CONTENT, "pilihan jawabannya"))
    return found


def _field_guesses(
    sheet: Sheet, head: Head, held: list[Isi], vocabulary: Vocabulary, places: Gazetteer
) -> list[_Guess]:
    found = []
    for index, header in enumerate(head.cells):
        if must_drop(sheet, index, header):
            continue
        likeness = field_likeness(header) if header.strip() else {}
        content = field_of(held[index], vocabulary, places)
        for target, score in likeness.items():
            if score >= LIKELY:
                sure = score == EXACT or target == content
                found.append(_Guess(index, target, score if sure else min(score, SURE - 1), "judul kolom"))
        if content and likeness.get(content, 0.0) < BY_CONTENT:
            found.append(_Guess(index, content, BY_CONTENT, "isi kolomnya"))
    return found


def _settle(guesses: list[_Guess], recognised: Mapping[int, str]) -> dict[int, _Guess]:
    """One meaning a column and, but for free text, one column a meaning: the most certain first, then from the left."""
    found = {index: _Guess(index, target, float(EXACT), "dikenali") for index, target in recognised.items()}
    taken = {guess.target for guess in found.values() if guess.target not in SEVERAL}
    for guess in sorted(guesses, key=lambda one: (-one.score, one.index)):
        if guess.index in found or guess.target in taken:
            continue
        found[guess.index] = guess
        if guess.target not in SEVERAL:
            taken.add(guess.target)
    return found


def _fit(found: Mapping[int, _Guess], instrumen: Instrumen) -> tuple[float, int, int]:
    """Likeness in all; of equals a questionnaire of unsur, then the shorter one."""
    asked = {item.kolom for item in instrumen.butir}
    n_unsur = sum(1 for item in instrumen.butir if item.unsur_kunci)
    return sum(guess.score for guess in found.values() if guess.target in asked), min(n_unsur, 1), -len(asked)


def _by_order(
    sheet: Sheet,
    head: Head,
    held: list[Isi],
    instrumen: Instrumen,
    found: dict[int, _Guess],
) -> dict[int, _Guess]:
    """The questions that are left, in their order, where just as many answer columns are left; never certain.

    Numbers 8 and 9 mean pengaduan and sarana in either order, so those two are left to the person.
    """
    taken = {guess.target for guess in found.values()}
    left = [item for item in sorted(instrumen.butir, key=lambda one: one.urutan) if item.kolom not in taken]
    left = [item for item in left if item.peran != "tambahan"]
    free = [
        index
        for index, header in enumerate(head.cells)
        if index not in found and not must_drop(sheet, index, header) and 2 <= len(held[index].answers) <= MAX_STEPS
    ]
    numbers = [leading_number(head.cells[index]) for index in free]
    rising = [found[1] for found in numbers if found] == sorted(found[1] for found in numbers if found)
    if not left or len(left) != len(free) or not rising:
        return found
    unclear = {item.unsur_kunci for item in left} >= {"pengaduan", "sarana"}
    return found | {
        index: _Guess(index, item.kolom, BY_ORDER, "urutannya")
        for index, item in zip(free, left, strict=True)
        if not (unclear and item.unsur_kunci in ("pengaduan", "sarana"))
    }
