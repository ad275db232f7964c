"""Drafts become records: words and lines get their numbers, and every word its one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import chain, count, islice, repeat
from typing import NamedTuple

from pipeline.extract.bulk import records
from pipeline.extract.chunks import LEFT, Chunk, chunk_of
from pipeline.extract.draft import Draft, DraftCell, DraftLine
from pipeline.extract.sheet import Ink
from pipeline.records import Block, Box, Cell, Line, Problem, Row, SourceLine, Word

_box, _source = partial(tuple.__new__, Box), partial(tuple.__new__, SourceLine)
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
    shared = _Shared({}, {})
    page, first = 0, 1
    for draft in drafts:
        if draft.page != page:
            page, first = draft.page, 1
        printed = _printed(draft)
        lines += _sources(page, first, printed)
        inks = list(chain.from_iterable(line.words for line in printed))
        numbers = chain.from_iterable(map(repeat, count(first), [len(line.words) for line in printed]))
        made = _words(inks, (count(len(words)), repeat(page), numbers), shared)
        words += made
        blocks.append(block_of(draft, dict(zip(map(id, inks), made, strict=True))))
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
    boxes = map(_box, zip(*corners, strict=False))
    indices, pages, lines = numbers
    return records(Word, len(inks), indices, map(shared.texts.setdefault, texts, texts), pages, lines, boxes)


def _unclear(page: int, first: int, last: int) -> Problem:
    told = f"Page {page}, lines {first} to {last}: a table without a head, or a list in columns without headings."
    return Problem("layout_unclear", told, page, (first, last))


def _printed(draft: Draft) -> list[Chunk]:
    """The printed lines of a block: the words on one baseline, over all of its columns."""
    parts: list[tuple[float, float, Chunk]] = sorted(
        (line.chunk.base, line.chunk.x0, line.chunk) for row in draft.rows for cell in row.cells for line in cell.lines
    )
    out: list[list[Chunk]] = []
    for base, _, chunk in parts:
        if out and draft.kind == "table" and base - out[-1][0].base <= 0.15 * chunk.size:
            out[-1].append(chunk)
        else:
            out.append([chunk])
    return [line[0] if len(line) == 1 else _side_by_side(line) for line in out]


def _side_by_side(line: Sequence[Chunk]) -> Chunk:
    return chunk_of([word for chunk in sorted(line, key=LEFT) for word in chunk.words])


def _sources(page: int, first: int, printed: Sequence[Chunk]) -> list[SourceLine]:
    """The printed lines of a page from line `first` on."""
    if not printed:
        return []
    _, *places, _, _ = zip(*printed, strict=True)
    texts, boxes = [line.text for line in printed], map(_box, zip(*places, strict=False))
    return list(map(_source, zip(repeat(page), count(first), texts, boxes, strict=False)))


def block_of(draft: Draft, placed: dict[int, Word]) -> Block:
    """A draft as a record; `placed` has the word of each ink by its id."""
    cells = [cell for row in draft.rows for cell in row.cells]
    lines = iter(_lines([line for cell in cells for line in cell.lines], placed))
    made = iter(_cells(cells, [tuple(islice(lines, len(cell.lines))) for cell in cells]))
    inside = [tuple(islice(made, len(row.cells))) for row in draft.rows]
    rows = records(Row, len(inside), inside, [row.box for row in draft.rows])
    return Block(draft.kind, draft.page, tuple(rows), draft.columns, draft.continues, draft.note)


def _cells(cells: Sequence[DraftCell], inside: Sequence[tuple[Line, ...]]) -> list[Cell]:
    if not cells:
        return []
    columns, _, boxes, rows, turned, ruled = zip(*cells, strict=True)
    return records(Cell, len(cells), columns, inside, rows, boxes, turned, ruled)


def _lines(lines: Sequence[DraftLine], placed: dict[int, Word]) -> list[Line]:
    if not lines:
        return []
    chunks, indents, full, gaps = zip(*lines, strict=True)
    words = [tuple(map(placed.__getitem__, map(id, chunk.words))) for chunk in chunks]
    looks = [chunk.size for chunk in chunks], [chunk.bold for chunk in chunks]
    return records(Line, len(lines), words, full, gaps, indents, *looks)


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
