"""Grids that stand side by side, each with the heading above it: `Faculty of Law` on the left, `Faculty of Arts` on
the right."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extract.chunks import Lines, baselines
from pipeline.extract.plan import Plan
from pipeline.extract.sheet import Ink

_NEAR = 2.5  # sizes between the lines of a heading and the table below it
_APART = 1.5  # sizes between two headings on one line


def headed(tables: Sequence[Plan], words: Sequence[Ink]) -> list[tuple[Plan, list[Ink]]]:
    """Each table with the words of the headings above it, none where it stands alone or a line above it is one."""
    found: dict[int, list[Ink]] = {}
    for row in _rows(tables):
        lines = _above(row, words) if len(row) > 1 else []
        for i, table in enumerate(row):
            found[id(table)] = [word for line in lines for word in _shares(line, row)[i]]
    return [(table, found[id(table)]) for table in tables]


def _rows(tables: Sequence[Plan]) -> list[list[Plan]]:
    """Tables by the tops that they share, from left to right."""
    rows: list[list[Plan]] = []
    for table in sorted(tables, key=lambda table: table.box.top):
        if rows and all(_beside(table, other) for other in rows[-1]):
            rows[-1].append(table)
        else:
            rows.append([table])
    return [sorted(row, key=lambda table: table.box.x0) for row in rows]


def _beside(one: Plan, two: Plan) -> bool:
    level = min(one.box.bottom, two.box.bottom) > max(one.box.top, two.box.top)
    return level and max(one.box.x0, two.box.x0) > min(one.box.x1, two.box.x1)


def _above(row: Sequence[Plan], words: Sequence[Ink]) -> Lines:
    """The lines right above the tables that part between them, from top to bottom."""
    base = min(table.box.top for table in row)
    found: Lines = []
    for line in reversed(baselines([word for word in words if word.bottom <= base + 1])):
        if base - line[0].bottom > _NEAR * line[0].size or not _is_parted(line, row):
            break
        found.insert(0, line)
        base = min(word.top for word in line)
    return found


def _is_parted(line: Sequence[Ink], row: Sequence[Plan]) -> bool:
    """Whether every table has words of the line above it, and wide white space parts them."""
    shares = _shares(line, row)
    if not all(shares) or sum(map(len, shares)) < len(line):
        return False
    return all(two[0].x0 - one[-1].x1 > _APART * two[0].size for one, two in itertools.pairwise(shares))


def _shares(line: Sequence[Ink], row: Sequence[Plan]) -> list[list[Ink]]:
    ordered = sorted(line, key=lambda word: word.x0)
    return [[word for word in ordered if table.box.x0 - 1 <= word.x0 <= table.box.x1] for table in row]
