"""What a language calls things, where countries lie, and names of institutions."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

HERE = Path(__file__).parent
NAMES = HERE.parent / "data" / "institution-names.csv"
LANGUAGES = tuple(sorted(path.stem for path in (HERE / "languages").glob("*.toml")))
CODEC = {"ja": "shift_jis", "zh": "gb2312", "ko": "euc_kr"}
MIN_LENGTH, MAX_LENGTH = 6, 75
SIGNS = re.compile(r"""[;/|*•·"“”\[\]<>_]| - |\(.*\(|^\W""")
SCRIPT_COUNTRY = {"ja": "JP", "zh": "CN", "ko": "KR"}

ZONES = {
    "africa": "CM DZ EG ET GH KE MA NG TN TZ ZA",
    "asia": "BD CN HK ID IN JP KH KR KZ LK MM MY NP PH PK SG TH TW UZ VN",
    "mideast": "AE IL IQ IR JO LB OM SA",
    "europe": "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LV NL NO PL PT RO RS RU SE SI SK UA",
    "north": "CA US",
    "latin": "AR BR CL CO CR CU EC MX PE",
    "oceania": "AU NZ",
}
# CLDR names these by their constitution ("R.A.S. chinoise de Hong Kong"), brochures by their place.
PLACES = {
    "HK": {"ja": "香港", "zh": "香港", "ko": "홍콩", "pl": "Hongkong", "de": "Hongkong", "": "Hong Kong"},
}


@cache
def words(language: str) -> dict[str, Any]:
    """The words of one language, from its data file."""
    return tomllib.loads((HERE / "languages" / f"{language}.toml").read_text(encoding="utf8"))


@cache
def country(iso2: str, language: str) -> str:
    """The country's name as an edition in that language prints it."""
    place = PLACES.get(iso2, {})
    return place.get(language) or place.get("") or str(Locale.parse(language).territories[iso2])


@cache
def _rows() -> tuple[tuple[str, str, str, str], ...]:
    with NAMES.open(encoding="utf8", newline="") as file:
        rows = [
            (r["record"], unicodedata.normalize("NFC", r["name"]), r["country_code"], r["language"])
            for r in csv.DictReader(file)
        ]
    return tuple(row for row in rows if _fit(row[1], row[3]))


def _fit(name: str, language: str) -> bool:
    """A name as a brochure prints it: words without signs that separate names, in a known script."""
    if not MIN_LENGTH <= len(name) <= MAX_LENGTH or SIGNS.search(name):
        return False
    if latin(name):
        return name[0].isupper() and not name.isupper() and " " in name
    return language in CODEC


def latin(text: str) -> bool:
    """No letter but Latin ones."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


@cache
def names(iso2: str, codec: str, scripts: bool) -> tuple[tuple[str, ...], ...]:
    """Per institution of a country the spellings that the codec can write, one tuple a record.

    `scripts` prefers the name in the script of an edition that is written in it.
    """
    found: dict[str, list[str]] = {}
    for record, name, code, _ in _rows():
        if code == iso2 and writable(name, codec) and (scripts or latin(name)):
            found.setdefault(record, []).append(name)
    return tuple(tuple(spellings) for _, spellings in sorted(found.items()))


def writable(text: str, codec: str) -> bool:
    """Whether every character has a place in the codec, and so in the fonts that follow it.

    East Asian fonts set accented Latin letters full width ("Universit é"), so their editions do without.
    """
    if codec in CODEC.values() and any(latin(c) and c.isalpha() and not c.isascii() for c in text):
        return False
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
