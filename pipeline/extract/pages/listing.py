"""Plain lines of a region as a block: one row and one cell a line."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from pipeline.extract.chunks import chunk_of
from pipeline.extract.draft import Draft, DraftCell, DraftLine, DraftRow, box_of
from pipeline.extract.fullness import SLACK, next_width
from pipeline.extract.sheet import Ink
from pipeline.records import BlockKind

_ANGLE = attrgetter("angle")


def listing(
    page: int, lines: Sequence[Sequence[Ink]], kind: BlockKind = "lines", note: str = "", edge: float | None = None
) -> Draft:
    """A block of lines; indents are from the left edge of the region, `full` by its right `edge` or widest line."""
    parts = [chunk_of(line) for line in lines]
    left, right = min(part.x0 for part in parts), max([edge or 0.0, *(part.x1 for part in parts)])
    rows = []
    for i, part in enumerate(parts):
        above = parts[i - 1] if i else None
        below = parts[i + 1] if i + 1 < len(parts) else None
        gap = None if above is None else round((part.top - above.bottom) / max(part.bottom - part.top, 1.0), 3)
        full = None if below is None else part.x1 + next_width(below) > right - SLACK
        line = DraftLine(part, round(part.x0 - left, 2), full, gap)
        turned = any(map(_ANGLE, part.words))
        box = box_of(part)
        rows.append(DraftRow((DraftCell(0, (line,), box, None, turned),), box))
    return Draft(kind, page, tuple(rows), ((left, right),), note=note)
