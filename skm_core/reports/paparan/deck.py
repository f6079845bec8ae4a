"""The whole file: one section a step, the program's fonts, the style and the script inside it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path

from skm_core.reports.paparan import bodies
from skm_core.reports.printing import FONTS, PITA_CONTOH
from skm_core.story.steps import Step, Story

HERE = Path(__file__).parent
CONTROLS = (
    ("mundur", "‹", "Langkah sebelumnya (panah kiri)"),
    ("maju", "›", "Langkah berikutnya (panah kanan atau spasi)"),
    ("catatan", "Catatan", "Tampilkan catatan pembicara (N)"),
    ("pembicara", "Pembicara", "Catatan, langkah berikutnya, dan waktu di jendela sendiri (P)"),
    ("gelap", "Gelap", "Tampilan gelap atau terang (G)"),
    ("penuh", "Layar penuh", "Layar penuh (F)"),
)
PINTASAN = (
    "Panah, spasi, Page Up dan Page Down, Home, End: langkah. N: catatan. P: jendela pembicara. G: gelap. "
    "F: layar penuh."
)


def deck(story: Story) -> bytes:
    """The story as an HTML document in UTF-8, with nothing that is fetched; the same story is the same bytes.

    The step in the address (`#unsur`, or `?langkah=unsur` of the page around it) is the one it opens with.
    """
    steps = "\n".join(_section(step, place, story) for place, step in enumerate(story.langkah))
    buttons = "".join(
        f'<button type="button" data-aksi="{key}" title="{escape(title)}" aria-label="{escape(title)}">{word}</button>'
        for key, word, title in CONTROLS
    )
    return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{escape(story.penulis)}">
<title>{escape(story.judul)}</title>
<style>{fonts()}{_read("deck.css")}</style>
</head>
<body{' class="contoh"' if story.contoh else ""}>
<main>
{steps}
</main>
<nav aria-label="Paparan" title="{escape(PINTASAN)}">
<div class="kemajuan" role="progressbar" aria-label="Kemajuan" aria-valuemin="1" aria-valuemax="{len(story.langkah)}">
<i></i></div>
{buttons}
<span class="hitung" aria-live="polite"></span>
</nav>
<script>{_read("arithmetic.js")}{_read("deck.js")}</script>
</body>
</html>
""".encode()


@cache
def fonts() -> str:
    """The style that carries the two fonts."""
    faces = (("Regular", 400), ("Semibold", 600))
    return "".join(
        '@font-face{font-family:"Source Sans Pro";font-weight:'
        f"{weight};src:url(data:font/otf;base64,"
        f'{b64encode((FONTS / f"SourceSansPro-{name}.otf").read_bytes()).decode()}) format("opentype")}}'
        for name, weight in faces
    )


def _section(step: Step, place: int, story: Story) -> str:
    band = f'<p class="pita">{escape(PITA_CONTOH)}</p>' if story.contoh else ""
    source = f'<p class="sumber">{escape(step.sumber)}</p>' if step.sumber else ""
    note = escape(step.catatan).replace("\n", "<br>")
    return (
        f'<section id="{escape(step.kunci)}" class="{step.isi.__class__.__name__.lower()}" '
        f'aria-label="{escape(step.nama)}"{"" if place == 0 else " hidden"}>{band}'
        f'<h1 tabindex="-1">{escape(step.judul)}</h1><div class="isi">{bodies.html(step.isi)}</div>{source}'
        f'<aside aria-label="Catatan pembicara"><b>Catatan pembicara</b><p>{note}</p></aside></section>'
    )


@cache
def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
