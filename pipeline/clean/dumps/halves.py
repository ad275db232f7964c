"""Labels of a dump whose lines stand beside the names of several rows: `Institute of Medical` and, in the row below,
`Science (6)`.

    Institute of Medical    Asia and    Indonesia    Universitas Gadjah Mada
    Science (6)             Oceania     Singapore    Nanyang Technological University
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.names.whole import links
from pipeline.clean.normalise import label_text, opening
from pipeline.clean.notes import is_header
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_MOST = 3  # further lines of one label
_SLIPPED = 1  # tabs by which damage pushes a row's cells


def with_whole_labels(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows with each label whole, in the row of its first line."""
    found = list(entries)
    counted = _counted(found, lexicon)
    for at in range(len(found)):
        for cell in _beside(found[at], lexicon):
            if below := _rest(found, at, cell, counted, lexicon):
                lines = (*cell.lines, *(line for _, one in below for line in one.lines))
                found[at] = _put(found[at], cell, replace(cell, lines=lines))
                for row, one in below:
                    found[row] = _put(found[row], one, None)
    return tuple(found)


def _counted(entries: Sequence[Entry], lexicon: Lexicon) -> bool:
    """Whether departments print how many agreements they have: one without a count is not whole."""
    first = [one.row.cells[0].text for one in entries if _beside(one, lexicon)]
    named = [heading_counted(text, lexicon)[1] is not None for text in first if not is_label(text, lexicon)]
    return sum(named) > 0.5 * sum(know.is_unit(lexicon, heading_counted(text, lexicon)[0]) for text in first)


def _beside(entry: Entry, lexicon: Lexicon) -> tuple[Cell, ...]:
    """The cells of a dump's row that may be labels: all before the last one."""
    if entry.block.kind != "dump" or is_header(entry.row.cells, lexicon):
        return ()
    return tuple(cell for cell in entry.row.cells[:-1] if any(char.isalnum() for char in cell.text))


def _rest(
    found: Sequence[Entry], at: int, cell: Cell, counted: bool, lexicon: Lexicon
) -> list[tuple[int, Cell]]:
    """The further lines of the label that begins with `cell`, each with its row; as many as make it whole."""
    below: list[tuple[int, Cell]] = []
    department = cell is found[at].row.cells[0] and _is_labelled(found[at], lexicon)
    for row in range(at + 1, min(at + 1 + _MOST, len(found))):
        beside = _beside(found[row], lexicon)
        options = beside[:1] if department else [one for one in beside if abs(one.column - cell.column) <= _SLIPPED]
        if found[row].first != found[at].first or not options or _opens(options[0].text):
            break
        below.append((row, options[0]))
        cells = [cell, *(one for _, one in below)]
        if _is_place(cells, lexicon) or (department and _is_department(cells, counted, lexicon)):
            return below
    return []


def _opens(text: str) -> bool:
    """A bullet, a mark or a number with a name behind it, or a row's number; `(3)` alone counts."""
    return text.isdecimal() or opening(text) not in ("", text)


def _is_labelled(entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a zone or a country stands right of the first cell, or the first half of one."""
    return len(entry.row.cells) > 2 or is_label(entry.row.cells[1].text, lexicon)


def _is_place(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """`Asia and / Oceania`: a label, whose lines are not labels each; `Emirates` is one, `United Arab` is none."""
    first, *_, last = (cell.text for cell in cells)
    return is_label(_text(cells), lexicon) and not (is_label(first, lexicon) and is_label(last, lexicon))


def _is_department(cells: Sequence[Cell], counted: bool, lexicon: Lexicon) -> bool:
    """Whether the lines are a department with its count, of which the first lines are none."""
    *above, last = [cell.text for cell in cells]
    name, count = heading_counted(_text(cells), lexicon)
    open_ = all(heading_counted(text, lexicon)[1] is None and not is_label(text, lexicon) for text in above)
    if count is None or not open_ or is_label(last, lexicon) or not know.is_unit(lexicon, name):
        return False
    own = know.head_starts(lexicon, last.split())
    return links(above[-1].rsplit(maxsplit=1)[-1]) or not own or (counted and own[0].index > 0)


def _text(cells: Sequence[Cell]) -> str:
    return label_text([line for cell in cells for line in cell.lines])


def _put(entry: Entry, old: Cell, new: Cell | None) -> Entry:
    cells: Iterator[Cell | None] = (new if one is old else one for one in entry.row.cells)
    return replace(entry, row=replace(entry.row, cells=tuple(cell for cell in cells if cell)))
