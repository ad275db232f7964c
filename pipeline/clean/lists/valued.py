"""Cells of a table or a dump's rows that hold several names, each with its year: `Keio University (2003), Waseda
University (2005)`, `順化大學（2016）、早稻田大學（2002）`.

Each name becomes a part of its row, with the values behind it. What parts names is the mark that leaves a year at the
end of nearly each piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.lists.listed import SEPARATORS, Names, names_of
from pipeline.clean.lists.tails import named, tail_of, value_parts
from pipeline.clean.parts import Labelled, Part
from pipeline.knowledge import Lexicon
from pipeline.records import Line

_MOST = 0.9  # of the names: a year closes as many
_FEW = 3  # marks between names


def with_items_apart(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows with a part for each name of their cells and for each value behind it, where most names have one."""
    cells = [part.lines for row in rows if _is_row(row) for part in row.parts if _holds_names(part)]
    names = next((found for marks in SEPARATORS if _part_names(found := Names(marks), cells, lexicon)), None)
    for row in rows:
        if names and _is_row(row):
            yield replace(row, parts=tuple(piece for part in row.parts for piece in _pieces(part, names, lexicon)))
        else:
            yield row


def _is_row(row: Labelled) -> bool:
    """A row with columns."""
    return row.entry.block.kind == "table" or (len(row.entry.row.cells) > 1 and not row.sure)


def _holds_names(part: Part) -> bool:
    return part.role == "institution" and bool(part.words)


def _part_names(names: Names, cells: Sequence[tuple[Line, ...]], lexicon: Lexicon) -> bool:
    """Whether the mark stands between names that years close."""
    found = [own for lines in cells for role, own in names_of(lines, names, False, lexicon) if role == "institution"]
    dated = sum(tail_of(own, lexicon) is not None for own in found)
    return len(found) >= len(cells) + _FEW and dated >= _MOST * len(found)


def _pieces(part: Part, names: Names, lexicon: Lexicon) -> Iterator[Part]:
    if not _holds_names(part):
        yield part
        return
    for role, own in names_of(part.lines, names, False, lexicon):
        found = tail_of(own, lexicon) if role == "institution" else None
        lines = named(own, found.name) if found else own
        yield replace(part, role=role, lines=lines, text=" ".join(line.text for line in lines))
        yield from value_parts(found, part.row) if found else ()
