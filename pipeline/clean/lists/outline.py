"""Outlines: `1. Africa`, `1.1 Morocco`, `1.1.1 Université Ibn Zohr`. Numbers that open lines and count on leave them.

A number alone may belong to a name, `1. Medizinische Fakultät`: those of an outline count from one on, and where they
open units, they open most of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline import knowledge as know
from pipeline.clean.lists.ordinals import LEVELS, Ordinal, follows, ordinals
from pipeline.clean.parts import Entry
from pipeline.clean.subwords import sliced
from pipeline.knowledge import Lexicon
from pipeline.records import Word

_STEPS = 2  # numbers that count on, of a style
_BARE = 3  # of one without a mark: `1 Faculty of Arts`
_WRONG = 0.1  # of them, that do not
Style = tuple[str, str]


@dataclass(slots=True)
class _Count:
    """The rows that a style of numbers opens, `steps` of which count on, and how many do not count at all."""

    rows: dict[int, Ordinal] = field(default_factory=dict)
    last: tuple[int, ...] | None = None
    steps: int = 0
    wrong: int = 0


def outlined(entries: Sequence[Entry], below: Collection[int], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows without the numbers of the edition's outline; `below` are rows of notes, which have numbers of their
    own."""
    opened = [(entry.index, word) for entry in entries if (word := _first(entry, below))]
    styles = _counts([(at, tuple(ordinals(word.text))) for at, word in opened])
    told: dict[int, Ordinal] = {}
    for count in sorted(filter(_counts_on, styles.values()), key=lambda count: count.steps):
        if not _are_names(count, entries, below, lexicon):
            told |= count.rows
    return tuple(_without(entry, told[entry.index]) if entry.index in told else entry for entry in entries)


def _first(entry: Entry, below: Collection[int]) -> Word | None:
    """The word that opens a list's line."""
    cells = entry.row.cells if entry.block.kind in ("lines", "dump") and entry.index not in below else ()
    words = cells[0].words if len(cells) == 1 else ()
    return words[0] if len(words) > 1 or (words and len(words[0].text) > _BARE) else None


def _counts(opened: Sequence[tuple[int, tuple[Ordinal, ...]]]) -> Mapping[Style, _Count]:
    styles: dict[Style, _Count] = defaultdict(_Count)
    for at, readings in opened:
        right = [one for one in readings if follows(styles[one.style].last, one.path)]
        for one in right:
            count = styles[one.style]
            count.rows[at], count.last = one, one.path
            count.steps += one.path[-1] > 1 or len(one.path) > 1
        for one in readings if not right else ():
            styles[one.style].wrong += 1
    return styles


def _counts_on(count: _Count) -> bool:
    if not count.rows or count.wrong > _WRONG * len(count.rows):
        return False
    (kind, marks), *_ = {one.style for one in count.rows.values()}
    if kind == LEVELS:
        return any(len(one.path) > 1 for one in count.rows.values()) and count.steps >= _STEPS
    return count.steps >= (_STEPS if marks else _BARE)


def _are_names(count: _Count, entries: Sequence[Entry], below: Collection[int], lexicon: Lexicon) -> bool:
    """Whether the numbers open units of which most others have none: `1. lékařská fakulta` among ten faculties."""
    lone = [entry for entry in entries if _first(entry, below)]
    units = [entry.index for entry in lone if know.is_unit(lexicon, _behind(entry, count.rows.get(entry.index)))]
    numbered = sum(at in count.rows for at in units)
    return numbered > 0.5 * len(count.rows) and numbered < 0.5 * len(units)


def _behind(entry: Entry, number: Ordinal | None) -> str:
    return entry.row.cells[0].text[number.size if number else 0 :].strip()


def _without(entry: Entry, number: Ordinal) -> Entry:
    (cell,) = entry.row.cells
    first, *others = cell.lines
    word, *rest = first.words
    left = (*([sliced(word, number.size, len(word.text))] if number.size < len(word.text) else []), *rest)
    lines = (replace(first, words=left), *others)  # what wraps hangs behind the number
    row = replace(entry.row, cells=(replace(cell, lines=lines),))
    return replace(entry, row=row, number=(sliced(word, 0, number.size),))
