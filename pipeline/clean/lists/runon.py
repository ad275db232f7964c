"""Which lines go on with the paragraph above them, by how the edition prints its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from statistics import median

from pipeline.clean.labels import is_label
from pipeline.clean.lists.reach import reaches
from pipeline.clean.names.whole import links
from pipeline.clean.notes import line_role
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Line

STOPS = ".。．｡"
_NUMBER = re.compile(r"\W*\d{1,3}\W*$")
_OPEN = ("-", "‐", "\u00ad", ";", "；", ",", "，", "、", "/", "／", "&")
_BRACKETS = (("(", ")"), ("（", "）"), ("[", "]"), ("［", "］"))
_SHORT_BRACKET = 4  # letters of `(W)`, a mark
_PARTS = (";", "；", "、", "/", "／", "|")
_DEEPER = 0.5  # points or spaces
_HUNG = 0.8  # of the usual depth
_UNEVEN = 0.15  # line heights
_PARTED = 0.8  # line heights of white space between paragraphs of which one may be a heading
_MOST = 0.7
_FEW = 3
_NEARLY = 0.8
_SHARE = 0.1  # of a dump's lines that are full, where it breaks lines
_LAST_WORD = 12  # letters that a full line may leave free
_WIDEST = 140


@dataclass(frozen=True, slots=True)
class Print:
    """How an edition sets its paragraphs: `hangs` is by how much their further lines stand deeper, 0 where they do not,
    `stop` says that they end with a full stop; `width` is where a dump that breaks its lines does, in letters, 0 where
    it breaks none; `step` is the white above their further lines where headings are set heavier, None elsewhere;
    `right` is how far the lines of paragraphs reach on paper, by their block's first row, where this tells that they go
    on: something else on the page may reach farther than they."""

    hangs: float = 0.0
    stop: bool = False
    width: int = 0
    step: float | None = None
    right: Mapping[int, float] = field(default_factory=dict)


def print_of(loose: Sequence[Entry], openers: Collection[int], lexicon: Lexicon) -> Print:
    """Judged over all lines; `openers` are the rows that open paragraphs."""
    single = [entry for entry in loose if len(entry.row.cells) == 1]
    follow = [(one, two) for one, two in pairwise(single) if one.index in openers and two.index not in openers]
    wraps = [(one, two) for one, two in follow if _same_block(one, two) and not is_heading(two, lexicon)]
    deeper = [_deeper(one, two) for one, two in wraps if _deeper(one, two) > _DEEPER]
    hangs = median(deeper) if len(deeper) > 0.5 * len(wraps) else 0.0
    stops = sum(_text(entry).endswith(tuple(STOPS)) for entry in loose)
    return Print(hangs, stops >= _MOST * len(openers), _width(loose))


def step_of(loose: Sequence[Entry], openers: Collection[int], lexicon: Lexicon) -> float | None:
    """The white above the further lines of paragraphs, where nearly all labels that stand alone look otherwise."""
    opener = next((_line(entry, 0) for entry in loose if entry.index in openers), None)
    if opener is None:
        return None
    further = [(_line(entry, 0), is_label(_text(entry), lexicon)) for entry in loose if entry.index not in openers]
    otherwise = [not _looks_alike(opener, line) for line, label in further if label]
    gaps = [line.gap for line, _ in further if line.gap is not None and _looks_alike(opener, line)]
    return median(gaps) if gaps and sum(otherwise) >= max(_FEW, _NEARLY * len(otherwise)) else None


def _width(loose: Sequence[Entry]) -> int:
    """The longest line of a dump, where many lines are about as long."""
    lengths = sorted(len(_text(entry)) for entry in loose if entry.block.kind == "dump")
    near = sum(length > lengths[-1] - _LAST_WORD for length in lengths)
    return lengths[-1] if near >= max(_FEW, _SHARE * len(lengths)) and lengths[-1] <= _WIDEST else 0


def goes_on(above: Sequence[Entry], entry: Entry, printed: Print, lexicon: Lexicon) -> bool:
    """Whether the row goes on with the paragraph whose rows are `above`."""
    last = above[-1]
    if len(entry.row.cells) > 1 or entry.number or not _looks_alike(_line(last, -1), _line(entry, 0)):
        return False
    if _holds_open(above, entry):
        return True
    of_page = _NUMBER.match(_text(entry)) and _text(last).endswith(tuple(STOPS))
    return not of_page and _runs_on(above[0], last, entry, printed, lexicon)


def _runs_on(first: Entry, last: Entry, entry: Entry, printed: Print, lexicon: Lexicon) -> bool:
    if not _same_block(last, entry):
        return _is_open(last, entry, lexicon) if printed.stop else _breaks_off(last, entry)
    if printed.hangs:
        return _hangs(first, last, entry, printed, lexicon)
    if (_line(entry, 0).gap or 0.0) >= _PARTED:
        return False
    if printed.stop:
        return _is_open(last, entry, lexicon)
    if _breaks_off(last, entry) or _is_lighter(last, entry, printed, lexicon):
        return True
    return _is_full(last, entry, printed) and not is_heading(entry, lexicon)


def _is_lighter(last: Entry, entry: Entry, printed: Print, lexicon: Lexicon) -> bool:
    """Whether a line is no heading, since these are set heavier, and stands as close as the further lines do; what
    might be a label goes on below a full line alone: `Universidad / Hispanoamerica`."""
    if printed.step is None or (_line(entry, 0).gap or 0.0) > printed.step + _UNEVEN:
        return False
    if is_label(_text(entry), lexicon):
        return _is_full(last, entry, printed)
    return line_role(_text(entry), lexicon) != "note"


def _hangs(first: Entry, last: Entry, entry: Entry, printed: Print, lexicon: Lexicon) -> bool:
    """A heading may stand deeper than names too, but not as deep as their further lines."""
    deeper = _deeper(first if _same_block(first, entry) else _outermost(entry), entry)
    ends = not printed.stop or not _is_open(last, entry, lexicon)
    return deeper > (_HUNG * printed.hangs if ends else _DEEPER)


def _is_open(last: Entry, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether the paragraph has not come to its full stop, and no label follows."""
    return not _text(last).endswith(tuple(STOPS)) and not is_label(_text(entry), lexicon)


