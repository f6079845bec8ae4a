"""Several services asked about side by side: a mapping reads one of them, which has to be said."""

from __future__ import annotations

from collections.abc import Sequence

from skm_core.intake.blocks import mentions, services_in
from skm_core.intake.mapping.value import Pemetaan, keys_of
from skm_core.intake.vocabulary import Vocabulary

ASKED = 3
"""Columns whose headers name the same one service, from which on they are questions about it and no mere mention."""


def services_asked(headers: Sequence[str], vocabulary: Vocabulary) -> dict[str, tuple[int, ...]]:
    """Key of every service with questions of its own → indexes of their columns; in the order of the file."""
    pattern = mentions(vocabulary)
    found: dict[str, list[int]] = {}
    for index, header in enumerate(headers):
        named = services_in(header, pattern, vocabulary)
        if len(named) == 1:
            found.setdefault(next(iter(named)), []).append(index)
    return {kode: tuple(columns) for kode, columns in found.items() if len(columns) >= ASKED}


def services_read(headers: Sequence[str], mapping: Pemetaan, vocabulary: Vocabulary) -> list[str]:
    """Keys of the services whose questions this mapping reads."""
    items = {one.key for one in mapping.used if one.is_item}
    read = {index for index, key in enumerate(keys_of(headers)) if key in items}
    return [kode for kode, columns in services_asked(headers, vocabulary).items() if read & set(columns)]


def left_out(headers: Sequence[str], mapping: Pemetaan, vocabulary: Vocabulary) -> str:
    """What a person must know where the sheet asks about more than one service; empty for any other sheet."""
    asked, read = list(services_asked(headers, vocabulary)), services_read(headers, mapping, vocabulary)
    if len(asked) < 2 or not read:
        return ""
    names = {kode: vocabulary.layanan[kode].nama for kode in asked}
    if len(read) > 1:
        both = _listed([names[kode] for kode in read])
        return f"Pertanyaan tentang {both} dijadikan satu kuesioner, jadi nilainya tercampur."
    others = [names[kode] for kode in asked if kode not in read]
    return (
        f"Berkas ini memuat pertanyaan tentang {len(asked)} layanan; pemetaan ini hanya membaca {names[read[0]]}. "
        f"{len(others)} yang lain tidak dibaca: {_listed(others)}."
    )


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} dan {last}" if first else last
