"""Lists in columns that paper cannot tell from a table: names with their labels or years in each line, or below their
labels, in all of them.

`Brazil — Universidade de Lisboa   Portugal — Universidade de Évora`, level and under headings across the page, has the
geometry of a table's row; so has all that a text dump prints side by side. What the lines say tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.dated import as_list, folded
from pipeline.clean.lists.ending import ending
from pipeline.clean.lists.leaders import is_led
from pipeline.clean.lists.runin import opening
from pipeline.clean.lists.tails import tail
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Cell, Document, Line, Row

_FEW = 3
_MOST = 0.2  # of the cells: paragraphs run over several lines
_LABELS = 0.8  # of a list's lines: as many are labels at most


def unfolded(document: Document, lexicon: Lexicon) -> Document:
    """The document with such tables as lists, one column after the other between headings."""
    whole = {id(block): folded(block, lexicon) for block in document.blocks if block.kind == "table"}
    headed = any(_are_headed(block, _FEW, lexicon) for block in whole.values())
    running = _run_on(document, lexicon) or any(_are_running(block, _FEW, lexicon) for block in whole.values())
    lists = {
        at
        for at, block in whole.items()
        if (headed and _are_headed(block, 1, lexicon)) or (running and _are_running(block, 1, lexicon))
    }
    if not lists:
        return document
    parts = (_lists(whole[id(block)]) if id(block) in lists else (block,) for block in document.blocks)
    return replace(document, blocks=tuple(_together([part for found in parts for part in found])))


def _run_on(document: Document, lexicon: Lexicon) -> bool:
    """Whether the edition prints such lines in a column of their own."""
    lines = [row.cells[0] for block in document.blocks if block.kind == "lines" for row in block.rows if row.cells]
    tests = (_opens, _closes, _is_led)
    return sum(any(test(cell, lexicon) for test in tests) for cell in lines if cell.words) >= _FEW


def _together(blocks: Sequence[Block]) -> Iterator[Block]:
    """The parts of one dump as one block again."""
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        parts = list(group)
        rows = tuple(row for part in parts for row in part.rows)
        yield from [replace(parts[0], rows=rows)] if kind == "dump" else parts


def _are_running(block: Block, least: int, lexicon: Lexicon) -> bool:
    """Whether the cells of each column open with their labels, or close with them, `least` at the least."""
    columns = _cells(block)
    return len(columns) > 1 and any(
        all(sum(test(cell, lexicon) for cell in column) >= max(least, _MOST * len(column)) for column in columns)
        for test in (_opens, _closes, _is_dated, _is_led)
    )


def _are_headed(block: Block, least: int, lexicon: Lexicon) -> bool:
    """Whether each column has labels in lines of their own, with others below them, `least` a column or as many in all;
    a table has labels in one column and names in another."""
    columns = [[found for cell in column for found in _labels(cell, lexicon)] for column in _cells(block)]
    headed = all(1 <= sum(found) <= _LABELS * len(found) for found in columns)
    return len(columns) > 1 and headed and sum(map(sum, columns)) >= least * len(columns)


def _labels(cell: Cell, lexicon: Lexicon) -> Iterator[bool]:
    """Which lines of a cell are labels; the last one below others is the rest of a name: `Universiti / Malaysia`."""
    *above, last = (is_label(line.text, lexicon) for line in cell.lines)
    return iter((*above, last and not above))


def _cells(block: Block) -> list[list[Cell]]:
    """The cells with words, by column."""
    cells = [cell for row in block.rows for cell in row.cells if cell.words]
    return [[cell for cell in cells if cell.column == at] for at in range(len(block.columns))]


def _opens(cell: Cell, lexicon: Lexicon) -> bool:
    return opening(cell.lines[0], lexicon) is not None


def _closes(cell: Cell, lexicon: Lexicon) -> bool:
    return ending(cell.words, lexicon) is not None


def _is_dated(cell: Cell, lexicon: Lexicon) -> bool:
    found = tail(cell.words, lexicon)
    return found is not None and found.values[-1][0] == "year"


def _is_led(cell: Cell, lexicon: Lexicon) -> bool:
    """A leader stands between the name and its year."""
    texts = [word.text for word in cell.words]
    return is_led(texts) and know.year(lexicon, texts[-1]) is not None


def _lists(block: Block) -> Iterator[Block]:
    held: list[Row] = []
    known = {_look(line) for row in block.rows for cell in row.cells if cell.column for line in cell.lines}
    for row in block.rows:
        if _is_across(row, known):
            yield from _columns(held, block)
            yield as_list(block, row.cells[0].lines)
            held = []
        else:
            held.append(row)
    yield from _columns(held, block)


def _is_across(row: Row, known: Set[tuple[bool, int]]) -> bool:
    """A heading: alone, and in a print that no column but the first knows."""
    lines = row.cells[0].lines if len(row.cells) == 1 and not row.cells[0].column else ()
    return bool(lines) and _look(lines[0]) not in known


def _look(line: Line) -> tuple[bool, int]:
    return line.bold, round(line.size or 0)


def _columns(rows: Sequence[Row], block: Block) -> Iterator[Block]:
    for at in range(len(block.columns)):
        lines = [line for row in rows for cell in row.cells if cell.column == at for line in cell.lines]
        if lines:
            yield as_list(block, lines)
