"""A presenter goes through both stories by keyboard, on the page and from the file; the hall's answers are counted."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page

from skm_core import rules
from skm_core.reports.paparan.deck import deck
from skm_core.reports.scope import Scope
from skm_core.store import Store
from skm_core.story.example import Example, ExampleUnsur, worked
from skm_core.story.steps import HASIL, SOSIALISASI, Story
from skm_core.story.tell import tell
from skm_core.writing import angka
from tests.browser.conftest import Server, Watched
from tests.reports.conftest import DAY

pytestmark = pytest.mark.browser
HERE = "main > section:not([hidden])"
CITY = Scope("kota", "", "2021-q1")


@pytest.fixture(scope="module")
def told(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Story]:
    copy = tmp_path_factory.mktemp("cerita") / "demo.duckdb"
    copy.write_bytes(demo_file.read_bytes())
    with Store(copy) as store:
        return {cerita: tell(store, cerita, CITY, tanggal=DAY) for cerita in (HASIL, SOSIALISASI)}


@pytest.fixture
def opened(chromium: Browser, told: dict[str, Story], tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the file of a story from disk in a browser without a network."""
    pages: list[tuple[Page, list[str]]] = []

    def go(cerita: str, step: str = "", *, width: int = 1920, height: int = 1080) -> Page:
        path = tmp_path / f"{cerita}.html"
        path.write_bytes(deck(told[cerita]))
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True)
        page, troubles = context.new_page(), list[str]()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda asked: None if asked.url.startswith(("file:", "data:")) else troubles.append(asked.url)
        )
        pages.append((page, troubles))
        page.goto(path.as_uri() + (f"#{step}" if step else ""))
        return page

    yield go
    for page, troubles in pages:
        page.context.close()
        assert not troubles


def walk(story: Story, now: Callable[[], str | None], press: Callable[[str], None], *, back: bool = True) -> None:
    """Every step forward with all keys that go on, to the end, and back again."""
    keys = [one.kunci for one in story.langkah]
    forward, backward = ("ArrowRight", "Space", "PageDown"), ("ArrowLeft", "PageUp")
    assert now() == keys[0]
    for place, key in enumerate(keys[1:]):
        press(forward[place % 3])
        assert now() == key
    press("PageDown")
    assert now() == keys[-1], "the last step is the last"
    if not back:
        return
    for place, key in enumerate(reversed(keys[:-1])):
        press(backward[place % 2])
        assert now() == key
    press("End")
    assert now() == keys[-1]
    press("Home")
    assert now() == keys[0]


@pytest.mark.parametrize("cerita", [HASIL, SOSIALISASI])
def test_the_file_from_disk_by_keyboard(opened: Callable[..., Page], told: dict[str, Story], cerita: str) -> None:
    story, page = told[cerita], opened(cerita)
    walk(story, lambda: page.locator(HERE).get_attribute("id"), page.keyboard.press)
    n = len(story.langkah)
    assert page.locator(".hitung").inner_text() == f"1 / {n}"
    page.keyboard.press("PageDown")
    assert page.url.endswith("#" + story.langkah[1].kunci), "the address is of the step"
    note = page.locator(f"{HERE} aside")
    assert not note.is_visible()
    page.keyboard.press("n")
    assert note.is_visible() and story.langkah[1].catatan.split("\n")[0] in note.inner_text()
    with page.expect_popup() as asked:
        page.keyboard.press("p")
    desk = asked.value
    assert story.langkah[1].judul in desk.locator("#kini").inner_text()
    assert desk.locator("#nanti").inner_text() == f"Berikutnya: {story.langkah[2].judul}"
    desk.keyboard.press("PageDown")
    assert page.locator(HERE).get_attribute("id") == story.langkah[2].kunci, "its keys move the hall's screen"
    assert story.langkah[2].catatan.split("\n")[0] in desk.locator("#catatan").inner_text()
    desk.close()
    page.keyboard.press("PageUp")
    page.keyboard.press("g")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 24, 31)"
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_open_notes_cover_nothing(opened: Callable[..., Page], told: dict[str, Story], width: int, height: int) -> None:
    for cerita, story in told.items():
        page = opened(cerita, width=width, height=height)
        page.keyboard.press("n")
        for one in story.langkah:
            found = page.evaluate(
                """() => {
                    const step = document.querySelector("main > section:not([hidden])");
                    const [title, inner, note] = ["h1", ".isi", "aside"].map((name) => step.querySelector(name));
                    const foot = document.querySelector("nav").getBoundingClientRect().top;
                    const words = [...inner.querySelectorAll("*")].filter((e) => !e.children.length);
                    const boxes = words.filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect());
                    return [
                        boxes.some((box) => box.top < title.getBoundingClientRect().bottom - 2),
                        boxes.some((box) => box.bottom > foot + 2),
                        boxes.some((box) => box.right > note.getBoundingClientRect().left + 1),
                        note.scrollHeight > note.clientHeight,
                    ];
                }"""
            )
            assert found == [False] * 4, (cerita, one.kunci)
            page.keyboard.press("PageDown")


