"""Countries and zones of a list on two lines, put into one row: `VI. AMÉRIQUE CENTRALE ET` and, below it, `DU SUD`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.labels import is_label
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line, Row


def unbroken(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows with labels whole; a row of which the line went to the row above has no cells."""
    found = list(entries)
    for at in range(1, len(found)):
        above, below = _cell(found[at - 1]), _cell(found[at])
        goes_on = found[at - 1].first == found[at].first and not found[at].number
        if above and below and goes_on and _is_label(above, below, lexicon):
            lines = (*above.lines, *below.lines)
            found[at - 1] = _with(found[at - 1], (replace(above, lines=lines),))
            found[at] = _with(found[at], ())
    return tuple(found)


def _cell(entry: Entry) -> Cell | None:
    """The row's one cell on paper."""
    cells = entry.row.cells if entry.block.kind == "lines" else ()
    return cells[0] if len(cells) == 1 and cells[0].words else None


def _is_label(above: Cell, below: Cell, lexicon: Lexicon) -> bool:
    """Whether two lines of one look name a place together, and neither does alone."""
    alike = _look(above.lines[-1]) == _look(below.lines[0])
    alone = is_label(above.text, lexicon) or is_label(below.text, lexicon)
    return alike and not alone and is_label(f"{above.text} {below.text}", lexicon)


def _look(line: Line) -> tuple[float | None, bool]:
    return line.size, line.bold


def _with(entry: Entry, cells: tuple[Cell, ...]) -> Entry:
    return replace(entry, row=Row(cells, entry.row.box))
