"""The rows of a table: bands between ruling lines, and lines of text where no rules part them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from pipeline.extract.chunks import Chunk
from pipeline.extract.fullness import SLACK, next_width
from pipeline.extract.gutters import Strip
from pipeline.extract.rules import SNAP, Edge, Edges
from pipeline.extract.tables.heads import LOOK, Look, head_end, set_off, usual_look
from pipeline.extract.tables.steps import LOOSE, ems, level, wrap_step

_COVERED = 0.8  # of a column's width: what a rule has to cover to part its cells
_MOST_BOXED, _MOST_OPEN = 4, 2  # lines of one row between two lines, between other edges
_FRAMED = 2  # bands, a head and a body, that a frame alone makes
_FILLED = 0.9  # of the bands: as many hold something in every column
_HEADED = 0.4  # of the bands: as few have headings in them


class Boundary(NamedTuple):
    """A horizontal edge of a table, in which columns it is drawn, and whether by a line; else by a fill's
    border.
    """

    at: float
    drawn: tuple[bool, ...]
    ruled: bool = True


class Band(NamedTuple):
    """A row's place: `ruled` numbers the stretch between two rules it lies in, `boxed` says that lines bound
    it.
    """

    top: float
    bottom: float
    ruled: int
    boxed: bool = False


def boundaries(edges: Edges, columns: Sequence[Strip]) -> list[Boundary]:
    """The heights at which at least one column has an edge across, from top to bottom."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges.across):
        if groups and edge.at - groups[-1][-1].at <= SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    out = []
    for group in groups:
        drawn = _drawn(group, columns)
        if any(drawn):
            out.append(Boundary(sum(edge.at for edge in group) / len(group), drawn, any(edge.ruled for edge in group)))
    return out


def nested(found: Sequence[Boundary], columns: Sequence[Sequence[Chunk]]) -> list[Boundary]:
    """The boundaries, where edges part labels only, with those drawn in the columns right of them too: a new country
    begins new names. Else all of its names would be one cell."""
    key = max(range(len(columns)), key=lambda i: (len(columns[i]), sum(line.x1 - line.x0 for line in columns[i])))
    if any(drawn[key] and not any(drawn[:key]) for _, drawn, _ in found):
        return list(found)
    right = (True,) * (len(columns) - key)
    return [
        one._replace(drawn=(*one.drawn[:key], *right)) if any(one.drawn[:key]) and not any(one.drawn[key:]) else one
        for one in found
    ]


def _drawn(edges: Sequence[Edge], columns: Sequence[Strip]) -> tuple[bool, ...]:
    """In which columns edges at one height are drawn; most reach across the whole table."""
    left, right = columns[0][0], columns[-1][1]
    if any(start <= left and end >= right for _, start, end, _ in edges):
        return (True,) * len(columns)
    return tuple([_covers(edges, column) for column in columns])


def _covers(edges: Sequence[Edge], column: Strip) -> bool:
    low, high = column
    covered = sum([max(0.0, min(end, high) - max(start, low)) for _, start, end, _ in edges])
    return covered >= _COVERED * (high - low)


def rule_bands(found: Sequence[Boundary], top: float, bottom: float, size: float) -> list[Band]:
    """The stretches between boundaries that are high enough to hold text, from the table's top to its
    bottom.
    """
    inner = [b for b in found if top + 0.5 * size < b.at < bottom - 0.5 * size]
    lines = {round(b.at, 1) for b in found if b.ruled}
    pairs = [(a, b) for a, b in itertools.pairwise([top, *(b.at for b in inner), bottom]) if b - a >= 0.5 * size]
    return [Band(a, b, i, round(a, 1) in lines and round(b, 1) in lines) for i, (a, b) in enumerate(pairs)]


def text_bands(
    bands: Sequence[Band],
    columns: Sequence[Sequence[Chunk]],
    rights: Sequence[float],
    values: Sequence[Chunk] = (),
    grouped: bool = False,
) -> list[Band]:
    """Bands parted further by lines of text where rules stand too far apart to part rows.

    `columns` are the printed lines of each column from top to bottom, `rights` how far each column reaches, `values`
    the lines of a column in which every row has its value; `grouped` says that edges part labels and no rows.
    """
    inside = list(zip(*(by_band(lines, bands) for lines in columns), strict=True))
    looks = [Counter(map(LOOK, lines)) for lines in columns]
    if not grouped and not _sparse(bands, inside):
        framed = bands if len(bands) > _FRAMED else [band._replace(boxed=False) for band in bands]
        headed = _below_heads(framed, inside, looks)
        inside = list(zip(*(by_band(lines, headed) for lines in columns), strict=True))
        return [part for band, parts in zip(headed, inside, strict=True) for part in _agreed(band, parts, rights)]
    usual = usual_look(columns)
    keys = [_key(parts, usual) for parts in inside]
    names = [parts[key] for key, parts in zip(keys, inside, strict=True)]
    tight = wrap_step(names, [rights[key] for key in keys], values)
    if not tight and len(bands) > 2 and _all_full(inside, rights):
        return list(bands)
    out: list[Band] = []
    for band, key, parts in zip(bands, keys, inside, strict=True):
        out += _parted(band, parts[key], set_off(parts, key, looks, usual), tight)
    return out


