"""White gutters that run down through many lines.

Lines are rows of a raster, `STEP` dots a point, and each is one number with a bit a dot, which takes a third of the
time of arrays; a gutter is a run of dots that no word of any line of a range touches, with text on both sides.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.chunks import LEFT, RIGHT, WIDE, Chunk, usual_size
from pipeline.extract.sheet import Ink

STEP = 2
_FEW = 4  # lines of which two may well be the first and the last one of a table
_LEVEL = 0.8  # ems between baselines: lines of one column are further apart
_BELOW, _HUNG = 1.8, 0.7  # ems from a line to the one right below it; of the lines, that hang so
_NARROW = 0.22  # ems: no gutter is narrower than a word space

Strip = tuple[float, float]


class Raster(NamedTuple):
    """Lines of words as dots from `left` on: `words` and `chunks` have a number a line, whose highest bit (of
    `bits`) is its first dot; `depth` counts the lines with a word at each dot; `starts` are where chunks begin, from
    left to right, each with its line; `bases` are the lines' baselines.
    """

    left: float
    size: float
    width: float
    bits: int
    words: list[int]
    chunks: list[int]
    depth: NDArray[np.int16]
    starts: list[tuple[float, int]]
    bases: list[float]


def raster_of(parts: Sequence[Sequence[Chunk]]) -> Raster:
    """The raster of lines, given by their chunks."""
    lines = [[word for chunk in found for word in chunk.words] for found in parts]
    hulls = [chunk for found in parts for chunk in found]
    left, right = min(map(LEFT, hulls)) - 2, max(map(RIGHT, hulls)) + 2
    width = int((right - left) * STEP) + 1
    shape = (len(parts), -8 * (-width // 8))
    page = _dotted(lines, left, shape)
    words = _numbers(page)
    chunks = [_glued(line, found, left, shape[1]) for line, found in zip(words, parts, strict=True)]
    starts = sorted((chunk.x0, i) for i, found in enumerate(parts) for chunk in found)
    size = usual_size([word for line in lines for word in line])
    bases = [line[0].base for line in lines]
    depth = page.sum(axis=0, dtype=np.int16)
    return Raster(left, size, width / STEP, shape[1], words, chunks, depth, starts, bases)


def _dotted(lines: Sequence[Sequence[Ink]], left: float, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """1 where something of a line stands; drawn in bytes, where a slice is set in a third of an array's time."""
    page = bytearray(shape[0] * shape[1])
    for line, row in zip(lines, range(0, len(page), shape[1]), strict=True):
        for one in line:
            start, end = row + int((one.x0 - left) * STEP), row + int((one.x1 - left) * STEP) + 1
            page[start:end] = b"\1" * (end - start)
    return np.frombuffer(page, np.uint8).reshape(shape)


def _numbers(page: NDArray[np.uint8]) -> list[int]:
    """Each line as a number."""
    packed, length = np.packbits(page, axis=1).tobytes(), page.shape[1] // 8
    return [int.from_bytes(packed[i : i + length]) for i in range(0, len(packed), length)]


def _glued(line: int, found: Sequence[Chunk], left: float, bits: int) -> int:
    """A line of words with the white inside of its chunks as dots too."""
    for chunk in found:
        if len(chunk.words) > 1:
            line |= _span(int((chunk.x0 - left) * STEP), int((chunk.x1 - left) * STEP) + 1, bits)
    return line


def _span(start: int, end: int, bits: int) -> int:
    """Dots `start` to `end` (exclusive) of a line of `bits` dots."""
    return ((1 << end - start) - 1) << bits - end if end > start else 0


def has_white(words: Sequence[Ink]) -> bool:
    """Whether white as wide as a gutter runs down through all words; through most columns of a table none does."""
    widest = max((left - right for right, left in white_between(words)), default=0.0)
    return widest > _NARROW * usual_size(words)


def white_between(found: Iterable[Ink | Chunk]) -> Iterator[Strip]:
    """From left to right, what lies between the furthest right edge so far and what begins next; where they overlap, it
    ends left of its start."""
    spans = sorted((one.x0, one.x1) for one in found)
    rights = itertools.accumulate((x1 for _, x1 in spans), max)
    yield from ((right, left) for right, (left, _) in zip(rights, spans[1:], strict=False))


def is_across(raster: Raster, chunk: Chunk, first: int, last: int) -> bool:
    """Whether a chunk covers white of a range of lines, as wide as a gutter."""
    start, end = dots(chunk.x0 - raster.left), dots(chunk.x1 - raster.left)
    inked = (reduce(or_, raster.words[first:last]) & _span(start, end, raster.bits)) >> raster.bits - end
    return "0" * math.ceil(WIDE * raster.size * STEP) in f"{inked:0{end - start}b}"


