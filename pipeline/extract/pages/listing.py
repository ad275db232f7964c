"""Plain lines of a region as a block: one row and one cell a line."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from pipeline.extract.chunks import LEFT, RIGHT, chunk_of
from pipeline.extract.draft import Draft, DraftCell, DraftRow, box_of
from pipeline.extract.fullness import noted
from pipeline.extract.sheet import Ink
from pipeline.records import BlockKind

_ANGLE = attrgetter("angle")


def listing(
    page: int, lines: Sequence[Sequence[Ink]], kind: BlockKind = "lines", note: str = "", edge: float | None = None
) -> Draft:
    """A block of lines; indents are from the left edge of the region, `full` by its right `edge` or widest line."""
    parts = [chunk_of(line) for line in lines]
    left, right = min(map(LEFT, parts)), max(edge or 0.0, *map(RIGHT, parts))
    rows = []
    for line in noted(parts, left, right):
        box, turned = box_of(line.chunk), any(map(_ANGLE, line.chunk.words))
        rows.append(DraftRow((DraftCell(0, (line,), box, None, turned),), box))
    return Draft(kind, page, tuple(rows), ((left, right),), note=note)
