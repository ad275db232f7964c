"""Tables with a column for each department and a mark for each agreement:

    Land      | Hochschule         | Fakultät für Architektur | Fakultät für Informatik
    Bulgarien | Universität Plovdiv |           ●              |           ●

Each mark becomes a row of its own, with the department that heads its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Cell, Document, Line, Row, Word

_FEW = 2  # departments
_LONGEST = 2  # letters of a mark
Heads = Mapping[int, Cell]


def spread(document: Document, lexicon: Lexicon) -> Document:
    """The document with a row for each mark; a table that goes on has the headings of the one before."""
    blocks: list[Block] = []
    heads: Heads = {}
    above: dict[int, Cell] = {}
    for block in document.blocks:
        own = _heads(block, lexicon) if block.kind in ("table", "dump") else {}
        heads = own or (heads if block.continues else {})
        if heads and _are_marks(block, heads, lexicon):
            filled = (_filled(row, heads, above, lexicon) for row in block.rows)
            rows = tuple(one for row in filled for one in _rows(row, heads, lexicon))
            blocks.append(replace(block, rows=rows))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _filled(row: Row, heads: Heads, above: dict[int, Cell], lexicon: Lexicon) -> Row:
    """The row of a partner with the labels that print says once for it and those below; `above` holds them."""
    labels = {cell.column: replace(cell, rows=None) for cell in row.cells if is_label(cell.text, lexicon)}
    if len(row.cells) < _FEW:
        return row
    wider = {column: cell for column, cell in above.items() if column < min(labels, default=max(heads))}
    held = {cell.column for cell in row.cells}
    above |= labels
    printed = (labels.get(cell.column, cell) for cell in row.cells)
    said = (cell for column, cell in wider.items() if column not in held and not _is_header(row, heads))
    return replace(row, cells=tuple(sorted((*printed, *said), key=lambda cell: cell.column)))


def _is_header(row: Row, heads: Heads) -> bool:
    return any(cell.column in heads and _is_head(cell, heads) for cell in row.cells)


def _heads(block: Block, lexicon: Lexicon) -> Heads:
    """The units of the first row that names several, and no country."""
    for row in block.rows:
        units = {cell.column: cell for cell in row.cells if know.is_unit(lexicon, cell.text)}
        if len(units) >= _FEW:
            return units
    return {}


def _are_marks(block: Block, heads: Heads, lexicon: Lexicon) -> bool:
    """Whether nothing but marks stands below the headings, and some in several columns."""
    below = [cell for row in block.rows for cell in row.cells if cell.column in heads and not _is_head(cell, heads)]
    marks = [cell for cell in below if _is_mark(cell.text, lexicon)]
    told = all(len(cell.text) <= _LONGEST and know.waiver_value(lexicon, cell.text) is not None for cell in below)
    return told and len({cell.column for cell in marks}) >= _FEW


def _is_head(cell: Cell, heads: Heads) -> bool:
    return cell.text == heads[cell.column].text


def _is_mark(text: str, lexicon: Lexicon) -> bool:
    return 0 < len(text) <= _LONGEST and know.waiver_value(lexicon, text) is True


def _rows(row: Row, heads: Heads, lexicon: Lexicon) -> Iterator[Row]:
    """A row for each mark, all with what stands beside them."""
    mine = [cell for cell in row.cells if cell.column in heads]
    others = [cell for cell in row.cells if cell.column not in heads]
    marks = [cell for cell in mine if _is_mark(cell.text, lexicon)]
    if mine and not marks:
        kind = next((word for cell in mine for word in cell.words if _is_kind(word, lexicon)), None)
        yield _with(row, [*others, *_left(mine, heads, kind)], heads, [kind] if kind else [])
    for at, mark in enumerate(marks):
        silent = [] if at else _left([cell for cell in mine if cell not in marks], heads, None)
        said = [replace(mark.words[0], text=word.text) for word in heads[mark.column].words]
        yield _with(row, [*others, *silent], heads, said)
    if not mine:
        yield row


def _is_kind(word: Word, lexicon: Lexicon) -> bool:
    """The word for a department in a heading, `Fakultät für Architektur`: it heads the column of all."""
    return know.heading_role(lexicon, word.text) == "department"


def _with(row: Row, others: Sequence[Cell], heads: Heads, said: Sequence[Word]) -> Row:
    """The row with words in the column of all departments."""
    own = [Cell(min(heads), (Line(tuple(said)),))] if said else []
    return replace(row, cells=tuple(sorted((*others, *own), key=lambda cell: cell.column)))


def _left(cells: Sequence[Cell], heads: Heads, kind: Word | None) -> list[Cell]:
    """What else the columns print, in one of them that stands free now: dashes, the other words of headings."""
    words = tuple(word for cell in cells for word in cell.words if word is not kind)
    return [Cell(max(heads), (Line(words),))] if words else []
