"""The cells of a table's columns: lines between two rules, or by row where no rules prove what they
govern.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import sub
from typing import NamedTuple

from pipeline.extract.chunks import LEFT, Chunk
from pipeline.extract.draft import DraftCell, DraftLine, box_of, hull
from pipeline.extract.fullness import noted
from pipeline.extract.gutters import Strip
from pipeline.extract.sheet import Ink
from pipeline.extract.tables.bands import Band, Boundary
from pipeline.extract.tables.heads import LOOK
from pipeline.extract.tables.spans import Run, centred, fills, one_label, proving, runs
from pipeline.extract.tables.turned import turned_lines
from pipeline.records import Box

_LEAST = 0.8  # ems between baselines of two lines
_ROUNDED = 0.12  # ems: renderers set baselines to whole pixels
_ONE_LABEL = 0.92  # of the distance between rows: lines that are nearer belong to one label


class Frame(NamedTuple):
    """A table's rows (`bands`) and where they begin, the stretches between its rules (`ruled`), the first row of
    each (`firsts`, and the number of rows), what parts them, the least row, and whether lines draw its columns and its
    frame.
    """

    bands: Sequence[Band]
    tops: Sequence[float]
    firsts: Sequence[int]
    ruled: Sequence[Band]
    between: Sequence[Boundary]
    pitch: float
    boxed: bool = False


class Column(NamedTuple):
    """A column's number, x-range, printed lines, and the right edge of its text."""

    number: int
    strip: Strip
    lines: Sequence[Chunk]
    right: float


def cells_of(column: Column, frame: Frame) -> Iterator[DraftCell]:
    """The cells of a column, empty ones between rules too."""
    spans = runs(column.number, frame.between, len(frame.ruled))
    left = min(map(LEFT, column.lines), default=column.strip[0])
    shares = _by_span(noted(column.lines, left, column.right), spans, frame.ruled)
    rows = [_rows_of(span, frame) for span in spans]
    held = [(lines, frame.bands[first : last + 1]) for lines, (first, last) in zip(shares, rows, strict=True)]
    boxed = frame.boxed and not column.number and len(held) == 1 and fills(*held[0])
    sure = proving(column.number, frame.between) or centred(held) or boxed
    for span, lines, governed in zip(spans, shares, rows, strict=True):
        ruled = span[0] > 0
        if sure and one_label(lines):
            place = Box(column.strip[0], frame.ruled[span[0]].top, column.strip[1], frame.ruled[span[1]].bottom)
            yield DraftCell(column.number, tuple(lines), place, governed, ruled=ruled)
        else:
            yield from _loose(column.number, lines, frame, governed, ruled)


def turned_cells(turned: Sequence[Ink], cuts: Sequence[float], frame: Frame) -> Iterator[DraftCell]:
    """A cell for each text that runs up or down the page; rules part texts that follow each other closely."""
    places: dict[tuple[int, Run], list[Ink]] = defaultdict(list)
    for word in turned:
        column = sum(cut <= (word.x0 + word.x1) / 2 for cut in cuts)
        spans = runs(column, frame.between, len(frame.ruled))
        ends = [frame.ruled[last].bottom for _, last in spans[:-1]]
        places[column, spans[bisect_right(ends, (word.top + word.bottom) / 2)]].append(word)
    for (column, span), words in places.items():
        rows = _rows_of(span, frame) if proving(column, frame.between) else None
        for lines in turned_lines(words):
            place = hull([box_of(line) for line in lines])
            yield DraftCell(column, tuple(DraftLine(line) for line in lines), place, rows, True)


def row_at(height: float, tops: Sequence[float], rows: Run) -> int:
    """The row that holds a height, given where rows begin, within the first and last row that it may be in."""
    row = bisect_right(tops, height) - 1
    return min(max(row, rows[0]), rows[1])


def middle_of(chunk: Chunk) -> float:
    return (chunk.top + chunk.bottom) / 2


def _by_span(lines: Sequence[DraftLine], spans: Sequence[Run], ruled: Sequence[Band]) -> list[list[DraftLine]]:
    bottoms = [ruled[last].bottom for _, last in spans[:-1]]
    out: list[list[DraftLine]] = [[] for _ in spans]
    for line in lines:
        out[bisect_right(bottoms, middle_of(line.chunk))].append(line)
    return out


def _rows_of(span: Run, frame: Frame) -> Run:
    """The rows that lie in ruled bands first to last."""
    return frame.firsts[span[0]], frame.firsts[span[1] + 1] - 1


def _loose(column: int, lines: Sequence[DraftLine], frame: Frame, rows: Run, ruled: bool) -> Iterator[DraftCell]:
    """Cells by row, without proof of what they govern; the first one stands below an edge where it is `ruled`.

    Lines nearer to each other than any two rows, and as near as lines come, are lines of one label, though it runs
    past its row; not if they look unlike.
    """
    if len(lines) == 1:  # as in most cells between rules
        yield DraftCell(column, (lines[0],), box_of(lines[0].chunk), ruled=ruled)
        return
    tight = min(_ONE_LABEL * frame.pitch, _tight(lines))
    parts: list[tuple[int, list[DraftLine]]] = []
    last = -math.inf
    for line in lines:
        row = row_at(middle_of(line.chunk), frame.tops, rows)
        near = parts and line.chunk.base - last < tight and LOOK(line.chunk) == LOOK(parts[-1][1][-1].chunk)
        if near or (parts and row == parts[-1][0]):
            parts[-1][1].append(line)
        else:
            parts.append((row, [line]))
        last = line.chunk.base
    for i, (_, part) in enumerate(parts):
        place = hull([box_of(line.chunk) for line in part])
        yield DraftCell(column, tuple(part), place, ruled=ruled and not i)


def _tight(lines: Sequence[DraftLine]) -> float:
    """The step between baselines below which a line goes on the one above: the least, and what renderers round."""
    if not lines:
        return 0.0
    bases, size = [line.chunk.base for line in lines], lines[0].chunk.size
    steps = [step for step in map(sub, bases[1:], bases) if step > _LEAST * size]
    return min(steps, default=0.0) + _ROUNDED * size
