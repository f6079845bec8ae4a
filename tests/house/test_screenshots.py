"""The pictures: every page of the menu is taken, and the five of the README are there, small and told in words."""

from __future__ import annotations

import re
from pathlib import Path

from skm_ui.navigation import DEFAULT, TITLES
from tools.screenshots import MOST_BYTES, PAGES, README

ROOT = Path(__file__).parents[2]


def test_every_page_has_its_picture() -> None:
    taken = {address.partition("?")[0] or DEFAULT for address in PAGES.values()}
    assert taken == set(TITLES)
    assert all(name.partition("-")[0] == (address.partition("?")[0] or DEFAULT) for name, address in PAGES.items())


def test_the_readme_shows_five_pictures_and_says_what_is_seen() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r'<img src="(docs/gambar/[^"]+)"[^>]* alt="([^"]+)"', text))
    assert set(shown) == {f"docs/gambar/{name}.png" for name in README}
    for path, words in shown.items():
        assert (ROOT / path).stat().st_size <= MOST_BYTES, path
        assert re.search(r"\d", words) and len(words) > 60, f"{path}: the words tell no figure"
