"""What one sheet holds: the questionnaires of one layanan and one questionnaire, with their exact figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from skm_core import counting, queries, reference, registry
from skm_core.reports.content import Content
from skm_core.scoring import Score, score_groups, selection
from skm_core.store import Store
from skm_core.terms import Instrumen, Layanan

MAKS_BARIS = 60_000
"""Above this many questionnaires the sheets carry sums instead of answers: a larger file opens slowly."""

Row = tuple[str, tuple[int, ...]]
"""Code of the place, and the answers in the order of the columns (0 = blank)."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """The columns of one unsur (or variabel): its key, and the places of its items among b1..b20, from 0.

    kepala: what stands above each of them.
    """

    kunci: str
    butir: tuple[int, ...]
    kepala: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """layanan None: several layanan together. baris is () where the answers are left out, see MAKS_BARIS."""

    layanan: Layanan | None
    instrumen: Instrumen
    kolom: tuple[Kolom, ...]
    score: Score
    baris: tuple[Row, ...]

    @property
    def sendiri(self) -> bool:
        """True for an agency's own questionnaire, which is known again by its code and the words of its questions."""
        return self.instrumen.kode not in {one.kode for one in reference.instrumen()}

    @property
    def lebar(self) -> int:
        """Number of answer columns."""
        return sum(len(one.butir) for one in self.kolom)


def parts(store: Store, c: Content) -> tuple[Part, ...]:
    """One part per layanan and questionnaire that was answered, in the order always shown."""
    known, services = registry.instrumen(store), registry.layanan(store)
    answers = _answers(store, c) if c.n_kuesioner <= MAKS_BARIS else {}
    found = []
    for group in counting.groups(store, c.pilihan, ["layanan"]):
        layanan, instrumen = str(group.layanan), known[group.instrumen]
        (score,) = score_groups([group], known)
        columns = _columns(c, score, instrumen)
        places = [at for one in columns for at in one.butir]
        rows = [
            (place, tuple(cells[at] for at in places)) for place, cells in answers.get((layanan, group.instrumen), ())
        ]
        found.append(Part(services[layanan], instrumen, columns, score, tuple(rows)))
    order = list(services)
    return tuple(sorted(found, key=lambda one: order.index(one.layanan.kode) if one.layanan else 0))


def pooled(store: Store, c: Content, of: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of each questionnaire together: one per instrumen."""
    known = {one.instrumen.kode: one for one in of}
    found = []
    for group in counting.groups(store, c.pilihan, []):
        (score,) = score_groups([group], registry.instrumen(store))
        found.append(replace(known[group.instrumen], layanan=None, score=score, baris=()))
    return tuple(found)


def _columns(c: Content, score: Score, instrumen: Instrumen) -> tuple[Kolom, ...]:
    """The unsur in the order of the document, headed U1..U9 where the questionnaire is that of a regulation."""
    number = {one.kunci: one.nomor for one in c.unsur}
    words = {item.kolom: item.teks for item in instrumen.butir}
    simple = instrumen.kode in {one.kode for one in reference.instrumen()}
    letter = "V" if score.panel else "U"
    return tuple(
        Kolom(
            one.kunci,
            tuple(int(item.kolom[1:]) - 1 for item in one.butir),
            tuple(f"{letter}{number[one.kunci]}" if simple else words[item.kolom] for item in one.butir),
        )
        for one in sorted(score.unsur, key=lambda one: number[one.kunci])
    )


def _answers(store: Store, c: Content) -> dict[tuple[str, str], list[tuple[str, tuple[int, ...]]]]:
    found = queries.columns(store, "buku_kerja_jawaban", **selection(c.pilihan))
    cells = zip(*(found[f"b{at}"].tolist() for at in range(1, counting.MAX_BUTIR + 1)), strict=True)
    keys = zip(found["layanan"].tolist(), found["instrumen"].tolist(), strict=True)
    rows = zip(keys, zip(found["wilayah"].tolist(), cells, strict=True), strict=True)
    return {key: [row for _, row in members] for key, members in groupby(rows, key=lambda pair: pair[0])}
