"""Labels whose lines stand beside several rows of a table: `オーストラリア` and, beside the next name, `（５）`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import bare, is_label
from pipeline.clean.notes import has_letters
from pipeline.clean.parts import Entry, Role
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell


def whole_labels(entries: Sequence[Entry], columns: Sequence[Column], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows of a table with the second lines of countries and zones put below their first ones."""
    roles = {column.place: column.role for column in columns}
    found: list[Entry] = []
    open_: dict[int, int] = {}
    for entry in entries:
        kept: list[Cell] = []
        for cell in entry.row.cells:
            above = open_.get(cell.column)
            if above is not None and _goes_on(found[above], cell, roles, lexicon):
                found[above] = _joined(found[above], cell)
                continue
            open_.pop(cell.column, None)
            if cell.text and roles.get(cell.column) in ("country", "zone"):
                open_[cell.column] = len(found)
            kept.append(cell)
        found.append(replace(entry, row=replace(entry.row, cells=tuple(kept))))
    return tuple(found)


def _goes_on(above: Entry, cell: Cell, roles: Mapping[int, Role], lexicon: Lexicon) -> bool:
    """A count alone, or words that make a known label only together with the ones above."""
    first = next(one for one in above.row.cells if one.column == cell.column)
    if not cell.text or roles.get(cell.column) not in ("country", "zone"):
        return False
    if not has_letters(cell.text):
        together = f"{first.text} {cell.text}"
        return know.count_of(first.text)[1] is None and know.count_of(together)[1] is not None
    return not is_label(cell.text, lexicon) and not is_label(first.text, lexicon) and is_label(
        bare(f"{first.text} {cell.text}", lexicon), lexicon)


def _joined(entry: Entry, cell: Cell) -> Entry:
    cells = tuple(replace(one, lines=one.lines + cell.lines) if one.column == cell.column else one
                  for one in entry.row.cells)
    return replace(entry, row=replace(entry.row, cells=cells))
