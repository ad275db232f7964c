"""The rows of a table: bands between ruling lines, and lines of text where no rules part them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.chunks import Chunk
from pipeline.extract.gutters import Strip
from pipeline.extract.rules import SNAP, Edge, Edges

_COVERED = 0.8  # of a column's width: what a rule has to cover to part its cells


class Boundary(NamedTuple):
    """A horizontal edge of a table, and in which columns it is drawn."""

    at: float
    drawn: tuple[bool, ...]


class Band(NamedTuple):
    """A row's place: `ruled` numbers the stretch between two rules it lies in."""

    top: float
    bottom: float
    ruled: int


def boundaries(edges: Edges, columns: Sequence[Strip]) -> list[Boundary]:
    """The heights at which at least one column has an edge across, from top to bottom."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges.across):
        if groups and edge.at - groups[-1][-1].at <= SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    out = []
    for group in groups:
        drawn = tuple(_covers(group, column) for column in columns)
        if any(drawn):
            out.append(Boundary(sum(edge.at for edge in group) / len(group), drawn))
    return out


def _covers(edges: Sequence[Edge], column: Strip) -> bool:
    low, high = column
    covered = sum(max(0.0, min(edge.end, high) - max(edge.start, low)) for edge in edges)
    return covered >= _COVERED * (high - low)


def rule_bands(found: Sequence[Boundary], top: float, bottom: float, size: float) -> list[Band]:
    """The stretches between boundaries that are high enough to hold text, from the table's top to its bottom."""
    ys = [top, *(b.at for b in found if top + 0.5 * size < b.at < bottom - 0.5 * size), bottom]
    pairs = [(a, b) for a, b in zip(ys, ys[1:], strict=False) if b - a >= 0.5 * size]
    return [Band(a, b, i) for i, (a, b) in enumerate(pairs)]


def text_bands(bands: Sequence[Band], columns: Sequence[Sequence[Chunk]]) -> list[Band]:
    """Bands parted further by lines of text where rules stand too far apart to part rows.

    `columns` are the printed lines of each column from top to bottom.
    """
    inside = [[_inside(lines, band) for lines in columns] for band in bands]
    crowded = [max((len(lines) for lines in parts), default=0) for parts in inside]
    if not crowded or not _sparse(crowded):
        return list(bands)
    tight = _wrap_step([max(parts, key=len) for parts in inside if any(parts)])
    out: list[Band] = []
    for band, parts in zip(bands, inside, strict=True):
        out += _parted(band, parts, tight)
    return out


def _sparse(crowded: Sequence[int]) -> bool:
    """Whether rules stand for groups of rows: a fourth of all lines or more stand in bands of five or more."""
    return sum(n for n in crowded if n >= 5) > 0.25 * sum(crowded)


def _inside(lines: Sequence[Chunk], band: Band) -> list[Chunk]:
    return [line for line in lines if band.top <= (line.top + line.bottom) / 2 < band.bottom]


def _wrap_step(keys: Sequence[Sequence[Chunk]]) -> float:
    """The step between baselines up to which a line goes on the one before; 0 where paper does not tell.

    Steps have to fall into two groups apart: within wrapped names, and from one to the next.
    """
    steps = sorted(
        (two.base - one.base) / max(one.size, 1.0)
        for lines in keys
        for one, two in zip(lines, lines[1:], strict=False)
        if two.base - one.base < 4 * one.size
    )
    if len(steps) < 4:
        return 0.0
    jumps = [(b - a, i) for i, (a, b) in enumerate(zip(steps, steps[1:], strict=False)) if a < 1.6]
    if not jumps:
        return 0.0
    jump, i = max(jumps)
    spread = steps[i] - steps[0]
    return (steps[i] + steps[i + 1]) / 2 if jump > 0.12 and jump > 1.5 * spread else 0.0


def _parted(band: Band, parts: Sequence[Sequence[Chunk]], tight: float) -> list[Band]:
    key = max(parts, key=len, default=())
    if len(key) < 2:
        return [band]
    starts = [
        two for one, two in zip(key, key[1:], strict=False) if two.base - one.base > tight * max(one.size, 1.0)
    ]
    cuts = [_cut(key[key.index(start) - 1], start) for start in starts]
    ys = [band.top, *cuts, band.bottom]
    return [Band(a, b, band.ruled) for a, b in zip(ys, ys[1:], strict=False)]


def _cut(one: Chunk, two: Chunk) -> float:
    return (one.bottom + two.top) / 2
