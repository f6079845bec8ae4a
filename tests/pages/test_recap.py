"""A recap without respondents on the screen: previewed, stored, listed, and shown under the figure it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import reference
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.store import Store
from skm_ui import stores
from tests import build
from tests.build import form
from tests.intake import files
from tests.pages.conftest import framed, text
from tests.pages.test_staff import answer, choose, find

ROW: list[object] = ["Kapuk", 100, 3.07, 3.12, 2.98, 4, 3.2, 3.11, 3.35, 2.9, 3.4, "82,10"]


def recap(*rows: list[object]) -> bytes:
    return files.table([["Kelurahan", "Jumlah responden", *(files.OFFICIAL[k] for k in files.RULE), "IKM"], *rows])


def test_a_recap_is_previewed_stored_and_listed_as_what_it_is(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), recap(ROW))
    answer(app, periode="2019-q2", layanan="posyandu", pengumpul="kelurahan")
    said = text(app)
    assert "Rekap tanpa data responden" in said and "tidak pernah masuk hitungan" in said
    assert "82,10" in said and "80,92" in said, "stated, and worked out from the stated NRR"
    assert "Tidak ada angka yang berubah" in said
    assert find(app.button, "Simpan").label.startswith("Simpan 1 baris rekap ke Posyandu")  # type: ignore[attr-defined]
    find(app.text_input, "Nama Anda").set_value("Siti")  # type: ignore[attr-defined]
    app = find(app.button, "Simpan").click().run()  # type: ignore[attr-defined]
    assert not app.exception
    said = text(app)
    assert "Unggahan 1 tersimpan" in said and "1 baris rekap tanpa data responden, tidak masuk hitungan" in said
    assert "0 kuesioner" not in said
    assert stores.real().fetch("SELECT count(*) FROM kuesioner")[1] == [(0,)]
    app = choose(app, recap(ROW), "lagi.csv")
    assert "sama persis dengan unggahan 1" in text(app)


@pytest.fixture
def both(visit: Callable[..., AppTest]) -> None:
    """Real data of Kapuk, and recaps of Kapuk, its kecamatan and the city."""
    with Store(stores.data_dir() / "skm.duckdb") as store:
        reference.seed(store)
        build.ingest(store, [form([3] * 9)] * 40)
        for rows, place in (([ROW], None), ([["Cengkareng", 100, *ROW[2:-1], "81,00"]], "kecamatan")):
            data = recap(*rows)
            if place:
                data = data.replace(b"Kelurahan,", b"Kecamatan,", 1)
            options = Options(periode="2019-q2", layanan="posyandu", pengumpul="kelurahan")
            draft = prepare(store, read_file(data, "rekap.csv"), options)
            assert draft.rekap, [one.pesan for one in draft.temuan]
            ingest(store, draft, pengunggah="Siti")


@pytest.mark.parametrize("page", ["ringkasan", "layanan", "wilayah"])
def test_the_line_stands_under_the_figure_of_exactly_that_selection(page: str, both: None) -> None:
    def shown(**query: str) -> str:
        app = framed(page, **query).run()
        assert not app.exception
        return text(app)

    here = {"periode": "2019-q2", "layanan": "posyandu", "kecamatan": "31.73.01"}
    said = shown(**here, kelurahan="31.73.01.1005")
    assert "Rekap tanpa data responden" in said and "IKM tertulis 82,10" in said and "Tidak masuk hitungan" in said
    assert "dari NRR 9 unsur yang tertulis 80,92" in said and "n tertulis 100" in said
    assert "IKM tertulis 81,00" in shown(**here)
    assert "IKM tertulis" not in shown(periode="2019-q2", layanan="posyandu")
