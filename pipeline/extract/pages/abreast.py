"""Tables that stand side by side, each with the heading above it: `Faculty of Law` on the left, `Faculty of Arts` on
the right."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from pipeline.extract.chunks import Lines
from pipeline.extract.plan import Plan, Region, Running
from pipeline.extract.sheet import Ink

_NEAR = 2.5  # sizes between the lines of a heading and the table below it
_APART = 1.5  # sizes between two headings on one line


def headed(found: Sequence[Region]) -> tuple[list[tuple[Plan, Lines]], list[Running]]:
    """Each table with the lines of its own heading, none where it stands alone or a line above it is one, and none
    where each heading was read with its table already; and the lines that are no such heading."""
    tables = [region for region in found if isinstance(region, Plan)]
    running = [region for region in found if isinstance(region, Running)]
    above = [list(line) for region in running for line in region.lines]
    heads = {id(table): lines for row in _rows(tables) if row[1:] for table, lines in _heads(row, above)}
    taken = {word for lines in heads.values() for line in lines for word in line}
    rest = [_without(region, taken) for region in running] if taken else running
    return [(table, heads.get(id(table), [])) for table in tables], [region for region in rest if region.lines]


def _heads(row: Sequence[Plan], above: Lines) -> Iterator[tuple[Plan, Lines]]:
    shares = [_shares(line, row) for line in _above(row, above)]
    yield from ((table, [share[i] for share in shares]) for i, table in enumerate(row))


def _without(region: Running, taken: Collection[Ink]) -> Running:
    return region._replace(lines=tuple(line for line in region.lines if not any(word in taken for word in line)))


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


def _above(row: Sequence[Plan], lines: Lines) -> Lines:
    """Those of the lines right above the tables that part between them, from top to bottom."""
    base = min(table.box.top for table in row)
    found: Lines = []
    higher = (line for line in lines if line[0].bottom <= base + 1)
    for line in sorted(higher, key=lambda line: line[0].base, reverse=True):
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
    """The line's words by the table that they stand above; cells are padded, headings are not."""
    ordered = sorted(line, key=lambda word: word.x0)
    return [[word for word in ordered if table.box.x0 - word.size <= word.x0 <= table.box.x1] for table in row]
