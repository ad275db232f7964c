"""Rows of a table that a column of like values tells: between two rules, each `2003` belongs to a row of its own.

    China | East China Normal University,   |
          | Institute of Geology            | 1992
          | Harbin Institute of Technology  | 2003

Where lines of one name stand as close as rows do, what was broken tells beside which line of its row a value stands:
the line above the rest of a cell had no room for more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from pipeline.extract.chunks import Chunk
from pipeline.extract.fullness import SLACK, next_width
from pipeline.extract.tables.bands import Band, by_band
from pipeline.extract.tables.steps import among, level

_BASE = attrgetter("base")
_DIGIT = re.compile(r"\d")
_ALIKE = 0.8  # of a column's lines with figures: as many have one shape
_FEWEST = 3  # lines that show a shape
_WIDE = 1.5  # of the least step: white that parts a note from the rows above
_WIDER = 0.1  # ems by which white space between rows is wider than within a name


def valued_bands(
    bands: Sequence[Band], columns: Sequence[Sequence[Chunk]], values: Sequence[Chunk]
) -> list[Band]:
    """The bands of a table, parted where one holds several values of a column in which every line is a value."""
    if not values:
        return list(bands)
    each = [[line for line in own if _DIGIT.search(line.text)] for own in by_band(values, bands)]
    names = by_band(max(columns, key=len), bands)
    steps = [_within(lines) for lines, own in zip(names, by_band(values, bands), strict=True) if len(own) == 1]
    wrapped = max((step for found in steps for step in found), default=0.0)
    return [part for one in zip(bands, names, each, strict=True) for part in _parted(*one, wrapped)]


def are_values(lines: Sequence[Chunk]) -> bool:
    """`seit 1993`, `seit 2002`: lines of one shape, but for headings without figures."""
    figures = list(filter(_DIGIT.search, [line.text for line in lines]))
    if len(figures) < _FEWEST or 2 * len(figures) <= len(lines):
        return False
    most = max(Counter(_DIGIT.sub("0", text) for text in figures).values())
    return most >= _FEWEST and most >= _ALIKE * len(figures)


def begun_bands(
    bands: Sequence[Band], columns: Sequence[Sequence[Chunk]], rights: Sequence[float], values: Sequence[Chunk]
) -> list[Band]:
    """The rows of a table that no rule parts, from one value to the next, where values stand beside first lines; none
    in other tables."""
    if len(bands) > 1 or not values:
        return []
    lines = sorted((line for column in columns for line in column), key=_BASE)
    steps = [(one, two) for one, two in pairwise(lines) if not level(one.base, two)]
    wide = _WIDE * min(two.base - one.base for one, two in steps)
    firsts = sorted(line.base for line in (*_valued(columns, values), *_headings(columns, wide)))
    if not _on_first_lines(columns, rights, firsts, wide):
        return []
    parted = ((one, two) for one, two in steps if two.base - one.base > wide or among(two, firsts))
    cuts = [(one.bottom + two.top) / 2 for one, two in parted]
    return [bands[0]._replace(top=a, bottom=b) for a, b in pairwise([bands[0].top, *cuts, bands[0].bottom])]


def _on_first_lines(
    columns: Sequence[Sequence[Chunk]], rights: Sequence[float], firsts: Sequence[float], wide: float
) -> bool:
    """Whether the lines between the `firsts` stand right below full ones, and are not as often full themselves, as they
    would be if they began the row below."""
    above: list[bool] = []
    below: list[bool] = []
    for lines, right in zip(columns, rights, strict=True):
        bare = [line.base > firsts[0] and not among(line, firsts) for line in lines]
        for (one, two), rest, begins in zip(pairwise(lines), bare[1:], bare, strict=False):
            full = one.x1 + next_width(two) > right - SLACK and two.base - one.base <= wide
            above += [full] if rest else []
            below += [full] if begins else []
    return len(above) >= _FEWEST and sum(above) >= _ALIKE * len(above) and sum(below) < sum(above)


def _valued(columns: Sequence[Sequence[Chunk]], values: Sequence[Chunk]) -> Iterator[Chunk]:
    """The values, and their heading where it is printed again: others stand beside it, as beside none of its further
    lines."""
    others = sorted(line.base for lines in columns if lines is not values for line in lines)
    return (line for line in values if _DIGIT.search(line.text) or among(line, others))


def _headings(columns: Sequence[Sequence[Chunk]], wide: float) -> Iterator[Chunk]:
    """Labels with nothing beside them right over another label, which is no rest of theirs: that has something beside
    it, or is such a heading too."""
    others = sorted(line.base for lines in columns[1:] for line in lines)
    heading = False
    for below, one in pairwise(columns[0][::-1]):
        heading = (heading or among(below, others)) and not among(one, others) and below.base - one.base <= wide
        if heading:
            yield one


def _within(lines: Sequence[Chunk]) -> list[float]:
    return [two.base - one.base for one, two in pairwise(lines)]


def _parted(band: Band, names: Sequence[Chunk], values: Sequence[Chunk], wrapped: float) -> list[Band]:
    """A band cut between its values, each time at the widest white space among its names there."""
    cuts = list(_cuts(names, values, wrapped)) if 1 < len(values) <= len(names) else []
    if len(cuts) < len(values) - 1:
        return [band]
    return [band._replace(top=a, bottom=b) for a, b in pairwise([band.top, *cuts, band.bottom])]


def _cuts(names: Sequence[Chunk], values: Sequence[Chunk], wrapped: float) -> Iterator[float]:
    for above, below in pairwise(values):
        between = [
            (one, two)
            for one, two in pairwise(names)
            if one.base < below.base - 0.5 * below.size and two.base > above.base + 0.5 * above.size
        ]
        one, two = max(between, key=lambda pair: pair[1].base - pair[0].base, default=(above, above))
        if len(between) == 1 or two.base - one.base > wrapped + _WIDER * two.size:
            yield (one.bottom + two.top) / 2
