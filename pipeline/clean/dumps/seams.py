"""What stands where one page's table ends and the next one's headings begin: `International Office      page 2`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.notes import is_header, line_role
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon

_SELDOM = 0.3  # of the rows have a blank line above them, where blank lines part pages
_STRONG = 0.6  # of a head noun: `Area Internazionalizzazione` above each page is no department
_LINES = 3  # a number, a date, a running head
_TOP = 5  # what stands above an edition's first table
_NUMBER = re.compile(r"^\W*(?:[^\W\d]{1,7}\W*)?\d{1,3}\W*$")  # `p. 12`, `- 3 -`
_FIGURES = re.compile(r"[\W\d_]+")


def seams_of_tables(block: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """Indices of the lines between a blank line and the headings of columns that a dump prints again on each page.

    Where the headings name departments no line above them is one's title; elsewhere what names a unit may be, but for
    one with a page's number behind it.
    """
    rows = [entry for entry in block if entry.block.kind == "dump" and entry.row.cells]
    heads = [at for at, entry in enumerate(rows) if is_header(entry.row.cells, lexicon)]
    top = frozenset(one.index for one in _letterhead(rows, heads[0], lexicon)) if heads else frozenset()
    if sum(_gap(one) > 0 for one in rows) > _SELDOM * len(rows):
        return top
    times = Counter(rows[at].text for at in heads)
    found = [one for at in heads[1:] if times[rows[at].text] > 1 for one in _above(rows, at, lexicon)]
    keys = Counter(_key(one) for one in found if _key(one))
    headed = any("department" in _roles(rows[at], lexicon) for at in heads)
    alone = [one for one in found if keys[_key(one)] < 2 and _may_head(one, headed, lexicon)]
    again = [one for one in rows if _gap(one) and _key(one) in keys]
    return top.union(one.index for one in (*found, *again) if one not in alone)


def _may_head(entry: Entry, headed: bool, lexicon: Lexicon) -> bool:
    """Whether a line that stands once names something; `headed` where columns hold the departments."""
    return know.is_organisation(lexicon, entry.text) or (not headed and know.is_unit(lexicon, entry.text))


def _letterhead(rows: Sequence[Entry], head: int, lexicon: Lexicon) -> list[Entry]:
    """The lines above an edition's first table of departments, none of which is one's title: `Serviço de Relações
    Internacionais`."""
    lines = [one for one in rows[:head] if line_role(one.text, lexicon) is None]
    outside = all(_is_outside(one, True, lexicon) and not know.is_organisation(lexicon, one.text) for one in lines)
    return lines if head <= _TOP and outside and "department" in _roles(rows[head], lexicon) else []


def _roles(header: Entry, lexicon: Lexicon) -> list[str | None]:
    return know.heading_roles(lexicon, [cell.text for cell in header.row.cells])


def _above(rows: Sequence[Entry], head: int, lexicon: Lexicon) -> list[Entry]:
    """The lines between the headings and the blank line above them; none where they may belong to the tables."""
    first = next((at for at in range(head - 1, max(-1, head - 1 - _LINES), -1) if _gap(rows[at])), head)
    roles = _roles(rows[head], lexicon)
    lines = [one for one in rows[first:head] if line_role(one.text, lexicon) not in ("title", "note")]
    return lines if all(_is_outside(one, "department" in roles, lexicon) for one in lines) else []


def _is_outside(entry: Entry, departments: bool, lexicon: Lexicon) -> bool:
    cells, (name, count) = entry.row.cells, heading_counted(entry.text, lexicon)
    unit = count is not None or any(start.strength >= _STRONG for start in know.head_starts(lexicon, name.split()))
    labels = any(is_label(cell.text, lexicon) for cell in cells)
    paged = len(cells) == 2 and _NUMBER.match(cells[1].text) is not None
    return cells[0].column == 0 and len(cells) <= 2 and not labels and (departments or paged or not unit)


def _gap(entry: Entry) -> float:
    return entry.row.cells[0].lines[0].gap or 0.0


def _key(entry: Entry) -> str:
    """The line without its page's number."""
    return _FIGURES.sub(" ", entry.text).strip()
