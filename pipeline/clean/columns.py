"""Roles of the columns of a table whose columns are certain: by heading, else by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import bare
from pipeline.clean.parts import Entry, Role
from pipeline.clean.scheme import Column, columns_of_header
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_SHARE = 0.6


def by_heading(header: Sequence[Cell], entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Column, ...]:
    """Columns by their headings; one without a heading still has values, which say what it is unless that role is
    taken. `Region` may head zones or countries."""
    headed = columns_of_header(header, lexicon)
    content = by_content(entries, lexicon)
    taken = {column.role for column in headed}
    says = {column.place: column.role for column in content}
    if "country" not in taken:
        headed = tuple(
            replace(column, role="country") if column.role == "zone" and says.get(column.place) == "country" else column
            for column in headed
        )
    places = {column.place for column in headed}
    spare = (
        column if column.role not in taken else replace(column, role="extra")
        for column in content
        if column.place not in places
    )
    return tuple(sorted((*headed, *spare), key=lambda column: column.place))


def taken_over(block: Sequence[Entry], before: tuple[Column, ...], lexicon: Lexicon) -> tuple[Column, ...]:
    """Columns of a table without headings: those of the table before, where it goes on or has as many, else
    by content."""
    found = by_content(block, lexicon)
    same = before and len(block[0].block.columns) == max(column.place for column in before) + 1
    return before if before and (block[0].block.continues or same) else found


def by_content(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Column, ...]:
    """Columns of a table without headings, judged over all of its rows."""
    texts = _texts(entries)
    roles: dict[int, Role] = {}
    for role, test in _tests(lexicon):
        for place, cells in texts.items():
            if place not in roles and role not in roles.values() and _share(cells, test) >= _SHARE:
                roles[place] = role
    rest = [place for place in texts if place not in roles]
    if rest:
        roles[_institutions(rest, texts, lexicon)] = "institution"
    for place in rest:
        if place not in roles:
            roles[place] = "extra" if "department" in roles.values() else _department_or_extra(texts[place], lexicon)
    return tuple(Column(roles[place], "", place) for place in sorted(roles))


def _texts(entries: Sequence[Entry]) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = {}
    for entry in entries:
        for cell in entry.row.cells:
            if cell.text:
                texts.setdefault(cell.column, []).append(cell.text)
    return texts


def _tests(lexicon: Lexicon) -> tuple[tuple[Role, Callable[[str], bool]], ...]:
    return (
        ("country", lambda text: know.country(lexicon, bare(text, lexicon)) is not None),
        ("zone", lambda text: know.zone(lexicon, bare(text, lexicon)) is not None),
        ("year", lambda text: know.year(lexicon, text) is not None),
        ("waiver", lambda text: len(text) <= 4 and know.waiver_value(lexicon, text) is not None),
    )


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / max(1, len(cells))


def _institutions(places: Sequence[int], texts: dict[int, list[str]], lexicon: Lexicon) -> int:
    """Partners name organisations and seldom repeat; departments repeat or stand once for many rows."""

    def weight(place: int) -> float:
        cells = texts[place]
        organisations = _share(cells, lambda text: know.is_organisation(lexicon, text))
        return len(set(cells)) * (0.5 + organisations)

    return max(places, key=lambda place: (weight(place), place))


def _department_or_extra(cells: Sequence[str], lexicon: Lexicon) -> Role:
    named = _share(cells, lambda text: know.is_unit(lexicon, text) or bool(know.head_starts(lexicon, text.split())))
    return "department" if named >= 0.5 else "extra"
