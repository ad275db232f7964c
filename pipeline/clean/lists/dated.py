"""Lists that put years at an edge: `Keio University (Tokio, Japan)   1989`, `Keio University   (1989)`, and numbers
before them, `1.   1999   Aarhus Universitet - Denmark`.

Paper has a table there; the lines of a list say more: which go on, and where each ends. Those lists are told by the
countries that close their names, or by brackets around all of their years, which are no column's values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.lists.ending import ending
from pipeline.clean.lists.leaders import without_dots
from pipeline.clean.lists.ordinals import ordinals
from pipeline.clean.lists.tails import tail
from pipeline.clean.notes import is_header
from pipeline.knowledge import Lexicon
from pipeline.records import Block, BlockKind, Box, Cell, Document, Line, Row, Word

_FEW = 3
_MOST = 0.6  # of the rows with a year: wrapped lines close without the name


def undated(document: Document, lexicon: Lexicon) -> Document:
    """The document with such tables as lists, the years at the ends of their lines."""
    tables = [block for block in document.blocks if block.kind == "table" and _holds_years(block, lexicon)]
    dated = {id(block) for block in tables if _closes(block, lexicon) or len(folded(block, lexicon).columns) == 1}
    dated |= {id(block) for block in tables if dated and block.continues}  # the last page may hold a row
    return replace(document, blocks=tuple(_list(one, lexicon) if id(one) in dated else one for one in document.blocks))


def _list(block: Block, lexicon: Lexicon) -> Block:
    return as_list(block, [line for row in block.rows for line in _entry(_cells(row), lexicon)])


def folded(block: Block, lexicon: Lexicon) -> Block:
    """The table with each column that holds nothing but years in brackets put to the one left of it, which holds their
    names; a table with headings as it is."""
    cells = [cell for row in block.rows for cell in _cells(row)]
    headed = any(is_header(_cells(row), lexicon) for row in block.rows if len(_cells(row)) > 1)
    tails = [cell.column for cell in cells if _is_tail(cell, lexicon)]
    kept = sorted({cell.column for cell in cells if not _is_tail(cell, lexicon)})
    if headed or not kept or not tails or min(tails) < kept[0]:
        return block
    place = {at: sum(other <= at for other in kept[1:]) for at in range(len(block.columns))}
    cells_of = ([replace(one, column=place[one.column]) for one in row.cells] for row in block.rows)
    rows = (replace(row, cells=tuple(cells)) for row, cells in zip(block.rows, cells_of, strict=True))
    edges = [*kept, len(block.columns)]
    columns = tuple((block.columns[at][0], block.columns[end - 1][1]) for at, end in pairwise(edges))
    return replace(block, rows=tuple(rows), columns=columns)


def _is_tail(cell: Cell, lexicon: Lexicon) -> bool:
    found = tail(cell.words, lexicon)
    return found is not None and not found.name and found.values[0][0] == "year"


def _holds_years(block: Block, lexicon: Lexicon) -> bool:
    rows = [cells for row in block.rows if len(cells := _cells(row)) > 1]
    years = all(_named(cells, lexicon) for cells in rows)
    return years and not any(is_header(cells, lexicon) for cells in rows)


def _named(cells: Sequence[Cell], lexicon: Lexicon) -> Cell | None:
    """The cell beside a row's year, whose number may stand before both: `1. | 1999 | Aarhus Universitet, Denmark`."""
    numbered = len(cells) > 2 and any(ordinals(cells[0].text))
    rest = [cell for cell in cells[numbered:] if not know.year(lexicon, cell.text)]
    return rest[0] if len(rest) == 1 and len(cells) == 2 + numbered else None


def _closes(block: Block, lexicon: Lexicon) -> bool:
    rows = [cells for row in block.rows if len(cells := _cells(row)) > 1]
    names = (_named(cells, lexicon) for cells in rows)
    closed = sum(ending(words, lexicon) is not None for name in names if name and (words := without_dots(name.words)))
    return closed >= max(_FEW, _MOST * len(rows))


def _cells(row: Row) -> Sequence[Cell]:
    return [cell for cell in row.cells if cell.text]


def as_list(block: Block, lines: Sequence[Line]) -> Block:
    """The lines as a list; as a dump where letters have no size."""
    kind: BlockKind = "dump" if lines[0].size is None else "lines"
    spaced = [lines[0], *(replace(line, gap=_gap(above, line)) for above, line in pairwise(lines))]
    return replace(block, kind=kind, columns=(), rows=tuple(Row((Cell(0, (one,), box=_box(one)),)) for one in spaced))


def _entry(cells: Sequence[Cell], lexicon: Lexicon) -> Iterator[Line]:
    """The lines of a row, a year that stands left of its name at their end."""
    name = _named(cells, lexicon)
    if name is None or name is not cells[-1]:
        yield from _lines(cells)
        return
    *numbers, year = cells[:-1]
    *above, last = _lines((*numbers, name))
    yield from (*above, replace(last, words=(*last.words, *year.words)))


def _lines(cells: Sequence[Cell]) -> Iterator[Line]:
    """The lines of a row from top to bottom, a year behind the one that it stands level with."""
    held: Line | None = None
    for line in sorted((line for cell in cells for line in cell.lines), key=_height):
        level = held is not None and _is_level(held, line)
        if held is not None and not level:
            yield held
        held = replace(held, words=tuple(sorted((*held.words, *line.words), key=_left))) if held and level else line
    if held is not None:
        yield held


def _height(line: Line) -> float:
    """How far down a line's middle stands; in a dump, its number."""
    box = _box(line)
    return float(line.words[0].line) if box is None else (box.top + box.bottom) / 2


def _is_level(above: Line, line: Line) -> bool:
    box = _box(above)
    return _height(line) < box.bottom if box else _height(line) == _height(above)


def _left(word: Word) -> float:
    return word.box.x0 if word.box else word.index


def _gap(above: Line, line: Line) -> float | None:
    """White space above the line, as a share of its height."""
    one, two = _box(above), _box(line)
    return line.gap if one is None or two is None else round((two.top - one.bottom) / max(two.bottom - two.top, 1.0), 3)


def _box(line: Line) -> Box | None:
    boxes = [word.box for word in line.words if word.box is not None]
    if not boxes:
        return None
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
