"""A form of a neighbourhood that no layout knows: its own words for questions and answers, names in it, odd dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from skm_core.intake.mapping.value import Kolom, Pemetaan, answer_key
from tests.intake.files import LABELS

SCALES = {
    **LABELS,
    "prosedur": ("Susah", "Agak susah", "Gampang", "Gampang sekali"),
    "waktu": ("Lama sekali", "Lama", "Cepat", "Cepat sekali"),
    "produk": ("Tidak", "Kurang", "Ya", "Ya, sekali"),
}
"""Unsur → the words of 1 to 4, in the order of the questionnaire."""
COLUMN = dict(zip(SCALES, (f"b{n}" for n in range(1, 10)), strict=True))
"""Unsur → item column of the standard questionnaire."""
HEADERS = {
    "persyaratan": "Syarat-syaratnya gimana?",
    "prosedur": "Alurnya gampang nggak?",
    "waktu": "Lama nunggu",
    "biaya": "Ongkosnya",
    "produk": "Hasil sesuai janji?",
    "kompetensi": "Petugasnya pintar?",
    "perilaku": "Sikap petugasnya",
    "sarana": "Tempatnya nyaman?",
    "pengaduan": "Kalau ngadu ditanggapi?",
}
NAMES = ("Budi Santoso", "Siti Aminah", "Joko Widodo", "Rina Wati")
FORMS = [
    (1, 2, 3, 4, 1, 2, 3, 4, 1),
    (4, 3, 2, 1, 4, 3, 2, 1, 4),
    (3, 3, 3, 4, 3, 3, 3, None, 3),
    (2, 2, 2, 3, 2, 2, 2, 2, 2),
]
"""Answers in the order of `SCALES`, with one blank."""


def table(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return text.getvalue().encode()


def odd_file(forms: Sequence[Sequence[int | None]] = FORMS, *, above: int = 0) -> bytes:
    """The form as a CSV, with `above` rows of other text over its header."""
    rows: list[list[object]] = [["Rekap RW", "dari Pak RW", str(n)] for n in range(above)]
    rows.append(["No", "Nama warga", "Kelurahannya", "Diisi", *HEADERS.values(), "Usul"])
    for number, answers in enumerate(forms, 1):
        told = [None if value is None else SCALES[key][value - 1] for key, value in zip(SCALES, answers, strict=True)]
        rows.append([number, NAMES[number % 4], "Kapuk", f"0{number % 9 + 1}/05/2019", *told, ""])
    return table(rows)


def odd_mapping(nama: str = "") -> Pemetaan:
    """What the columns of `odd_file` mean."""
    columns = [
        Kolom("No", "nomor"),
        Kolom("Nama warga", "pribadi"),
        Kolom("Kelurahannya", "kelurahan"),
        Kolom("Diisi", "tanggal", urutan="hari"),
        *(Kolom(HEADERS[key], COLUMN[key], jawaban=worth(words)) for key, words in SCALES.items()),
        Kolom("Usul", "saran"),
    ]
    return Pemetaan("skm9", tuple(columns), nama)


def worth(labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((answer_key(label), str(value)) for value, label in enumerate(labels, 1))


def changed(mapping: Pemetaan, column: str, **values: object) -> Pemetaan:
    """The mapping with one column changed."""
    return replace(
        mapping,
        kolom=tuple(replace(one, **values) if one.judul == column else one for one in mapping.kolom),  # type: ignore[arg-type]
    )
