"""Country labels with what governs them: the places that names are shared out among."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.clean.parts import Labelled, Part


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


def places_of(rows: Sequence[Labelled], units: Sequence[int]) -> list[Place]:
    """One place a country label, in the order of the rows they govern, and one wherever names stand under new headings
    without a country."""
    places = [Place(-1, None, None, None, True, True)]
    department: Part | None = None
    zone: Part | None = None
    pending: Part | None = None
    said, loose = _saying(rows), {row.entry.index for row in rows if not row.sure}
    events = _events(rows)
    inside = _stand_in_zones(events) or _stand_behind_names(rows)
    for row, sure, part in events:
        if part.role == "department":
            if department is None or part.text != department.text:
                zone = zone if inside or row in said or _across(zone, part) else None
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
            goes_on = zone is None or (inside and pending is department) or _across(places[-1].country, pending)
            places.append(Place(row, department, zone, places[-1].country if goes_on else None, sure, True))
            pending = None
        elif row in loose and places[-1].row in said:
            places.append(Place(row, department, zone, None, True, True))
    return [_with_beside(place, places, i, units) for i, place in enumerate(places)]


def _saying(rows: Sequence[Labelled]) -> frozenset[int]:
    """The rows of lists that say their country themselves, for no line below them."""
    lists = (row for row in rows if row.sure and row.entry.block.kind in ("lines", "dump") and row.one("institution"))
    return frozenset(row.entry.index for row in lists if row.one("country"))


def _stand_in_zones(events: Sequence[tuple[int, bool, Part]]) -> bool:
    """Whether zones hold departments, as a column with one on every row has them, not departments zones: paper proves
    one that goes on where the department changes."""
    zone, before = (0, -1), ""
    for row, _, part in events:
        if part.role == "zone":
            zone = part.rows or (0, -1)
        elif part.role == "department":
            if part.text != before and zone[0] < row <= zone[1]:
                return True
            before = part.text
    return False


def _stand_behind_names(rows: Sequence[Labelled]) -> bool:
    """Whether a dump's columns name each row's department behind its partner: they head no zones."""
    ends = [name.column < part.column for row in rows if (name := row.one("institution")) and not row.sure
            for part in row.parts if part.role == "department"]
    return bool(ends) and all(ends)


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
    """A department left of the country governs rows, and one in a merged cell; one right of the institution, or behind
    it in an entry of a list, is a value of its own row."""
    name = row.one("institution")
    if name is None or not row.sure or (part.rows is not None and part.rows[0] < part.rows[1]):
        return True
    if part.box is None or name.box is None:
        return row.entry.block.kind == "table" or row.parts.index(part) < row.parts.index(name)
    return part.box.x0 < name.box.x0


def _with_beside(place: Place, places: Sequence[Place], at: int, units: Sequence[int]) -> Place:
    end = places[at + 1].row if at + 1 < len(places) else 10**9
    first = bisect_left(units, place.row)
    stands = first < len(units) and units[first] < end
    return replace(place, beside=stands, own=stands and units[first] == place.row)


def department_of(place: Place) -> str | None:
    return place.department.text if place.department else None
