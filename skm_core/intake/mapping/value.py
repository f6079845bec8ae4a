"""A mapping as a frozen value: which header carries what, and what each answer label is worth. Also as JSON."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skm_core.errors import InvalidMappingError
from skm_core.intake.headers import FIELDS, IGNORED, MEANING, PERSONAL
from skm_core.intake.wording import odd, plain, words

KOSONG, TOLAK = "kosong", "tolak"
WORTH = ("1", "2", "3", "4", KOSONG, TOLAK)
"""What an answer label can stand for: a value, not answered, or a reason to refuse its row."""
HARI, BULAN = "hari", "bulan"
ORDERS = (HARI, BULAN)
"""Which number of a date such as 04/05/2019 comes first."""
CONTEXT = tuple(target for target, _, _ in FIELDS)
"""Targets that are no items, in the order they are offered."""
_ITEM = re.compile(r"b([1-9]|1\d|20)")
_NUMBER = re.compile(r"(\d{1,4})[.,]0+")
FORM = "skm-pemetaan"
VERSION = 1


def header_key(header: str) -> str:
    """A header as mappings compare it: without case, spaces, signs and line breaks."""
    return words(header) or plain(header)


def answer_key(cell: str) -> str:
    """An answer as mappings compare it; "4", "4.0" and "4,0" are the same, and "4+", stars and smileys stay apart."""
    text = plain(cell).strip(" .,;:!\"'")
    number = _NUMBER.fullmatch(text)
    return number.group(1) if number else (text if odd(text) else words(text)) or text


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its header as in the file, which of several equal headers (from 1), and what it carries.

    `target`: b1..b20 for an item, a target of `CONTEXT`, `pribadi` or `diabaikan`. `jawaban`: (answer key, worth of
    `WORTH`) of an item column; an answer that is not listed is read by the standard labels. `urutan`: 'hari' or
    'bulan' first in a date, None: as the dates themselves tell.
    """

    judul: str
    target: str
    ke: int = 1
    jawaban: tuple[tuple[str, str], ...] = ()
    urutan: str | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What identifies the column in any order of columns."""
        return header_key(self.judul), self.ke

    @property
    def is_item(self) -> bool:
        """True for b1 to b20."""
        return _ITEM.fullmatch(self.target) is not None


@dataclass(frozen=True, slots=True)
class Pemetaan:
    """What the columns of one kind of file mean, for one questionnaire. Nothing in it depends on column order."""

    instrumen: str
    kolom: tuple[Kolom, ...]
    nama: str = ""
    """Name it is kept under; empty while it is not kept."""

    @property
    def used(self) -> tuple[Kolom, ...]:
        """The columns that carry something."""
        return tuple(one for one in self.kolom if one.target not in (IGNORED, PERSONAL))

    @property
    def tanda(self) -> str:
        """Signature of the header set, the same for every order of columns."""
        return signature(one.judul for one in self.kolom)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON; `from_dict` is the way back."""
        return {
            "bentuk": FORM,
            "versi": VERSION,
            "nama": self.nama,
            "instrumen": self.instrumen,
            "kolom": [
                {"judul": one.judul, "target": one.target}
                | ({"ke": one.ke} if one.ke > 1 else {})
                | ({"jawaban": dict(one.jawaban)} if one.jawaban else {})
                | ({"urutan_tanggal": one.urutan} if one.urutan else {})
                for one in self.kolom
            ],
        }

    def as_json(self) -> str:
        """One JSON object, readable and the same for the same mapping."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)


def signature(headers: Iterable[str]) -> str:
    """SHA-256 (hex) of the normalised headers in alphabetical order; blank ones do not count, repeated ones do."""
    keys = sorted(key for header in headers if (key := header_key(header)))
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()


def keys_of(headers: Sequence[str]) -> list[tuple[str, int]]:
    """`Kolom.key` of every column of a header row, from left to right."""
    seen: dict[str, int] = {}
    found = []
    for header in headers:
        key = header_key(header)
        seen[key] = seen.get(key, 0) + 1
        found.append((key, seen[key]))
    return found


def from_json(text: str | bytes) -> Pemetaan:
    """The mapping a JSON text holds. Raises InvalidMappingError (Indonesian) naming what is wrong in it."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidMappingError(
            "Isi berkas pemetaan bukan JSON. Pilih berkas yang diunduh dari layar ini."
        ) from error
    return from_dict(found)


def from_dict(found: object) -> Pemetaan:
    """The mapping that plain values hold. Raises InvalidMappingError (Indonesian) naming what is wrong in it."""
    if not isinstance(found, Mapping) or found.get("bentuk") != FORM:
        raise InvalidMappingError(f'Berkas ini bukan pemetaan: "bentuk" harus berisi "{FORM}".')
    if found.get("versi") != VERSION:
        raise InvalidMappingError(f"Pemetaan ini versi {found.get('versi')}; yang dapat dibaca versi {VERSION}.")
    columns = found.get("kolom")
    if not isinstance(columns, list) or not columns:
        raise InvalidMappingError('Pemetaan ini tidak mempunyai daftar "kolom".')
    return Pemetaan(
        _text(found, "instrumen", "pemetaan"),
        tuple(_column(one, number) for number, one in enumerate(columns, 1)),
        str(found.get("nama") or "").strip(),
    )


def _column(found: object, number: int) -> Kolom:
    where = f"kolom ke-{number}"
    if not isinstance(found, Mapping):
        raise InvalidMappingError(f"Pemetaan, {where}: harus berupa objek dengan judul dan target.")
    target = _text(found, "target", where)
    if target not in MEANING and not _ITEM.fullmatch(target):
        known = ", ".join([*CONTEXT, "b1 sampai b20", PERSONAL, IGNORED])
        raise InvalidMappingError(f'Pemetaan, {where}: target "{target}" tidak dikenal. Yang ada: {known}.')
    answers = found.get("jawaban") or {}
    if not isinstance(answers, Mapping):
        raise InvalidMappingError(f'Pemetaan, {where}: "jawaban" harus berupa objek.')
    for label, worth in answers.items():
        if worth == "":
            raise InvalidMappingError(
                f'Pemetaan, {where}: jawaban "{label}" belum diberi nilai. Isi dengan {", ".join(WORTH)}.'
            )
        if str(worth) not in WORTH:
            raise InvalidMappingError(
                f'Pemetaan, {where}: jawaban "{label}" dijadikan "{worth}"; yang boleh hanya {", ".join(WORTH)}.'
            )
    order = found.get("urutan_tanggal")
    if order is not None and order not in ORDERS:
        raise InvalidMappingError(f'Pemetaan, {where}: urutan_tanggal "{order}" harus {" atau ".join(ORDERS)}.')
    which = found.get("ke", 1)
    if type(which) is not int or which < 1:
        raise InvalidMappingError(f'Pemetaan, {where}: "ke" harus bilangan bulat mulai dari 1.')
    header = found.get("judul")
    if not isinstance(header, str):
        raise InvalidMappingError(f'Pemetaan, {where}: "judul" tidak ada atau bukan teks.')
    return Kolom(
        header, target, which, tuple((answer_key(str(label)), str(worth)) for label, worth in answers.items()), order
    )


def _text(found: Mapping[Any, Any], name: str, where: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not value.strip():
        raise InvalidMappingError(f'Pemetaan, {where}: "{name}" tidak ada atau bukan teks.')
    return value
