"""A passage of analysis as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from skm_core.reports.blocks import Block, Items, Text


def passage(text: str) -> Iterator[Block]:
    """One paragraph a line; lines that start with "- " are the items of a list."""
    items: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("- "):
            items.append(line.removeprefix("- ").strip())
            continue
        if items:
            yield Items(tuple(items))
            items = []
        if line.strip():
            yield Text(line.strip())
