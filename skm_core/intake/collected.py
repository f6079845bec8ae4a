"""Collects the findings of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from skm_core.findings import BARIS, BERKAS, CATALOGUE, PERINGATAN, Finding, cut
from skm_core.intake.misspelt import Spellings

MAX_PER_CODE = 1_000
"""Findings kept per code; beyond that only the total goes on."""


@dataclass(slots=True)
class Findings:
    """Collects findings: at most 1,000 per code are kept, all are counted.

    With `once` a finding about one cell or row is taken once, however many questionnaires its row holds.
    """

    kept: list[Finding] = field(default_factory=list)
    total: Counter[str] = field(default_factory=Counter)
    once: bool = False
    ejaan: Spellings = field(default_factory=Spellings)
    _known: set[tuple[object, ...]] = field(default_factory=set)
    _n_kept: Counter[str] = field(default_factory=Counter)

    def add(
        self,
        kode: str,
        *,
        lembar: str | None = None,
        baris: int | None = None,
        kolom: str | None = None,
        nilai: str | None = None,
        **words: object,
    ) -> None:
        """Add one finding; `words` fill the sentence of the catalogue."""
        if self.once:
            about = (kode, lembar, baris, kolom, nilai, words.get("blok"))
            if about in self._known:
                return
            self._known.add(about)
        self.total[kode] += 1
        self._n_kept[kode] += 1
        if self._n_kept[kode] > MAX_PER_CODE:
            return
        tingkat, sentence = CATALOGUE[kode]
        shown = cut(nilai)
        pesan = sentence.format(lembar=lembar, baris=baris, kolom=kolom, nilai=shown, **words)
        self.kept.append(Finding(kode, tingkat, lembar, baris, cut(kolom), shown, pesan))

    def count(self, kode: str, more: int) -> None:
        """Count findings that were not worth a sentence of their own any more."""
        if more > 0:
            self.total[kode] += more

    def extend(self, others: Iterable[Finding]) -> None:
        """Take over finished findings."""
        for finding in others:
            self.total[finding.kode] += 1
            self.kept.append(finding)

    @property
    def refused(self) -> bool:
        """True once the whole file is refused."""
        return any(CATALOGUE[kode][0] == BERKAS for kode in self.total)

    def sorted(self) -> tuple[Finding, ...]:
        """File first, then rows, then warnings; each in the order of the file."""
        order = {BERKAS: 0, BARIS: 1, PERINGATAN: 2}
        return tuple(sorted(self.kept, key=lambda f: (order[f.tingkat], f.lembar or "", f.baris or 0)))
