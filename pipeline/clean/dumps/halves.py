"""Labels of a dump's table that stand beside several rows: `Scuola di Economia`, below it `e Management [12]`, or
`Midden- en` and `Zuid-Amerika`, each with names of their own behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.names.wording import hangs
from pipeline.clean.normalise import label_text
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Cell

_FEW = 2
_MOST = 3  # rows


def with_whole_labels(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows with the parts of such labels in the row of the first one."""
    known = frozenset(_departments(entries, lexicon))
    found: list[Entry] = []
    while len(found) < len(entries):
        rest = entries[len(found) :]
        cells = _first_cells(rest)
        size = next((n for n in range(len(cells), 1, -1) if _is_one(cells[:n], known, lexicon)), 1)
        found += _merged(rest[:size]) if size > 1 else rest[:1]
    return tuple(found)


def _first_cells(rest: Sequence[Entry]) -> list[Cell]:
    """The first cells of the next rows of one table, each with more behind it."""
    rows = takewhile(lambda entry: entry.first == rest[0].first and len(entry.row.cells) > 1, rest[:_MOST])
    return [entry.row.cells[0] for entry in rows if entry.block.kind == "dump"]


def _merged(rows: Sequence[Entry]) -> Iterator[Entry]:
    first, *others = rows
    lines = tuple(line for entry in rows for line in entry.row.cells[0].lines)
    whole = replace(first.row.cells[0], lines=lines)
    yield replace(first, row=replace(first.row, cells=(whole, *first.row.cells[1:])))
    for entry in others:
        yield replace(entry, row=replace(entry.row, cells=entry.row.cells[1:]))


def _departments(entries: Iterable[Entry], lexicon: Lexicon) -> Iterator[str]:
    """The departments that print their counts, wherever they stand whole."""
    for entry in entries:
        if entry.block.kind == "dump" and entry.row.cells:
            name, count = heading_counted(entry.row.cells[0].text, lexicon)
            if count is not None and know.is_unit(lexicon, name):
                yield fold(name)


def _is_one(cells: Sequence[Cell], known: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the cells are one label together, and none but the last alone."""
    *above, last = [cell.text for cell in cells]
    whole = label_text([line for cell in cells for line in cell.lines])
    if any(is_label(text, lexicon) or heading_counted(text, lexicon)[1] is not None for text in above):
        return False
    if is_label(whole, lexicon):
        return len(cells) == 2 and (hangs(above[0].split()[-1]) or not is_label(last, lexicon))
    if is_label(last, lexicon) or any(know.is_unit(lexicon, text) for text in (*above[1:], last)):
        return False
    return _is_department(above, last, whole, known, lexicon)


def _is_department(above: Sequence[str], last: str, whole: str, known: frozenset[str], lexicon: Lexicon) -> bool:
    """A department that the edition prints whole elsewhere, or a unit that goes on to its count: `(16)`, `e Management
    [12]`."""
    name, count = heading_counted(whole, lexicon)
    if fold(name) in known:
        return fold(above[0]) not in known
    goes_on = not any(map(str.isalpha, last)) or last[0].islower() or hangs(above[-1].split()[-1])
    return len(known) >= _FEW and count is not None and goes_on and know.is_unit(lexicon, name)
