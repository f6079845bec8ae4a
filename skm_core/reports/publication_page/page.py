"""The page as a whole: head, sections, foot, in one file that asks for nothing from anywhere."""

from __future__ import annotations

from html import escape
from pathlib import Path

from skm_core.reports.content import Content
from skm_core.reports.printing import PITA_CONTOH, TANDA_CONTOH
from skm_core.reports.publication_page import sections
from skm_core.results.wording import inside

STYLE = Path(__file__).with_name("style.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""The browser itself refuses scripts and everything from elsewhere."""


def html(c: Content) -> bytes:
    """The page as UTF-8; the same bytes for the same content."""
    title = f"Survei Kepuasan Masyarakat {c.judul}"
    finding = sections.statement(c)
    parts = (
        sections.total(c),
        sections.services(c),
        sections.unsur(c),
        sections.places(c),
        sections.trend(c),
        sections.people(c),
        sections.follow_up(c),
        sections.method(c),
    )
    made = (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<meta name="description" content="{escape(finding)}">\n'
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n{_mark(c)}"
        f'<header><p class="who">{escape(c.instansi.nama)}</p>'
        f"<h1>{escape(finding)}</h1>"
        f'<p class="sub">Survei Kepuasan Masyarakat, {escape(inside(c.saringan))}</p></header>\n'
        f"<main>\n{chr(10).join(part for part in parts if part)}\n</main>\n"
        f"<footer><p>{escape(c.catatan_kaki)}</p><p>{escape(c.instansi.unit)}</p></footer>\n</body>\n</html>\n"
    )
    return made.encode()


def _mark(c: Content) -> str:
    """The band over made-up data, and the word across them on every screen."""
    if not c.contoh:
        return ""
    return (
        f'<p class="contoh" style="margin:0">{PITA_CONTOH}</p>'
        f'<div class="stamp" aria-hidden="true"><span>{TANDA_CONTOH}</span></div>'
    )
