"""Frames that part a page: what stands in one is read for itself, before or after what stands beside it."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.chunks import baselines
from pipeline.extract.draft import hull
from pipeline.extract.pages.boxes import Drawn, is_inside
from pipeline.extract.pages.order import banded
from pipeline.extract.sheet import Ink
from pipeline.records import Box

_WALL = 2.0  # points: fills that are nearer touch
_TIGHT = 1.2  # sizes from a fill's foot to the middle of a line that goes on below it
_FEWEST = 3  # lines: a box with fewer is a label or a cell


class Pane(NamedTuple):
    """A frame, the words in it and how many lines they stand on; `ruled` by lines, else by the border of a fill, that
    may be a `fold` of the sheet. It `holds` so many boxes of two lines or more.
    """

    box: Box
    words: list[Ink]
    lines: int
    ruled: bool
    fold: bool = False
    holds: int = 0

    @property
    def panel(self) -> bool:
        """Whether boxes lie in it: it is no cell."""
        return self.fold or self.holds > 1


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


def panes(words: Sequence[Ink], drawn: Sequence[Drawn]) -> tuple[list[Pane], list[Ink]]:
    """The frames that stand beside other words, and the words outside of them.

    A frame around all that stands at its height parts nothing, but those inside of it may; boxes of a line or two are
    cells of a table.
    """
    heights = heights_of(words) if drawn else Heights([], [])
    found = _holding([pane for one in drawn if (pane := _pane(one, heights)).words])
    held, open_ = found, _outer(found)
    kept: list[Pane] = []
    while open_:
        others = _unlabelling(open_)
        kept = [pane for pane in open_ if _parts(pane, heights, others)]
        held = [pane for pane in held if pane not in open_ and not any(is_inside(pane.box, one.box) for one in kept)]
        inner = _outer(held)
        if not inner:
            break
        open_ = [*kept, *inner]
    return kept, _outside(words, kept) if kept else list(words)


def _holding(found: Sequence[Pane]) -> list[Pane]:
    """The frames with the boxes that lie in each and have white around them; cells of a table have none."""
    boxes = [one for one in found if one.lines > 1 and not any(_adjoins(one.box, other.box) for other in found)]
    return [pane._replace(holds=sum(is_inside(one.box, pane.box) for one in boxes)) for pane in found]


def _adjoins(one: Box, two: Box) -> bool:
    """Whether boxes touch or cross at a side, and neither lies in the other."""
    apart = max(
        max(one.x0, two.x0) - min(one.x1, two.x1), max(one.top, two.top) - min(one.bottom, two.bottom)
    )
    return one != two and apart < _WALL and not is_inside(one, two) and not is_inside(two, one)


def _outer(found: Sequence[Pane]) -> list[Pane]:
    return [pane for pane in found if not any(is_inside(pane.box, other.box) for other in found)]


def _pane(one: Drawn, heights: Heights) -> Pane:
    inside = [word for word in heights.level(one.box) if _within(word, one.box)]
    return Pane(one.box, inside, len(baselines(inside)), one.ruled, one.fold)


def _outside(words: Sequence[Ink], kept: Sequence[Pane]) -> list[Ink]:
    taken = {word for pane in kept for word in pane.words}
    return [word for word in words if word not in taken]


def _holds_list(pane: Pane) -> bool:
    return pane.lines >= _FEWEST


def _within(word: Ink, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _parts(pane: Pane, heights: Heights, others: Sequence[Pane]) -> bool:
    """Whether words stand beside the frame, and it and the `others` beside it hold lists.

    Fills are shaded columns of a table where they touch, or where words stand between them, and its headings where
    its rows stand tight below them.
    """
    beside = [word for word in heights.level(pane.box) if not _within(word, pane.box)]
    if pane.panel or pane.lines == 1 or not beside:
        return pane.panel and bool(beside)
    level = [other for other in others if _shares_height(other.box, pane.box)]
    if pane not in others or not (all(map(_holds_list, level)) or _are_cards(level)):
        return False
    return pane.ruled or (
        not any(_heads(other, heights, others) for other in level)
        and not any(_touch(pane.box, other.box) for other in level)
        and all(any(_within(word, other.box) for other in level) for word in beside)
    )


def _heads(pane: Pane, heights: Heights, others: Sequence[Pane]) -> bool:
    """Whether a line that stands in no other frame begins tight below a fill."""
    below = pane.box._replace(top=pane.box.bottom, bottom=pane.box.bottom + _TIGHT * pane.words[0].size)
    words = [word for word in heights.level(below) if _within(word, below)]
    return any(not any(_within(word, other.box) for other in others) for word in words)


def _unlabelling(found: Sequence[Pane]) -> list[Pane]:
    """The frames without labels of panels: what touches a panel of boxes is its label."""
    panels = [pane for pane in found if pane.panel]
    return [pane for pane in found if pane in panels or not any(_touch(one.box, pane.box) for one in panels)]


def _are_cards(level: Sequence[Pane]) -> bool:
    """Frames with white space between them that end at heights of their own: however short a list in one is, the cells
    of a row would end together."""
    ragged = len({round(pane.box.bottom) for pane in level}) > 1
    apart = not any(_touch(one.box, two.box) for one, two in itertools.combinations(level, 2))
    return ragged and apart and all(pane.lines > 1 for pane in level)


def _touch(one: Box, two: Box) -> bool:
    return one != two and _shares_height(one, two) and max(one.x0, two.x0) - min(one.x1, two.x1) < _WALL


def _shares_height(one: Box, two: Box) -> bool:
    return min(one.bottom, two.bottom) > max(one.top, two.top)


def rows_of(found: Sequence[Pane]) -> list[Box]:
    """The places of frames, of those that stand side by side as one."""
    rows = banded(found, lambda pane: pane.box, _shares_height)
    return [hull([pane.box for pane in row]) for row in rows]
