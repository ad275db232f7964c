"""A cell with its role: the value without count and marks, its code, and the rows that paper proves it governs."""

from __future__ import annotations

from pipeline import knowledge as know
from pipeline.clean.labels import counted, heading_counted, said_once
from pipeline.clean.normalise import label_text, unmarked
from pipeline.clean.parts import LABELS, Entry, Part, Role
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_DASHES = " :：-–—"


def part_of(entry: Entry, cell: Cell, column: Column, lexicon: Lexicon) -> Part:
    """The cell as a part that plays its column's role."""
    rows = (cell.rows[0] + entry.first, cell.rows[1] + entry.first) if cell.rows else None
    text, count, code = cell.text, None, None
    if column.role in LABELS:
        count_in = heading_counted if column.role == "department" else counted
        text, count = count_in(label_text(said_once(cell.lines)), lexicon)
        text = unmarked(text)  # `Wydział Pedagogiki ¹ (20)`
        code = _code(text, column.role, lexicon)
        text = text.rstrip(_DASHES) if column.role != "department" else text
    own = (rows, cell.box, column.name)
    return Part(column.role, entry.index, cell.lines, text, code, count, *own, column=cell.column, ruled=cell.ruled)


def _code(text: str, role: Role, lexicon: Lexicon) -> str | None:
    bare = text.rstrip(_DASHES)
    if role == "country":
        return know.country(lexicon, bare)
    zone = know.zone(lexicon, bare) if role == "zone" else None
    return zone.m49 if zone else None
