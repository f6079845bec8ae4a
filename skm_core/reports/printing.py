"""Typst, with the program's own fonts only: the same content is the same file on every machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parents[1] / "fonts"
PDF_A = "a-2b"
"""Archival: fonts and colours inside the file, nothing from outside."""
TANDA_CONTOH = "DATA CONTOH"
PITA_CONTOH = "DATA CONTOH: angka buatan, bukan hasil survei"


def pdf(template: Path, content: Mapping[str, Any], *, standard: str | None = PDF_A) -> bytes:
    """A PDF of the template, with the content as JSON in `sys.inputs.isi`; the template sets the date."""
    return _compile(template, content, format="pdf", **({"pdf_standards": standard} if standard else {}))[0]


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
