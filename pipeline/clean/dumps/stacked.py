"""Tables that a dump prints column after column: `国・地域`, all countries, then `機関名` and as many names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Document, Row

Stack = tuple[Row, ...]
"""A heading alone on its line, and the lines right below it."""

_NEEDED = {"country", "institution"}


def restacked(document: Document, lexicon: Lexicon) -> Document:
    """The document with such columns side by side, a row of the table a row."""
    blocks = (replace(one, rows=tuple(_rows(one, lexicon))) if one.kind == "dump" else one for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _rows(block: Block, lexicon: Lexicon) -> Iterator[Row]:
    at = 0
    while at < len(block.rows):
        stacks = _stacks(block.rows[at:], lexicon)
        yield from _beside(stacks) if stacks else block.rows[at : at + 1]
        at += sum(map(len, stacks)) or 1


def _stacks(rows: Sequence[Row], lexicon: Lexicon) -> list[Stack]:
    """The columns that begin with the first row: with headings that say a country and a partner, and equally long."""
    found: list[Stack] = []
    at = 0
    while at < len(rows) and _heading(rows[at], lexicon):
        found.append(_stack(rows[at:], lexicon))
        at += len(found[-1])
    roles = [_heading(stack[0], lexicon) for stack in found]
    even = len({len(stack) for stack in found}) == 1 and len(set(roles)) == len(roles)
    return found if even and set(roles) >= _NEEDED and len(found[0]) > 1 else []


def _stack(rows: Sequence[Row], lexicon: Lexicon) -> Stack:
    """The heading and what stands below it, down to a blank line or the next heading."""
    inner = rows[1:]
    ends = (i for i, row in enumerate(inner, 1) if not _is_lone(row) or _gap(row) or _heading(row, lexicon))
    return tuple(rows[: next(ends, len(rows))])


def _heading(row: Row, lexicon: Lexicon) -> str:
    """The role that a heading alone on its line says, '' for other rows."""
    roles = know.heading_roles(lexicon, [row.cells[0].text]) if _is_lone(row) else ()
    return next((role for role in roles if role), "")


def _is_lone(row: Row) -> bool:
    return len(row.cells) == 1


def _gap(row: Row) -> float:
    return row.cells[0].lines[0].gap or 0.0


def _beside(stacks: Sequence[Stack]) -> Iterator[Row]:
    for level in zip(*stacks, strict=True):
        yield Row(tuple(replace(row.cells[0], column=at) for at, row in enumerate(level)))
