"""Every cell gets a role: by its column where columns are certain, by meaning and order where they are a hint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.clean.columns import by_content
from pipeline.clean.inline import Habit, habit, split_labels
from pipeline.clean.normalise import label_text, lead_mark
from pipeline.clean.footnotes import footnotes
from pipeline.clean.furniture import running_heads
from pipeline.clean.notes import blank_role, has_letters, header_line, is_header, whole
from pipeline.clean.parts import Entry, Labelled, Part, Role
from pipeline.clean.whole import links
from pipeline.clean.scheme import Column, Scheme, assign, columns_of_header, default_columns, is_label, learn
from pipeline import knowledge as know
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Document, Line

_HEADER_ROWS = 3


def label(document: Document, lexicon: Lexicon) -> tuple[Labelled, ...]:
    """Every row of the document with the roles of its pieces, in reading order."""
    entries = tuple(_entries(document))
    known = _habit(entries, lexicon)
    rows: list[Labelled] = []
    columns: tuple[Column, ...] = ()
    for _, group in groupby(entries, key=lambda entry: entry.first):
        block = tuple(group)
        if block[0].block.kind == "table":
            columns = _table(block, columns, lexicon, rows)
        else:
            rows.extend(_loose(block, known, lexicon))
    return tuple(rows)


def _entries(document: Document) -> Iterator[Entry]:
    index = 0
    for block in document.blocks:
        first = index
        for row in block.rows:
            yield Entry(index, first, block, row)
            index += 1


# Tables with certain columns


def _table(block: tuple[Entry, ...], before: tuple[Column, ...], lexicon: Lexicon,
           rows: list[Labelled]) -> tuple[Column, ...]:
    """Label a table's rows into `rows`; gives its columns, which a table that goes on takes over."""
    size, header = _header(block, lexicon)
    columns = _complete(columns_of_header(header, lexicon), block[size:], lexicon) if header else _taken(
        block, before, lexicon)
    rows.extend(Labelled(entry, whole(entry, "header"), True) for entry in block[:size])
    by_place = {column.place: column for column in columns}
    for entry in block[size:]:
        role = blank_role(entry, lexicon)
        parts = whole(entry, role) if role else _table_row(entry, by_place, lexicon)
        rows.append(Labelled(entry, parts, True))
    return columns


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


def _table_row(entry: Entry, columns: dict[int, Column], lexicon: Lexicon) -> tuple[Part, ...]:
    filled = [cell for cell in entry.row.cells if cell.text]
    if len(filled) == 1 and (role := _band(filled[0], columns, lexicon)):
        return (_part(entry, filled[0], Column(role, "", -1), lexicon),)
    spare = Column("extra", "", -1)
    return tuple(_part(entry, cell, columns.get(cell.column, spare), lexicon) for cell in entry.row.cells if cell.text)


def _band(cell: Cell, columns: dict[int, Column], lexicon: Lexicon) -> Role | None:
    """A heading across the table: a label alone in its row that stands in another column than its own."""
    here = columns[cell.column].role if cell.column in columns else "extra"
    if here in ("country", "zone"):
        return None
    if know.country(lexicon, cell.text):
        return "country"
    if know.zone(lexicon, cell.text):
        return "zone"
    has_departments = any(column.role == "department" for column in columns.values())
    counted = know.count_of(cell.text)[1] is not None
    return "department" if counted and not has_departments and has_letters(cell.text) else None


# Dumps, lists and lines


def _loose(block: tuple[Entry, ...], known: Habit, lexicon: Lexicon) -> Iterator[Labelled]:
    """Rows whose columns are a hint; headings on the way say what the next rows hold."""
    scheme = _learn(block, default_columns(), lexicon)
    heads, notes = running_heads(block, lexicon), footnotes(block)
    open_cell: Cell | None = None
    for entry, after in zip(block, [*block[1:], None], strict=True):
        role = "furniture" if entry.index in heads else "note" if entry.index in notes else blank_role(entry, lexicon)
        cells = [cell for cell in entry.row.cells if cell.text]
        if role == "header":
            scheme = replace(scheme, columns=columns_of_header(cells, lexicon))
        if role:
            yield Labelled(entry, whole(entry, role))
            continue
        if len(cells) == 1 and _goes_on(open_cell, cells[0]):
            yield Labelled(entry, (_part(entry, cells[0], Column("institution", "", cells[0].column), lexicon),))
        elif len(cells) == 1:
            yield Labelled(entry, tuple(_line(entry, cells[0], after, scheme, known, lexicon)))
        else:
            yield Labelled(entry, tuple(_dump_row(entry, cells, scheme, known, lexicon)))
        open_cell = cells[-1]


