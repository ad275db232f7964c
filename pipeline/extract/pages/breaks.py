"""The places between a page's lines where one region may end and the next begin."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from pipeline.extract.chunks import LARGE, Chunk, Lines, leading
from pipeline.extract.gutters import Raster, Strip, dots, is_across, white_between

_MOST = 12
_SMALL = 0.95  # of the usual font size: a note's
_NEAR = 8  # lines above notes, whose columns they reach across
_INDENT = 4.0  # points from the left edge of the raster, which begins 2 points left of all
_ROWS, _PAIR = 3, 2  # rows that tell where white runs, each a label and a name
_GAP = 1.5  # leadings: white space that may part two regions


def breaks(lines: Lines, parts: list[list[Chunk]], raster: Raster) -> list[int]:
    """Places between lines where one region may end and the next begin, the likeliest ones, with what a cut
    costs.
    """
    usual = leading(lines, raster.size)
    between = _white_of_rows(parts, raster.size)
    looks = [_across(part[0], raster, between) if len(part) == 1 else float(_set_off(part, raster)) for part in parts]
    for i in range(_notes(parts, raster), len(parts)):
        looks[i] += is_across(raster, parts[i][0], i - _NEAR, i)
    white = [0.0, *((two[0].base - one[0].base) / usual for one, two in itertools.pairwise(lines))]
    scores = {i: looks[i - 1] + looks[i] + (white[i] if white[i] > _GAP else 0.0) for i in range(1, len(lines))}
    sure = [i for i in scores if white[i] > _GAP or max(looks[i - 1], looks[i]) >= 1.0]
    return sorted(sorted(sure, key=lambda i: -scores[i])[:_MOST])


def _notes(parts: list[list[Chunk]], raster: Raster) -> int:
    """The first of the lines at the end that stand alone and begin at the left: notes below a table, whose gutters
    lines of lists above it may close.
    """
    at = len(parts)
    while at > _NEAR and len(parts[at - 1]) == 1 and parts[at - 1][0].x0 < raster.left + _INDENT:
        at -= 1
    return at


def _white_of_rows(parts: list[list[Chunk]], least: float) -> list[Strip]:
    """The white that all rows of a label and a name share, where many headings may lie across. What parts numbers from
    names is less wide."""
    rows = [found for found in parts if len(found) > 1]
    if len(rows) < _ROWS or max(map(len, rows)) > _PAIR:
        return []
    chunks = (chunk for found in rows for chunk in found)
    return [(right, left) for right, left in white_between(chunks) if left - right > least]


def _across(chunk: Chunk, raster: Raster, between: Sequence[Strip]) -> float:
    """How much a line of one chunk looks like one across the columns: from the left or centred, wide or large, or
    across a gutter.
    """
    left = raster.left + 2
    width = raster.width - 4
    right = left + width
    centred = abs(chunk.x0 - left - (right - chunk.x1)) < 0.03 * width
    if chunk.x0 - left > 0.15 * width and not centred:
        return 0.0
    large = chunk.size > LARGE * raster.size
    score = 0.2 + (chunk.x1 - chunk.x0) / width
    crosses = _crosses(chunk, raster) or any(_covers(chunk, white) for white in between)
    return score + (2.0 if large else 0.0) + (1.0 if crosses else 0.0) + (0.3 if chunk.bold else 0.0)


def _covers(chunk: Chunk, white: Strip) -> bool:
    return any(word.x0 < white[0] and word.x1 > white[1] for word in chunk.words)


def _set_off(parts: list[Chunk], raster: Raster) -> bool:
    """Whether several chunks in letters unlike the usual ones lie across gutters: headings of tables side by side, or
    notes below them.
    """
    sizes = [part.size / raster.size for part in parts]
    unlike = max(sizes) < _SMALL or min(sizes) > LARGE or all(part.bold for part in parts)
    return unlike and any(_crosses(part, raster) for part in parts)


def _crosses(chunk: Chunk, raster: Raster) -> bool:
    """Whether a chunk covers places where hardly any other line has ink."""
    covered = raster.depth[dots(chunk.x0 - raster.left) : dots(chunk.x1 - raster.left)]
    return len(covered) > 0 and int(np.minimum.reduce(covered)) <= 0.1 * int(np.maximum.reduce(covered))
