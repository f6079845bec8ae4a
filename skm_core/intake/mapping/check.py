"""Checks a mapping by itself: what contradicts, what is missing, what may never be mapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from skm_core.findings import cut
from skm_core.intake.columns import SEVERAL
from skm_core.intake.headers import MEANING
from skm_core.intake.mapping.place import asks_who
from skm_core.intake.mapping.value import Kolom, Pemetaan
from skm_core.intake.vocabulary import Vocabulary
from skm_core.terms import Butir


@dataclass(frozen=True, slots=True)
class Masalah:
    """One thing to say of a mapping. `salah`: it cannot be used like this; `tanya`: a person must confirm it.

    Neither: a note. `target`: the item or field concerned, empty for the mapping as a whole.
    """

    pesan: str
    salah: bool = False
    tanya: bool = False
    target: str = ""


def check(mapping: Pemetaan, vocabulary: Vocabulary, letters: Mapping[tuple[str, int], str]) -> list[Masalah]:
    """Everything that can be said without looking at the answers. `letters`: `Kolom.key` → letter in the file."""
    if mapping.instrumen not in vocabulary.instrumen:
        known = ", ".join(vocabulary.instrumen)
        return [Masalah(f'Kuesioner "{mapping.instrumen}" tidak dikenal. Yang ada: {known}.', salah=True)]
    asked = {item.kolom: item for item in vocabulary.instrumen[mapping.instrumen].butir}
    found: list[Masalah] = []
    by_target: dict[str, list[Kolom]] = defaultdict(list)
    for one in mapping.used:
        by_target[one.target].append(one)
        where = _where(one, letters)
        if one.is_item and one.target not in asked:
            found.append(Masalah(f"{where} dijadikan butir {one.target}, yang tidak ada di kuesioner ini.", salah=True))
        if asks_who(one.judul):
            found.append(
                Masalah(
                    f"{where} berisi data pribadi. Kolom seperti itu hanya dapat diabaikan.", True, False, one.target
                )
            )
        worth: dict[str, str] = {}
        for label, value in one.jawaban:
            if worth.setdefault(label, value) != value:
                found.append(
                    Masalah(f'{where}: jawaban "{label}" diberi dua nilai yang berbeda.', True, False, one.target)
                )
    for target, columns in by_target.items():
        if len(columns) > 1 and target not in SEVERAL:
            both = " dan ".join(_where(one, letters) for one in columns[:2])
            meaning = _called(asked[target], vocabulary) if target in asked else MEANING.get(target, target)
            found.append(Masalah(f"{both} sama-sama dijadikan {meaning}. Sisakan satu.", True, False, target))
    items = [target for target in by_target if target in asked]
    if not items:
        found.append(Masalah("Belum ada satu kolom pun yang dijadikan pertanyaan survei.", salah=True))
    absent = [item for item in asked.values() if item.kolom not in by_target and item.peran != "tambahan"]
    if items and absent:
        names = ", ".join(_called(item, vocabulary) for item in absent)
        found.append(Masalah(f"Tanpa kolom: {names}. Indeks dihitung dari pertanyaan yang ada saja."))
    return sorted(found, key=lambda one: not one.salah)


def _called(item: Butir, vocabulary: Vocabulary) -> str:
    unsur = vocabulary.unsur.get(item.unsur_kunci or "")
    return unsur.nama if unsur else item.teks


def _where(one: Kolom, letters: Mapping[tuple[str, int], str]) -> str:
    at = letters.get(one.key)
    return f'Kolom {at} ("{cut(one.judul)}")' if at else f'Kolom "{cut(one.judul)}"'