def _goes_on(above: Cell | None, cell: Cell) -> bool:
    """A name cannot end with a preposition: `Universidad de San Carlos de / Guatemala` names no heading."""
    follows = above is not None and above.column == cell.column and not cell.lines[0].gap
    return follows and above is not None and len(above.words[-1].text) > 1 and links(above.words[-1].text)


def _learn(block: Sequence[Entry], columns: tuple[Column, ...], lexicon: Lexicon) -> Scheme:
    leading = [
        left.text
        for entry in block
        for left, right in zip(entry.row.cells, entry.row.cells[1:], strict=False)
        if is_label(right.text, lexicon) and not is_label(left.text, lexicon)
    ]
    alone = [entry.row.cells[0].text for entry in block if len(entry.row.cells) == 1]
    counted = [text for text in alone if know.count_of(text)[1] is not None and not is_label(text, lexicon)]
    return learn([*leading, *counted], columns, lexicon)


def _dump_row(entry: Entry, cells: Sequence[Cell], scheme: Scheme, known: Habit, lexicon: Lexicon) -> Iterator[Part]:
    for cell, column in zip(cells, assign(cells, scheme, lexicon), strict=True):
        if column.role == "institution" and (runs := split_labels(cell.words, known, lexicon))[0][0] != "institution":
            yield from _runs(entry, cell, runs, lexicon)
        else:
            shifted = cell.column != column.place and entry.block.kind == "dump" and column.place >= 0
            yield replace(_part(entry, cell, column, lexicon), shifted=shifted)


def _line(entry: Entry, cell: Cell, after: Entry | None, scheme: Scheme, known: Habit,
          lexicon: Lexicon) -> Iterator[Part]:
    """A row with one cell: a heading of a list, or a name, or labels and a name in one line."""
    role: Role = "institution"
    name, count = know.count_of(cell.text)
    if know.country(lexicon, cell.text):
        role = "country"
    elif know.zone(lexicon, cell.text):
        role = "zone"
    elif len(runs := split_labels(cell.words, known, lexicon)) > 1 or runs[0][0] != "institution":
        yield from _runs(entry, cell, runs, lexicon)
        return
    elif count is not None and _is_department(name, after, scheme, lexicon):
        role = "department"
    place = next((column.place for column in scheme.columns if column.role == role), 0)
    shifted = entry.block.kind == "dump" and cell.column not in (0, place)
    yield replace(_part(entry, cell, Column(role, "", place), lexicon), shifted=shifted)


def _is_department(name: str, after: Entry | None, scheme: Scheme, lexicon: Lexicon) -> bool:
    """A line with a count: a heading where labels follow it, a name with a footnote's number where names do."""
    if not has_letters(name) or lead_mark(name):
        return False
    follows = after is not None and bool(after.row.cells) and is_label(after.row.cells[0].text, lexicon)
    return know.is_unit(lexicon, name) or follows and not know.is_organisation(lexicon, name)


def _runs(entry: Entry, cell: Cell, runs: Sequence[tuple[Role, tuple]], lexicon: Lexicon) -> Iterator[Part]:  # type: ignore[type-arg]
    for role, words in runs:
        if words:
            piece = Cell(cell.column, (Line(words, indent=cell.lines[0].indent, gap=cell.lines[0].gap),), box=cell.box)
            yield _part(entry, piece, Column(role, "", -1), lexicon)


def _part(entry: Entry, cell: Cell, column: Column, lexicon: Lexicon) -> Part:
    rows = (cell.rows[0] + entry.first, cell.rows[1] + entry.first) if cell.rows else None
    text, count, code = cell.text, None, None
    if column.role in ("country", "zone", "department"):
        code = _code(cell.text, column.role, lexicon)
        text, count = know.count_of(label_text(cell.lines))
        text = text.rstrip(" :：-–—") if column.role != "department" else text
    return Part(column.role, entry.index, cell.lines, text, code, count, rows, cell.box, column.name, column=cell.column)


def _code(text: str, role: Role, lexicon: Lexicon) -> str | None:
    if role == "country":
        return know.country(lexicon, text.rstrip(" :：-–—"))
    zone = know.zone(lexicon, text.rstrip(" :：-–—")) if role == "zone" else None
    return zone.m49 if zone else None


def _habit(entries: Sequence[Entry], lexicon: Lexicon) -> Habit:
    """Whether lines hold labels and a name each; in a table with columns they do not."""
    rows = [entry for entry in entries if entry.block.kind != "furniture" and entry.row.cells]
    single = [entry.row.cells[0].text.split() for entry in rows if len(entry.row.cells) == 1]
    if len(single) < 0.6 * len(rows):
        return Habit()
    headings = sum(is_label(" ".join(tokens), lexicon) for tokens in single)
    named = any(len(header_line(" ".join(tokens), lexicon)) >= 3 for tokens in single)
    return habit(single, headings, named, lexicon)
