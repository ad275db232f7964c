"""Years at the ends of a list's lines, and the words that lead to them: `Keio University, since 2015`.

The words are known by standing before the year again and again, in whatever language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

CENTURY = r"(?:[1１][89８９]|[2２][0０])\d\d"  # `２００４` too, as East Asian print has it
_DOT = r"[-./．／－]"
DATE = rf"{CENTURY}(?:年(?:\d\d?月(?:\d\d?日)?)?|{_DOT}\d\d?(?:{_DOT}\d\d?)?)?|\d\d?{_DOT}(?:\d\d?{_DOT})?{CENTURY}"
_YEAR = re.compile(rf"^[(（]?(?:{DATE})[)）]?[.;。]?$")  # `2009`, `2009年11月`, `11/2009`, `12.11.2009`
_UNIT = re.compile(r"^[^\W\d_]{1,2}[.)]*$")  # `2015 r.`, `2015 г.`
_MOST_LEADS = 3  # words
_OFTEN = 0.5  # of the lines with a year


def lead_words(lines: Iterable[Sequence[str]]) -> tuple[int, frozenset[str]]:
    """How many lines end with a year, and the small words that stand before it in half of them or more."""
    dated = [(tokens, at) for tokens in lines if (at := year_at(tokens)) is not None]
    before = Counter(word for tokens, at in dated for word in set(_small(tokens, at)))
    return len(dated), frozenset(word for word, times in before.items() if times > max(1, _OFTEN * len(dated)))


def year_at(tokens: Sequence[str]) -> int | None:
    """Where the year stands that ends a line, alone or with the abbreviation of "year" behind it."""
    last = len(tokens) - 1
    if last >= 0 and _YEAR.match(tokens[last]):
        return last
    return last - 1 if last > 0 and _UNIT.match(tokens[last]) and _YEAR.match(tokens[last - 1]) else None


def is_unit(token: str) -> bool:
    """The abbreviation of "year" behind one."""
    return _UNIT.match(token) is not None


def leads_at(tokens: Sequence[str], year: int, leads: frozenset[str]) -> int:
    """Where the words begin that lead to the year."""
    first = year
    while first > 0 and tokens[first - 1].casefold().strip("(（") in leads:
        first -= 1
    return first


def _small(tokens: Sequence[str], year: int) -> list[str]:
    """The words right before the year that begin with no capital."""
    words = [token.casefold().strip("(（") if token.strip("(（")[:1].islower() else "" for token in tokens[:year]]
    behind = words[max(0, year - _MOST_LEADS) :]
    return behind[max((i + 1 for i, word in enumerate(behind) if not word), default=0) :]
