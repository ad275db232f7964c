"""Rows of lists and dumps, whose columns are a hint: the roles of their cells by meaning and order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.dumps.columns import columns_under, learnt
from pipeline.clean.dumps.furniture import page_numbers, page_seams, running_heads
from pipeline.clean.dumps.linebreaks import COUNT, counts_head
from pipeline.clean.dumps.seams import seams_of_tables
from pipeline.clean.labels import counted, is_label
from pipeline.clean.lists.inline import Habit, is_led_to_year, name_runs, split_labels
from pipeline.clean.lists.inside import bare_lines, is_inside, print_of
from pipeline.clean.names.whole import links
from pipeline.clean.normalise import label_text, lead_mark
from pipeline.clean.notes import blank_role, has_letters, whole
from pipeline.clean.parts import HEADING, Entry, Labelled, Part, Role, lines_of
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column, Scheme, assign, default_columns
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_NUMBER = re.compile(r"^[(（]?\d{1,3}[.)）．、]?$")
_PARTED = 0.3  # line heights of white space that part a heading from the line above


def loose(
    block: tuple[Entry, ...],
    known_of: Mapping[int, Habit],
    running: Mapping[int, tuple[Part, ...]],
    below: Collection[int],
    names: Collection[int],
    follows: Entry | None,
    lexicon: Lexicon,
) -> Iterator[Labelled]:
    """Rows whose columns are a hint; headings on the way say what the next rows hold, and the first row of what follows
    what the last one heads."""
    scheme = learnt(block, default_columns(), lexicon)
    numbers = page_numbers(block)
    heads = running_heads(block, lexicon) | page_seams(block, lexicon) | seams_of_tables(block, lexicon) | numbers
    printed, headed = print_of(block, lexicon), counts_head(block, lexicon)
    heading = bare_lines(block, printed.opened, known_of, lexicon)
    units = any(know.is_unit(lexicon, entry.text) for entry in block if entry.index in heading)
    open_cell: Cell | None = None
    below_name = False
    for at, (entry, after) in enumerate(zip(block, [*block[1:], None], strict=True)):
        if entry.index in running:
            yield Labelled(entry, running[entry.index], sure=True)
            continue
        role = "furniture" if entry.index in heads else "note" if entry.index in below else blank_role(entry, lexicon)
        known = known_of[entry.index]
        cells = [cell for cell in entry.row.cells if cell.text]
        if role == "note" and len(cells) == 1 and is_led_to_year(cells[0].words, known):
            role = None
        if role == "title" and _is_next_line(open_cell, cells[0]):
            role = None
        alone = len(cells) == 1 and role not in ("note", "header") and entry.index not in numbers
        alone = alone and not (known.before or known.after or known.marked)
        titled = role == "title" and after is not None and blank_role(after, lexicon) == "header"
        inside = alone and not titled and is_inside(cells[0], below_name, printed, lexicon)
        role = None if inside else role
        below_name = inside or (role is None and len(cells) == 1 and not is_label(cells[0].text, lexicon))
        if role == "header":
            scheme = replace(scheme, columns=columns_under(cells, block[at + 1 :], lexicon))
        if role:
            yield Labelled(entry, whole(entry, role))
            continue
        inside = inside or (entry.index in names and is_label(cells[0].text, lexicon))
        inside = inside or (len(cells) == 1 and _names_none(cells[0], after, scheme, lexicon))
        if inside or (len(cells) == 1 and _goes_on(open_cell, cells[0])):
            yield Labelled(entry, tuple(_runs(entry, cells[0], name_runs(cells[0].words, known), lexicon)))
        elif len(cells) == 1:
            bare = entry.index in heading
            of_units = bare and units
            marked = of_units or (bare and printed.opened) or lead_mark(cells[0].text) in printed.heads
            tallied = of_units or (headed and COUNT.search(cells[0].text) is not None)
            below_it = after or follows
            yield Labelled(entry, tuple(_line(entry, cells[0], below_it, marked, tallied, scheme, known, lexicon)))
        else:
            yield Labelled(entry, tuple(_dump_row(entry, cells, scheme, known, lexicon)))
        open_cell = cells[-1]


def _is_next_line(above: Cell | None, cell: Cell) -> bool:
    """Whether paper sets the line like the one right above it: a name's `University` below it is no title."""
    if above is None or cell.lines[0].size is None:
        return False
    last, line = above.lines[-1], cell.lines[0]
    return (last.size, last.bold) == (line.size, line.bold) and (line.gap or 0.0) < _PARTED


