"""Frames that part a page: what stands in one is read for itself, before or after what stands beside it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.chunks import baselines
from pipeline.extract.draft import hull
from pipeline.extract.rules import Edge, Edges
from pipeline.extract.sheet import Ink
from pipeline.records import Box

_CORNER = 12.0  # points that a round corner takes off the sides
_FEWEST = 3  # lines: a box with fewer is a label or a cell


class Pane(NamedTuple):
    """A frame and the words in it."""

    box: Box
    words: list[Ink]


def panes(words: Sequence[Ink], edges: Edges) -> tuple[list[Pane], list[Ink]]:
    """The frames of a page that stand beside other words, and the words outside of them.

    A frame around all that stands at its height parts nothing; boxes of a line or two are cells of a table.
    """
    found = [Pane(box, inside) for box in frames(edges) if (inside := [w for w in words if _within(w, box)])]
    kept = [pane for pane in found if _parts(pane, words, found)]
    taken = {word for pane in kept for word in pane.words}
    return kept, [word for word in words if word not in taken]


def frames(edges: Edges) -> Iterator[Box]:
    """Rectangles of four lines, with square or round corners."""
    sides = sorted(((round(e.start), round(e.end)), e.at, e) for e in edges.down if e.ruled)
    for (span, _, left), (other, _, right) in itertools.pairwise(sides):
        box = Box(left.at, left.start, right.at, left.end)
        if span == other and _drawn(box.top, box, edges.across) and _drawn(box.bottom, box, edges.across):
            yield box


def _drawn(y: float, box: Box, across: Sequence[Edge]) -> bool:
    return any(
        edge.ruled
        and abs(edge.at - y) <= _CORNER
        and edge.start <= box.x0 + _CORNER
        and edge.end >= box.x1 - _CORNER
        for edge in across
    )


def _within(word: Ink, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _parts(pane: Pane, words: Sequence[Ink], others: Sequence[Pane]) -> bool:
    """Whether words stand beside the frame, and it and the frames beside it hold lists."""
    level = [other for other in others if _shares_height(other.box, pane.box)]
    return any(_is_beside(word, pane.box) for word in words) and all(
        len(baselines(other.words)) >= _FEWEST for other in level
    )


def _shares_height(one: Box, two: Box) -> bool:
    return min(one.bottom, two.bottom) > max(one.top, two.top)


def _is_beside(word: Ink, box: Box) -> bool:
    return box.top <= (word.top + word.bottom) / 2 <= box.bottom and not box.x0 <= (word.x0 + word.x1) / 2 <= box.x1


def rows_of(found: Sequence[Pane]) -> list[Box]:
    """The places of frames, of those that stand side by side as one."""
    rows: list[list[Pane]] = []
    for pane in sorted(found, key=lambda pane: pane.box.top):
        if rows and any(_shares_height(pane.box, other.box) for other in rows[-1]):
            rows[-1].append(pane)
        else:
            rows.append([pane])
    return [hull([pane.box for pane in row]) for row in rows]
