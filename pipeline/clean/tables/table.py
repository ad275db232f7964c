"""Tables whose columns are certain: every cell has the role of its column, bands and headings theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import knowledge as know
from pipeline.clean.labels import bare, is_label
from pipeline.clean.notes import blank_role, line_role, whole
from pipeline.clean.parts import BAND, LABELS, Entry, Labelled, Part
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column
from pipeline.clean.tables.bands import Body, band_role, body_of, is_small, spoken, stands_out, with_looks
from pipeline.clean.tables.columns import by_content, by_heading
from pipeline.clean.tables.glued import bands_apart, unglued
from pipeline.clean.tables.headings import headings, leading_notes
from pipeline.clean.tables.wraps import whole_labels
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Cell


@dataclass(frozen=True, slots=True)
class Printed:
    """The rows of one table: notes, bands above the headings, the headings, also with their lines put together, and
    the rows below."""

    block: Block
    notes: tuple[Entry, ...]
    above: tuple[Entry, ...]
    heads: tuple[Entry, ...]
    header: tuple[Cell, ...]
    entries: tuple[Entry, ...]

    @property
    def names(self) -> tuple[tuple[int, str], ...]:
        return tuple((cell.column, cell.text) for cell in self.header)


def printed(block: tuple[Entry, ...], lexicon: Lexicon) -> Printed:
    """A table's rows, parted as paper did not part them."""
    rows = unglued(block, lexicon)
    notes = leading_notes(rows, lexicon)
    above, size, header = headings(rows[notes:], lexicon)
    top = notes + above
    return Printed(block[0].block, rows[:notes], rows[notes:top], rows[top : top + size], header, rows[top + size :])


def tables(found: Sequence[Printed], lexicon: Lexicon) -> list[tuple[Labelled, ...]]:
    """The rows of each table of an edition with the roles of their cells; what one page leaves open another tells."""
    told: dict[int, tuple[Labelled, ...]] = {}
    ends = _say_ends(found, lexicon)
    for group in _groups(found, lexicon):
        columns = _judged([found[i] for i in group], lexicon)
        columns = _without_ends(columns, lexicon) if ends else columns
        entries = [_whole(found[i], columns, lexicon) for i in group]
        parts = [(body_of(rows, columns, lexicon), rows) for rows in entries]
        for i, (_, rows), body in zip(group, parts, with_looks(parts, lexicon), strict=True):
            told[i] = tuple(_table(found[i], rows, body, lexicon))
    return [told[i] for i in range(len(found))]


def _groups(tables: Sequence[Printed], lexicon: Lexicon) -> Iterable[Sequence[int]]:
    """Tables that are judged together: those under the same headings, and those without headings that go on or have as
    many columns as the one before."""
    group: list[int] = []
    groups: dict[tuple[tuple[int, str], ...], list[int]] = {}
    for i, one in enumerate(tables):
        goes_on = group and (one.block.continues or len(one.block.columns) == len(tables[group[-1]].block.columns))
        if (one.header and not (goes_on and _says_nothing(one, lexicon))) or not goes_on:
            group = groups.setdefault(one.names or ((i, ""),), [])
        group.append(i)
    return groups.values()


def _says_nothing(one: Printed, lexicon: Lexicon) -> bool:
    """Above what goes on from the page before, letters of a spreadsheet's columns: `A | B | C`."""
    known = sum(know.heading_role(lexicon, cell.text) is not None for cell in one.header)
    return one.block.continues and 2 * known < len(one.header)


def _judged(group: Sequence[Printed], lexicon: Lexicon) -> tuple[Column, ...]:
    entries = [entry for one in group for entry in one.entries]
    header = group[0].header
    return by_heading(header, entries, lexicon) if header else by_content(entries, lexicon)


def _say_ends(tables: Sequence[Printed], lexicon: Lexicon) -> bool:
    """Whether headings of the edition say until when agreements hold, and none since when."""
    roles = {know.heading_role(lexicon, cell.text) for one in tables for cell in one.header}
    return "period" in roles and "year" not in roles


def _without_ends(columns: Sequence[Column], lexicon: Lexicon) -> tuple[Column, ...]:
    """Years under no word for them are those in which agreements end: a page may lack its headings."""
    return tuple(
        replace(one, role="extra") if one.role == "year" and know.heading_role(lexicon, one.name) != "year" else one
        for one in columns
    )


def _whole(one: Printed, columns: tuple[Column, ...], lexicon: Lexicon) -> Sequence[Entry]:
    return whole_labels(bands_apart(one.entries, columns, lexicon), columns, lexicon)


def _table(one: Printed, entries: Sequence[Entry], body: Body, lexicon: Lexicon) -> Iterator[Labelled]:
    yield from (_before_headings(entry, lexicon) for entry in one.notes)
    yield from (Labelled(entry, _above(entry, body, lexicon), True) for entry in one.above)
    yield from (Labelled(entry, whole(entry, "header"), True) for entry in one.heads)
    yield from (Labelled(entry, _row(entry, body, lexicon), True) for entry in entries)


def _before_headings(entry: Entry, lexicon: Lexicon) -> Labelled:
    """A note, or a title, which ends what stands above it."""
    role = blank_role(entry, lexicon) or "note"
    return Labelled(entry, whole(entry, role), sure=role != "title")


def _above(entry: Entry, body: Body, lexicon: Lexicon) -> tuple[Part, ...]:
    """A row alone above the headings: a department, or what it would be below them."""
    (cell,) = entry.row.cells
    if not know.is_unit(lexicon, cell.text):
        return _row(entry, body, lexicon)
    return (replace(part_of(entry, cell, Column("department", "", -1), lexicon), rows=None, column=BAND),)


def _row(entry: Entry, body: Body, lexicon: Lexicon) -> tuple[Part, ...]:
    role = blank_role(entry, lexicon)
    cells = [cell for cell in entry.row.cells if cell.text]
    if role and not (role in ("title", "header") and len(cells) == 1 and _is_name(entry, cells, body)):
        return whole(entry, role)
    if band := band_role(entry, body, lexicon):
        (cell,) = spoken(entry, body)
        own = replace(part_of(entry, cell, Column(band, "", -1), lexicon), rows=None, column=BAND)
        return (*(_beside(entry, one, body, lexicon) for one in cells if one is not cell), own)
    if len(cells) == 1 and is_small(cells[0], body):
        return whole(entry, "note")
    asked = next((column for column in body.columns.values() if column.asks), None)
    parts = tuple(_cell(entry, cell, body, lexicon) for cell in cells)
    return tuple(replace(part, asks=asked.name or str(asked.place + 1)) for part in parts) if asked else parts


def _beside(entry: Entry, cell: Cell, body: Body, lexicon: Lexicon) -> Part:
    """What stands beside a band: a label around it, or the band's number."""
    column = body.columns.get(cell.column, Column("extra", "", -1))
    return part_of(entry, cell, column if column.role in LABELS else replace(column, role="furniture"), lexicon)


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
    zone = know.zone(lexicon, name)
    if zone and not (zone.told and column.role == "country"):
        return replace(part_of(entry, cell, replace(column, role="zone"), lexicon), column=BAND)
    if "department" not in body.roles and know.is_unit(lexicon, name):
        return replace(part_of(entry, cell, replace(column, role="department"), lexicon), column=BAND)
    return part_of(entry, cell, column, lexicon)
