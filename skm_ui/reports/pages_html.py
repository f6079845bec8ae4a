"""Pages of a document as pictures, side by side where there is room."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from html import escape


def pages_html(pages: Sequence[bytes], what: str) -> str:
    """The pages as HTML, each with words for those who do not see it."""
    pictures = "".join(
        f'<img class="skm-page" alt="{escape(what)}, halaman {number} dari {len(pages)}" '
        f'src="data:image/png;base64,{b64encode(page).decode()}">'
        for number, page in enumerate(pages, 1)
    )
    return f'<div class="skm-pages">{pictures}</div>'
