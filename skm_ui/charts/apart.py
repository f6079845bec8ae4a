"""Names beside dots, so that none runs over another name or dot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

LETTER, LINE, DOT, GAP = 7.6, 17, 7, 11
"""Pixels: width of a bold letter of size 14, height of a line, radius of a dot, distance of a name from its dot."""
Box = tuple[float, float, float, float]


def apart(dots: Sequence[tuple[float, float]], names: Sequence[str], width: float) -> list[tuple[int, int]]:
    """Per dot how far its name stands off, in pixels to the right (negative: ends left of it) and up.

    Dots in pixels within a picture of `width`. Beside the dot where there is room, else above or below that; the first
    name has the first choice, and a name that finds no room stands at the right.
    """
    taken = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in dots]
    found = []
    for number, ((x, y), name) in enumerate(zip(dots, names, strict=True)):
        others = [box for place, box in enumerate(taken) if place != number]
        choices = product((0, LINE, -LINE, 2 * LINE, -2 * LINE), (GAP, -GAP))
        boxes = {(across, up): _box(x + across, y + up, name, across > 0) for up, across in choices}
        free = [
            shift
            for shift, box in boxes.items()
            if box[0] >= 0 and box[2] <= width and not any(_meet(box, other) for other in others)
        ]
        chosen = free[0] if free else (GAP, 0)
        taken.append(boxes[chosen])
        found.append(chosen)
    return found


def _box(x: float, y: float, name: str, right: bool) -> Box:
    length = LETTER * len(name)
    return (x if right else x - length, y - LINE / 2, x + length if right else x, y + LINE / 2)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
