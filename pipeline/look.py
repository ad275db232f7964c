"""Pictures of pages with what was found drawn in, for a person who wonders why a row is as it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from pipeline.extract.pdf import read_pdf
from pipeline.records import Block, Box, Cell, Document
from pipeline.settings import Settings

_SCALE = 2.0  # pixels a point
_COLOURS = {"table": "#1f6fd0", "lines": "#2f9e44", "furniture": "#868e96", "dump": "#2f9e44"}
_COLUMN, _ROW, _SPAN, _TURNED = "#e8590c", "#a5d8ff", "#c2255c", "#7048e8"


def look(path: Path, page: int | None, out: Path, settings: Settings) -> list[Path]:
    """Draw each page of a PDF (or one, from 1) into the folder `out`, as NAME-page-N.png; returns the
    pictures.

    Blue is a table, orange its columns, light blue its rows, red a cell whose span rules prove, violet turned
    text; green are plain lines, grey is furniture. Raises ValueError where the file or the page cannot be
    drawn.
    """
    document = read_pdf(path, dataclasses.replace(settings, ocr=False))
    wanted = [p.number for p in document.pages if page is None or p.number == page]
    if not wanted:
        raise ValueError(_why(document, path, page))
    out.mkdir(parents=True, exist_ok=True)
    return [_save(document, path, number, out) for number in wanted]


def _why(document: Document, path: Path, page: int | None) -> str:
    faults = "; ".join(f"{problem.code} {problem.detail}".strip() for problem in document.problems)
    pages = f"it has {_counted(len(document.pages))}" if document.pages else "no page of it can be read"
    return f"{path.name}: page {page or 1} cannot be drawn: {pages}. {faults}".strip()


def _counted(pages: int) -> str:
    return "1 readable page" if pages == 1 else f"{pages} readable pages"


def _save(document: Document, path: Path, number: int, out: Path) -> Path:
    turned = next(page.turned for page in document.pages if page.number == number)
    picture = _rendered(path, number, turned)
    draw = ImageDraw.Draw(picture)
    for i, block in enumerate(block for block in document.blocks if block.page == number):
        _draw(draw, block, i + 1)
    target = out / f"{path.stem}-page-{number}.png"
    picture.save(target)
    return target


def _rendered(path: Path, number: int, turned: int) -> Image.Image:
    pdf: Any = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    try:
        picture: Image.Image = pdf[number - 1].render(scale=_SCALE, rotation=-turned % 360).to_pil().convert("RGB")
        return picture
    finally:
        pdf.close()


def _draw(draw: ImageDraw.ImageDraw, block: Block, place: int) -> None:
    boxes = [box for row in block.rows for box in _boxes(row.cells)]
    if not boxes:
        return
    whole = _hull(boxes)
    if block.kind == "table":
        for row in block.rows:
            if row.box is not None:
                draw.rectangle(_pixels(row.box), outline=_ROW)
        for x0, x1 in block.columns:
            draw.rectangle(_pixels(Box(x0, whole.top, x1, whole.bottom)), outline=_COLUMN)
        for cell in (cell for row in block.rows for cell in row.cells):
            _mark(draw, cell)
    draw.rectangle(_pixels(whole, 2.0), outline=_COLOURS[block.kind], width=2)
    label = f"{place} {block.kind}{' goes on' if block.continues else ''} {block.note}".strip()
    draw.text((whole.x0 * _SCALE, whole.top * _SCALE - 16), label, fill=_COLOURS[block.kind])


def _mark(draw: ImageDraw.ImageDraw, cell: Cell) -> None:
    if cell.box is None:
        return
    if cell.turned:
        draw.rectangle(_pixels(cell.box, 1.0), outline=_TURNED, width=2)
    elif cell.rows is not None and cell.rows[0] < cell.rows[1]:
        draw.rectangle(_pixels(cell.box, -2.0), outline=_SPAN, width=2)


def _boxes(cells: tuple[Cell, ...]) -> Iterator[Box]:
    for cell in cells:
        yield from (word.box for word in cell.words if word.box is not None)


def _hull(boxes: list[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def _pixels(box: Box, wider: float = 0.0) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box.x0 - wider, box.top - wider, box.x1 + wider, box.bottom + wider
    return x0 * _SCALE, top * _SCALE, max(x0, x1) * _SCALE, max(top, bottom) * _SCALE
