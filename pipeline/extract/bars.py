"""Headings in bars that lie across a table: lines that stand alone between two edges as wide as the rows beside them.

    Region    Country    Partner institution        Waiver
    ------------------------------------------------------
    Faculty of Design and Built Environment (19)
    ------------------------------------------------------
    Asia      Thailand   Mahidol University         Yes
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.chunks import LEFT, RIGHT, Chunk
from pipeline.extract.gutters import Raster
from pipeline.extract.rules import Edges

_NEAR = 0.8  # ems between a heading and the edges of its bar
_SLACK = 2.0  # points by which a row may reach beyond a bar


def in_bars(parts: Sequence[Sequence[Chunk]], edges: Edges) -> frozenset[int]:
    """The lines, given by their chunks, that stand in bars: no gutter of the rows above and below ends there."""
    if not edges.across:
        return frozenset()
    alone = (i for i, found in enumerate(parts) if len(found) == 1)
    return frozenset(i for i in alone if _in_bar(parts[i][0], _beside(parts, i), edges))


def without_bars(raster: Raster, bars: frozenset[int]) -> Raster:
    """The raster with lines in bars as white as if nothing stood there; `depth` counts them still."""
    if not bars:
        return raster
    words, chunks = ([0 if i in bars else line for i, line in enumerate(lines)] for lines in raster[4:6])
    return raster._replace(words=words, chunks=chunks)


def _beside(parts: Sequence[Sequence[Chunk]], at: int) -> list[Chunk]:
    """What stands in columns right above and below a line."""
    rows = (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2])
    return [chunk for found in rows if len(found) > 1 for chunk in found]


def _in_bar(chunk: Chunk, rows: Sequence[Chunk], edges: Edges) -> bool:
    """Whether edges lie near above and below a line, across the rows, and not those of fills above and below it."""
    if not rows:
        return False
    left, right = min(map(LEFT, rows)) + _SLACK, max(map(RIGHT, rows)) - _SLACK
    near, middle = _NEAR * chunk.size, (chunk.top + chunk.bottom) / 2
    whole = [edge for edge in edges.across if edge.start < left and edge.end > right]
    above = [edge for edge in whole if -near <= edge.at - chunk.top <= 1]
    below = [edge for edge in whole if -1 <= edge.at - chunk.bottom <= near]
    drawn = any(edge.ruled for edge in (*above, *below)) or any(
        edge.start < middle < edge.end for edge in edges.down
    )
    return bool(above and below) and drawn
