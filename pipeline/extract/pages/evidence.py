"""What speaks for two strips of text side by side as columns of one table, and what for columns of a newspaper."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.extract.chunks import Lines, leading
from pipeline.extract.gutters import Strip
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink

CERTAIN = 9.0
_SAME = 0.15  # ems between baselines of one row
_LOOSE = 1.9  # leadings between lines that do not run on
_FEW = 0.25  # of a running column's steps: as many are loose, over its headings
_LEVEL = 0.75  # of the shorter strip's lines: as many stand on a line of the other one in a table


def evidence(i: int, columns: Sequence[Lines], strips: Sequence[Strip], edges: Edges, lines: Lines) -> float:
    """What speaks for strips i - 1 and i as columns of one table, less what speaks against it."""
    if bridged(strips[i - 1], strips[i], edges, lines):
        return CERTAIN
    left, right = columns[i - 1], columns[i]
    step = leading(max(columns, key=len))
    if _sparse(left, step) or _sparse(right, step):
        return CERTAIN
    found = _met(_level(left, right))
    found -= _width_likeness(strips[i - 1], strips[i])
    found -= _headings(left, right)
    found += 1.5 * _head(left, right)
    return found


def _sparse(column: Lines, step: float) -> bool:
    """Whether lines stand far apart: labels or marks of a table, where a newspaper's columns run on."""
    steps = [two[0].base - one[0].base for one, two in itertools.pairwise(column)]
    return sum(s > _LOOSE * step for s in steps) > _FEW * len(steps)


def _met(level: float) -> float:
    """What the share of lines that stand level says: 2 for a table, -1.5 for columns that run on their
    own.
    """
    return 2.0 if level >= _LEVEL else -1.5 if level < 0.35 else 0.0


def _width_likeness(one: Strip, two: Strip) -> float:
    """1 where two strips are as wide as each other, as a newspaper's columns are, -1 where they are not at
    all.
    """
    narrow, wide = sorted((one[1] - one[0], two[1] - two[0]))
    return 1.0 if narrow > 0.85 * wide else -1.0 if narrow < 0.6 * wide else 0.0


def _head(one: Lines, two: Lines) -> bool:
    """Whether both strips begin with a bold line on one baseline, and one of them has no other: a table's
    head.
    """
    level = abs(one[0][0].base - two[0][0].base) <= _SAME * one[0][0].size
    bold_one, bold_two = _bold(one), _bold(two)
    first = one[0][0].base in bold_one and two[0][0].base in bold_two
    return level and first and min(len(bold_one), len(bold_two)) == 1


def bridged(left: Strip, right: Strip, edges: Edges, lines: Lines) -> bool:
    """Whether rules or fills run from one strip into the other at two heights of the region at least."""
    top, bottom = lines[0][0].top - 10, lines[-1][0].bottom + 10
    across = [e for e in edges.across if top <= e.at <= bottom and e.start < left[1] - 2 and e.end > right[0] + 2]
    return len({round(e.at) for e in across}) >= 2


def _level(one: Lines, two: Lines) -> float:
    """The share of the shorter column's lines that stand on a baseline of the other, or hang from its heads in letters
    of another size."""
    few, many = sorted((one, two), key=len)
    feet, heads = [line[0].base for line in many], sorted(line[0].top for line in many)
    inside = [line for line in few if feet[0] - 1 <= line[0].base <= feet[-1] + 1]
    met = sum(
        min(_off(feet, line[0].base), _off(heads, line[0].top)) <= _SAME * line[0].size
        for line in inside
    )
    return met / len(inside) if inside else 0.0


def _off(sorted_places: Sequence[float], place: float) -> float:
    """How far the nearest place is."""
    after = bisect_left(sorted_places, place)
    return min([abs(other - place) for other in sorted_places[max(0, after - 1) : after + 1]])


def _headings(one: Lines, two: Lines) -> float:
    """What headings among the lines of both strips say, by weight, capitals or indent: 1.5 for a newspaper.

    Where they stand in different rows, 3: the rows of a table would have both or none.
    """
    for marked in (_bold, _capitals, _outdented):
        first, second = marked(one), marked(two)
        if all(2 < len(found) < 0.7 * len(column) for found, column in ((first, one), (second, two))):
            apart = sum(not any(abs(a - b) <= 2 for b in second) for a in first)
            return 3.0 if apart > 0.3 * len(first) else 1.5
    return 0.0


def _capitals(column: Lines) -> list[float]:
    return [line[0].base for line in column if all(word.text.upper() == word.text for word in line) and _letters(line)]


def _letters(line: Sequence[Ink]) -> bool:
    return any(letter.lower() != letter.upper() for word in line for letter in word.text)


def _outdented(column: Lines) -> list[float]:
    """Lines that stand left of most others."""
    left = min(line[0].x0 for line in column)
    outer = [line[0].base for line in column if line[0].x0 <= left + 1]
    return outer if len(outer) < 0.5 * len(column) else []


def _bold(column: Lines) -> list[float]:
    return [line[0].base for line in column if all(word.bold for word in line)]
