"""Columns of a newspaper: headings across them part them, and what stands far below the last line is none of them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from pipeline.extract.chunks import LARGE, SIZE, Chunk, Lines, chunk_of, is_parted, usual_size
from pipeline.extract.gutters import Strip
from pipeline.extract.rules import Edge, Edges
from pipeline.extract.sheet import Ink

_NEAR = 0.8  # ems between a heading and the edge of its bar, or the rule below it
_FREE = 1.6  # ems from a heading's baseline to the next ones, in all strips
_DEEPER = 0.9  # points by which names stand deeper than labels at the least
_LABELS = 0.5  # of a strip's lines, that may be labels
_WIDER = 1.2  # of the widest white in columns: what stands further below ends them


def heading_lines(lines: Lines, strips: Sequence[Strip], edges: Edges) -> list[int]:
    """Lines that are headings of all strips: alone, and in a bar or over a rule across them, or large and parted from
    the lines of every strip by white.
    """
    left, right = strips[0][1] - 2, strips[-1][0] + 2
    spanning = [edge for edge in edges.across if edge.start < left and edge.end > right]
    size = usual_size([word for line in lines for word in line])
    marked = [i for i, line in enumerate(lines) if spanning or max(map(SIZE, line)) > LARGE * size]
    whole = ((i, chunk_of(lines[i])) for i in marked if not is_parted(lines[i]))
    found = [i for i, one in whole if _is_heading(one, spanning, size) or _is_free(i, one, lines, strips, size)]
    return [i for i in found if not _is_level(i, lines)]


def openings(lines: Lines, columns: Sequence[Lines]) -> list[int]:
    """Lines with labels at the edge of every column below, where names stand deeper: headings of lists side by side."""
    edges = _edges(columns)
    if not edges:
        return []
    size = usual_size([word for line in lines for word in line])
    alone = (i for i, line in enumerate(lines) if not is_parted(line) and _is_above_labels(i, lines, edges, size))
    return [i for i in alone if not _is_level(i, lines)]


def _edges(columns: Sequence[Lines]) -> list[float]:
    """The left edges of columns, none where most lines of one stand at its edge, as names do in lists whose labels are
    not further out.
    """
    found = []
    for column in columns:
        lefts = [line[0].x0 for line in column]
        edge = min(lefts, default=math.inf)
        if not lefts or sum(left < edge + _DEEPER for left in lefts) > _LABELS * len(lefts):
            return []
        found.append(edge)
    return found


def _is_above_labels(i: int, lines: Lines, edges: Sequence[float], size: float) -> bool:
    """Whether the line opens all strips anew: below white that runs through them, and in the line below it each begins
    at its edge, where labels do.
    """
    if i + 1 >= len(lines) or (i and _step(lines[i - 1], lines[i]) < _FREE * size):
        return False
    below = [word.x0 for word in lines[i + 1]]
    return lines[i][0].x0 < edges[0] + _DEEPER and all(
        any(abs(left - edge) < _DEEPER for left in below) for edge in edges
    )


def _is_level(i: int, lines: Lines) -> bool:
    """Whether the line above or below shares its height: smaller letters of the same row."""
    middle = (lines[i][0].top + lines[i][0].bottom) / 2
    beside = (line for line in (lines[i - 1 : i] + lines[i + 1 : i + 2]) if line)
    return any(word.top < middle < word.bottom for line in beside for word in line)


def _is_free(i: int, chunk: Chunk, lines: Lines, strips: Sequence[Strip], size: float) -> bool:
    """Whether a large line stands in white that runs through all strips, with lines of others above and below."""
    if chunk.size <= LARGE * size:
        return False
    above, below = lines[:i], lines[i + 1 :]
    if not below or not _goes_on(below, strips):
        return False
    least = _FREE * size
    return _step(lines[i], below[0]) >= least and (
        not above or (_step(above[-1], lines[i]) >= least and _goes_on(above, strips))
    )


def _goes_on(lines: Lines, strips: Sequence[Strip]) -> bool:
    return all(any(_stands_in(line, strip) for line in lines) for strip in strips)


def _is_heading(chunk: Chunk, spanning: Sequence[Edge], size: float) -> bool:
    if not any(-1 <= edge.at - chunk.bottom <= _NEAR * chunk.size for edge in spanning):
        return False
    above = any(-_NEAR * chunk.size <= edge.at - chunk.top <= 1 for edge in spanning)
    return above or chunk.bold or chunk.size > LARGE * size


def without(edges: Edges, lines: Lines, headings: Sequence[int]) -> Edges:
    """The edges that belong to none of the headings."""
    chunk = [chunk_of(lines[i]) for i in headings]
    places = [(c.top - _NEAR * c.size, c.bottom + _NEAR * c.size) for c in chunk]
    return edges._replace(across=tuple(e for e in edges.across if not any(a <= e.at <= b for a, b in places)))


def parted(lines: Lines, headings: Sequence[int]) -> list[Lines]:
    """The lines between headings, and each heading for itself."""
    cuts = sorted({0, len(lines), *headings, *(i + 1 for i in headings)})
    return [lines[a:b] for a, b in itertools.pairwise(cuts)]


def ended(lines: Lines, strips: Sequence[Strip]) -> int:
    """How many of the lines are the columns': where only one column goes on, a line that stands further below than any
    other begins something new.
    """
    columns = [[line for line in lines if _stands_in(line, strip)] for strip in strips]
    bottoms = sorted(column[-1][0].base for column in columns if column)
    if len(bottoms) < 2:
        return len(lines)
    last = bottoms[-2]
    steps = [_step(*two) for column in columns for two in itertools.pairwise(column) if two[1][0].base <= last]
    widest = max(steps, default=math.inf)
    for i, (one, two) in enumerate(itertools.pairwise(lines), 1):
        if one[0].base >= last and _step(one, two) > _WIDER * widest:
            return i
    return len(lines)


def _stands_in(line: Sequence[Ink], strip: Strip) -> bool:
    return any(strip[0] - 1 <= (word.x0 + word.x1) / 2 <= strip[1] + 1 for word in line)


def _step(one: Sequence[Ink], two: Sequence[Ink]) -> float:
    return two[0].base - one[0].base
