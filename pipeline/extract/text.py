"""A text dump as blocks: one `dump` block, a row a line, cells between tabs, pipes or wide gaps.

Nothing is judged here: a cell's column counts the separators before it, which in a damaged dump is a hint only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipeline.extract.dumps.boxed import Boxed, Frame, frames
from pipeline.extract.dumps.decode import decode, lines
from pipeline.extract.dumps.delimited import Place, Table, quoted, separated
from pipeline.extract.dumps.keyed import is_keyed
from pipeline.extract.dumps.markdown import heading, is_markdown, rows
from pipeline.extract.dumps.spacing import is_loose, tokens
from pipeline.extract.dumps.splitting import Splitter, by_gaps, by_tabs, splitter, whole
from pipeline.extract.dumps.squared import laid_out
from pipeline.records import (
    MARKDOWN,
    SEPARATED_BY,
    Block,
    BlockKind,
    Cell,
    Document,
    Line,
    Page,
    Problem,
    Row,
    SourceLine,
    Word,
)
from pipeline.settings import Settings

_PADDING = 2  # squares of white space beside the text of a drawn cell


def read_text(path: Path, settings: Settings) -> Document:
    """Read a `.txt` edition. Files that are no text, empty or too large give a document with a problem."""
    data = path.read_bytes() if path.stat().st_size <= settings.max_bytes else None
    if data is None:
        return _unread(path, "too_large", f"It has {path.stat().st_size / 2**20:.0f} MB.", _sha256(path))
    sha256 = hashlib.sha256(data).hexdigest()
    text = decode(data)
    if text is None:
        return _unread(path, "not_text", "", sha256)
    if not text.strip():
        return _unread(path, "empty_file", "", sha256)
    return _document(path, text, sha256)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unread(path: Path, code: str, detail: str, sha256: str) -> Document:
    return Document(path.stem, path.name, sha256, "text", problems=(Problem(code, detail),))


def _document(path: Path, text: str, sha256: str) -> Document:
    source = tuple(SourceLine(1, n, line) for n, line in enumerate(lines(text), 1) if line.strip())
    words, blocks = _read(source)
    return Document(path.stem, path.name, sha256, "text", (Page(1, 0.0, 0.0),), source, words, blocks)


def _read(source: tuple[SourceLine, ...]) -> tuple[tuple[Word, ...], tuple[Block, ...]]:
    """Words and blocks of the lines: separated values, pages that keep their layout, or else a dump."""
    words: list[Word] = []
    split = splitter(source)
    if split is by_gaps and (table := separated(source)):
        blocks = _values(table, words)
    elif split is by_gaps and (is_loose(source) or is_keyed(source)):
        blocks = (_dump(source, whole, words),)
    elif split is by_gaps and (found := laid_out(source)):
        return found
    elif split is by_tabs and (records := quoted(source)):
        blocks = (_quoted(records, words),)
    elif split is not by_tabs and is_markdown(source):
        blocks = (_markdown(source, split, words),)
    elif drawn := frames(source):
        blocks = tuple(_drawn(drawn, split, words))
    else:
        blocks = (_dump(source, split, words),)
    return tuple(words), blocks


def _drawn(found: Sequence[Frame | SourceLine], split: Splitter, words: list[Word]) -> Iterator[Block]:
    """A table for each frame, and what stands between them as dumps."""
    for framed, group in groupby(found, key=lambda one: isinstance(one, Frame)):
        if framed:
            yield from (_table(frame, words) for frame in group if isinstance(frame, Frame))
        elif (block := _dump(tuple(one for one in group if isinstance(one, SourceLine)), split, words)).rows:
            yield block


def _table(frame: Frame, words: list[Word]) -> Block:
    rows = [
        Row(tuple(_cell(cell, cell.column in frame.merged, words) for cell in cells))
        for _, cells in groupby(frame.cells, key=lambda cell: cell.begins)
    ]
    return Block("table", 1, tuple(rows))


def _cell(cell: Boxed, governs: bool, words: list[Word]) -> Cell:
    """A drawn cell; a line is full where the next one's first word found no room in it."""
    texts = [*(text for _, text in cell.lines[1:]), ""]
    made = [
        Line(_words(line, text, words), bool(below.strip()) and _is_full(text, below), gap=0.0)
        for (line, text), below in zip(cell.lines, texts, strict=True)
    ]
    return Cell(cell.column, tuple(made), (cell.first, cell.last) if governs else None)


def _is_full(text: str, below: str) -> bool:
    return len(text.strip()) + len(below.split(maxsplit=1)[0]) + 1 > len(text) - _PADDING


def _values(table: Table, words: list[Word]) -> tuple[Block, ...]:
    """A block of the lines above the table (a title fills one cell), and one of the table."""
    rows = [_record(record, words) for record in table.records]
    first = next((i for i, row in enumerate(rows) if len(row.cells) > 1), len(rows))
    parts: list[tuple[BlockKind, list[Row]]] = [("dump", rows[:first]), ("table", rows[first:])]
    note = f"{SEPARATED_BY} {table.separator}"
    return tuple(Block(kind, 1, tuple(row for row in part if row.cells), note=note) for kind, part in parts if part)


def _quoted(records: Sequence[Sequence[Sequence[Place]]], words: list[Word]) -> Block:
    """A dump in which a cell between quotation marks goes on over line ends."""
    rows = [_record(record, words) for record in records]
    return Block("dump", 1, tuple(row for row in rows if row.cells), note=f"{SEPARATED_BY} \t")


def _record(record: Sequence[Sequence[Place]], words: list[Word]) -> Row:
    cells = []
    for column, cell in enumerate(record):
        made = tuple(Line(_words(line, text, words), gap=0.0) for line, text in cell)
        if made:
            cells.append(Cell(column, made))
    return Row(tuple(cells))


def _words(line: SourceLine, text: str, words: list[Word], loose: bool = False) -> tuple[Word, ...]:
    first = len(words)
    words.extend(Word(first + i, token, 1, line.number) for i, token in enumerate(tokens(text, loose)))
    return tuple(words[first:])


def _dump(source: tuple[SourceLine, ...], split: Splitter, words: list[Word]) -> Block:
    rows = tuple(_row(line, gap, split, words) for line, gap in zip(source, _gaps(source), strict=True))
    return Block("dump", 1, tuple(row for row in rows if row.cells))


def _markdown(source: tuple[SourceLine, ...], split: Splitter, words: list[Word]) -> Block:
    """As a dump, where headings are bold, and a line may hold several rows."""
    made: list[Row] = []
    for line, gap in zip(source, _gaps(source), strict=True):
        text, bold = heading(line.text)
        for row in rows(list(split(text))):
            cells = [
                Cell(column, tuple(Line(_words(line, one, words), None, gap, indent, bold=bold) for one in texts))
                for column, indent, texts in row
            ]
            made.append(Row(tuple(cells)))
    return Block("dump", 1, tuple(row for row in made if row.cells), note=MARKDOWN)


def _gaps(source: tuple[SourceLine, ...]) -> Iterator[float]:
    """Blank lines above each line."""
    last = 0
    for line in source:
        yield float(line.number - last - 1)
        last = line.number


def _row(line: SourceLine, gap: float, split: Splitter, words: list[Word]) -> Row:
    cells = []
    for column, indent, text in split(line.text):
        made = _words(line, text, words, split is whole)
        cells.append(Cell(column, (Line(made, gap=gap, indent=float(indent)),)))
    return Row(tuple(cells))
