"""ReportLab's tables: spans, rules and fills of a grid."""

from __future__ import annotations

from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Table

from .canvas_type import Turned, font, paragraph
from .model import Box, Design, Grid

LINE = (0.4, colors.Color(0.2, 0.2, 0.2))


def table(design: Design, grid: Grid, width: float) -> Table:
    """The grid as a table of the given width in points."""
    cells: list[list[Any]] = [[""] * len(grid.widths) for _ in range(grid.height)]
    style: list[tuple[Any, ...]] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 1.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
    ]
    for box in grid.boxes:
        cells[box.row][box.column] = _cell(design, box)
        end = (box.column + box.cols - 1, box.row + box.rows - 1)
        start = (box.column, box.row)
        style += [
            ("SPAN", start, end),
            ("VALIGN", start, end, box.valign.upper()),
            *_lines(design, start, end),
        ]
    style += _fills(design, grid)
    share = width / sum(grid.widths)
    heads = grid.heads if design.header == "every" else 0
    return Table(
        cells, colWidths=[w * share for w in grid.widths], style=style, repeatRows=heads, hAlign="LEFT"
    )


def _lines(design: Design, start: tuple[int, int], end: tuple[int, int]) -> list[tuple[Any, ...]]:
    if design.rules == "grid":
        return [("BOX", start, end, *LINE)]
    if design.rules == "hairline":
        return [("LINEBELOW", (start[0], end[1]), end, 0.2, colors.grey)]
    if design.rules == "dotted":
        return [("LINEBELOW", (start[0], end[1]), end, 0.5, colors.black, 1, (0.5, 1.5))]
    return []


def _fills(design: Design, grid: Grid) -> list[tuple[Any, ...]]:
    fills: list[tuple[Any, ...]] = []
    if design.rules in ("frame", "columns"):
        fills.append(("BOX", (0, 0), (-1, -1), 0.8, colors.black))
    if design.rules == "columns":
        fills.append(("INNERGRID", (0, 0), (-1, 0), *LINE))
        fills += [("LINEAFTER", (c, 0), (c, -1), *LINE) for c in range(len(grid.widths) - 1)]
    if design.rules == "zebra":
        shade = colors.Color(0.91, 0.93, 0.96)
        fills += [("BACKGROUND", (0, r), (-1, r), shade) for r in range(grid.heads, grid.height, 2)]
    if design.band:
        shade = colors.Color(0.85, 0.88, 0.93)
        rows = [*range(grid.heads), *(b.row for b in grid.boxes if b.kind == "band")]
        fills += [("BACKGROUND", (0, r), (-1, r), shade) for r in rows]
    return fills


def _cell(design: Design, box: Box) -> Any:
    if box.turned:
        return Turned(box.lines[0], font(design), design.size)
    heavy = box.kind in ("head", "band")
    hang = {"leftIndent": 7, "firstLineIndent": -7} if box.hanging else {}
    return [paragraph(design, line, heavy, **hang) for line in box.lines if line] or ""
