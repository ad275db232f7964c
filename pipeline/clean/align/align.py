"""Rows of a section to labels: which department, zone and country govern which names.

The decision itself is `decode`; here its labels, its items and what it knows of them are put together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.align.decode import Reading, SlipCost, Slot, decode
from pipeline.clean.align.places import Gap, Place, department_of, places_of
from pipeline.clean.align.zones import zoned
from pipeline.clean.names.segment import print_of
from pipeline.clean.names.unit import Unit
from pipeline.clean.parts import Labelled
from pipeline.knowledge import Lexicon
from pipeline.settings import Settings

_SLIP = SlipCost()
_WRAPPED = 1.0  # a wrapped half pushes what follows: the slip has its reason
_ABSORBED = 1.0  # the first row of the next department takes up what was pushed over the end
_VACANT = 6.0  # a label with a name beside it in print has a name
_MET = 2.5  # a department that ends where its count is met
_TWIN = 2.5  # a row that stands twice stands under one label
_MAYBE = 2.5


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each unit its place in print and in the best reading, and how sure that is."""

    places: tuple[Place, ...]
    printed: tuple[int, ...]
    reading: Reading
    rivals: tuple[tuple[int | None, float], ...]


def align(
    rows: Sequence[Labelled],
    units: Sequence[Unit],
    languages: tuple[str, ...],
    lexicon: Lexicon,
    settings: Settings,
) -> Alignment:
    """The best reading of a section: a place for each unit."""
    places = tuple(zoned(tuple(places_of(rows, [unit.row for unit in units])), lexicon))
    texts = [[print_of(name) for name in unit.names] for unit in units]
    starts = [unit.row for unit in units]

    def gain(slot: int, item: int) -> float:
        code = places[slot].code
        if code is None:
            return -1.0
        total = sum(know.evidence(lexicon, text, code, languages) for text in texts[item])
        return max(-7.0, min(5.0, total))

    slots = [_slot(places, i, starts, settings.align_window) for i in range(len(places))]
    slips = [_slip(i, slots, places, units) for i in range(len(slots))]
    twins = [False, *(a == b for a, b in pairwise(texts))][: len(units)]
    bonds = [max(0.0, -unit.apart) + _TWIN * twin for unit, twin in zip(units, twins, strict=True)]
    first = decode(slots, len(units), gain, slips, bonds=bonds, twins=twins)
    counted = _counted(slots, places, units, bonds, first)
    reading = first if counted == slots else decode(counted, len(units), gain, slips, bonds=bonds, twins=twins)
    printed = [max(0, _last(slots, i)) for i in range(len(units))]
    return Alignment(places, tuple(printed), reading, tuple(_rivals(places, reading)))


def _counted(
    slots: Sequence[Slot],
    places: Sequence[Place],
    units: Sequence[Unit],
    bonds: Sequence[float],
    reading: Reading,
) -> list[Slot]:
    """The slots with what printed counts say of where the next department begins.

    Counting names from where a department begins in the first reading, the next one begins after as many as the
    heading declares, less one for each country that stands there with nothing beside it.
    """
    out = list(slots)
    heads = [i for i in range(len(places)) if i == 0 or department_of(places[i]) != department_of(places[i - 1])]
    for head, following in pairwise(heads):
        department = places[head].department
        if department is None or department.count is None:
            continue
        empty = sum(not place.beside and not place.implicit for place in places[head:following])
        at, left = reading.starts[head], department.count - empty
        while at < len(units) and left > 0:
            left -= 0 if bonds[at] > 0 else len(units[at].names)
            at += 1
        while at < len(units) and bonds[at] > 0:
            at += 1
        if left == 0:
            out[following] = replace(out[following], worth={at: _MET})
    return out


def _slip(at: int, slots: Sequence[Slot], places: Sequence[Place], units: Sequence[Unit]) -> SlipCost:
    """Slipping is cheap where a cell on the way may be the rest of the name above; it ends at a department's end."""
    if at + 1 == len(slots):
        return SlipCost(back=0.0)
    between = units[slots[at].printed + 1 : slots[at + 1].printed + 1]
    wrapped = any(unit.apart < _MAYBE for unit in between)
    absorbs = at > 0 and department_of(places[at]) != department_of(places[at - 1])
    return SlipCost(_WRAPPED if wrapped else _SLIP.change, _SLIP.item, _ABSORBED if absorbs else _SLIP.back)


def _last(slots: Sequence[Slot], item: int) -> int:
    """The last slot that print lets begin at or before the item."""
    return max((i for i, slot in enumerate(slots) if slot.printed <= item), default=0)


def _slot(places: Sequence[Place], at: int, units: Sequence[int], window: int) -> Slot:
    place = places[at]
    if at == 0:
        return Slot((0,), 0)
    printed = bisect_left(units, place.row)
    wide = 0 if place.sure else window
    candidates = tuple(range(max(0, printed - wide), min(len(units), printed + wide) + 1))
    follower = places[at + 1] if at + 1 < len(places) else None
    repeated = follower is not None and follower.code == place.code
    vacant = 0.0 if not place.beside else 0.5 if repeated else _VACANT
    return Slot(candidates, printed, vacant, places[at - 1].key == place.key)


def _rivals(places: Sequence[Place], reading: Reading) -> list[tuple[int | None, float]]:
    """The runner-up of each item where it would change department or country."""
    found: list[tuple[int | None, float]] = []
    for owner, rival, margin in zip(reading.owner, reading.runner_up, reading.margin, strict=True):
        differs = rival is not None and places[rival].key != places[owner].key
        found.append((rival, margin) if differs else (None, float("inf")))
    return found


def gaps(alignment: Alignment) -> list[Gap]:
    """Country labels that print and reading leave without a name, but for those that stand again right after."""
    owned = set(alignment.reading.owner)
    found = []
    for i, place in enumerate(alignment.places):
        if i in owned or place.implicit or place.country is None:
            continue
        if any(alignment.places[j].country is place.country for j in owned):  # a heading between label and names
            continue
        after = next((p for j, p in enumerate(alignment.places) if j > i and not p.implicit), None)
        if after is None or after.code != place.code or place.code is None:
            found.append(Gap(place))
    return found


def soft_gaps(alignment: Alignment) -> list[Gap]:
    """Country labels whose own row holds no name, though the rows below do: a name may have fallen off the row."""
    owned = set(alignment.reading.owner)
    return [
        Gap(place, True)
        for i, place in enumerate(alignment.places)
        if i in owned and place.country is not None and not place.implicit and not place.own and not place.country.rows
    ]
