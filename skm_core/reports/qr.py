"""The QR code of a publication link, as a drawing or as a picture: one code wherever it stands."""

from __future__ import annotations

import io
from typing import Any

import segno


def qr_svg(link: str) -> str:
    """An SVG whose dark fields are one path, for a page that gives it its colours; "" without a link."""
    return _drawn(link, "svg", xmldecl=False, nl=False, omitsize=True).decode() if link else ""


def qr_on_screen(link: str) -> str:
    """The same dark on white in every appearance of a screen, so that every phone reads it."""
    look = {"dark": "#000", "light": "#fff", "svgclass": "qr"}
    return _drawn(link, "svg", xmldecl=False, svgns=True, omitsize=True, **look).decode()


def qr_png(link: str) -> bytes:
    """The same as a picture of fields twelve pixels wide."""
    return _drawn(link, "png", scale=12)


def _drawn(link: str, kind: str, **look: Any) -> bytes:
    """With the quiet zone the standard asks for. A fifth may be torn and it still reads (level M, ISO/IEC 18004)."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind=kind, border=4, **look)
    return out.getvalue()
