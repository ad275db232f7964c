"""Headings among the rows of a table that no edge sets apart: their place and their letters tell them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from pipeline.extract.chunks import Chunk

_RARE = 0.4  # of a column's lines: as few look like its headings
LOOK, _TOP = attrgetter("size", "bold"), attrgetter("top")

Look = tuple[float, bool]


def usual_look(columns: Iterable[Sequence[Chunk]]) -> Look | None:
    """The letters in which most of the text is set: names', be there as many lines of labels in two columns."""
    widths: defaultdict[Look, float] = defaultdict(float)
    for line in chain.from_iterable(columns):
        widths[LOOK(line)] += line.x1 - line.x0
    return max(widths, key=widths.__getitem__, default=None)


def set_off(
    parts: Sequence[Sequence[Chunk]], key: int, looks: Sequence[Counter[Look]], usual: Look | None
) -> list[Chunk]:
    """Lines that stand beside none of the key column and look unlike those of their own: headings between rows."""
    out: list[Chunk] = []
    for i, lines in enumerate(parts):
        if i != key:
            own = [line for line in lines if not any(one.top < line.base and line.top < one.base for one in parts[key])]
            out += [line for line in own if 2 * looks[i][LOOK(line)] <= looks[i].total() - (LOOK(line) == usual)]
    return out


def head_end(parts: Sequence[Sequence[Chunk]], looks: Sequence[Counter[Look]]) -> float | None:
    """Where a band's heading ends: its first line, above all cells of a row and unlike any of its own column."""
    first, second = [*sorted((line for lines in parts for line in lines), key=_TOP), None, None][:2]
    if first is None or second is None or sum(map(bool, parts)) < 2:
        return None
    column = next(i for i, lines in enumerate(parts) if first in lines)
    own = [line for line in parts[column] if line is not first]
    beside = any(one.top < first.base for lines in parts for one in lines if one is not first)
    told = own and looks[column][LOOK(first)] <= _RARE * looks[column].total() and LOOK(own[0]) != LOOK(first)
    return (first.bottom + second.top) / 2 if told and not beside else None
