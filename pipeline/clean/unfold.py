"""Lists in two columns that paper cannot tell from a table: names with their labels in each line of both.

`Brazil — Universidade de Lisboa   Portugal — Universidade de Évora`, level and under headings across the page, has the
geometry of a table's row. What the lines say tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.runin import opening
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Box, Cell, Document, Line, Row

_FEW = 3
_MOST = 0.6


def unfolded(document: Document, lexicon: Lexicon) -> Document:
    """The document with such tables as lists, one column after the other between headings."""
    tables = [block for block in document.blocks if block.kind == "table"]
    if not any(_are_lists(block, _FEW, lexicon) for block in tables):
        return document
    lists = [block for block in tables if _are_lists(block, 1, lexicon)]
    parts = (_lists(block) if block in lists else (block,) for block in document.blocks)
    return replace(document, blocks=tuple(part for found in parts for part in found))


def _are_lists(block: Block, least: int, lexicon: Lexicon) -> bool:
    """Whether the lines of two columns or more open with their labels, at `least` so many in each."""
    cells = [cell for row in block.rows for cell in row.cells if cell.lines]
    opens = [
        [opening(cell.lines[0], lexicon) is not None for cell in cells if cell.column == at]
        for at in range(len(block.columns))
    ]
    return len(opens) > 1 and all(sum(found) >= max(least, _MOST * len(found)) for found in opens)


def _lists(block: Block) -> Iterator[Block]:
    held: list[Row] = []
    for row in block.rows:
        if _is_across(row, block):
            yield from _columns(held, block)
            yield _list(block, row.cells[0].lines)
            held = []
        else:
            held.append(row)
    yield from _columns(held, block)


def _is_across(row: Row, block: Block) -> bool:
    """A heading: alone, and in another print than the lines."""
    return len(row.cells) == 1 and bool(row.cells[0].lines) and _look(row.cells[0].lines[0]) != _look(_first(block))


def _look(line: Line) -> tuple[bool, int]:
    return line.bold, round(line.size or 0)


def _first(block: Block) -> Line:
    return next(cell.lines[0] for row in block.rows for cell in row.cells if cell.words)


def _columns(rows: Sequence[Row], block: Block) -> Iterator[Block]:
    for at in range(len(block.columns)):
        lines = [line for row in rows for cell in row.cells if cell.column == at for line in cell.lines]
        if lines:
            yield _list(block, lines)


def _list(block: Block, lines: Sequence[Line]) -> Block:
    return replace(block, kind="lines", rows=tuple(Row((Cell(0, (line,), box=_box(line)),)) for line in lines))


def _box(line: Line) -> Box | None:
    boxes = [word.box for word in line.words if word.box is not None]
    if not boxes:
        return None
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