def dots(x: float) -> int:
    return max(0, int(x * STEP))


def gutters(raster: Raster, first: int, last: int) -> list[tuple[Strip, float]]:
    """The gutters of a range of lines, from left to right, each with its worth: its length in lines.

    A gutter that is not wide, or with fewer than three lines beside it, is worth less.
    """
    em = raster.size * STEP
    union = reduce(or_, raster.words[first:last])
    runs = _runs(f"{union:0{raster.bits}b}", math.ceil(_NARROW * em))
    runs = [run for run in runs if run[1] - run[0] >= WIDE * em or _aligned(raster, first, last, run[1])]
    while runs:
        judged = _supports(raster, first, last, runs)
        doubtful = [run for run, support in zip(runs, judged, strict=True) if not support]
        if not doubtful:
            break
        runs.remove(min(doubtful, key=lambda run: run[1] - run[0]))
    if not runs:
        return []
    return [
        (
            (raster.left + start / STEP, raster.left + end / STEP),
            (last - first) * min(1.0, support / 3) * min(1.0, (end - start) / (WIDE * em)),
        )
        for (start, end), support in zip(runs, judged, strict=True)
    ]


def _runs(inked: str, least: int) -> list[tuple[int, int]]:
    """Where dots are free (0) between inked ones (1), at least so many."""
    out: list[tuple[int, int]] = []
    free = "0" * max(1, least)
    end = inked.find("1")
    while end >= 0 and (start := inked.find(free, end)) >= 0:
        end = inked.find("1", start)
        if end >= 0:
            out.append((start, end))
    return out


def _supports(raster: Raster, first: int, last: int, runs: Sequence[tuple[int, int]]) -> list[int]:
    """How many lines speak for each run as a gutter."""
    bounds = [0, *itertools.chain.from_iterable(runs), raster.bits]
    words, chunks = raster.words[first:last], raster.chunks[first:last]
    strips = [_inked(words, start, end, raster.bits) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    middles = [(start + end) // 2 for start, end in runs]
    glued = [sum(_inked(chunks, middle, middle + 1, raster.bits)) for middle in middles]
    bases = raster.bases[first:last]
    return [
        0 if _hang_below(left, right, bases, raster.size) else _support(left, right, glue)
        for left, right, glue in zip(strips, strips[1:], glued, strict=False)
    ]


def _hang_below(left: Sequence[bool], right: Sequence[bool], bases: Sequence[float], size: float) -> bool:
    """Whether what stands right stands beside nothing left, and right below it: years below names are lines of one
    column.
    """
    if any(map(and_, left, right)):
        return False
    lefts = [base for base, inked in zip(bases, left, strict=True) if inked]
    rights = [base for base, inked in zip(bases, right, strict=True) if inked]
    steps = [base - lefts[bisect_left(lefts, base) - 1] if lefts and base > lefts[0] else math.inf for base in rights]
    level = any(abs(one - two) < _LEVEL * size for one, two in itertools.pairwise(sorted((*lefts, *rights))))
    return not level and sum(step <= _BELOW * size for step in steps) >= _HUNG * len(steps) > 0


def _inked(lines: Sequence[int], start: int, end: int, bits: int) -> list[bool]:
    """Which lines have something at dots `start` to `end` (exclusive)."""
    strip = _span(start, end, bits)
    return [line & strip != 0 for line in lines]


def _support(left: Sequence[bool], right: Sequence[bool], glued: int) -> int:
    """How many lines speak for a gutter between two strips: those of the sparser one; 0 against, as where but the first
    and the last line, a running head and a note, reach across, or a heading alone does: `Japan    8 schools`.
    """
    if len(left) > _FEW and not (any(left[1:-1]) and any(right[1:-1])):
        return 0
    if len(left) >= _FEW and not any(right[1:]):
        return 0
    both = sum(map(and_, left, right))
    if glued > 0.4 * both:
        return 0
    support = min(sum(left), sum(right))
    return support if support >= 2 or (support and both and sum(left) + sum(right) >= 5) else 0


def _aligned(raster: Raster, first: int, last: int, end: int) -> bool:
    """Whether chunks start at one x right of a narrow gutter, three at least."""
    x = raster.left + end / STEP
    near = raster.starts[bisect_left(raster.starts, (x - 2, 0)) : bisect_left(raster.starts, (x + 2, 0))]
    return len({line for start, line in near if first <= line < last and abs(start - x) <= 1.5}) >= 3
