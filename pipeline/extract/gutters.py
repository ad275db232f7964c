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

from pipeline.extract.chunks import WIDE, Chunk, Lines, usual_size
from pipeline.extract.sheet import Ink

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


def raster_of(lines: Lines, parts: Sequence[Sequence[Chunk]]) -> Raster:
    """The raster of lines of words, each with its chunks."""
    left = min(word.x0 for line in lines for word in line) - 2
    right = max(word.x1 for line in lines for word in line) + 2
    shape = (len(lines), int((right - left) * STEP) + 1)
    words, joined = _dotted(lines, left, shape), _dotted(parts, left, shape)
    starts = [[chunk.x0 for chunk in found] for found in parts]
    size = usual_size([word for line in lines for word in line])
    return Raster(left, size, _down(words), _down(joined), np.cumsum(words, axis=1, dtype=np.int16), starts)


def _dotted(lines: Sequence[Sequence[Ink | Chunk]], left: float, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """1 where something of a line stands; drawn in bytes, where a slice is set in a third of an array's time."""
    page = bytearray(shape[0] * shape[1])
    for line, row in zip(lines, range(0, len(page), shape[1]), strict=True):
        for one in line:
            start, end = row + int((one.x0 - left) * STEP), row + int((one.x1 - left) * STEP) + 1
            page[start:end] = b"\1" * (end - start)
    return np.frombuffer(page, np.uint8).reshape(shape)


def dots(x: float) -> int:
    return max(0, int(x * STEP))


def _down(dots: NDArray[np.uint8]) -> NDArray[np.int16]:
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
    steps = [0, *(np.flatnonzero(free[1:] != free[:-1]) + 1).tolist(), len(free)]  # both margins are free
    return list(zip(steps[::2], steps[1::2], strict=True))


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
