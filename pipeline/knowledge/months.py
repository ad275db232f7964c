"""Names of months from CLDR, collected ahead of time."""

from __future__ import annotations

from babel import Locale

from .fold import key


def month_names(languages: tuple[str, ...]) -> dict[str, int]:
    """Key of a month's name, in full or short, in any form its language inflects -> 1 to 12."""
    found: dict[str, int] = {}
    for language in languages:
        forms = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in sorted(forms[context][width].items()):
                    if not key(name).isdigit():
                        found.setdefault(key(name), number)
    return found
