"""Columns that the lines of a grid do not draw: white gutters between two headings run down through a drawn column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.chunks import baselines, chunks
from pipeline.extract.gutters import Strip, gutters, has_white, raster_of
from pipeline.extract.sheet import Ink

_FEWEST = 4  # lines that a column has


def with_undrawn(columns: Sequence[Strip], words: Sequence[Ink], heights: Sequence[float]) -> tuple[Strip, ...]:
    """The columns that are drawn, parted where the row of headings and all rows below it leave a gutter; `heights` are
    those of the lines across."""
    parted = (part for column in columns for part in _parted(column, _inside(words, column), heights))
    return tuple(parted)


def _inside(words: Sequence[Ink], column: Strip) -> list[Ink]:
    return [word for word in words if column[0] <= (word.x0 + word.x1) / 2 <= column[1]]


def _parted(column: Strip, words: Sequence[Ink], heights: Sequence[float]) -> Iterator[Strip]:
    lines = baselines(words) if has_white(words) else []
    if len(lines) < _FEWEST or any(word.x0 < column[0] or word.x1 > column[1] for word in words):
        yield column
        return
    head = _first_row(words, heights)
    found = [strip for strip, _ in gutters(raster_of([chunks(line) for line in lines]), 0, len(lines))]
    bounds = [column[0], *((a + b) / 2 for a, b in found), column[1]]
    headed = [bool(_inside(head, strip)) for strip in pairwise(bounds)]
    yield from pairwise(bounds) if found and all(headed) else (column,)


def _first_row(words: Sequence[Ink], heights: Sequence[float]) -> list[Ink]:
    """The words between the first two lines across that have some between them."""
    rows = ([word for word in words if a <= (word.top + word.bottom) / 2 <= b] for a, b in pairwise(sorted(heights)))
    return next(filter(None, rows), [])
