"""What a page draws around its words: frames of lines, and fills with square or round corners, white ones on colour."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from pipeline.extract.rules import Edge, Edges
from pipeline.extract.sheet import Rule, Sheet
from pipeline.records import Box

_CORNER = 12.0  # points that a round corner takes off the sides
_SAME = 3.0  # points: a box and its shadow, or the border drawn as a box behind it
_LEAST = 12.0  # points: no line of print stands in less
_EDGE = 1.0
_AT = attrgetter("at")


class Drawn(NamedTuple):
    """A rectangle, `ruled` by lines, else filled; a `fold` is a fill from the top of the sheet to its bottom."""

    box: Box
    ruled: bool
    fold: bool = False


def drawn_on(sheet: Sheet, edges: Edges) -> list[Drawn]:
    """The rectangles of a page, each once."""
    framed = list(frames(edges))
    out = [Drawn(box, ruled) for box, ruled in framed if not any(_is_around(box, other) for other, _ in framed)]
    for rule in sheet.rules:
        box = Box(rule.x0, rule.top, rule.x1, rule.bottom)
        if _holds_print(rule) and not any(_is_same(box, other.box) for other in out):
            out.append(Drawn(box, False))
    return [one._replace(fold=not one.ruled and _is_fold(one.box, sheet)) for one in out]


def _holds_print(rule: Rule) -> bool:
    return rule.kind != "line" and min(rule.x1 - rule.x0, rule.bottom - rule.top) >= _LEAST


def _is_same(one: Box, two: Box) -> bool:
    across = abs(one.x0 - two.x0) <= _SAME and abs(one.x1 - two.x1) <= _SAME
    return across and abs(one.top - two.top) <= _SAME and abs(one.bottom - two.bottom) <= _SAME


def _is_fold(box: Box, sheet: Sheet) -> bool:
    high = box.top <= _EDGE and box.bottom >= sheet.height - _EDGE
    return high and box.x1 - box.x0 < sheet.width - _EDGE


def frames(edges: Edges) -> Iterator[tuple[Box, bool]]:
    """Rectangles of four lines, with square or round corners, and fills; whether each is of lines."""
    sides = sorted(((e.ruled, round(e.start), round(e.end)), e.at, e) for e in edges.down)
    across = sorted(edges.across)
    for (span, _, left), (other, _, right) in itertools.pairwise(sides):
        box = Box(left.at, left.start, right.at, left.end)
        if span == other and _runs_along(box.top, box, across) and _runs_along(box.bottom, box, across):
            yield box, left.ruled


def _is_around(gap: Box, box: Box) -> bool:
    """Whether two sides with nothing but the white around one card between them, those of the cards beside it, make a
    frame of no own: its line across is the card's."""
    left, right = box.x0 - gap.x0, gap.x1 - box.x1
    level = abs(box.top - gap.top) <= _SAME or abs(box.bottom - gap.bottom) <= _SAME
    return level and all(_SAME < side <= _CORNER for side in (left, right))


def _runs_along(y: float, box: Box, across: Sequence[Edge]) -> bool:
    """Whether one of the sorted edges across runs along a box at a height."""
    near = across[bisect_left(across, y - 2 * _CORNER, key=_AT) : bisect_right(across, y + 2 * _CORNER, key=_AT)]
    return any(
        abs(edge.at - y) <= _CORNER and edge.start <= box.x0 + _CORNER and edge.end >= box.x1 - _CORNER
        for edge in near
    )


def is_inside(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another one, and is smaller."""
    level = inner.top >= outer.top - _SAME and inner.bottom <= outer.bottom + _SAME
    within = level and inner.x0 >= outer.x0 - _SAME and inner.x1 <= outer.x1 + _SAME
    return within and not _is_same(inner, outer)
