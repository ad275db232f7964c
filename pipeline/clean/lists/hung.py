"""Lists whose wrapped lines hang, `Institut National des Sciences` and, deeper, `Appliquées de Lyon`: one cell each.

A column of names in a table is such a list too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Row

_STEP = 2.0  # points by which a wrapped line stands deeper at least
_LEVEL = 1.0
_FEW = 2
_MANY = 0.7


def unhung(entries: Sequence[Entry], taken: Collection[int], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows with wrapped names whole, where a document's lists hang; rows of which the line went to the row above
    have no cells. `taken` are the rows that something else has read."""
    owner = {entry.index: entry for entry in entries}
    wrapped = _wrapped(entries, taken, lexicon)
    for index in sorted(wrapped):
        first = next(i for i in range(index - 1, -1, -1) if i not in wrapped)
        (*labels, cell), (below,) = owner[first].row.cells, owner[index].row.cells
        whole = replace(cell, lines=(*cell.lines, *below.lines))
        owner[first] = replace(owner[first], row=replace(owner[first].row, cells=(*labels, whole)))
        owner[index] = replace(owner[index], row=Row(()))
    return tuple(owner.values())


def _lines(above: Entry, below: Entry) -> tuple[Line, ...]:
    """The lines of a list that two rows are, () where they are none: of a table's rows, the second has nothing beside
    its name."""
    if above.first != below.first or above.block.kind not in ("lines", "table") or len(below.row.cells) != 1:
        return ()
    alone = len(above.row.cells) == 1 or above.block.kind == "table"
    cells = (*above.row.cells[-1:], *below.row.cells) if alone else ()
    single = all(len(cell.lines) == 1 and cell.text and cell.column == below.row.cells[0].column for cell in cells)
    return tuple(cell.lines[0] for cell in cells) if single and len(cells) == 2 else ()


def _wrapped(entries: Sequence[Entry], taken: Collection[int], lexicon: Lexicon) -> set[int]:
    """The rows that stand deeper than the name above; none where deeper lines follow many that had room for more, as
    names do below a heading."""
    wrapped: set[int] = set()
    full: list[bool] = []
    for above, below in pairwise(entries):
        if below.number or above.index in taken or below.index in taken:
            continue
        lines = _lines(above, below)
        if len(lines) < 2 or not _is_alike(*lines) or _is_heading(lines[0].text, lexicon):
            continue
        deeper = lines[1].indent - lines[0].indent
        if deeper >= _STEP:
            full.append(bool(lines[0].full))
        if deeper >= _STEP or (above.index in wrapped and abs(deeper) < _LEVEL):
            wrapped.add(below.index)
    return wrapped if sum(full) >= max(_FEW, _MANY * len(full)) else set()


def _is_heading(text: str, lexicon: Lexicon) -> bool:
    return is_label(text, lexicon) or bool(know.headings_in_line(lexicon, text))


def _is_alike(one: Line, two: Line) -> bool:
    return (one.size, one.bold) == (two.size, two.bold)
