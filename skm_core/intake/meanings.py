"""What every distinct cell of a sheet stands for: decided once in Python, by the words the file can be read by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from skm_core.intake import answers, profile
from skm_core.intake.answers import Value
from skm_core.intake.clean import limited
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.dates import TIME_SQL, read_dates
from skm_core.intake.evidence import Evidence
from skm_core.intake.headers import MEANING
from skm_core.intake.mapping import worth
from skm_core.intake.misspelt import Cells, Read, same
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import replace, run
from skm_core.intake.wording import is_blank
from skm_core.terms import Butir

PROFILE: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("jenis_kelamin", profile.gender),
    ("usia", profile.age),
    ("pendidikan", profile.education),
    ("pekerjaan", profile.occupation),
)
Habits = Counter[frozenset[tuple[int, str]]]
MAX_SPELLINGS = 200
"""Different cells of one column that are told apart; what stands beyond is counted only."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Worth of the cells of an item, why others have none, and the labels an unknown one can be meant for."""

    nilai: Mapping[str, int]
    salah: Mapping[str, tuple[str, str]]
    label: tuple[str, ...] = ()


class Meanings:
    """What every distinct cell of a sheet stands for, and the findings of those that stand for nothing."""

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        reading: Reading,
        findings: Findings,
        anggap: Read,
        known: Evidence,
    ) -> None:
        self.cursor, self.reading, self.findings, self.anggap, self.known = cursor, reading, findings, anggap, known
        self.found: dict[tuple[str, str], str] = {}
        """(column, cell) → meaning as text, 0 for an answer left out; one entry each, as rows are joined."""
        self.words: dict[tuple[str, int], str] = {}
        """(item column, 1 to 4) → the commonest words of the file for it, where it answers in words."""

    def answers(self, sets: Mapping[str, Sequence[Mapping[str, int]]], used: Habits) -> None:
        """Decide every item column; an answer that is not understood refuses its row."""
        for item in {item.kolom: item for item, _ in self.reading.items.kolom.values()}.values():
            column, values = self.reading.column(item.kolom), self.reading.values.get(item.kolom, [])
            if column is None:
                continue
            decoded = self._decoded(item, column, values, sets[item.kolom], used)
            self.found |= {(item.kolom, cell): str(value) for cell, value in decoded.nilai.items()}
            self.found |= {(item.kolom, cell): "0" for cell in self.reading.blanks.get(item.kolom, ())}
            for one in sorted(values, key=lambda one: -one.n):
                if one.label is not None and one.number is None and (worth := decoded.nilai.get(one.cell)):
                    self.words.setdefault((item.kolom, worth), " ".join(one.cell.split()))
            mapped = self.reading.dipetakan.get(item.kolom)
            labels = ", ".join((mapped and decoded.label) or answers.asked(item, values, sets[item.kolom]))
            torn = frozenset(one.cell for one in values if one.label is not None and one.number is not None)
            for kode in dict.fromkeys(kode for kode, _ in decoded.salah.values()):
                wrong = {cell: meant or labels for cell, (other, meant) in decoded.salah.items() if other == kode}
                names = decoded.label if kode == answers.TAK_DIKENAL else ()
                self._report(kode, column, {cell: {"daftar": text} for cell, text in wrong.items()}, names, torn)

    def _decoded(
        self,
        item: Butir,
        column: ColumnMap,
        values: Sequence[Value],
        sets: Sequence[Mapping[str, int]],
        used: Habits,
    ) -> Answers:
        """Worth of the cells of an item; one that is not understood is read as a person said, if that is an answer."""
        chosen, own = self.reading.dipetakan.get(item.kolom), {value.cell for value in values}
        values = [*values, *answers.read(self._before(item.kolom, own).items())]

        def decode(values: Sequence[Value]) -> answers.Decoded:
            return worth.decode(values, sets, used, chosen) if chosen else answers.decode(values, sets, used)

        every = decode(values)
        found = answers.Decoded(
            {cell: value for cell, value in every.nilai.items() if cell in own},
            {cell: why for cell, why in every.salah.items() if cell in own},
        )
        unknown = [cell for cell, (kode, _) in found.salah.items() if kode == answers.TAK_DIKENAL]
        if not unknown:
            return Answers(found.nilai, found.salah)
        mapped = [label.capitalize() for label, value in (chosen.jawaban if chosen else ()) if value.isdecimal()]
        spelt = dict.fromkeys([*answers.spelt(item, values, sets), *mapped])
        known = decode([*values, *answers.read((label, 0) for label in spelt)]).nilai
        if digits := answers.digits(values):  # no label in the column tells which set it follows: the question's own
            known = {**decode(answers.read((label, 1) for label in (*spelt, *digits))).nilai, **known}
        names = sorted((label for label in (*digits, *spelt) if label in known), key=lambda label: known[label])
        meant = {cell: arti for cell in unknown if (arti := self.anggap.get((item.kolom, same(cell))))}
        # a word chosen in the file that these rows were refused from may stand in none of them
        alone = decode(answers.read((arti, 1) for arti in dict.fromkeys(meant.values()) if arti not in names)).nilai
        worth_of = {**alone, **{name: known[name] for name in names}}
        said = {cell: worth_of[arti] for cell, arti in meant.items() if arti in worth_of}
        self.findings.ejaan.read(item.kolom, column, self._cells(item.kolom, list(said)), self.anggap)
        salah = {cell: why for cell, why in found.salah.items() if cell not in said}
        return Answers({**found.nilai, **said}, salah, tuple(names))

    def profile(self) -> None:
        """Date, gender, age, education and occupation: what is not understood becomes blank, with a warning."""
        days, *others = (cells or [] for cells in run(self.cursor, "isi_profil", jam=TIME_SQL)[0])
        if column := self.reading.column("tanggal"):
            chosen = self.reading.dipetakan.get("tanggal")
            others_too = sorted({*days, *self._before("tanggal", days)})
            dates = read_dates(others_too, first=chosen.urutan if chosen else None)
            self.found |= {("tanggal", cell): day.isoformat() for cell, day in dates.nilai.items()}
            self._report("TANGGAL_TIDAK_DIKENAL", column, {cell: {} for cell in sorted(dates.salah & set(days))})
            if dates.dua_arti:
                self.findings.add(
                    "TANGGAL_DUA_ARTI",
                    lembar=column.lembar,
                    kolom=column.header,
                    nilai=dates.dua_arti,
                    huruf=column.letter,
                )
        for (target, read), cells in zip(PROFILE, others, strict=True):
            if column := self.reading.column(target):
                found = {cell: read(cell) for cell in sorted(cells) if not is_blank(cell)}
                said = {
                    cell: value
                    for cell, known in found.items()
                    if known is None
                    and (arti := self.anggap.get((target, same(cell))))
                    and (value := read(arti)) is not None
                }
                self.findings.ejaan.read(target, column, self._cells(target, list(said)), self.anggap)
                self.found |= {(target, cell): str(v) for cell, v in (found | said).items() if v is not None}
                wrong = {
                    cell: {"arti": MEANING[target]}
                    for cell, value in found.items()
                    if value is None and cell not in said
                }
                self._report("PROFIL_TIDAK_DIKENAL", column, wrong, profile.NAMES.get(target, ()))

    def _before(self, target: str, own: Collection[str]) -> dict[str, int]:
        """Cells of the column in the file that this one mends, without those that stand here too."""
        known = self.known.get((self.reading.label, target), {})
        return {cell: n for cell, n in known.items() if cell not in own}

    def write(self) -> None:
        """Put them where the rows are joined to them."""
        data = {
            "kolom": pa.array([column for column, _ in self.found], pa.string()),
            "isi": pa.array([cell for _, cell in self.found], pa.string()),
            "hasil": pa.array(list(self.found.values()), pa.string()),
        }
        replace(self.cursor, "peta", pa.table(data))

    def _cells(self, target: str, cells: Sequence[str]) -> Cells:
        """In how many rows these cells of a column stand, and where first; of very many the most frequent."""
        if not cells:
            return {}
        rows = run(self.cursor, "n_sel", kolom=target, jam=TIME_SQL, dicari=list(cells), batas=MAX_SPELLINGS)
        return {cell: (n, baris) for cell, n, baris in rows}

    def _report(
        self,
        kode: str,
        column: ColumnMap,
        wrong: Mapping[str, Mapping[str, str]],
        names: Sequence[str] = (),
        torn: Collection[str] = (),
    ) -> None:
        """One finding per row whose cell is among `wrong`, in row order; counted beyond the limit.

        `names`: what such a cell can be meant for, but for those `torn` between two answers ("4. Kurang baik").
        """
        if not wrong:
            return
        cells = self._cells(column.target, list(wrong))
        for own, known in (({c: n for c, n in cells.items() if c not in torn}, names), (cells, ())):
            self.findings.ejaan.wrong(kode, column.target, column, own, known)
        values = {"kolom": column.target, "jam": TIME_SQL, "dicari": list(wrong)}
        rows = limited(self.cursor, self.findings, kode, "baris_berisi", **values)
        merged = [one for one in self.reading.columns if one.target == column.target]
        for baris, cell in rows:
            here = self._filled(merged, baris) if len(merged) > 1 else column
            self.findings.add(
                kode,
                lembar=here.lembar,
                baris=baris,
                kolom=here.header,
                nilai=cell,
                huruf=here.letter,
                **wrong[cell],
            )

    def _filled(self, merged: Sequence[ColumnMap], baris: int) -> ColumnMap:
        """The one of several merged columns that a row fills."""
        row = self.cursor.table(self.reading.sheet.tabel).filter(f"baris = {baris}")
        cells = row.project(", ".join(one.cell for one in merged)).fetchall()[0]
        return next((one for one, cell in zip(merged, cells, strict=True) if cell is not None), merged[0])
