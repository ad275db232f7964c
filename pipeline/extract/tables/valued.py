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
from pipeline.extract.tables.steps import level

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
    shapes = [_DIGIT.sub("0", line.text) for line in lines if _DIGIT.search(line.text)]
    most = Counter(shapes).most_common(1)[0][1] if shapes else 0
    return most >= _FEWEST and most >= _ALIKE * len(shapes) and 2 * len(shapes) > len(lines)


def begun_bands(
    bands: Sequence[Band], columns: Sequence[Sequence[Chunk]], rights: Sequence[float], values: Sequence[Chunk]
) -> list[Band]:
    """The rows of a table that no rule parts, from one value to the next, where values stand beside first lines; none
    in other tables."""
    if len(bands) > 1 or not values or not _on_first_lines(columns, rights, values):
        return []
    lines = sorted((line for column in columns for line in column), key=_BASE)
    steps = [(one, two) for one, two in pairwise(lines) if not level(one.base, two)]
    least = min(two.base - one.base for one, two in steps)
    firsts = [two for one, two in steps if two.base - one.base > _WIDE * least]
    valued = [line for line in values if _DIGIT.search(line.text)]
    firsts += [one for above, below in pairwise([None, *valued]) if below for one in _firsts(columns, above, below)]
    cuts = [(one.bottom + two.top) / 2 for one, two in steps if any(level(two.base, first) for first in firsts)]
    return [bands[0]._replace(top=a, bottom=b) for a, b in pairwise([bands[0].top, *cuts, bands[0].bottom])]


def _on_first_lines(columns: Sequence[Sequence[Chunk]], rights: Sequence[float], values: Sequence[Chunk]) -> bool:
    """Whether lines without a value go on with full lines, and are not as often full themselves, as they would be if
    they began the row below."""
    top = min(value.base for value in values if _DIGIT.search(value.text))
    above: list[bool] = []
    below: list[bool] = []
    for lines, right in zip(columns, rights, strict=True):
        full = [one.x1 + next_width(two) > right - SLACK for one, two in pairwise(lines)]
        bare = [i for i, line in enumerate(lines) if i and line.base > top and not _has_value(line, values)]
        above += [full[i - 1] for i in bare]
        below += [full[i] for i in bare if i < len(full)]
    return len(above) >= _FEWEST and sum(above) >= _ALIKE * len(above) and sum(below) < sum(above)


def _has_value(line: Chunk, values: Sequence[Chunk]) -> bool:
    return any(level(value.base, line) for value in values)


def _firsts(columns: Sequence[Sequence[Chunk]], above: Chunk | None, below: Chunk) -> Iterator[Chunk]:
    """The value below another, and headings between them: labels with nothing beside them over another label, that of
    the row below, which is no rest of theirs."""
    top = above.base if above else 0.0
    labels = [line for line in columns[0] if top < line.base <= below.base or level(below.base, line)]
    for one, _ in pairwise(labels):
        if not level(top, one) and not any(level(one.base, line) for column in columns[1:] for line in column):
            yield one
    yield below


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
