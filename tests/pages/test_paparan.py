"""Paparan as a presenter prepares it: which story of what, parts switched off, what is missing, and the deck itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core.reports.paparan.deck import deck
from skm_core.reports.scope import Scope
from skm_core.store import Store
from skm_core.story.steps import HASIL, SOSIALISASI
from skm_core.story.tell import tell
from skm_core.writing import WIB
from tests.pages.conftest import framed, html, install, title
from tests.pages.reading import Spoken, tree
from tests.pages.test_every_figure import FILTERS, Library, check, library

__all__ = ["library"]
Open = Callable[..., AppTest]
TAMBORA = "31.73.04"


def document(app: AppTest) -> str:
    """The deck on the page."""
    (frame,) = app.get("iframe")
    return str(frame.proto.srcdoc)


def steps(app: AppTest) -> list[str]:
    return re.findall(r'<section id="([^"]+)"', document(app))


def ticks(app: AppTest) -> dict[str, bool]:
    return {one.label: one.value for one in app.checkbox}


def test_the_deck_is_the_file(open_page: Open, demo: Store) -> None:
    app = open_page("paparan", kecamatan=TAMBORA, periode="2021-q1")
    assert not app.exception and title(app) == "Hasil SKM Kecamatan Tambora, Januari–Maret 2021"
    today = datetime.now(WIB).date()
    story = tell(demo, HASIL, Scope("kecamatan", TAMBORA, "2021-q1"), tanggal=today)
    ours = re.sub(r"versi data \d+", "", document(app))
    assert ours == re.sub(r"versi data \d+", "", deck(story).decode())
    labels = [one.proto.label for one in app.get("download_button")]
    assert labels == ["Unduh satu berkas HTML", "Unduh PowerPoint"]


@pytest.mark.parametrize("keys", FILTERS.values(), ids=FILTERS)
def test_every_figure_is_the_librarys_with_n_and_certainty(
    open_page: Open, library: Library, keys: dict[str, str]
) -> None:
    found = [node for node in tree(document(open_page("paparan", **keys))).walk() if "data-f" in node.attrs]
    assert len(found) >= (47 if not keys else 1)
    for node in found:
        check(Spoken(node.attrs["data-f"], node.text(), node.attrs.get("data-baris", "")), library)
    before = tree(document(open_page("paparan", cerita="sosialisasi", kecamatan=TAMBORA)))
    (last,) = [node for node in before.walk() if "data-f" in node.attrs]
    check(Spoken(last.attrs["data-f"], last.text()), library)


def test_parts_switch_off_in_the_address_and_back_on(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    app = framed("paparan", cerita="sosialisasi", tanpa="dasar,entah").run()
    assert title(app).startswith("Sosialisasi SKM Jakarta Barat") and not ticks(app)["Dasar hukum"]
    assert "dasar" not in steps(app) and "jadwal" in steps(app)
    next(one for one in app.checkbox if one.label == "Jadwal").uncheck().run()
    assert app.query_params["tanpa"] == "dasar,entah,jadwal" and "jadwal" not in steps(app)
    next(one for one in app.checkbox if one.label == "Dasar hukum").check().run()
    assert "dasar" in steps(app) and app.query_params["tanpa"] == "entah,jadwal"


def test_the_last_part_cannot_be_switched_off(open_page: Open) -> None:
    parts = "pembuka,responden,hasil,layanan,unsur,tempat,rencana"
    app = open_page("paparan", tanpa=parts)
    assert steps(app) == ["penutup"]
    assert [one.label for one in app.checkbox if one.disabled] == ["Terima kasih"]


def test_parts_without_data_are_listed_with_the_reason(open_page: Open) -> None:
    app = open_page("paparan", kecamatan=TAMBORA, kelurahan="31.73.04.1010", periode="2020-q3")
    said = unescape(html(app))
    assert "Tidak ikut:" in said and "Satu kelurahan tidak dibagi lagi menurut tempat." in said
    assert "Belum ada rencana tindak lanjut untuk periode ini." in said
    assert "tempat" not in steps(app)


def test_over_the_whole_window_only_the_deck(open_page: Open) -> None:
    app = open_page("paparan", layar="penuh", cerita="hasil")
    assert not app.exception and [one.label for one in app.button] == ["Tutup"] and not app.checkbox
    assert steps(app)[0] == "pembuka"


def test_unknown_keys_are_named(open_page: Open) -> None:
    app = open_page("paparan", cerita="dongeng")
    assert "Cerita &quot;dongeng&quot; tidak dikenal" in html(app) and title(app).startswith("Hasil SKM")
    app = open_page("paparan", cerita="sosialisasi", survei="2099-q1")
    assert "Periode &quot;2099-q1&quot; tidak dikenal" in html(app) and title(app).endswith("Januari–Maret 2021")


def test_before_the_first_survey_the_sosialisasi_is_ready(
    tmp_path: Path, small_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(small_demo, tmp_path, monkeypatch)
    app = framed("paparan", data="nyata").run()
    assert not app.exception and title(app) == "Sosialisasi SKM Jakarta Barat, April–Juni 2019"
    assert "hasil-lalu" not in steps(app) and "contoh" in steps(app) and "CONTOH" not in document(app)
    results = framed("paparan", data="nyata", cerita="hasil").run()
    assert not results.exception and "Belum ada data survei yang masuk." in html(results)


def test_another_story_starts_afresh(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    app = framed("paparan", tanpa="unsur", langkah="hasil").run()
    app.get("button_group")[1].set_value(SOSIALISASI).run()
    assert app.query_params["cerita"] == SOSIALISASI and "tanpa" not in app.query_params
    assert "langkah" not in app.query_params and "unsur" in steps(app)
