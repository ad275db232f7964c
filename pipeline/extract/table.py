"""A table from its words, its columns and its edges."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.bands import Band, Boundary, boundaries, rule_bands, text_bands
from pipeline.extract.chunks import Chunk, baselines, chunk_of, chunks, usual_size
from pipeline.extract.draft import Draft, DraftCell, DraftLine, DraftRow, box_of, hull
from pipeline.extract.fullness import SLACK, next_width
from pipeline.extract.gutters import Strip
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink
from pipeline.extract.spans import one_label, proving, runs
from pipeline.extract.turned import turned_lines
from pipeline.records import Box

_ONE_LABEL = 0.92  # of the distance between rows: lines that are nearer belong to one label


class Plan(NamedTuple):
    """A table found on a page: its words, the x-ranges of its columns, its edges and its place."""

    page: int
    words: tuple[Ink, ...]
    turned: tuple[Ink, ...]
    columns: tuple[Strip, ...]
    edges: Edges
    box: Box
    ruled: bool = False  # columns are from rules: a column's edge is the rule, not the text


def build(plan: Plan) -> Draft:
    """The table's rows and cells."""
    cuts = _cuts(plan)
    lines = _columns(plan, cuts)
    size = usual_size(plan.words or plan.turned)
    found = boundaries(plan.edges, [_reach(c, lines[c], plan) for c in range(len(plan.columns))])
    ruled = rule_bands(found, plan.box.top, plan.box.bottom, size)
    rights = [_right(c, column, plan) for c, column in enumerate(lines)]
    bands = text_bands(ruled, lines, rights)
    pitch = _pitch(bands, lines)
    between = _between(found, ruled, len(plan.columns))
    cells = [cell for c, column in enumerate(lines) for cell in _cells(c, column, bands, ruled, between, plan, pitch)]
    cells += _turned_cells(plan, bands, ruled, between, cuts)
    return Draft("table", plan.page, _rows(_meant(cells), bands, plan), plan.columns)


