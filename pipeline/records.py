"""The records that stages hand to one another: frozen, typed, without behaviour that judges.

The way of the data: a file becomes a `Document` (extract: what is printed where), a document becomes a
`Cleaned` (clean: what it means), and all of them together become the tables (load).
Coordinates are PDF points from the top left of the page as a reader sees it (turned and cropped).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Level = Literal["university", "department"]
Fate = Literal["agreement", "heading", "note", "furniture", "reject"]
BlockKind = Literal["table", "lines", "dump", "furniture"]
SEPARATED_BY = "separated by"
"""Begins the note of a block of separated values: `separated by ;`. What parts and quotes values is in no word."""
FRAMED = "framed"
"""Ends the note of a block in a box that is drawn around it: `framed 187 26`, with the box's place on the page."""
MARKDOWN = "written in Markdown"
"""The note of a block whose headings `#` marks and whose lines `<br>` breaks: both are in no word."""


class Box(NamedTuple):
    """A rectangle on a page: x0 < x1, top < bottom. A tuple, since reading makes one for each word and line."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two white spaces of a source line; `index` is its place in `Document.words`."""

    index: int
    text: str
    page: int
    line: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line inside one cell.

    `full` says whether the line's next word would have found no room before the cell's right edge (the
    line was broken by the renderer), None where paper does not tell. `gap` is the white space above the line
    as a share of the line's height (None for the first of a page and for text). `indent` is the distance of
    the first word from the cell's left edge, in points (PDF) or spaces (text).
    """

    words: tuple[Word, ...]
    full: bool | None = None
    gap: float | None = None
    indent: float = 0.0
    size: float | None = None
    bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines that stand together in one column of one row.

    `column` counts the block's columns from 0; for a text dump it counts the tabs before the cell and is a
    hint only. `rows` is the first and last row of the block (both inclusive) that the cell governs where
    ruling lines or fills prove it, None where they do not. `ruled` says that a line, or the border of a fill, is
    drawn between it and what stands above it in its column.
    """

    column: int
    lines: tuple[Line, ...]
    rows: tuple[int, int] | None = None
    box: Box | None = None
    turned: bool = False
    ruled: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A band of cells; a cell that spans rows stands in the row where its text begins."""

    cells: tuple[Cell, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together on one page, in reading order.

    kind `table`: columns are certain (found for the whole table; `columns` has their x-ranges).
    kind `lines`: running lines of one column, one row and one cell a line (titles, lists, notes).
    kind `dump`: lines of a text file; cells stand between tabs or pipes, columns are a hint.
    kind `furniture`: running heads, page numbers, text outside the page, invisible text.
    `continues` says that a table goes on from the block before it with the same columns.
    """

    kind: BlockKind
    page: int
    rows: tuple[Row, ...]
    columns: tuple[tuple[float, float], ...] = ()
    continues: bool = False
    note: str = ""


class SourceLine(NamedTuple):
    """A line as the source prints it; `number` is 1-based in the file (text) or on the page (PDF)."""

    page: int
    number: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size as a reader sees it, in points.

    `turned` is the angle at which its text runs in a viewer (0, 90, 180, 270, clockwise), where the reader turns the
    sheet to read it: the coordinates of a document are then those of the sheet held upright.
    """

    number: int
    width: float
    height: float
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, found before meaning was looked at; `code` is in codes.py."""

    code: str
    detail: str
    page: int = 0
    lines: tuple[int, int] | None = None
    text: str = ""
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One edition as printed. Every word stands in one cell of one block, or in one problem."""

    edition: str
    path: str
    sha256: str
    format: Literal["text", "pdf"]
    pages: tuple[Page, ...] = ()
    lines: tuple[SourceLine, ...] = ()
    words: tuple[Word, ...] = ()
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One change to one value of one agreement; `code` is in codes.py."""

    repair_id: str
    agreement_id: str
    edition: str
    code: str
    field: str
    before: str
    after: str
    evidence: str
    by: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with one partner. Columns of the same name in the table `agreements` say what fields mean."""

    agreement_id: str
    edition: str
    level: Level
    department: str | None
    zone: str | None
    zone_code: str | None
    country: str | None
    country_code: str | None
    institution: str
    unit: str | None
    organisation: str | None
    institution_id: str = ""
    tuition_waiver: bool | None = None
    year: int | None = None
    as_of: str | None = None
    extras: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    line_first: int = 0
    line_last: int = 0
    boxes: tuple[Box, ...] | None = None
    confidence: float = 1.0
    repairs: tuple[str, ...] = ()
    needs_review: bool = False
    review_reason: str | None = None
    words: tuple[int, ...] = ()
    runner_up: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that could not be read with certainty; `code` is in codes.py, `message` says what to do."""

    reject_id: str
    edition: str
    page: int
    lines: tuple[int, int] | None
    boxes: tuple[Box, ...] | None
    code: str
    message: str
    text: str
    department: str | None = None
    zone: str | None = None
    country: str | None = None
    suggestion: str | None = None
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A row merged into another, or two spellings of one institution."""

    kind: Literal["row", "institution"]
    kept_id: str
    merged_id: str
    edition: str
    kept_text: str
    merged_text: str
    score: float
    evidence: str
    by: str
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A heading that prints a count, and what was found under it."""

    edition: str
    level: Level
    heading: str
    declared: int
    found: int
    rejected: int
    status: Literal["match", "short", "over"]
    message: str
    department: str | None = None  # that a country's heading stands in


@dataclass(frozen=True, slots=True)
class WordFate:
    """Where one word of the source ended, and the ids of the records that hold it."""

    fate: Fate
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution across all editions; `name` is its best spelling, `aliases` are the others."""

    institution_id: str
    name: str
    country_code: str | None
    aliases: tuple[str, ...]
    editions: tuple[str, ...]
    agreement_count: int
    ror_id: str | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What one edition means. `fates` has one entry a word of the document, in the same order."""

    edition: str
    agreements: tuple[Agreement, ...] = ()
    repairs: tuple[Repair, ...] = ()
    rejects: tuple[Reject, ...] = ()
    merges: tuple[Merge, ...] = ()
    reconciliation: tuple[Reconciliation, ...] = ()
    fates: tuple[WordFate, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """Two names that may be one institution: a question for a person, the most useful first."""

    left_id: str
    right_id: str
    left_text: str
    right_text: str
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Result:
    """All editions of a run, ready to load."""

    documents: tuple[Document, ...]
    cleaned: tuple[Cleaned, ...]
    institutions: tuple[Institution, ...]
    merges: tuple[Merge, ...]
    asks: tuple[Ask, ...] = ()
    unread: tuple[Reject, ...] = ()