def _goes_on(above: Cell | None, cell: Cell) -> bool:
    """A name cannot end with a preposition: `Universidad de San Carlos de / Guatemala` names no heading."""
    follows = above is not None and above.column == cell.column and (cell.lines[0].gap or 0.0) < _PARTED
    return follows and above is not None and len(above.words[-1].text) > 1 and links(above.words[-1].text)


def _names_none(cell: Cell, after: Entry | None, scheme: Scheme, lexicon: Lexicon) -> bool:
    """A country in the column of names, with another label below it, would have no partner: `University of British /
    Columbia`."""
    names = next((column.place for column in scheme.columns if column.role == "institution" and column.name), None)
    below = after.row.cells[0] if after is not None and after.row.cells else None
    alone = below is None or (below.column < cell.column and is_label(below.text, lexicon))
    return names is not None and cell.column == names and alone


def _dump_row(entry: Entry, cells: Sequence[Cell], scheme: Scheme, known: Habit, lexicon: Lexicon) -> Iterator[Part]:
    if _NUMBER.match(cells[0].text):  # `1.` in a column of its own, which no row of headings names
        numbered = not any(column.place == cells[0].column and column.name for column in scheme.columns)
        yield from [part_of(entry, cells[0], Column("furniture", "", -1), lexicon)] if numbered else ()
        cells = cells[1:] if numbered else cells
    for cell, column in zip(cells, assign(cells, scheme, lexicon), strict=True):
        if column.role == "institution" and (runs := split_labels(cell.words, known, lexicon))[0][0] != "institution":
            yield from _runs(entry, cell, runs, lexicon)
        else:
            shifted = cell.column != column.place and entry.block.kind == "dump" and column.place >= 0
            yield replace(part_of(entry, cell, column, lexicon), shifted=shifted)


def _line(
    entry: Entry,
    cell: Cell,
    after: Entry | None,
    marked: bool,
    tallied: bool,
    scheme: Scheme,
    known: Habit,
    lexicon: Lexicon,
) -> Iterator[Part]:
    """A row with one cell: a heading of a list (`marked` or `tallied` as such), or a name, or labels and a name in one
    line."""
    role: Role = "institution"
    name, count = counted(cell.text if len(cell.lines) == 1 else label_text(cell.lines), lexicon)
    if know.country(lexicon, name):
        role = "country"
    elif know.zone(lexicon, name):
        role = "zone"
    elif len(runs := split_labels(cell.words, known, lexicon)) > 1 or runs[0][0] != "institution":
        yield from _runs(entry, cell, runs, lexicon)
        return
    elif (marked or (count is not None and not lead_mark(name))) and _is_department(name, after, tallied, lexicon):
        role = "department"
    place = next((column.place for column in scheme.columns if column.role == role), 0)
    shifted = entry.block.kind == "dump" and cell.column not in (0, place)
    part = part_of(entry, cell, Column(role, "", place), lexicon)
    across = entry.block.kind == "lines" and role != "institution"
    yield replace(part, shifted=shifted, column=HEADING if across else part.column)


def _is_department(name: str, after: Entry | None, tallied: bool, lexicon: Lexicon) -> bool:
    """A line with a count: a heading where labels or a table's headings follow it, a name with a footnote's number
    where names do; counts that close headings alone (`tallied`) tell too."""
    follows = after is not None and bool(after.row.cells) and is_label(after.row.cells[0].text, lexicon)
    heads = after is not None and len(after.row.cells) > 1 and blank_role(after, lexicon) == "header"
    told = heads or (follows and not know.is_organisation(lexicon, name))
    told = told or (tallied and know.is_organisation(lexicon, name))
    return has_letters(name) and (told or know.is_unit(lexicon, name))


def _runs(entry: Entry, cell: Cell, runs: Sequence[tuple[Role, tuple]], lexicon: Lexicon) -> Iterator[Part]:  # type: ignore[type-arg]
    for role, words in runs:
        if words:
            lines = tuple(replace(line, full=None) for line in lines_of(words, cell.lines))
            yield part_of(entry, Cell(cell.column, lines, box=cell.box), Column(role, "", -1), lexicon)
