"""What parts the cells of a dump's lines: tabs, pipes, or white space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.records import SourceLine

Splitter = Callable[[str], Iterator[tuple[int, int, str]]]
"""Of a line: (column, indent in characters, text) of each cell that has text."""

_PIPE = re.compile(r"[|│┃¦║]")
_WIDE = re.compile(r"\S+(?: \S+)*")


def splitter(source: tuple[SourceLine, ...]) -> Splitter:
    """How this dump parts its cells: tabs wherever there are any, else pipes, else gaps of two spaces."""
    if any("\t" in line.text.strip() for line in source):
        return by_tabs
    piped = [line.text for line in source if len(_PIPE.findall(line.text)) >= 2]
    if len(piped) > 0.2 * len(source):
        return _by_framed_pipes if all(_PIPE.match(text.lstrip()) for text in piped) else _by_pipes
    return by_gaps


def by_tabs(line: str) -> Iterator[tuple[int, int, str]]:
    for column, text in enumerate(line.split("\t")):
        if text.strip():
            yield column, len(text) - len(text.lstrip()), text


def _by_pipes(line: str) -> Iterator[tuple[int, int, str]]:
    for column, text in enumerate(_PIPE.split(line)):
        if text.strip():
            yield column, len(text) - len(text.lstrip()), text


def _by_framed_pipes(line: str) -> Iterator[tuple[int, int, str]]:
    """A pipe before the first cell of each line draws the table's frame and is no separator."""
    for column, indent, text in _by_pipes(line):
        yield max(0, column - 1), indent, text


def by_gaps(line: str) -> Iterator[tuple[int, int, str]]:
    """Two spaces or more part cells, as in dumps that keep the layout; one space parts words."""
    start = len(line) - len(line.lstrip())
    for column, match in enumerate(_WIDE.finditer(line.expandtabs().rstrip())):
        yield column, start if column == 0 else 0, match.group()


def whole(line: str) -> Iterator[tuple[int, int, str]]:
    """A line is one cell, where wide white space is no sign of columns."""
    yield 0, len(line) - len(line.lstrip()), line
