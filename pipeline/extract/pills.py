"""Fills behind single labels, with white between them: they part no rows of the columns beside them.

    [China]  Tsinghua University
             Peking University
    [Korea]  Seoul National University
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.gutters import Strip
from pipeline.extract.rules import Edge, Edges

_LINE = 2.5  # sizes: no fill around one line is as high
_WHITE = 2.0  # points between two fills
_FEW = 2


def without_pills(edges: Edges, columns: Sequence[Strip], size: float) -> Edges:
    """The edges without those of fills that stand in one column only, each around a line."""
    pills: set[Edge] = set()
    for i, column in enumerate(columns):
        others = [other for j, other in enumerate(columns) if j != i]
        own = sorted(edge for edge in edges.across if not edge.ruled and _is_over(edge, column, others))
        if _are_pills(own, size):
            pills.update(own)
    return edges._replace(across=tuple(edge for edge in edges.across if edge not in pills)) if pills else edges


def _is_over(edge: Edge, column: Strip, others: Sequence[Strip]) -> bool:
    return edge.start < column[1] and edge.end > column[0] and not any(
        edge.start < high and edge.end > low for low, high in others
    )


def _are_pills(own: Sequence[Edge], size: float) -> bool:
    """Whether edges are the tops and bottoms of fills around a line each."""
    pairs = list(zip(own[::2], own[1::2], strict=False))
    around = all(size < bottom.at - top.at <= _LINE * size for top, bottom in pairs)
    apart = all(below.at - above.at >= _WHITE for (_, above), (below, _) in pairwise(pairs))
    return len(pairs) >= _FEW and len(own) % 2 == 0 and around and apart
