"""One kelurahan, one layanan, one periode: no page compares what stands alone, or says the same thing twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import reference
from skm_core.store import Store
from tests import build
from tests.build import form
from tests.pages.conftest import framed, html, install, text, title


@pytest.fixture(autouse=True)
def alone(small_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(small_demo, tmp_path, monkeypatch)
    with Store(tmp_path / "skm.duckdb") as store:
        reference.seed(store)
        people = random.Random(3)
        build.ingest(store, [form(people.choices((2, 3, 4), (1, 3, 1), k=9)) for _ in range(40)])


def opened(page: str) -> AppTest:
    app = framed(page).run()
    assert not app.exception
    return app


def test_the_only_layanan_is_named() -> None:
    app = opened("layanan")
    assert title(app).startswith("Posyandu di Jakarta Barat")
    assert "IKM posyandu, Jakarta Barat" in text(app)


def test_a_single_periode_is_neither_lowest_nor_highest() -> None:
    said = text(opened("tren"))
    assert "IKM April–Juni 2019" in said and "Terendah, " not in said and "Tertinggi, " not in said


def test_unsur_that_cannot_be_told_apart_are_not_ranked() -> None:
    app = opened("unsur")
    assert " belum dapat dibedakan dari unsur lain: nilainya" in text(app)
    assert "skm-heat" not in html(app), "one column says what the first picture says"
    assert "Sembilan unsur setara terendah pada posyandu" in text(opened("tindak_lanjut"))


def test_a_place_without_others_has_no_funnel() -> None:
    app = opened("kualitas")
    said = text(app)
    assert "Tidak ada kuesioner yang isiannya janggal" in said and "tanpa 0 kuesioner" not in said
    assert "Belum ada yang dapat diperiksa" in said and "Setiap tanda, setiap tempat" not in said
