"""Roles of the columns of a table whose columns are certain: by heading, else by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted
from pipeline.clean.parts import Entry, Role
from pipeline.clean.scheme import Column, headed
from pipeline.clean.tables.contents import Content, Guess, contents, guess, is_unit
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_MOST = 0.6  # of a column's values


def by_heading(header: Sequence[Cell], entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Column, ...]:
    """Columns by their headings; where a heading says nothing, or there is none, by their values."""
    found, named = contents(entries), headed(header, lexicon)
    known = {place: role for place, (role, _) in named.items() if role}
    known |= _corrected(known, found, lexicon)
    known |= _units_beside(known, found, named, lexicon)
    asked = _host_units(known, found, named, lexicon)
    if "institution" not in known.values() and known.keys() >= found.keys():  # a word for extras heads the partners
        known = {place: role for place, role in known.items() if role != "extra"}
    guesses = guess({p: c for p, c in found.items() if p not in known}, frozenset(known.values()), lexicon)
    guesses |= dict.fromkeys(_dated(guesses, found, named), Guess("extra"))
    guesses |= {place: Guess(role) for place, role in known.items()} | asked
    guesses |= _further_names(guesses, found, named, lexicon)
    return tuple(_column(place, guesses, named) for place in sorted({*guesses, *named}))


def _dated(
    guesses: dict[int, Guess], found: dict[int, Content], named: dict[int, tuple[Role | None, str]]
) -> list[int]:
    """Columns of dates, and not of years alone, under words that nobody knows: agreements may end then."""
    years = [place for place, one in guesses.items() if one.role == "year" and place in named]
    return [place for place in years if found[place].share(str.isdecimal) < _MOST]


def _column(place: int, guesses: dict[int, Guess], named: dict[int, tuple[Role | None, str]]) -> Column:
    found = guesses.get(place, Guess("extra"))
    return Column(found.role, named[place][1] if place in named else "", place, found.asks)


def _corrected(known: dict[int, Role], found: dict[int, Content], lexicon: Lexicon) -> dict[int, Role]:
    """`Region` may head zones or countries, `Area` zones or departments, `Location` countries or cities: what stands
    under it tells. Units with a count each are departments, whatever heads them."""
    roles: dict[int, Role] = {}
    for place, role in known.items():
        if role in ("zone", "extra") and place in found:
            says = guess({place: found[place]}, frozenset((*known.values(), "institution")) - {"zone"}, lexicon)[place]
            units = found[place].share(lambda text: is_unit(text, lexicon))
            if says.role in ("country", "zone") or (role == "zone" and says.role == "department" and units == 1.0):
                roles[place] = says.role
            counted = found[place].share(_is_counted(lexicon)) >= _MOST
            if counted and "department" not in (*known.values(), *roles.values()):
                roles[place] = "department"
    return roles


def _units_beside(
    known: dict[int, Role], found: dict[int, Content], named: dict[int, tuple[Role | None, str]], lexicon: Lexicon
) -> dict[int, Role]:
    """Of two columns under words for a partner, the one that holds nothing but units is the departments': `校名`,
    `合作單位`; `Einrichtung`, `Institution`."""
    if "department" in known.values():
        return {}
    partners = [p for p in known if p in found and p in named and _heads_partners(named[p][1], lexicon)]
    units = [p for p in partners if found[p].share(lambda text: is_unit(text, lexicon)) == 1.0][:1]
    others = [p for p in partners if p not in units][:1]
    told: dict[int, Role] = {**dict.fromkeys(units, "department"), **dict.fromkeys(others, "institution")}
    return told if units and others else {}


def _heads_partners(heading: str, lexicon: Lexicon) -> bool:
    return know.heading_role(lexicon, heading) == "institution"


def _host_units(
    known: dict[int, Role], found: dict[int, Content], named: dict[int, tuple[Role | None, str]], lexicon: Lexicon
) -> dict[int, Guess]:
    """A few units, again and again, under words for the partner's unit (`合作院系`) may well be the departments that
    have the agreements, where the table has no other: a question."""
    if "department" in known.values():
        return {}
    units = [p for p in named if p in found and know.heading_role(lexicon, named[p][1]) == "faculty_partner"]
    few = [p for p in units if found[p].is_few and found[p].share(lambda text: is_unit(text, lexicon)) >= _MOST]
    return {place: Guess("department", True) for place in few[:1]}


def _further_names(
    guesses: dict[int, Guess], found: dict[int, Content], named: dict[int, tuple[Role | None, str]], lexicon: Lexicon
) -> dict[int, Guess]:
    """Several columns of partners side by side: under one heading, which spans them, or under the same one again, or
    where nothing heads any."""
    first = [place for place, one in guesses.items() if one.role == "institution"]
    heads = {named[place][1] for place in first if place in named}
    free = [place for place in guesses if place not in named or named[place][1] in heads]
    names = [
        place
        for place in free
        if guesses[place].role in ("extra", "institution") and _holds_partners(found.get(place), lexicon)
    ]
    return dict.fromkeys(names, Guess("institution")) if first and len(names) > 1 else {}


def _holds_partners(content: Content | None, lexicon: Lexicon) -> bool:
    if content is None:
        return False
    units = content.share(partial(know.is_unit, lexicon))
    return content.share(partial(know.is_organisation, lexicon)) >= _MOST and units < 1 - _MOST


def _is_counted(lexicon: Lexicon) -> Callable[[str], bool]:
    return lambda text: is_unit(text, lexicon) and heading_counted(text, lexicon)[1] is not None


def by_content(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Column, ...]:
    """Columns of a table without headings, judged over all of its rows."""
    held = contents(entries)
    found = guess(held, frozenset(), lexicon)
    found |= _further_names(found, held, {}, lexicon)
    return tuple(Column(found[place].role, "", place, found[place].asks) for place in sorted(found))
