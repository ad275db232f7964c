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
    above: Block | None = None
    for printed in document.blocks:
        block = replace(printed, rows=tuple(_whole_heads(printed.rows, lexicon)))
        own = _heads(block, lexicon) if block.kind in ("table", "dump") else {}
        heads = own or (heads if _goes_on(block, above) else {})
        above = block if heads else above
        short = all(len(cell.text) <= _LONGEST for cell in _below(block, heads))
        yield block, heads if short else {}


def _goes_on(block: Block, above: Block | None) -> bool:
    """Whether a table has the columns of the one above, whose headings may stand over it as a running head."""
    return block.continues or (above is not None and 0 < len(above.columns) == len(block.columns))


def _whole_heads(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Row]:
    """The rows, with headings of two lines in the first of theirs: `Faculty of | Faculty of` and `Law | Arts`."""
    gone = False
    for row, below in zip(rows, [*rows[1:], Row(())], strict=True):
        whole = Row(tuple(_stacked(row, below)), row.box)
        joined, gone = gone, not gone and _are_halves(row, below, whole, lexicon)
        yield Row((), row.box) if joined else whole if gone else row


def _are_halves(row: Row, below: Row, whole: Row, lexicon: Lexicon) -> bool:
    """Whether two rows name several units together, and neither does alone; no mark is the half of a heading."""
    units = _units(whole, lexicon)
    halves = [cell for cell in below.cells if cell.column in units]
    words = len(halves) >= _FEW and all(len(cell.text) > _LONGEST for cell in halves)
    return words and not _units(row, lexicon) and not _units(below, lexicon)


def _stacked(row: Row, below: Row) -> Iterator[Cell]:
    """The cells of two rows, those of one column as one."""
    columns = {cell.column: cell for cell in below.cells}
    for cell in row.cells:
        under = columns.pop(cell.column, None)
        yield replace(cell, lines=(*cell.lines, *under.lines)) if under else cell
    yield from columns.values()


def _units(row: Row, lexicon: Lexicon) -> Heads:
    """The units that a row names, where it names several: `Faculty | Faculty` is half a heading."""
    units = {cell.column: cell for cell in row.cells if know.is_unit(lexicon, cell.text)}
    return units if len({cell.text for cell in units.values()}) >= _FEW else {}


def _below(block: Block, heads: Heads) -> list[Cell]:
    return [cell for row in block.rows for cell in row.cells if cell.column in heads and not _is_head(cell, heads)]


def _marks(cells: Sequence[Cell], lexicon: Lexicon) -> frozenset[str]:
    """The signs that say yes, or the only one that print has there, as `×` in a list ticked by crosses; none where
    something else stands below the headings, or signs in one column alone."""
    signs = {cell.text for cell in cells if cell.text} - _DASHES
    crossed = know.is_crossed(lexicon, signs)
    yes = {sign for sign in signs if know.waiver_value(lexicon, sign, crossed)}
    if not yes and len(signs) == 1 and not any(sign.isalnum() for sign in signs):
        yes = signs
    told = all(sign in yes or know.waiver_value(lexicon, sign, crossed) is False for sign in signs)
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
    return next((units for row in block.rows if (units := _units(row, lexicon))), {})


def _is_head(cell: Cell, heads: Heads) -> bool:
    """The heading of a column, or one of its lines."""
    head = heads[cell.column]
    return cell.text == head.text or (len(cell.text) > _LONGEST and cell.text in (line.text for line in head.lines))


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
