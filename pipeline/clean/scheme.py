"""Which roles the columns of a table play, and how well one cell's text suits a role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.parts import Role
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Cell

_CORE = frozenset(("department", "zone", "country", "institution", "year", "waiver"))
_NEVER = -9.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its role; `name` is its heading as printed, `place` where it stands.

    `asks` says that nobody can tell whether it names departments or partners: the rows are questions.
    """

    role: Role
    name: str
    place: int
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """The columns in print order, and what is known of the edition's departments.

    `counted` says that departments print their number of agreements, so that a text without one is none.
    """

    columns: tuple[Column, ...]
    departments: frozenset[str] = frozenset()
    counted: bool = False


def default_columns() -> tuple[Column, ...]:
    """Brochures without headings: from the widest heading to the narrowest."""
    roles: tuple[Role, ...] = ("department", "zone", "country", "institution", "year", "waiver")
    return tuple(Column(role, "", place) for place, role in enumerate(roles))


def columns_of_header(cells: Sequence[Cell], lexicon: Lexicon) -> tuple[Column, ...]:
    """Columns named by a row of headings; an unknown heading makes an `extra` column that keeps its name."""
    if len(cells) == 1 and (roles := know.headings_in_line(lexicon, cells[0].text)):
        return tuple(Column(role_of(role), role, place) for place, role in enumerate(roles))
    found = headed(cells, lexicon)
    return _with_institution(tuple(Column(role or "extra", name, place) for place, (role, name) in found.items()))


def headed(cells: Sequence[Cell], lexicon: Lexicon) -> dict[int, tuple[Role | None, str]]:
    """The role and the heading of each column by its place, None for a heading that nobody knows; the second column
    of a role is an extra."""
    found: dict[int, tuple[Role | None, str]] = {}
    for cell, name in zip(cells, know.heading_roles(lexicon, [cell.text for cell in cells]), strict=True):
        role = role_of(name)
        taken = role in _CORE and any(role == other for other, _ in found.values())
        found[cell.column] = ("extra" if taken else role if name else None, cell.text)
    return found


def role_of(name: str | None) -> Role:
    """The role of a column by what its heading says; what is no part of an agreement's core is an extra."""
    return cast(Role, name) if name in _CORE and name in get_args(Role) else "extra"


def _with_institution(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A table of agreements has a column of institutions: of several unknown headings, the one after the country."""
    if any(column.role == "institution" for column in columns):
        return columns
    places = [i for i, column in enumerate(columns) if column.role == "extra"]
    after = [i for i in places if i and columns[i - 1].role == "country"] or places
    return tuple(
        Column("institution", c.name, c.place) if i == (after or [-1])[0] else c for i, c in enumerate(columns)
    )


def suits(cell: Cell, column: Column, followed: bool, scheme: Scheme, lexicon: Lexicon) -> float:
    """How well a dump's cell plays a column's role, in nats; `followed` says that a label stands right of it."""
    away = min(abs(cell.column - column.place), 4)
    return _meaning(cell.text, column.role, followed, scheme, lexicon) - 0.5 * away


def _meaning(text: str, role: Role, followed: bool, scheme: Scheme, lexicon: Lexicon) -> float:
    if role == "country" and not know.country(lexicon, text):
        return _like_a_label(text, lexicon) - (0.0 if followed else 1.0)
    if role in ("department", "institution") and (know.country(lexicon, text) or know.zone(lexicon, text)):
        return -6.0
    if role == "department":
        return _department(text, followed, scheme, lexicon)
    if role == "institution":
        return _institution(text, scheme, lexicon)
    return _value(text, role, lexicon)


def _value(text: str, role: Role, lexicon: Lexicon) -> float:
    """Roles whose texts are known or are not."""
    if role == "waiver":
        return 5.0 if len(text) <= 5 and know.waiver_value(lexicon, text) is not None else _NEVER
    if role == "year":
        return 6.0 if know.years(lexicon, text) else _NEVER
    known = {"zone": know.zone, "country": know.country}.get(role)
    return -1.0 if known is None else 6.0 if known(lexicon, text) else _NEVER


def _like_a_label(text: str, lexicon: Lexicon) -> float:
    tokens = text.split()
    return -4.0 if len(tokens) <= 3 and not know.head_starts(lexicon, tokens) else -7.0


def _department(text: str, followed: bool, scheme: Scheme, lexicon: Lexicon) -> float:
    name, count = know.count_of(text)
    score = 4.0 if count is not None else (-4.0 if scheme.counted else 0.0)
    score += 4.0 if fold(name) in scheme.departments else 0.0
    score += 0.5 if know.is_unit(lexicon, name) else 0.0
    return score if followed else score - 3.0


def _institution(text: str, scheme: Scheme, lexicon: Lexicon) -> float:
    name, count = know.count_of(text)
    if fold(name) in scheme.departments and count is not None:
        return -4.0
    return (2.0 if know.head_starts(lexicon, text.split()) else 1.0) - (3.0 if count is not None else 0.0)


def assign(cells: Sequence[Cell], scheme: Scheme, lexicon: Lexicon) -> tuple[Column, ...]:
    """The best column for each cell of a dump's row: tabs push cells left and right but keep their order."""
    columns = scheme.columns

    @cache
    def best(cell: int, column: int) -> tuple[float, tuple[int, ...]]:
        if cell == len(cells):
            return 0.0, ()
        if column == len(columns):
            return -100.0 * (len(cells) - cell), (-1,) * (len(cells) - cell)
        skipped = best(cell, column + 1)
        followed = cell + 1 < len(cells) and is_label(cells[cell + 1].text, lexicon)
        here = suits(cells[cell], columns[column], followed, scheme, lexicon)
        rest = best(cell + 1, column + 1)
        return max((here + rest[0], (column, *rest[1])), skipped, key=lambda option: option[0])

    spare = Column("extra", "", -1)
    return tuple(columns[i] if i >= 0 else spare for i in best(0, 0)[1])


def learn(texts: Iterable[str], columns: tuple[Column, ...], lexicon: Lexicon) -> Scheme:
    """What the first cells before a label say of the edition's departments."""
    named = [know.count_of(text) for text in texts]
    counts = Counter(count is not None for _, count in named)
    departments = frozenset(fold(name) for name, count in named if count is not None)
    return Scheme(columns, departments, counts[True] > counts[False])
