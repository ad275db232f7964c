"""Drafts become records: words and lines get their numbers, and every word its one place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, count, islice, repeat
from typing import NamedTuple, TypeVar

from pipeline.extract.chunks import LEFT, Chunk
from pipeline.extract.draft import Draft, DraftCell, DraftLine
from pipeline.extract.sheet import Ink
from pipeline.records import Block, Box, Cell, Line, Problem, Row, SourceLine, Word

_UNREAD = re.compile("[\ufffd\x00\ue000-\uf8ff]")
_Record = TypeVar("_Record", Box, Word)


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
    shared = _Shared({}, {})
    page, first = 0, 1
    for draft in drafts:
        if draft.page != page:
            page, first = draft.page, 1
        printed = _printed(draft)
        lines.extend(map(_source, repeat(page), count(first), printed))
        inks = list(chain.from_iterable(printed))
        numbers = chain.from_iterable(map(repeat, count(first), map(len, printed)))
        made = _words(inks, (count(len(words)), repeat(page), numbers), shared)
        words += made
        blocks.append(_block(draft, dict(zip(map(id, inks), made, strict=True))))
        if draft.doubt:
            unclear.append(_unclear(page, first, first + len(printed) - 1))
        first += len(printed)
    unread = set(filter(_UNREAD.search, shared.texts))
    return Numbered(tuple(words), tuple(lines), tuple(blocks), (*unclear, *_undecodable(words, unread)))


class _Shared(NamedTuple):
    """One object for each word and each coordinate, however often a long edition repeats it."""

    texts: dict[str, str]
    places: dict[float, float]


def _words(inks: Sequence[Ink], numbers: tuple[Iterator[int], ...], shared: _Shared) -> list[Word]:
    """Words as they are drawn, as records, given their indices, pages and lines."""
    if not inks:
        return []
    texts, *columns = islice(zip(*inks, strict=False), 5)
    corners = [map(shared.places.setdefault, column, column) for column in columns]
    boxes = _records(Box, len(inks), *corners)
    indices, pages, lines = numbers
    return _records(Word, len(inks), indices, map(shared.texts.setdefault, texts, texts), pages, lines, boxes)


def _records(kind: type[_Record], number: int, *fields: Iterable[object]) -> list[_Record]:
    """Records of one kind, from a column of values a field, in half the time that calling `kind` takes for
    each: a frozen dataclass sets its fields one by one, in Python.
    """
    made = list(map(object.__new__, repeat(kind, number)))
    for name, values in zip(kind.__slots__, fields, strict=True):
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made


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
    words = tuple(map(placed.__getitem__, map(id, line.chunk.words)))
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
