"""A table's rows and cells from its plan."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from pipeline.extract.chunks import Chunk, usual_size
from pipeline.extract.draft import Draft, DraftCell, DraftRow
from pipeline.extract.plan import Plan, column_lines, cuts_of, reach, right_edge
from pipeline.extract.tables.bands import Band, Boundary, boundaries, by_band, nested, rule_bands, text_bands
from pipeline.extract.tables.cells import Column, Frame, cells_of, middle_of, row_at, turned_cells
from pipeline.extract.tables.valued import are_values, begun_bands, valued_bands
from pipeline.records import Box

_COLUMN = attrgetter("column")


def build(plan: Plan) -> Draft:
    """The table that a plan describes: rows from its rules or its lines, cells, and the spans that rules
    prove.
    """
    lines = column_lines(plan)
    columns = [Column(i, plan.columns[i], lines[i], right_edge(i, lines[i], plan)) for i in range(len(lines))]
    frame = _frame(plan, columns)
    cells = [cell for column in columns for cell in cells_of(column, frame)]
    cells += turned_cells(plan.turned, cuts_of(plan), frame)
    return Draft("table", plan.page, _rows(_meant(cells), frame, plan.box), plan.columns)


def _frame(plan: Plan, columns: Sequence[Column]) -> Frame:
    size = usual_size(plan.words or plan.turned)
    lines = [column.lines for column in columns]
    drawn = boundaries(plan.edges, [reach(column.number, column.lines, plan) for column in columns])
    found = nested(drawn, lines)
    ruled = rule_bands(found, plan.box.top, plan.box.bottom, size)
    values = next(filter(are_values, lines), ())
    rights = [column.right for column in columns]
    bands = begun_bands(ruled, lines, rights, values)
    bands = bands or valued_bands(text_bands(ruled, lines, rights, values, found != drawn), lines, values)
    between = _between(found, ruled)
    stretches = [band.ruled for band in bands]
    firsts = [bisect_left(stretches, i) for i in range(len(ruled) + 1)]
    tops, pitch = [band.top for band in bands], _pitch(bands, [*lines, values])
    return Frame(bands, tops, firsts, ruled, between, pitch, plan.ruled)


def _between(found: Sequence[Boundary], ruled: Sequence[Band]) -> list[Boundary]:
    """The boundary below each ruled band but the last."""
    heights = {boundary.at: boundary for boundary in found}
    return [heights[band.bottom] for band in ruled[:-1]]


def _pitch(bands: Sequence[Band], columns: Sequence[Sequence[Chunk]]) -> float:
    """The least distance between the first lines of two rows, in the column with the most lines and in the last one, of
    values; 0 for one row.
    """
    keys = (max(columns, key=len, default=()), columns[-1])
    firsts = ([min([line.base for line in lines], default=0.0) for lines in by_band(key, bands)] for key in keys)
    steps = (b - a for bases in firsts for a, b in itertools.pairwise(base for base in bases if base))
    return min(steps, default=0.0)


def _meant(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """Cells without the empty ones that say nothing: where turned text stands, or in a band across the
    columns.
    """
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
    return min(one.bottom, two.bottom) - max(one.top, two.top) > 0.5 * min(one.bottom - one.top, two.bottom - two.top)


def _rows(cells: Sequence[DraftCell], frame: Frame, place: Box) -> tuple[DraftRow, ...]:
    by_row: list[list[DraftCell]] = [[] for _ in frame.bands]
    for cell in cells:
        by_row[row_at(_begins(cell), frame.tops, cell.rows or (0, len(by_row) - 1))].append(cell)
    return tuple(
        DraftRow(
            tuple(sorted(by_row[i], key=_COLUMN)),
            Box(place.x0, band.top, place.x1, band.bottom),
        )
        for i, band in enumerate(frame.bands)
    )


def _begins(cell: DraftCell) -> float:
    """The height at which a cell's text begins: the middle of its first line, the top of what is turned or
    empty.
    """
    if cell.turned or not cell.lines:
        return cell.box.top + 0.1
    return middle_of(cell.lines[0].chunk)
