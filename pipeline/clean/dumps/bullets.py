"""Bullets that a dump prints on lines of their own: `•` and, below it, `University of Ghana`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.clean.normalise import bullet
from pipeline.records import Block, Document, Row

_FEWEST = 3


def with_bullets(document: Document) -> Document:
    """The document with such bullets before the names that they open."""
    alone = sum(_is_bullet(row) for block in document.blocks if block.kind == "dump" for row in block.rows)
    if alone < _FEWEST:
        return document
    blocks = (replace(one, rows=tuple(_opened(one))) if one.kind == "dump" else one for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _opened(block: Block) -> Iterator[Row]:
    held: Row | None = None
    for row in block.rows:
        if held and row.cells and not _is_bullet(row):
            yield _with_sign(held, row)
            held = None
            continue
        yield from [held] if held and row.cells else ()
        held = row if _is_bullet(row) else held
        yield from () if _is_bullet(row) else [row]
    yield from [held] if held else ()


def _with_sign(sign: Row, row: Row) -> Row:
    cell = row.cells[0]
    line = replace(cell.lines[0], words=(*sign.cells[0].words, *cell.lines[0].words))
    return replace(row, cells=(replace(cell, lines=(line, *cell.lines[1:])), *row.cells[1:]))


def _is_bullet(row: Row) -> bool:
    """`•` or `-`, but not `§` or `*`, which may be a waiver's mark that had no room on the line above."""
    text = row.cells[0].text if len(row.cells) == 1 else ""
    return len(text) == 1 and not text.isalnum() and bullet(f"{text} A") == text
