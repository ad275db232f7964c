"""Clean editions in ten languages, with real institutions in their real countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.names import Name, institutions, spelling, with_unit
from benchmarks.mutations.wording import country_name, wording

ZONES = {
    "africa": "DZ EG ET GH KE MA NG SN TN TZ UG ZA",
    "asia": "BD CN HK ID IN KH KR KZ LA LK MM MN MY NP PH PK SG TH TW UZ VN",
    "latin": "AR BR CL CO CR CU EC MX PE UY VE",
    "europe": "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LV NL NO PL PT RO RS RU SE SI SK UA",
    "middle": "AE IL IQ IR JO LB SA TR YE",
    "north": "CA US",
    "oceania": "AU FJ NZ",
}
SIZES = (3, 5, 8, 10, 14, 20)  # agreements a department, as in the samples
UNIT_SHARE = 0.6  # names with a unit before them, as counted in the samples
_HOW_MANY = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)  # institutions a country in a department, as in samples


def generate(language: str, seed: int, sizes: tuple[int, ...] = SIZES, listed: int = 15) -> CleanEdition:
    """An edition of `listed` universities and of departments (8 at most) of these sizes, in any order."""
    words, rng = wording(language), Random(f"{language}-{seed}")
    records = _universities(language, rng, listed)
    names = rng.sample(words.departments, len(sizes))
    for name, size in zip(names, rng.sample(sizes, len(sizes)), strict=True):
        records += _department(language, rng, name, len(records), size)
    return CleanEdition(f"generated-{language}-{seed}", language, words.title, words.header, words.dates,
                        tuple(records), words.count, words.list_title, words.legend)


@dataclass(frozen=True, slots=True)
class Partner:
    """An institution in its country, as the edition's language prints both."""

    zone: str
    country: str
    iso2: str
    name: Name


def _universities(language: str, rng: Random, size: int) -> list[Record]:
    """Whole universities in the order of the zones, which the list does not print."""
    return [Record(i, "university", "", None, "", partner.country, partner.iso2, partner.name.text,
                   partner.name.language, rng.random() < 0.8)
            for i, partner in enumerate(_partners(language, rng, size))]


def _department(language: str, rng: Random, name: str, first: int, size: int) -> list[Record]:
    words, partners = wording(language), _partners(language, rng, size)
    return [Record(first + i, "department", name, len(partners), words.zones[partner.zone], partner.country,
                   partner.iso2, _printed(partner.name.text, language, rng), partner.name.language)
            for i, partner in enumerate(partners)]


def _printed(name: str, language: str, rng: Random) -> str:
    unit = rng.choice(wording(language).units)
    return with_unit(name, unit, language) if rng.random() < UNIT_SHARE else name


def _partners(language: str, rng: Random, size: int) -> list[Partner]:
    """So many institutions (fewer where the countries have no more), by zone and by country's name."""
    left = size
    many = 1 + size // 100  # a block of a thousand rows has more of each country
    pool = [(zone, iso2) for zone, codes in ZONES.items() for iso2 in codes.split()]
    rng.shuffle(pool)
    found: list[Partner] = []
    for zone, iso2 in pool:
        here = _country(language, rng, zone, iso2)
        found += islice(here, min(left, many * rng.choice(_HOW_MANY)))
        left = size - len(found)
    order = list(ZONES)
    return sorted(found, key=lambda partner: (order.index(partner.zone), partner.country))


def _country(language: str, rng: Random, zone: str, iso2: str) -> Iterator[Partner]:
    entries = list(institutions().get(iso2, ()))
    rng.shuffle(entries)
    names = (spelling(entry, language, rng) for entry in entries)
    return (Partner(zone, country_name(language, iso2), iso2, name) for name in names if name)
