"""The first rows of a table: notes, then headings of columns in one row or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.notes import blank_role, is_header
from pipeline.clean.parts import Entry
from pipeline.clean.tables.unnamed import unnamed_rows
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_HEADER_ROWS = 3
_MOST_ABOVE = 3  # rows between a table's top and its headings


def leading_notes(block: Sequence[Entry], lexicon: Lexicon) -> int:
    """How many leading rows are notes, or titles of a level that rules drew into the table: a date between the title
    and the table."""
    return next((i for i, entry in enumerate(block) if not _is_above(entry, lexicon)), 0)


def _is_above(entry: Entry, lexicon: Lexicon) -> bool:
    cells = [cell for cell in entry.row.cells if cell.text]
    title = len(cells) == 1 and know.level_of_title(lexicon, cells[0].text) is not None
    return blank_role(entry, lexicon) == ("title" if title else "note")


def headings(block: Sequence[Entry], lexicon: Lexicon) -> tuple[int, int, tuple[Cell, ...]]:
    """How many rows stand above the headings of columns, each alone, how many are headings, and the headings with their
    lines put together."""
    alone = next((i for i, entry in enumerate(block) if len(entry.row.cells) != 1), 0)
    bands = next((i for i, entry in enumerate(block[:alone]) if not _is_band(entry.row.cells[0], lexicon)), alone)
    for top in range(bands, min(alone, max(bands, _MOST_ABOVE)) + 1):
        if found := _named(block[top:], lexicon):
            return (top, *found)
    size = unnamed_rows(block, lexicon)
    return 0, size, _merge([entry.row.cells for entry in block[:size]])


def _is_band(cell: Cell, lexicon: Lexicon) -> bool:
    """A department or a zone, no upper line of headings."""
    label = know.is_unit(lexicon, cell.text) or is_label(cell.text, lexicon)
    return label and know.heading_role(lexicon, cell.text) is None


def _named(block: Sequence[Entry], lexicon: Lexicon) -> tuple[int, tuple[Cell, ...]] | None:
    """The leading rows that are headings in known words."""
    best: tuple[int, int, tuple[Cell, ...]] = (0, 0, ())
    for size in range(1, min(_HEADER_ROWS, len(block)) + 1):
        cells = [cell for cell in block[size - 1].row.cells if cell.text]
        if not cells or any(_is_place(cell, lexicon) for cell in cells):
            break
        rows = [entry.row.cells for entry in block[:size]]
        ways = (_merge(rows), _lowest(rows)) if len(cells) > 1 else (_merge(rows),)
        merged = max(ways, key=lambda found: _known(found, lexicon))
        roles = know.heading_roles(lexicon, [cell.text for cell in merged])
        known, _ = _known(merged, lexicon)
        named = size == 1 < len(cells) and "institution" in roles  # no partner is called just `Institution`
        goes_on = size > best[1] > 0 and known == best[0] and _are_named(cells, merged, roles)
        if (named or is_header(merged, lexicon)) and (known > best[0] or goes_on):
            best = (known, size, merged)
    return (best[1], best[2]) if best[1] else None


def _known(header: Sequence[Cell], lexicon: Lexicon) -> tuple[int, int]:
    """How many headings are known, and how many things they say."""
    roles = [role for role in know.heading_roles(lexicon, [cell.text for cell in header]) if role]
    return len(roles), len(set(roles))


def _are_named(cells: Sequence[Cell], merged: Sequence[Cell], roles: Sequence[str | None]) -> bool:
    """Whether each cell is the rest of a heading that is one with it too: `Instituição / parceira`."""
    known = {cell.column for cell, role in zip(merged, roles, strict=True) if role}
    return all(cell.column in known for cell in cells)


def _merge(rows: Sequence[Sequence[Cell]]) -> tuple[Cell, ...]:
    columns: dict[int, Cell] = {}
    for cell in (cell for row in rows for cell in row if cell.text):
        above = columns.get(cell.column)
        columns[cell.column] = replace(cell, lines=above.lines + cell.lines) if above else cell
    return tuple(columns[place] for place in sorted(columns))


def _lowest(rows: Sequence[Sequence[Cell]]) -> tuple[Cell, ...]:
    """The headings without those of several columns above them: `Partner` above `Country | Institution`."""
    columns = {cell.column: cell for row in rows for cell in row if cell.text}
    return tuple(columns[place] for place in sorted(columns))


def _is_place(cell: Cell, lexicon: Lexicon) -> bool:
    """A country or zone; a heading word may be a code too (`Rok`, Polish for year, is ROK, Korea)."""
    return is_label(cell.text, lexicon) and know.heading_role(lexicon, cell.text) is None
