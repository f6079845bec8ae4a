"""Validity and reliability in the words of Indonesian reports, with the caution they lack."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from html import escape

from skm_core.quality import ALFA_RELIABEL, N_KEANDALAN, ButirKeandalan, Keandalan
from skm_core.results.kualitas import Kualitas
from skm_core.rules import round_half_up
from skm_core.terms import Instrumen, Unsur
from skm_ui.format import NO_DATA, decimal, whole
from skm_ui.quality.figures import who
from skm_ui.table import Column, Table

CAUTION = (
    "Alfa yang tinggi bukan bukti data baik: kuesioner yang semua jawabannya sama justru menaikkannya. Karena itu alfa "
    "tanpa kuesioner seperti itu ditulis di sampingnya. Patokan 0,60 adalah kebiasaan laporan, bukan bagian Permenpan."
)


def number(value: float | None, places: int = 3) -> str:
    """0,874 or −0,120; a dash where it is not defined."""
    return NO_DATA if value is None else decimal(round_half_up(Fraction(value), places))


def name(item: ButirKeandalan, unsur: Mapping[str, Unsur]) -> str:
    """What an item asks: its unsur, or its number where it has none."""
    key = item.butir.unsur_kunci
    return unsur[key].pendek if key and key in unsur else f"Butir {item.butir.urutan}"


def tiles_html(found: Kualitas) -> str:
    """Every questionnaire of every pengumpul in the selection."""
    tiles = "".join(_verdict(found, *one) for one in found.keandalan)
    return f'<div class="skm-tiles skm-tests">{tiles}</div>'


def _verdict(page: Kualitas, instrumen: Instrumen, found: Keandalan) -> str:
    """One questionnaire of one pengumpul: alpha with its word, how many items are valid, and which are not."""
    head = f"{instrumen.nama} · {who(page, found.pengumpul).lower()} · n {whole(found.n)} kuesioner lengkap"
    if not found.cukup:
        least = f"Perlu paling sedikit {N_KEANDALAN} kuesioner lengkap; dari yang lebih sedikit, angkanya menyesatkan."
        return _tile(head, "Belum dapat dinilai", least)
    if found.alpha is None or found.r_tabel is None:
        return _tile(head, "Belum dapat dihitung", "Semua jawaban sama.")
    word = "reliabel" if found.reliabel else "tidak reliabel"
    invalid = [name(item, page.unsur_bernama) for item in found.butir if not item.valid]
    items = f"Semua {len(found.butir)} butir valid" if not invalid else f"Tidak valid: {', '.join(invalid)}"
    known = [item.r_hitung for item in found.butir if item.r_hitung is not None]
    span = (
        f" (r hitung {number(min(known))} sampai {number(max(known))}; r tabel {number(found.r_tabel)})"
        if known
        else ""
    )
    more = (
        f" Tanpa kuesioner yang semua jawabannya sama, alfa {number(found.alpha_beragam)}."
        if found.alpha_beragam is not None
        else ""
    )
    limit = decimal(round_half_up(Fraction(ALFA_RELIABEL), 2))
    sign = "lebih dari" if found.reliabel else "tidak lebih dari"
    return _tile(head, f"Alfa Cronbach {number(found.alpha)}, {word}", f"Alfa {sign} {limit}.{more} {items}{span}.")


def _tile(label: str, value: str, note: str) -> str:
    return (
        f'<div class="skm-tile"><p class="skm-label">{escape(label)}</p><strong><b>{escape(value)}</b></strong>'
        f'<p class="skm-note">{escape(note)}</p></div>'
    )


def table(found: Keandalan, unsur: Mapping[str, Unsur]) -> Table:
    """One row per item, as reports print it."""
    return Table(
        (
            Column("Butir"),
            Column("r hitung", "number"),
            Column("r tabel", "number"),
            Column("Keterangan"),
            Column("r tanpa butir itu sendiri", "number"),
        ),
        tuple(
            (
                name(item, unsur),
                _rounded(item.r_hitung),
                _rounded(found.r_tabel),
                "tidak terdefinisi" if item.r_hitung is None else "valid" if item.valid else "tidak valid",
                _rounded(item.r_terkoreksi),
            )
            for item in found.butir
        ),
    )


def _rounded(value: float | None) -> Decimal | None:
    return None if value is None else round_half_up(Fraction(value), 3)
