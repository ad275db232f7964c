"""Lines below the names of a list that say something else of each: `cod. AT724 · ref. prof. P. Moretti`.

Paper sets them smaller than the names, and they open alike or hold figures; a dump's open alike, with a word that is
cut short or has a colon. They stand below labels as seldom as they name organisations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.tails import Tail
from pipeline.clean.parts import Entry, lone_lines
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Line

DETAILS = "details"
_SMALLER = 0.93  # of the size of the name above
_SIGNS = (".", ":", "：")
_FEW = 3
_SHARE = 0.25  # of a list's lines
_NAMING, _HEADED = 0.15, 0.5  # of the details
Look = tuple[float | None, bool, str]


def details(entries: Sequence[Entry], lexicon: Lexicon) -> dict[int, Tail]:
    """The rows of such lines, as values behind the names above them."""
    lines = lone_lines(entries)
    below: dict[Look, list[tuple[Entry, Entry]]] = defaultdict(list)
    for above, entry in pairwise(lines):
        if (look := _look(_line(entry))) and above.first == entry.first and _is_below(above, entry):
            below[look].append((above, entry))
    told = {look for look, found in below.items() if _are_details(found, len(lines), lexicon)}
    return {one.index: Tail((), ((DETAILS, _line(one).words),)) for one in _told(lines, told)}


def _look(line: Line) -> Look | None:
    """How a line is set that may be a detail: with the word that opens it, "" for one that holds figures."""
    opening = fold(line.words[0].text)
    if opening.endswith(_SIGNS) and opening[0].isalpha():
        return line.size, line.bold, opening
    figures = any(map(str.isdigit, line.text)) or "@" in line.text
    return (line.size, line.bold, "") if figures and line.size is not None else None


def _is_below(above: Entry, entry: Entry) -> bool:
    one, two = _line(above), _line(entry)
    return one.size is None or two.size is None or two.size < _SMALLER * one.size


def _are_details(found: Sequence[tuple[Entry, Entry]], lines: int, lexicon: Lexicon) -> bool:
    """Whether they stand below a good many names, and name nothing themselves."""
    naming = sum(_names(_line(one).text, lexicon) for _, one in found)
    headed = sum(is_label(_line(above).text, lexicon) for above, _ in found)
    many = len(found) >= max(_FEW, _SHARE * lines)
    return many and naming <= _NAMING * len(found) and headed <= _HEADED * len(found)


def _names(text: str, lexicon: Lexicon) -> bool:
    return know.is_organisation(lexicon, text) or is_label(text, lexicon)


def _told(lines: Sequence[Entry], told: set[Look]) -> Iterator[Entry]:
    """The lines that look like details, and those that go on with one."""
    above: Entry | None = None
    for one in lines:
        line = _line(one)
        wraps = above is not None and line.size is not None and above.first == one.first
        wraps = wraps and above is not None and (_line(above).size, _line(above).bold) == (line.size, line.bold)
        above = one if _look(line) in told or wraps else None
        yield from [one] if above else ()


def _line(entry: Entry) -> Line:
    return entry.row.cells[0].lines[-1]
