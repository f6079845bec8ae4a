"""Finds the figures that a processing sheet states about itself: sums, NRR, weighted NRR, IKM and mutu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from skm_core.recount.sheet import Line, Number, Sheet, number

JUMLAH, NRR, TERTIMBANG, TOTAL, IKM, N = "jumlah", "nrr", "tertimbang", "total", "ikm", "n"
LANGKAH = {
    JUMLAH: "Jumlah nilai",
    NRR: "NRR",
    TERTIMBANG: "NRR tertimbang",
    TOTAL: "Jumlah NRR tertimbang",
    IKM: "IKM",
}
"""The steps of the rule in their order, as a person reads them."""

_KINDS = (
    (N, re.compile(r"(jumlah|jml|total|banyak).*(responden|kuesioner|kuisioner)|(responden|kuesioner) terisi")),
    (TERTIMBANG, re.compile(r"tertimbang|tertbg|tertb\b|bobot")),
    (IKM, re.compile(r"\bikm\b|\bskm\b|indeks|konversi")),
    (NRR, re.compile(r"\bnrr\b|rata[- ]?rata|rata²|rerata|mean|average")),
    (JUMLAH, re.compile(r"jumlah|\bjml\b|\btotal\b|[σ∑]|sigma")),
)
_GRADE = re.compile(r"mutu|kinerja|kategori|predikat")
_WORDS = {"sangat baik": "A", "baik": "B", "kurang baik": "C", "tidak baik": "D"}
_INLINE = re.compile(r"[:=]\s*(\d{2,3}(?:[.,]\d{1,12})?)(?![\d.,])")
_LETTER = re.compile(
    r"(?:mutu|kinerja|kategori|predikat)[^:=]*[:=]\s*\(?([abcd])\b|^[^:=]*\b(?:mutu|kategori)\b.*\s([abcd])$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One stated figure: step, question (index, None for the whole sheet), and where it stands."""

    langkah: str
    kolom: int | None
    baris: int
    huruf: str
    angka: Number


@dataclass(frozen=True, slots=True)
class Claims:
    """All stated figures of a sheet. `mutu`: letter and row. `tak_terhitung`: rows of formulas without a value."""

    angka: tuple[Claim, ...]
    mutu: tuple[str, int] | None
    tak_terhitung: tuple[int, ...]

    def of(self, langkah: str) -> dict[int | None, Claim]:
        """The figures of one step by question; the last one stated where there are several."""
        return {one.kolom: one for one in self.angka if one.langkah == langkah}


def find_claims(sheet: Sheet) -> Claims:
    """Every figure that the lines of the sheet state."""
    angka: list[Claim] = []
    grade, open_rows = None, []
    for line in sheet.garis:
        kind = _kind(line.teks)
        if line.tak_terhitung and kind:
            open_rows.append(line.baris)
        if kind:
            angka += _of_line(line, kind, sheet)
        if found := _grade(line):
            grade = (found, line.baris)
    return Claims(tuple(angka), grade, tuple(open_rows))


def _kind(text: str) -> str | None:
    lowered = text.casefold()
    return next((kind for kind, pattern in _KINDS if pattern.search(lowered)), None)


def _of_line(line: Line, kind: str, sheet: Sheet) -> Iterator[Claim]:
    at_items = [(index, found) for index, text in enumerate(line.butir) if text and (found := number(text))]
    elsewhere = [(letter, found) for letter, text in line.lain if (found := number(text))]
    if kind == IKM and not at_items and not elsewhere and (inline := _INLINE.search(line.teks)):
        elsewhere = [("", found)] if (found := number(inline.group(1))) else []
    if kind == JUMLAH:
        at_items = [(index, _whole_number(found)) for index, found in at_items]
    whole = elsewhere + [(sheet.kolom[index].huruf, found) for index, found in at_items]
    if kind == N:
        if len(whole) == 1 and whole[0][1].nilai.denominator == 1:
            yield Claim(N, None, line.baris, *whole[0])
        return
    if len(at_items) > len(sheet.kolom) // 2:
        if kind == TERTIMBANG and _are_weights([found.nilai for _, found in at_items], len(sheet.kolom)):
            return
        if kind == IKM:
            return  # an index for each unsur: NRR × 25, which says nothing new
        for index, found in at_items:
            yield Claim(kind, index, line.baris, sheet.kolom[index].huruf, found)
        if kind == TERTIMBANG:
            yield from _whole(TOTAL, line, [one for one in elsewhere if _is_mean(one[1].nilai)])
    elif kind == IKM or (kind == TERTIMBANG and len(whole) == 1 and whole[0][1].nilai > 20):
        yield from _whole(IKM, line, [one for one in whole if 20 < one[1].nilai < 120])
    elif kind in (TERTIMBANG, NRR):
        yield from _whole(TOTAL, line, [one for one in whole if _is_mean(one[1].nilai)])


def _whole(langkah: str, line: Line, found: list[tuple[str, Number]]) -> Iterator[Claim]:
    if found:
        letter, value = found[-1]
        yield Claim(langkah, None, line.baris, letter, value)


def _whole_number(found: Number) -> Number:
    """A sum is whole: "1.600" is one thousand six hundred."""
    return Number(found.nilai * 1000, 0) if found.desimal == 3 and found.nilai.denominator > 1 else found


def _is_mean(value: Fraction) -> bool:
    return Fraction(9, 10) <= value <= Fraction(41, 10)


def _are_weights(values: list[Fraction], k: int) -> bool:
    return len(set(values)) == 1 and abs(values[0] - Fraction(1, k)) < Fraction(2, 100)


def _grade(line: Line) -> str | None:
    text = " ".join(line.teks.casefold().split())
    if not _GRADE.search(text) or any(number(cell) for cell in line.butir if cell):
        return None
    if found := _LETTER.search(text):
        return (found.group(1) or found.group(2)).upper()
    tail = re.split(r"[:=]", text)[-1].strip(" .()")
    tail = re.sub(r"^(mutu|kinerja|kategori|predikat)( (unit )?(pelayanan|layanan))? ", "", tail)
    return _WORDS.get(tail)
