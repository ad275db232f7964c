"""Running heads of a text dump: lines that stand again and again where pages meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.inline import Habit, split_labels
from pipeline.clean.lists.years import year_at
from pipeline.clean.names.edges import links
from pipeline.clean.normalise import bullet, lead_mark
from pipeline.clean.notes import blank_role, line_role
from pipeline.clean.parts import LABELS, Entry
from pipeline.knowledge import Lexicon

_FIGURES = re.compile(r"[\W\d_]+")
_SEAM = 3  # lines at the seam of two pages: a number, a date, a running head
_MARKED = 0.5  # of the lines that are no labels
_MOST = 0.5  # of what stands again: as much does so at seams
_PAGE = re.compile(r"(?:^|\s)(\d{1,3})$")


def running_heads(block: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """Indices of rows that repeat but for their numbers at the seams of pages and name nothing: `Annuaire 2010`; a date
    and what marks mean may stand on every page too.

    Labels, headings of columns and names of units stand again too; they are running heads only where the number
    beside them grows from page to page.
    """
    places: dict[str, list[Entry]] = defaultdict(list)
    wanted = _wanted(block)
    for entry in block:
        if entry.block.kind != "dump" or not _is_line(entry) or entry.index in wanted:
            continue
        line = entry.text
        noted = know.as_of(lexicon, line) or know.waiver_legend(lexicon, line)
        if (key := _FIGURES.sub(" ", line).strip()) and not noted:
            places[key].append(entry)
    seams = _seams(block, lexicon)
    return frozenset(
        entry.index
        for rows in places.values()
        if len(rows) > 1 and sum(entry.index in seams for entry in rows) >= _MOST * len(rows)
        for entry in rows
        if (_names_nothing(entry.text, lexicon) and not _is_labels(entry, lexicon)) or _counts_pages(rows, lexicon)
    )


def _wanted(block: Sequence[Entry]) -> frozenset[int]:
    """Indices of the rows right below a line that cannot end there: `Queen Mary University of / London`."""
    rows = [entry for entry in block if entry.row.cells]
    tight = ((one, two) for one, two in pairwise(rows) if not two.row.cells[0].lines[0].gap)
    return frozenset(two.index for one, two in tight if _is_open(one.text))


def _is_open(line: str) -> bool:
    last = line.rsplit(maxsplit=1)[-1] if line.strip() else ""
    return len(last) > 1 and last.islower() and links(last)


def page_numbers(block: Sequence[Entry]) -> frozenset[int]:
    """Numbers alone on their lines, each one more than the one before: `4` below a page's last name."""
    lines = [entry for entry in block if entry.block.kind == "dump" and len(entry.row.cells) == 1]
    found = [entry for entry in lines if entry.text.isdecimal()]
    counting = all(int(two.text) == int(one.text) + 1 for one, two in pairwise(found))
    return frozenset(entry.index for entry in found) if counting and len(found) > 1 else frozenset()


def _is_line(entry: Entry) -> bool:
    """One cell, or one and a page's number on the other side of the page: `Universidad de Murcia        7`."""
    cells = entry.row.cells
    return len(cells) == 1 or (len(cells) == 2 and any(cell.text.isdecimal() for cell in cells))


def _seams(block: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """Indices of rows with white space, a page's number or its title above or below: the rest of a wrapped name may
    stand twice too, `Sciences`, between the lines of a list."""
    rows = [entry for entry in block if entry.row.cells]
    ends = [True, *(_parts(above, below, lexicon) for above, below in pairwise(rows)), True]
    return frozenset(entry.index for entry, above, below in zip(rows, ends, ends[1:], strict=False) if above or below)


def _parts(above: Entry, below: Entry, lexicon: Lexicon) -> bool:
    return bool(below.row.cells[0].lines[0].gap) or any(blank_role(entry, lexicon) for entry in (above, below))


def page_seams(block: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """Indices of the rows beside a page's number or date that blank lines part from lists of marked names, or of names
    with years: `－24－ / 岡山大学`. A last name on its page looks the same in other lists."""
    rows = [entry for entry in block if entry.block.kind == "dump" and entry.row.cells]
    lines = [entry for entry in rows if not is_label(entry.text, lexicon)]
    if sum(_is_listed(entry) for entry in lines) <= _MARKED * len(lines):
        return frozenset()
    return frozenset(
        entry.index
        for rows in _paragraphs(rows)
        if len(rows) <= _SEAM and any(_is_dated(entry, lexicon) for entry in rows)
        if not any(_heads(entry, lexicon) for entry in rows if not _is_dated(entry, lexicon))
        for entry in rows
        if line_role(entry.text, lexicon) is None
    )


def _paragraphs(block: Sequence[Entry]) -> list[list[Entry]]:
    found: list[list[Entry]] = []
    for entry in block:
        if not found or entry.row.cells[0].lines[0].gap:
            found.append([])
        found[-1].append(entry)
    return found


def _is_dated(entry: Entry, lexicon: Lexicon) -> bool:
    """A page's number, or an edition's date alone or behind wide white space."""
    role = blank_role(entry, lexicon)
    if role:
        return role in ("furniture", "note")
    return entry.row.cells[0].column == 0 and know.as_of(lexicon, entry.row.cells[-1].text) is not None


def _heads(entry: Entry, lexicon: Lexicon) -> bool:
    """The row belongs to the list: a label, a title, headings of columns, a marked name, one with a year, a cell behind
    others."""
    first = entry.row.cells[0]
    listed = first.column > 0 or _is_listed(entry) or is_label(first.text, lexicon)
    return listed or blank_role(entry, lexicon) in ("title", "header") or _is_labels(entry, lexicon)


def _is_listed(entry: Entry) -> bool:
    text = entry.text
    return bool(lead_mark(text) or bullet(text)) or year_at(text.split()) is not None


def _names_nothing(text: str, lexicon: Lexicon) -> bool:
    return not (
        is_label(text, lexicon)
        or know.head_starts(lexicon, text.split())
        or know.level_of_title(lexicon, text)
        or know.heading_role(lexicon, text)
    )


def _is_labels(entry: Entry, lexicon: Lexicon) -> bool:
    """Labels and nothing else: `Asia - Japan:`."""
    runs = split_labels(entry.row.cells[0].words, Habit(before=True), lexicon)
    return all(role in LABELS for role, _ in runs)


def _counts_pages(rows: Sequence[Entry], lexicon: Lexicon) -> bool:
    """A bare number at an end of the line that grows by one or more from one to the next."""
    found = [_PAGE.findall(row.text) for row in rows]
    numbers = [int(numbers[-1] or 0) for numbers in found if numbers]
    return (
        len(numbers) == len(rows)
        and all(a < b for a, b in pairwise(numbers))
        and not any(know.country(lexicon, row.text) for row in rows)
    )
