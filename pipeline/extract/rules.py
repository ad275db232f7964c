"""Ruling lines and edges of fills, snapped together; grids of lines that cross.

Snapping and joining are those of pdfplumber.table (snap_edges, join_edge_group), on plain tuples.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.sheet import THIN, Rule
from pipeline.records import Box

SNAP = 2.0  # points between edges that are drawn as one
JOIN = 4.0  # points of a gap in a line: between the dots of a dotted one, or at a corner
_SHORTEST = 5.0  # points: what is shorter is no rule


class Edge(NamedTuple):
    """A straight edge: at `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float
    ruled: bool  # by a line; else by the border of a fill

    @property
    def length(self) -> float:
        return self.end - self.start


class Edges(NamedTuple):
    """Horizontal edges by their top, vertical ones by their x."""

    across: tuple[Edge, ...]
    down: tuple[Edge, ...]


class Grid(NamedTuple):
    """Lines that cross one another, and their hull."""

    edges: Edges
    box: Box


_MOST_CROSSINGS = 500_000  # of lines across and lines down: more is a drawing and no table
_WHITE = 0xF8F8F8


def edges_of(rules: Iterable[Rule], page_area: float) -> Edges:
    """All edges of a page, snapped and joined; what is too short to be a rule is left out."""
    across: list[Edge] = []
    down: list[Edge] = []
    for rule in {rule for rule in rules if rule.kind != "round"}:
        wide, high = rule.x1 - rule.x0, rule.bottom - rule.top
        thin = rule.kind == "line" or min(wide, high) <= THIN
        if thin and wide >= high:
            across.append(Edge((rule.top + rule.bottom) / 2, rule.x0, rule.x1, True))
        if thin and high >= wide:
            down.append(Edge((rule.x0 + rule.x1) / 2, rule.top, rule.bottom, True))
        if not thin and _visible(rule, wide * high / page_area):
            across += [Edge(y, rule.x0, rule.x1, False) for y in (rule.top, rule.bottom)]
            down += [Edge(x, rule.top, rule.bottom, False) for x in (rule.x0, rule.x1)]
    edges = Edges(_long(_joined(across)), _long(_joined(down)))
    return edges if len(edges.across) * len(edges.down) <= _MOST_CROSSINGS else Edges((), ())


def _visible(fill: Rule, share: float) -> bool:
    """White on white draws no edge, and a fill of the whole page is paper."""
    pale = all(fill.colour >> shift & 255 >= _WHITE & 255 for shift in (0, 8, 16))
    return not pale and share < 0.8


def _joined(edges: list[Edge]) -> list[Edge]:
    """Edges on one line that touch or nearly do, as one edge."""
    out: list[Edge] = []
    for group in _snapped(edges):
        at = sum(edge.at for edge in group) / len(group)
        group.sort(key=lambda edge: edge.start)
        start, end, ruled = group[0].start, group[0].end, group[0].ruled
        for edge in group[1:]:
            if edge.start <= end + JOIN:
                end, ruled = max(end, edge.end), ruled or edge.ruled
            else:
                out.append(Edge(at, start, end, ruled))
                start, end, ruled = edge.start, edge.end, edge.ruled
        out.append(Edge(at, start, end, ruled))
    return out


def _snapped(edges: list[Edge]) -> list[list[Edge]]:
    groups: list[list[Edge]] = []
    for edge in sorted(edges):
        if groups and edge.at - groups[-1][0].at <= SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return groups


def _long(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple([edge for edge in edges if edge.end - edge.start >= _SHORTEST])


def within(edges: Edges, box: Box) -> Edges:
    """The edges inside of a box, and those on its border, clipped to it."""
    across = (_clipped(edge, box.x0, box.x1) for edge in edges.across if box.top - SNAP <= edge.at <= box.bottom + SNAP)
    down = (_clipped(edge, box.top, box.bottom) for edge in edges.down if box.x0 - SNAP <= edge.at <= box.x1 + SNAP)
    return Edges(_long(across), _long(down))


def _clipped(edge: Edge, low: float, high: float) -> Edge:
    start = max(edge.start, low)
    return Edge(edge.at, start, max(start, min(edge.end, high)), edge.ruled)


def grids(edges: Edges) -> list[Grid]:
    """Groups of lines that touch or cross one another, with their hulls, from top to bottom.

    Borders of fills stand back: the stripes of a zebra table would each be a grid.
    """
    across_ruled = [edge for edge in edges.across if edge.ruled]
    down_ruled = [edge for edge in edges.down if edge.ruled]
    nodes = [(edge, True) for edge in across_ruled] + [(edge, False) for edge in down_ruled]
    owner = list(range(len(nodes)))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for i, across in enumerate(across_ruled):
        for j, down in enumerate(down_ruled, start=len(across_ruled)):
            if _touch(across, down):
                owner[root(i)] = root(j)
    groups: dict[int, list[tuple[Edge, bool]]] = {}
    for i, node in enumerate(nodes):
        groups.setdefault(root(i), []).append(node)
    return sorted((_grid(group) for group in groups.values()), key=lambda grid: (grid.box.top, grid.box.x0))


def _touch(across: Edge, down: Edge) -> bool:
    return across.start - JOIN <= down.at <= across.end + JOIN and down.start - JOIN <= across.at <= down.end + JOIN


def _grid(group: Sequence[tuple[Edge, bool]]) -> Grid:
    across = tuple(edge for edge, flat in group if flat)
    down = tuple(edge for edge, flat in group if not flat)
    xs = [x for edge in across for x in (edge.start, edge.end)] + [edge.at for edge in down]
    ys = [y for edge in down for y in (edge.start, edge.end)] + [edge.at for edge in across]
    return Grid(Edges(across, down), Box(min(xs), min(ys), max(xs), max(ys)))
