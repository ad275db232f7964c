"""Names read with all that is known of their countries: the gazetteer, the generic words, the names of countries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from pipeline import knowledge
from pipeline.sameness import lexicon, places
from pipeline.sameness.parse import Reading, Token, parse, reading



def tokens(names: Sequence[tuple[str, str | None]]) -> Iterator[tuple[Token, ...]]:
    """Tokens of (text, country code) in order; each distinct word of a country is read once."""
    readings: dict[str | None, Reading] = {}
    for text, country in names:
        if country not in readings:
            readings[country] = reader(country)
        yield parse(text, readings[country])


@cache
def reader(country: str | None) -> Reading:
    """What names of a country are read with."""
    return reading(lexicon.concepts(), places.spellings(places.load(), country), _country_of())


@cache
def _country_of() -> Callable[[str], str | None]:
    """Code of a country's name or of its adjective, in any language that is known."""
    known = knowledge.load()
    adjectives = {word: codes[0] for word, codes in known.adjectives.items() if len(codes) == 1}

    @cache
    def code(text: str) -> str | None:
        return adjectives.get(text) or (known.countries.get(text) if len(text) > 3 else None)

    return code
