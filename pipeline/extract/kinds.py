"""What strips of text side by side are: columns of one table, of a newspaper, or of tables side by side."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.chunks import Lines, chunk_of, leading
from pipeline.extract.gutters import Strip
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink

_SAME = 0.15  # ems between baselines of one row
_LEVEL = 0.75  # of the sparser strip's lines: as many stand on a line of the other one in a table


def strip_groups(lines: Lines, strips: Sequence[Strip], edges: Edges) -> list[list[Strip]]:
    """Strips that are columns of one table together; a strip alone is a column of running lines."""
    columns = [_column(lines, strip) for strip in strips]
    groups = [[0]]
    for i in range(1, len(strips)):
        if _one_table(i, columns, strips, edges, lines):
            groups[-1].append(i)
        else:
            groups.append([i])
    return [[strips[i] for i in part] for group in groups for part in _halves(group, columns)]


def _column(lines: Lines, strip: Strip) -> Lines:
    inside = ([w for w in line if strip[0] - 1 <= (w.x0 + w.x1) / 2 <= strip[1] + 1] for line in lines)
    return [line for line in inside if line]


def _one_table(i: int, columns: Sequence[Lines], strips: Sequence[Strip], edges: Edges, lines: Lines) -> bool:
    """Whether strips i - 1 and i belong to one table."""
    if _bridged(strips[i - 1], strips[i], edges, lines):
        return True
    left, right = columns[i - 1], columns[i]
    if _density(left, lines) < 0.5 or _density(right, lines) < 0.5:
        return True  # a newspaper's columns are full of lines; what is sparse is a label or a mark
    if _level(left, right) < _LEVEL:
        return False
    return not _alike(left, right, strips[i - 1], strips[i])


def _bridged(left: Strip, right: Strip, edges: Edges, lines: Lines) -> bool:
    """Whether rules or fills run from one strip into the other at two heights of the region at least."""
    top, bottom = lines[0][0].top - 10, lines[-1][0].bottom + 10
    across = [e for e in edges.across if top <= e.at <= bottom and e.start < left[1] - 2 and e.end > right[0] + 2]
    return len({round(e.at) for e in across}) >= 2


def _density(column: Lines, lines: Lines) -> float:
    """How full of lines a strip is: its lines against those that fit between its first and its last."""
    step = leading(column) if len(column) > 2 else leading(lines)
    height = lines[-1][0].base - lines[0][0].base + step
    return len(column) * min(step, 2.0 * column[0][0].size) / height


def _level(one: Lines, two: Lines) -> float:
    """The share of the shorter column's lines that stand on a baseline of the other."""
    few, many = sorted((one, two), key=len)
    bases = [line[0].base for line in many]
    inside = [line for line in few if bases[0] - 1 <= line[0].base <= bases[-1] + 1]
    met = sum(any(abs(line[0].base - base) <= _SAME * line[0].size for base in bases) for line in inside)
    return met / len(inside) if inside else 0.0


def _alike(one: Lines, two: Lines, left: Strip, right: Strip) -> bool:
    """Whether two columns look like the same list going on: headings within both that stand in different rows."""
    bold_one, bold_two = _bold(one), _bold(two)
    if not bold_one or not bold_two or len(bold_one) == len(one) or len(bold_two) == len(two):
        return False
    apart = sum(not any(abs(a - b) <= 2 for b in bold_two) for a in bold_one)
    return apart > 0.3 * len(bold_one)


def _bold(column: Lines) -> list[float]:
    return [line[0].base for line in column if all(word.bold for word in line)]


def _halves(group: list[int], columns: Sequence[Lines]) -> list[list[int]]:
    """A table's strips, as two tables where the head of its left half is repeated over the right half."""
    half = len(group) // 2
    if len(group) < 4 or len(group) % 2:
        return [group]
    heads = [_text(columns[i][0]) for i in group]
    return [group[:half], group[half:]] if heads[:half] == heads[half:] else [group]


def _text(line: Sequence[Ink]) -> str:
    return chunk_of(line).text.casefold()
