"""Formulir as its users meet it: what the address asks for, what is shown, and that what is downloaded can be read."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import forms, registry
from skm_core.intake import Options, prepare, read_file
from skm_core.store import Store
from skm_core.terms import Periode
from skm_ui.forms import choices, offers
from tests.forms import fill
from tests.pages.conftest import framed, html, title

Open = Callable[..., AppTest]


def heading(app: AppTest) -> str:
    """The choice in words; no line of it begins with a dot."""
    found = html(app).split('<div class="skm-section"><h2>')[1].split("</h2>")[0]
    assert " ·" not in found
    return found.replace("\N{NO-BREAK SPACE}", " ")


def selects(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.selectbox}


def test_without_choices_a_form_for_everyone(open_page: Open) -> None:
    app = open_page("formulir")
    assert not app.exception
    assert title(app) == "Formulir yang hasilnya dapat diunggah apa adanya"
    assert heading(app) == "Satu dari 6 layanan · semua kelurahan · April–Juni 2019 · dikumpulkan kelurahan"
    assert "Layar sedang menampilkan data contoh" in html(app)
    for offer in offers.OFFERS:
        assert f'<h3 class="skm-form">{offer.judul}</h3>' in html(app)
    assert html(app).count("<ol") == 4 and html(app).count("<li>") == 12
    assert [one.proto.label for one in app.get("download_button")] == [offer.tombol for offer in offers.OFFERS]


def test_the_address_decides_and_the_picture_is_the_pdf(open_page: Open) -> None:
    app = open_page("formulir", formulir_layanan="posyandu", formulir_kelurahan="31.73.01.1005",
                    formulir_pengumpul="kota")  # fmt: skip
    assert heading(app) == "Posyandu · Kelurahan Kapuk · April–Juni 2019 · dikumpulkan kota"
    picture = html(app).split('src="data:image/png;base64,')[1].split('"')[0]
    assert b64decode(picture).startswith(b"\x89PNG")
    assert 'alt="Kuesioner cetak: Posyandu · Kelurahan Kapuk' in html(app)
    script, text = (one.value for one in app.code)
    assert '"Kapuk"' in script and "buatFormulir" in script
    assert "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?\nBuruk\nCukup\nBaik\nSangat baik" in text


def test_filters_of_other_pages_are_the_first_choice(open_page: Open) -> None:
    app = open_page("formulir", layanan="jumantik", kelurahan="31.73.04.1001", kecamatan="31.73.04")
    assert heading(app).startswith("Jumantik · Kelurahan Tambora")


def test_an_unknown_key_is_said_and_set_aside(open_page: Open) -> None:
    app = open_page("formulir", formulir_layanan="parkir", formulir_kelurahan="31.73.01")
    assert 'Layanan yang dinilai "parkir" tidak dikenal.' in html(app).replace("&quot;", '"')
    assert 'Kelurahan "31.73.01" tidak dikenal.' in html(app).replace("&quot;", '"')
    assert heading(app).startswith("Satu dari 6 layanan · semua kelurahan")


def test_a_choice_goes_into_the_address(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    app = framed("formulir").run()
    next(one for one in app.selectbox if one.label == "Layanan yang dinilai").set_value("semua").run()
    assert app.query_params["formulir_layanan"] == "semua"
    assert heading(app).startswith("6 layanan dalam satu formulir · semua kelurahan")
    next(one for one in app.selectbox if one.label == "Kuesioner").set_value("ikm14").run()
    assert app.query_params["formulir_kuesioner"] == "ikm14" and app.query_params["formulir_layanan"] == "semua"
    assert html(app).count('class="skm-page"') == 2
    assert selects(app)["Kelurahan"] == ""


def test_what_the_page_asks_for_is_read_without_a_question(store: Store) -> None:
    """The keys that the page makes of an address give a form whose entry sheet comes back whole."""
    offered = choices.offered(store)
    wanted = choices.read(offered, {"formulir_layanan": "ppsu", "formulir_kelurahan": "31.73.06.1004"}, ())
    assert wanted is not None and wanted.pesan == ()
    form = forms.blank(
        store, instrumen=wanted.instrumen, periode=wanted.periode, layanan=wanted.layanan, cara=wanted.cara,
        kelurahan=wanted.kelurahan, pengumpul=wanted.pengumpul,
    )  # fmt: skip
    kind = forms.KINDS["excel"]
    assert kind.file_name(form) == "lembar-isian-skm9-2019-q2-ppsu-31.73.06.1004-kelurahan.xlsx"
    people = fill.people(9, ["ppsu"], "31.73.06.1004")
    draft = prepare(store, read_file(fill.entry_sheet(kind.make(form), form, people), "a.xlsx"), Options())
    assert draft.temuan == () and draft.counts["layanan"] == {"ppsu": 7} and draft.n_diterima == 7


def test_the_newest_open_periode_comes_first(store: Store) -> None:
    from skm_core import settings

    known = registry.periode(store)["2019-q2"]
    settings.save_periode(store, Periode("2019-q3", "Juli–September 2019", None, None, known.aturan, "acak", "tutup"))
    assert choices.offered(store)["periode"].bawaan == "2019-q2"
    settings.save_periode(store, Periode("2019-q4", "Oktober 2019", None, None, known.aturan, "acak", "buka"))
    assert choices.offered(store)["periode"].bawaan == "2019-q4"


def test_no_active_layanan_is_said_with_the_next_step(
    app_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import dataclasses
    import shutil

    from skm_core import reference, settings

    shutil.copy(app_dir / "demo.duckdb", tmp_path / "demo.duckdb")
    monkeypatch.setenv("SKM_DATA_DIR", str(tmp_path))
    with Store(tmp_path / "skm.duckdb") as real:
        reference.seed(real)
        for one in list(registry.layanan(real).values()):
            settings.save_layanan(real, dataclasses.replace(one, aktif=False))
    app = framed("formulir").run()
    assert "Belum ada periode atau layanan untuk dibuatkan formulir." in html(app)
    assert not app.get("download_button")
