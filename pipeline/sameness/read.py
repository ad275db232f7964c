"""Names read with all that is known of their countries: the gazetteer, the generic words, the names of countries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from pipeline import knowledge
from pipeline.sameness import japanese, lexicon, places
from pipeline.sameness.parse import Reading, parse, reading
from pipeline.sameness.tokens import Parsed

# Parts of a country that tell its institutions apart, whatever a lexicon takes them for
_PARTS = frozenset(
    (
        "england",
        "english",
        "scotland",
        "scottish",
        "wales",
        "welsh",
        "siberia",
        "siberian",
        "inglaterra",
        "angleterre",
        "ecosse",
    )
)


def parsed(names: Sequence[tuple[str, str | None]], whole: bool = True) -> list[Parsed]:
    """What each (text, country code) says, in order; unless `whole`, of its organisation alone."""
    readings = {country: reader(country) for country in {country for _, country in names}}
    read = [parse(text, readings[country], whole) for text, country in names]
    return japanese.resolve(read, [country for _, country in names])


@cache
def reader(country: str | None) -> Reading:
    """What names of a country are read with."""
    return reading(country, lexicon.concepts(), places.spellings(places.load(), country), _country_of(), _starts())


@cache
def _starts() -> frozenset[str]:
    """First words of the names of countries that have two or more."""
    blocks = knowledge.load().countries.blocks.values()
    names = (line.split("\t")[0] for block in blocks for line in block.splitlines())
    return frozenset(name.split(" ")[0] for name in names if " " in name)


@cache
def _country_of() -> Callable[[str], str | None]:
    """Code of a country's name or of its adjective, in any language that is known."""
    known = knowledge.load()
    adjectives = {word: codes[0] for word, codes in known.adjectives.items() if len(codes) == 1 and word not in _PARTS}

    @cache
    def code(text: str) -> str | None:
        if text in _PARTS or (len(text) < 4 and text.isascii()):
            return adjectives.get(text)
        return adjectives.get(text) or known.countries.get(text)

    return code
