"""Lists whose headings hang in the margin beside their first paragraph.

    Europe    Belgium — KU Leuven · Université de Liège
              Denmark — Aarhus Universitet
    Asia      Japan — Waseda University

Paper has a table of two columns there; that the second one runs names on behind their countries tells the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.dated import as_list
from pipeline.clean.lists.runin import opening
from pipeline.clean.normalise import label_text
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Cell, Document, Line, Row

_FEW = 3
_MOST = 0.2  # of the lines: paragraphs run over several


def unheaded(document: Document, lexicon: Lexicon) -> Document:
    """The document with such tables as lists, each heading above what stands beside it."""
    beside = [block for block in document.blocks if _is_headed(block, lexicon)]
    if sum(sum(_opens(cell, lexicon) for cell in _column(block, 1)) for block in beside) < _FEW:
        return document
    known = set(map(id, beside))
    parts = (_list(block, lexicon) if id(block) in known else (block,) for block in document.blocks)
    return replace(document, blocks=tuple(block for found in parts for block in found))


def _is_headed(block: Block, lexicon: Lexicon) -> bool:
    """Whether the second column runs names on, and the first holds headings level with openings of it."""
    if block.kind != "table" or len(block.columns) != 2:
        return False
    beside = {i: cell for i, row in enumerate(block.rows) for cell in row.cells if cell.column == 1 and cell.words}
    heads = _heads(block, lexicon)
    named = all(_is_heading(cell, lexicon) for cell in heads.values())
    level = all(i in beside and _opens(beside[i], lexicon) for i in heads)
    running = sum(_opens(cell, lexicon) for cell in beside.values())
    return named and level and running >= max(1, _MOST * len(beside)) and len(heads) <= running


def _heads(block: Block, lexicon: Lexicon) -> Mapping[int, Cell]:
    """The headings by the first row that they stand beside; one of several lines may stand beside as many rows."""
    heads: dict[int, Cell] = {}
    for i, row in enumerate(block.rows):
        for cell in (cell for cell in row.cells if not cell.column and cell.words):
            last = max(heads, default=i)
            whole = replace(cell, lines=(*heads[last].lines, *cell.lines)) if heads else cell
            joined = heads and not _is_heading(heads[last], lexicon) and _is_heading(whole, lexicon)
            heads[last if joined else cell.rows[0] if cell.rows else i] = whole if joined else cell
    return heads


def _is_heading(cell: Cell, lexicon: Lexicon) -> bool:
    return is_label(label_text(cell.lines), lexicon) or know.is_unit(lexicon, cell.text)


def _column(block: Block, at: int) -> Iterator[Cell]:
    return (cell for row in block.rows for cell in row.cells if cell.column == at and cell.words)


def _opens(cell: Cell, lexicon: Lexicon) -> bool:
    return opening(cell.lines[0], lexicon) is not None


def _list(block: Block, lexicon: Lexicon) -> Iterator[Block]:
    heads = _heads(block, lexicon)
    held: list[Line] = []
    for i, row in enumerate(block.rows):
        if i in heads:
            yield from [as_list(block, held)] if held else ()
            held = []
            yield replace(as_list(block, heads[i].lines), rows=(Row((replace(heads[i], rows=None),)),))
        held += [line for cell in row.cells if cell.column for line in cell.lines]
    yield from [as_list(block, held)] if held else ()
