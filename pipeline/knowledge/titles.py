"""What a title or a stray line of an edition announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from .fold import has_ideographs, key
from .lexicon import Language, Lexicon

Level = Literal["university", "department"]

_BRACKETED = re.compile(r"\s*[(（\[【].*?[)）\]】]\s*")
_ORDINAL = re.compile(r"^\s*(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)]\s+")
_NUMBERS = re.compile(r"\d+")
_COLON = re.compile("[:：]")
_NUMBERED = re.compile(r"^([^\W\d]+(?: [^\W\d]+)?)\.?\s*(?:[\d.-]*\d|[A-Z](?![^\W_])|[IVX]+(?![^\W_]))")
_AROUND = " ()（）[]【】"
_LONGEST = 120  # characters
_LONGEST_REMARK = 20
_SUM = 5  # words of a line that sums up


@lru_cache(maxsize=1 << 12)
def level_of_title(lexicon: Lexicon, text: str) -> Level | None:
    """The level that a title announces: "Conventions interuniversitaires", 部局間協定; None if none. Its brackets may
    say it: "Partner universities (university-wide agreements)"."""
    if len(text) > _LONGEST:
        return None
    phrase, aside = _phrase(text), _BRACKETED.search(text)
    return _level_of(lexicon, phrase) or (
        _level_of(lexicon, key(aside[0].strip(_AROUND))) if aside and title_languages(lexicon, phrase) else None
    )


def _level_of(lexicon: Lexicon, phrase: str) -> Level | None:
    languages = title_languages(lexicon, phrase)
    levels: tuple[Level, ...] = ("university", "department")
    said = {level: max((_saying(one, phrase, level) for one in languages), default=0) for level in levels}
    # The longer wording counts: 단과대학 간, between faculties, ends with 대학 간, between universities.
    longest = max(said.values())
    return next(level for level in levels if said[level] == longest) if longest else None


def _saying(language: Language, phrase: str, level: Level) -> int:
    """Length of the longest wording of a level in a title's phrase, 0 where there is none."""
    return max((len(name) for name in language.titles[level] if _contains(phrase, name)), default=0)


@lru_cache(maxsize=1 << 12)
def is_title(lexicon: Lexicon, text: str) -> bool:
    """Whether the text is the title of a list of agreements of any level: "Liste des conventions"."""
    return bool(title_languages(lexicon, _phrase(text)))


def _phrase(text: str) -> str:
    """What a title says, without brackets and the number that opens it: `II. Accords spécifiques (43)`."""
    return key(_ORDINAL.sub("", _BRACKETED.sub(" ", text)))


@lru_cache(maxsize=1 << 12)
def title_languages(lexicon: Lexicon, phrase: str) -> tuple[Language, ...]:
    """The languages that have a word for agreements or a level in the phrase, if it consists of their titles' words.

    No other word stands in it: "Convention University" is a name.
    """
    if not has_ideographs(phrase) and not _title_words(lexicon).issuperset(_words(phrase)):
        return ()
    speaking = tuple(one for one in lexicon.languages.values() if _announces(one, phrase))
    return speaking if _consists_of(lexicon, phrase, speaking) else ()


def _announces(language: Language, phrase: str) -> bool:
    titles = language.titles
    return phrase in titles["university"] | titles["department"] or any(
        _contains(phrase, name) for name in titles["agreement"]
    )


def _consists_of(lexicon: Lexicon, phrase: str, languages: Sequence[Language]) -> bool:
    if has_ideographs(phrase):
        return len(phrase) <= 30
    known = _small_words(lexicon).union(*(one.title_words for one in languages))
    return known.issuperset(_words(phrase))


def _words(phrase: str) -> list[str]:
    return [word for word in phrase.split() if not word.isdigit()]


@lru_cache(maxsize=4)
def _title_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of titles in all languages: most texts hold another, and are no title."""
    return _small_words(lexicon).union(*(one.title_words for one in lexicon.languages.values()))


@lru_cache(maxsize=4)
def _small_words(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.prepositions | lexicon.articles | lexicon.elisions


@lru_cache(maxsize=1 << 12)
def is_continuation(lexicon: Lexicon, text: str) -> bool:
    """Whether the text only says that a list goes on: "* Suite à la page 57.", "(suite)", つづく."""
    if len(text) > _LONGEST:
        return False
    return key(_NUMBERS.sub(" ", text)) in _noted(lexicon, "continued")


@lru_cache(maxsize=1 << 12)
def is_total(lexicon: Lexicon, text: str) -> bool:
    """Whether a line sums up what stands above it: `Total: 61`, 총 61개 대학."""
    said = _NUMBERS.split(text, maxsplit=1)
    phrase = key(said[0]) if len(said) > 1 and len(text.split()) <= _SUM else ""
    return phrase in _noted(lexicon, "totals")


@lru_cache(maxsize=1 << 12)
def is_remark(lexicon: Lexicon, text: str) -> bool:
    """Whether a line says what it remarks: `Note: ...`, （資料來源：國際事務處）."""
    said = _COLON.split(text, maxsplit=1)
    return len(said) > 1 and len(said[0]) <= _LONGEST_REMARK and key(said[0]) in _noted(lexicon, "remark")


def without_remark(lexicon: Lexicon, text: str) -> str:
    """The text without the word that refers to a note behind it: 台湾注, `Spain note`."""
    words = sorted(_noted(lexicon, "remark"), key=len, reverse=True)
    return next((text[: -len(word)].rstrip() for word in words if text.casefold().endswith(word)), text)


@lru_cache(maxsize=1 << 12)
def captioned(lexicon: Lexicon, text: str) -> str | None:
    """What a line says that a table shows, behind its number: `Tableau 1. – Ententes par unité`, `表 3-2 协议`."""
    found = _NUMBERED.match(text)
    phrase = key(found[1]) if found else ""
    known = any(phrase in language.notes["captions"] for language in lexicon.languages.values())
    return text[found.end() :].lstrip(" .:：–—-") if found and known else None


@lru_cache(maxsize=4)
def _noted(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset().union(*(language.notes[kind] for language in lexicon.languages.values()))


def _contains(phrase: str, name: str) -> bool:
    """Whether a name stands in the phrase: as whole words, or anywhere in writing without spaces."""
    return name in phrase if has_ideographs(name) else f" {name} " in f" {phrase} "
