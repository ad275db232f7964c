"""Comma-separated values: lines whose cells a semicolon or a comma parts, with quotation marks around cells that hold
one. Their columns are certain: machines wrote them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.records import SourceLine

_SEPARATORS = (";", ",")
_FEW = 3
_MOST = 0.7  # of all lines: as many have the usual number of cells
_TIGHT = 0.8  # of the separators: as many have no space behind them, where prose has one

_MOST_LINES = 6  # of a cell
_OPEN_CELL = re.compile(r'(?:^|\t)"[^"]*$')  # a quotation mark that opens a cell and is not closed in its line

Place = tuple[SourceLine, str]
"""A source line and what of a cell stands in it."""


class Table(NamedTuple):
    """Records of cells, empty ones among them, and what parts the cells. A quoted cell may stand on several lines."""

    records: tuple[tuple[tuple[Place, ...], ...], ...]
    separator: str


def separated(source: Sequence[SourceLine]) -> Table | None:
    """The records of a file of separated values; None where the file is none."""
    found = (_table(source, separator) for separator in _SEPARATORS if _is_tight(source, separator))
    return next(filter(None, found), None)


def quoted(source: Sequence[SourceLine]) -> tuple[tuple[tuple[Place, ...], ...], ...]:
    """The records of a spreadsheet's dump with tabs in which quotation marks hold cells over line ends; none of others.

    Its marks must all be a machine's: a person's open no cell, or close none.
    """
    if not any(_OPEN_CELL.search(line.text) for line in source):
        return ()
    try:
        found = tuple(_records(source, "\t"))
    except csv.Error:
        return ()
    return found if 1 < max(len(cell) for record in found for cell in record) <= _MOST_LINES else ()


def _is_tight(source: Sequence[SourceLine], separator: str) -> bool:
    bare = "".join("\n".join(line.text for line in source).split('"')[::2])
    parts = bare.split(separator)[1:]
    return len(parts) >= _FEW and sum(not part.startswith(" ") for part in parts) >= _TIGHT * len(parts)


def _table(source: Sequence[SourceLine], separator: str) -> Table | None:
    """The table, None where too few of its records have as many cells as most."""
    try:
        found = tuple(_records(source, separator))
    except csv.Error:
        found = tuple(_careless(line, separator) for line in source)
    usual, times = Counter(map(len, found)).most_common(1)[0]
    return Table(found, separator) if usual >= _FEW and times >= max(_FEW, _MOST * len(found)) else None


def _records(source: Sequence[SourceLine], separator: str) -> Iterator[tuple[tuple[Place, ...], ...]]:
    reader = csv.reader((f"{line.text}\n" for line in source), delimiter=separator, strict=True)
    first = 0
    for record in reader:
        yield tuple(_placed(record, source[first : reader.line_num]))
        first = reader.line_num


def _careless(line: SourceLine, separator: str) -> tuple[tuple[Place, ...], ...]:
    """The cells of a line with single quotation marks inside quoted cells: `;"Universidad de Roma "La Sapienza"";`."""
    cell = rf'"((?:[^"]|"(?!{separator}|$))*)"(?={separator}|$)|([^{separator}]*)'
    found = re.findall(rf"(?:^|{separator})(?:{cell})", line.text.strip("\f"))
    texts = [quoted.replace('""', '"') or bare for quoted, bare in found]
    return tuple(((line, text),) if text.strip() else () for text in texts)


def _placed(record: Sequence[str], lines: Sequence[SourceLine]) -> Iterator[tuple[Place, ...]]:
    """Each cell's lines: the cell behind one that holds line ends goes on in its last line."""
    at = 0
    for cell in record:
        parts = cell.split("\n")
        yield tuple((line, part) for line, part in zip(lines[at:], parts, strict=False) if part.strip())
        at += len(parts) - 1
