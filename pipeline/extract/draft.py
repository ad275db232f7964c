"""Blocks before their words have numbers: the same shape as records.Block, made of ink."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from pipeline.extract.chunks import Chunk
from pipeline.extract.gutters import Strip
from pipeline.records import BlockKind, Box

_box = partial(tuple.__new__, Box)


class DraftLine(NamedTuple):
    """A printed line of a cell; `full` and `gap` as in records.Line."""

    chunk: Chunk
    indent: float = 0.0
    full: bool | None = None
    gap: float | None = None


class DraftCell(NamedTuple):
    """Lines of one column of one row; a turned cell's chunks are its lines in reading order; `ruled` as in
    records.Cell.
    """

    column: int
    lines: tuple[DraftLine, ...]
    box: Box
    rows: tuple[int, int] | None = None
    turned: bool = False
    ruled: bool = False


class DraftRow(NamedTuple):
    cells: tuple[DraftCell, ...]
    box: Box


class Draft(NamedTuple):
    """A block of a page; `doubt` says that paper hardly tells a table from a list."""

    kind: BlockKind
    page: int
    rows: tuple[DraftRow, ...]
    columns: tuple[Strip, ...] = ()
    continues: bool = False
    note: str = ""
    doubt: bool = False


def lines_of(draft: Draft) -> list[DraftLine]:
    """The printed lines of a block, cell by cell."""
    return [line for row in draft.rows for cell in row.cells for line in cell.lines]


def hull(boxes: list[Box]) -> Box:
    """The smallest box around boxes."""
    if len(boxes) == 1:
        return boxes[0]
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


def box_of(chunk: Chunk) -> Box:
    return _box(chunk[1:5])
