"""Rows of a section to labels: which department, zone and country govern which names.

The decision itself is `decode`; here its labels, its items and what it knows of them are put together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.decode import Reading, SlipCost, Slot, decode
from pipeline.clean.parts import Labelled, Part
from pipeline.clean.units import Unit
from pipeline.knowledge import Lexicon
from pipeline.settings import Settings

_SLIP = SlipCost()
_WRAPPED = 1.0  # a wrapped half pushes what follows: the slip has its reason
_ABSORBED = 1.0  # the first row of the next department takes up what was pushed over the end
_VACANT = 6.0  # a label with a name beside it in print has a name
_MET = 2.5  # a department that ends where its count is met
_TWIN = 2.5  # a row that stands twice stands under one label
_ZONE_SLIP = SlipCost(change=2.0, item=0.3, back=2.0)
_ZONE_WINDOW = 3
_MAYBE = 2.5


@dataclass(frozen=True, slots=True)
class Place:
    """A country label with what governs it. `implicit` says that no label was printed for it, `beside` that names stand
    in its rows, `own` that one stands in its first row."""

    row: int
    department: Part | None
    zone: Part | None
    country: Part | None
    sure: bool
    implicit: bool = False
    beside: bool = True
    own: bool = True

    @property
    def code(self) -> str | None:
        return self.country.code if self.country else None

    @property
    def key(self) -> tuple[str, str]:
        return (self.department.text if self.department else "", self.country.text if self.country else "")


@dataclass(frozen=True, slots=True)
class Gap:
    """A country printed with nothing beside it; `soft` where names stand in the rows below: none need be lost."""

    place: Place
    soft: bool = False


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
    places = tuple(_zoned(tuple(_places(rows, [unit.row for unit in units])), lexicon))
    texts = [[" ".join(token.text for token in name if token.text) for name in unit.names] for unit in units]
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
    slots = _counted(slots, places, units, bonds, first)
    reading = decode(slots, len(units), gain, slips, bonds=bonds, twins=twins)
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
    heads = [i for i in range(len(places)) if i == 0 or _department(places[i]) != _department(places[i - 1])]
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
    absorbs = at > 0 and _department(places[at]) != _department(places[at - 1])
    return SlipCost(_WRAPPED if wrapped else _SLIP.change, _SLIP.item, _ABSORBED if absorbs else _SLIP.back)


def _last(slots: Sequence[Slot], item: int) -> int:
    """The last slot that print lets begin at or before the item."""
    return max((i for i, slot in enumerate(slots) if slot.printed <= item), default=0)


def _places(rows: Sequence[Labelled], units: Sequence[int]) -> list[Place]:
    """One place a country label, in the order of the rows they govern, and one wherever names stand under new headings
    without a country."""
    places = [Place(-1, None, None, None, True, True)]
    department: Part | None = None
    zone: Part | None = None
    pending: Part | None = None
    for row, sure, part in _events(rows):
        if part.role == "department":
            if department is None or part.text != department.text:
                zone = zone if _across(zone, part) else None
                pending = part
            department = part
        elif part.role == "zone":
            if zone is None or part.text != zone.text:  # a zone may stand on every row
                pending = part
            zone = part
        elif part.role == "country":
            places.append(Place(row, department, zone, part, sure))
            pending = None
        elif pending:
            carried = places[-1].country if zone is None or _across(places[-1].country, pending) else None
            places.append(Place(row, department, zone, carried, sure, True))
            pending = None
    return [_with_beside(place, places, i, units) for i, place in enumerate(places)]


def _across(outer: Part | None, inner: Part) -> bool:
    """A heading above a table holds the bands in it, and a band the labels in its columns."""
    return outer is not None and outer.column < min(0, inner.column)


def _events(rows: Sequence[Labelled]) -> list[tuple[int, bool, Part]]:
    """Labels and names by the row from which they govern; a label centred in its span governs from the span's top."""
    order = {"department": 0, "zone": 1, "country": 2, "institution": 3}
    found = []
    for row in rows:
        for part in row.parts:
            if part.role in order and (part.role != "department" or governs(row, part)):
                top = part.rows[0] if part.rows and part.role != "institution" else row.entry.index
                found.append((top, row.sure or len(row.parts) == 1, part))
    return sorted(found, key=lambda event: (event[0], order[event[2].role]))


def governs(row: Labelled, part: Part) -> bool:
    """A department left of the country governs rows; one right of the institution is a value of its own row."""
    name = row.one("institution")
    if name is None or not row.sure or part.box is None or name.box is None:
        return True
    return part.box.x0 < name.box.x0


def _with_beside(place: Place, places: Sequence[Place], at: int, units: Sequence[int]) -> Place:
    end = places[at + 1].row if at + 1 < len(places) else 10**9
    first = bisect_left(units, place.row)
    stands = first < len(units) and units[first] < end
    return replace(place, beside=stands, own=stands and units[first] == place.row)


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


# Zones over countries


def _zoned(places: tuple[Place, ...], lexicon: Lexicon) -> list[Place]:
    """The places with the zone that the best reading of each department gives them."""
    out: list[Place] = []
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or _department(places[i]) != _department(places[start]):
            out.extend(_zones_of(places[start:i], lexicon))
            start = i
    return out


def _department(place: Place) -> str | None:
    return place.department.text if place.department else None


def _zones_of(places: Sequence[Place], lexicon: Lexicon) -> list[Place]:
    zones: list[tuple[int, Part | None]] = [(0, None)]
    for i, place in enumerate(places):
        if place.zone is not None and (zones[-1][1] is None or zones[-1][1].row != place.zone.row):
            zones.append((i, place.zone))
    slots = [Slot((0,), 0)] + [_zone_slot(at, zone, places) for at, zone in zones[1:]]

    def gain(slot: int, item: int) -> float:
        zone, code = zones[slot][1], places[item].code
        if zone is None:
            return 0.0 if len(zones) == 1 else -1.0
        area = know.zone(lexicon, zone.text)
        if area is None or code is None or not area.countries:
            return 0.0
        if code not in area.countries:
            return -4.0
        return 1.0 if know.zone_code(lexicon, code) == area.m49 else 0.3  # Russia is printed under Asia too

    reading = decode(slots, len(places), gain, [_ZONE_SLIP] * len(slots))
    return [replace(place, zone=zones[reading.owner[i]][1]) for i, place in enumerate(places)]


def _zone_slot(at: int, zone: Part | None, places: Sequence[Place]) -> Slot:
    sure = places[at].sure
    low, high = (at, at) if sure else (max(0, at - _ZONE_WINDOW), min(len(places), at + _ZONE_WINDOW))
    return Slot(tuple(range(low, high + 1)), at, 4.0)


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
        if after is None or after.code != place.code or after.country is None:
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
