"""What an institution's name says of the country it lies in.

Names and adjectives of countries, cities, provinces, and the language of the name itself. A clue can mislead
("American University of Beirut", "Lincoln University"), so each has a strength: the chance that it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, log10
from typing import Literal

from .fold import has_ideographs, key
from .lexicon import Lexicon
from .words import token_of

ClueKind = Literal["name", "country", "adjective", "city", "language", "subdivision"]

_BRACKETED = re.compile(r"\s*[(（\[].*?[)）\]]\s*")
_LONGEST = 4  # words
_LONGEST_IDEOGRAPHS = 8  # characters
_KIN = 0.12  # share of a country's name that stands for its kin
# How often a clue of each kind held on the public registry's names of known country.
_NAME, _COUNTRY, _ADJECTIVE, _LANGUAGE = 0.94, 0.96, 0.84, 0.8
_SUBDIVISION = 0.9  # of a city's of the same size: regions cross borders (Silesia, Sahel)
_SMALL, _LARGE, _MIDDLE, _STEEP = 0.2, 0.94, 0.3, 12.0  # a place's strength by its size, a logistic curve
_WIDE = 0.5  # "American University" is a kind of university
_NAMESAKE, _ABROAD = 100.0, 0.45  # thousands of people, share of a namesake abroad
_SUBJECT = 0.15  # a country that is studied, not stood in


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a name, the countries they speak for, and the chance that they speak true."""

    words: str
    weights: Mapping[str, float]
    kind: ClueKind
    strength: float


@lru_cache(maxsize=1 << 15)
def clues(lexicon: Lexicon, name: str, edition_languages: tuple[str, ...] = ()) -> tuple[Clue, ...]:
    """All clues of a name, in order; words of the edition's languages and of English tell no language."""
    words = _words(lexicon, name)
    found = list(_ideograph_clues(lexicon, name) if has_ideographs(name) else _word_clues(lexicon, words))
    taken = {word for clue in found for word in clue.words.split()}
    found += _language_clues(lexicon, name, [word for word in words if word not in taken], edition_languages)
    return (*_name_clues(lexicon, name), *found)


def _name_clues(lexicon: Lexicon, name: str) -> Iterator[Clue]:
    """The country of a university known by its whole name, or by what stands behind the comma of a unit."""
    parts = name.split(", ")
    for at in range(len(parts)):
        whole = key(_BRACKETED.sub(" ", ", ".join(parts[at:])))
        if codes := lexicon.registered.get(whole, "").split():
            yield Clue(whole, _with_kin(lexicon, codes), "name", round(_NAME / len(codes) ** 0.3, 3))
            return


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
    city, area = lexicon.cities.get(phrase), lexicon.subdivisions.get(phrase)
    people = _people(area or "", _people(city or "", {}))
    if code := lexicon.clue_countries.get(phrase):
        return Clue(phrase, _with_others(_with_kin(lexicon, (code,)), people), "country", _COUNTRY)
    if codes := lexicon.adjectives.get(phrase):
        strength = _WIDE if phrase in lexicon.wide else _ADJECTIVE
        return Clue(phrase, _with_others(_with_kin(lexicon, codes), people), "adjective", strength)
    if not people:
        return None
    strength = round(_place_strength(lexicon, phrase, people) * (1 if city else _SUBDIVISION), 3)
    return Clue(phrase, _placed(lexicon, people), "city" if city else "subdivision", strength)


def _placed(lexicon: Lexicon, people: Mapping[str, float]) -> dict[str, float]:
    """Shares of a place's countries, and a little for their kin: Hong Kong lies in China too."""
    weights = dict(people)
    for code, count in people.items():
        for kin in lexicon.kin.get(code, ()):
            weights.setdefault(kin, _KIN * count)
    return _shares(weights)


def _with_others(weights: Mapping[str, float], people: Mapping[str, float]) -> dict[str, float]:
    """A country's weights with those of large places abroad of its name: Georgia, Niger, Granada."""
    abroad = {code: count for code, count in people.items() if code not in weights and count >= _NAMESAKE}
    if not abroad:
        return dict(weights)
    part = {code: _ABROAD * share for code, share in _shares(abroad).items()}
    return part | {code: (1 - _ABROAD) * share for code, share in weights.items()}


def _people(line: str, people: dict[str, float]) -> dict[str, float]:
    """Thousands of people a country: "DE265 CH20" read, the larger of both kept."""
    for entry in line.split():
        people[entry[:2]] = max(people.get(entry[:2], 0.0), float(entry[2:]))
    return people


def _place_strength(lexicon: Lexicon, phrase: str, people: Mapping[str, float]) -> float:
    """Larger for larger places, smaller for names that several countries share, of saints, or very short."""
    size = log10(max(15.0, *people.values()) / 15) / log10(5000 / 15)  # 0 at 15,000 people, 1 at 5 million
    strength = _SMALL + (_LARGE - _SMALL) / (1 + exp(-_STEEP * (size - _MIDDLE)))
    shared = sum(share**2 for share in _shares(people).values())  # 1 where one country alone has the name
    saint = phrase.split(maxsplit=1)[0] in lexicon.saints
    halves = saint + (len(phrase) < 4 and not has_ideographs(phrase))
    return float(round(strength * shared**0.3 * 0.5**halves, 3))


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
    """Places inside a name without spaces: 北京 in 北京大学; words in other letters beside it are whole ones."""
    text = key(name)
    at = 0
    while at < len(text):
        ends = (end for end in range(min(len(text), at + _LONGEST_IDEOGRAPHS), at + 1, -1) if not _halves(text, end))
        spans = (text[at:end] for end in ends if not _halves(text, at))
        clue = next((clue for span in spans if (clue := _clue(lexicon, span))), None)
        if clue:
            yield clue
        at += len(clue.words) if clue else 1


def _halves(text: str, at: int) -> bool:
    """Whether a word of letters that are no ideographs stands on both sides: `oran` in エトヴェシュ (Eötvös Loránd)."""
    return 0 < at < len(text) and all(char.isalnum() and not has_ideographs(char) for char in text[at - 1 : at + 1])


def _language_clues(
    lexicon: Lexicon, name: str, words: Sequence[str], edition_languages: tuple[str, ...]
) -> Iterator[Clue]:
    """One clue for each language, or set of languages, that words of the name are written in."""
    own = {*edition_languages, "en"}
    told: dict[tuple[str, ...], str] = {}
    for word in (*words, *_pairs(words)):
        languages = tuple(lexicon.clue_words.get(word, ()))
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
    return (f"{first} {second}" for first, second in pairwise(words))
