"""Counts that print sets apart from their label: `Angola` and, at the card's right edge, `3 acordos`; or, on the line
below, `n. 3 accordi`.

Paper has two columns in the first, and a table of one row; what stands below is a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.knowledge import Lexicon
from pipeline.records import Block, BlockKind, Cell, Document, Line, Row

_TIGHT = 0.5  # line heights of white space


def recounted(document: Document, lexicon: Lexicon) -> Document:
    """The document with such counts in their labels' cells; a table without a row of several cells left is a list."""
    blocks = (_recounted(block, lexicon) for block in document.blocks)
    return replace(document, blocks=tuple(replace(one, rows=tuple(_with_counts_below(one, lexicon))) for one in blocks))


def _with_counts_below(block: Block, lexicon: Lexicon) -> Iterator[Row]:
    """The rows of a list, each with the count that stands right below it."""
    held: Row | None = None
    for row in block.rows:
        if held and _counts_above(held, row, block, lexicon):
            held = replace(held, cells=(replace(held.cells[0], lines=(*held.cells[0].lines, *row.cells[0].lines)),))
            continue
        yield from [held] if held else ()
        held = row
    yield from [held] if held else ()


def _counts_above(held: Row, row: Row, block: Block, lexicon: Lexicon) -> bool:
    if block.kind != "lines" or len(held.cells) != 1 or len(row.cells) != 1:
        return False
    gap = row.cells[0].lines[0].gap if row.cells[0].words else None
    alone = bool(held.cells[0].words) and know.is_tally(lexicon, row.cells[0].text)
    return alone and gap is not None and gap < _TIGHT and know.tally(lexicon, held.cells[0].text)[1] is None


def _recounted(block: Block, lexicon: Lexicon) -> Block:
    rows = tuple(_with_count(row, lexicon) for row in block.rows)
    if rows == block.rows or block.kind != "table" or any(len(_printed(row)) > 1 for row in rows):
        return replace(block, rows=rows)
    lines = [line for row in rows for cell in _printed(row) for line in cell.lines]
    kind: BlockKind = "dump" if lines[0].size is None else "lines"
    return replace(block, kind=kind, columns=(), rows=tuple(map(_row, lines)))


def _row(line: Line) -> Row:
    return Row((Cell(0, (line,)),))


def _printed(row: Row) -> Sequence[Cell]:
    return [cell for cell in row.cells if cell.text]


def _with_count(row: Row, lexicon: Lexicon) -> Row:
    cells = _printed(row)
    if len(cells) != 2 or not is_label(cells[0].text, lexicon) or not _is_count(cells, lexicon):
        return row
    label, count = cells
    *above, last = label.lines
    whole = replace(label, lines=(*above, replace(last, words=(*last.words, *count.words))))
    return replace(row, cells=(whole,))


def _is_count(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """A number of agreements, and nothing else; a bare number may be a value of a column."""
    label, count = (cell.text for cell in cells)
    return know.tally(lexicon, f"{label} {count}")[0] == label
