"""Frames that part a page: what stands in one is read for itself, before or after what stands beside it."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from pipeline.extract.chunks import baselines
from pipeline.extract.draft import hull
from pipeline.extract.pages.order import banded
from pipeline.extract.rules import Edge, Edges
from pipeline.extract.sheet import Ink
from pipeline.records import Box

_CORNER = 12.0  # points that a round corner takes off the sides
_WALL = 2.0  # points: fills that are nearer touch
_AT = attrgetter("at")
_FEWEST = 3  # lines: a box with fewer is a label or a cell


class Pane(NamedTuple):
    """A frame, the words in it and how many lines they stand on; `ruled` by lines, else by the border of a fill."""

    box: Box
    words: list[Ink]
    lines: int
    ruled: bool


class Heights(NamedTuple):
    """A page's words by the heights of their middles, each with its place in the page's order.

    The designs' pages have four frames each on average: each is held against the words at its height and no others.
    """

    middles: list[float]
    words: list[tuple[int, Ink]]

    def level(self, box: Box) -> list[Ink]:
        """The words whose middles lie between a box's top and bottom, in the page's order."""
        first, last = bisect_left(self.middles, box.top), bisect_right(self.middles, box.bottom)
        return [word for _, word in sorted(self.words[first:last])]


def heights_of(words: Sequence[Ink]) -> Heights:
    placed = sorted(((word.top + word.bottom) / 2, i) for i, word in enumerate(words))
    return Heights([middle for middle, _ in placed], [(i, words[i]) for _, i in placed])


def panes(words: Sequence[Ink], edges: Edges) -> tuple[list[Pane], list[Ink]]:
    """The frames of a page that stand beside other words, and the words outside of them.

    A frame around all that stands at its height parts nothing; boxes of a line or two are cells of a table.
    """
    drawn = list(frames(edges))
    heights = heights_of(words) if drawn else Heights([], [])
    found = [pane for box, ruled in drawn if (pane := _pane(box, heights, ruled)).words]
    kept = [pane for pane in found if _parts(pane, heights, found)]
    return kept, _outside(words, kept) if kept else list(words)


def _pane(box: Box, heights: Heights, ruled: bool) -> Pane:
    inside = [word for word in heights.level(box) if _within(word, box)]
    return Pane(box, inside, len(baselines(inside)), ruled)


def _outside(words: Sequence[Ink], kept: Sequence[Pane]) -> list[Ink]:
    taken = {word for pane in kept for word in pane.words}
    return [word for word in words if word not in taken]


def _holds_list(pane: Pane) -> bool:
    return pane.lines >= _FEWEST


def frames(edges: Edges) -> Iterator[tuple[Box, bool]]:
    """Rectangles of four lines, with square or round corners, and fills; whether each is of lines."""
    sides = sorted(((e.ruled, round(e.start), round(e.end)), e.at, e) for e in edges.down)
    across = sorted(edges.across)
    for (span, _, left), (other, _, right) in itertools.pairwise(sides):
        box = Box(left.at, left.start, right.at, left.end)
        if span == other and _drawn(box.top, box, across) and _drawn(box.bottom, box, across):
            yield box, left.ruled


def _drawn(y: float, box: Box, across: Sequence[Edge]) -> bool:
    """Whether one of the sorted edges across runs along a box at a height."""
    near = across[bisect_left(across, y - 2 * _CORNER, key=_AT) : bisect_right(across, y + 2 * _CORNER, key=_AT)]
    return any(
        abs(edge.at - y) <= _CORNER and edge.start <= box.x0 + _CORNER and edge.end >= box.x1 - _CORNER
        for edge in near
    )


def _within(word: Ink, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _parts(pane: Pane, heights: Heights, others: Sequence[Pane]) -> bool:
    """Whether words stand beside the frame, and it and the frames beside it hold lists.

    Fills are shaded columns of a table where they touch, or where words stand between them.
    """
    beside = [word for word in heights.level(pane.box) if not _within(word, pane.box)]
    if pane.lines == 1 or not beside:
        return False
    level = [other for other in others if _shares_height(other.box, pane.box)]
    if not (all(map(_holds_list, level)) or _are_cards(level)):
        return False
    return pane.ruled or (
        not any(_touch(pane.box, other.box) for other in level)
        and all(any(_within(word, other.box) for other in level) for word in beside)
    )


def _are_cards(level: Sequence[Pane]) -> bool:
    """Frames with white space between them that end at heights of their own: however short a list in one is, the cells
    of a row would end together."""
    ragged = len({round(pane.box.bottom) for pane in level}) > 1
    apart = not any(_touch(one.box, two.box) for one, two in itertools.combinations(level, 2))
    return ragged and apart and all(pane.lines > 1 for pane in level)


def _touch(one: Box, two: Box) -> bool:
    return one != two and max(one.x0, two.x0) - min(one.x1, two.x1) < _WALL


def _shares_height(one: Box, two: Box) -> bool:
    return min(one.bottom, two.bottom) > max(one.top, two.top)


def rows_of(found: Sequence[Pane]) -> list[Box]:
    """The places of frames, of those that stand side by side as one."""
    rows = banded(found, lambda pane: pane.box, _shares_height)
    return [hull([pane.box for pane in row]) for row in rows]
