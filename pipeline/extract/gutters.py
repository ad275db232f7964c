"""White gutters that run down through many lines, and where on a page a set of them starts and ends.

Lines are rows of a raster, `_STEP` columns a point; a gutter is a run of raster columns that no word of any
line of a range touches, with text on both sides.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.chunks import WIDE, Chunk, Lines, chunks, leading, usual_size
from pipeline.extract.sheet import Ink

_STEP = 2
_NARROW = 0.22  # ems: no gutter is narrower than a word space
_MOST_BREAKS = 16
_MOST_TITLES = 5
_FAR = 2.5  # leadings below a line that is a title for that alone
_LARGE = 1.15  # of the usual font size: a title's
_PLAIN_CUT, _BLIND_CUT = 2.0, 6.0  # lines of gutter that a cut has to bring, at white or a heading and elsewhere
_GAP = 1.5  # leadings: white space that may part two regions

Strip = tuple[float, float]
Head = tuple[str, ...]


class Raster(NamedTuple):
    """Words of lines as dots: `words` and `chunks` count dots down the lines, `along` along each line."""

    left: float
    size: float
    words: NDArray[np.int16]
    chunks: NDArray[np.int16]
    along: NDArray[np.int16]
    starts: list[list[float]]


class Segment(NamedTuple):
    """Lines first to last (exclusive), and the gutters that run through all of them."""

    first: int
    last: int
    gutters: tuple[Strip, ...]


def raster_of(lines: Lines) -> Raster:
    """The raster of lines of words."""
    left = min(word.x0 for line in lines for word in line) - 2
    right = max(word.x1 for line in lines for word in line) + 2
    shape = (len(lines), int((right - left) * _STEP) + 1)
    words, parts = np.zeros(shape, np.int16), np.zeros(shape, np.int16)
    starts: list[list[float]] = []
    for row, line in enumerate(lines):
        for word in line:
            words[row, _dots(word.x0 - left) : _dots(word.x1 - left) + 1] = 1
        found = chunks(line)
        starts.append([chunk.x0 for chunk in found])
        for chunk in found:
            parts[row, _dots(chunk.x0 - left) : _dots(chunk.x1 - left) + 1] = 1
    size = usual_size([word for line in lines for word in line])
    return Raster(left, size, _down(words), _down(parts), np.cumsum(words, axis=1, dtype=np.int16), starts)


def _dots(x: float) -> int:
    return max(0, int(x * _STEP))


def _down(dots: NDArray[np.int16]) -> NDArray[np.int16]:
    return np.vstack((np.zeros((1, dots.shape[1]), np.int16), np.cumsum(dots, axis=0, dtype=np.int16)))


def gutters(raster: Raster, first: int, last: int) -> list[tuple[Strip, float]]:
    """The gutters of a range of lines, from left to right, each with its worth: its length in lines.

    A gutter that is not wide, or with fewer than three lines beside it, is worth less.
    """
    free = (raster.words[last] - raster.words[first]) == 0
    em = raster.size * _STEP
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
            (raster.left + start / _STEP, raster.left + end / _STEP),
            (last - first) * min(1.0, support / 3) * min(1.0, (end - start) / (WIDE * em)),
        )
        for (start, end), support in zip(runs, judged, strict=True)
    ]


def _runs(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where raster columns are free, from the left margin to the right one."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], free, [False])).astype(np.int8)))
    return list(zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True))


def _support(raster: Raster, first: int, last: int, runs: Sequence[tuple[int, int]], i: int) -> int:
    """How many lines speak for run `i` as a gutter: those of the sparser one of the strips beside it; 0 against."""
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
    x = raster.left + end / _STEP
    return sum(any(abs(start - x) <= 1.5 for start in starts) for starts in raster.starts[first:last]) >= 3


def segments(lines: Lines, heads: frozenset[Head] = frozenset(), titled: bool = True) -> list[Segment]:
    """Parts lines where gutters begin and end, so that as many lines as possible stand beside gutters.

    Titles, and headings over a table's head that is one of `heads` or stands twice, are segments of their own.
    """
    out: list[Segment] = []
    for first, last, plain in _stretches(lines, heads, _title(lines) if titled else 0):
        found = [Segment(0, last - first, ())] if plain else _best(lines[first:last])
        out += [Segment(part.first + first, part.last + first, part.gutters) for part in found]
    return out


def _stretches(lines: Lines, heads: frozenset[Head], title: int) -> list[tuple[int, int, bool]]:
    """Where titles and headings part lines: (first, last, whether it is a title or heading)."""
    out = [(0, title, True)] if title else []
    start = title
    for at in _head_places(lines, heads):
        above = _headings_above(lines, at, start)
        if above > start:
            out.append((start, above, False))
        if at > above:
            out.append((above, at, True))
        start = at
    return [*out, (start, len(lines), False)] if start < len(lines) else out


def _head_places(lines: Lines, heads: frozenset[Head]) -> list[int]:
    """The lines that are heads of tables: as on a page before, or as the first line in columns and again below."""
    looks = [head_of(line) for line in lines]
    first = next((look for look in looks if look), None)
    known = heads | {first} if looks.count(first) > 1 else heads
    return [i for i, look in enumerate(looks) if look and look in known]


def head_of(line: list[Ink]) -> Head | None:
    """The texts of a line that may be a table's head: in three columns or more, or bold; None for others."""
    parts = chunks(line)
    head = len(parts) > 2 or (len(parts) == 2 and all(part.bold for part in parts))
    return tuple(part.text for part in parts) if head else None


