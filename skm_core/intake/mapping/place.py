"""Finds the header row a mapping speaks of, and tells which columns of a sheet it can never touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skm_core.intake.header_row import SEARCHED, Head
from skm_core.intake.headers import field, personal
from skm_core.intake.mapping.saved import Tersimpan
from skm_core.intake.mapping.value import Pemetaan, header_key, keys_of, signature
from skm_core.intake.personal import is_plainly_personal
from skm_core.intake.raw import Sheet
from skm_core.intake.wording import words

OURS = frozenset((header_key(text), 1) for text in ("Alasan ditolak", "Kunci baris SKM (jangan diubah)"))
"""Columns that the workbook of refused rows has besides those of the file."""

NO_PERSON = frozenset({
    "posyandu", "rptra", "unit", "lokasi", "tempat", "opd", "skpd", "instansi", "puskesmas", "kantor", "kegiatan",
    "program", "taman", "wilayah", "kota", "pos",
})  # fmt: skip
"""Words behind "nama" that make it the name of a place or a service."""


def candidates(sheet: Sheet) -> Iterator[Head]:
    """The rows that could be the header, each as `head_at` gives it, from the top."""
    for row in sheet.head[:SEARCHED]:
        if sum(1 for cell in row.cells if cell.strip()) >= 2:
            yield head_at(sheet, row.baris)


def head_at(sheet: Sheet, baris: int) -> Head:
    """The row as a header: blank cells filled from up to two rows above, personal columns with the name they had."""
    rows = {row.baris: row.cells for row in sheet.head}
    own = rows.get(baris, ("",) * sheet.lebar)
    above = [rows[number] for number in (baris - 1, baris - 2) if number in rows]
    cells = [
        sheet.pribadi.get(index) or cell.strip() or next((up[index] for up in above if up[index].strip()), "")
        for index, cell in enumerate(own)
    ]
    return Head(baris, tuple(cells))


def header_for(sheet: Sheet, mapping: Pemetaan) -> Head | None:
    """The first row that has every column the mapping uses; None if there is none."""
    wanted = {one.key for one in mapping.used}
    return next((head for head in candidates(sheet) if wanted and wanted <= set(keys_of(head.cells))), None)


def kept_for(sheet: Sheet, kept: Mapping[str, Tersimpan]) -> Tersimpan | None:
    """The kept mapping whose header set one of the first rows has, whatever the order of its columns.

    A workbook of refused rows that comes back mended has columns of ours and lacks the personal ones.
    """
    by_sign = {one.tanda: one for one in kept.values()}
    for head in candidates(sheet) if by_sign else ():
        found = by_sign.get(signature(head.cells)) or _mended(head, kept)
        if found:
            return found
    return None


def _mended(head: Head, kept: Mapping[str, Tersimpan]) -> Tersimpan | None:
    keys = {key for key in keys_of(head.cells) if key[0]}
    if not keys & OURS:
        return None
    return next(
        (
            one
            for one in kept.values()
            if {each.key for each in one.pemetaan.used} <= keys - OURS <= {each.key for each in one.pemetaan.kolom}
        ),
        None,
    )


def missing(sheet: Sheet, mapping: Pemetaan) -> list[str]:
    """Headers the mapping uses that the best fitting row of the sheet does not have, in the mapping's order."""
    lacking = [
        [one.judul for one in mapping.used if one.key not in set(keys_of(head.cells))] for head in candidates(sheet)
    ]
    return min(lacking, key=len, default=[one.judul for one in mapping.used])


def must_drop(sheet: Sheet, index: int, header: str) -> bool:
    """True for a column that holds personal data by its content or its header: it is dropped, whatever is wished."""
    return index in sheet.pribadi or asks_who(header)


def asks_who(header: str) -> bool:
    """True for a header that asks for a name, NIK, phone and the like itself, also "Nama warga" or "Nama pengisi"."""
    if field(header) is not None:
        return False
    asked = words(header).split()
    if asked[:1] == ["nama"]:
        return not NO_PERSON & set(asked[1:2])
    return personal(header) and is_plainly_personal(header)
