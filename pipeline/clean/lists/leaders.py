"""Dot leaders: `Gandhara University ........ 1990` is a name, a filler and a value at the end of the line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.lists.tails import put_behind
from pipeline.clean.parts import Entry, Labelled, Part, Role
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line, Word

_LEADER = re.compile(r"^(?:[.·․‥_]{3,}|…{1,})[.…·․‥_]*$")
_SHORT = re.compile(r"^[.·․‥_…]+$")  # a long name leaves room for one dot
_APART = 3  # dots apart that are a leader: `. . .`
_HABIT = 3  # rows with leaders that make it the edition's habit
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST_VALUE = 3  # words behind a leader
_NEARLY_ALL = 0.85  # of the names: a value closes each one


@dataclass(frozen=True, slots=True)
class Led:
    """A row without its fillers; `filler` are their words, `values` the words behind them that left the row."""

    entry: Entry
    filler: tuple[Word, ...] = ()
    values: tuple[Word, ...] = ()


def without_leaders(entries: Sequence[Entry]) -> tuple[Led, ...]:
    """Every row without leaders; a value that found no room and stands on the next line, alone or with its leader,
    belongs to the row above."""
    found: list[Led] = []
    short = sum(bool(_led(entry, _LEADER).filler) for entry in entries) >= _HABIT
    for entry in entries:
        led = _led(entry, _SHORT if short else _LEADER)
        if found and _waits(found[-1]) and _is_value(led):
            above, words = found[-1], tuple(word for cell in entry.row.cells for word in cell.words)
            found[-1] = replace(above, values=words)
            led = Led(_with_cells(entry, ()))
        elif found and _is_tail(led) and not (found[-1].filler or found[-1].values):
            dots, *value = (word for cell in entry.row.cells for word in cell.words)
            found[-1] = replace(found[-1], filler=(dots,), values=tuple(value))
            led = Led(_with_cells(entry, ()))
        found.append(led)
    return tuple(found)


def with_values(rows: Sequence[Labelled], led: Sequence[Led], lexicon: Lexicon) -> Iterator[Labelled]:
    """The labelled rows with parts for fillers and for the values behind them; a row that goes on with the one above
    has its value for it."""
    open_ = {one.entry.index: one for one in led if one.filler or one.values}
    valued = sum(bool(one.values) for one in open_.values())
    closed = valued >= _NEARLY_ALL * sum(row.one("institution") is not None for row in rows)
    return put_behind(rows, open_, lambda one, at: _parts(one, at, lexicon), closed)


def dated(led: Sequence[Led], lexicon: Lexicon) -> frozenset[int]:
    """The rows that a leader leads to a year: names or ends of names, whatever they say, `in / Qatar ..... 2009`."""
    return frozenset(one.entry.index for one in led if one.values and know.year(lexicon, _value(one)))


def _value(led: Led) -> str:
    return " ".join(word.text for word in led.values)


def _parts(led: Led, at: int, lexicon: Lexicon) -> Iterator[Part]:
    if led.filler:
        yield Part("furniture", at, (Line(led.filler),), " ".join(word.text for word in led.filler))
    if led.values:
        text = _value(led)
        role: Role = "year" if know.year(lexicon, text) else "extra"
        yield Part(role, at, (Line(led.values),), text)


def is_led(words: Sequence[str]) -> bool:
    """Whether a leader stands between the first word and the last: in one word, or dots apart, `. . . .`."""
    return any(place < len(words) - 1 for place in _places(words, _LEADER)[:1])


def without_dots(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without a leader's."""
    places = _places([word.text for word in words], _LEADER)
    return tuple(word for i, word in enumerate(words) if i not in places)


def _places(words: Sequence[str], leader: re.Pattern[str]) -> Sequence[int]:
    """Where fillers stand behind the first word."""
    places: list[int] = []
    for is_dots, group in groupby(enumerate(words), key=lambda one: bool(_SHORT.match(one[1]))):
        run = list(group)
        places += [i for i, text in run if is_dots and (len(run) >= _APART or leader.match(text))]
    return places if places and places[0] else ()


def _led(entry: Entry, leader: re.Pattern[str]) -> Led:
    words = [word for cell in entry.row.cells for word in cell.words] if entry.block.kind != "furniture" else []
    places = _places([word.text for word in words], leader)
    if not places:
        return Led(entry)
    tail = tuple(words[places[-1] + 1 :])
    moved = tail if _ends(entry, words[places[-1]]) and len(tail) <= _LONGEST_VALUE else ()
    gone = {words[i].index for i in places} | {word.index for word in moved}
    cells = tuple(_without(cell, gone) for cell in entry.row.cells)
    return Led(_with_cells(entry, cells), tuple(words[i] for i in places), moved)


def _ends(entry: Entry, filler: Word) -> bool:
    """Whether a leader closes the row's one cell, or the last one of a table's row: that of names."""
    cells = entry.row.cells
    alone = len(cells) == 1 or entry.block.kind == "table"
    return alone and (len(cells) == 1 or filler.index > max(word.index for word in cells[-2].words or (filler,)))


def _with_cells(entry: Entry, cells: tuple[Cell, ...]) -> Entry:
    return replace(entry, row=replace(entry.row, cells=cells))


def _without(cell: Cell, gone: set[int]) -> Cell:
    """The cell without the words; a line that a leader ended had room for its name."""
    lines = []
    for line in cell.lines:
        kept = tuple(word for word in line.words if word.index not in gone)
        if kept:
            lines.append(
                line
                if len(kept) == len(line.words)
                else replace(line, words=kept, full=False if line.full is not None else None)
            )
    return replace(cell, lines=tuple(lines))


def _waits(led: Led) -> bool:
    """A leader ended the line, and no value stands behind it."""
    return bool(led.filler) and not led.values and _ends(led.entry, led.filler[-1])


def _is_value(led: Led) -> bool:
    words = [word for cell in led.entry.row.cells for word in cell.words]
    return len(led.entry.row.cells) == 1 and _is_short(words)


def _is_tail(led: Led) -> bool:
    """A leader and a value alone: the name had no room for them."""
    words = [word for cell in led.entry.row.cells for word in cell.words]
    dots = len(led.entry.row.cells) == 1 and len(words) > 1 and bool(_LEADER.match(words[0].text))
    return dots and _is_short(words[1:])


def _is_short(words: Sequence[Word]) -> bool:
    return 0 < len(words) <= _LONGEST_VALUE and not any(_LETTERS.search(word.text) for word in words)
