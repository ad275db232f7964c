"""Cells of tables in which wrapped lines hang, as they do in lists: each line at the left begins a name.

    | Saint Augustine's College      |
    | Hillsdale Free Will Baptist    |
    |   College                      |
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from pipeline.clean.names.pieces import Before
from pipeline.records import Line

_DEEPER, _LEVEL = 2.0, 1.0  # points by which wrapped lines hang at least, and by which they differ
_FEWEST = 3
_NEARLY_ALL = 0.9


def depth_of(cells: Sequence[Sequence[Line]]) -> float | None:
    """How much deeper than the first ones wrapped lines stand in cells; None where they do not hang by one step."""
    steps = [line.indent - lines[0].indent for lines in cells if lines for line in lines[1:]]
    deeper = [step for step in steps if step >= _DEEPER]
    if len(deeper) < _FEWEST:
        return None
    depth = median(deeper)
    told = sum(abs(step) < _LEVEL or abs(step - depth) <= _LEVEL for step in steps)
    return depth if told >= _NEARLY_ALL * len(steps) else None


def inside(lines: Sequence[Line], at: int, depth: float) -> Before:
    """What parts a further line of a cell from the one above: nothing, or a new name begins below one that hangs."""
    steps = [line.indent - lines[0].indent for line in lines]
    if abs(steps[at] - depth) <= _LEVEL:
        return "wrap"
    hangs = any(abs(step - depth) <= _LEVEL for step in steps)
    return "flush" if hangs and abs(steps[at]) < _LEVEL else "line"
