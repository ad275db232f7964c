"""The words of a brochure in each language: headings, zones, units, dates, and countries."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel import Locale

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "pl", "ja", "zh", "ko")


@dataclass(frozen=True, slots=True)
class Wording:
    """How editions of one language word things; `count` is how a department prints its count."""

    list_title: str
    legend: str
    title: str
    header: tuple[str, str, str, str]
    dates: tuple[str, ...]
    departments: tuple[str, ...]
    units: tuple[str, ...]
    zones: dict[str, str]
    countries: dict[str, str] = field(default_factory=dict)
    count: str = " ({})"


@cache
def wording(language: str) -> Wording:
    """The wording of a language of `languages.toml`; KeyError for any other."""
    path = Path(__file__).with_name("languages.toml")
    entry = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    tuples = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Wording(**(entry | tuples))


@cache
def country_name(language: str, iso2: str) -> str:
    """A country as a brochure prints it: CLDR's without its gloss (`Myanmar (Burma)`)."""
    name = wording(language).countries.get(iso2) or Locale(language).territories[iso2]
    return re.sub(r"\s*[（(].*", "", name)
