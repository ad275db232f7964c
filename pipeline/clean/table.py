"""Tables whose columns are certain: every cell has the role of its column, bands and headings theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.bands import Body, band_role, body_of, is_small, stands_out
from pipeline.clean.columns import by_heading, taken_over
from pipeline.clean.glued import bands_apart, unglued
from pipeline.clean.headings import heading_rows, leading_notes
from pipeline.clean.labels import bare, is_label
from pipeline.clean.notes import blank_role, line_role, whole
from pipeline.clean.parts import BAND, LABELS, Entry, Labelled, Part
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column
from pipeline.clean.wraps import whole_labels
from pipeline.knowledge import Lexicon
from pipeline.records import Cell


def table(
    block: tuple[Entry, ...], before: tuple[Column, ...], lexicon: Lexicon, rows: list[Labelled]
) -> tuple[Column, ...]:
    """Label a table's rows into `rows`; gives its columns, which a table that goes on takes over."""
    parted = unglued(block, lexicon)
    notes = leading_notes(parted, lexicon)
    size, header = heading_rows(parted[notes:], lexicon)
    heads, entries = parted[: notes + size], parted[notes + size :]
    columns = by_heading(header, entries, lexicon) if header else taken_over(parted, before, lexicon)
    rows.extend(
        Labelled(entry, whole(entry, "header" if i >= notes else "note"), True) for i, entry in enumerate(heads)
    )
    entries = whole_labels(bands_apart(entries, columns, lexicon), columns, lexicon)
    body = body_of(entries, columns)
    rows.extend(Labelled(entry, _row(entry, body, lexicon), True) for entry in entries)
    return columns


def _row(entry: Entry, body: Body, lexicon: Lexicon) -> tuple[Part, ...]:
    role = blank_role(entry, lexicon)
    cells = [cell for cell in entry.row.cells if cell.text]
    if role and not (role == "title" and _is_name(entry, cells, body)):
        return whole(entry, role)
    if band := band_role(entry, body, lexicon):
        return (replace(part_of(entry, cells[0], Column(band, "", -1), lexicon), rows=None, column=BAND),)
    if len(cells) == 1 and is_small(cells[0], body):
        return whole(entry, "note")
    return tuple(_cell(entry, cell, body, lexicon) for cell in cells)


def _is_name(entry: Entry, cells: Sequence[Cell], body: Body) -> bool:
    """A cell that looks like the names above and below it: what may be a title (`University`) is the rest of a name."""
    column = body.columns.get(cells[0].column)
    return column is not None and column.role == "institution" and not stands_out(entry, cells[0], body)


def _cell(entry: Entry, cell: Cell, body: Body, lexicon: Lexicon) -> Part:
    """The cell by its column, but for what else stands in the margin of labels: a date or a legend that the renderer
    set level with a row, a zone or a department that heads what its column holds."""
    column = body.columns.get(cell.column, Column("extra", "", -1))
    if column.role not in LABELS:
        return part_of(entry, cell, column, lexicon)
    name = bare(cell.text, lexicon)
    if line_role(cell.text, lexicon) == "note":
        return part_of(entry, cell, replace(column, role="note"), lexicon)
    if column.role == "department" or (
        is_label(name, lexicon) and (column.role == "zone" or know.country(lexicon, name))
    ):
        return part_of(entry, cell, column, lexicon)
    if know.zone(lexicon, name):
        return replace(part_of(entry, cell, replace(column, role="zone"), lexicon), column=BAND)
    if "department" not in body.roles and know.is_unit(lexicon, name):
        return replace(part_of(entry, cell, replace(column, role="department"), lexicon), column=BAND)
    return part_of(entry, cell, column, lexicon)
