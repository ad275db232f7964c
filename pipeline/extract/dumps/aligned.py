"""What stands some squares off its column on a page of text: letters on paper are not all as wide as a square.

    Composante         Zone        Pays     Établissement         Année
    UFR Sciences              Afrique       Maroc    Université Ibn Zohr        2013
                                                     Laboratoire de Physique, École 1997
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.extract.chunks import Chunk, chunks
from pipeline.extract.sheet import Ink
from pipeline.extract.tables.valued import are_values

_FEW = 3  # chunks that begin at one place
_FAR = 12.0  # squares by which words stand off their columns at most
_DIGIT = re.compile(r"\d")

Rows = list[list[Ink]]


def aligned(rows: Rows) -> Rows:
    """The rows, with the words of a table's head over its columns, and values at the ends of lines in theirs."""
    return _with_head(_with_values(rows))


def _with_head(rows: Rows) -> Rows:
    """The first row with a chunk for each place where several begin, put there."""
    parts = [chunks(row) for row in rows]
    begin = Counter(chunk.x0 for found in parts for chunk in found)
    places = sorted(x0 for x0, times in begin.items() if times >= _FEW)
    head = next((i for i, found in enumerate(parts) if len(found) == len(places) > 1), None)
    if head is None or any(abs(chunk.x0 - x0) > _FAR for chunk, x0 in zip(parts[head], places, strict=True)):
        return rows
    moved = [_at(ink, ink.x0 + x0 - one.x0) for one, x0 in zip(parts[head], places, strict=True) for ink in one.words]
    return [*rows[:head], moved, *rows[head + 1 :]]


def _with_values(rows: Rows) -> Rows:
    """Years that stand a word space behind long names, where the others stand."""
    ends = [found[-1] for row in rows if len(found := chunks(row)) > 1]
    begin = Counter(chunk.x0 for chunk in ends)
    place = max(begin, key=lambda x0: begin[x0], default=0.0)
    values = [chunk for chunk in ends if chunk.x0 == place]
    return [_with_value(row, place, values) for row in rows] if are_values(values) else rows


def _with_value(row: list[Ink], place: float, values: Sequence[Chunk]) -> list[Ink]:
    *names, last = row
    alike = any(_shape(last.text) == _shape(chunk.text) for chunk in values)
    return [*names, _at(last, place)] if names and alike and 0 < place - last.x0 <= _FAR else row


def _shape(text: str) -> str:
    return _DIGIT.sub("0", text) if _DIGIT.search(text) else ""


def _at(ink: Ink, x0: float) -> Ink:
    return ink._replace(x0=x0, x1=x0 + ink.x1 - ink.x0)
