"""Sentences that run over several lines: `Our university has concluded agreements with / the institutions below.`"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.parts import Entry, lone_lines
from pipeline.knowledge import Lexicon
from pipeline.knowledge.fold import has_ideographs
from pipeline.records import Line

_STOPS = (".", "。", "．", ":", "：")
_SMALL = 0.5  # share of words in small letters in each line of a sentence; names have fewer
_PARTED = 0.8  # line heights of white space between paragraphs
_MOST = 10
_FEW = 2  # further lines of a legend


def prose(entries: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """The rows of plain lines that a sentence of two lines or more stands in, or a legend of the waiver's mark."""
    lines = lone_lines(entries)
    ends = [at for at, entry in enumerate(lines) if _ends(_line(entry).text, lexicon)]
    found = (_legend(lines, at, lexicon) or _sentence(lines, at) for at in ends)
    return frozenset(entry.index for sentence in found for entry in sentence)


def _ends(text: str, lexicon: Lexicon) -> bool:
    """`德國（１）：` heads a list, and ends no sentence."""
    return text.endswith(_STOPS) and not is_label(text, lexicon)


def _sentence(lines: Sequence[Entry], last: int) -> Sequence[Entry]:
    """The lines of the sentence that ends with line `last`, () where none does or it is that line alone."""
    if not (_is_worded(_line(lines[last])) or _is_last_word(lines, last)):
        return ()
    first = last
    while first > max(0, last - _MOST) and _runs_on(lines[first - 1], lines[first]):
        first -= 1
    return lines[first : last + 1] if first < last else ()


def _is_last_word(lines: Sequence[Entry], at: int) -> bool:
    """What a line of a sentence had no room for: `... confirmed each January by Global / Opportunities.`"""
    short = len(_line(lines[at]).words) <= _FEW
    return short and at > 0 and _is_worded(_line(lines[at - 1])) and _is_above(lines[at - 1], lines[at])


def _legend(lines: Sequence[Entry], last: int, lexicon: Lexicon) -> Sequence[Entry]:
    """The lines of a sentence that explains a mark, however many nouns it has: `Mit * gekennzeichnete Partner erlassen
    Austauschstudierenden die / Studiengebühren.`"""
    if know.waiver_legend(lexicon, _line(lines[last]).text):
        return ()  # it is whole, and a name may stand above it
    first = last
    while first > max(0, last - _FEW) and _may_go_on(lines[first - 1], lines[first]):
        first -= 1
        if know.waiver_legend(lexicon, " ".join(_line(entry).text for entry in lines[first : last + 1])):
            return lines[first : last + 1]
    return ()


def _runs_on(one: Entry, two: Entry) -> bool:
    """Words of a sentence, or the end of one, in a line that goes on."""
    return _is_above(one, two) and (_is_worded(_line(one)) or _line(one).text.endswith(_STOPS))


def _may_go_on(one: Entry, two: Entry) -> bool:
    """The same, and a dump's line right above another, of which nobody knows whether it is full."""
    beside = one.block.kind == "dump" and one.first == two.first and _line(two).gap == 0
    return beside or _is_above(one, two)


def _is_above(one: Entry, two: Entry) -> bool:
    """A full line of the same look and page."""
    above, below = _line(one), _line(two)
    alike = (above.size, above.bold, one.block.page) == (below.size, below.bold, two.block.page)
    return alike and above.full is True and (below.gap or 0.0) < _PARTED


def _is_worded(line: Line) -> bool:
    if has_ideographs(line.text):
        return True
    tokens = line.text.split()
    return sum(token[0].islower() for token in tokens) >= _SMALL * len(tokens)


def _line(entry: Entry) -> Line:
    return entry.row.cells[0].lines[-1]
