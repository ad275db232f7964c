"""Prints a sheet with ReportLab: platypus tables and frames, fonts that need no font file."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from .model import Box, Break, Columns, Design, Grid, Item, Piece, Sheet, Text, Twin

CID = {"ja": "HeiseiMin-W3", "zh": "STSong-Light", "ko": "HYSMyeongJo-Medium"}
MARGIN = 42.0
LINE = (0.4, colors.Color(0.2, 0.2, 0.2))


def render(design: Design, sheet: Sheet) -> bytes:
    """The sheet as PDF bytes."""
    total = _build(design, sheet, 0)[1]
    return _build(design, sheet, total)[0]


def _build(design: Design, sheet: Sheet, total: int) -> tuple[bytes, int]:
    """Two passes: the second knows how many pages there are."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=design.paper, invariant=1)
    document.addPageTemplates(_templates(design, sheet, total))
    story: list[Flowable] = []
    for piece in sheet.pieces:
        story += _flow(design, piece)
    document.build(story)
    return buffer.getvalue(), document.page


def _templates(design: Design, sheet: Sheet, total: int) -> list[PageTemplate]:
    width, height = design.paper
    room = width - 2 * MARGIN
    tall = height - 2 * MARGIN

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont(font(design), 6)
        canvas.drawString(MARGIN, height - 28, sheet.running)
        canvas.drawCentredString(width / 2, 24, sheet.page.format(n=document.page, total=total))

    frames = {"one": [Frame(MARGIN, MARGIN, room, tall, 0, 0, 0, 0)]}
    step = room / design.news
    # The title stands over the columns of the first page alone.
    frames["top"] = [Frame(MARGIN, height - MARGIN - 56, room, 56, 0, 0, 0, 0)] + [
        Frame(MARGIN + i * step, MARGIN, step - 10, tall - 60, 0, 0, 0, 0) for i in range(design.news)
    ]
    frames["news"] = [
        Frame(MARGIN + i * step, MARGIN, step - 10, tall, 0, 0, 0, 0) for i in range(design.news)
    ]
    order = ["top", "news", "one"] if design.body in ("list", "both") else ["one"]
    return [PageTemplate(name, frames[name], onPage=furniture) for name in order]


def font(design: Design) -> str:
    name = CID.get(design.language)
    if not name:
        return "Helvetica" if design.font == "sans" else "Times-Roman"
    pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name


def bold(design: Design) -> str:
    plain = font(design)
    return {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}.get(plain, plain)


class Twice(Paragraph):  # type: ignore[misc]
    """Fake bold as word processors print it: the same glyphs once more, a hair to the right."""

    def draw(self) -> None:
        super().draw()
        self.canv.translate(0.3, 0)
        super().draw()


class Turned(Flowable):  # type: ignore[misc]
    """A label turned by 90 degrees, read from the bottom to the top."""

    def __init__(self, text: str, fontname: str, size: float) -> None:
        super().__init__()
        self.text, self.fontname, self.size = text, fontname, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.size, pdfmetrics.stringWidth(self.text, self.fontname, self.size)

    def draw(self) -> None:
        self.canv.rotate(90)
        self.canv.setFont(self.fontname, self.size)
        self.canv.drawString(0, -self.size * 0.9, self.text)


def _style(design: Design, heavy: bool = False, scale: float = 1.0, **more: Any) -> ParagraphStyle:
    size = design.size * scale
    wrap = "CJK" if design.language in CID else None
    face = bold(design) if heavy else font(design)
    return ParagraphStyle("p", fontName=face, fontSize=size, leading=size * 1.25, wordWrap=wrap, **more)


def _paragraph(design: Design, text: str, heavy: bool = False, scale: float = 1.0, **more: Any) -> Paragraph:
    kind = Twice if heavy and "fakebold" in design.oddities else Paragraph
    return kind(escape(text), _style(design, heavy and kind is Paragraph, scale, **more))


def _flow(design: Design, piece: Piece) -> list[Flowable]:  # noqa: PLR0911  (one a kind)
    match piece:
        case Text(text, "title"):
            return [_paragraph(design, text, True, 1.6, spaceAfter=8)]
        case Text(text, "heading"):
            return [_paragraph(design, text, True, 1.15, spaceBefore=8, spaceAfter=3, keepWithNext=1)]
        case Text(text, "hidden"):
            return [_paragraph(design, text, textColor=colors.white)]
        case Text(text, _):
            return [_paragraph(design, text, spaceBefore=4, spaceAfter=4)]
        case Break():
            return [PageBreak()]
        case Grid():
            return [_table(design, piece, design.paper[0] - 2 * MARGIN)]
        case Twin(left, right):
            half = (design.paper[0] - 2 * MARGIN - 14) / 2
            both = [[_table(design, left, half), _table(design, right, half)]]
            return [Table(both, colWidths=[half + 7, half + 7], style=_bare(), hAlign="LEFT")]
        case Columns(items, _):
            return _columns(design, [_item(design, i) for i in items])


def _columns(design: Design, items: list[Flowable]) -> list[Flowable]:
    """A list; where a table follows on its own page, the columns of the list are about equally long."""
    start = [NextPageTemplate("news"), FrameBreak()]
    if design.body != "both":
        return start + items
    size = -(-len(items) // design.news)
    for at in range(size * (design.news - 1), 0, -size):
        items[at:at] = [FrameBreak()]
    return [*start, *items, NextPageTemplate("one"), PageBreak()]


def _bare() -> list[tuple[Any, ...]]:
    edges = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(edge, (0, 0), (-1, -1), 0) for edge in edges] + [("VALIGN", (0, 0), (-1, -1), "TOP")]


def _item(design: Design, item: Item) -> Paragraph:
    if item.kind != "institution":
        scale = 1.0 if item.kind == "country" else 1.15
        return _paragraph(design, item.text, True, scale, spaceBefore=4, keepWithNext=1)
    return _paragraph(design, item.text, leftIndent=6, firstLineIndent=-6)


def _table(design: Design, grid: Grid, width: float) -> Table:
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
    return [_paragraph(design, line, heavy, **hang) for line in box.lines if line] or ""
