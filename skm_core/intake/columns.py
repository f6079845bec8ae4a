"""Gives every column of a sheet its meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from skm_core.intake.blocks import Block
from skm_core.intake.collected import Findings
from skm_core.intake.headers import IGNORED, MEANING, NUMBER, PERSONAL
from skm_core.intake.items import TEXT
from skm_core.intake.raw import Sheet
from skm_core.intake.wording import letter, words
from skm_core.terms import Butir

SEVERAL = ("saran",)
"""Targets that may have several columns; their texts are joined."""
MUST_BE_ONE = ("periode", "layanan", "kelurahan", "kecamatan", "kode_kelurahan", "pengumpul")
"""Targets where a second column filled in the same row is a contradiction, not a spare."""

PROFILE = ("jenis_kelamin", "usia", "pendidikan", "pekerjaan")
"""Targets of which the first filled column counts, unless the others fill its gaps."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """One column: its header and letter, what it was taken for (`target` and in words), and how that was told.

    `target`: b1..b20 for an item, a profile or place field, `nomor`, `pribadi` or `diabaikan`.
    `how`: 'kunci', 'teks', 'label', 'posisi', 'pribadi' or 'diabaikan'.
    """

    lembar: str | None
    index: int
    header: str
    letter: str
    target: str
    meaning: str
    how: str
    layanan: str | None = None
    """Key of the service an item is about, where a row judges several."""

    @property
    def cell(self) -> str:
        """Name of the column in the scratch table."""
        return f"k{self.index + 1}"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as its columns are looked at. `fields`: column index → what it is besides an item, best first.

    `n_filled`: column index → filled cells; `together`: whether some row has more than one of these columns filled.
    """

    sheet: Sheet
    headers: Sequence[str]
    fields: Mapping[int, str]
    n_filled: Mapping[int, int]
    together: Callable[[Sequence[int]], bool]

    def one_meaning(self, meaning: str, columns: Sequence[int], findings: Findings) -> list[int]:
        """The filled columns of one meaning, to be read as one; a finding if they contradict or were merged.

        Blank ones are left over from an edited form. Columns never filled in the same row are one question of a form
        that was edited, or one of several sections: they are merged.
        """
        filled = [index for index in columns if self.n_filled.get(index)] or list(columns[:1])
        letters = [letter(index) for index in filled]
        lembar, kolom = self.sheet.nama, self.headers[filled[-1]]
        if len(filled) > 1 and self.together(filled):
            findings.add(
                "KOLOM_GANDA", lembar=lembar, kolom=kolom, huruf=letters[0], huruf_lain=letters[1], arti=meaning
            )
            filled = filled[:1]
        elif len(filled) > 1:
            listed = f"{', '.join(letters[:-1])} dan {letters[-1]}"
            findings.add("KOLOM_DIGABUNG", lembar=lembar, kolom=kolom, huruf=listed, arti=meaning)
        for index in columns:
            if index not in filled and not self.n_filled.get(index):
                findings.add(
                    "KOLOM_YATIM",
                    lembar=self.sheet.nama,
                    kolom=self.headers[index],
                    huruf=letter(index),
                    huruf_lain=letters[0],
                )
        return filled


def map_columns(table: Table, block: Block, elsewhere: frozenset[int], findings: Findings) -> tuple[ColumnMap, ...]:
    """Meaning of every column with a header or content, for one block. Contradicting columns are a finding.

    `elsewhere`: columns that belong to another block.
    """
    sheet, chosen = table.sheet, block.items.kolom
    found: dict[int, tuple[str, str, str]] = {}
    for target, columns in _by_target(chosen).items():
        for index in table.one_meaning(chosen[columns[0]][0].teks, columns, findings):
            found[index] = (target, _item_meaning(chosen[index][0]), chosen[index][1])
    groups: dict[str, list[int]] = {}
    for index, target in table.fields.items():
        free = index not in chosen and index not in elsewhere and index not in (block.items.ragu or ())
        if free and index not in sheet.pribadi and target != IGNORED:
            groups.setdefault(target, []).append(index)
    for target, columns in groups.items():
        exact = [index for index in columns if words(table.headers[index]) == words(target)]
        columns = exact if len(exact) == 1 else columns
        if target in SEVERAL:
            keep = columns
        elif target in MUST_BE_ONE:
            keep = table.one_meaning(MEANING[target], columns, findings)
        else:
            filled = [index for index in columns if table.n_filled.get(index)]
            keep = filled[:1] or columns[:1]
            if target in PROFILE and len(filled) > 1 and not table.together(filled):
                keep = table.one_meaning(MEANING[target], columns, findings)
        for index in keep:
            found[index] = (target, MEANING[target], TEXT)
    maps = []
    for index, header in enumerate(table.headers):
        if index in sheet.pribadi:
            target, meaning, how = PERSONAL, MEANING[PERSONAL], PERSONAL
            header = sheet.pribadi[index]
        elif index in found:
            target, meaning, how = found[index]
        elif header.strip() or table.n_filled.get(index):
            target, meaning, how = IGNORED, MEANING[IGNORED], IGNORED
        else:
            continue
        if target == NUMBER:
            how = IGNORED
        maps.append(ColumnMap(sheet.nama, index, header, letter(index), target, meaning, how))
    return tuple(maps)


def as_key(column: ColumnMap) -> ColumnMap:
    """The column as a part of the respondent's key."""
    return replace(column, target="responden", meaning=MEANING["responden"], how=TEXT)


def _by_target(chosen: Mapping[int, tuple[Butir, str]]) -> dict[str, list[int]]:
    grouped: dict[str, list[int]] = {}
    for index, (item, _) in sorted(chosen.items()):
        grouped.setdefault(item.kolom, []).append(index)
    return grouped


def _item_meaning(item: Butir) -> str:
    return item.teks if item.unsur_kunci is None else f"unsur {item.unsur_kunci}"
