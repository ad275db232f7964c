"""Drafts become records: words and lines get their numbers, and every word its one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from pipeline.extract.chunks import LEFT, Chunk
from pipeline.extract.draft import Draft, DraftCell, DraftLine
from pipeline.extract.sheet import Ink
from pipeline.records import Block, Box, Cell, Line, Problem, Row, SourceLine, Word

_UNREAD = re.compile("[\ufffd\x00\ue000-\uf8ff]")


class Numbered(NamedTuple):
    words: tuple[Word, ...]
    lines: tuple[SourceLine, ...]
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


def number(drafts: Iterable[Draft]) -> Numbered:
    """Records of all drafts; lines are numbered on their page from 1, from top to bottom within each
    block.
    """
    words: list[Word] = []
    lines: list[SourceLine] = []
    blocks: list[Block] = []
    unclear: list[Problem] = []
    texts: dict[str, str] = {}  # one object for each word and each coordinate, however often a long edition
    shared: dict[float, float] = {}  # repeats it
    page, count = 0, 0
    for draft in drafts:
        if draft.page != page:
            page, count = draft.page, 0
        before = count
        placed: dict[int, Word] = {}
        for printed in _printed(draft):
            count += 1
            lines.append(_source(page, count, printed))
            for ink in printed:
                box = Box(*map(shared.setdefault, ink[1:5], ink[1:5]))
                word = Word(len(words), texts.setdefault(ink.text, ink.text), page, count, box)
                words.append(word)
                placed[id(ink)] = word
        blocks.append(_block(draft, placed))
        if draft.doubt:
            unclear.append(_unclear(page, before + 1, count))
    unread = set(filter(_UNREAD.search, texts))
    return Numbered(tuple(words), tuple(lines), tuple(blocks), (*unclear, *_undecodable(words, unread)))


def _unclear(page: int, first: int, last: int) -> Problem:
    told = f"Page {page}, lines {first} to {last}: a table without a head, or a list in columns without headings."
    return Problem("layout_unclear", told, page, (first, last))


def _printed(draft: Draft) -> list[list[Ink]]:
    """The words of a block by printed line: those on one baseline, over all of its columns."""
    parts: list[tuple[float, float, Chunk]] = sorted(
        (line.chunk.base, line.chunk.x0, line.chunk) for row in draft.rows for cell in row.cells for line in cell.lines
    )
    out: list[list[Chunk]] = []
    for base, _, chunk in parts:
        if out and draft.kind == "table" and base - out[-1][0].base <= 0.15 * chunk.size:
            out[-1].append(chunk)
        else:
            out.append([chunk])
    return [[word for chunk in sorted(line, key=LEFT) for word in chunk.words] for line in out]


def _source(page: int, count: int, printed: Sequence[Ink]) -> SourceLine:
    texts, x0s, tops, x1s, bottoms, *_ = zip(*printed, strict=False)
    return SourceLine(page, count, " ".join(texts), Box(min(x0s), min(tops), max(x1s), max(bottoms)))


def _block(draft: Draft, placed: dict[int, Word]) -> Block:
    rows = tuple(Row(tuple(_cell(cell, placed) for cell in row.cells), row.box) for row in draft.rows)
    return Block(draft.kind, draft.page, rows, draft.columns, draft.continues, draft.note)


def _cell(cell: DraftCell, placed: dict[int, Word]) -> Cell:
    lines = tuple(_line(line, placed) for line in cell.lines)
    return Cell(cell.column, lines, cell.rows, cell.box, cell.turned)


def _line(line: DraftLine, placed: dict[int, Word]) -> Line:
    words = tuple(placed[id(ink)] for ink in line.chunk.words)
    return Line(words, line.full, line.gap, line.indent, line.chunk.size, line.chunk.bold)


def _undecodable(words: Iterable[Word], unread: Set[str]) -> tuple[Problem, ...]:
    """A problem a page whose words have characters that stand for no letter; the words stay in their
    cells.
    """
    pages: dict[int, list[Word]] = {}
    for word in words:
        if word.text in unread:
            pages.setdefault(word.page, []).append(word)
    return tuple(
        Problem(
            "undecodable",
            f"{len(bad)} words of page {page}.",
            page,
            text=" ".join(word.text for word in bad[:5]),
        )
        for page, bad in pages.items()
    )
