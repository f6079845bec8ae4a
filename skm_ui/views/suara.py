"""The pieces of the page Suara warga."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape

from skm_core.results.wording import inside
from skm_core.rules import N_SEMBUNYI
from skm_core.terms import Layanan, Wilayah
from skm_core.voices import Asal, Suara, Terbaca, count_themes, lexicon
from skm_core.voices.words import EXACT, NONE, WORD, stem
from skm_ui.format import day, whole
from skm_ui.navigation import link
from skm_ui.table import Column, Table

PITA = {
    "rendah": "Jawabannya rendah (di bawah 65)",
    "sedang": "Jawabannya sedang (65 sampai di bawah mutu B)",
    "tinggi": "Jawabannya tinggi (mutu B ke atas)",
}
SHORT = {"rendah": "jawaban rendah", "sedang": "jawaban sedang", "tinggi": "jawaban tinggi", "": "tanpa jawaban"}
PRAISE = "pujian"
TOKEN = re.compile(r"[A-Za-z]+")
Names = tuple[tuple[str, str], ...]


def title(found: Terbaca, place: str) -> str:
    """How many comments there are and what is spoken of most, praise aside; never that it is complained of."""
    if not found.suara:
        return f"Belum ada saran yang dapat ditampilkan di {place}"
    counts = count_themes(found.suara)
    spoken = {kunci: n for kunci, (n, _) in counts.items() if kunci != PRAISE}
    most = max(spoken.values(), default=0)
    first = [kunci for kunci, n in spoken.items() if n == most]
    said = f"{whole(len(found.suara))} saran warga di {place}"
    if most < 2 or len(first) > 2:
        return said
    beside = "selain pujian, " if next(iter(counts)) == PRAISE else ""
    names = " serta ".join(inside(theme_names()[kunci]) for kunci in first)
    return f"{said}, {beside}paling sering menyebut {names}"


def theme_names() -> Mapping[str, str]:
    """Name of every theme by its key."""
    return {tema.kunci: tema.nama for tema in lexicon() if tema.kunci != NONE}


def held_back(found: Terbaca) -> str:
    """How many comments are not shown, and why; "" where none is held back."""
    if not found.n_tersembunyi:
        return ""
    return (
        f"{whole(found.n_tersembunyi)} saran lain tidak ditampilkan: isian di layanan dan kelurahannya kurang dari "
        f"{N_SEMBUNYI}, sehingga penulisnya dapat dikenali."
    )


def themes_html(matched: Sequence[Suara], chosen: str) -> str:
    """Every theme with its number of comments as a bar, the dark part from questionnaires below mutu B."""
    counted = count_themes(matched)
    names = theme_names()
    most = max((n for n, _ in counted.values()), default=1)
    rows = []
    for kunci, (n, low) in counted.items():
        name = escape(names[kunci])
        if kunci == chosen:
            label = f"<b>{name}</b>"
        else:
            target = escape(link("suara", tema=kunci, hal=None), quote=True)
            label = f'<a href="{target}" target="_self">{name}</a>'
        rows.append(
            f'<tr><th scope="row">{label}</th><td><i style="width:{max(100 * n // most, 1)}%">'
            f'<u style="width:{100 * low // n}%"></u></i></td>'
            f'<td class="num"><b>{whole(n)}</b> · {whole(low)}</td></tr>'
        )
    return f'<table class="skm-people skm-themes"><tbody>{"".join(rows)}</tbody></table>'


THEMES_NOTE = (
    "Yang disebut, bukan yang dikeluhkan: pujian ikut terhitung. Menurut daftar kata di bawah, yang dapat diubah "
    "pengelola aplikasi. Satu saran dapat menyebut beberapa tema. Bagian gelap dan angka kedua: dari kuesioner yang "
    "jawabannya di bawah mutu B."
)


def counted(matched: Sequence[Suara], found: Terbaca, said: str) -> str:
    """How many comments fit what was asked for."""
    if not said:
        return f"{whole(len(matched))} saran, yang terbaru di atas"
    return f"{whole(len(matched))} dari {whole(len(found.suara))} saran cocok dengan {said}"


def comment_html(
    one: Suara, layanan: Mapping[str, Layanan], places: Mapping[str, Wilayah], *, cari: str, quoted: bool
) -> str:
    """One comment with where it comes from, its themes and whether it is a quote; what was searched stands out."""
    about = [layanan[one.layanan].nama, places[one.wilayah].nama]
    if one.tanggal:
        about.append(day(one.tanggal))
    about.append(SHORT[one.pita])
    names = theme_names()
    tags = "".join(f"<span>{escape(names[kunci])}</span>" for kunci in one.tema)
    chip = '<span class="skm-chosen">kutipan pilihan</span>' if quoted else ""
    return (
        f"<figure><blockquote>{_marked(one.teks, cari)}</blockquote>"
        f'<figcaption>{escape(" · ".join(about))}<span class="skm-tags">{chip}{tags}</span></figcaption></figure>'
    )


def comments_html(
    shown: Sequence[Suara],
    layanan: Mapping[str, Layanan],
    places: Mapping[str, Wilayah],
    *,
    cari: str,
    quoted: Collection[Asal],
) -> str:
    """The comments one under the other."""
    rows = (comment_html(one, layanan, places, cari=cari, quoted=one.asal in quoted) for one in shown)
    return f'<div class="skm-quotes" style="--columns:1">{"".join(rows)}</div>'


def _marked(text: str, cari: str) -> str:
    """The text with every word that was searched for marked, in whatever form it stands."""
    asked = WORD.findall(cari.lower())
    cut = {stem(word) for word in asked}

    def mark(word: str) -> str:
        small = word.lower()
        hit = any(one in small for one in asked) or stem(small) in cut
        return f"<mark>{word}</mark>" if hit else word

    if not asked:
        return escape(text)
    pieces, last = [], 0
    for match in TOKEN.finditer(text):
        pieces += [escape(text[last : match.start()]), mark(match.group())]
        last = match.end()
    return "".join([*pieces, escape(text[last:])])


def tables(found: Terbaca) -> tuple[tuple[str, Table], ...]:
    """The counts of the page, for reading and for download."""
    names = theme_names()
    rows = tuple((names[kunci], n, low) for kunci, (n, low) in count_themes(found.suara).items())
    heads = (Column("Tema"), Column("Saran", "number"), Column("Dari jawaban di bawah mutu B", "number"))
    return (("Tema saran", Table(heads, rows)),)


def lexicon_table() -> Table:
    """The list of words, theme by theme."""
    rows = tuple((tema.nama, ", ".join(kata.removeprefix(EXACT) for kata in tema.kata)) for tema in lexicon())
    return Table((Column("Tema"), Column("Kata")), rows)
