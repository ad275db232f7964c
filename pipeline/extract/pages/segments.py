"""Where on a page gutters begin and end: its lines parted into titles, headings, tables, columns and plain
lines.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.extract.bars import in_bars, without_bars
from pipeline.extract.chunks import LARGE, Chunk, Lines, leading, usual_size
from pipeline.extract.gutters import Strip, gutters, raster_of
from pipeline.extract.pages.breaks import breaks
from pipeline.extract.pages.covered import with_covered
from pipeline.extract.rules import Edges

_MOST_TITLES = 5
_FAR = 2.5  # leadings below a line that is a title for that alone
_HEAD = 3  # lines of a table's head
_CUT = 2.0  # lines of gutter that a cut has to bring

Head = tuple[str, ...]


class Segment(NamedTuple):
    """Lines first to last (exclusive), and the gutters that run through all of them; with `panels`, those between
    panels.
    """

    first: int
    last: int
    gutters: tuple[Strip, ...]
    panels: bool = False


def segments(
    lines: Lines, parts: list[list[Chunk]], heads: frozenset[Head], titled: bool, edges: Edges
) -> list[Segment]:
    """Parts lines, each with its chunks, where gutters begin and end, so that as many as possible stand beside gutters.

    Titles, and headings over a table's head that is one of `heads` or stands twice, are segments of their
    own.
    """
    out: list[Segment] = []
    for first, last, plain in _stretches(parts, heads, _title(lines, parts) if titled else 0):
        found = [Segment(0, last - first, ())] if plain else _best(lines[first:last], parts[first:last], edges)
        out += [Segment(part.first + first, part.last + first, part.gutters) for part in found]
    return out


def _stretches(lines: list[list[Chunk]], heads: frozenset[Head], title: int) -> list[tuple[int, int, bool]]:
    """Where titles and headings part lines: (first, last, whether it is a title or heading)."""
    out = [(0, title, True)] if title else []
    start = title
    for at in _head_places(lines, heads):
        above = _headings_above(lines, at, start)
        if above > start:
            out.append((start, above, False))
        if at > above:
            out.append((above, at, True))
        start = at
    return [*out, (start, len(lines), False)] if start < len(lines) else out


def _head_places(lines: list[list[Chunk]], heads: frozenset[Head]) -> list[int]:
    """The lines that are heads of tables: as on a page before, or as the first line in columns and again
    below.
    """
    looks = [head_of(parts) for parts in lines]
    first = next((look for look in looks if look), None)
    known = heads | {first} if looks.count(first) > 1 else heads
    return [_top(lines, i) for i, look in enumerate(looks) if look and look in known]


def _top(lines: list[list[Chunk]], at: int) -> int:
    """The first line of a head, of which a cell of two lines may begin above the others: `Valid / until`."""
    while at and max(chunk.bottom for chunk in lines[at - 1]) > min(chunk.top for chunk in lines[at]):
        at -= 1
    return at


def head_of(parts: list[Chunk]) -> Head | None:
    """The texts of a line that may be a table's head: in three columns or more, or bold; None for others."""
    head = len(parts) > 2 or (len(parts) == 2 and all(part.bold for part in parts))
    return tuple(part.text for part in parts) if head else None


def _headings_above(lines: list[list[Chunk]], at: int, start: int) -> int:
    """The first of the lines right above a head that are its headings: alone, from the left, all of one
    look.
    """
    left = min(chunk.x0 for line in lines[at : at + _HEAD] for chunk in line)
    first = at
    while first > start:
        chunk, *others = lines[first - 1]
        same = first == at or (chunk.bold and lines[first][0].bold)
        if others or chunk.x0 > left + chunk.size or not same:
            break
        first -= 1
    return first


def _best(lines: Lines, parts: list[list[Chunk]], edges: Edges) -> list[Segment]:
    """The segments that stand beside most gutters. A heading in a bar closes none, and opens what stands below it."""
    if len(lines) < 2:
        return [Segment(0, len(lines), ())]
    bars = in_bars(parts, edges)
    raster = without_bars(raster_of(parts), bars)
    places = [0, *breaks(lines, parts, raster), len(lines)]
    costs = [2 * _CUT if place - 1 in bars and place < len(lines) else _CUT for place in places]

    @cache
    def found(first: int, last: int) -> list[tuple[Strip, float]]:
        return gutters(raster, first, last) if last - first > 1 else []

    best: list[tuple[float, int]] = [(0.0, 0)]
    for j in range(1, len(places)):
        worth = (best[i][0] + sum(worth for _, worth in found(places[i], places[j])) for i in range(j))
        value, i = max((one, i) for i, one in enumerate(worth))
        best.append((value - costs[j], i))
    out: list[Segment] = []
    j = len(places) - 1
    while j > 0:
        i = best[j][1]
        told = tuple(strip for strip, _ in found(places[i], places[j]))
        out.append(Segment(places[i], places[j], with_covered(told, parts[places[i] : places[j]], raster.size)))
        j = i
    return out[::-1]


def _title(lines: Lines, parts: list[list[Chunk]]) -> int:
    """How many lines at the top are a title: larger than what follows, or far above it, and alone on their
    lines.
    """
    size = usual_size([word for line in lines for word in line])
    usual = leading(lines, size)
    count = 0
    for i, line in enumerate(lines[:_MOST_TITLES]):
        apart = i + 1 < len(lines) and lines[i + 1][0].base - line[0].base > _FAR * usual
        if not _is_alone(parts, i):
            break
        if parts[i][0].size > LARGE * size or apart:
            count = i + 1
    return count if count < len(lines) else 0


def _is_alone(lines: list[list[Chunk]], at: int) -> bool:
    """Whether nothing stands beside a line, be it a little higher or lower as in the next column of a newspaper."""
    chunk, *others = lines[at]
    near = [other for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]) for other in line]
    return not others and all(min(chunk.bottom, o.bottom) - max(chunk.top, o.top) < 0.5 * o.size for o in near)
