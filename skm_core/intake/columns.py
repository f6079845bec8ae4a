"""Gives every column of a sheet its meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skm_core.intake.collected import Findings
from skm_core.intake.headers import IGNORED, MEANING, NUMBER, PERSONAL, field
from skm_core.intake.items import TEXT, Items
from skm_core.intake.raw import Sheet
from skm_core.intake.wording import letter, words
from skm_core.terms import Butir

SEVERAL = ("saran",)
"""Targets that may have several columns; their texts are joined."""
MUST_BE_ONE = ("periode", "layanan", "kelurahan", "kecamatan", "kode_kelurahan", "pengumpul")
"""Targets where a second filled column is a contradiction, not a spare."""


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

    @property
    def cell(self) -> str:
        """Name of the column in the scratch table."""
        return f"k{self.index + 1}"


def map_columns(
    sheet: Sheet,
    headers: Sequence[str],
    items: Items | None,
    n_filled: Mapping[int, int],
    timed: frozenset[int],
    findings: Findings,
) -> tuple[ColumnMap, ...]:
    """Meaning of every column with a header or content. Two filled columns of one meaning are a finding.

    `timed` columns hold dates whatever their header says.
    """
    found: dict[int, tuple[str, str, str]] = {}
    chosen = items.kolom if items else {}
    for target, columns in _by_target(chosen).items():
        keep = _one_of(sheet, headers, target, chosen[columns[0]][0].teks, columns, n_filled, findings)
        found[keep] = (target, _item_meaning(chosen[keep][0]), chosen[keep][1])
    fields: dict[str, list[int]] = {}
    for index, header in enumerate(headers):
        named = field(header) if index not in chosen and index not in sheet.pribadi else None
        if named and not (items and items.ragu and index in items.ragu):
            fields.setdefault(named, []).append(index)
    if "tanggal" not in fields and (spare := [index for index in timed if index not in chosen]):
        fields["tanggal"] = spare[:1]
    for target, columns in fields.items():
        exact = [index for index in columns if words(headers[index]) == words(target)]
        columns = exact if len(exact) == 1 else columns
        if target in SEVERAL:
            keep_all = columns
        elif target in MUST_BE_ONE:
            keep_all = [_one_of(sheet, headers, target, MEANING[target], columns, n_filled, findings)]
        else:
            keep_all = [next((index for index in columns if n_filled.get(index)), columns[0])]
        for index in keep_all:
            found[index] = (target, MEANING[target], TEXT)
    maps = []
    for index, header in enumerate(headers):
        if index in sheet.pribadi:
            target, meaning, how = PERSONAL, MEANING[PERSONAL], PERSONAL
            header = sheet.pribadi[index]
        elif index in found:
            target, meaning, how = found[index]
        elif header.strip() or n_filled.get(index):
            target, meaning, how = IGNORED, MEANING[IGNORED], IGNORED
        else:
            continue
        if target == NUMBER:
            how = IGNORED
        maps.append(ColumnMap(sheet.nama, index, header, letter(index), target, meaning, how))
    return tuple(maps)


def _by_target(chosen: Mapping[int, tuple[Butir, str]]) -> dict[str, list[int]]:
    grouped: dict[str, list[int]] = {}
    for index, (item, _) in sorted(chosen.items()):
        grouped.setdefault(item.kolom, []).append(index)
    return grouped


def _item_meaning(item: Butir) -> str:
    return item.teks if item.unsur_kunci is None else f"unsur {item.unsur_kunci}"


def _one_of(
    sheet: Sheet,
    headers: Sequence[str],
    target: str,
    meaning: str,
    columns: Sequence[int],
    n_filled: Mapping[int, int],
    findings: Findings,
) -> int:
    """The one filled column of several with the same meaning; blank ones are left over from an edited form."""
    filled = [index for index in columns if n_filled.get(index)] or list(columns[:1])
    if len(filled) > 1:
        findings.add(
            "KOLOM_GANDA",
            lembar=sheet.nama,
            kolom=headers[filled[1]],
            huruf=letter(filled[0]),
            huruf_lain=letter(filled[1]),
            arti=meaning,
        )
    for index in columns:
        if index not in filled:
            findings.add(
                "KOLOM_YATIM",
                lembar=sheet.nama,
                kolom=headers[index],
                huruf=letter(index),
                huruf_lain=letter(filled[0]),
            )
    return filled[0]
