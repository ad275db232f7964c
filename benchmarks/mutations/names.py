"""Real institutions by country, and how an edition of a language would print them."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from babel.languages import get_official_languages

from benchmarks.mutations.heads import has_head, is_unit

NAMES = Path(__file__).parents[1] / "data" / "institution-names.csv"
CJK = ("ja", "zh", "ko")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an institution and the language it is in ('' where the registry gives none)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Institution:
    """All spellings that a brochure could print of one institution."""

    record: str
    iso2: str
    names: tuple[Name, ...]


def is_latin(text: str) -> bool:
    """Whether a European reader can read it: no letter beyond Latin Extended."""
    return all(ord(char) < 0x250 or not char.isalpha() for char in text)


def _printable(row: dict[str, str]) -> bool:
    # One-word names and very long ones are registry entries ("Audencia"), not what brochures print.
    name, cjk = row["name"], row["language"] in CJK
    if is_unit(name):
        return False  # hospitals' clinics and research groups stand in the registry too
    return (cjk and 3 <= len(name) <= 30) or (is_latin(name) and " " in name and 10 <= len(name) <= 90)


@cache
def institutions() -> dict[str, tuple[Institution, ...]]:
    """Institutions by ISO 3166-1 alpha-2 code, in the registry's order."""
    found: dict[tuple[str, str], list[Name]] = defaultdict(list)
    with NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if _printable(row):
                found[row["country_code"], row["record"]].append(Name(row["name"].strip(), row["language"]))
    by_country: dict[str, list[Institution]] = defaultdict(list)
    for (iso2, record), names in found.items():
        by_country[iso2].append(Institution(record, iso2, tuple(names)))
    return {iso2: tuple(entries) for iso2, entries in by_country.items()}


def spelling(institution: Institution, language: str, rng: Random) -> Name | None:
    """The name an edition prints: its own language's first, else English, now and then the partner's own."""
    theirs = {"", *get_official_languages(institution.iso2, de_facto=True, regional=True)}
    own = [name for name in institution.names if name.language == language]
    english = [name for name in institution.names if name.language == "en"]
    local = [name for name in institution.names if is_latin(name.text) and name.language in theirs]
    order = (own, local, english) if rng.random() < 0.3 else (own, english, local)
    choice = next((names for names in order if names), None)
    # Registries also hold "Jesús María Semprúm"; a publisher prints the name that says what it is.
    return rng.choice([name for name in choice if has_head(name.text)] or choice) if choice else None


def with_unit(name: str, unit: str, language: str) -> str:
    """A unit before the name, or after it where a name is in Chinese, Japanese or Korean script."""
    if language in CJK and not is_latin(name):
        return f"{name} {unit}" if language == "ko" else name + unit
    return f"{unit}, {name}"
