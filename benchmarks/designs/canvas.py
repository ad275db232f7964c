"""Prints a sheet with ReportLab: platypus tables and frames, fonts that need no font file."""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib import colors
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

from .canvas_table import table
from .canvas_type import font, paragraph
from .model import Break, Columns, Design, Grid, Item, Piece, Sheet, Text, Twin

MARGIN = 42.0


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


def _flow(design: Design, piece: Piece) -> list[Flowable]:  # noqa: PLR0911  (one a kind)
    match piece:
        case Text(text, "title"):
            return [paragraph(design, text, True, 1.6, spaceAfter=8)]
        case Text(text, "heading"):
            return [paragraph(design, text, True, 1.15, spaceBefore=8, spaceAfter=3, keepWithNext=1)]
        case Text(text, "hidden"):
            return [paragraph(design, text, textColor=colors.white)]
        case Text(text, _):
            return [paragraph(design, text, spaceBefore=4, spaceAfter=4)]
        case Break():
            return [PageBreak()]
        case Grid():
            return [table(design, piece, design.paper[0] - 2 * MARGIN)]
        case Twin(left, right):
            half = (design.paper[0] - 2 * MARGIN - 14) / 2
            both = [[table(design, left, half), table(design, right, half)]]
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
        return paragraph(design, item.text, True, scale, spaceBefore=4, keepWithNext=1)
    return paragraph(design, item.text, leftIndent=6, firstLineIndent=-6)
