"""What a design is made of: options, one agreement of the truth, and the pieces a renderer prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Renderer = Literal["html", "typst", "canvas"]
Label = Literal["top", "middle", "bottom", "every", "blank", "band", "heading", "absent"]
Rules = Literal["grid", "hairline", "frame", "zebra", "dotted", "columns", "none"]
Again = Literal["blank", "label", "continued"]
Valign = Literal["top", "middle", "bottom"]
Stack = Literal["one", "lines", "bullets", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One brochure layout.

    `department`, `zone` and `country` say how the label of a span is printed: at the `top`, `middle` or
    `bottom` of a merged cell, on `every` row, once with `blank` cells under it, as a `band` over the table's
    whole width, as a `heading` over a table of its own, or not at all. `again` says what stands at the top of
    a page on which a span goes on. `stack` puts the institutions of one country into one cell; `headed_names`
    takes names alone that begin with their one head noun, so that they can be told apart where nothing stands
    between them. `page_rows` breaks the table after so many rows; None leaves the break to the renderer.
    `width` are the columns' shares of the page.
    """

    name: str
    renderer: Renderer
    language: str = "en"
    body: Literal["table", "twin", "list", "both"] = "table"
    columns: tuple[str, ...] = ("department", "zone", "country", "institution")
    width: tuple[float, ...] = ()
    department: Label = "top"
    zone: Label = "top"
    country: Label = "top"
    rules: Rules = "grid"
    header: Literal["every", "first", "none"] = "every"
    header_lines: bool = False
    band: bool = False
    again: Again = "blank"
    again_count: bool = False
    page_rows: int | None = None
    rows: int = 50
    stack: Stack = "one"
    separator: str = "; "
    counts: tuple[str, ...] = ()
    wide_brackets: bool = False
    marks: tuple[str, ...] = ()
    mark: str = "※"
    capitals: tuple[str, ...] = ()
    turned: bool = False
    waiver: Literal["", "star", "tick", "circle", "word"] = ""
    units: bool = True
    native_names: bool = True
    headed_names: bool = False
    hyphenate: bool = False
    news: int = 3
    leaders: bool = False
    oddities: frozenset[str] = frozenset()
    date: Literal["", "long", "era", "wide"] = ""
    running: bool = True
    legend: bool = False
    font: Literal["sans", "serif"] = "sans"
    size: float = 8.0
    paper: tuple[float, float] = (595.28, 841.89)
    mixed: bool = False
    rotate: int = 0
    crop: bool = False

    @property
    def labels(self) -> dict[str, Label]:
        return {"department": self.department, "zone": self.zone, "country": self.country}


@dataclass(frozen=True, slots=True)
class Entry:
    """One agreement; the fields are the columns of the truth, `extras` what other columns print."""

    zone: str
    country: str
    iso2: str
    institution: str
    level: str = ""
    department: str = ""
    declared: str = ""
    waiver: str = ""
    year: str = ""
    extras: Mapping[str, str] = field(default_factory=dict)
    zone_key: str = ""


TRUTH = ("level", "department", "declared", "zone", "country", "iso2", "institution", "waiver", "year")


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a grid, from (row, column) over `rows` and `cols`; `lines` stand one below another."""

    row: int
    column: int
    lines: tuple[str, ...]
    kind: Literal["head", "label", "body", "band"] = "body"
    rows: int = 1
    cols: int = 1
    valign: Valign = "top"
    turned: bool = False
    hanging: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `heads` of its first rows are its heading; the columns' widths are shares of the whole."""

    widths: tuple[float, ...]
    height: int
    heads: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of its own: a title, a heading over a table or list, a date, a legend or a note."""

    text: str
    kind: Literal["title", "heading", "note", "hidden"] = "note"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list in newspaper columns; `trail` stands at the right end behind dot leaders."""

    text: str
    kind: Literal["department", "zone", "country", "institution"]
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """A list in `count` newspaper columns."""

    items: tuple[Item, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Twin:
    """Two tables side by side."""

    left: Grid
    right: Grid


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


Piece = Grid | Text | Columns | Twin | Break


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole edition ready to print; `page` is the pattern of the page number with {n} and {total}."""

    pieces: tuple[Piece, ...]
    running: str
    page: str
