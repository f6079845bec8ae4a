"""How steady a page is in the browser while it is opened, filtered or left for another: measured in the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).with_name("steady.js")
SHIFT = 0.02
"""The most an action may move: a fifth of what the Web Vitals call good (0.1), which is about what one can see."""
QUIET = "text => document.body.innerText.includes(text) && performance.now() - skmSteady.changed > 250"
STANDS = "[data-testid=stApp][data-test-script-state=notRunning]"
"""The app while the server draws nothing."""


@dataclass(frozen=True)
class Seen:
    """One action: layout shift (sum), frames with words but without style sheets, least px of page under the menu,
    least opacity, ms until all is drawn."""

    shift: float
    moved: tuple[str, ...]
    bare: int
    least_height: int
    least_opacity: float
    drawn_ms: float


def watch(page: Page) -> Page:
    """Watch every document the page opens from now on."""
    page.add_init_script(path=SCRIPT)
    return page


def after(page: Page, work: Callable[[], object], drawn: Callable[[], object], text: str = "") -> Seen:
    """Do `work`, wait until it is `drawn`, says `text` and nothing changes any more, and tell what was seen.

    The milliseconds count from the click in the page, or from the address if nothing was clicked.
    """
    if page.evaluate("'skmSteady' in window"):
        page.evaluate("Object.assign(skmSteady, {shifts: [], frames: [], bare: 0})")
    work()
    drawn()
    page.locator(STANDS).wait_for()
    page.wait_for_function(QUIET, arg=text)
    seen = page.evaluate("skmSteady")
    return Seen(
        sum(shift["value"] for shift in seen["shifts"]),
        tuple(what for shift in seen["shifts"] for what in shift["what"]),
        seen["bare"],
        min(frame["below"] for frame in seen["frames"]),
        min(frame["opacity"] for frame in seen["frames"]),
        seen["drawn"] - seen["clicked"],
    )
