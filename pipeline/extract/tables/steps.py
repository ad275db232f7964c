"""The steps from line to line of a table: within a wrapped name, and from one row to the next."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.chunks import Chunk
from pipeline.extract.fullness import SLACK, next_width

_LEVEL = 0.15  # ems between baselines that are one
LOOSE = 1.6  # ems: lines of one name stand closer
_EQUAL = 0.1  # ems between steps that are one: of small print, renderers set baselines to whole pixels
_APART = 0.04  # ems more between the steps within a wrapped name and from one row to the next
_EXACT, _FEW = 0.02, 3  # ems between steps that are one where rows stand hardly wider; wrapped lines that tell it
_FULL = 0.8  # of the lines in front of a wrapped one: as many are full


def wrap_step(
    columns: Sequence[Sequence[Chunk]], rights: Sequence[float], values: Sequence[Chunk] = ()
) -> float:
    """The step between baselines, in ems, up to which a line goes on the one before; 0 where paper does not
    tell.

    The steps within wrapped names are the least ones, all but equal, clearly apart from the others; and the
    lines that they follow are full, or have a value beside them that the next line lacks, else they are rows set as
    tightly as wrapped lines are. Where rows stand hardly wider, the lines before them are not all full.
    """
    steps = [
        (ems(one, two), _is_full(one, two, right) or _is_rest(one, two, values))
        for lines, right in zip(columns, rights, strict=True)
        for one, two in pairwise(lines)
    ]
    least = min((step for step, _ in steps), default=LOOSE)
    for most in (least + _EQUAL, least + _EXACT) if least <= LOOSE else ():
        within = [full for step, full in steps if step <= most]
        wider = [(step, full) for step, full in steps if step > most]
        apart = min((step for step, _ in wider), default=math.inf) > most + _APART
        sure = most == least + _EQUAL or (len(within) >= _FEW and sum(full for _, full in wider) < _FULL * len(wider))
        if apart and sure and sum(within) >= _FULL * len(within):
            return most + _APART if wider else 0.0
    return 0.0


def ems(one: Chunk, two: Chunk) -> float:
    """The step from one line to the next, in the letters' size."""
    return (two.base - one.base) / max(one.size, 1.0)


def level(base: float, line: Chunk) -> bool:
    """Whether a line stands at the height of a baseline."""
    return abs(base - line.base) <= _LEVEL * line.size


def among(line: Chunk, bases: Sequence[float]) -> bool:
    """Whether a line stands at one of many heights, given from top to bottom."""
    at = bisect_left(bases, line.base - _LEVEL * line.size)
    return at < len(bases) and bases[at] <= line.base + _LEVEL * line.size


def _is_full(one: Chunk, two: Chunk, right: float) -> bool:
    return one.x1 + next_width(two) > right - SLACK


def _is_rest(one: Chunk, two: Chunk, values: Sequence[Chunk]) -> bool:
    """Whether a value stands beside the first of two lines only: `Universidad Santa | 2005 / María`."""
    return any(level(value.base, one) for value in values) and not any(level(value.base, two) for value in values)
