"""The ways in which agencies compute an IKM, as chains of steps, and the search for the one a sheet has used.

The exact way has no departure. Each rounding on the way, each rounded weight and each other divisor costs; the
cheapest chain that gives every figure the sheet states is taken for the one it used. A step whose stated figures the
chain gives only when it rounds them for display costs a little, too: a spreadsheet stores what it computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from skm_core.recount.claims import IKM, JUMLAH, NRR, TERTIMBANG, TOTAL, Claims, N
from skm_core.recount.sheet import Number, Sheet
from skm_core.rules import KONVERSI, round_half_up
from skm_core.writing import angka

HALF_UP, CUT, EVEN = "dibulatkan", "dipotong menjadi", "dibulatkan ke genap menjadi"
PLACES = {0: "tanpa desimal", 1: "satu desimal", 2: "dua desimal", 3: "tiga desimal", 4: "empat desimal"}
NEAR = Fraction(1, 10**6)
"""Computed numbers carry the noise of binary arithmetic; figures this close are the same."""
RARE, MAX_COST = 3, 9
EQUAL = 1
"""Chains whose costs differ by no more are equally simple: the costs are a judgement, not a measurement."""

Rounding = tuple[str, int] | None
_OF_NRR: tuple[Rounding, ...] = (
    None, (HALF_UP, 2), (HALF_UP, 3), (HALF_UP, 4), (HALF_UP, 1), (CUT, 2), (CUT, 3), (CUT, 1), (EVEN, 2), (EVEN, 3),
    (HALF_UP, 0),
)  # fmt: skip
_OF_WEIGHTED: tuple[Rounding, ...] = (None, (HALF_UP, 2), (HALF_UP, 3), (HALF_UP, 4), (CUT, 2), (CUT, 3))
_OF_TOTAL: tuple[Rounding, ...] = (None, (HALF_UP, 2), (HALF_UP, 3), (CUT, 2))


@dataclass(frozen=True, slots=True)
class Chain:
    """One way of computing: what departs from the exact way, in the order of the steps, and the IKM it gives."""

    beda: tuple[str, ...]
    biaya: int
    ikm: Fraction


def rounded(value: Fraction, how: Rounding) -> Fraction:
    """A number rounded or cut as others do it. Half to even and cutting occur in their programs, never in ours."""
    if how is None:
        return value
    mode, places = how
    if mode == HALF_UP:
        return Fraction(round_half_up(value, places))
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if mode == EVEN and (2 * rest > scaled.denominator or (2 * rest == scaled.denominator and whole % 2)):
        whole += 1
    return Fraction(whole, 10**places)


def fits(value: Fraction, stated: Number) -> bool:
    """True if a number, shown with the decimals of the stated one, is that one."""
    if stated.desimal is None:
        return abs(value - stated.nilai) < NEAR
    return abs(value - stated.nilai) <= Fraction(1, 2 * 10**stated.desimal) + NEAR / 1000


def fits_index(value: Fraction, stated: Number) -> bool:
    """As `fits`, but an index is rounded half-up to two decimals; a spreadsheet drops the last zeros of 84,50."""
    if Fraction(round_half_up(value, 2)) == stated.nilai:
        return True
    return (stated.desimal is None or stated.desimal > 2) and fits(value, stated)


def weights(k: int) -> list[tuple[Fraction, int, str]]:
    """(weight, cost, words) of the weights in use for k unsur: the exact one first."""
    found = [(Fraction(1, k), 0, "")]
    texts = [str(round_half_up(Fraction(1, k), places)) for places in (2, 3, 4)]
    for text in dict.fromkeys([*texts, "0.11", "0.111", "0.1111", "0.1", "0.12", "0.071"]):
        if Fraction(text) != Fraction(1, k):
            cost = 2 if text in texts else RARE
            found.append((Fraction(text), cost, f"dikali {angka(Decimal(text))}, bukan 1/{k}"))
    return found


def find_chains(sheet: Sheet, claims: Claims) -> list[Chain]:
    """The simplest chains that give every stated figure, the commonest practice first; empty if none does."""
    columns = [index for index in range(len(sheet.kolom)) if sheet.answers(index)]
    stated = {name: _by_column(claims, name) for name in (JUMLAH, NRR, TERTIMBANG)}
    total, index = (next(iter(claims.of(name).values()), None) for name in (TOTAL, IKM))
    fitting: list[Chain] = []
    limit = MAX_COST
    averages = [
        nrr for base in _bases(sheet, claims, columns, stated[JUMLAH]) for nrr in _averages(base, columns, stated[NRR])
    ]
    if not averages and all(column in stated[NRR] for column in columns):
        averages = [_Way([stated[NRR][column].nilai for column in columns], ("NRR yang tertulis dipakai",), 5)]
    for nrr in averages:
        if nrr.biaya <= limit:
            for chain in _indexes(
                nrr, len(columns), columns, stated[TERTIMBANG], total.angka if total else None, limit
            ):
                exact, cut = index is None or fits_index(chain.ikm, index.angka), None
                if index and not exact:
                    cut = _last_rounding(chain.ikm, index.angka)
                    if cut is None:
                        continue
                done = Chain(chain.beda + ((cut,) if cut else ()), chain.biaya + (RARE if cut else 0), chain.ikm)
                if done.biaya <= limit:
                    fitting.append(done)
                    limit = min(limit, done.biaya + EQUAL)
    return _simplest([chain for chain in fitting if chain.biaya <= limit])


def _simplest(chains: Sequence[Chain]) -> list[Chain]:
    """The cheapest; before one that cuts or rounds to even, ways in common use that cost little more.

    Of chains that only add a step to each other the cheaper one stays.
    """
    least = min((one.biaya for one in chains), default=0)
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda one: one.biaya):
        steps = set(chain.beda)
        known = any(steps <= set(one.beda) or steps >= set(one.beda) for one in kept)
        if not known and (chain.biaya == least or (_is_rare(kept[0]) and not _is_rare(chain))):
            kept.append(chain)
    return sorted(kept, key=_is_rare)


def _is_rare(chain: Chain) -> bool:
    return any(mode in step for step in chain.beda for mode in (CUT, EVEN))


def _by_column(claims: Claims, langkah: str) -> Mapping[int, Number]:
    return {column: one.angka for column, one in claims.of(langkah).items() if column is not None}


@dataclass(frozen=True, slots=True)
class _Way:
    """A chain half done: a number per question, with the departures so far."""

    nilai: Sequence[Fraction]
    beda: tuple[str, ...]
    biaya: int


def _bases(sheet: Sheet, claims: Claims, columns: Sequence[int], stated: Mapping[int, Number]) -> list[_Way]:
    """Exact averages by the divisors in use: the answers given, all rows, a stated number of respondents."""
    own = [Fraction(sheet.total(i)) for i in columns]
    sums = [Fraction(stated[i].nilai) if i in stated else total for i, total in zip(columns, own, strict=True)]
    n, given = len(sheet.jawaban), [len(sheet.answers(i)) for i in columns]
    ways = [_Way([total / count for total, count in zip(sums, given, strict=True)], (), 0)]
    if sums != own:
        words = "NRR dihitung dari jawabannya, bukan dari jumlah yang tertulis"
        ways.append(_Way([total / count for total, count in zip(own, given, strict=True)], (words,), RARE))
    if any(count != n for count in given):
        ways.append(_Way([total / n for total in sums], ("jawaban kosong dihitung 0",), 2))
    told = claims.of(N).get(None)
    others = {int(told.angka.nilai)} if told else set()
    for count in sorted({*others, n - 1, n + 1} - {n, 0}):
        ways.append(_Way([total / count for total in sums], (f"dibagi {count}, padahal ada {n} kuesioner",), 4))
    return ways


def _averages(base: _Way, columns: Sequence[int], stated: Mapping[int, Number]) -> Iterator[_Way]:
    """The NRR that is used further on. A sheet may show them whole and round them only where it multiplies them."""
    whole = _all_fit(columns, base.nilai, stated)
    for how in _OF_NRR:
        values = [rounded(value, how) for value in base.nilai]
        if whole or _all_fit(columns, values, stated):
            shown = _only_shown(columns, values, stated)
            yield _Way(values, base.beda + _words("NRR", how), base.biaya + _cost(how) + shown)


def _all_fit(columns: Sequence[int], values: Sequence[Fraction], stated: Mapping[int, Number]) -> bool:
    return all(i not in stated or fits(value, stated[i]) for i, value in zip(columns, values, strict=True))


def _indexes(
    nrr: _Way, k: int, columns: Sequence[int], stated: Mapping[int, Number], total: Number | None, limit: int
) -> Iterator[Chain]:
    for weight, cost, words in weights(k):
        exact = [value * weight for value in nrr.nilai]
        for how in _OF_WEIGHTED:
            biaya = nrr.biaya + cost + _cost(how)
            if biaya > limit:
                continue
            values = [rounded(value, how) for value in exact]
            if not _all_fit(columns, values, stated):
                continue
            biaya += _only_shown(columns, values, stated)
            beda = nrr.beda + ((words,) if words else ()) + _words("NRR tertimbang", how)
            whole = sum(values, Fraction(0))
            for last in _OF_TOTAL:
                result = rounded(whole, last)
                if total is None or fits(result, total):
                    shown = int(total is not None and abs(result - total.nilai) > NEAR)
                    yield Chain(beda + _words("jumlahnya", last), biaya + _cost(last) + shown, result * KONVERSI)


def _only_shown(columns: Sequence[int], values: Sequence[Fraction], stated: Mapping[int, Number]) -> int:
    """1 if the stated figures are these values only when they are rounded for display."""
    pairs = zip(columns, values, strict=True)
    return int(any(i in stated and abs(value - stated[i].nilai) > NEAR for i, value in pairs))


def _last_rounding(value: Fraction, stated: Number) -> str | None:
    for how in ((CUT, 2), (HALF_UP, 1), (HALF_UP, 0), (CUT, 1), (CUT, 0), (EVEN, 2)):
        if rounded(value, how) == stated.nilai:
            return _words("IKM", how)[0]
    return None


def _words(what: str, how: Rounding) -> tuple[str, ...]:
    return (f"{what} {how[0]} {PLACES[how[1]]}",) if how else ()


def _cost(how: Rounding) -> int:
    if how is None:
        return 0
    return 2 if how[0] == HALF_UP and how[1] in (2, 3) else RARE
