"""Reads a page back as a person would see it: every figure that names itself, and every number that does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import charts, html

SCORE_LIKE = re.compile(r"(?<![\d,.])(?!0,)\d{1,3},\d{2,3}(?![\d,])")
"""An IKM is at least 25 and an NRR at least 1, so that what begins with 0 (alpha, r) is neither."""
VOID = {"br", "hr", "img", "input", "meta", "link"}


@dataclass
class Node:
    tag: str
    attrs: dict[str, str]
    parent: Node | None
    children: list[Node | str] = field(default_factory=list)

    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(c if isinstance(c, str) else c.text() for c in self.children)).strip()

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def above(self, tag: str) -> Node | None:
        node = self.parent
        while node is not None and node.tag != tag:
            node = node.parent
        return node

    def without(self, *names: str) -> str:
        """The text left when elements with one of the attributes or classes are taken out."""
        if any(name in self.attrs or name in self.attrs.get("class", "").split() for name in names):
            return " "
        inner = " ".join(c if isinstance(c, str) else c.without(*names) for c in self.children)
        return f"{inner} {self.attrs.get('title', '')}"


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs}, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_endtag(self, tag: str) -> None:
        node: Node | None = self.at
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.at = node.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def tree(text: str) -> Node:
    parser = _Parser()
    parser.feed(text)
    return parser.root


def plain(text: str) -> str:
    """Words of a chart without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip()


@dataclass(frozen=True)
class Spoken:
    """One figure found on a page: which one it says it is, its text, the name beside it, its drawn value and bars.

    small: drawn in a row of small lines, on a scale of its own. short: written in a chart, with "B?" for
    an uncertain mutu, whose words stand in the hint. compact: only value and letter, all else stands in the hint.
    """

    acuan: str
    text: str
    row: str = ""
    drawn: tuple[float, float, float] | None = None
    small: bool = False
    short: bool = False
    compact: bool = False


def figures(app: AppTest) -> list[Spoken]:
    """All figures of the page: in text, tables, the heat table, and all charts."""
    found: list[Spoken] = []
    for node in tree(html(app)).walk():
        if "data-f" in node.attrs:
            line = node.above("tr")
            cells = [child for child in line.children if isinstance(child, Node)] if line else []
            row = cells[0].text() if cells else ""
            if node.tag == "td":
                found.append(Spoken(node.attrs["data-f"], node.attrs["title"], row))
                found.append(Spoken(node.attrs["data-f"], node.text(), row, compact=True))
            else:
                found.append(Spoken(node.attrs["data-f"], node.text(), row))
    for chart in charts(app):
        found += of_chart(chart)
    return found


def of_chart(chart: dict[str, Any]) -> list[Spoken]:
    """The figures of one chart: as drawn, as said when pointed at, and as written beside the marks."""
    found: list[Spoken] = []
    axis = chart["layout"].get("yaxis", {})
    names = dict(zip(axis.get("tickvals", []), axis.get("ticktext", []), strict=False))
    for trace in chart["data"]:
        if "meta" not in trace:
            continue
        across, bars = ("x", trace["error_x"]) if "error_x" in trace else ("y", trace.get("error_y"))
        hover = trace.get("hovertext") or _hover_of_rows(chart, trace)
        for place, named in enumerate(trace["meta"]):
            if not named:
                continue
            acuan, *also = named.split(";")
            said = [
                line for line in hover[place].split("<br>") if re.search(r"· n |tidak ditampilkan|tanpa data", line)
            ]
            found += [Spoken(other, plain(line)) for other, line in zip(also, said[1:], strict=False)]
            up, down = (bars["array"][place], bars["arrayminus"][place]) if bars and bars["visible"] else (0.0, 0.0)
            drawn = (trace[across][place], up, down) if bars else None
            row = plain(names.get(trace["y"][place], ""))
            found.append(Spoken(acuan, plain(said[0]), row, drawn, small=axis.get("showticklabels") is False))
        for acuan, text in _written(chart, trace):
            found.append(Spoken(acuan, text, short=True, compact="±" not in text and "rentang" not in text))
    return found


