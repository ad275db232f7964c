"""How strongly an institution's name speaks for or against a country, in nats."""

from __future__ import annotations

from functools import lru_cache
from math import log

from .clues import Clue, clues
from .lexicon import Lexicon

_COUNTRIES = 60  # an unknown institution of a brochure lies in any of about sixty countries
_LEAST, _MOST = -6.0, 4.0
_SILENT_LEAST = 0.0025  # exp(-6)


def evidence(lexicon: Lexicon, name: str, country: str, edition_languages: tuple[str, ...] = ()) -> float:
    """Log-likelihood ratio that an institution of this name lies in `country` rather than somewhere unknown.

    0 says nothing, +4 is clear agreement, -6 clear contradiction. The clues are a mixture: one of them speaks
    true, in proportion to their strengths, or none does; so one that fits outweighs others that do not, as in
    "American University of Beirut". Only clues that agree make one another surer.
    """
    spoken, silent = _posterior(lexicon, name, edition_languages)
    return max(_LEAST, min(_MOST, log(spoken.get(country, 0.0) * _COUNTRIES + silent)))


@lru_cache(maxsize=1 << 16)
def _posterior(
    lexicon: Lexicon, name: str, edition_languages: tuple[str, ...]
) -> tuple[dict[str, float], float]:
    """Country -> probability that the clues speak of it, and the one that none speaks true."""
    found = sorted(clues(lexicon, name, edition_languages), key=lambda clue: -clue.strength)
    whole = sum(clue.strength for clue in found) or 1.0
    silent = _silence(found)
    spoken: dict[str, float] = {}
    for clue in found:
        for code, weight in clue.weights.items():
            spoken[code] = spoken.get(code, 0.0) + (1 - silent) * clue.strength / whole * weight
    return spoken, silent


def _silence(found: list[Clue]) -> float:
    """The chance that no clue speaks true: the strongest one's, less by each that agrees with it."""
    if not found:
        return 1.0
    strongest = found[0]
    silent = 1 - strongest.strength
    for clue in found[1:]:
        agreement = sum(
            weight for code, weight in clue.weights.items() if strongest.weights.get(code, 0) > 0.1
        )
        silent *= 1 - clue.strength * agreement
    return max(_SILENT_LEAST, silent)
