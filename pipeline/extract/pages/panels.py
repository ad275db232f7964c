"""Columns of a newspaper that each hold labels and, beside them, names: two columns of a table each.

    Ghana    • Ashesi University        Norway   • University of Bergen
             • University of Ghana               • University of Oslo
    Kenya    • Moi University           Poland   • University of Warsaw

Gutters run down through all four alike. What tells the panels is that their labels and names begin at the same
distances, and that labels are fewer; headings of one panel may lie across its own gutter. So do names and their values.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.extract.chunks import Chunk
from pipeline.extract.gutters import Strip, gutters, raster_of
from pipeline.extract.pages.segments import Segment
from pipeline.extract.rules import Edges

Starts = Sequence[tuple[float, int]]
"""Where chunks begin, from left to right, each with the number of its line."""

_MOST = 4  # panels side by side
_SPACING = 0.04  # of the panels' distance by which they may stand off
_FEW = 3  # labels, and names, of a panel
_PLACES, _PLACE = 4, 3.0  # where chunks begin, at the least, and points that one such place is wide
_LABELS = 0.9  # of the names: as many are labels at most
_BESIDE = 0.15  # of a panel's width: as far from its labels do names begin
_BRIDGES = 2  # edges that run across from one panel to the next: those of a table's rows


def with_panels(parts: Sequence[list[Chunk]], found: Sequence[Segment], edges: Edges) -> Iterator[Segment]:
    """The segments of lines, given by their chunks, with those that panels run through as one."""
    first = 0
    while first < len(found):
        count, gaps = _run(parts, found[first:], edges)
        last = found[first + count - 1].last
        yield Segment(found[first].first, last, gaps, True) if gaps else found[first]
        first += count


def _run(parts: Sequence[list[Chunk]], found: Sequence[Segment], edges: Edges) -> tuple[int, tuple[Strip, ...]]:
    """How many of the segments, as many as may be, have panels together, and the gutters between them."""
    first, last, beside, _ = found[0]
    if beside or all(len(line) > 1 for line in parts[first:last]):
        for count in range(len(found), 0, -1):
            lines = parts[first : found[count - 1].last]
            starts = sorted((chunk.x0, row) for row, line in enumerate(lines) for chunk in line)
            if not _have_places(starts):
                break
            whole = beside if count == 1 else _through(lines)
            if gaps := _gaps(lines, starts, whole, edges):
                return count, gaps
    return 1, ()


def _have_places(starts: Starts) -> bool:
    """Whether chunks begin at four places at least, a few at each: labels and names of two panels."""
    count, past = 0, float("-inf")
    for (start, _), (other, _) in zip(starts, starts[_FEW - 1 :], strict=False):
        if start > past and other - start <= _PLACE:
            count, past = count + 1, start + _PLACE
    return count >= _PLACES


def _through(lines: Sequence[list[Chunk]]) -> list[Strip]:
    return [strip for strip, _ in gutters(raster_of(lines), 0, len(lines))]


def _gaps(
    lines: Sequence[list[Chunk]], starts: Starts, whole: Sequence[Strip], edges: Edges
) -> tuple[Strip, ...]:
    """Those of the gutters that run through the whole lines which part panels; none where no panels stand there."""
    for count in range(2, _MOST + 1):
        for gaps in combinations(whole, count - 1):
            if _are_alike(_shares(starts, gaps)) and not any(_is_bridged(gap, lines, edges) for gap in gaps):
                return gaps
    return ()


def _shares(starts: Starts, gaps: Sequence[Strip]) -> list[Starts]:
    bounds = [0, *(bisect_left(starts, ((a + b) / 2,)) for a, b in gaps), len(starts)]
    return [starts[low:high] for low, high in pairwise(bounds)]


def _are_alike(panels: Sequence[Starts]) -> bool:
    """Whether panels stand at one distance from each other, and have labels and names at the same places."""
    edges = [_edge(panel) for panel in panels]
    steps = [two - one for one, two in pairwise(edges)]
    if max(steps) - min(steps) > _SPACING * max(steps):
        return False
    starts = [_rows(panel, edge) for panel, edge in zip(panels, edges, strict=True)]
    places = set.intersection(*({at for at in found if at > _BESIDE * min(steps)} for found in starts))
    return any(_hold(starts, at) for at in places)


def _edge(panel: Starts) -> float:
    """Where the labels of a panel begin: at the first place where a few chunks do. A heading's bracket may hang out."""
    lefts = [left for left, _ in panel]
    several = (left for left, other in zip(lefts, lefts[_FEW - 1 :], strict=False) if other - left <= 1)
    return next(several, lefts[0] if lefts else 0.0)


def _rows(panel: Starts, edge: float) -> dict[int, set[int]]:
    """The rows in which something begins at each distance from a panel's edge, in whole points."""
    found: dict[int, set[int]] = defaultdict(set)
    for left, row in panel:
        found[round(left - edge)].add(row)
    return found


def _hold(starts: Sequence[dict[int, set[int]]], at: int) -> bool:
    """Whether labels begin at each panel's edge, and names `at` so far from it, more of them than have a label beside
    them, or names and fewer values beside them; and whether some stand without anything of the next panel beside them,
    as those of a table's columns do not."""
    found = [(_near(rows, 0), _near(rows, at)) for rows in starts]
    labelled = all(len(labels) >= _FEW and len(labels & names) <= _LABELS * len(names) for labels, names in found)
    valued = all(_FEW <= len(values) <= _LABELS * len(names) and values <= _about(names) for names, values in found)
    free = (inner - (_about(outer) if valued else outer) for (_, inner), (outer, _) in pairwise(found))
    return (labelled or valued) and all(len(rows) > 1 for rows in free)


def _about(rows: set[int]) -> set[int]:
    """The rows and those above and below: smaller letters may stand a little off the line that they belong to."""
    return {near for row in rows for near in (row - 1, row, row + 1)}


def _near(starts: dict[int, set[int]], at: int) -> set[int]:
    return set().union(*(starts.get(at + off, ()) for off in (-1, 0, 1)))


def _is_bridged(gap: Strip, lines: Sequence[list[Chunk]], edges: Edges) -> bool:
    top, bottom = lines[0][0].words[0].top, lines[-1][0].words[0].bottom
    across = (edge for edge in edges.across if top <= edge.at <= bottom)
    return len({round(edge.at) for edge in across if edge.start < gap[0] and edge.end > gap[1]}) >= _BRIDGES
