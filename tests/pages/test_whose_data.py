"""One meaning of "otomatis": the filters, every page, the documents and their files name whose data they show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from skm_core.reports.content import content
from skm_core.reports.scope import KECAMATAN, KELURAHAN, Scope
from skm_core.results import rounds
from skm_core.results.ringkasan import ringkasan
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.story.hasil import hasil
from skm_core.terms import Pilihan
from skm_ui.catalogue import catalogue
from skm_ui.filters import read, sentence
from tests.pages.conftest import html, text

Open = Callable[..., AppTest]
PERIODE, KAPUK = "2021-q1", "31.73.01.1005"
NAMES = {"kota": "sampel kota", "kelurahan": "kumpulan kelurahan"}
DAY = date(2021, 1, 15)


def held(demo: Store, kode: str) -> set[str]:
    return {one.pengumpul for one in score(demo, Pilihan((PERIODE,), (), kode))}


def test_filters_and_pages_name_the_same_of_every_place(demo: Store) -> None:
    known = catalogue(demo)
    both = 0
    for kode, place in known.wilayah.items():
        there = held(demo, kode)
        if place.tingkat == "kota" or not there:
            continue
        first = "kelurahan" if place.tingkat == "kelurahan" else "kota"
        expected = first if first in there else there.pop()
        both += len(there) > 1
        said = sentence(known, read(known, {"periode": PERIODE, place.tingkat: kode}))
        assert said.endswith(NAMES[expected]), kode
        asked = Pilihan((PERIODE,), (), kode)
        assert rounds.speaking(rounds.composition(demo, asked), asked)[PERIODE].pengumpul == expected
    assert both == 23, "15 kelurahan and 8 kecamatan hold both kinds"


def test_documents_name_what_the_screens_name(demo: Store) -> None:
    known = catalogue(demo)
    sampled = [
        kode for kode, place in known.wilayah.items() if place.tingkat == "kelurahan" and "kota" in held(demo, kode)
    ]
    assert len(sampled) == 16
    for kode in (*sampled, "31.73.01"):
        jenis = KECAMATAN if kode == "31.73.01" else KELURAHAN
        screen = ringkasan(demo, Pilihan((PERIODE,), (), kode))
        c = content(demo, Scope(jenis, kode, PERIODE), tanggal=DAY)
        assert screen and c.score == screen.score
        said = sentence(known, read(known, {"periode": PERIODE, jenis: kode}))
        assert c.saringan == said.replace("semua kecamatan", c.nama) and said.endswith(c.pengumpul)
        story = hasil(c)
        assert f"Datanya {c.pengumpul}." in story.langkah[1].catatan
        usual = {KELURAHAN: "kelurahan", KECAMATAN: "kota"}[jenis]
        suffix = "" if screen.susunan.pengumpul == usual else "-sampel-kota"
        assert c.berkas == f"{PERIODE}-{kode}{suffix}" and story.berkas == c.berkas


@pytest.mark.parametrize("page", ["ringkasan", "responden", "laporan", "paparan"])
def test_a_kelurahan_of_both_surveys_shows_its_own(open_page: Open, demo: Store, page: str) -> None:
    own = next(one for one in score(demo, Pilihan((PERIODE,), (), KAPUK)) if one.pengumpul == "kelurahan")
    app = open_page(page, periode=PERIODE, kelurahan=KAPUK)
    head = next(body for body in (one.proto.body for one in app.get("html")) if 'class="skm-head"' in body)
    assert "Kelurahan Kapuk · Januari–Maret 2021 · kumpulan kelurahan" in head
    shown = str(app.get("iframe")[0].proto.srcdoc) if page == "paparan" else html(app)
    assert str(own.ikm).replace(".", ",") in shown


def test_where_nothing_came_only_what_narrows_is_named(open_page: Open) -> None:
    silent = open_page("ringkasan", periode=PERIODE, kelurahan="31.73.01.1002")
    assert "Pilih wilayah yang lebih luas atau pilih periode lain." in text(silent)
    asked = open_page("layanan", periode=PERIODE, kelurahan="31.73.01.1002", pengumpul="kota", layanan="pkk")
    said = "Pakai pengumpul data otomatis, pilih semua layanan, pilih wilayah yang lebih luas, atau pilih periode lain."
    assert said in text(asked)


def test_a_panel_is_named_and_the_map_shows_both(open_page: Open) -> None:
    for page in ("suara", "kualitas", "wilayah"):
        assert "panel undangan" in html(open_page(page, periode="2019-maret")).split("</h1>")[1][:200]
    app = open_page("wilayah", periode=PERIODE)
    assert "kedua pengumpul data" in html(app)
    assert "dinilai dari sampel kota" in text(app), "who sent nothing is not always without data"
    assert "seluruh kota" in text(open_page("wilayah", periode=PERIODE, kecamatan="31.73.01"))