@pytest.mark.parametrize(("width", "height", "least"), [(1920, 1080, 27.9), (390, 844, 13.9)])
def test_every_step_fits_and_is_readable(
    opened: Callable[..., Page], told: dict[str, Story], width: int, height: int, least: float
) -> None:
    """Nothing is wider than the screen, nothing hidden below it in a hall, and no text smaller than it may be."""
    for cerita, story in told.items():
        page = opened(cerita, width=width, height=height)
        for one in story.langkah:
            over = page.evaluate(
                """(least) => {
                    const step = document.querySelector("main > section:not([hidden])");
                    const inner = step.querySelector(".isi");
                    const small = [...step.querySelectorAll("*")].filter((e) => e.checkVisibility()
                        && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())).filter((e) => {
                        const svg = e.ownerSVGElement;
                        const scale = svg ? svg.getScreenCTM().a : 1;
                        const size = svg ? e.getAttribute("font-size") : parseFloat(getComputedStyle(e).fontSize);
                        return size * scale < least;
                    });
                    return [step.scrollWidth - step.clientWidth, inner.scrollHeight - inner.clientHeight,
                        step.scrollHeight - step.clientHeight, small.map((e) => e.textContent)];
                }""",
                least,
            )
            where = f"{cerita} {one.kunci} {over}"
            assert over[0] <= 0 and over[1] <= 1 and over[3] == [], where
            assert width < 700 or over[2] <= 0, where
            page.keyboard.press("PageDown")


def answers(chance: random.Random, k: int) -> list[list[int | None]]:
    blank = chance.choice((0, 0.2, 0.9))
    return [
        [None if chance.random() < blank else chance.randint(1, 4) for _ in range(k)]
        for _ in range(chance.randint(1, 60))
    ]


def weights(chance: random.Random, k: int) -> list[Fraction]:
    if chance.random() < 0.6:
        return [Fraction(1, k)] * k
    parts = [chance.randint(1, 20) for _ in range(k)]
    return [Fraction(part, sum(parts)) for part in parts]


