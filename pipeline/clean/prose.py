"""Sentences that run over several lines: `Our university has concluded agreements with / the institutions below.`"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.parts import Entry
from pipeline.knowledge.fold import has_ideographs
from pipeline.records import Line

_STOPS = (".", "。", "．", ":", "：")
_SMALL = 0.5  # share of words in small letters in each line of a sentence; names have fewer
_PARTED = 0.8  # line heights of white space between paragraphs
_MOST = 10


def prose(entries: Sequence[Entry]) -> frozenset[int]:
    """The rows of plain lines that a sentence of two lines or more stands in."""
    lines = [entry for entry in entries if entry.block.kind == "lines" and len(entry.row.cells) == 1]
    return frozenset(entry.index for at in range(len(lines)) for entry in _sentence(lines, at))


def _sentence(lines: Sequence[Entry], last: int) -> Sequence[Entry]:
    """The lines of the sentence that ends with line `last`, () where none does or it is that line alone."""
    if not _line(lines[last]).text.endswith(_STOPS) or not _is_worded(_line(lines[last])):
        return ()
    first = last
    while first > max(0, last - _MOST) and _runs_on(lines[first - 1], lines[first]):
        first -= 1
    return lines[first : last + 1] if first < last else ()


def _runs_on(one: Entry, two: Entry) -> bool:
    """A full line of the same look and page, and words of a sentence in it or the end of one before."""
    above, below = _line(one), _line(two)
    alike = (above.size, above.bold, one.block.page) == (below.size, below.bold, two.block.page)
    tight = above.full is True and (below.gap or 0.0) < _PARTED
    return alike and tight and (_is_worded(above) or above.text.endswith(_STOPS))


def _is_worded(line: Line) -> bool:
    if has_ideographs(line.text):
        return True
    tokens = line.text.split()
    return sum(token[0].islower() for token in tokens) >= _SMALL * len(tokens)


def _line(entry: Entry) -> Line:
    return entry.row.cells[0].lines[-1]
