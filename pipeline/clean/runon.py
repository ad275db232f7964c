"""Which lines go on with the paragraph above them, by how the edition prints its paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.labels import is_label
from pipeline.clean.notes import line_role
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Line

STOPS = ".。．｡"
_OPEN = ("-", "‐", "\u00ad", ";", "；", ",", "，", "、", "/", "／", "&")
_DEEPER = 0.5  # points or spaces
_PARTED = 0.8  # line heights of white space between paragraphs of which one may be a heading
_MOST = 0.7


@dataclass(frozen=True, slots=True)
class Print:
    """How an edition sets its paragraphs: `hangs` where their further lines stand deeper, `stop` where they end with a
    full stop."""

    hangs: bool = False
    stop: bool = False


def print_of(loose: Sequence[Entry], openers: Collection[int], lexicon: Lexicon) -> Print:
    """Judged over all lines; `openers` are the rows that open paragraphs."""
    follow = [(one, two) for one, two in pairwise(loose) if one.index in openers and two.index not in openers]
    wraps = [(one, two) for one, two in follow if _same_block(one, two) and not _is_heading(two, lexicon)]
    deeper = sum(_is_deeper(one, two) for one, two in wraps)
    stops = sum(_text(entry).endswith(tuple(STOPS)) for entry in loose)
    return Print(deeper > 0.5 * len(wraps), stops >= _MOST * len(openers))


def goes_on(above: Sequence[Entry], entry: Entry, printed: Print, lexicon: Lexicon) -> bool:
    """Whether the row goes on with the paragraph whose rows are `above`."""
    first, last = above[0], above[-1]
    if len(entry.row.cells) > 1 or _is_heading(entry, lexicon, alone=not printed.hangs):
        return False
    if not _looks_alike(_line(last, -1), _line(entry, 0)):
        return False
    same = _same_block(last, entry)
    if printed.hangs and same:
        return _is_deeper(first if _same_block(first, entry) else _outermost(entry), entry)
    parted = same and (_line(entry, 0).gap or 0.0) >= _PARTED
    if parted or (printed.stop and _text(last).endswith(tuple(STOPS))):
        return False
    return printed.stop or _is_open(last, same)


def _outermost(entry: Entry) -> Entry:
    """The row of the block that stands furthest left."""
    rows = [Entry(0, entry.first, entry.block, row) for row in entry.block.rows if row.cells]
    return min(rows, key=lambda one: _line(one, 0).indent)


def _is_open(last: Entry, same: bool) -> bool:
    """The line breaks off: it was full, or ends with what wants something behind it."""
    return _text(last).endswith(_OPEN) or (same and _line(last, -1).full is True)


def _looks_alike(one: Line, two: Line) -> bool:
    return one.size is None or two.size is None or (abs(one.size - two.size) < 0.5 and one.bold >= two.bold)


def _is_heading(entry: Entry, lexicon: Lexicon, alone: bool = True) -> bool:
    """A zone or another label, or a line that names no partner; hanging ones are never headings."""
    if len(entry.row.cells) > 1 or not alone:
        return len(entry.row.cells) > 1
    return is_label(_text(entry), lexicon) or line_role(_text(entry), lexicon) is not None


def _is_deeper(one: Entry, two: Entry) -> bool:
    return _line(two, 0).indent > _line(one, 0).indent + _DEEPER


def _same_block(one: Entry, two: Entry) -> bool:
    return one.first == two.first


def _line(entry: Entry, at: int) -> Line:
    return entry.row.cells[0].lines[at]


def _text(entry: Entry) -> str:
    return entry.row.cells[0].text
