"""A text that keeps the layout of its pages, read as pages on squared paper: a letter a square, a line a row.

`pdftotext -layout` and its like print a table's columns, or a newspaper's, side by side with white space between them.
Where that white space lines up, the pages are laid out as those of a PDF are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.extract.chunks import chunks
from pipeline.extract.draft import Draft, lines_of
from pipeline.extract.dumps.aligned import aligned
from pipeline.extract.numbering import block_of
from pipeline.extract.pages.furniture import edge_parts, furniture_words
from pipeline.extract.pages.layout import layout
from pipeline.extract.sheet import Ink, Sheet
from pipeline.records import Block, Box, Row, SourceLine, Word

_WIDE, _HIGH = 1.0, 2.4  # points: a square's width and height; what paper is off by points, text is by letters
_SIZE, _TITLE = 2.0, 3.0  # points: the letters' size
_BASE = 1.8  # points of a row above its baseline
_WORD = re.compile(r"\S+")
_PARTED = re.compile(r"\S {2,}\S")
_OFF = 1  # squares by which a title may stand off the left margin
_FEW = 3
_MOST = 0.3  # of the lines with wide white space: as many may be left with it inside once columns are found

Width = Callable[[str], int]
"""How many squares a text takes: a letter one each, or, as on a screen, a Chinese one two."""


class _Written(NamedTuple):
    """The pages' sheets, and the word of each ink by its id."""

    sheets: tuple[Sheet, ...]
    words: dict[int, Word]


def laid_out(source: Sequence[SourceLine]) -> tuple[tuple[Word, ...], tuple[Block, ...]] | None:
    """The words and blocks of a text whose white space lines up in columns; None for other texts."""
    if sum(map(_is_parted_line, source)) < _FEW:
        return None
    written = min((_written(source, width) for width in (len, _on_screen)), key=_starts)
    drafts = list(layout(_with_furniture(written.sheets)))
    if not _is_parted(drafts, written.sheets):
        return None
    return tuple(written.words.values()), tuple(_blocks(drafts, written.words))


