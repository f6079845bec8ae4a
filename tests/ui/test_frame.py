"""The frame: cache by data version, failures as sentences, links that keep the filters, colours in one place."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui import navigation, palette, theme, trouble
from skm_ui.cache import result
from skm_ui.stores import Shown
from tests.ui.conftest import text


def test_result_is_computed_once_per_data_version_and_arguments() -> None:
    calls: list[tuple[object, ...]] = []

    def count(store: Store, pilihan: Pilihan, by: str = "") -> object:
        calls.append((pilihan, by))
        return object()

    with Store() as store:
        seen = Shown(store, store.data_version, contoh=False)
        first = result(seen, count, Pilihan(periode=("2019-q2",)), by="unsur")
        assert result(seen, count, Pilihan(periode=("2019-q2",)), by="unsur") is first
        assert result(seen, count, Pilihan(), by="unsur") is not first
        with store.write() as cursor:
            cursor.execute("UPDATE pengaturan SET nilai = nilai")
        later = Shown(store, store.data_version, contoh=False)
        assert result(later, count, Pilihan(periode=("2019-q2",)), by="unsur") is not first
    assert len(calls) == 3


def failing(kind: str) -> None:
    import streamlit as st

    from skm_core.errors import StoreBusyError
    from skm_ui.trouble import shown

    with shown():
        st.write("awal")
        if kind == "ours":
            raise StoreBusyError("Basis data sedang dibuka program lain.")
        if kind == "stop":
            st.stop()
        raise ZeroDivisionError("secret detail")


@pytest.mark.parametrize(
    ("kind", "sentence"), [("ours", "Basis data sedang dibuka program lain."), ("bug", trouble.SENTENCE)]
)
def test_failure_reads_as_a_sentence_and_is_logged(
    kind: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app = AppTest.from_function(failing, kwargs={"kind": kind}).run()
    assert not app.exception
    assert sentence in text(app)
    assert "secret detail" not in text(app)
    assert "Traceback" in capsys.readouterr().err


def test_stop_passes_through() -> None:
    assert 'role="alert"' not in text(AppTest.from_function(failing, kwargs={"kind": "stop"}).run())


def linking() -> None:
    import streamlit as st

    from skm_ui.navigation import link

    st.write(link("layanan", layanan="pkk", kelurahan=None))
    st.write(link("ringkasan"))


def test_links_keep_the_filters() -> None:
    app = AppTest.from_function(linking)
    app.query_params["periode"] = "2019-q2"
    app.query_params["kelurahan"] = "31.73.01.1001"
    app.run()
    assert [element.value for element in app.markdown] == [
        "layanan?periode=2019-q2&layanan=pkk",
        "./?periode=2019-q2&kelurahan=31.73.01.1001",
    ]


def test_menu_links_carry_the_filters(open_page) -> None:
    app = open_page(layanan="posyandu", data="contoh")
    others = [title for name, title in navigation.TITLES.items() if name != navigation.DEFAULT]
    links = app.get("page_link")[: len(others)]  # the menu stands before any link of the page
    assert [element.proto.label for element in links] == others
    assert all(element.proto.query_string == "layanan=posyandu&data=contoh" for element in links)


def style_sheets() -> str:
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in theme.STYLES)


@pytest.mark.parametrize("name", ["INK", "MUTED", "LINE", "PAPER", "WASH", "CONTEXT"])
def test_style_sheet_turns_every_chart_colour_in_dark_mode(name: str) -> None:
    colour = getattr(palette, name)
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    css = style_sheets()
    assert f"light-dark({colour.lower()}," in css
    for paint in ("fill", "stroke"):
        assert f'[style*="{paint}: rgb({red}, {green}, {blue})"]' in css


def test_style_sheet_has_the_colours_of_mutu() -> None:
    css = style_sheets()
    for letter, colour in palette.MUTU.items():
        (rule,) = re.findall(rf"\.chip-{letter} \{{(.*?)\}}", css)
        assert colour.lower() in rule
        assert f"color: {palette.ON_MUTU[letter].lower()}" in rule


def test_style_sheet_fetches_nothing() -> None:
    assert not re.search(r"https?:|url\(|@import", style_sheets())
