"""Strips of text side by side, and the words that stand in each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extract.chunks import Lines
from pipeline.extract.gutters import Strip
from pipeline.extract.sheet import Ink

_BESIDE = 1.0  # points beside a strip in which the middle of a word of it may lie


def strips_of(words_x: Sequence[Strip], cuts: Sequence[Strip]) -> list[Strip]:
    """The x-ranges of text between gutters; a word across a gutter belongs to none."""
    middles = [(a + b) / 2 for a, b in cuts]
    out: list[Strip] = []
    for low, high in itertools.pairwise([-1e9, *middles, 1e9]):
        inside = [(x0, x1) for x0, x1 in words_x if low <= x0 and x1 < high]
        if inside:
            x0s, x1s = zip(*inside, strict=True)
            out.append((min(x0s), max(x1s)))
    return out


def words_in(line: Sequence[Ink], strip: Strip) -> list[Ink]:
    """The words of a line that stand in a strip."""
    low, high = strip[0] - _BESIDE, strip[1] + _BESIDE
    return [word for word in line if low <= (word.x0 + word.x1) / 2 <= high]


def columns_of(lines: Lines, strips: Sequence[Strip]) -> list[Lines]:
    """The words of each strip by line, lines without any left out."""
    placed = [[((word.x0 + word.x1) / 2, word) for word in line] for line in lines]
    bounds = [(low - _BESIDE, high + _BESIDE) for low, high in strips]
    found = (([word for middle, word in line if low <= middle <= high] for line in placed) for low, high in bounds)
    return [list(filter(None, column)) for column in found]
