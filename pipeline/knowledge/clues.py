"""What an institution's name says of the country it lies in.

Names and adjectives of countries, cities, provinces, and the language of the name itself. A clue can mislead
("American University of Beirut", "Lincoln University"), so each has a strength: the chance that it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import Literal

from .fold import fold, has_ideographs, key
from .heads import token_of
from .lexicon import Lexicon

ClueKind = Literal["country", "adjective", "city", "language", "subdivision"]

_LONGEST = 4  # words
_LONGEST_IDEOGRAPHS = 8  # characters
_KIN = 0.12  # share of a country's name that stands for its kin
# How often a clue of each kind held on the public registry's names of known country.
_COUNTRY, _ADJECTIVE, _SUBDIVISION, _LANGUAGE = 0.97, 0.9, 0.9, 0.85
_CITY_SMALL, _CITY_LARGE = 0.4, 0.95  # 15,000 people, 5 million
_SUBJECT = 0.15  # a country that is studied, not stood in
_CARDINAL = frozenset({"asian", "asia", "america"})


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a name, the countries they speak for with probabilities, and the chance that they speak true."""

    words: str
    weights: Mapping[str, float]
    kind: ClueKind
    strength: float


@lru_cache(maxsize=1 << 15)
def clues(lexicon: Lexicon, name: str, edition_languages: tuple[str, ...] = ()) -> tuple[Clue, ...]:
    """All clues of a name, in its order. Words of the edition's own languages and of English tell no language."""
    words = _words(lexicon, name)
    found = list(_ideograph_clues(lexicon, name) if has_ideographs(name) else _word_clues(lexicon, words))
    taken = {word for clue in found for word in clue.words.split()}
    found += _language_clues(lexicon, name, [word for word in words if word not in taken], edition_languages)
    return tuple(found)


def _words(lexicon: Lexicon, name: str) -> list[str]:
    return [key(token_of(lexicon, word).bare) for word in name.replace("/", " ").replace("-", " ").split()]


def _word_clues(lexicon: Lexicon, words: Sequence[str]) -> Iterator[Clue]:
    at = 0
    while at < len(words):
        clue, length = _longest_at(lexicon, words, at)
        if clue:
            yield clue
        at += length


def _longest_at(lexicon: Lexicon, words: Sequence[str], at: int) -> tuple[Clue | None, int]:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        if phrase and (clue := _clue(lexicon, phrase)):
            return (_studied(clue) if _is_studied(lexicon, words, at, length, clue) else clue), length
    return None, 1


@lru_cache(maxsize=1 << 16)
def _clue(lexicon: Lexicon, phrase: str) -> Clue | None:
    if code := lexicon.clue_countries.get(phrase):
        return Clue(phrase, _with_kin(lexicon, (code,)), "country", _COUNTRY)
    if codes := lexicon.adjectives.get(phrase):
        return Clue(phrase, _with_kin(lexicon, codes), "adjective", _ADJECTIVE)
    city, area = lexicon.cities.get(phrase), lexicon.subdivisions.get(phrase)
    if not city and not area:
        return None
    people = _people(area or "", _people(city or "", {}))
    if area and not city:
        return Clue(phrase, _shares(people), "subdivision", _SUBDIVISION)
    return Clue(phrase, _shares(people), "city", _city_strength(phrase, max(people.values())))


def _people(line: str, people: dict[str, float]) -> dict[str, float]:
    """Thousands of people a country: "DE265 CH20" read, the larger of both kept."""
    for entry in line.split():
        people[entry[:2]] = max(people.get(entry[:2], 0.0), float(entry[2:]))
    return people


def _city_strength(phrase: str, thousands: float) -> float:
    size = min(1.0, log10(thousands / 15) / log10(5000 / 15))
    strength = _CITY_SMALL + (_CITY_LARGE - _CITY_SMALL) * max(0.0, size)
    return round(strength * (0.6 if len(phrase) < 4 and not has_ideographs(phrase) else 1.0), 3)


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    whole = sum(weights.values())
    return {code: weight / whole for code, weight in weights.items()}


def _with_kin(lexicon: Lexicon, codes: Sequence[str]) -> dict[str, float]:
    weights = dict.fromkeys(codes, 1.0)
    for code in codes:
        for kin in lexicon.kin.get(code, ()):
            weights.setdefault(kin, _KIN)
    return _shares(weights)


def _is_studied(lexicon: Lexicon, words: Sequence[str], at: int, length: int, clue: Clue) -> bool:
    """ "Japanese Studies", "Études chinoises", "Mer de Chine": the country is a subject and not a place."""
    if clue.kind not in ("country", "adjective"):
        return False
    after = words[at + length] if at + length < len(words) else ""
    before = at - 1
    while before > 0 and (words[before] in lexicon.prepositions or words[before] in lexicon.articles):
        before -= 1
    return after in lexicon.subjects or (before >= 0 and words[before] in lexicon.subjects)


def _studied(clue: Clue) -> Clue:
    return Clue(clue.words, clue.weights, clue.kind, _SUBJECT)


def _ideograph_clues(lexicon: Lexicon, name: str) -> Iterator[Clue]:
    """Places inside a name without spaces: 北京 in 北京大学."""
    text = key(name)
    at = 0
    while at < len(text):
        spans = (text[at : at + length] for length in range(_LONGEST_IDEOGRAPHS, 1, -1))
        clue = next((clue for span in spans if len(span) > 1 and (clue := _clue(lexicon, span))), None)
        if clue:
            yield clue
        at += len(clue.words) if clue else 1


def _language_clues(
    lexicon: Lexicon, name: str, words: Sequence[str], edition_languages: tuple[str, ...]
) -> Iterator[Clue]:
    """One clue for each language, or set of languages, that words of the name are written in."""
    own = {*edition_languages, "en"}
    told: dict[tuple[str, ...], str] = {}
    for word in (*words, *_pairs(words)):
        languages = lexicon.clue_words.get(word, ())
        if languages and not own & set(languages):
            told.setdefault(languages, word)
    for languages, word in told.items():
        weights: dict[str, float] = {}
        for language in languages:
            for code, share in lexicon.speakers.get(language, {}).items():
                weights[code] = weights.get(code, 0.0) + share
        if weights:
            yield Clue(word, _shares(weights), "language", _LANGUAGE)


def _pairs(words: Sequence[str]) -> Iterator[str]:
    return (f"{first} {second}" for first, second in zip(words, words[1:], strict=False))
