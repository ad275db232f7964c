"""A text dump as blocks: one `dump` block, a row a line, cells between tabs, pipes or wide gaps.

Nothing is judged here: a cell's column counts the separators before it, which in a damaged dump is a hint only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.extract.decode import decode, lines
from pipeline.records import Block, Cell, Document, Line, Page, Problem, Row, SourceLine, Word
from pipeline.settings import Settings

Splitter = Callable[[str], Iterator[tuple[int, int, str]]]
"""Of a line: (column, indent in characters, text) of each cell that has text."""

_PIPE = re.compile(r"[|│┃¦║]")
_WIDE = re.compile(r"\S+(?: \S+)*")


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
    split = _splitter(source)
    words: list[Word] = []
    rows = tuple(_row(line, gap, split, words) for line, gap in zip(source, _gaps(source), strict=True))
    block = Block("dump", 1, tuple(row for row in rows if row.cells))
    page = Page(1, 0.0, 0.0)
    return Document(path.stem, path.name, sha256, "text", (page,), source, tuple(words), (block,))


def _gaps(source: tuple[SourceLine, ...]) -> Iterator[float]:
    """Blank lines above each line."""
    last = 0
    for line in source:
        yield float(line.number - last - 1)
        last = line.number


def _row(line: SourceLine, gap: float, split: Splitter, words: list[Word]) -> Row:
    cells = []
    for column, indent, text in split(line.text):
        first = len(words)
        words.extend(Word(first + i, token, 1, line.number) for i, token in enumerate(text.split()))
        cells.append(Cell(column, (Line(tuple(words[first:]), gap=gap, indent=float(indent)),)))
    return Row(tuple(cells))


def _splitter(source: tuple[SourceLine, ...]) -> Splitter:
    """How this dump parts its cells: tabs wherever there are any, else pipes, else gaps of two spaces."""
    if any("\t" in line.text.strip() for line in source):
        return _by_tabs
    if sum(len(_PIPE.findall(line.text)) >= 2 for line in source) > 0.2 * len(source):
        return _by_pipes
    return _by_gaps


def _by_tabs(line: str) -> Iterator[tuple[int, int, str]]:
    for column, text in enumerate(line.split("\t")):
        if text.strip():
            yield column, len(text) - len(text.lstrip()), text


def _by_pipes(line: str) -> Iterator[tuple[int, int, str]]:
    """A pipe before the first cell opens the table and is no separator."""
    parts = _PIPE.split(line)
    first = 1 if len(parts) > 1 and not parts[0].strip() else 0
    for column, text in enumerate(parts[first:]):
        if text.strip():
            yield column, len(text) - len(text.lstrip()), text


def _by_gaps(line: str) -> Iterator[tuple[int, int, str]]:
    """Two spaces or more part cells, as in dumps that keep the layout; one space parts words."""
    start = len(line) - len(line.lstrip())
    for column, match in enumerate(_WIDE.finditer(line.expandtabs().rstrip())):
        yield column, start if column == 0 else 0, match.group()
