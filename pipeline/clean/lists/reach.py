"""How far the lines of paragraphs reach on paper, told by those that go on: what stands beside them, a date at the edge
of the page, may reach farther."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.clean.parts import Entry
from pipeline.records import Line

_FEW = 3
_NEARLY = 0.8  # of the lines that others follow
_SPACE = 0.25  # of a line's height
_SLACK = 1.5  # points


def rights(loose: Sequence[Entry], opens: Sequence[bool], wraps: Sequence[bool]) -> Mapping[int, float]:
    """The right edge of paragraphs by their block's first row, where nearly all lines that others follow have no room
    for more. `opens` says which rows open a paragraph, `wraps` which may go on with one."""
    ends: dict[int, list[float]] = defaultdict(list)
    pairs: dict[int, list[tuple[Line, Line]]] = defaultdict(list)
    for entry, open_ in zip(loose, opens, strict=True):
        box = _last(entry).words[-1].box
        ends[entry.first] += [box.x1] if open_ and box else []
    for (one, two), open_, goes_on in zip(pairwise(loose), opens, wraps[1:], strict=False):
        pairs[one.first] += [(_last(one), _first(two))] if open_ and goes_on and one.first == two.first else []
    edges = {at: max(found) for at, found in ends.items() if found}
    full = {at: sum(reaches(*pair, edge) for pair in pairs[at]) for at, edge in edges.items()}
    return {at: edge for at, edge in edges.items() if full[at] >= max(_FEW, _NEARLY * len(pairs[at]))}


def reaches(above: Line, below: Line, right: float) -> bool:
    """Whether a line has no room for the first word of the next, or for its first letter in a script that breaks
    between any two."""
    box, word = above.words[-1].box, below.words[0]
    if box is None or word.box is None:
        return False
    wide, tall = word.box.x1 - word.box.x0, word.box.bottom - word.box.top
    room = wide / len(word.text) if "\u2e80" <= word.text[0] <= "\uffef" else wide + _SPACE * tall
    return box.x1 + room > right - _SLACK


def _first(entry: Entry) -> Line:
    return entry.row.cells[0].lines[0]


def _last(entry: Entry) -> Line:
    return entry.row.cells[0].lines[-1]
