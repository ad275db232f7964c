"""Prints small brochures with ReportLab in the designs that a test asks for; the truth is what the test
gave.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.pdf import read_pdf
from pipeline.extract.placing import misplaced
from pipeline.records import Block, Document
from pipeline.settings import Settings

WIDTH, HEIGHT = 595.0, 842.0
LEFTS = (40.0, 130.0, 210.0, 300.0)
RIGHT = 555.0
PITCH = 14.0
SIZE = 8.0
PADDING = 4.0
Rows = Sequence[tuple[str, ...]]

AGREEMENTS: Rows = (
    ("Letters", "Africa", "Ghana", "University of Cape Coast"),
    ("Letters", "Africa", "Ghana", "Kwame Nkrumah University"),
    ("Letters", "Africa", "Kenya", "Egerton University"),
    ("Letters", "Asia", "Nepal", "Lumbini Technological University"),
    ("Letters", "Asia", "Japan", "Kagawa University"),
    ("Letters", "Asia", "Japan", "Ritsumeikan Asia Pacific University"),
    ("Letters", "Asia", "Japan", "Otsuma Women's University"),
    ("Science", "Europe", "Norway", "University of Bergen"),
    ("Science", "Europe", "Norway", "University of Oslo"),
    ("Science", "Europe", "Poland", "Nicolaus Copernicus University"),
    ("Science", "Oceania", "Fiji", "Fiji School of Medicine"),
    ("Science", "Oceania", "Fiji", "University of the South Pacific"),
)


def printed(draw: Callable[[Canvas], None], pages: int = 1) -> bytes:
    """A PDF whose pages are drawn by `draw`."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(folder: Path, data: bytes) -> Document:
    """The document of a PDF; the law of reading holds for it."""
    path = folder / "edition.pdf"
    path.write_bytes(data)
    document = read_pdf(path, Settings(ocr=False))
    assert misplaced(document) == ()
    return document


def words_at(canvas: Canvas, x: float, top: float, text: str, *, bold: bool = False, size: float = SIZE) -> None:
    """Text whose baseline lies `top` points below the page's top."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    canvas.drawString(x, HEIGHT - top, text)


def spans(rows: Rows, column: int) -> list[tuple[int, int, str]]:
    """The stretches of rows (first, last, label) that share the labels of a column and those left of it."""
    out = []
    for _, group in groupby(enumerate(rows), key=lambda item: item[1][: column + 1]):
        items = list(group)
        out.append((items[0][0], items[-1][0], items[0][1][column]))
    return out


def table(canvas: Canvas, rows: Rows, rules: str = "merged", labels: str = "top", top: float = 80.0) -> None:
    """A table whose last column has a text a row and whose other columns have a label a span.

    `rules` are merged, grid, hairline, partial, frame, zebra, dotted or none; `labels` top, middle, bottom or
    every.
    """
    count = len(rows[0])
    _rules(canvas, rows, rules, top)
    canvas.setFillColorRGB(0, 0, 0)
    for column in range(count - 1):
        for first, last, label in spans(rows, column):
            at = {"top": first, "bottom": last, "middle": (first + last) / 2}
            places = range(first, last + 1) if labels == "every" else [at[labels]]
            for place in places:
                words_at(canvas, LEFTS[column] + PADDING, top + place * PITCH + 10, label)
    for i, row in enumerate(rows):
        words_at(canvas, LEFTS[count - 1] + PADDING, top + i * PITCH + 10, row[-1])


def _rules(canvas: Canvas, rows: Rows, rules: str, top: float) -> None:
    if rules == "zebra":
        _stripes(canvas, len(rows), top)
    if rules in ("merged", "grid", "frame"):
        canvas.rect(LEFTS[0], HEIGHT - top - len(rows) * PITCH, RIGHT - LEFTS[0], len(rows) * PITCH)
    if rules in ("merged", "grid"):
        for x in LEFTS[1 : len(rows[0])]:
            canvas.line(x, HEIGHT - top, x, HEIGHT - top - len(rows) * PITCH)
    if rules in ("merged", "partial"):
        _under_spans(canvas, rows, top)
    if rules == "dotted":
        canvas.setDash(0.5, 2)
    if rules in ("grid", "hairline", "dotted"):
        for i in range(1, len(rows) + 1):
            across(canvas, top + i * PITCH, LEFTS[0], RIGHT)
    if rules in ("partial", "hairline", "dotted"):
        across(canvas, top, LEFTS[0], RIGHT)
    canvas.setDash()


def _stripes(canvas: Canvas, count: int, top: float) -> None:
    canvas.setFillColorRGB(0.9, 0.92, 0.95)
    for i in range(0, count, 2):
        canvas.rect(LEFTS[0], HEIGHT - top - (i + 1) * PITCH, RIGHT - LEFTS[0], PITCH, stroke=0, fill=1)


def _under_spans(canvas: Canvas, rows: Rows, top: float) -> None:
    bounds = [*LEFTS[: len(rows[0])], RIGHT]
    for column in range(len(rows[0])):
        for _, last, _ in spans(rows, column):
            across(canvas, top + (last + 1) * PITCH, bounds[column], bounds[column + 1])


def across(canvas: Canvas, top: float, start: float, end: float) -> None:
    """A rule `top` points below the page's top."""
    canvas.line(start, HEIGHT - top, end, HEIGHT - top)


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "table"]


def texts(block: Block, column: int) -> list[str]:
    """The texts of a block's column from top to bottom."""
    return [cell.text for row in block.rows for cell in row.cells if cell.column == column and cell.lines]


def lists(document: Document) -> list[list[str]]:
    """The lines of each block of plain lines."""
    return [[cell.text for row in b.rows for cell in row.cells] for b in document.blocks if b.kind == "lines"]
