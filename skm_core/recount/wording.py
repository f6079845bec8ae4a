"""What a recount found, in Indonesian sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from skm_core import rules
from skm_core.recount.claims import Claims
from skm_core.recount.sheet import Sheet
from skm_core.writing import angka


class Different(Protocol):
    """A stated figure that differs."""

    @property
    def langkah(self) -> str:
        """Its step."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sentences speak of."""

    sheet: Sheet
    claims: Claims
    ikm: Decimal
    mutu: rules.Mutu
    aturan: rules.RuleSet
    ikm_berkas: Decimal | None
    first_wrong: Different | None
    n_wrong: int


def headline(facts: Facts, agrees: bool | None) -> str:
    """The finding in one sentence."""
    own = f"IKM {angka(facts.ikm)}, mutu {facts.mutu.huruf}"
    if agrees is None:
        if facts.claims.tak_terhitung:
            return f"Rumus di lembar ini belum pernah dihitung. Dari jawabannya: {own}."
        return f"Lembar ini tidak memuat angka hitungan untuk diperiksa. Dari jawabannya: {own}."
    if agrees:
        return f"Semua angka di lembar ini benar. {own}." if facts.ikm_berkas else f"Semua angka benar. {own}."
    if facts.ikm_berkas is None:
        many = f"{facts.n_wrong} angka berbeda" if facts.n_wrong else "Mutunya berbeda"
        return f"{many} dari yang diberikan jawabannya. Seharusnya {own}."
    if facts.ikm_berkas == facts.ikm:
        some = f"{facts.n_wrong} angka lain di lembar ini berbeda" if facts.n_wrong else "mutunya salah"
        return f"IKM {angka(facts.ikm)} benar, tetapi {some}."
    gap = facts.ikm_berkas - facts.ikm
    way = "terlalu tinggi" if gap > 0 else "terlalu rendah"
    return f"IKM di berkas {angka(facts.ikm_berkas)}; seharusnya {angka(facts.ikm)}, jadi {angka(abs(gap))} {way}."


def causes(facts: Facts, ways: Sequence[Sequence[str]], *, sums_differ: bool) -> list[str]:
    """How the figures came about: one sentence, or two ways where both fit."""
    named = [", lalu ".join(way) for way in ways if way]
    if not facts.first_wrong or not named:
        return ["Langkah sesudahnya dihitung dengan benar dari jumlah itu."] if sums_differ and ways else []
    if len(named) == 1:
        return [f"Langkah yang menyimpang: {named[0]}."]
    return [f"Angkanya cocok dengan beberapa cara, antara lain: {'; atau '.join(named[:2])}."]


def no_usual_way(what: str, row: int, stated: Decimal, right: Decimal) -> str:
    """No chain gives the stated figures."""
    return (
        f"Angkanya mulai berbeda pada {what} (baris {row}: {angka(stated)}, seharusnya {angka(right)}), dan tidak "
        "cocok dengan bobot atau pembulatan yang lazim. Mungkin diketik, atau rumusnya menunjuk sel lain."
    )


def off_scale(sheet: Sheet) -> list[str]:
    """Numbers among the answers that are no answers."""
    odd = [
        (number, column.huruf, value)
        for number, row in zip(sheet.baris, sheet.jawaban, strict=True)
        for column, value in zip(sheet.kolom, row, strict=True)
        if value is not None and value not in rules.NILAI
    ]
    if not odd:
        return []
    row, letter, value = odd[0]
    return [
        f"{angka(len(odd))} sel berisi angka di luar 1 sampai 4 (pertama {value} di baris {row}, kolom {letter}). "
        "Angka itu bukan jawaban dan tidak dihitung."
    ]


def grade(facts: Facts) -> list[str]:
    """What the mutu does."""
    stated = facts.claims.mutu
    letter = _letter(facts.ikm_berkas, facts.aturan)
    if stated is None:
        if letter and letter != facts.mutu.huruf:
            return [f"Mutunya menjadi {facts.mutu.huruf}, bukan {letter}."]
        return [f"Mutunya tetap {facts.mutu.huruf}."] if facts.ikm_berkas and facts.ikm_berkas != facts.ikm else []
    if stated[0] == facts.mutu.huruf:
        return [f"Mutunya tetap {facts.mutu.huruf}."] if facts.ikm_berkas != facts.ikm else []
    if letter == stated[0]:
        return [f"Mutunya berubah: {facts.mutu.huruf}, bukan {stated[0]}."]
    index = facts.ikm_berkas if facts.ikm_berkas is not None else facts.ikm
    sentence = (
        f"Mutu yang tertulis {stated[0]} (baris {stated[1]}), padahal menurut {facts.aturan.nama} IKM {angka(index)} "
        f"adalah {letter or facts.mutu.huruf}."
    )
    for other in rules.RULE_SETS.values():
        if other.kode != facts.aturan.kode and _letter(index, other) == stated[0]:
            sentence += f" {stated[0]} adalah mutu menurut tabel {other.nama}."
    if letter and letter != facts.mutu.huruf:
        sentence += f" Dengan IKM yang benar mutunya {facts.mutu.huruf}."
    return [sentence]


def not_computed(claims: Claims) -> list[str]:
    """Formulas whose value is nowhere in the file."""
    if not claims.tak_terhitung:
        return []
    rows = ", ".join(map(str, claims.tak_terhitung[:5]))
    return [f"Rumus di baris {rows} belum dihitung. Buka berkas ini di Excel, simpan, lalu periksa lagi."]


def _letter(index: Decimal | None, aturan: rules.RuleSet) -> str | None:
    if index is None or not rules.IKM_MIN <= index <= rules.IKM_MAX:
        return None
    return rules.mutu(index, aturan).huruf
