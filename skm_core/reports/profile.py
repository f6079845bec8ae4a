"""Respondents by profile, each person counted once, in the order a reader expects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from skm_core.reports.figure import KOSONG
from skm_core.reports.parts import Profil
from skm_core.results.people import BIDANG, LAINNYA, PENDIDIKAN, ages, answer, people
from skm_core.results.showing import untold
from skm_core.rules import N_SEMBUNYI
from skm_core.store import Store
from skm_core.terms import Pilihan

MOST = 8
"""Answers shown apart; the rarest beyond that are summed as "Lainnya"."""


def profile(store: Store, pilihan: Pilihan) -> tuple[Profil, ...]:
    """The four fields of the profile, in the order of the form; a field nobody filled has no rows.

    What Responden does not tell is not told here either, nor can it be worked out from both.
    """
    found = people(store, pilihan)
    return tuple(_field(key, title, found[key]) for key, title in BIDANG.items())


def untold_note(fields: Iterable[Profil]) -> str:
    """Why a table of these fields has dashes; "" where it has none."""
    if all(n is not None for one in fields for _, n in one.semua):
        return ""
    return (
        f"{KOSONG}: tidak ditampilkan, karena di bawah {N_SEMBUNYI} orang, atau karena bagian sekecil itu dapat "
        "dihitung darinya."
    )


def _field(key: str, title: str, answered: Mapping[str | None, int]) -> Profil:
    closed = untold(answered)
    counted = {word: n for word, n in answered.items() if word}
    rows = _rows(key, counted, closed)
    return Profil(key, title, rows, None if None in closed else answered.get(None, 0))


def _rows(field: str, counted: Mapping[str, int], closed: frozenset[str | None]) -> tuple[tuple[str, int | None], ...]:
    told = {word: None if word in closed else n for word, n in counted.items()}
    if field in ("usia", "jenis_kelamin"):
        return tuple((answer(field, word), told[word]) for word in (ages if field == "usia" else sorted)(counted))
    common = sorted((word for word in counted if word != LAINNYA), key=lambda word: (-counted[word], word))
    room = MOST if len(common) <= MOST and LAINNYA not in counted else MOST - 1
    if field == "pendidikan":
        known = [word for word in PENDIDIKAN if word in counted]
        common = [*known, *(word for word in common if word not in PENDIDIKAN)]
        room = max(room, len(known))
    kept = common[:room]
    rest = [word for word in counted if word not in kept]
    return tuple((word, told[word]) for word in kept) + (((LAINNYA, _together(rest, counted, closed)),) if rest else ())


def _together(rest: Sequence[str], counted: Mapping[str, int], closed: frozenset[str | None]) -> int | None:
    """People of several answers as one; None unless it holds all that is not told, or none of it."""
    inside = closed.intersection(rest)
    return sum(counted[word] for word in rest) if not inside or inside == closed else None
