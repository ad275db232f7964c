"""Which rows a cell governs, where rules prove it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extract.draft import DraftLine
from pipeline.extract.tables.bands import Boundary

Run = tuple[int, int]
_APART = 1.9  # line heights: lines of one label stand closer


def runs(column: int, found: Sequence[Boundary], count: int) -> list[Run]:
    """The stretches of ruled bands (first, last) between the edges that are drawn in `column`.

    `found` are the boundaries between bands: found[i] parts band i from band i + 1.
    """
    out, first = [], 0
    for band in range(count):
        if band == count - 1 or found[band].drawn[column]:
            out.append((first, band))
            first = band + 1
    return out


def proving(column: int, found: Sequence[Boundary]) -> bool:
    """Whether rules part rows elsewhere where they do not in this column: then what they do part is meant."""
    return any(not boundary.drawn[column] and any(boundary.drawn) for boundary in found)


def one_label(lines: Sequence[DraftLine]) -> bool:
    """Whether lines between two rules are one label: close together, and not the same words again and
    again.
    """
    chunks = [line.chunk for line in lines]
    if len({chunk.text for chunk in chunks}) < len(chunks):
        return False
    return all(
        two.base - one.base <= _APART * max(one.bottom - one.top, 1.0) for one, two in itertools.pairwise(chunks)
    )
