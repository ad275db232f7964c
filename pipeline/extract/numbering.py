"""Drafts become records: words and lines get their numbers, and every word its one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, count, islice, repeat
from typing import NamedTuple

from pipeline.extract.bulk import records
from pipeline.extract.chunks import LEFT, TEXT, Chunk
from pipeline.extract.draft import Draft, DraftCell, DraftLine, box_of, hull, lines_of
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
        inks = [[word for chunk in line for word in chunk.words] for line in printed]
        lines += _sources(page, first, printed, inks)
        numbers = chain.from_iterable(map(repeat, count(first), map(len, inks)))
        made = _words(list(chain.from_iterable(inks)), (count(len(words)), repeat(page), numbers), shared)
        words += made
        each = iter(made)
        placed = {id(chunk): tuple(islice(each, len(chunk.words))) for line in printed for chunk in line}
        blocks.append(block_of(draft, [placed[id(line.chunk)] for line in lines_of(draft)]))
        if draft.doubt:
            unclear.append(_unclear(page, first, first + len(printed) - 1))
        first += len(printed)
    unread = _undecodable(words) if _UNREAD.search(" ".join(shared.texts)) else ()
    return Numbered(tuple(words), tuple(lines), tuple(blocks), (*unclear, *unread))


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


def _printed(draft: Draft) -> list[list[Chunk]]:
    """The printed lines of a block: what stands on one baseline, over all of its columns, from left to right."""
    parts = sorted((line.chunk.base, line.chunk.x0, line.chunk) for line in lines_of(draft))
    out: list[list[Chunk]] = []
    for base, _, chunk in parts:
        if out and draft.kind == "table" and base - out[-1][0].base <= 0.15 * chunk.size:
            out[-1].append(chunk)
        else:
            out.append([chunk])
    return [sorted(line, key=LEFT) for line in out]


def _sources(
    page: int, first: int, printed: Sequence[Sequence[Chunk]], inks: Sequence[Sequence[Ink]]
) -> list[SourceLine]:
    """The printed lines of a page from line `first` on, given their chunks and words."""
    texts = [" ".join(map(TEXT, words)) for words in inks]
    boxes = [hull([box_of(chunk) for chunk in line]) if len(line) > 1 else box_of(line[0]) for line in printed]
    return list(map(_source, zip(repeat(page), count(first), texts, boxes, strict=False)))


def block_of(draft: Draft, words: Sequence[tuple[Word, ...]]) -> Block:
    """A draft as a record, given the words of each of its lines."""
    cells = [cell for row in draft.rows for cell in row.cells]
    lines = iter(_lines(lines_of(draft), words))
    made = iter(_cells(cells, [tuple(islice(lines, len(cell.lines))) for cell in cells]))
    inside = [tuple(islice(made, len(row.cells))) for row in draft.rows]
    rows = records(Row, len(inside), inside, [row.box for row in draft.rows])
    return Block(draft.kind, draft.page, tuple(rows), draft.columns, draft.continues, draft.note)


def _cells(cells: Sequence[DraftCell], inside: Sequence[tuple[Line, ...]]) -> list[Cell]:
    if not cells:
        return []
    columns, _, boxes, rows, turned, ruled = zip(*cells, strict=True)
    return records(Cell, len(cells), columns, inside, rows, boxes, turned, ruled)


def _lines(lines: Sequence[DraftLine], words: Sequence[tuple[Word, ...]]) -> list[Line]:
    if not lines:
        return []
    chunks, indents, full, gaps = zip(*lines, strict=True)
    looks = [chunk.size for chunk in chunks], [chunk.bold for chunk in chunks]
    return records(Line, len(lines), words, full, gaps, indents, *looks)


def _undecodable(words: Iterable[Word]) -> tuple[Problem, ...]:
    """A problem a page whose words have characters that stand for no letter; the words stay in their
    cells.
    """
    pages: dict[int, list[Word]] = {}
    for word in words:
        if _UNREAD.search(word.text):
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
