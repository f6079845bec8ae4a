"""All words a file can be read by: questionnaires, unsur, answer scales, places, services and periode of one store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skm_core import reference, registry
from skm_core.intake.period_words import spoken
from skm_core.intake.periods import dated
from skm_core.intake.wording import words
from skm_core.reference import LabelSet, WilayahAlias
from skm_core.store import Store
from skm_core.terms import Instrumen, Layanan, Periode, Unsur, Wilayah


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the store knows, and the spellings of the reference files, ready for lookup by `wording.words`."""

    instrumen: Mapping[str, Instrumen]
    unsur: Mapping[str, Unsur]
    layanan: Mapping[str, Layanan]
    periode: Mapping[str, Periode]
    wilayah: Mapping[str, Wilayah]
    label_set: tuple[LabelSet, ...]
    wilayah_alias: tuple[WilayahAlias, ...]
    unsur_tepat: Mapping[str, frozenset[str]]
    """Whole header → unsur keys it can name (in different questionnaires)."""
    unsur_memuat: tuple[tuple[str, str], ...]
    """(part of a header, unsur key), longest first."""
    layanan_sebutan: Mapping[str, str]
    periode_sebutan: Mapping[str, str]

    def periode_of(self, text: str) -> str | None:
        """Code of the periode a text names: its name, its code, or the quarter, half year, month or year it spans.

        None if there is none, or if several span the same days.
        """
        if known := self.periode_sebutan.get(words(text)):
            return known
        code = spoken(text)
        days = dated(code) if code else None
        found = [one.kode for one in self.periode.values() if days and (one.mulai, one.selesai) == days]
        return found[0] if len(found) == 1 else None

    def labels(self) -> frozenset[str]:
        """Every answer word of the standard sets and the questionnaires, as `wording.words` gives it."""
        standard = (label for one in self.label_set for label in one.nilai)
        own = (label for one in self.instrumen.values() for item in one.butir for label in item.label)
        return frozenset(words(label) for label in (*standard, *own))

    def names(self) -> dict[str, tuple[str, ...]]:
        """The names a cell of each target can be meant for, as people write them."""
        places = self.wilayah.values()
        return {
            "kelurahan": tuple(one.nama for one in places if one.tingkat == "kelurahan"),
            "kecamatan": tuple(one.nama for one in places if one.tingkat == "kecamatan"),
            "layanan": tuple(one.nama for one in self.layanan.values()),
            "pengumpul": ("Kelurahan", "Kota"),
        }


def vocabulary(store: Store) -> Vocabulary:
    """Everything of one store, read once per file."""
    unsur, layanan, periode = registry.unsur(store), registry.layanan(store), registry.periode(store)
    whole: dict[str, set[str]] = {}
    for one in unsur.values():
        for text in (one.kunci, one.nama, one.pendek):
            whole.setdefault(words(text), set()).add(one.kunci)
    parts = []
    for alias in reference.unsur_alias():
        if alias.cara == "tepat":
            whole.setdefault(words(alias.frasa), set()).add(alias.unsur_kunci)
        else:
            parts.append((words(alias.frasa), alias.unsur_kunci))
    sebutan = {words(alias): key for alias, key in reference.layanan_alias().items() if key in layanan}
    for service in layanan.values():
        sebutan |= {words(text): service.kode for text in (service.kode, service.nama, service.kepanjangan)}
    return Vocabulary(
        instrumen=registry.instrumen(store),
        unsur=unsur,
        layanan=layanan,
        periode=periode,
        wilayah=registry.wilayah(store),
        label_set=reference.label_set(),
        wilayah_alias=reference.wilayah_alias(),
        unsur_tepat={text: frozenset(keys) for text, keys in whole.items()},
        unsur_memuat=tuple(sorted(parts, key=lambda part: -len(part[0]))),
        layanan_sebutan=sebutan,
        periode_sebutan={words(text): p.kode for p in periode.values() for text in (p.nama, p.kode)},
    )
