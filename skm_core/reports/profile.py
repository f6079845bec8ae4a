"""Respondents by profile, each person counted once, in the order a reader expects."""

from __future__ import annotations

from collections.abc import Mapping

from skm_core import queries
from skm_core.reports.parts import Profil
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import Pilihan

BIDANG = {"jenis_kelamin": "Jenis kelamin", "usia": "Usia", "pendidikan": "Pendidikan", "pekerjaan": "Pekerjaan"}
PENDIDIKAN = ("SD", "SMP", "SMA", "D1", "D2", "D3", "S1", "S2", "S3")
MOST = 8
"""Answers shown apart; the rarest beyond that are summed as "Lainnya"."""
OTHERS = "Lainnya"
_WORDS = {"L": "Laki-laki", "P": "Perempuan", "<20": "Di bawah 20 tahun", "60+": "60 tahun ke atas"}


def profile(store: Store, pilihan: Pilihan) -> tuple[Profil, ...]:
    """The four fields of the profile, in the order of the form; a field nobody filled has no rows."""
    found: dict[str, dict[str | None, int]] = {key: {} for key in BIDANG}
    for row in queries.rows(store, "profil_responden", **selection(pilihan)):
        found[row["bidang"]][row["jawaban"]] = int(row["n"])
    return tuple(
        Profil(key, title, _rows(key, {word: n for word, n in found[key].items() if word}), found[key].get(None, 0))
        for key, title in BIDANG.items()
    )


def _rows(field: str, counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    if field == "usia":  # by the first age: "<20" stands before "20-29"
        return tuple((_age(word), counted[word]) for word in sorted(counted, key=lambda word: (word != "<20", word)))
    if field == "jenis_kelamin":
        return tuple((_WORDS[word], counted[word]) for word in sorted(counted))
    common = sorted((word for word in counted if word != OTHERS), key=lambda word: (-counted[word], word))
    room = MOST if len(common) <= MOST and OTHERS not in counted else MOST - 1
    if field == "pendidikan":
        known = [word for word in PENDIDIKAN if word in counted]
        common = [*known, *(word for word in common if word not in PENDIDIKAN)]
        room = max(room, len(known))
    kept, rest = common[:room], common[room:]
    others = sum(counted[word] for word in rest) + counted.get(OTHERS, 0)
    return tuple((word, counted[word]) for word in kept) + (((OTHERS, others),) if others else ())


def _age(word: str) -> str:
    return _WORDS.get(word) or f"{word.replace('-', '–')} tahun"
