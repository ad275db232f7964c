"""Where on a page gutters begin and end: its lines parted into titles, headings, tables, columns and plain
lines.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import NamedTuple

from pipeline.extract.chunks import Chunk, Lines, leading, usual_size
from pipeline.extract.gutters import Raster, Strip, dots, gutters, is_across, raster_of

_MOST_BREAKS = 12
_MOST_TITLES = 5
_FAR = 2.5  # leadings below a line that is a title for that alone
_HEAD = 3  # lines of a table's head
LARGE = 1.15  # of the usual font size: a title's
_SMALL = 0.95  # of the usual font size: a note's
_CUT = 2.0  # lines of gutter that a cut has to bring
_NEAR = 8  # lines above notes, whose columns they reach across
_INDENT = 4.0  # points from the left edge of the raster, which begins 2 points left of all
_GAP = 1.5  # leadings: white space that may part two regions

Head = tuple[str, ...]


class Segment(NamedTuple):
    """Lines first to last (exclusive), and the gutters that run through all of them; with `panels`, those between
    panels.
    """

    first: int
    last: int
    gutters: tuple[Strip, ...]
    panels: bool = False


def segments(lines: Lines, parts: list[list[Chunk]], heads: frozenset[Head], titled: bool) -> list[Segment]:
    """Parts lines, each with its chunks, where gutters begin and end, so that as many as possible stand beside gutters.

    Titles, and headings over a table's head that is one of `heads` or stands twice, are segments of their
    own.
    """
    out: list[Segment] = []
    for first, last, plain in _stretches(parts, heads, _title(lines, parts) if titled else 0):
        found = [Segment(0, last - first, ())] if plain else _best(lines[first:last], parts[first:last])
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


def _best(lines: Lines, parts: list[list[Chunk]]) -> list[Segment]:
    if len(lines) < 2:
        return [Segment(0, len(lines), ())]
    raster = raster_of(parts)
    places = [0, *_breaks(lines, parts, raster), len(lines)]

    @cache
    def found(first: int, last: int) -> list[tuple[Strip, float]]:
        return gutters(raster, first, last) if last - first > 1 else []

    best: list[tuple[float, int]] = [(0.0, 0)]
    for j in range(1, len(places)):
        best.append(
            max(
                (
                    best[i][0] + sum(worth for _, worth in found(places[i], places[j])) - _CUT,
                    i,
                )
                for i in range(j)
            )
        )
    out: list[Segment] = []
    j = len(places) - 1
    while j > 0:
        i = best[j][1]
        out.append(Segment(places[i], places[j], tuple(strip for strip, _ in found(places[i], places[j]))))
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


def _breaks(lines: Lines, parts: list[list[Chunk]], raster: Raster) -> list[int]:
    """Places between lines where one region may end and the next begin, the likeliest ones, with what a cut
    costs.
    """
    usual = leading(lines, raster.size)
    looks = [_across(part[0], raster) if len(part) == 1 else float(_set_off(part, raster)) for part in parts]
    for i in range(_notes(parts, raster), len(parts)):
        looks[i] += is_across(raster, parts[i][0], i - _NEAR, i)
    white = [0.0, *((two[0].base - one[0].base) / usual for one, two in itertools.pairwise(lines))]
    scores = {i: looks[i - 1] + looks[i] + (white[i] if white[i] > _GAP else 0.0) for i in range(1, len(lines))}
    sure = [i for i in scores if white[i] > _GAP or max(looks[i - 1], looks[i]) >= 1.0]
    return sorted(sorted(sure, key=lambda i: -scores[i])[:_MOST_BREAKS])


def _notes(parts: list[list[Chunk]], raster: Raster) -> int:
    """The first of the lines at the end that stand alone and begin at the left: notes below a table, whose gutters
    lines of lists above it may close.
    """
    at = len(parts)
    while at > _NEAR and len(parts[at - 1]) == 1 and parts[at - 1][0].x0 < raster.left + _INDENT:
        at -= 1
    return at


def _across(chunk: Chunk, raster: Raster) -> float:
    """How much a line of one chunk looks like one across the columns: from the left or centred, wide or large, or
    across a gutter.
    """
    left = raster.left + 2
    width = raster.width - 4
    right = left + width
    centred = abs(chunk.x0 - left - (right - chunk.x1)) < 0.03 * width
    if chunk.x0 - left > 0.15 * width and not centred:
        return 0.0
    large = chunk.size > LARGE * raster.size
    score = 0.2 + (chunk.x1 - chunk.x0) / width
    return score + (2.0 if large else 0.0) + (1.0 if _crosses(chunk, raster) else 0.0) + (0.3 if chunk.bold else 0.0)


def _set_off(parts: list[Chunk], raster: Raster) -> bool:
    """Whether several chunks in letters unlike the usual ones lie across gutters: headings of tables side by side, or
    notes below them.
    """
    sizes = [part.size / raster.size for part in parts]
    unlike = max(sizes) < _SMALL or min(sizes) > LARGE or all(part.bold for part in parts)
    return unlike and any(_crosses(part, raster) for part in parts)


def _crosses(chunk: Chunk, raster: Raster) -> bool:
    """Whether a chunk covers places where hardly any other line has ink."""
    covered = raster.depth[dots(chunk.x0 - raster.left) : dots(chunk.x1 - raster.left)]
    return len(covered) > 0 and int(covered.min()) <= 0.1 * int(covered.max())
