"""Who goes by keyboard sees where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser
PLACE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body || here.matches("main")) return null;
  const ring = (one) => {
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const box = here.closest("[role=group], [data-testid$=RootElement]");
  const name = here.innerText || here.getAttribute("aria-label") || here.id;
  return [`${here.tagName} ${name}`.slice(0, 60), ring(here) || ring(box)];
}"""
MOST = 60


@pytest.mark.parametrize("name", ["", "bandingkan", "suara"])
def test_a_ring_shows_where_the_keyboard_is(demo_server: Server, visit: Callable[..., Watched], name: str) -> None:
    page = visit(f"{demo_server.address}/{name}").page
    seen: dict[str, bool] = {}
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if found := page.evaluate(PLACE):
            seen[found[0]] = bool(found[1])
    assert len(seen) > 15, "Tab went nowhere"
    assert all(seen.values()), [what for what, ring in seen.items() if not ring]