def _headings_above(lines: Lines, at: int, start: int) -> int:
    """The first of the lines right above a head that are its headings: alone, from the left, all of one look."""
    left = min(word.x0 for word in lines[at])
    first = at
    while first > start:
        chunk, *others = chunks(lines[first - 1])
        same = first == at or (chunk.bold and chunks(lines[first])[0].bold)
        if others or chunk.x0 > left + chunk.size or not same:
            break
        first -= 1
    return first


def _best(lines: Lines) -> list[Segment]:
    if len(lines) < 2:
        return [Segment(0, len(lines), ())]
    raster = raster_of(lines)
    costs = _breaks(lines, raster)
    places = [0, *sorted(costs), len(lines)]

    @cache
    def found(first: int, last: int) -> list[tuple[Strip, float]]:
        return gutters(raster, first, last) if last - first > 1 else []

    best: list[tuple[float, int]] = [(0.0, 0)]
    for j in range(1, len(places)):
        best.append(
            max(
                (best[i][0] + sum(worth for _, worth in found(places[i], places[j])) - costs.get(places[i], 0.0), i)
                for i in range(j)
            )
        )
    out: list[Segment] = []
    j = len(places) - 1
    while j > 0:
        i = best[j][1]
        out.append(Segment(places[i], places[j], tuple(strip for strip, _ in found(places[i], places[j]))))
        j = i
    return out[::-1]


def _title(lines: Lines) -> int:
    """How many lines at the top are a title: larger than what follows, or far above it, and alone on their lines."""
    size = usual_size([word for line in lines for word in line])
    usual = leading(lines)
    count = 0
    for i, line in enumerate(lines[:_MOST_TITLES]):
        parts = chunks(line)
        apart = i + 1 < len(lines) and lines[i + 1][0].base - line[0].base > _FAR * usual
        if len(parts) == 1 and (parts[0].size > _LARGE * size or apart):
            count = i + 1
    return count if count < len(lines) else 0


def _breaks(lines: Lines, raster: Raster) -> dict[int, float]:
    """Places between lines where one region may end and the next begin, the likeliest ones, with what a cut costs."""
    usual = leading(lines)
    parts = [chunks(line) for line in lines]
    looks = [_across(part[0], raster) if len(part) == 1 else 0.0 for part in parts]
    white = [0.0, *((two[0].base - one[0].base) / usual for one, two in itertools.pairwise(lines))]
    scores = {i: looks[i - 1] + looks[i] + (white[i] if white[i] > _GAP else 0.0) for i in range(1, len(lines))}
    likely = sorted((i for i in scores if scores[i] > 0), key=lambda i: -scores[i])[:_MOST_BREAKS]
    plain = {i for i in likely if white[i] > _GAP or max(looks[i - 1], looks[i]) >= 1.0}
    return {i: _PLAIN_CUT if i in plain else _BLIND_CUT for i in likely}


def _across(chunk: Chunk, raster: Raster) -> float:
    """How much a line of one chunk looks like one across the columns: from the left or centred, and wide or large.

    One that covers places where hardly any other line has ink lies across a gutter.
    """
    left, right = raster.left + 2, raster.left + raster.words.shape[1] / _STEP - 2
    width = right - left
    centred = abs(chunk.x0 - left - (right - chunk.x1)) < 0.03 * width
    if chunk.x0 - left > 0.15 * width and not centred:
        return 0.0
    covered = raster.words[-1][_dots(chunk.x0 - raster.left) : _dots(chunk.x1 - raster.left)]
    crossing = len(covered) > 0 and int(covered.min()) <= 0.1 * int(covered.max())
    large = chunk.size > _LARGE * raster.size
    return 0.2 + (chunk.x1 - chunk.x0) / width + 2.0 * large + 1.0 * crossing + 0.3 * chunk.bold


def strips_of(words_x: Sequence[Strip], cuts: Sequence[Strip]) -> list[Strip]:
    """The x-ranges of text between gutters; a word across a gutter belongs to none."""
    middles = [(a + b) / 2 for a, b in cuts]
    out: list[Strip] = []
    for low, high in itertools.pairwise([-1e9, *middles, 1e9]):
        inside = [(x0, x1) for x0, x1 in words_x if low <= x0 and x1 < high]
        if inside:
            out.append((min(x0 for x0, _ in inside), max(x1 for _, x1 in inside)))
    return out
