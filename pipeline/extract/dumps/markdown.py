"""Tables of Markdown: headings behind `##`, and cells whose lines `<br>` parts.

    | Japan | Keio University<br>Waseda University | 1996<br>2022 |

Where the lines of a cell are values, the lines beside them are rows of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pipeline.records import SourceLine

_HEADING = re.compile(r"^\s*#{1,6}\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DELIMITER = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?")
_VALUE = re.compile(r"[^\W\d_]*\W?\d[^\s]*|[^\w\s]")


class Lines(NamedTuple):
    """A cell's column, its indent, and its lines."""

    column: int
    indent: int
    texts: tuple[str, ...]


def is_markdown(source: Sequence[SourceLine]) -> bool:
    """Whether a line of dashes between pipes parts headings from rows."""
    return any(_DELIMITER.fullmatch(line.text.strip()) for line in source)


def heading(text: str) -> tuple[str, bool]:
    """The line without the mark of a heading, and whether it had one."""
    rest = _HEADING.sub("", text)
    return rest, rest != text


def rows(cells: Sequence[tuple[int, int, str]]) -> Iterator[list[Lines]]:
    """The rows that one line of a table holds."""
    parted = [Lines(column, indent, _lines(text)) for column, indent, text in cells]
    if not _are_rows(parted):
        yield parted
        return
    for texts in zip_longest(*(cell.texts for cell in parted)):
        row = zip(parted, texts, strict=True)
        yield [Lines(cell.column, cell.indent, (text,)) for cell, text in row if text and text.strip()]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(_BREAK.split(text)) if _BREAK.search(text) else (text,)


def _are_rows(cells: Sequence[Lines]) -> bool:
    """Whether the lines of two cells or more are as many, and values in one of them."""
    several = [cell.texts for cell in cells if len(cell.texts) > 1]
    values = any(all(_VALUE.fullmatch(text.strip()) for text in texts) for texts in several)
    return len(several) > 1 and len({len(texts) for texts in several}) == 1 and values
