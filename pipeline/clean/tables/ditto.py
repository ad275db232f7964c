"""Labels and values that a table says again with a mark: `〃 | 〃 | University of Tartu`, `idem`, `同上`, `-"-`.

Each such cell says what the one above it in its column does. A dash is such a mark where it stands again and again
below countries or zones, of which no row has none; the name of a partner is never said for it, the row asks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.notes import has_letters, is_header
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Cell, Document, Row

_DASHES = frozenset("-–—―‐‑−")
_FEW = 3
Place = tuple[int, int]
Above = dict[Place, Cell]


def spelt_out(document: Document, lexicon: Lexicon) -> Document:
    """The document with the words of the cell above in each cell that repeats it."""
    cells = [cell for block in document.blocks for row in block.rows for cell in row.cells]
    if not any(_may_repeat(cell.text, lexicon) for cell in cells):
        return document
    dashes = _dashed(document, lexicon)
    above: Above = {}
    blocks = (replace(one, rows=tuple(_rows(one, above, dashes, lexicon))) for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _may_repeat(text: str, lexicon: Lexicon) -> bool:
    return know.is_ditto(lexicon, text) or is_dash(text)


def is_dash(text: str) -> bool:
    return 0 < len(text) <= 2 and _DASHES.issuperset(text)


def _dashed(document: Document, lexicon: Lexicon) -> frozenset[Place]:
    """The columns in which dashes stand for the label above them, where they do so again and again in one of them."""
    above: Above = {}
    below: dict[Place, Counter[bool]] = defaultdict(Counter)
    for block in document.blocks:
        for row in block.rows if block.kind != "furniture" else ():
            for cell in row.cells if _is_row(row, lexicon) else ():
                at = _place(block, cell)
                if not is_dash(cell.text):
                    above[at] = cell
                elif at in above and _is_heading(above[at].text, lexicon):
                    below[at][is_label(above[at].text, lexicon)] += 1
    return frozenset(below if any(count[True] >= _FEW for count in below.values()) else ())


def _is_heading(text: str, lexicon: Lexicon) -> bool:
    return is_label(text, lexicon) or know.is_unit(lexicon, heading_counted(text, lexicon)[0])


def _rows(block: Block, above: Above, dashes: frozenset[Place], lexicon: Lexicon) -> Iterator[Row]:
    for row in block.rows:
        if not _is_row(row, lexicon):
            yield row
            continue
        cells = tuple(_cells(block, row, above, dashes, lexicon))
        above |= {_place(block, cell): cell for cell in cells if _says(cell.text)}
        yield replace(row, cells=cells)


def _cells(block: Block, row: Row, above: Above, dashes: frozenset[Place], lexicon: Lexicon) -> Iterator[Cell]:
    for cell in row.cells:
        at = _place(block, cell)
        said = know.is_ditto(lexicon, cell.text) or (at in dashes and is_dash(cell.text))
        yield _spelt(cell, above[at]) if said and at in above and not _names(above[at], lexicon) else cell


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))


def _names(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether the cell names a partner."""
    return know.is_organisation(lexicon, cell.text) and not know.is_unit(lexicon, cell.text)


def _place(block: Block, cell: Cell) -> Place:
    return len(block.columns), cell.column


def _is_row(row: Row, lexicon: Lexicon) -> bool:
    """A row of several cells that does not head or rule the table: `|---|---|`."""
    cells = [cell for cell in row.cells if cell.text]
    return len(cells) > 1 and any(has_letters(cell.text) for cell in cells) and not is_header(cells, lexicon)


def _spelt(cell: Cell, above: Cell) -> Cell:
    """The cell with the words above as its mark says them: by its index they are the mark."""
    mark, line = cell.words[0], cell.lines[0]
    lines = (replace(line, words=tuple(replace(mark, text=word.text) for word in one.words)) for one in above.lines)
    return replace(cell, lines=tuple(lines))
