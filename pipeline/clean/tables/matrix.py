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
_DASHES = frozenset("-‐‑–—−ー./")
Heads = Mapping[int, Cell]


def spread(document: Document, lexicon: Lexicon) -> Document:
    """The document with a row for each mark; a table that goes on has the headings of the one before."""
    headed = list(_headed(document, lexicon))
    marks = _marks([cell for block, heads in headed for cell in _below(block, heads)], lexicon)
    blocks: list[Block] = []
    above: dict[int, Cell] = {}
    for block, heads in headed if marks else ():
        filled = (_filled(row, heads, above, lexicon) for row in block.rows) if heads else ()
        rows = tuple(one for row in filled for one in _rows(row, heads, marks, lexicon))
        blocks.append(replace(block, rows=rows) if heads else block)
    return replace(document, blocks=tuple(blocks)) if marks else document


def _headed(document: Document, lexicon: Lexicon) -> Iterator[tuple[Block, Heads]]:
    """The blocks, those whose headings are departments with short cells below with them."""
    heads: Heads = {}
    for block in document.blocks:
        own = _heads(block, lexicon) if block.kind in ("table", "dump") else {}
        heads = own or (heads if block.continues else {})
        short = all(len(cell.text) <= _LONGEST for cell in _below(block, heads))
        yield block, heads if short else {}


def _below(block: Block, heads: Heads) -> list[Cell]:
    return [cell for row in block.rows for cell in row.cells if cell.column in heads and not _is_head(cell, heads)]


def _marks(cells: Sequence[Cell], lexicon: Lexicon) -> frozenset[str]:
    """The signs that say yes, or the only one that print has there, as `×` in a list ticked by crosses; none where
    something else stands below the headings, or signs in one column alone."""
    signs = {cell.text for cell in cells if cell.text} - _DASHES
    yes = {sign for sign in signs if know.waiver_value(lexicon, sign)}
    if not yes and len(signs) == 1 and not any(sign.isalnum() for sign in signs):
        yes = signs
    told = all(sign in yes or know.waiver_value(lexicon, sign) is False for sign in signs)
    several = len({cell.column for cell in cells if cell.text in yes}) >= _FEW
    return frozenset(yes) if told and several else frozenset()


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


def _is_head(cell: Cell, heads: Heads) -> bool:
    return cell.text == heads[cell.column].text


def _rows(row: Row, heads: Heads, signs: frozenset[str], lexicon: Lexicon) -> Iterator[Row]:
    """A row for each mark, all with what stands beside them."""
    mine = [cell for cell in row.cells if cell.column in heads]
    others = [cell for cell in row.cells if cell.column not in heads]
    marks = [cell for cell in mine if cell.text in signs]
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