def is_heading(entry: Entry, lexicon: Lexicon) -> bool:
    """A label, or a line that names no partner; one word is the rest of a name: `University`."""
    text = _text(entry)
    return is_label(text, lexicon) or (len(text.split()) > 1 and line_role(text, lexicon) is not None)


def _outermost(entry: Entry) -> Entry:
    """The row of the block that stands furthest left."""
    rows = [Entry(0, entry.first, entry.block, row) for row in entry.block.rows if row.cells]
    return min(rows, key=lambda one: _line(one, 0).indent)


def _breaks_off(last: Entry, entry: Entry) -> bool:
    """A mark at the line's end, or at the beginning of the next, wants a name on its other side; `University of` wants
    the rest of its name, `& Technology` and `de Paris` its beginning."""
    ends, opens = _text(last).rsplit(maxsplit=1)[-1], _text(entry).split(maxsplit=1)[0]
    below = opens == "&" or (opens.islower() and links(opens))
    return _text(last).endswith(_OPEN) or links(ends) or below or _text(entry).startswith(_PARTS)


def _holds_open(above: Sequence[Entry], entry: Entry) -> bool:
    """A bracket that opened above closes in the row, `(Woronesch, Russische / Föderation)`, or the row is one."""
    held, text = " ".join(map(_text, above)), _text(entry)
    if text[0] in "(（" and text[-1] in ")）" and len(text) > _SHORT_BRACKET:
        return True
    return any(held.count(one) > held.count(two) and two in text.split(one)[0] for one, two in _BRACKETS)


def _is_full(last: Entry, entry: Entry, printed: Print) -> bool:
    """The next word would have found no room."""
    if _line(last, -1).full is not None:
        edge = printed.right.get(last.first, inf)
        return _line(last, -1).full is True or reaches(_line(last, -1), _line(entry, 0), edge)
    return len(_text(last)) + 1 + len(_text(entry).split()[0]) > printed.width > 0


def _looks_alike(one: Line, two: Line) -> bool:
    return one.size is None or two.size is None or (abs(one.size - two.size) < 0.5 and one.bold >= two.bold)


def _deeper(one: Entry, two: Entry) -> float:
    return _line(two, 0).indent - _line(one, 0).indent


def _same_block(one: Entry, two: Entry) -> bool:
    return one.first == two.first


def _line(entry: Entry, at: int) -> Line:
    return entry.row.cells[0].lines[at]


def _text(entry: Entry) -> str:
    return entry.row.cells[0].text
