"""Cells that are no word a file can be read by: how often each occurs, and what a person lets it be read as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from skm_core.findings import cut
from skm_core.intake.nearest import nearest
from skm_core.intake.wording import plain

if TYPE_CHECKING:
    from skm_core.intake.columns import ColumnMap

Spot = tuple[str | None, str]
"""Sheet and column letter."""
Key = tuple[str, str, str]
"""Finding code, target, spelling."""
Cells = Mapping[str, tuple[int, int]]
"""Cell → in how many rows it stands, and the first of them."""
Read = Mapping[tuple[str, str], str]
"""(target, spelling as `same` gives it) → the word it is to be read as."""


@dataclass(frozen=True, slots=True)
class Anggapan:
    """A person's word that a cell of one target (`kelurahan`, `layanan`, b1…) means a known name, in every row.

    `arti` "" takes back a word that was said for the file this one mends.
    """

    kolom: str
    nilai: str
    arti: str


@dataclass(frozen=True, slots=True)
class Misspelt:
    """One spelling that stands for nothing known: finding code, target, cell, in how many rows, and where first.

    `judul` and `huruf`: heading and letter of its column; `pilihan`: the names it can be read as, none where that would
    be inventing an answer; `mungkin`: the one it is near to, "" if none is or two are.
    """

    kode: str
    kolom: str
    nilai: str
    n: int
    lembar: str | None
    baris: int
    judul: str
    huruf: str
    pilihan: tuple[str, ...] = ()
    mungkin: str = ""


_HARMLESS = re.compile(r"[.,;:!]+$|(?<!\d)[.'\"’‘“”`](?!\d)|(?<=[^\W\d])[-‐–_](?=[^\W\d])")
"""Signs that say nothing: at the end, a dot or quotation mark beside no digit, what joins two words."""


def same(cell: str) -> str:
    """The spelling of a cell: what differs only in case, spaces and harmless signs is one.

    Any other sign counts: "3+" is not "3-", nor "puas 👍" the same as "puas 👎".
    """
    return " ".join(_HARMLESS.sub(" ", plain(cell)).split()) or plain(cell)


def last_said(anggap: Iterable[Anggapan]) -> tuple[Anggapan, ...]:
    """One word for each spelling of a target, the last one said, also one that takes back an earlier one.

    That stays among the choices that are stored: else the earlier one would hold again in the next correction.
    """
    return tuple({(one.kolom, same(one.nilai)): one for one in anggap}.values())


def meant(anggap: Iterable[Anggapan]) -> Read:
    """Lookup of a person's words, without those taken back."""
    return {(one.kolom, same(one.nilai)): one.arti for one in anggap if one.arti}


@dataclass(slots=True)
class Spellings:
    """Collects what was not understood and what a person's word made understood, over all sheets and rating blocks.

    Rows that hold several questionnaires show a cell to each of them; in one column of one sheet it counts once.
    """

    _wrong: dict[Key, Misspelt] = field(default_factory=dict)
    _read: dict[Key, Misspelt] = field(default_factory=dict)
    _n: dict[Key, dict[Spot, int]] = field(default_factory=dict)

    def wrong(self, kode: str, target: str, column: ColumnMap, cells: Cells, names: Sequence[str] = ()) -> None:
        """Note the cells of a column that stand for nothing.

        No name is offered for a cell that a finding may not show as it is: a person could not tell what it is.
        """
        for cell, (n, baris) in _by_spelling(cells).items():
            if self._counted((kode, target, same(cell)), column, n):
                known = tuple(names) if cut(cell) == " ".join(cell.split()) else ()
                self._wrong[kode, target, same(cell)] = Misspelt(
                    kode, target, cell, n, column.lembar, baris, column.header, column.letter,
                    known, nearest(cell, known) or "",
                )  # fmt: skip

    def read(self, target: str, column: ColumnMap, cells: Cells, anggap: Read) -> None:
        """Note the cells of a column that were read as a person said."""
        for cell, (n, baris) in _by_spelling(cells).items():
            if self._counted(("", target, same(cell)), column, n):
                arti = anggap[target, same(cell)]
                self._read["", target, same(cell)] = Misspelt(
                    "DIANGGAP", target, cell, n, column.lembar, baris, column.header, column.letter, (arti,), arti
                )

    def _counted(self, key: Key, column: ColumnMap, n: int) -> bool:
        """Count the cells of one column; True if the spelling is met for the first time."""
        spots = self._n.setdefault(key, {})
        first, spot = not spots, (column.lembar, column.letter)
        spots[spot] = max(spots.get(spot, 0), n)
        return first

    def found(self) -> tuple[Misspelt, ...]:
        """What was not understood, the most frequent first."""
        counted = (replace(one, n=sum(self._n[key].values())) for key, one in self._wrong.items())
        return tuple(sorted(counted, key=lambda one: (-one.n, one.baris)))

    def read_so(self) -> tuple[Misspelt, ...]:
        """What was read as a person said, per target and spelling; `mungkin` is what it was read as."""
        return tuple(replace(one, n=sum(self._n[key].values())) for key, one in self._read.items())

    def settled(self) -> Iterator[tuple[str, str, str, int]]:
        """What was read as a person said: cell, meaning, where in words ("6 sel, pertama baris 5"), and the first row.

        One entry for a spelling, in however many columns it stands.
        """
        merged: dict[tuple[str, str], tuple[str, int, int]] = {}
        for one in self.read_so():
            known, n, first = merged.get((same(one.nilai), one.mungkin), (one.nilai, 0, one.baris))
            merged[same(one.nilai), one.mungkin] = (known, n + one.n, min(first, one.baris))
        for (_, arti), (cell, n, baris) in merged.items():
            yield cell, arti, f"{n} sel, pertama baris {baris}" if n > 1 else f"baris {baris}", baris


def _by_spelling(cells: Cells) -> dict[str, tuple[int, int]]:
    """The first cell of each spelling with the rows of all."""
    found: dict[str, tuple[str, int, int]] = {}
    for cell, (n, baris) in cells.items():
        known, so_far, first = found.get(same(cell), (cell, 0, baris))
        found[same(cell)] = (known, so_far + n, min(first, baris))
    return {cell: (n, baris) for cell, n, baris in found.values()}
