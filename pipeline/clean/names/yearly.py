"""What the years beside names say of them, in a dump where nearly every row has its own: as many names as years.

    Universitas Padjadjaran Universitas Hasanuddin    1998 1990
    Ho Chi Minh City University                       2004
    of Education
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.names.pieces import Piece
from pipeline.clean.names.segment import Cutting, Stretch, stretches
from pipeline.clean.names.whole import Known
from pipeline.clean.parts import Labelled
from pipeline.knowledge import Lexicon

_MOST = 0.75  # of the rows with names: as many have a year
_ENDED = 0.6  # of the lines with names: a year ends as many, where it closes each name
_FEW = 5
_BETWEEN = ("furniture", "header")  # what may part the lines of a name

Years = Mapping[int, int]
"""How many years stand beside the names of each row of a dump; nothing where rows have none of their own."""


def years_told(rows: Sequence[Labelled], lexicon: Lexicon) -> Years:
    """The years beside the names of rows; where they end lines, a row is dated if a year closes the name above it."""
    return _years_beside(rows, lexicon) or _years_above(rows)


def _years_above(rows: Sequence[Labelled]) -> Years:
    """Of each row right below another one with a name, whether a year ends that one, where years end most lines."""
    named = [row for row in rows if _is_line(row)]
    ended = {row.entry.index: row.parts[-1].role == "year" for row in named}
    if sum(ended.values()) < max(_FEW, _ENDED * len(named)):
        return {}
    return {
        two.entry.index: int(ended[one.entry.index])
        for one, two in pairwise(row for row in rows if any(part.role not in _BETWEEN for part in row.parts))
        if one.entry.index in ended and two.entry.index in ended and two.parts[0].role == "institution"
    }


def _is_line(row: Labelled) -> bool:
    """A line of a dump with a name in it, of which nothing else is known."""
    return row.entry.block.kind == "dump" and len(row.entry.row.cells) == 1 and not row.sure and not row.closed and (
        row.one("institution") is not None
    )


def _years_beside(rows: Sequence[Labelled], lexicon: Lexicon) -> Years:
    """The years of the rows with one cell of names."""
    named = [row for row in rows if row.entry.block.kind == "dump" and row.one("institution") and not row.sure]
    found = {row.entry.index: _years(row, lexicon) for row in named}
    dated = sum(count > 0 for count in found.values())
    return found if dated >= max(_FEW, _MOST * len(found)) else {}


def _years(row: Labelled, lexicon: Lexicon) -> int:
    """How many years stand in cells of their own: where they end lines, they stand behind the last of a name's."""
    parts = [part for part in row.parts if part.role == "year"] if len(row.entry.row.cells) > 1 else []
    return sum(len(know.years(lexicon, part.text)) for part in parts)


def names_told(rows: Sequence[Labelled], years: Years, lexicon: Lexicon) -> Mapping[int, int]:
    """How many names each cell of a row holds for sure: as many as years stand beside it, where it is the only one
    and one year does not stand for all; or the one that its value closes, or that has its year in a table."""
    apart = {row.entry.index for row in rows if sum(part.role == "institution" for part in row.parts) > 1}
    closed = {row.entry.index: 1 for row in rows if row.closed}
    told = {row: count for row, count in years.items() if count > 1 and row not in apart}
    return {**told, **closed, **_in_tables(rows, lexicon)}


def _in_tables(rows: Sequence[Labelled], lexicon: Lexicon) -> Mapping[int, int]:
    """The one name of each line of a table on paper that has its year beside it, where nearly every name has:
    `慶北大学校 師範大学 | 1993`."""
    named = [row for row in rows if row.sure and row.entry.block.kind == "table" and row.one("institution")]
    dated = [row.entry.index for row in named if _has_own_year(row, lexicon)]
    return dict.fromkeys(dated, 1) if len(dated) >= max(_FEW, _MOST * len(named)) else {}


def _has_own_year(row: Labelled, lexicon: Lexicon) -> bool:
    """One year, beside one name whose lines break where they are full, and beside no other row."""
    names = [part for part in row.parts if part.role == "institution"]
    years = [part for part in row.parts if part.role == "year"]
    if not len(names) == len(years) == 1 or not all(line.full for line in names[0].lines[:-1]):
        return False
    if len(know.years(lexicon, years[0].text)) != 1:
        return False
    return years[0].rows is None or years[0].rows[0] == years[0].rows[1]


def as_many(pieces: Sequence[Piece], told: int, known: Known, lexicon: Lexicon) -> tuple[Stretch, ...]:
    """The stretches of a cell, with only the cuttings into as many names as it is told to hold, where it is; where it
    is told to hold one and its words say several, both."""
    found = stretches(pieces, known, lexicon)
    if not told or len(found) != 1:
        return found
    for tried in (found, stretches(pieces, known, lexicon, anywhere=True)):
        if kept := tuple(one for one in tried[0].cuttings if len(one.firsts) == told):
            return (replace(tried[0], cuttings=kept),)
    one = Cutting((0,), found[0].cuttings[0].score)
    return (replace(found[0], cuttings=(one, *found[0].cuttings)),) if told == 1 else found
