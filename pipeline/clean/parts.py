"""What clean passes between its own steps: a printed piece with the role it plays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.records import Block, Box, Level, Line, Row, Word

Role = Literal[
    "department",
    "zone",
    "country",
    "institution",
    "year",
    "waiver",
    "extra",
    "title",
    "header",
    "note",
    "furniture",
]
LABELS = ("department", "zone", "country")
BAND, HEADING = -1, -2  # the columns of a label that stands across all of a table's, and of one above tables or lists


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a block with its place in the document: `index` counts all rows, `first` is its block's first; `number`
    is that of an outline, which left the row."""

    index: int
    first: int
    block: Block
    row: Row
    number: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """All of its cells."""
        return " ".join(cell.text for cell in self.row.cells)


def is_lone(entry: Entry) -> bool:
    """Whether the row is one of a list or a dump with words in its one cell."""
    cells = entry.row.cells if entry.block.kind in ("lines", "dump") else ()
    return len(cells) == 1 and bool(cells[0].words)


def lone_lines(entries: Iterable[Entry]) -> list[Entry]:
    """The rows of lists and dumps with words in their one cell."""
    return list(filter(is_lone, entries))


def lines_of(words: Sequence[Word], lines: Iterable[Line]) -> tuple[Line, ...]:
    """The words of a piece in the lines that print them."""
    found = (replace(line, words=_held(words, line)) for line in lines)
    return tuple(line for line in found if line.words)


def _held(words: Sequence[Word], line: Line) -> tuple[Word, ...]:
    own = {word.index for word in line.words}
    return tuple(word for word in words if word.index in own)


@dataclass(frozen=True, slots=True)
class Part:
    """One printed piece in one row.

    `text` is the value without its count or marks; `code` is the ISO code of a country or the M49 code of a zone;
    `rows` are the rows it governs where paper proves it; `name` is the heading of an `extra`; `asks` names the column
    of its table whose role nobody can tell, `lacks` a label that its entry does not print as others do; `ruled` as in
    records.Cell.
    """

    role: Role
    row: int
    lines: tuple[Line, ...]
    text: str
    code: str | None = None
    count: int | None = None
    rows: tuple[int, int] | None = None
    box: Box | None = None
    name: str = ""
    shifted: bool = False
    column: int = 0
    asks: str = ""
    lacks: str = ""
    ruled: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row whose pieces have roles. `sure` says that roles and rows are certain: in a table of a PDF, in a
    paragraph that opens with its country; `closed` that a value stands behind its one name, as behind every other."""

    entry: Entry
    parts: tuple[Part, ...]
    sure: bool = False
    closed: bool = False

    def one(self, role: Role) -> Part | None:
        return next((part for part in self.parts if part.role == role), None)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one title: all of one level, with one way of printing labels."""

    level: Level
    rows: tuple[Labelled, ...]
    waiver_mark: str | None = None