def _sparse(bands: Sequence[Band], inside: Sequence[Sequence[Sequence[Chunk]]]) -> bool:
    """Whether edges stand for groups of rows: a fourth of all lines or more stand in crowded bands.

    Between lines one row may well have four lines, between fills, or with no edges at all, two.
    """
    if _are_rows(inside):
        return False
    counts = [max((len(lines) for lines in parts), default=0) for parts in inside]
    crowded = [n for n, band in zip(counts, bands, strict=True) if n > (_MOST_BOXED if band.boxed else _MOST_OPEN)]
    return sum(crowded) > 0.25 * sum(counts) or len(bands) == 1


def _are_rows(inside: Sequence[Sequence[Sequence[Chunk]]]) -> bool:
    """Whether each band has something in all columns, three at least, and a label that the one above has too: labels
    on every row, whatever its cells hold.
    """
    full = sum(len(parts) > 2 and all(parts) for parts in inside)
    return full >= _FILLED * len(inside) and any(map(_says_again, zip(*inside, strict=True)))


def _says_again(column: Sequence[Sequence[Chunk]]) -> bool:
    """Whether a band of the column says what the one above says: `École d'Ingénieurs (28)`, but no year."""
    labels = [[line.text for line in lines] for lines in column]
    return any(one == two and _has_letters(one) for one, two in itertools.pairwise(labels))


def _has_letters(texts: Sequence[str]) -> bool:
    return any(letter.isalpha() for text in texts for letter in text)


def _key(parts: Sequence[Sequence[Chunk]], usual: Look | None) -> int:
    """The column with the most lines in the table's usual letters, the wider of two: its rows are the table's. Headings
    between rows may outnumber the names in the next column."""

    def weight(i: int) -> tuple[int, int, float]:
        lines = parts[i]
        return sum(LOOK(line) == usual for line in lines), len(lines), sum(line.x1 - line.x0 for line in lines)

    return max(range(len(parts)), key=weight)


def by_band(lines: Sequence[Chunk], bands: Sequence[Band]) -> list[list[Chunk]]:
    """The lines whose middle lies in each band."""
    out: list[list[Chunk]] = [[] for _ in bands]
    tops = [band.top for band in bands]
    for line in lines:
        middle = (line.top + line.bottom) / 2
        i = bisect_right(tops, middle) - 1
        if i >= 0 and middle < bands[i].bottom:
            out[i].append(line)
    return out


def _all_full(inside: Sequence[Sequence[Sequence[Chunk]]], rights: Sequence[float]) -> bool:
    """Whether every line that another one follows in its band is full: then bands are rows of wrapped
    lines.
    """
    return all(
        one.x1 + next_width(two) > right - SLACK
        for parts in inside
        for lines, right in zip(parts, rights, strict=True)
        for one, two in itertools.pairwise(lines)
    )


def _below_heads(
    bands: Sequence[Band], inside: Sequence[Sequence[Sequence[Chunk]]], looks: Sequence[Counter[Look]]
) -> list[Band]:
    """The bands, with each heading that no edge parts from its first row, `Evropa`, in one of its own. Where many bands
    open so, names are set in two looks."""
    heads = [head_end(parts, looks) for parts in inside]
    if sum(head is not None for head in heads) > _HEADED * len(bands):
        return list(bands)
    cuts = [[] if head is None else [head] for head in heads]
    return [part for band, at in zip(bands, cuts, strict=True) for part in _cut(band, at)]


def _parted(band: Band, key: Sequence[Chunk], heads: Sequence[Chunk], tight: float) -> list[Band]:
    lines = sorted([*key, *heads], key=attrgetter("base"))
    cuts = [
        (one.bottom + two.top) / 2
        for one, two in itertools.pairwise(lines)
        if ems(one, two) > tight or one in heads or two in heads
    ]
    return _cut(band, cuts)


def _cut(band: Band, cuts: Sequence[float]) -> list[Band]:
    return [band._replace(top=a, bottom=b) for a, b in itertools.pairwise([band.top, *cuts, band.bottom])]


def _agreed(band: Band, parts: Sequence[Sequence[Chunk]], rights: Sequence[float]) -> list[Band]:
    """A band between fills, parted where two columns or more begin something new on one baseline, and where no line
    of a name stands so far below the one above: a note right below the last row.

    A column begins something new where the line above was not full; lines around a row are its last word.
    """
    key = max(parts, key=len)
    if band.boxed or len(key) < 2:
        return [band]
    fresh = [
        [two.base for one, two in itertools.pairwise(lines) if one.x1 + next_width(two) <= right - SLACK]
        for lines, right in zip(parts, rights, strict=True)
    ]
    cuts = [
        (one.bottom + two.top) / 2
        for one, two in itertools.pairwise(key)
        if ems(one, two) > LOOSE or sum(any(level(base, two) for base in bases) for bases in fresh) >= 2
    ]
    return _cut(band, cuts)
