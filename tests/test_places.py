"""Places of a table: what governs a country where departments, zones and countries stand in one another."""

from __future__ import annotations

from pipeline.clean.align.places import places_of
from pipeline.clean.parts import Entry, Labelled, Part, Role
from pipeline.records import Block, Box, Row

TABLE = Block("table", 1, ())
LEFTS: dict[Role, float] = {"department": 40.0, "zone": 140.0, "country": 240.0, "institution": 340.0}
Printed = tuple[Role, str, tuple[int, int] | None]


def row(at: int, *printed: Printed, lefts: dict[Role, float] = LEFTS) -> Labelled:
    """A row of a table: its labels with the rows that paper proves them to govern, and a name."""
    spots: tuple[Printed, ...] = (*printed, ("institution", f"University {at}", None))
    parts = (
        Part(role, at, (), text, rows=rows, box=Box(lefts[role], 10.0 * at, lefts[role] + 90, 10.0 * at + 8))
        for role, text, rows in spots
    )
    return Labelled(Entry(at, 0, TABLE, Row(())), tuple(parts), True)


def told(rows: list[Labelled]) -> list[tuple[str | None, ...]]:
    found = places_of(rows, [one.entry.index for one in rows])
    each = ((one.department, one.zone, one.country) for one in found[1:])
    return [tuple(part.text if part else None for part in parts) for parts in each]


def test_departments_on_every_row_stand_in_zones() -> None:
    rows = [
        row(0, ("department", "Law", None), ("zone", "Asia", (0, 2)), ("country", "Japan", (0, 1))),
        row(1, ("department", "Arts", None)),
        row(2, ("department", "Law", None), ("country", "Nepal", (2, 2))),
    ]
    assert told(rows) == [("Law", "Asia", "Japan"), ("Arts", "Asia", "Japan"), ("Law", "Asia", "Nepal")]


def test_a_department_ends_the_zones_of_the_one_above() -> None:
    rows = [
        row(0, ("department", "Law", (0, 1)), ("zone", "Asia", (0, 1)), ("country", "Japan", (0, 1))),
        row(1),
        row(2, ("department", "Arts", (2, 2)), ("country", "Nepal", (2, 2))),
    ]
    assert told(rows) == [("Law", "Asia", "Japan"), ("Arts", None, "Nepal")]


def test_a_merged_cell_right_of_names_governs_rows_too() -> None:
    first: dict[Role, float] = {"institution": 40.0, "department": 240.0, "zone": 340.0, "country": 440.0}
    rows = [
        row(0, ("department", "Law", (0, 1)), ("country", "Japan", (0, 0)), lefts=first),
        row(1, ("country", "Nepal", (1, 1)), lefts=first),
        row(2, ("country", "Kenya", (2, 2)), lefts=first),
    ]
    assert told(rows) == [("Law", None, "Japan"), ("Law", None, "Nepal"), ("Law", None, "Kenya")]
