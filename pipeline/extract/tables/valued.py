"""Rows of a table that a column of like values tells: between two rules, each `2003` belongs to a row of its own.

    China | East China Normal University,   |
          | Institute of Geology            | 1992
          | Harbin Institute of Technology  | 2003
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.chunks import Chunk
from pipeline.extract.tables.bands import Band, by_band

_DIGIT = re.compile(r"\d")
_ALIKE = 0.8  # of a column's lines with figures: as many have one shape
_FEWEST = 3  # lines that show a shape
_WIDER = 0.1  # ems by which white space between rows is wider than within a name


def valued_bands(
    bands: Sequence[Band], columns: Sequence[Sequence[Chunk]], values: Sequence[Chunk]
) -> list[Band]:
    """The bands of a table, parted where one holds several values of a column in which every line is a value."""
    if not values:
        return list(bands)
    names, each = by_band(max(columns, key=len), bands), by_band(values, bands)
    steps = [_within(lines) for lines, own in zip(names, each, strict=True) if len(own) == 1]
    wrapped = max((step for found in steps for step in found), default=0.0)
    return [
        part
        for band, lines, own in zip(bands, names, each, strict=True)
        for part in _parted(band, lines, [line for line in own if _DIGIT.search(line.text)], wrapped)
    ]


def are_values(lines: Sequence[Chunk]) -> bool:
    """`seit 1993`, `seit 2002`: lines of one shape, but for headings without figures."""
    shapes = [_DIGIT.sub("0", line.text) for line in lines if _DIGIT.search(line.text)]
    most = Counter(shapes).most_common(1)[0][1] if shapes else 0
    return most >= _FEWEST and most >= _ALIKE * len(shapes) and 2 * len(shapes) > len(lines)


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
