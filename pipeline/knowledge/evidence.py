"""How strongly an institution's name speaks for or against a country, in nats."""

from __future__ import annotations

from functools import lru_cache
from math import log, prod

from .clues import clues
from .lexicon import Lexicon

_COUNTRIES = 60  # an unknown institution of a brochure lies in any of about sixty countries
_LEAST, _MOST = -6.0, 4.0


def evidence(lexicon: Lexicon, name: str, country: str, edition_languages: tuple[str, ...] = ()) -> float:
    """Log-likelihood ratio that an institution of this name lies in `country` rather than somewhere unknown.

    0 says nothing, +4 is clear agreement, -6 clear contradiction. The name's clues are a mixture: at least one
    of them speaks true with probability 1 - (1-s1)(1-s2)..., and which one in proportion to their strengths s;
    so one clue that fits outweighs others that do not, as in "American University of Beirut".
    """
    spoken, silent = _posterior(lexicon, name, edition_languages)
    return max(_LEAST, min(_MOST, log(spoken.get(country, 0.0) * _COUNTRIES + silent)))


@lru_cache(maxsize=1 << 16)
def _posterior(
    lexicon: Lexicon, name: str, edition_languages: tuple[str, ...]
) -> tuple[dict[str, float], float]:
    """Country -> probability that the clues speak of it, and the probability that none of them speaks true."""
    found = clues(lexicon, name, edition_languages)
    silent = max(0.0025, prod(1 - clue.strength for clue in found))
    whole = sum(clue.strength for clue in found) or 1.0
    spoken: dict[str, float] = {}
    for clue in found:
        for code, weight in clue.weights.items():
            spoken[code] = spoken.get(code, 0.0) + (1 - silent) * clue.strength / whole * weight
    return spoken, silent
