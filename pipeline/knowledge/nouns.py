"""Head nouns of organisations and units among the words of a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from .headwords import Head
from .lexicon import Lexicon
from .words import Token


def find_heads(lexicon: Lexicon, tokens: Sequence[Token]) -> Iterator[tuple[int, Head]]:
    """Index and head noun wherever one stands among the tokens, the longest that fits."""
    at = 0
    while at < len(tokens):
        head = _head_at(lexicon, tokens, at)
        if head:
            yield at, head
        at += len(head.words) if head else 1


def _head_at(lexicon: Lexicon, tokens: Sequence[Token], at: int) -> Head | None:
    fitting = [
        head
        for head in lexicon.heads.get(tokens[at].bare, ())
        if head.words == tuple(token.bare for token in tokens[at : at + len(head.words)])
    ]
    if not fitting:
        return _compound(lexicon, tokens[at].bare)
    return max(fitting, key=lambda head: (len(head.words), *_fits(lexicon, tokens, at, head)))


def shorter(lexicon: Lexicon, head: Head) -> Head | None:
    """The head noun that a longer one ends with: "University | College of Engineering"."""
    rest = head.words[1:]
    same = (other for other in lexicon.heads.get(rest[0] if rest else "", ()) if other.words == rest)
    return next(same, None)


def _fits(lexicon: Lexicon, tokens: Sequence[Token], at: int, head: Head) -> tuple[bool, bool]:
    """How well a head's language fits what follows and, of words alike without accents, its own letters."""
    return _in_context(lexicon, tokens, at, head), (head.language == "en") == tokens[at].ascii


def _in_context(lexicon: Lexicon, tokens: Sequence[Token], at: int, head: Head) -> bool:
    """Whether the word after the head is of its language: "College of", but "Collège des"."""
    after = at + len(head.words)
    if after >= len(tokens) or tokens[after - 1].ends:
        return head.order == "last" and at > 0 and not tokens[at - 1].ends  # "Boston College"
    if tokens[after].elided:
        return bool(lexicon.languages_eliding & {head.language})
    return tokens[after].bare in lexicon.language_prepositions.get(head.language, ())


@lru_cache(maxsize=4)
def _suffixes(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(suffix for suffix, _ in lexicon.suffixes)


@lru_cache(maxsize=1 << 15)
def _compound(lexicon: Lexicon, word: str) -> Head | None:
    """ "Fachhochschule", 東京大学, "Steinbeis-Hochschule-Berlin": a head ends the word or a part of it."""
    parts = (word, *word.split("-")[:-1])
    if not any(part.endswith(_suffixes(lexicon)) for part in parts):
        return None
    for suffix, head in lexicon.suffixes:
        if len(word) > len(suffix) and any(part.endswith(suffix) for part in parts):
            return replace(head, words=(word,))
    return None
