"""White gutters that run down through many lines.

Lines are rows of a raster, `STEP` columns a point; a gutter is a run of raster columns that no word of any
line of a range touches, with text on both sides.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.chunks import WIDE, Lines, chunks, usual_size

STEP = 2
_NARROW = 0.22  # ems: no gutter is narrower than a word space

Strip = tuple[float, float]


class Raster(NamedTuple):
    """Words of lines as dots: `words` and `chunks` count dots down the lines, `along` along each line."""

    left: float
    size: float
    words: NDArray[np.int16]
    chunks: NDArray[np.int16]
    along: NDArray[np.int16]
    starts: list[list[float]]


def raster_of(lines: Lines) -> Raster:
    """The raster of lines of words."""
    left = min(word.x0 for line in lines for word in line) - 2
    right = max(word.x1 for line in lines for word in line) + 2
    shape = (len(lines), int((right - left) * STEP) + 1)
    words, parts = np.zeros(shape, np.int16), np.zeros(shape, np.int16)
    starts: list[list[float]] = []
    for row, line in enumerate(lines):
        for word in line:
            words[row, dots(word.x0 - left) : dots(word.x1 - left) + 1] = 1
        found = chunks(line)
        starts.append([chunk.x0 for chunk in found])
        for chunk in found:
            parts[row, dots(chunk.x0 - left) : dots(chunk.x1 - left) + 1] = 1
    size = usual_size([word for line in lines for word in line])
    return Raster(left, size, _down(words), _down(parts), np.cumsum(words, axis=1, dtype=np.int16), starts)


def dots(x: float) -> int:
    return max(0, int(x * STEP))


def _down(dots: NDArray[np.int16]) -> NDArray[np.int16]:
    return np.vstack((np.zeros((1, dots.shape[1]), np.int16), np.cumsum(dots, axis=0, dtype=np.int16)))


def gutters(raster: Raster, first: int, last: int) -> list[tuple[Strip, float]]:
    """The gutters of a range of lines, from left to right, each with its worth: its length in lines.

    A gutter that is not wide, or with fewer than three lines beside it, is worth less.
    """
    free = (raster.words[last] - raster.words[first]) == 0
    em = raster.size * STEP
    runs = [run for run in _runs(free)[1:-1] if run[1] - run[0] >= _NARROW * em]
    runs = [run for run in runs if run[1] - run[0] >= WIDE * em or _aligned(raster, first, last, run[1])]
    while True:
        judged = [_support(raster, first, last, runs, i) for i in range(len(runs))]
        doubtful = [run for run, support in zip(runs, judged, strict=True) if not support]
        if not doubtful:
            break
        runs.remove(min(doubtful, key=lambda run: run[1] - run[0]))
    return [
        (
            (raster.left + start / STEP, raster.left + end / STEP),
            (last - first) * min(1.0, support / 3) * min(1.0, (end - start) / (WIDE * em)),
        )
        for (start, end), support in zip(runs, judged, strict=True)
    ]


def _runs(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where raster columns are free, from the left margin to the right one."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], free, [False])).astype(np.int8)))
    return list(zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True))


def _support(raster: Raster, first: int, last: int, runs: Sequence[tuple[int, int]], i: int) -> int:
    """How many lines speak for run `i` as a gutter: those of the sparser one of the strips beside it; 0
    against.
    """
    start, end = runs[i]
    before = runs[i - 1][1] if i else 0
    after = runs[i + 1][0] if i + 1 < len(runs) else raster.along.shape[1] - 1
    left = _inked(raster, first, last, before, start)
    right = _inked(raster, first, last, end, after)
    both = left & right
    middle = (start + end) // 2
    glued = int(raster.chunks[last][middle] - raster.chunks[first][middle])
    if glued > 0.4 * int(both.sum()):
        return 0
    support = min(int(left.sum()), int(right.sum()))
    return support if support >= 2 or (support and both.any() and int(right.sum()) + int(left.sum()) >= 5) else 0


def _inked(raster: Raster, first: int, last: int, start: int, end: int) -> NDArray[np.bool_]:
    lines = raster.along[first:last]
    return np.asarray(lines[:, max(end - 1, 0)] - lines[:, max(start - 1, 0)] > 0)


def _aligned(raster: Raster, first: int, last: int, end: int) -> bool:
    """Whether chunks start at one x right of a narrow gutter, three at least."""
    x = raster.left + end / STEP
    return sum(any(abs(start - x) <= 1.5 for start in starts) for starts in raster.starts[first:last]) >= 3


def strips_of(words_x: Sequence[Strip], cuts: Sequence[Strip]) -> list[Strip]:
    """The x-ranges of text between gutters; a word across a gutter belongs to none."""
    middles = [(a + b) / 2 for a, b in cuts]
    out: list[Strip] = []
    for low, high in itertools.pairwise([-1e9, *middles, 1e9]):
        inside = [(x0, x1) for x0, x1 in words_x if low <= x0 and x1 < high]
        if inside:
            out.append((min(x0 for x0, _ in inside), max(x1 for _, x1 in inside)))
    return out
