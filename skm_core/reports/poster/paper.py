"""The poster as PDF and PNG in A4 and A3, and the square picture for a chat."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from skm_core.reports import printing
from skm_core.reports.content import Content
from skm_core.reports.pictures.svg import INK, MUTU, ON_DARK, PAPER
from skm_core.reports.poster.sheet import poster
from skm_core.reports.qr import qr_svg

POSTER, SQUARE = (Path(__file__).with_name(name) for name in ("poster.typ", "square.typ"))
KERTAS = ("a4", "a3")
PPI = 200
"""Of the PNG of the poster: sharp on paper at arm's length."""
SISI = 1080
"""Side of the square picture in pixels, as chats show it."""


def pdf(c: Content, kertas: str) -> bytes:
    """One page, "a4" or "a3", landscape; the same bytes for the same content."""
    return printing.pdf(POSTER, _words(c, kertas))


def png(c: Content, kertas: str, *, ppi: int = PPI) -> bytes:
    """The same page as a picture."""
    return printing.pages(POSTER, _words(c, kertas), ppi=ppi)[0]


def square(c: Content) -> bytes:
    """The picture for a chat, 1080 by 1080 pixels."""
    return printing.pages(SQUARE, _words(c, "a4"), ppi=72)[0]


def _words(c: Content, kertas: str) -> dict[str, Any]:
    sheet = poster(c)
    return {
        **asdict(sheet),
        **asdict(sheet.utama),
        "kertas": kertas,
        "sisi": SISI,
        "warna": MUTU.get(sheet.utama.huruf, INK),
        "tulisan": PAPER if sheet.utama.huruf in ON_DARK else INK,
        "qr": qr_svg(sheet.tautan),
        "contoh": c.contoh,
        "tanda_contoh": printing.TANDA_CONTOH,
        "pita_contoh": printing.PITA_CONTOH,
        "tanggal": {"year": c.tanggal.year, "month": c.tanggal.month, "day": c.tanggal.day},
    }
