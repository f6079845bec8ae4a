"""What of a figure may be shown, and its words: the same rule and the same text for screens and documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.rules import N_SEMBUNYI
from skm_core.scoring import Score
from skm_core.writing import angka

TERSEMBUNYI = f"n kurang dari {N_SEMBUNYI}, tidak ditampilkan"
DITAHAN = "tidak ditampilkan"
"""Of a number of people that is withheld, be it small or withheld with a small one."""
TANPA_DATA = "tanpa data"
TANPA_RENTANG = "tanpa rentang"
TIDAK_ACAK = "Responden tidak dipilih acak"
ARTI_PASTI = f"{TIDAK_ACAK}: yang pasti di sini hanya di luar kebetulan survei, belum tentu berlaku bagi semua warga."
"""What a verdict means there."""
SEMUA_SAMA = f"{TANPA_RENTANG}: semua jawaban sama"
PANEL = "panel tertutup"
BELUM_PASTI = "mutu belum pasti"
SEDIKIT = "sedikit jawaban"
T = TypeVar("T")


def visible(score: Score | None) -> Decimal | None:
    """The published IKM if it may be shown, else None: it is withheld below ten questionnaires."""
    return None if score is None or score.n_kuesioner < N_SEMBUNYI else score.ikm


def not_random(score: Measured) -> bool:
    """The figure has an interval, and its respondents were not drawn at random: a verdict must say so."""
    return score.rentang is not None and score.presisi is not None and score.presisi.indikatif


def untold(counted: Mapping[str | None, int]) -> frozenset[str | None]:
    """Of the people of one selection by group, each in one (None: left blank), the groups whose number is not told.

    Groups below ten people; and as many more as are needed until what is not told is two or more that hold ten people
    together, so that the total less what is told gives no small group. How many left it blank goes first, because it
    costs no figure, then the smallest group. That alone is told at any size: it says nothing of anybody.
    """
    groups = {word: n for word, n in counted.items() if word is not None and n}
    hidden = {word for word, n in groups.items() if n < N_SEMBUNYI}
    more: list[str | None] = [*sorted(groups.keys() - hidden, key=lambda word: (groups[word], word))]
    if counted.get(None):
        more.insert(0, None)
    kept = set[str | None](hidden)
    while kept and more and (len(kept) < 2 or sum(counted[word] for word in kept) < N_SEMBUNYI):
        kept.add(more.pop(0))
    return frozenset(kept)


def answers(unsur: MeasuredUnsur) -> int:
    """Questionnaires that answered the unsur: the most answered of its items."""
    return max((item.n_jawaban for item in unsur.butir), default=0)


def visible_nrr(unsur: MeasuredUnsur | None) -> Decimal | None:
    """The published NRR if it may be shown, else None."""
    return None if unsur is None or answers(unsur) < N_SEMBUNYI else unsur.nrr_terbit


def visible_unsur(score: Measured) -> frozenset[str]:
    """Keys of the unsur whose NRR may be shown: only these may be named as the lowest or the highest."""
    return frozenset(part.kunci for part in score.unsur if visible_nrr(part) is not None)


def highest_first(rows: Iterable[T], score: Callable[[T], Score | None]) -> list[T]:
    """The rows by IKM, equal ones in the order given; those that may not be shown follow in the order given.

    Hidden figures take no place in an order: it would tell what is withheld.
    """
    return sorted(rows, key=lambda row: (1, 0) if (value := visible(score(row))) is None else (0, -value))


def lowest_first(rows: Iterable[T], unsur: Callable[[T], MeasuredUnsur | None]) -> list[T]:
    """The rows by NRR, weakest first, equal ones in the order given; hidden ones follow as in `highest_first`."""
    return sorted(rows, key=lambda row: (1, 0) if (value := visible_nrr(unsur(row))) is None else (0, value))


def margin(figure: Measured | MeasuredUnsur) -> str:
    """ "± 1,84", or that there is no interval."""
    return TANPA_RENTANG if figure.plus_minus is None else f"±\N{NO-BREAK SPACE}{angka(figure.plus_minus)}"


def reasoned_margin(score: Measured) -> str:
    """As `margin`, and why there is no interval if nothing varies; for where there is room."""
    sure = score.presisi
    return SEMUA_SAMA if sure and sure.tanpa_ragam and not sure.klaster else margin(score)


def doubt(score: Measured) -> str:
    """What must be said of an uncertain mutu: "mungkin A", "mutu belum pasti", or nothing."""
    if score.mutu_pasti:
        return ""
    return f"mungkin {score.mutu_mungkin}" if score.mutu_mungkin else BELUM_PASTI


def ikm_text(score: Measured | None) -> str:
    """Plain text of an IKM: "82,35 ± 1,84 · B, mungkin A · n 1.600"; in words where there is none to show."""
    value = visible(score)
    if score is None or score.ikm is None:
        return TANPA_DATA
    if value is None:
        return TERSEMBUNYI
    grade = score.mutu.huruf if score.mutu else PANEL if score.panel else ""
    grade = ", ".join(part for part in (grade, doubt(score)) if part)
    shown = f"{angka(value)}{' ' if score.rentang else ' · '}{reasoned_margin(score)}"
    return " · ".join(part for part in (shown, grade, f"n {angka(score.n_kuesioner)}") if part)


def nrr_text(unsur: MeasuredUnsur | None) -> str:
    """Plain text of an NRR: "3,294 ± 0,051 · n 1.598"; in words where there is none to show."""
    if unsur is None or unsur.nrr is None:
        return "tidak ada jawaban"
    value = visible_nrr(unsur)
    if value is None:
        return TERSEMBUNYI
    return f"{angka(value)}{' ' if unsur.rentang else ' · '}{margin(unsur)} · n {angka(answers(unsur))}"
