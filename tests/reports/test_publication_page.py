"""Publikasi: the library's figures, one file that asks for nothing, structure for those who do not see, hard cases."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from skm_core import settings
from skm_core.reports.content import Content, content
from skm_core.reports.publication_page.page import html
from skm_core.reports.publication_page.sections import statement
from skm_core.reports.scope import Scope
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.terms import Periode
from skm_core.writing import angka
from tests.build import form, ingest
from tests.reports.conftest import DAY
from tests.reports.test_laporan import KEDAUNG
from tests.reports.test_poster import plain

HERE = Scope("kelurahan", KEDAUNG, "2019-q2")
MOST_BYTES = 2_000_000
VOID = {"meta", "link", "img", "br", "hr", "input", "line", "circle"}


class Page(HTMLParser):
    """Tags with their attributes, cells of tables, and whether every tag is closed by its own."""

    def __init__(self, made: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.inside_cell = False
        self.feed(made.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag
        if tag in ("td", "th"):
            self.inside_cell = False

    def handle_data(self, data: str) -> None:
        if self.inside_cell:
            self.rows[-1][-1] += plain(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def text_of(made: bytes) -> str:
    body = made.decode().partition("<body>")[2]
    return plain(unescape(re.sub(r"<[^>]+>", " ", body)))


def test_every_figure_is_the_one_of_the_library(demo: Store, kota: Content) -> None:
    made = html(kota)
    rows, text = Page(made).rows, text_of(made)
    (total,) = measure(demo, kota.pilihan)
    assert total.ikm and total.plus_minus and total.mutu
    assert f"{angka(total.ikm)} ± {angka(total.plus_minus)} {total.mutu.huruf} Mutu {total.mutu.huruf}" in text
    for dimension in ("layanan", "kecamatan"):
        for one in measure(demo, kota.pilihan, [dimension], unsur=False):
            assert one.ikm and one.plus_minus and one.rentang and one.mutu
            cells = [row for row in rows if f"{angka(one.ikm)} ± {angka(one.plus_minus)}" in row]
            assert any(
                row[2] == "–".join(map(angka, one.rentang))
                and row[3].startswith(one.mutu.huruf)
                and row[4] == angka(one.n_kuesioner)
                for row in cells
            )
    for part in total.unsur:
        assert part.nrr_terbit and part.plus_minus and part.rentang
        found = next(row for row in rows if f"{angka(part.nrr_terbit)} ± {angka(part.plus_minus)}" in row)
        assert found[2] == "–".join(map(angka, part.rentang))
    for point in kota.tren:
        assert point.score.ikm and any(
            row[0] == point.periode.nama and angka(point.score.ikm) in row[1] for row in rows
        )
    for sentence in (*kota.metode, kota.capaian, statement(kota), kota.catatan_kaki, kota.kalimat("hasil")):
        assert plain(sentence) in text


def test_the_file_asks_for_nothing_and_runs_nothing(kota: Content) -> None:
    made = html(kota)
    assert len(made) < MOST_BYTES
    page = Page(made)
    assert not page.open and not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.tags}
    policy = next(
        one["content"] for one in page.all("meta") if "Content-Security-Policy" in (one.get("http-equiv") or "")
    )
    assert policy and "default-src 'none'" in policy
    for _, attrs in page.tags:
        assert not [key for key in attrs if key.startswith("on") or key in ("src", "href")]
    assert not re.search(rb"https?://|url\(|@import", made)


def test_it_can_be_read_without_seeing_it(kota: Content) -> None:
    page = Page(html(kota))
    assert page.all("html")[0]["lang"] == "id" and len(page.all("h1")) == 1 and page.all("title")
    figures = page.all("figure")
    assert len(figures) == 4 and len(page.all("details")) == 5
    for one in figures:
        label = one["aria-label"]
        assert one["role"] == "img" and label and "n " in label and "±" in label
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(one.get("scope") in ("col", "row") for one in page.all("th"))
    heads = [tag for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert heads[0] == "h1" and set(heads[1:]) == {"h2"}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_contrast_is_at_least_that_of_wcag_aa_in_light_and_dark(kota: Content) -> None:
    style = html(kota).decode().partition("<style>")[2].partition("</style>")[0]
    light, dark = (
        dict(re.findall(r"--([a-z]+): (#\w{6})", style[start:][:700])) for start in (0, style.index("dark)"))
    )
    for colours in (light, {**light, **dark}):
        paper = luminance(colours["paper"])
        for name in ("ink", "muted", "accent"):
            above, below = sorted((paper, luminance(colours[name])), reverse=True)
            assert (above + 0.05) / (below + 0.05) >= 4.5, name


def test_nine_questionnaires_show_no_score_anywhere(store: Store) -> None:
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, None], kelurahan=KEDAUNG, jenis_kelamin="P")] * 9)
    c = content(store, HERE, tanggal=DAY)
    text = text_of(html(c))
    assert "baru 9 kuesioner, perlu 10" in text and "belum cukup untuk dinilai" in text
    assert c.score.ikm and angka(c.score.ikm) not in text and "3,000" not in text and "Perempuan" not in text.title()
    assert not Page(html(c)).all("figure")


def test_uncertain_and_missing_intervals_are_marked(store: Store) -> None:
    ingest(store, [form([1 + n % 4, 3, 3, 4, 3, 4 - n % 2, 3, 2 + n % 3, 3], kelurahan=KEDAUNG) for n in range(24)])
    made = html(content(store, HERE, tanggal=DAY))
    assert "Mutu B (baik), mungkin C" in text_of(made) and 'class="chip B hollow">B?' in made.decode()
    assert "sedikit jawaban" in text_of(made)
    row = next(row for row in Page(made).rows if row[0] == "Waktu Penyelesaian")
    assert row[1:3] == ["3,000", "tanpa rentang"]


def test_fourteen_unsur_and_a_panel(store: Store, demo: Store) -> None:
    settings.save_periode(
        store, Periode("2005", "Tahun 2005", date(2005, 1, 1), date(2005, 12, 31), "kepmenpan-25-2004", "acak", "buka")
    )
    answers = {f"U{n}": 2 + n % 2 for n in range(1, 15)}
    ingest(store, [{"periode": "2005", "kode_kelurahan": KEDAUNG, "layanan": "pkk", **answers} for _ in range(12)])
    c = content(store, Scope("kota", "", "2005"), tanggal=DAY)
    page = Page(html(c))
    assert sum(row[1:2] in (["2,000"], ["3,000"]) for row in page.rows) == 14
    made = html(content(demo, Scope("kota", "", "2019-maret"), tanggal=DAY))
    panel = text_of(made)
    assert ["Pejabat", "Nilai", "Rentang 95%", "Mutu", "n"] in Page(made).rows
    assert "Panel tertutup" in panel and "Nilai per variabel" in panel and "Mutu B" not in panel


def test_words_from_people_are_text_not_markup(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12)
    settings.save_settings(store, {"instansi_nama": '<script>alert("x")</script> & Co'})
    made = html(content(store, Scope("kota", "", "2019-q2"), tanggal=DAY))
    assert b"<script" not in made and "& Co" in text_of(made) and "CONTOH" not in text_of(made)


def test_the_same_content_gives_the_same_bytes_and_demo_is_marked(demo: Store, kota: Content) -> None:
    made = html(kota)
    assert made == html(content(demo, kota.scope, tanggal=DAY))
    assert Counter(re.findall("DATA CONTOH", text_of(made))) == {"DATA CONTOH": 2}


@pytest.mark.parametrize("lingkup", ["layanan:posyandu", "kecamatan:31.73.04"])
def test_other_scopes(demo: Store, lingkup: str) -> None:
    jenis, _, kode = lingkup.partition(":")
    c = content(demo, Scope(jenis, kode, "2020-q4"), tanggal=DAY)
    page = Page(html(c))
    assert not page.open and len(page.all("figure")) == (3 if jenis == "layanan" else 4)