def _meant(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """Cells without the empty ones that say nothing: where turned text stands, or in a band across the columns."""
    full = [cell for cell in cells if cell.lines]
    return [cell for cell in cells if cell.lines or _label_goes_on(cell, full)]


def _label_goes_on(empty: DraftCell, full: Sequence[DraftCell]) -> bool:
    """Whether an empty cell governs rows with text, and more text than that of a band."""
    beside = [cell for cell in full if _shares_rows(cell.box, empty.box)]
    if any(cell.column == empty.column for cell in beside):
        return False
    columns = {cell.column for cell in beside}
    return any(column > empty.column for column in columns) or len(columns) > 1


def _shares_rows(one: Box, two: Box) -> bool:
    return min(one.bottom, two.bottom) - max(one.top, two.top) > 0.5 * min(
        one.bottom - one.top, two.bottom - two.top
    )


def _cuts(plan: Plan) -> list[float]:
    return [(a[1] + b[0]) / 2 for a, b in zip(plan.columns, plan.columns[1:], strict=False)]


def _reach(column: int, lines: Sequence[Chunk], plan: Plan) -> Strip:
    """Where a rule has to lie to part a column's rows: between its rules, or over the text it has on this page."""
    if plan.ruled or not lines:
        return plan.columns[column]
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _columns(plan: Plan, cuts: Sequence[float]) -> list[list[Chunk]]:
    """The printed lines of each column; a chunk belongs where it starts."""
    out: list[list[Chunk]] = [[] for _ in plan.columns]
    for line in baselines(plan.words):
        parts: dict[int, list[Ink]] = {}
        for chunk in chunks(line):
            for column, words in _parted(chunk, cuts):
                parts.setdefault(column, []).extend(words)
        for column, words in parts.items():
            out[column].append(chunk_of(words))
    return out


def _parted(chunk: Chunk, cuts: Sequence[float]) -> list[tuple[int, list[Ink]]]:
    """A chunk's words by column: parted at a cut that lies in a space between two of them."""
    parts: list[tuple[int, list[Ink]]] = []
    for word in chunk.words:
        column = sum(cut <= (word.x0 + word.x1) / 2 for cut in cuts)
        if parts and (column <= parts[-1][0] or not any(parts[-1][1][-1].x1 <= cut <= word.x0 for cut in cuts)):
            parts[-1][1].append(word)
        else:
            parts.append((column if parts else _start(chunk, cuts), [word]))
    return parts


def _start(chunk: Chunk, cuts: Sequence[float]) -> int:
    return sum(cut <= chunk.x0 + 0.25 * chunk.size for cut in cuts)


def _between(found: Sequence[Boundary], ruled: Sequence[Band], columns: int) -> list[Boundary]:
    """The boundary below each ruled band but the last."""
    none = Boundary(0.0, (False,) * columns)
    return [
        min((b for b in found if abs(b.at - band.bottom) < 1), key=lambda b: abs(b.at - band.bottom), default=none)
        for band in ruled[:-1]
    ]


def _cells(
    column: int,
    lines: Sequence[Chunk],
    bands: Sequence[Band],
    ruled: Sequence[Band],
    between: Sequence[Boundary],
    plan: Plan,
    pitch: float,
) -> list[DraftCell]:
    noted = _noted(lines, _right(column, lines, plan), plan.columns[column][0])
    sure = proving(column, between)
    out: list[DraftCell] = []
    spans = runs(column, between, len(ruled))
    bottoms = [ruled[last].bottom for _, last in spans[:-1]]
    inside: list[list[DraftLine]] = [[] for _ in spans]
    for line in noted:
        inside[bisect_right(bottoms, _middle(line.chunk))].append(line)
    for (first, last), mine in zip(spans, inside, strict=True):
        rows = _rows_of(first, last, bands)
        if sure and one_label(mine):
            left, right = plan.columns[column]
            place = Box(left, ruled[first].top, right, ruled[last].bottom)
            out.append(DraftCell(column, tuple(mine), place, rows))
        else:
            out += _loose(column, mine, bands, rows, pitch)
    return out


def _rows_of(first: int, last: int, bands: Sequence[Band]) -> tuple[int, int]:
    """The rows that lie in ruled bands first to last."""
    inside = [i for i, band in enumerate(bands) if first <= band.ruled <= last]
    return inside[0], inside[-1]


def _loose(
    column: int, lines: Sequence[DraftLine], bands: Sequence[Band], rows: tuple[int, int], pitch: float
) -> list[DraftCell]:
    """Cells by band, without proof of what they govern.

    Lines nearer to each other than any two rows are lines of one label, though it runs past its row.
    """
    parts: list[tuple[int, list[DraftLine]]] = []
    for line in lines:
        row = _row_at(_middle(line.chunk), bands, rows)
        if parts and (row == parts[-1][0] or line.chunk.base - parts[-1][1][-1].chunk.base < _ONE_LABEL * pitch):
            parts[-1][1].append(line)
        else:
            parts.append((row, [line]))
    return [DraftCell(column, tuple(part), hull([box_of(line.chunk) for line in part])) for _, part in parts]


def _pitch(bands: Sequence[Band], columns: Sequence[Sequence[Chunk]]) -> float:
    """The least distance between the first lines of two rows, in the column with the most lines; 0 for one row."""
    key = max(columns, key=len, default=())
    firsts = [
        min((line.base for line in key if band.top <= _middle(line) < band.bottom), default=0.0) for band in bands
    ]
    return min((b - a for a, b in itertools.pairwise(base for base in firsts if base)), default=0.0)


def _middle(chunk: Chunk) -> float:
    return (chunk.top + chunk.bottom) / 2


def _right(column: int, lines: Sequence[Chunk], plan: Plan) -> float:
    """The real right edge of a column's text: the rule less the padding, or as far as any line reaches."""
    low, high = plan.columns[column]
    reach = max((line.x1 for line in lines), default=high)
    if not plan.ruled:
        return reach
    padding = min((line.x0 - low for line in lines), default=0.0)
    return max(reach, high - max(padding, 0.0))


def _noted(lines: Sequence[Chunk], right: float, left: float) -> list[DraftLine]:
    """Lines with their indent, the white above, and whether they were broken because they were full."""
    start = min((line.x0 for line in lines), default=left)
    out = []
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else None
        below = lines[i + 1] if i + 1 < len(lines) else None
        height = max(line.bottom - line.top, 1.0)
        gap = None if above is None else round((line.top - above.bottom) / height, 3)
        full = None if below is None else line.x1 + next_width(below) > right - SLACK
        out.append(DraftLine(line, round(line.x0 - start, 2), full, gap))
    return out


def _turned_cells(
    plan: Plan, bands: Sequence[Band], ruled: Sequence[Band], between: Sequence[Boundary], cuts: Sequence[float]
) -> list[DraftCell]:
    out = []
    for lines in turned_lines(plan.turned):
        place = hull([box_of(line) for line in lines])
        column = sum(cut <= (place.x0 + place.x1) / 2 for cut in cuts)
        middle = (place.top + place.bottom) / 2
        run = next(
            (r for r in runs(column, between, len(ruled)) if ruled[r[0]].top <= middle < ruled[r[1]].bottom),
            (0, len(ruled) - 1),
        )
        rows = _rows_of(*run, bands) if proving(column, between) else None
        out.append(DraftCell(column, tuple(DraftLine(line) for line in lines), place, rows, True))
    return out


def _rows(cells: Sequence[DraftCell], bands: Sequence[Band], plan: Plan) -> tuple[DraftRow, ...]:
    by_row: dict[int, list[DraftCell]] = {i: [] for i in range(len(bands))}
    for cell in cells:
        place = box_of(cell.lines[0].chunk) if cell.lines else cell.box
        span = cell.rows or (0, len(bands) - 1)
        middle = (place.top + place.bottom) / 2
        row = _row_at(middle, bands, span) if cell.lines and not cell.turned else _row_at(place.top + 0.1, bands, span)
        by_row[row].append(cell)
    x0, x1 = plan.box.x0, plan.box.x1
    return tuple(
        DraftRow(tuple(sorted(by_row[i], key=lambda cell: cell.column)), Box(x0, band.top, x1, band.bottom))
        for i, band in enumerate(bands)
    )


def _row_at(middle: float, bands: Sequence[Band], rows: tuple[int, int]) -> int:
    """The row that holds a height, within the first and last row that it may be in."""
    row = bisect_right(bands, middle, key=lambda band: band.top) - 1
    return min(max(row, rows[0]), rows[1])
