"""What a title or a stray line of an edition announces."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from .fold import has_ideographs, key
from .lexicon import Lexicon

Level = Literal["university", "department"]

_BRACKETED = re.compile(r"\s*[(（\[【].*?[)）\]】]\s*")
_NUMBERS = re.compile(r"\d+")
_LONGEST = 120  # characters


@lru_cache(maxsize=1 << 12)
def level_of_title(lexicon: Lexicon, text: str) -> Level | None:
    """The level that a title announces: "Conventions interuniversitaires", 部局間協定; None if none."""
    if len(text) > _LONGEST:
        return None
    phrase = key(_BRACKETED.sub(" ", text))
    if not _only_title_words(lexicon, phrase):
        return None
    levels: tuple[Level, ...] = ("university", "department")
    said = {level: _saying(lexicon, phrase, level) for level in levels}
    # The longer wording counts: 단과대학 간, between faculties, ends with 대학 간, between universities.
    longest = max(said.values())
    return next(level for level in levels if said[level] == longest) if longest else None


def _saying(lexicon: Lexicon, phrase: str, level: Level) -> int:
    """Length of the longest wording of a level in a title's phrase, 0 where there is none."""
    lengths = [0]
    for language in lexicon.languages.values():
        if phrase in language.titles[level] or _contains(phrase, language.titles["agreement"]):
            lengths += [len(name) for name in language.titles[level] if _contains(phrase, frozenset({name}))]
    return max(lengths)


def is_title(lexicon: Lexicon, text: str) -> bool:
    """Whether the text is the title of a list of agreements of any level: "Liste des conventions"."""
    if level_of_title(lexicon, text):
        return True
    phrase = key(_BRACKETED.sub(" ", text))
    agreements = (language.titles["agreement"] for language in lexicon.languages.values())
    return any(_contains(phrase, names) for names in agreements) and _only_title_words(lexicon, phrase)


@lru_cache(maxsize=1 << 12)
def is_continuation(lexicon: Lexicon, text: str) -> bool:
    """Whether the text only says that a list goes on: "* Suite à la page 57.", "(suite)", つづく."""
    if len(text) > _LONGEST:
        return False
    phrase = key(_NUMBERS.sub(" ", text))
    return any(phrase in language.notes["continued"] for language in lexicon.languages.values())


def _contains(phrase: str, names: frozenset[str]) -> bool:
    """Whether a name stands in the phrase: as whole words, or anywhere in writing without spaces."""
    spaced = f" {phrase} "
    return any(name in phrase if has_ideographs(name) else f" {name} " in spaced for name in names)


def _only_title_words(lexicon: Lexicon, phrase: str) -> bool:
    """Whether no word stands in the phrase that titles do not hold: "Convention University" is a name."""
    if has_ideographs(phrase):
        return len(phrase) <= 30
    known = lexicon.prepositions | lexicon.articles | lexicon.elisions
    for language in lexicon.languages.values():
        known |= {word for names in language.titles.values() for name in names for word in name.split()}
    return all(word in known or word.isdigit() for word in phrase.split())
