"""Clean editions in ten languages, with real institutions in their real countries."""

from __future__ import annotations

from itertools import islice
from random import Random

from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.names import institutions, spelling, with_unit
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
UNIT_SHARE = 0.6  # names with a unit before them, as counted in the samples
_HOW_MANY = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)  # institutions a country in a department, as in samples


def generate(language: str, seed: int, rows: int = 60, departments: int = 6) -> CleanEdition:
    """An edition of about `rows` agreements in `departments` (at most 8) departments."""
    words, rng = wording(language), Random(f"{language}-{seed}")
    records: list[Record] = []
    for name in rng.sample(words.departments, departments):
        partners = _department(language, rng, max(1, rows // departments))
        records += [Record(len(records) + i, "department", name, len(partners), *partner)
                    for i, partner in enumerate(partners)]
    return CleanEdition(f"generated-{language}-{seed}", language, words.title, words.header, words.dates,
                        tuple(records), words.count)


_Partner = tuple[str, str, str, str, str]  # zone, country, iso2, institution, language of the name


def _department(language: str, rng: Random, about: int) -> list[_Partner]:
    size = max(3, rng.randint(about // 2, about + about // 2))
    picks: dict[str, list[_Partner]] = {zone: [] for zone in ZONES}
    pool = [(zone, iso2) for zone, codes in ZONES.items() for iso2 in codes.split()]
    rng.shuffle(pool)
    left, many = size, 1 + size // 100  # a block of a thousand rows has more of each country
    for zone, iso2 in pool:
        partners = _country(language, rng, zone, iso2, min(left, many * rng.choice(_HOW_MANY)))
        if not any(partner[2] == iso2 for partner in picks[zone]):
            picks[zone] += partners
            left -= len(partners)
        if left <= 0:
            break
    return [partner for zone in picks.values() for partner in sorted(zone, key=lambda partner: partner[1])]


def _country(language: str, rng: Random, zone: str, iso2: str, how_many: int) -> list[_Partner]:
    words, entries = wording(language), list(institutions().get(iso2, ()))
    rng.shuffle(entries)
    names = (name for entry in entries if (name := spelling(entry, language, rng)))
    label, country = words.zones[zone], country_name(language, iso2)
    return [(label, country, iso2, _printed(name.text, language, rng), name.language)
            for name in islice(names, how_many)]


def _printed(name: str, language: str, rng: Random) -> str:
    unit = rng.choice(wording(language).units)
    return with_unit(name, unit, language) if rng.random() < UNIT_SHARE else name
