"""Roles of the columns of a table whose columns are certain: by heading, else by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import bare
from pipeline.clean.parts import Entry, Role
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon

_SHARE = 0.6


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
