"""Gutters that bands cover: `I. Europa` across the numbers and the countries of the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.chunks import WIDE, Chunk
from pipeline.extract.gutters import Strip, white_between

_ROWS = 3  # rows that tell where white runs
_MOST = 0.9  # of them, that have something on both sides of it


def with_covered(told: tuple[Strip, ...], parts: Sequence[Sequence[Chunk]], size: float) -> tuple[Strip, ...]:
    """The gutters of a table, and those that all of its rows leave white where only lines alone lie across."""
    rows = [found for found in parts if len(found) > 1]
    if not told or len(rows) < _ROWS:
        return told
    whites = white_between(chunk for found in rows for chunk in found)
    more = [(right, left) for right, left in whites if left - right > WIDE * size and not _is_told((right, left), told)]
    alone = [found[0] for found in parts if len(found) == 1]
    covered = (white for white in more if any(one.x0 < white[0] and white[1] < one.x1 for one in alone))
    return tuple(sorted((*told, *(white for white in covered if _parts_rows(white, rows, told)))))


def _is_told(white: Strip, told: Sequence[Strip]) -> bool:
    return any(white[0] < right and left < white[1] for left, right in told)


def _parts_rows(white: Strip, rows: Sequence[Sequence[Chunk]], told: Sequence[Strip]) -> bool:
    """Whether nearly all rows have something on both sides, with no other gutter between the two, and more than the
    sign that opens a name at the left."""
    both = sum(any(_parts(white, *pair, told) for pair in pairwise(found)) for found in rows)
    return both >= _MOST * len(rows)


def _parts(white: Strip, one: Chunk, two: Chunk, told: Sequence[Strip]) -> bool:
    others = any(one.x1 <= left and right <= two.x0 for left, right in told)
    return _is_said(one) and one.x1 <= white[0] and white[1] <= two.x0 and not others


def _is_said(chunk: Chunk) -> bool:
    return any(char.isalnum() for char in chunk.text)
