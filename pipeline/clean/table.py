"""Tables whose columns are certain: every cell has the role of its column, bands and headings theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.bands import Body, band_role, body_of, stands_out
from pipeline.clean.columns import by_content
from pipeline.clean.glued import unglued
from pipeline.clean.labels import is_label
from pipeline.clean.notes import blank_role, is_header, whole
from pipeline.clean.parts import BAND, LABELS, Entry, Labelled, Part
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column, columns_of_header
from pipeline.clean.wraps import whole_labels
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_HEADER_ROWS = 3


def table(block: tuple[Entry, ...], before: tuple[Column, ...], lexicon: Lexicon,
          rows: list[Labelled]) -> tuple[Column, ...]:
    """Label a table's rows into `rows`; gives its columns, which a table that goes on takes over."""
    parted = unglued(block, lexicon)
    notes = _notes(parted, lexicon)
    size, header = _header(parted[notes:], lexicon)
    heads, entries = parted[:notes + size], parted[notes + size:]
    columns = _complete(columns_of_header(header, lexicon), entries, lexicon) if header else _taken(
        parted, before, lexicon)
    rows.extend(Labelled(entry, whole(entry, "header" if i >= notes else "note"), True) for i, entry in enumerate(heads))
    entries = whole_labels(entries, columns, lexicon)
    body = body_of(entries, columns)
    rows.extend(Labelled(entry, _row(entry, body, lexicon), True) for entry in entries)
    return columns


def _notes(block: Sequence[Entry], lexicon: Lexicon) -> int:
    """How many leading rows are notes: a date between the title and the table."""
    return next((i for i, entry in enumerate(block) if blank_role(entry, lexicon) != "note"), 0)


def _header(block: Sequence[Entry], lexicon: Lexicon) -> tuple[int, tuple[Cell, ...]]:
    """How many leading rows are headings of columns, and the headings with their lines put together."""
    best: tuple[int, int, tuple[Cell, ...]] = (0, 0, ())
    for size in range(1, min(_HEADER_ROWS, len(block)) + 1):
        cells = [cell for cell in block[size - 1].row.cells if cell.text]
        if not cells or any(is_label(cell.text, lexicon) for cell in cells):
            break
        merged = _merge([entry.row.cells for entry in block[:size]])
        known = sum(know.heading_role(lexicon, cell.text) is not None for cell in merged)
        if is_header(merged, lexicon) and known > best[0]:
            best = (known, size, merged)
    return best[1], best[2]


def _merge(rows: Sequence[Sequence[Cell]]) -> tuple[Cell, ...]:
    columns: dict[int, Cell] = {}
    for cell in (cell for row in rows for cell in row if cell.text):
        above = columns.get(cell.column)
        columns[cell.column] = replace(cell, lines=above.lines + cell.lines) if above else cell
    return tuple(columns[place] for place in sorted(columns))


def _complete(columns: tuple[Column, ...], entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Column, ...]:
    """A column without a heading still has values; they say what it is, unless that role is taken."""
    places = {column.place for column in columns}
    taken = {column.role for column in columns}
    more = [column for column in by_content(entries, lexicon) if column.place not in places]
    spare = tuple(column if column.role not in taken else replace(column, role="extra") for column in more)
    return tuple(sorted(columns + spare, key=lambda column: column.place))


def _taken(block: Sequence[Entry], before: tuple[Column, ...], lexicon: Lexicon) -> tuple[Column, ...]:
    found = by_content(block, lexicon)
    same = before and len(block[0].block.columns) == max(column.place for column in before) + 1
    return before if before and (block[0].block.continues or same) else found


def _row(entry: Entry, body: Body, lexicon: Lexicon) -> tuple[Part, ...]:
    role = blank_role(entry, lexicon)
    cells = [cell for cell in entry.row.cells if cell.text]
    if role and not (role == "title" and _is_name(entry, cells, body)):
        return whole(entry, role)
    if band := band_role(entry, body, lexicon):
        return (replace(part_of(entry, cells[0], Column(band, "", -1), lexicon), rows=None, column=BAND),)
    spare = Column("extra", "", -1)
    return tuple(_cell(entry, cell, body.columns.get(cell.column, spare), lexicon) for cell in cells)


def _is_name(entry: Entry, cells: Sequence[Cell], body: Body) -> bool:
    """A cell that looks like the names above and below it: what may be a title (`University`) is the rest of a name."""
    column = body.columns.get(cells[0].column)
    return column is not None and column.role == "institution" and not stands_out(entry, cells[0], body)


def _cell(entry: Entry, cell: Cell, column: Column, lexicon: Lexicon) -> Part:
    """The cell by its column; a date that the renderer set level with a row, in the margin of labels, is a note."""
    note = column.role in LABELS and know.as_of(lexicon, cell.text) is not None
    return part_of(entry, cell, replace(column, role="note") if note else column, lexicon)
