"""Whether a name may end with one word and another name begin with the next: counts of where words stand in names.

positions.tsv is made by benchmarks/fit_positions.py from names of the Research Organization Registry (ror.org, CC0).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from math import log

from .fold import fold

_COMMON = 8
_WEIGHT = 3.0  # names that the guess for an unknown word is worth
_GUESS = {True: (0.30, 0.35), False: (0.02, 0.15)}  # capital or not: chance to begin, to end a name


@lru_cache(maxsize=1)
def _counts() -> dict[str, tuple[int, int, int]]:
    text = files(__package__).joinpath("positions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {word: (int(first), int(last), int(inner)) for word, first, last, inner in rows}


def is_known_word(word: str) -> bool:
    """Whether the word stands in names of institutions."""
    return fold(word) in _counts()


def is_common_word(word: str) -> bool:
    """Whether many institutions have the word in their names, so that it tells none of them from others."""
    return sum(_counts().get(fold(word.strip("()[]\"',.;:“”«»")), (0, 0, 0))) >= _COMMON


@lru_cache(maxsize=1 << 15)
def _chances(token: str) -> tuple[float, float]:
    """Chance that a name with this word begins with it, and that it ends with it."""
    bare = token.strip("()[]\"',.;:“”«»")
    first, last, inner = _counts().get(fold(bare), (0, 0, 0))
    begin, end = _GUESS[not bare[:1].islower()]
    total = first + last + inner + _WEIGHT
    return (first + _WEIGHT * begin) / total, (last + _WEIGHT * end) / total


def boundary(before: str, after: str) -> float:
    """Log-odds that one name ends with `before` and another begins with `after`; about -1.5 for two unknown words."""
    ends, begins = _chances(before)[1], _chances(after)[0]
    return log(ends / (1 - ends)) + log(begins / (1 - begins))
