"""Cells of a table or a dump's rows that hold several names, each with its year: `Keio University (2003), Waseda
University (2005)`, `順化大學（2016）、早稻田大學（2002）`.

Each name becomes a part of its row, with the values behind it. What parts names is the mark that leaves a year at the
end of nearly each piece; where no mark does, years close names: `▪ Rice University (1972)♦ ▪ Keio University (1985)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.lists.listed import SEPARATORS, Names, names_of
from pipeline.clean.lists.tails import Tail, tail, tail_of, value_parts
from pipeline.clean.normalise import tail_mark
from pipeline.clean.parts import Labelled, Part, Role, lines_of
from pipeline.knowledge import Lexicon
from pipeline.records import Line

_MOST = 0.9  # of the names: a year closes as many
_FEW = 3  # marks between names, or cells with years
_SHARE = 0.25  # of the cells: as many hold years

Lines = tuple[Line, ...]
Piece = tuple[Role, Lines, Tail | None]


def with_items_apart(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows with a part for each name of their cells and for each value behind it, where most names have one."""
    cells = [part.lines for row in rows if _is_row(row) for part in row.parts if _holds_names(part)]
    names = next((found for marks in SEPARATORS if _part_names(found := Names(marks), cells, lexicon)), None)
    ended = [] if names else [found for lines in cells for _, found in _closed(lines, lexicon)]
    dated = sum(found is not None for found in ended)
    for row in rows:
        if _is_row(row) and (names or dated >= max(_FEW, _SHARE * len(cells))):
            parts = tuple(piece for part in row.parts for piece in _pieces(part, names, lexicon))
            yield replace(row, parts=parts, closed=row.closed or (not names and dated >= _MOST * len(ended)))
        else:
            yield row


def _is_row(row: Labelled) -> bool:
    """A row with columns."""
    return row.entry.block.kind == "table" or (len(row.entry.row.cells) > 1 and not row.sure)


def _holds_names(part: Part) -> bool:
    return part.role == "institution" and bool(part.words)


def _part_names(names: Names, cells: Sequence[Lines], lexicon: Lexicon) -> bool:
    """Whether the mark stands between names that years close; a comma inside a name has no year before it."""
    found = [_dated(lines, names, lexicon) for lines in cells]
    before = [dated for own in found for dated in own[:-1]]
    every = [dated for own in found for dated in own]
    return len(before) >= _FEW and all(sum(some) >= _MOST * len(some) for some in (before, every))


def _dated(lines: Lines, names: Names, lexicon: Lexicon) -> list[bool]:
    """Whether a year closes each name of a cell."""
    return [found is not None for role, _, found in _parted(lines, names, lexicon) if role == "institution"]


def _pieces(part: Part, names: Names | None, lexicon: Lexicon) -> Iterator[Part]:
    """The part, or its names, parted by their marks or by the values that close them, with these values."""
    if not _holds_names(part):
        yield part
        return
    for role, own, found in _parted(part.lines, names, lexicon) if names else _ended(part.lines, lexicon):
        lines = lines_of(found.name, own) if found else own
        yield replace(part, role=role, lines=lines, text=" ".join(line.text for line in lines))
        yield from (replace(value, column=part.column) for value in value_parts(found, part.row)) if found else ()


def _parted(lines: Lines, names: Names, lexicon: Lexicon) -> Iterator[Piece]:
    for role, own in names_of(lines, names, False, lexicon):
        yield role, own, tail_of(own, lexicon) if role == "institution" else None


def _ended(lines: Lines, lexicon: Lexicon) -> Iterator[Piece]:
    yield from (("institution", own, found) for own, found in _closed(lines, lexicon))


def _closed(lines: Lines, lexicon: Lexicon) -> Iterator[tuple[Lines, Tail | None]]:
    """The lines up to each value in brackets and the mark behind it, and what is left behind the last one."""
    words = tuple(word for line in lines for word in line.words)
    first = 0
    for end in range(1, len(words) + 1):
        marked = end < len(words) and tail_mark(words[end].text) == words[end].text
        if not marked and (found := tail(words[first:end], lexicon)) and found.name:
            yield lines_of(words[first:end], lines), found
            first = end
    if first < len(words):
        yield lines_of(words[first:], lines), None
