"""Running heads of a text dump: lines that stand again and again where pages meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon

_FIGURES = re.compile(r"[\W\d_]+")
_PAGE = re.compile(r"(?:^|\s)(\d{1,3})$")


def running_heads(block: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """Indices of rows that repeat but for their numbers and name nothing: `Annuaire des conventions 2010`.

    Labels, headings of columns and names of units stand again too; they are running heads only where the number
    beside them grows from page to page.
    """
    places: dict[str, list[Entry]] = defaultdict(list)
    for entry in block:
        if entry.block.kind != "dump" or len(entry.row.cells) != 1:
            continue
        line = entry.row.cells[0].text
        if (key := _FIGURES.sub(" ", line).strip()) and not know.as_of(lexicon, line):
            places[key].append(entry)
    return frozenset(
        entry.index
        for text, rows in places.items()
        if len(rows) > 1
        for entry in rows
        if _names_nothing(text, lexicon) or _counts_pages(rows, lexicon)
    )


def _names_nothing(text: str, lexicon: Lexicon) -> bool:
    return not (
        is_label(text, lexicon)
        or know.head_starts(lexicon, text.split())
        or know.level_of_title(lexicon, text)
        or know.heading_role(lexicon, text)
    )


def _counts_pages(rows: Sequence[Entry], lexicon: Lexicon) -> bool:
    """A bare number at an end of the line that grows by one or more from one to the next."""
    found = [_PAGE.findall(row.row.cells[0].text) for row in rows]
    numbers = [int(numbers[-1] or 0) for numbers in found if numbers]
    return (
        len(numbers) == len(rows)
        and all(a < b for a, b in pairwise(numbers))
        and not any(know.country(lexicon, row.row.cells[0].text) for row in rows)
    )
