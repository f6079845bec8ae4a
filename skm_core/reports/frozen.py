"""Office files without the moment they were made: the same content is the same bytes."""

from __future__ import annotations

import io
import zipfile

FIXED = (1980, 1, 1, 0, 0, 0)
"""The date of every part of a ZIP: its earliest."""


def frozen_zip(made: bytes) -> bytes:
    """The same ZIP container with fixed dates, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            kept = zipfile.ZipInfo(item.filename, FIXED)
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.external_attr = 0o600 << 16
            target.writestr(kept, source.read(item))
    return out.getvalue()