def _written(chart: dict[str, Any], trace: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Words on a chart that hold a figure, with the figure of the mark they stand at."""
    words = [(note.get("x"), note["y"], note) for note in chart["layout"].get("annotations", []) if "y" in note]
    points = list(zip(trace["x"], trace["y"], trace["meta"], strict=True))
    for x, y, note in words:
        if not SCORE_LIKE.search(note["text"]) or (note.get("xanchor") == "right" and note.get("xref") == "paper"):
            continue
        if note.get("xref") == "paper":  # a column at the right: the last mark of the row
            mine = [named for _, at, named in points if at == y or y - 0.5 <= at <= y + 0.5]
        else:
            mine = [named for at, _, named in points if at == x]
        yield mine[-1].split(";")[0], plain(note["text"])
    for other in chart["data"]:
        if other.get("mode") == "text":
            for x, y, text in zip(other["x"], other["y"], other["text"], strict=True):
                if SCORE_LIKE.search(text):
                    near = min(points, key=lambda one: (one[0] - x) ** 2 + (one[1] - y) ** 2)
                    yield near[2].split(";")[0], plain(text)


def _hover_of_rows(chart: dict[str, Any], trace: dict[str, Any]) -> list[str]:
    """What the rows of a chart of dots say: an invisible mark a row, and the words at the right."""
    rows = next(other for other in chart["data"] if other.get("hovertext"))
    said = dict(zip(rows["y"], rows["hovertext"], strict=True))
    return [said[row] for row in trace["y"]]


def changes(app: AppTest) -> list[tuple[str, str]]:
    """All movements of the page: which one, and what is said; of charts what the name at left or the hover says."""
    found = [(node.attrs["data-c"], node.text()) for node in tree(html(app)).walk() if "data-c" in node.attrs]
    for chart in charts(app):
        hover: dict[float, str] = {}
        for trace in chart["data"]:
            if "hovertext" in trace and "meta" not in trace and trace["hovertext"]:
                hover = dict(zip(trace["y"], trace["hovertext"], strict=True))
        left = {n["y"]: n["text"] for n in chart["layout"].get("annotations", []) if n.get("xanchor") == "right"}
        for row, acuan in enumerate(chart["layout"].get("meta", [])):
            if acuan:
                found.append((acuan, plain(hover.get(row) or left[row + 0.5])))
    return found


def stray(app: AppTest) -> list[str]:
    """Sentences outside the figures that hold a number looking like a score, which none may.

    Allowed are points of a difference ("2,10 poin") and targets, which are no results.
    """
    left = [tree(html(app)).without("data-f", "data-c", "skm-sure")]
    left += [str(e.proto.label) for kind in ("page_link", "button") for e in app.get(kind)]
    for chart in charts(app):
        read = {one.text for one in of_chart(chart)}
        for note in chart["layout"].get("annotations", []):
            text = plain(note["text"])
            if note.get("xanchor") == "right" and chart["layout"].get("meta"):
                text = re.sub(r"(naik|turun) \d{1,2},\d{2}", "", text)  # a movement, read by `changes`
            left += [] if text in read else [text]
        left += [
            text for t in chart["data"] if t.get("mode") == "text" for text in t["text"] if plain(text) not in read
        ]
        space = chart["alt"].replace("\N{NO-BREAK SPACE}", " ")
        left.append(re.sub(r"\d{1,3},\d{2,3}( \(?± \d{1,3},\d{2,3}| (· |\()tanpa rentang)", "", space))
    return [found for text in left for found in _bare(plain(text))]


def _bare(text: str) -> list[str]:
    allowed = re.sub(r"\d{1,3},\d{2} poin|[Tt]arget \d{1,3},\d{2}", "", text)
    return [allowed[max(0, hit.start() - 40) : hit.end() + 20] for hit in SCORE_LIKE.finditer(allowed)]
