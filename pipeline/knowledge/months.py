"""Names of months from CLDR and the data files, collected ahead of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale

from .fold import key


def month_names(tables: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Key of a month's name, in full or short, in any form its language inflects -> language -> 1 to 12.

    `listopad` is November in Polish and October in Croatian.
    """
    found: dict[str, dict[str, int]] = {}
    for language, table in tables.items():
        for name, number in (*_cldr(language), *_further(table)):
            if not key(name).isdigit():
                found.setdefault(key(name), {}).setdefault(language, number)
    return found


def _cldr(language: str) -> Iterator[tuple[str, int]]:
    forms = Locale.parse(language).months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in sorted(forms[context][width].items()):
                yield name, number


def _further(table: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Forms that CLDR lacks: twelve words a line, from January on."""
    for line in table["notes"].get("months", ()):
        for number, name in enumerate(line.split(), 1):
            yield name, number
