"""Rows of a table on paper that hold nothing but a name, where all others have their own country and values: the rest
of the name above.

    Universidad del País Vasco / Euskal | Espagne | 2003
    Herriko Unibertsitatea              |         |
    Universidad de Zaragoza             | Espagne | 1994
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.parts import Labelled

_MOST = 0.9  # of the rows with names: as many have a country and a value
_FEW = 5


def bare_rows(rows: Sequence[Labelled]) -> frozenset[int]:
    """The rows that hold a name alone."""
    named = [row for row in rows if row.sure and row.entry.block.kind == "table" and row.one("institution")]
    told = [row for row in named if row.one("country") and len(row.parts) > 2]
    if len(told) < max(_FEW, _MOST * len(named)):
        return frozenset()
    return frozenset(row.entry.index for row in named if len(row.parts) == 1)
