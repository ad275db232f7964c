"""Tables that a dump prints value after value, a line each: below the lines `Paese`, `Ateneo` and `Anno` the lines
`Perù`, `Universidad de Lima` and `1999` are a row; a label that stands above already, or a value, may be left out.
Blank lines part the rows, or all of the values, whose lines then stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.notes import has_letters
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Document, Line, Row

_FEWEST = 3  # columns: a country and a partner below it are a list
_FEW = 2  # records that tell a table
_MOST = 3  # lines of a name
_ANSWER = 20  # characters
_WIDEST = 12  # columns
_TOLD = {"zone", "country", "year", "waiver"}

Lines = tuple[int, int]
"""The lines of one column of a record, first and end."""


@dataclass(frozen=True, slots=True)
class Header:
    """The roles of a table's columns, in front of and behind its partners."""

    before: tuple[str | None, ...]
    after: tuple[str | None, ...]

    @property
    def roles(self) -> tuple[str | None, ...]:
        return (*self.before, *self.after)


def recorded(document: Document, lexicon: Lexicon) -> Document:
    """The document with the lines of such a row side by side."""
    blocks = (replace(one, rows=_rows(one, lexicon)) if one.kind == "dump" else one for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _rows(block: Block, lexicon: Lexicon) -> tuple[Row, ...]:
    paragraphs = tuple(_joined(block.rows))
    values = {id(row): rows for row, rows in paragraphs}
    if rows := _read(block.rows, _paragraph, _MOST, lexicon):
        return rows
    rows = _read([row for row, _ in paragraphs], _values, 1, lexicon)
    return tuple(line for row in rows for line in values.get(id(row), (row,))) or block.rows


def _read(
    rows: Sequence[Row], ahead: Callable[[Sequence[Row]], Iterator[Row]], most: int, lexicon: Lexicon
) -> tuple[Row, ...]:
    """The rows with those of each record side by side, () where there are few; `ahead` are those of a record at most,
    from the first on, `most` the lines of a name."""
    found: list[Row] = []
    header: Header | None = None
    at = records = 0
    while at < len(rows):
        lines = tuple(ahead(rows[at:]))
        heads = _header(lines, lexicon)
        header = heads or header
        places = _heads(heads) if heads else _record(lines, header, most, lexicon) if header else ()
        records += heads is None and bool(places)
        found.append(_beside(lines, places) if places else rows[at])
        at += places[-1][1] if places else 1
    return tuple(found) if records >= _FEW else ()


def _paragraph(rows: Sequence[Row]) -> Iterator[Row]:
    """The lines of one cell from the first row down to a blank line."""
    alone = list(takewhile(_is_lone, rows))
    yield from alone[:1]
    yield from takewhile(lambda row: not row.cells[0].lines[0].gap, alone[1:])


def _values(rows: Sequence[Row]) -> Iterator[Row]:
    yield from takewhile(_is_lone, rows[:_WIDEST])


def _is_lone(row: Row) -> bool:
    return len(row.cells) == 1


def _joined(rows: Sequence[Row]) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Each paragraph as one cell, with its lines."""
    at = 0
    while at < len(rows):
        lines = tuple(_paragraph(rows[at:])) or (rows[at],)
        yield (_beside(lines, ((0, len(lines)),)) if _is_lone(rows[at]) else rows[at]), lines
        at += len(lines)


def _header(lines: Sequence[Row], lexicon: Lexicon) -> Header | None:
    """The headings at the top of a paragraph, all of it where most of its lines are known ones."""
    texts = [row.cells[0].text for row in lines]
    roles = know.heading_roles(lexicon, texts)
    most = 2 * sum(map(bool, roles)) > len(roles) and not any(is_label(text, lexicon) for text in texts)
    named = roles if most else list(takewhile(bool, roles))
    if len(named) < _FEWEST or "institution" not in named or _TOLD.isdisjoint(named):
        return None
    at = named.index("institution")
    return Header(tuple(named[:at]), tuple(named[at + 1 :]))


def _heads(header: Header) -> tuple[Lines, ...]:
    return tuple((n, n + 1) for n in range(len(header.before) + 1 + len(header.after)))


def _record(lines: Sequence[Row], header: Header, most: int, lexicon: Lexicon) -> tuple[Lines, ...]:
    """The lines of each column in the record at the top of a paragraph, () where there is none: the whole of it, with a
    name on several lines, or else as many lines as there are columns, or fewer."""
    texts = [row.cells[0].text for row in lines]
    size = len(header.before) + 1 + len(header.after)
    ways = (_placed(texts[:length], header, most, lexicon) for length in (len(texts), *range(size, 1, -1)))
    return next(filter(None, ways), ())


def _placed(texts: Sequence[str], header: Header, most: int, lexicon: Lexicon) -> tuple[Lines, ...]:
    """All of the lines shared out; a name may be on several where each value behind it is printed."""
    front, at = _taken(texts, header.before, lexicon)
    backwards, taken = _taken(texts[at:][::-1], header.after[::-1], lexicon)
    end = len(texts) - taken
    back = [(len(texts) - last, len(texts) - first) for first, last in backwards[::-1]]
    told = any(first < last for role, (first, last) in zip(header.roles, (*front, *back), strict=True) if role in _TOLD)
    most = most if 0 < taken == len(header.after) else 1
    named = 0 < end - at <= most and all(_names(text, lexicon) for text in texts[at:end])
    return (*front, (at, end), *back) if told and named else ()


def _taken(texts: Sequence[str], roles: Sequence[str | None], lexicon: Lexicon) -> tuple[list[Lines], int]:
    """The lines that columns take in turn, none where the next is no value of theirs, and how many they are."""
    found = []
    at = 0
    for role in roles:
        fits = at < len(texts) and _says(role, texts[at], lexicon)
        found.append((at, at + fits))
        at += fits
    return found, at


def _says(role: str | None, text: str, lexicon: Lexicon) -> bool:
    """Whether a line may be the value of a column."""
    if role == "country":
        return know.country(lexicon, text) is not None
    if role == "zone":
        return know.zone(lexicon, text) is not None
    if role == "year":
        return know.year(lexicon, text) is not None
    if role == "waiver":
        return len(text) <= _ANSWER and know.waiver_value(lexicon, text) is not None
    return not is_label(text, lexicon) and (role != "department" or know.is_unit(lexicon, text))


def _names(text: str, lexicon: Lexicon) -> bool:
    return has_letters(text) and not any(_says(role, text, lexicon) for role in _TOLD)


def _lines(row: Row) -> Sequence[Line]:
    return row.cells[0].lines


def _beside(lines: Sequence[Row], places: Sequence[Lines]) -> Row:
    cells = (
        replace(lines[first].cells[0], column=at, lines=tuple(line for row in lines[first:end] for line in _lines(row)))
        for at, (first, end) in enumerate(places)
        if first < end
    )
    return Row(tuple(cells))
