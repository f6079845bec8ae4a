"""How results are put in words: names inside a sentence, grades with their certainty, orders with their ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from skm_core.compare import Peringkat
from skm_core.results.measured import Measured
from skm_core.rules import N_SEMBUNYI, RULE_SETS
from skm_core.scoring import Score

MOST_NAMES = 2
SERVICES = ("layanan", "pejabat")
"""What has names that are written small inside a sentence; places are not."""
ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def kata(number: int) -> str:
    """Small whole numbers in words, as a sentence wants them."""
    return ANGKA[number] if number < len(ANGKA) else str(number)


def shown(score: Score | None) -> bool:
    """True if a screen may show the figure."""
    return score is not None and score.ikm is not None and score.n_kuesioner >= N_SEMBUNYI


def inside(name: str) -> str:
    """A name inside a sentence: "Ketertiban umum" → "ketertiban umum", "Biaya/Tarif" → "biaya/tarif"; PKK stays."""
    return "/".join(part[:1].lower() + part[1:] if part[1:2].islower() else part for part in name.split("/"))


def opening(names: Sequence[str]) -> list[str]:
    """Names or clauses that open a sentence: the first as it is written, the others as `inside`."""
    return [*names[:1], *map(inside, names[1:])]


def listed(names: Sequence[str], joint: str = "dan") -> str:
    """PKK; PKK dan posyandu; PKK, posyandu, dan PPSU. joint: the word before the last, "dan" or "atau"."""
    if len(names) < 3:
        return f" {joint} ".join(names)
    return f"{', '.join(names[:-1])}, {joint} {names[-1]}"


def in_words(score: Measured) -> str:
    """A grade with its certainty: "baik", "antara baik dan sangat baik", "belum pasti mutunya".

    Without an interval "belum dapat dipastikan mutunya".
    """
    if score.mutu is None:
        return "tanpa mutu"
    if score.mutu_pasti:
        return score.mutu.kinerja.lower()
    if score.rentang is None:
        return "belum dapat dipastikan mutunya"
    both = [score.mutu.huruf, score.mutu_mungkin]
    words = [grade.kinerja.lower() for grade in reversed(RULE_SETS[score.aturan[0]].mutu) if grade.huruf in both]
    return f"antara {words[0]} dan {words[1]}" if len(words) > 1 else "belum pasti mutunya"


def ends(urutan: Sequence[Peringkat], names: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Names of the parts than which none is higher for certain, and of those than which none is lower.

    Only parts with a name take part. Of a panel the highest and the lowest value.
    """
    kept = [one for one in urutan if one.kunci in names]
    if kept and kept[0].kelompok.panel:
        best = [names[one.kunci] for one in kept if one.ikm == kept[0].ikm]
        return best, [names[one.kunci] for one in kept if one.ikm == kept[-1].ikm]
    best = [names[one.kunci] for at, one in enumerate(kept) if all(other.kunci in one.setara for other in kept[:at])]
    worst = [
        names[one.kunci] for at, one in enumerate(kept) if all(other.kunci in one.setara for other in kept[at + 1 :])
    ]
    return best, worst


def range_of(urutan: Sequence[Peringkat], scores: Iterable[tuple[str, str, Measured | None]], what: str) -> str:
    """Posyandu tertinggi, ketertiban umum terendah; or that parts cannot be told apart. `scores`: key, name, figure."""
    names = {key: name for key, name, score in scores if shown(score)}
    best, worst = ends(urutan, names)
    if not best:
        return f"Belum ada {what} yang dapat dinilai"
    if len(names) == 1:
        return f"Hanya {inside(best[0]) if what in SERVICES else best[0]} yang dapat dinilai"
    if len(best) == len(worst) == len(names):
        return f"{kata(len(names)).capitalize()} {what} belum dapat dibedakan"
    top, bottom = _place(best, what, "tertinggi"), _place(worst, what, "terendah")
    if set(best) & set(worst):  # some can be told apart neither from the highest nor from the lowest
        return _apart([one for one in urutan if one.kunci in names], names, what)
    return f"{top}, {inside(bottom) if what in SERVICES or len(worst) > MOST_NAMES else bottom}"


def _apart(kept: Sequence[Peringkat], names: Mapping[str, str], what: str) -> str:
    """Only the pairs that can be told apart: "Palmerah lebih rendah daripada Taman Sari; selebihnya …"."""
    certain = [
        (high.kunci, low.kunci)
        for at, high in enumerate(kept)
        for low in kept[at + 1 :]
        if low.kunci not in high.setara
    ]
    higher, lower = (list(dict.fromkeys(side)) for side in zip(*certain, strict=True))
    rest = "selebihnya belum dapat dibedakan"

    def some(keys: Sequence[str]) -> list[str]:
        said = [names[key] for key in keys]
        return opening(said) if what in SERVICES else said

    if len(certain) == len(higher) * len(lower) and min(len(higher), len(lower)) == 1:
        said, than, word = (lower, higher, "lebih rendah") if len(lower) == 1 else (higher, lower, "lebih tinggi")
        others = [inside(names[key]) if what in SERVICES else names[key] for key in than]
        many = listed(others) if len(others) <= MOST_NAMES else f"{kata(len(others))} {what} lain"
        return f"{names[said[0]]} {word} daripada {many}; {rest}"
    for side, word in ((lower, "lebih rendah"), (higher, "lebih tinggi")):
        if len(side) <= MOST_NAMES:
            return f"{listed(some(side))} {word} daripada sebagian {what} lain; {rest}"
    return f"{kata(len(certain)).capitalize()} pasang {what} dapat dibedakan, selebihnya belum"


def _place(names: Sequence[str], what: str, word: str) -> str:
    tie = "setara "
    if len(names) > MOST_NAMES:
        return f"{kata(len(names)).capitalize()} {what} {tie}{word}"
    if what in SERVICES:
        names = opening(names)
    return f"{listed(names)} {tie if len(names) > 1 else ''}{word}"


def weakest(names: Sequence[str], n: int, score: Score) -> str:
    """Pengaduan paling rendah; ties by name as long as they are few. `names` of `n` unsur, in their order."""
    if not shown(score):
        return "Jawaban belum cukup untuk ditampilkan"
    if not names:
        return "Belum ada unsur yang dijawab"
    if len(names) == n > 1:
        return f"{kata(n).capitalize()} unsur belum dapat dibedakan"
    if len(names) > MOST_NAMES + 1:
        return f"{kata(len(names)).capitalize()} unsur setara paling rendah"
    return f"{listed(opening(names))} {'setara ' if len(names) > 1 else ''}paling rendah"
