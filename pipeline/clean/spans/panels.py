"""Panels of a table: rows of names on one page that labels share out among themselves without a break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.clean.parts import BAND, LABELS, Labelled, Part, Role
from pipeline.records import Box, Word

_QUIET = frozenset(("note", "furniture", "header"))


@dataclass(frozen=True, slots=True)
class Extent:
    """From top to bottom in points, with the centres of the first and the last printed line."""

    top: float
    bottom: float
    first: float
    last: float

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows that hold names (`items`) and all rows with labels between them (`rows`), of one page.

    `carry` says that a label of the page before may go on here. `extents` are the items' own, without labels;
    `pitch` is the usual distance from row to row in points.
    """

    rows: tuple[Labelled, ...]
    items: tuple[Labelled, ...]
    extents: tuple[Extent, ...]
    pitch: float
    carry: bool

    def labels(self, role: Role) -> list[Part]:
        """The labels of a role, from top to bottom."""
        found = [part for row in self.rows if (part := row.one(role)) is not None and part.words]
        return [part for part in found if part.column >= 0]


def panels(rows: Sequence[Labelled]) -> Iterator[Panel]:
    """Tables cut where a page ends and where a heading or a band stands between rows."""
    held: list[Labelled] = []
    carry, page = False, 0
    for row in rows:
        if all(part.role in _QUIET for part in row.parts):
            continue
        here = row.entry.block.page
        ends = not row.sure or is_band(row)
        if held and (ends or here != page):
            yield from _panel(held, carry)
            held, carry = [], here != page
        page = here
        carry = False if ends else carry
        if row.sure and (row.one("institution") or not ends):
            held.append(row)
    yield from _panel(held, carry)


def is_band(row: Labelled) -> bool:
    """A label across the columns."""
    return any(part.column == BAND and part.role in LABELS for part in row.parts)


def _panel(rows: Sequence[Labelled], carry: bool) -> Iterator[Panel]:
    items = tuple(row for row in rows if row.one("institution"))
    if items and all(_boxes(_body(row)) for row in items):
        extents = _extents([_extent(_body(row)) for row in items])
        yield Panel(tuple(rows), items, extents, _pitch(extents), carry)


def _body(row: Labelled) -> list[Word]:
    return [word for part in row.parts if part.role not in LABELS for word in part.words]


def extent_of(part: Part) -> Extent:
    """Where a label stands; its words must have boxes."""
    return _extent(list(part.words))


def has_place(part: Part) -> bool:
    """Whether every word of the label has a box."""
    return all(word.box is not None for word in part.words)


def _boxes(words: Sequence[Word]) -> list[Box]:
    return [word.box for word in words if word.box is not None]


def _extent(words: Sequence[Word]) -> Extent:
    boxes = _boxes(words)
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    low = min(boxes, key=lambda box: box.top)
    high = max(boxes, key=lambda box: box.bottom)
    return Extent(top, bottom, (low.top + low.bottom) / 2, (high.top + high.bottom) / 2)


def _extents(found: Sequence[Extent]) -> tuple[Extent, ...]:
    """Each row down to where the next one begins, less the usual white space: a label of two lines beside a name of
    one makes its row taller than the name."""
    gaps = [below.top - above.bottom for above, below in pairwise(found)]
    white = median(gaps) if gaps else 0.0
    ends = [max(above.bottom, below.top - white) for above, below in pairwise(found)]
    return tuple(
        Extent(one.top, end, one.first, one.last) for one, end in zip(found, [*ends, found[-1].bottom], strict=True)
    )


def _pitch(extents: Sequence[Extent]) -> float:
    steps = [below.top - above.top for above, below in pairwise(extents) if below.top > above.top]
    return median(steps) if steps else max(1.0, 1.3 * (extents[0].bottom - extents[0].top))