def test_the_browser_counts_like_the_library(opened: Callable[..., Page]) -> None:
    """Random questionnaires, blanks, weights and both rules; then sums that fall exactly on a bound or half a cent."""
    chance, cases, expected = random.Random(62), list[dict[str, Any]](), list[dict[str, Any]]()

    def add(forms: list[list[int | None]], bobot: list[Fraction], aturan: rules.RuleSet) -> None:
        unsur = tuple(ExampleUnsur(str(place), "", ("", "", "", ""), one) for place, one in enumerate(bobot))
        mutu = [[one.huruf, one.kinerja, int(one.batas_bawah.scaleb(2))] for one in aturan.mutu]
        cases.append({"forms": forms, "bobot": [one.as_integer_ratio() for one in bobot], "mutu": mutu})
        if all(value is None for form in forms for value in form):
            expected.append({"ikm": None})
            return
        exact = worked(Example(unsur, (), aturan), forms)
        nrr = []
        for place in range(len(bobot)):
            given = [value for form in forms if (value := form[place]) is not None]
            nrr.append(angka(rules.publish_nrr(rules.nrr(sum(given), len(given)))) if given else None)
        index = rules.publish_ikm(rules.ikm(exact))
        huruf = rules.mutu(index, aturan).huruf
        expected.append(
            {"ikm": angka(index), "tertimbang": angka(rules.publish_nrr(exact)), "nrr": nrr, "huruf": huruf}
        )

    for _ in range(200):
        aturan = chance.choice(list(rules.RULE_SETS.values()))
        k = aturan.n_unsur
        add(answers(chance, k), weights(chance, k), aturan)
    ninth = [Fraction(1, 9)] * 9
    for n, total in ((43, 1367), (19, 524), (113, 2644), (8, 207), (16, 405), (32, 1017), (200, 6231)):
        values = [total // (9 * n) + (place < total % (9 * n)) for place in range(9 * n)]
        add([list(values[9 * at : 9 * at + 9]) for at in range(n)], ninth, rules.PERMENPAN_14_2017)
    add([[None] * 9], ninth, rules.PERMENPAN_14_2017)

    page = opened(SOSIALISASI)
    found = page.evaluate(
        """(cases) => cases.map(({ forms, bobot, mutu }) => {
            const made = skm.score(forms, bobot);
            return made === null ? { ikm: null } : {
                ikm: skm.words(made.ikm, 2), tertimbang: skm.words(made.tertimbang, 3),
                nrr: made.nrr.map((one) => (one === null ? null : skm.words(one, 3))),
                huruf: skm.grade(made.ikm, mutu)[0] };
        })""",
        cases,
    )
    assert found == expected
    assert [one["ikm"] for one in expected[200:203]] == ["88,31", "76,61", "65,00"]


def test_the_hall_answers(opened: Callable[..., Page], told: dict[str, Story]) -> None:
    example = next(one.isi for one in told[SOSIALISASI].langkah if one.kunci == "contoh")
    assert isinstance(example, Example)
    page = opened(SOSIALISASI, "contoh")
    step = page.locator("#contoh")

    def shown() -> tuple[str, str, str]:
        return tuple(step.locator(f"[data-isi={name}]").inner_text() for name in ("ikm", "huruf", "n"))  # type: ignore[return-value]

    assert shown() == ("77,78", "B", "1")
    waktu = step.locator("li").nth(2)
    waktu.get_by_role("button", name="4", exact=False).last.click()
    assert shown() == ("83,33", "B", "1") and waktu.locator(".label").inner_text() == "Sangat cepat"
    step.get_by_role("button", name="Kuesioner berikutnya").click()
    assert shown() == ("83,33", "B", "1"), "an empty questionnaire counts nothing"
    step.locator("li").last.locator("button").first.click()
    assert shown() == (_by_hand(example), "B", "2")
    step.get_by_role("button", name="Mulai lagi").click()
    assert shown() == ("–", "", "0") and step.get_by_text("Pilih jawaban").is_visible()
    page.keyboard.press("Space")
    assert page.locator(HERE).get_attribute("id") == "hasil-lalu", "after a click the space bar goes on"


def _by_hand(example: Example) -> str:
    """The example with waktu 4, and a second questionnaire that answers the last unsur only, with 1."""
    first = [value if place != 2 else 4 for place, value in enumerate(example.jawaban)]
    last = Fraction(first[-1] + 1, 2)
    return angka(rules.publish_ikm((sum(first[:-1], Fraction(0)) + last) / 9 * 25))


def test_both_stories_on_the_page(
    serve: Callable[[], Server], visit: Callable[..., Watched], told: dict[str, Story]
) -> None:
    server = serve()
    mine = visit(f"{server.address}/paparan?periode=2021-q1", width=1920, height=1080)
    page = mine.page
    for cerita in (HASIL, SOSIALISASI):
        if cerita == SOSIALISASI:
            page.get_by_role("radio", name="Sosialisasi").click()
            mine.wait("Sosialisasi SKM Jakarta Barat, Januari–Maret 2021")
            mine.settle()
        page.get_by_role("button", name="Mulai paparan").click()
        stage = page.frame_locator(".st-key-paparan-penuh iframe")
        stage.locator(HERE).wait_for()
        mine.settle()
        walk(told[cerita], lambda stage=stage: _here(stage), page.keyboard.press, back=False)  # type: ignore[misc]
        box = page.locator(".st-key-paparan-penuh iframe").bounding_box()
        assert box == {"x": 0, "y": 0, "width": 1920, "height": 1080}, "the whole window"
        assert "langkah=penutup" in page.url
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Mulai paparan").wait_for()

    linked = visit(f"{server.address}/paparan?periode=2021-q1&cerita=hasil&layar=penuh&langkah=unsur&tanpa=layanan")
    stage = linked.page.frame_locator(".st-key-paparan-penuh iframe")
    stage.locator(HERE).wait_for()
    assert _here(stage) == "unsur"
    linked.settle()
    linked.page.keyboard.press("PageUp")
    assert _here(stage) == "hasil", "the part that is switched off is passed over"


def _here(stage: FrameLocator) -> str | None:
    return stage.locator(HERE).get_attribute("id")
