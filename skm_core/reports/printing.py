"""Typst, with the program's own fonts only: the same content is the same file on every machine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from skm_core.reports.pictures.svg import Picture

FONTS = Path(__file__).parents[1] / "fonts"
PDF_A = ("a-2a", "ua-1")
"""Archival: fonts and colours inside the file, nothing from outside; and tagged for screen readers."""
TANDA_CONTOH = "DATA CONTOH"
PITA_CONTOH = "DATA CONTOH: angka buatan, bukan hasil survei"


def pdf(template: Path, content: Mapping[str, Any], *, standards: Sequence[str] = PDF_A) -> bytes:
    """A PDF of the template, with the content as JSON in `sys.inputs.isi`; the template sets the date."""
    return _compile(template, content, format="pdf", pdf_standards=list(standards))[0]


def pages(template: Path, content: Mapping[str, Any], *, ppi: int = 110) -> list[bytes]:
    """Every page as a PNG."""
    return _compile(template, content, format="png", ppi=ppi)


def _compile(template: Path, content: Mapping[str, Any], **how: Any) -> list[bytes]:
    import typst  # 80 MB of code, and most runs print nothing

    made = typst.compile(
        str(template),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"isi": json.dumps(content, ensure_ascii=False)},
        **how,
    )
    return made if isinstance(made, list) else [made]


def png(picture: Picture, *, ppi: int = 220) -> bytes:
    """A picture as PNG, for files that take no SVG."""
    import typst

    source = (
        f"#set page(width: {picture.lebar}pt, height: {picture.tinggi}pt, margin: 0pt)\n"
        '#image(bytes(sys.inputs.gambar), format: "svg", width: 100%)'
    )
    made: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload]
        source.encode(),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"gambar": picture.svg},
        format="png",
        ppi=ppi,
    )
    return made if isinstance(made, bytes) else made[0]
