"""The Research Organization Registry's data dump, if the user gives one: two names of one record are one institution.

Schemas v1 (name, aliases, labels, country) and v2 (names, locations) of ror.org's public documentation.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.sameness.read import parsed
from pipeline.sameness.tokens import Parsed, Token

Key = tuple[str, frozenset[Token]]


class BadAuthority(ValueError):
    """The file cannot be read as an authority file; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """One organisation: its id, its countries, its names but for acronyms (many share one)."""

    ror_id: str
    countries: tuple[str, ...]
    names: tuple[str, ...]


def read_authority(path: Path) -> tuple[Record, ...]:
    """The active records of a dump. Raises `BadAuthority` for a file that is none."""
    try:
        raw = json.loads(path.read_bytes())
    except OSError as error:
        raise BadAuthority(f"The authority file {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadAuthority(
            f"The authority file {path} is not JSON: {error}. Give the .json of the ROR dump."
        ) from error
    if not isinstance(raw, list) or not all(isinstance(one, dict) and "id" in one for one in raw):
        raise BadAuthority(f"{path} is no list of ROR records. Give the .json of the ROR data dump, schema v1 or v2.")
    return tuple(_record(one) for one in raw if one.get("status", "active") == "active")


def _record(one: Mapping[str, Any]) -> Record:
    if "names" in one:
        places = (place.get("geonames_details", {}) for place in one.get("locations", ()))
        countries = [place["country_code"] for place in places if place.get("country_code")]
        names = [n["value"] for n in one["names"] if set(n.get("types", ())) != {"acronym"}]
    else:
        countries = [one.get("country", {}).get("country_code")]
        names = [one.get("name"), *one.get("aliases", ()), *(label["label"] for label in one.get("labels", ()))]
    return Record(one["id"], tuple(dict.fromkeys(filter(None, countries))), tuple(dict.fromkeys(filter(None, names))))


def matches(
    records: Iterable[Record], names: Sequence[tuple[str, str | None]], read: Sequence[Parsed]
) -> list[str | None]:
    """The one record that each name (text, country) names in its country, None where there is none or more."""
    known: dict[Key, set[str]] = {}
    for key, ror_id in _entries(records, {country for _, country in names if country}):
        known.setdefault(key, set()).add(ror_id)
    found = (
        known.get((country or "", frozenset(ones.tokens)), set())
        for (_, country), ones in zip(names, read, strict=True)
    )
    return [next(iter(ids)) if len(ids) == 1 else None for ids in found]


def _entries(records: Iterable[Record], countries: Collection[str]) -> Iterator[tuple[Key, str]]:
    """What the names of the records say in each of their countries, for names that say anything distinctive."""
    rows = [(r.ror_id, n, c) for r in records for c in r.countries if c in countries for n in r.names]
    for (ror_id, _, country), read in zip(rows, parsed([(name, country) for _, name, country in rows]), strict=True):
        if any(token.kind in ("word", "place", "country") for token in read.tokens):
            yield (country, frozenset(read.tokens)), ror_id
