"""Tables that lines draw in full: what stands between lines that cross."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.gutters import Strip
from pipeline.extract.pages.undrawn import with_undrawn
from pipeline.extract.plan import Plan
from pipeline.extract.rules import Edge, Edges, Grid, grids, within
from pipeline.extract.sheet import Ink
from pipeline.records import Box

_INSIDE = 8.0  # points from a grid's border: a line nearer to it is part of the border
_SAME_X = 4.0  # points between lines down that draw one column's edge
_LONG = 0.25  # of a grid's height: what the lines at one x have to cover to be a column's edge


class Gridded(NamedTuple):
    """The tables in a page's grids, and the words outside of them: level and turned ones."""

    tables: list[Plan]
    level: list[Ink]
    turned: list[Ink]


def grid_tables(page: int, level: Sequence[Ink], turned: Sequence[Ink], edges: Edges) -> Gridded:
    """Part the words inside of grids from the others; columns lie between the lines that run down a grid."""
    out = Gridded([], list(level), list(turned))
    for grid in _parting(edges, level):
        inside, outside = _split(out.level, grid)
        spun, unspun = _split(out.turned, grid)
        if inside or spun:
            out = Gridded([*out.tables, _plan(page, grid, inside, spun, edges)], outside, unspun)
    return out


def _parting(edges: Edges, words: Sequence[Ink]) -> Iterator[Grid]:
    """Grids that part words: with lines down the inside, not a frame around other things alone."""
    for grid in grids(edges):
        inner = [e for e in grid.edges.down if grid.box.x0 + _INSIDE < e.at < grid.box.x1 - _INSIDE]
        if inner and len(grid.edges.across) >= 2 and _holds_two(words, grid.box):
            yield grid


def _holds_two(words: Sequence[Ink], box: Box) -> bool:
    inside = (word for word in words if _within(word, box))
    return next(inside, None) is not None and next(inside, None) is not None


def _split(words: Sequence[Ink], grid: Grid) -> tuple[list[Ink], list[Ink]]:
    inside: list[Ink] = []
    outside: list[Ink] = []
    for word in words:
        (inside if _within(word, grid.box) else outside).append(word)
    return inside, outside


def _within(word: Ink, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def _plan(page: int, grid: Grid, words: list[Ink], turned: list[Ink], edges: Edges) -> Plan:
    columns = with_undrawn(_columns(grid), words, [edge.at for edge in grid.edges.across])
    return Plan(page, tuple(words), tuple(turned), columns, within(edges, grid.box), grid.box, True)


def _columns(grid: Grid) -> tuple[Strip, ...]:
    groups: list[list[Edge]] = []
    for edge in sorted(grid.edges.down):
        if groups and edge.at - groups[-1][0].at <= _SAME_X:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    height = grid.box.bottom - grid.box.top
    xs = [group[0].at for group in groups if sum(edge.length for edge in group) >= _LONG * height]
    inner = [x for x in xs if grid.box.x0 + _INSIDE < x < grid.box.x1 - _INSIDE]
    bounds = [grid.box.x0, *inner, grid.box.x1]
    return tuple(itertools.pairwise(bounds))
