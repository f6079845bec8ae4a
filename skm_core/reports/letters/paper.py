"""The letters as one PDF, one page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from skm_core.errors import NoDataError
from skm_core.reports import printing
from skm_core.reports.content import Content
from skm_core.reports.letters.letter import Surat, heard, letter, silent
from skm_core.reports.pictures.svg import INK, MUTU, ON_DARK, PAPER
from skm_core.reports.scope import Scope
from skm_core.store import Store

TEMPLATE = Path(__file__).with_name("letter.typ")
TITLE = "Surat umpan balik SKM"


def pdf(letters: Sequence[Surat]) -> bytes:
    """One page a letter, in their order; the same letters give the same bytes."""
    return printing.pdf(TEMPLATE, _words(letters))


def pages(letters: Sequence[Surat], *, ppi: int = 80) -> list[bytes]:
    """Every page as a PNG."""
    return printing.pages(TEMPLATE, _words(letters), ppi=ppi)


def one(c: Content) -> bytes:
    """The letter of one kelurahan."""
    return pdf([letter(c)])


def none(store: Store, what: Scope, tanggal: date) -> bytes:
    """The letter to a kelurahan that has no questionnaire of the pengumpul asked for, or none at all."""
    try:
        return pdf([letter(heard(store, what, tanggal=tanggal))])
    except NoDataError:
        return pdf([silent(store, what, tanggal)])


def together(store: Store, chosen: Sequence[Scope], tanggal: date, progress: Callable[[int, int, str], None]) -> bytes:
    """The letters of many kelurahan as one PDF, also of those without a questionnaire. progress: see `batch`.

    Raises NoDataError if no kelurahan has any.
    """
    letters, known = [], 0
    for done, what in enumerate(chosen, 1):
        try:
            letters.append(letter(heard(store, what, tanggal=tanggal)))
            known += 1
        except NoDataError:
            letters.append(silent(store, what, tanggal))
        progress(done, len(chosen), letters[-1].kepada)
    if not known:
        raise NoDataError("Belum ada kuesioner untuk satu pun surat ini. Pilih periode lain, atau unggah datanya.")
    return pdf(letters)


def _words(letters: Sequence[Surat]) -> dict[str, Any]:
    day = letters[0].tanggal
    return {
        "judul": f"{TITLE}, {letters[0].kepada if len(letters) == 1 else f'{len(letters)} kelurahan'}",
        "surat": [_letter(one) for one in letters],
        "tanda_contoh": printing.TANDA_CONTOH,
        "pita_contoh": printing.PITA_CONTOH,
        "contoh": any(one.contoh for one in letters),
        "penulis": letters[0].instansi,
        "tanggal": {"year": day.year, "month": day.month, "day": day.day},
    }


def _letter(one: Surat) -> dict[str, Any]:
    mutu = one.utama.huruf if one.utama else ""
    return {
        **asdict(one),
        "tanggal": "",
        "warna": MUTU.get(mutu, INK),
        "tulisan": PAPER if mutu in ON_DARK else INK,
    }
