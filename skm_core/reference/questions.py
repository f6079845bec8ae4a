"""What is asked: unsur, the words that name them, questionnaires with their labels, other answer scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from skm_core.reference.rows import REFERENCE, read
from skm_core.terms import Butir, Instrumen, Unsur


@dataclass(frozen=True, slots=True)
class UnsurAlias:
    """A phrase by which a column header names an unsur; `cara` 'tepat' (the whole header) or 'memuat' (a part)."""

    frasa: str
    unsur_kunci: str
    cara: str


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Answer words that belong together, each with its rank. `boleh` False: a scale that must be refused.

    `unsur_kunci` None: may stand under any question. A set fits a column if it holds every distinct answer of it;
    the question's own labels (`Butir.label`) come first, then the allowed sets, then the refused ones.
    """

    nama: str
    unsur_kunci: str | None
    boleh: bool
    nilai: Mapping[str, int]


@cache
def unsur(folder: Path = REFERENCE) -> tuple[Unsur, ...]:
    """The 9 unsur of Permenpan RB 14/2017, then the 14 of KEP/25/M.PAN/2/2004, each in the order of its rule."""
    return tuple(
        Unsur(
            kunci=row.text("unsur_kunci"),
            nama=row.text("unsur_nama"),
            pendek=row.text("unsur_pendek"),
            aturan=row.maybe("aturan", str, "kode aturan"),
            nomor=row.whole("nomor"),
            uraian=row.text("uraian"),
        )
        for row in read(folder, "unsur", "unsur_kunci unsur_nama unsur_pendek aturan nomor uraian")
    )


@cache
def unsur_alias(folder: Path = REFERENCE) -> tuple[UnsurAlias, ...]:
    """Words and question phrases by which a column header names an unsur."""
    return tuple(
        UnsurAlias(row.text("frasa"), row.text("unsur_kunci"), row.one_of("cara", ("tepat", "memuat")))
        for row in read(folder, "unsur_alias", "frasa unsur_kunci cara")
    )


@cache
def instrumen(folder: Path = REFERENCE) -> tuple[Instrumen, ...]:
    """The questionnaires with their items in the order asked."""
    columns = "instrumen_kode kolom urutan peran unsur_kunci teks label_1 label_2 label_3 label_4"
    butir = [
        Butir(
            instrumen_kode=row.text("instrumen_kode"),
            kolom=row.text("kolom"),
            urutan=row.whole("urutan"),
            peran=row.one_of("peran", ("unsur", "variabel", "tambahan")),
            unsur_kunci=row.maybe("unsur_kunci", str, "kunci unsur"),
            teks=row.text("teks"),
            label=(row.text("label_1"), row.text("label_2"), row.text("label_3"), row.text("label_4")),
        )
        for row in read(folder, "butir", columns)
    ]
    return tuple(
        Instrumen(
            kode=row.text("instrumen_kode"),
            nama=row.text("instrumen_nama"),
            aturan=row.text("aturan"),
            sumber=row.text("sumber"),
            butir=tuple(item for item in butir if item.instrumen_kode == row.text("instrumen_kode")),
            bobot=None,
        )
        for row in read(folder, "instrumen", "instrumen_kode instrumen_nama aturan sumber")
    )


@cache
def label_set(folder: Path = REFERENCE) -> tuple[LabelSet, ...]:
    """Answer scales that are not a question's own labels, allowed ones and those to be refused, in file order."""
    rows = read(folder, "label_set", "set unsur_kunci nilai label boleh")
    grouped: dict[tuple[str, str | None, bool], dict[str, int]] = {}
    for row in rows:
        key = (row.text("set"), row.maybe("unsur_kunci", str, "kunci unsur"), row.flag("boleh"))
        grouped.setdefault(key, {})[row.text("label")] = row.whole("nilai")
    return tuple(LabelSet(*key, MappingProxyType(ranks)) for key, ranks in grouped.items())
