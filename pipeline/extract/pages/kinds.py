"""What strips of text side by side are: columns of one table, of a newspaper, or of tables side by side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.chunks import Lines, chunk_of
from pipeline.extract.gutters import Strip
from pipeline.extract.pages.evidence import CERTAIN, bridged, evidence
from pipeline.extract.pages.strips import columns_of
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink

_NUMBER = re.compile(r"^[(（\[]?\d{1,3}(?:\.\d{1,3})*(?:[.)）．\]]|(?<=\.\d)|(?<=\.\d\d))$")  # `12.`, `(3)`, `1.2.1`
_ALONE = 0.5  # of a column's numbers: headings between have words behind theirs
_DOUBT = (-0.5, 1.0)  # evidence between these hardly tells a table without a head from a list without headings


class Grouping(NamedTuple):
    """Strips that are columns of one table together (one alone is a column of running lines), and whether
    paper hardly tells.
    """

    groups: list[list[Strip]]
    doubt: bool

    @property
    def newspaper(self) -> bool:
        """Whether every strip is a column of running lines."""
        return all(len(group) == 1 for group in self.groups)


def strip_groups(lines: Lines, strips: Sequence[Strip], columns: Sequence[Lines], edges: Edges) -> Grouping:
    """Which strips side by side belong together, by all that speaks for it and against it, given their columns."""
    runs = list(_with_numbers(columns, strips, edges, lines))
    hulls = [(strips[run[0]][0], strips[run[-1]][1]) for run in runs]
    alone = [columns[run[0]] if len(run) == 1 else None for run in runs]
    whole = [one or columns_of(lines, [hull])[0] for one, hull in zip(alone, hulls, strict=True)]
    both = [len(one) == len(two) == 2 for one, two in itertools.pairwise(runs)]  # no table has numbers twice
    pairs = [-CERTAIN if both[i] else evidence(i + 1, whole, hulls, edges, lines) for i in range(len(both))]
    groups, doubt = _groups(hulls, pairs)
    out: list[list[Strip]] = []
    for group in groups:
        tables = _side_by_side([i for at in group for i in runs[at]], columns)
        out += [[strips[i] for i in part] for part in tables] if group[1:] else [[hulls[group[0]]]]
    return Grouping(out, doubt)


def _with_numbers(
    columns: Sequence[Lines], strips: Sequence[Strip], edges: Edges, lines: Lines
) -> Iterator[Sequence[int]]:
    """The strips, each with the one of numbers that stand before its entries: `12. | Universität Wien`."""
    at = 0
    while at < len(columns):
        numbers = at + 1 < len(columns) and _is_numbers(columns[at])
        size = 2 if numbers and not bridged(strips[at], strips[at + 1], edges, lines) else 1
        yield range(at, at + size)
        at += size


def _is_numbers(column: Lines) -> bool:
    """Numbers alone, and at most some headings that have numbers too: `5.1 Brazil`."""
    alone = sum(len(line) == 1 for line in column)
    return alone > max(2, _ALONE * len(column)) and all(_NUMBER.match(line[0].text) for line in column)


def _groups(strips: Sequence[Strip], pairs: list[float]) -> tuple[list[list[int]], bool]:
    """Strips that are columns of one table by the evidence for each pair, and whether paper hardly tells."""
    if len(strips) > 2 and _even(strips):
        pairs = [sum(pairs)] * len(pairs)
    groups = [[0]]
    for i, pair in enumerate(pairs, start=1):
        if pair > 0:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups, any(_DOUBT[0] <= pair <= _DOUBT[1] for pair in pairs)


def _even(strips: Sequence[Strip]) -> bool:
    """Whether strips stand at even distances, as a newspaper's columns do: then one is like the others."""
    steps = [two[0] - one[0] for one, two in itertools.pairwise(strips)]
    return max(steps) - min(steps) < 0.03 * sum(steps)


def _side_by_side(group: list[int], columns: Sequence[Lines]) -> list[list[int]]:
    """A table's strips, as the tables that stand side by side where its first two headings stand again over others."""
    heads = [_text(columns[i][0]) if columns[i] else "" for i in group]
    starts = [at for at in range(len(group) - 1) if at == 0 or (all(heads[:2]) and heads[at : at + 2] == heads[:2])]
    return [group[a:b] for a, b in itertools.pairwise([*starts, len(group)])]


def _text(line: Sequence[Ink]) -> str:
    return chunk_of(line).text.casefold()
