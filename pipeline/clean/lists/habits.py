"""How the lines of lists hold labels, stretch by stretch of an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.inline import Habit, habit
from pipeline.clean.notes import blank_role
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon


def habits(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, Habit]:
    """How the lines of each row's stretch hold labels: from title to title, a list or a table."""
    found: dict[int, Habit] = {}
    for stretch in _stretches(entries, lexicon):
        found |= dict.fromkeys((entry.index for entry in stretch), _habit(stretch, lexicon))
    return found


def _stretches(entries: Sequence[Entry], lexicon: Lexicon) -> list[list[Entry]]:
    found: list[list[Entry]] = [[]]
    for entry in entries:
        if blank_role(entry, lexicon) == "title":
            found.append([])
        found[-1].append(entry)
    return found


def _habit(entries: Sequence[Entry], lexicon: Lexicon) -> Habit:
    """Whether lines hold labels and a name each; in a table with columns they do not."""
    rows = [entry for entry in entries if entry.block.kind != "furniture" and entry.row.cells]
    alone = [entry for entry in rows if len(entry.row.cells) == 1]
    if len(alone) < 0.6 * len(rows):
        return Habit()
    headings = sum(is_label(entry.row.cells[0].text, lexicon) for entry in alone)
    named = any(_columns(entry, lexicon) >= 3 and blank_role(entry, lexicon) == "header" for entry in alone)
    return habit([entry.row.cells[0].text.split() for entry in alone], headings, named, lexicon)


def _columns(entry: Entry, lexicon: Lexicon) -> int:
    return len(know.headings_in_line(lexicon, entry.row.cells[0].text))
