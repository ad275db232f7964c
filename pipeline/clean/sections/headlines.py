"""Headings of parts in words that nobody knows: `Universitetsgemensamma avtal`, `Avtal på institutionsnivå`.

Where the second of two headings set alike stands above the first department, and names stand between the two, the
first is that of the university's own agreements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.parts import Labelled
from pipeline.clean.sections.looks import style
from pipeline.knowledge import Lexicon
from pipeline.records import Level

_HEADINGS = frozenset(("title", "note", "furniture", "institution"))


def levels(rows: Sequence[Labelled], lexicon: Lexicon) -> Mapping[int, Level]:
    """The levels that such headings begin, by their rows; nothing where a title says one."""
    opens = next((i for i, row in enumerate(rows) if row.one("department")), 0)
    if any(know.level_of_title(lexicon, part.text) for row in rows for part in row.parts if part.role == "title"):
        return {}
    second = _last_heading(rows, opens)
    first = _same_look(rows, second) if second is not None else None
    if first is None or second is None or not any(map(_holds_country, rows[first + 1 : second])):
        return {}
    return {rows[first].entry.index: "university", rows[second].entry.index: "department"}


def _last_heading(rows: Sequence[Labelled], opens: int) -> int | None:
    """The heading above the first department, with notes between them at most, and what else stands in its table."""
    for i in range(opens - 1, -1, -1):
        if _is_heading(rows[i]) and style(rows[i].parts[0])[1] > style(rows[opens].parts[0])[1]:
            return i
        if rows[i].sure and rows[i].entry.first == rows[opens].entry.first:
            continue
        if not all(part.role in ("note", "furniture") for part in rows[i].parts):
            return None
    return None


def _same_look(rows: Sequence[Labelled], at: int) -> int | None:
    """The one heading before that looks the same; None where none does, or several do."""
    alike = [i for i in range(at) if _is_heading(rows[i]) and style(rows[i].parts[0]) == style(rows[at].parts[0])]
    holding = [i for i, end in pairwise((*alike, at)) if any(map(_holds_country, rows[i:end]))]
    return holding[0] if len(holding) == 1 else None


def _is_heading(row: Labelled) -> bool:
    lone = not row.sure and len(row.parts) == 1 and row.parts[0].role in _HEADINGS
    return lone and row.entry.block.kind == "lines" and row.parts[0].lines[0].size is not None


def _holds_country(row: Labelled) -> bool:
    return row.one("country") is not None