def _on_screen(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _written(source: Sequence[SourceLine], width: Width) -> _Written:
    """Each form feed begins a page; in a text without any, the line below a page's number does."""
    words: dict[int, Word] = {}
    number = 1
    pages: dict[int, list[SourceLine]] = {}
    feet = _feet(source)
    for line in source:
        number += "\f" in line.text
        pages.setdefault(number, []).append(line)
        number += line.number in feet
    heads = _heads(source, list(pages.values()))
    return _Written(tuple(_sheet(page, lines, heads, width, words) for page, lines in pages.items()), words)


def _feet(source: Sequence[SourceLine]) -> frozenset[int]:
    """The lines that are pages' numbers at their feet: numbers alone, each one more than the one before."""
    if any("\f" in line.text for line in source):
        return frozenset()
    alone = [(line.number, int(text)) for line in source if (text := line.text.strip()).isdecimal()]
    counting = all(two == one + 1 for (_, one), (_, two) in pairwise(alone))
    return frozenset(line for line, _ in alone) if counting and len(alone) > 1 else frozenset()


def _heads(source: Sequence[SourceLine], pages: Sequence[Sequence[SourceLine]]) -> frozenset[str]:
    """Tables' heads: the first lines in columns of pages that stand again below or on another page."""
    parted = (next((_bare(line) for line in lines if _is_parted_line(line)), "") for lines in pages)
    times = Counter(map(_bare, source))
    return frozenset(text for text in parted if times[text] > 1)


def _placed(draft: Draft, words: Mapping[int, Word]) -> list[tuple[Word, ...]]:
    return [tuple(words[id(ink)] for ink in line.chunk.words) for line in lines_of(draft)]


def _sheet(
    page: int, lines: Sequence[SourceLine], heads: frozenset[str], width: Width, words: dict[int, Word]
) -> Sheet:
    """A page as if on paper, where titles are larger and heads of tables bold."""
    titles, inks = _titles(lines), []
    for i, line in enumerate(lines):
        bare = _inks(line, line.number - lines[0].number, width)
        inks.append([ink._replace(size=_TITLE if i < titles else _SIZE, bold=_bare(line) in heads) for ink in bare])
    placed = aligned(inks)
    flat = tuple(ink for row in placed for ink in row)
    numbers = [line.number for line, row in zip(lines, placed, strict=True) for _ in row]
    for ink, number in zip(flat, numbers, strict=True):
        words[id(ink)] = Word(len(words), ink.text, 1, number, Box(*ink[1:5]))
    return Sheet(page, max(ink.x1 for ink in flat), (lines[-1].number - lines[0].number + 1) * _HIGH, flat)


def _titles(lines: Sequence[SourceLine]) -> int:
    """How many lines at the top stand above all columns: from the left, or with a blank line below them."""
    left = min(_indent(line) for line in lines)
    columns = next((i for i, line in enumerate(lines) if _is_parted_line(line)), 0)
    titles = (
        i
        for i in range(columns, 0, -1)
        if lines[i].number > lines[i - 1].number + 1 or _indent(lines[i - 1]) <= left + _OFF
    )
    return next(titles, 0)


def _is_parted_line(line: SourceLine) -> bool:
    return _PARTED.search(line.text) is not None


def _bare(line: SourceLine) -> str:
    return " ".join(line.text.split())


def _indent(line: SourceLine) -> int:
    text = line.text.replace("\f", "")
    return len(text) - len(text.lstrip())


def _inks(line: SourceLine, row: int, width: Width) -> Iterator[Ink]:
    text, top = line.text.replace("\f", "").expandtabs(), row * _HIGH
    for found in _WORD.finditer(text):
        left = width(text[: found.start()]) * _WIDE
        right = left + width(found[0]) * _WIDE
        yield Ink(found[0], left, top, right, top + _HIGH, top + _BASE, _SIZE, False, 0, "seen")


def _starts(written: _Written) -> int:
    """At how many places chunks start: fewer, where columns line up."""
    return len({chunk.x0 for sheet in written.sheets for line in _rows(sheet.words) for chunk in chunks(line)})


def _rows(inks: Sequence[Ink]) -> list[list[Ink]]:
    return [list(row) for _, row in groupby(inks, key=lambda ink: ink.base)]


def _with_furniture(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, frozenset[Ink]]]:
    edges = [edge_parts(sheet) for sheet in sheets]
    seen = Counter(key for parts in edges for key in {part.key for part in parts})
    for sheet, parts in zip(sheets, edges, strict=True):
        yield sheet, furniture_words(sheet.number, parts, seen, len(sheets))


def _is_parted(drafts: Sequence[Draft], sheets: Sequence[Sheet]) -> bool:
    """Whether hardly a line with wide white space is left in one piece."""
    wide = sum(len(chunks(line)) > 1 for sheet in sheets for line in _rows(sheet.words))
    rows = [row for draft in drafts if draft.kind == "lines" for row in draft.rows]
    left = sum(len(chunks(row.cells[0].lines[0].chunk.words)) > 1 for row in rows)
    return left <= _MOST * wide


def _blocks(drafts: Sequence[Draft], words: dict[int, Word]) -> Iterator[Block]:
    """Tables as they are, and what stands between them as one dump, however many columns and pages it fills."""
    blocks = [_without_size(block_of(draft, _placed(draft, words))) for draft in drafts]
    for kind, group in groupby((block for block in blocks if block.kind != "furniture"), key=lambda block: block.kind):
        if kind == "lines":
            parts = list(group)
            yield Block("dump", parts[0].page, tuple(row for block in parts for row in block.rows))
        else:
            yield from group
    yield from (block for block in blocks if block.kind == "furniture")


def _without_size(block: Block) -> Block:
    """Letters of a text have no size, and were as wide as they are on paper, so that none of its lines is full."""
    return replace(block, rows=tuple(map(_plain, block.rows)))


def _plain(row: Row) -> Row:
    cells = (replace(cell, lines=tuple(replace(one, size=None, full=None) for one in cell.lines)) for cell in row.cells)
    return replace(row, cells=tuple(cells))
