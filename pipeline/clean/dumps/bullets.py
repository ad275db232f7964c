"""Bullets that print or a dump sets otherwise than before their names: on lines of their own, `•` and, below it,
`University of Ghana`; or as the letter that stands for one, `o University of Ghana`, `+ University of Ghana`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.clean.normalise import bullet
from pipeline.records import Block, Document, Line, Row

_LISTS = ("dump", "lines")
_FEWEST = 3
_SHARE = 0.3  # of the lines: as many open with a letter that is a bullet
_LETTERS = frozenset("o+")  # a typewriter's small o is the second bullet of word processors, + that of text browsers
_BULLET = "•"


def with_bullets(document: Document) -> Document:
    """The document with such bullets before the names that they open."""
    document = _with_letters(document)
    alone = sum(_is_bullet(row) for block in document.blocks if block.kind in _LISTS for row in block.rows)
    if alone < _FEWEST:
        return document
    blocks = (replace(one, rows=tuple(_opened(one))) if one.kind in _LISTS else one for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _with_letters(document: Document) -> Document:
    """The document with a bullet in place of the letter that opens its lines as one."""
    rows = [row for block in document.blocks if block.kind in _LISTS for row in block.rows]
    lettered = sum(_opens_with_letter(row) for row in rows)
    if lettered < max(_FEWEST, _SHARE * len(rows)):
        return document
    blocks = (
        replace(one, rows=tuple(_unlettered(row) for row in one.rows)) if one.kind in _LISTS else one
        for one in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _opens_with_letter(row: Row) -> bool:
    """`o Aalto University`, but not `o Bratislavská` within a name: what goes on in small letters."""
    words = row.cells[0].lines[0].words if row.cells else ()
    return len(words) > 1 and words[0].text in _LETTERS and not words[1].text[0].islower()


def _unlettered(row: Row) -> Row:
    if not _opens_with_letter(row):
        return row
    line = row.cells[0].lines[0]
    return _with_line(row, replace(line, words=(replace(line.words[0], text=_BULLET), *line.words[1:])))


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
    line = row.cells[0].lines[0]
    indent = min(line.indent, sign.cells[0].lines[0].indent)
    return _with_line(row, replace(line, words=(*sign.cells[0].words, *line.words), indent=indent))


def _with_line(row: Row, line: Line) -> Row:
    cell = row.cells[0]
    return replace(row, cells=(replace(cell, lines=(line, *cell.lines[1:])), *row.cells[1:]))


def _is_bullet(row: Row) -> bool:
    """`•` or `-`, but not `§` or `*`, which may be a waiver's mark that had no room on the line above."""
    text = row.cells[0].text if len(row.cells) == 1 else ""
    return len(text) == 1 and not text.isalnum() and bullet(f"{text} A") == text
