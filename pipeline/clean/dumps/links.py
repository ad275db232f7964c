"""Numbers that a text browser prints before links, `[5]Fudan University`, and the list of their addresses at the end,
`5. https://...`: what the page itself shows has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.records import Block, Cell, Document, Row, Word

_NUMBER = re.compile(r"\[(\d{1,4})\]")
_ADDRESS = re.compile(r"\d{1,4}\.\s+[a-z]+:\S+$")
_FEWEST = 3


def without_links(document: Document) -> Document:
    """The document without the numbers of links, where they count on from 1 and nothing else has their form; the
    addresses and what heads them are furniture."""
    words = [word for block in document.blocks for row in block.rows for cell in row.cells for word in cell.words]
    numbers = [int(found) for word in words for found in _NUMBER.findall(word.text)]
    if document.format == "pdf" or len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)):
        return document
    blocks = (part for block in document.blocks for part in _without_addresses(_unlinked(block)))
    return replace(document, blocks=tuple(blocks))


def _unlinked(block: Block) -> Block:
    return replace(block, rows=tuple(replace(row, cells=tuple(_cells(row))) for row in block.rows))


def _cells(row: Row) -> Iterator[Cell]:
    for cell in row.cells:
        yield replace(cell, lines=tuple(replace(line, words=tuple(map(_bare, line.words))) for line in cell.lines))


def _bare(word: Word) -> Word:
    return replace(word, text=_NUMBER.sub("", word.text)) if "[" in word.text else word


def _without_addresses(block: Block) -> Iterator[Block]:
    """The block, and the addresses at its end with the line above them: `References`."""
    first = len(block.rows)
    while first and _is_address(block.rows[first - 1]):
        first -= 1
    first = max(0, first - 1) if first < len(block.rows) else first
    yield from [replace(block, rows=block.rows[:first])] if first else []
    yield from [replace(block, kind="furniture", rows=block.rows[first:])] if first < len(block.rows) else []


def _is_address(row: Row) -> bool:
    """An empty line parts the groups of addresses."""
    return all(_ADDRESS.match(cell.text) for cell in row.cells)
