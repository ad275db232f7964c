"""Lists that close with their countries and put years at the right edge: `Keio University (Tokio, Japan)   1989`.

Paper has a table of two columns there; the lines of a list say more: which go on, and where each ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.lists.ending import ending
from pipeline.clean.lists.leaders import without_dots
from pipeline.clean.notes import is_header
from pipeline.knowledge import Lexicon
from pipeline.records import Block, BlockKind, Cell, Document, Line, Row

_FEW = 3
_MOST = 0.6  # of the rows with a year: wrapped lines close without the name


def undated(document: Document, lexicon: Lexicon) -> Document:
    """The document with such tables as lists, the years at the ends of their lines."""
    tables = [block for block in document.blocks if block.kind == "table" and _holds_years(block, lexicon)]
    dated = {id(block) for block in tables if _closes(block, lexicon)}
    dated |= {id(block) for block in tables if dated and block.continues}  # the last page may hold a row
    return replace(document, blocks=tuple(_list(one) if id(one) in dated else one for one in document.blocks))


def _holds_years(block: Block, lexicon: Lexicon) -> bool:
    rows = [cells for row in block.rows if len(cells := _cells(row)) > 1]
    years = all(len(cells) == 2 and know.year(lexicon, cells[1].text) for cells in rows)
    return years and not any(is_header(cells, lexicon) for cells in rows)


def _closes(block: Block, lexicon: Lexicon) -> bool:
    rows = [cells for row in block.rows if len(cells := _cells(row)) > 1]
    closed = sum(ending(words, lexicon) is not None for cells in rows if (words := without_dots(cells[0].words)))
    return closed >= max(_FEW, _MOST * len(rows))


def _cells(row: Row) -> Sequence[Cell]:
    return [cell for cell in row.cells if cell.text]


def _list(block: Block) -> Block:
    lines = [line for row in block.rows for line in _lines(_cells(row))]
    kind: BlockKind = "dump" if lines[0].size is None else "lines"
    return replace(block, kind=kind, columns=(), rows=tuple(Row((Cell(0, (line,)),)) for line in lines))


def _lines(cells: Sequence[Cell]) -> Iterator[Line]:
    """The lines of the name, the year behind the last of them."""
    *above, last = cells[0].lines if cells else ()
    yield from above
    yield replace(last, words=(*last.words, *(word for cell in cells[1:] for word in cell.words)))
