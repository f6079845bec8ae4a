"""What the program's own files say of themselves: the sheets beside the answers, and the code of the questionnaire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skm_core.intake.header_row import Head
from skm_core.intake.headers import field

if TYPE_CHECKING:
    from skm_core.intake.raw import Sheet
    from skm_core.intake.vocabulary import Vocabulary

PETUNJUK, DAFTAR = "Petunjuk pengisian", "Daftar pilihan"
REKAP, GABUNGAN, CATATAN = "Rekap buku kerja", "Gabungan buku kerja", "Catatan buku kerja"
OWN_SHEETS = (PETUNJUK, DAFTAR, REKAP, GABUNGAN, CATATAN)
"""Sheets of the entry sheet and of the workbook that hold no answers and are passed over."""


def stated_instrumen(sheet: Sheet, head: Head, vocabulary: Vocabulary) -> str | None:
    """The questionnaire that a column of the sheet names by its code, if its first rows name one and only one."""
    columns = [index for index, header in enumerate(head.cells) if field(header) == "instrumen"]
    below = [row.cells for row in sheet.head if row.baris > head.baris]
    codes = {cells[index].strip() for cells in below for index in columns} - {""}
    return codes.pop() if len(codes) == 1 and codes <= vocabulary.instrumen.keys() else None
