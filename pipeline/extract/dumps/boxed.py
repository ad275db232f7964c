"""Tables drawn with letters, where drawn lines part the rows: `+-----+`, `├─────┤` above and below each cell.

    | Faculty of Law | Europe | Malta     | University of Malta          |
    |                |        +-----------+------------------------------+
    |                |        | Norway    | Universitetet i Oslo -       |
    |                |        |           | Faculty of Humanities        |
    +----------------+--------+-----------+------------------------------+

A cell ends where a line is drawn in its column, so that its printed lines and the rows it governs are certain. Where
lines frame the whole table only, each printed line is a row, and a hint as in any dump.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.records import SourceLine

_JOINT = re.compile(r"[|│┃║¦\u250c-\u254b\u2552-\u256c]|\+(?=[-=─━═+]|\s*$)|(?<=[-=─━═])\+")
_RULE = re.compile(r"[-=_─━═]+")
_FEW = 2  # columns, drawn lines
_PARTS = 3  # rows of a table in which drawn lines part more than headings from the rest
_PARTED = 0.3  # of the printed lines: as many rows, or lines do not part them

Width = Callable[[str], int]
"""How many squares a text takes: a letter one each, or, as on a screen, a Chinese one two."""


@dataclass(slots=True)
class Boxed:
    """A cell: its column, its first and last row, and of each printed line the line and the text."""

    column: int
    first: int
    last: int
    lines: list[tuple[SourceLine, str]] = field(default_factory=list)
    begins: int = 0


class Frame(NamedTuple):
    """A table's cells in reading order by the row where their text begins; `merged` are the columns in which cells
    go on beside rows of others, so that what is drawn there is meant. It has `rows` in `printed` lines."""

    cells: tuple[Boxed, ...]
    merged: frozenset[int]
    rows: int
    printed: int


class _Segment(NamedTuple):
    left: int
    right: int
    text: str


def frames(source: Sequence[SourceLine]) -> list[Frame | SourceLine] | None:
    """The frames of a text and the lines outside of them, in order; None where drawn lines do not part rows."""
    found: list[Frame | SourceLine] = []
    for framed, group in groupby(source, key=lambda line: len(_segments(line, len)) >= _FEW):
        lines = list(group)
        frame = _frame(lines) if framed else None
        found += [frame] if frame else lines
    made = [one for one in found if isinstance(one, Frame)]
    rows, printed = sum(one.rows for one in made), sum(one.printed for one in made)
    return found if any(one.rows >= _PARTS for one in made) and rows >= _PARTED * printed else None


def _segments(line: SourceLine, width: Width) -> list[_Segment]:
    """What stands between the joints of a line, and between which squares; none where it has text outside of them."""
    text = line.text.replace("\f", "").expandtabs()
    joints = list(_JOINT.finditer(text))
    if len(joints) < _FEW or text[: joints[0].start()].strip() or text[joints[-1].end() :].strip():
        return []
    pairs = pairwise(joints)
    return [_Segment(width(text[: a.start()]), width(text[: b.start()]), text[a.end() : b.start()]) for a, b in pairs]


def _on_screen(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _frame(lines: Sequence[SourceLine]) -> Frame | None:
    """The cells between the drawn lines of one table; None where fewer than two are drawn."""
    parted = min(([_segments(line, width) for line in lines] for width in (len, _on_screen)), key=_edges_of)
    edges = {edge: at for at, edge in enumerate(sorted({one.left for segments in parted for one in segments}))}
    drawn = [any(map(_is_drawn, segments)) for segments in parted]
    if len(edges) < _FEW or sum(drawn) < _FEW:
        return None
    cells, rows, merged = _cells(list(zip(lines, parted, strict=True)), edges)
    ordered = sorted(cells, key=lambda cell: (cell.begins, cell.column))
    return Frame(tuple(ordered), merged, rows, len(drawn) - sum(drawn))


def _edges_of(parted: Sequence[Sequence[_Segment]]) -> int:
    """At how many squares columns begin: fewer, where joints line up."""
    return len({one.left for segments in parted for one in segments})


def _is_drawn(segment: _Segment) -> bool:
    return _RULE.fullmatch(segment.text.strip()) is not None


def _cells(
    lines: Sequence[tuple[SourceLine, Sequence[_Segment]]], edges: dict[int, int]
) -> tuple[list[Boxed], int, frozenset[int]]:
    """The cells with text, how many rows there are, and the columns where cells go on below drawn lines."""
    open_: dict[int, Boxed] = {}
    found: list[Boxed] = []
    row, merged = -1, set()
    for drawn, group in groupby(lines, key=lambda line: any(map(_is_drawn, line[1]))):
        row += not drawn
        for line, segments in group:
            for segment in segments:
                at = edges[segment.left]
                if _is_drawn(segment):
                    crossed = [column for edge, column in edges.items() if segment.left <= edge < segment.right]
                    found += [open_.pop(column) for column in crossed if column in open_]
                    continue
                merged |= {at} if drawn else set()
                _hold(open_, at, max(row, 0) + drawn, line, segment.text)
    return [cell for cell in (*found, *open_.values()) if cell.lines], row + 1, frozenset(merged)


def _hold(open_: dict[int, Boxed], at: int, row: int, line: SourceLine, text: str) -> None:
    """The text of one line put into the cell that is open in its column."""
    cell = open_.setdefault(at, Boxed(at, row, row))
    cell.last = max(cell.last, row)
    if text.strip():
        cell.begins = row if not cell.lines else cell.begins
        cell.lines.append((line, text))
