"""Contents pages: `Fakultät für Recht ........ 12`, line after line, say where agreements stand and hold none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.clean.lists.leaders import is_led
from pipeline.records import Block, Document, Row

_FEW = 3
_LAST = 999  # a page; a year has four figures


def without_contents(document: Document) -> Document:
    """The document with contents pages as furniture."""
    return replace(document, blocks=tuple(part for block in document.blocks for part in _parts(block)))


def _parts(block: Block) -> Iterator[Block]:
    told = _pointing(block.rows)
    if not any(told):
        yield block
        return
    for is_contents, group in groupby(zip(told, block.rows, strict=True), key=lambda one: one[0]):
        rows = tuple(row for _, row in group)
        yield replace(block, kind="furniture", columns=(), rows=rows) if is_contents else replace(block, rows=rows)


def _pointing(rows: Sequence[Row]) -> list[bool]:
    """Whether each row stands among three or more that end with numbers which do not fall."""
    pages = [_page(row) for row in rows]
    found = [False] * len(rows)
    for first, end in _runs(pages):
        if end - first >= _FEW:
            found[first:end] = [True] * (end - first)
    return found


def _runs(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    cuts = [i for i, (one, two) in enumerate(pairwise(pages), 1) if not one or not two or two < one]
    yield from (run for run in pairwise((0, *cuts, len(pages))) if run[1] > run[0] and pages[run[0]])


def _page(row: Row) -> int:
    """The number behind the row's leader, 0 where it has none."""
    words = [word.text for cell in row.cells for word in cell.words]
    number = words[-1] if words and is_led(words) else ""
    return int(number) if number.isdecimal() and int(number) <= _LAST else 0
