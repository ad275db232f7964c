"""Where names of organisations and units start: the head nouns that tell run-together names apart.

French, Spanish or Italian put the head first ("Université de Lund"); English, Hungarian or Turkish put it after
its modifiers ("Nanyang Technological University"), so that the name starts some words before its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from .fold import fold
from .lexicon import Head, Lexicon
from .names import country

Kind = Literal["organisation", "unit"]

_EDGES = "()[]{}\"'«»“”„‚‘’*.,;:!?/|•·・-–—"
_OPENS = ("(", "[", "（", "［", '"', "“", "„", "«")
_ENDS = re.compile(r"[,;:)\]）］/|。、，]$|\.$")
_JOINING = frozenset({"and", "&"})
_UNIVERSITY_WORDS = frozenset({"college", "hospital"})  # "University College Cork" is one head
_LONGEST_PLACE = 4  # tokens: "Rio Grande do Sul"


@dataclass(frozen=True, slots=True)
class HeadStart:
    """A place where a name may start: tokens `index` up to `index + length` run from its first word over its head.

    `head` is the head noun's own first token. `strength` (0 to 1) says how likely a name starts exactly here;
    the places that one head noun may have share theirs. A word that names units and organisations alike
    ("Institut") gives one entry of each kind.
    """

    index: int
    kind: Kind
    length: int
    strength: float
    language: str
    head: int


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between white space, as head nouns are looked up."""

    bare: str  # folded, without punctuation around and elision before
    capital: bool
    ends: bool  # punctuation after it ends a phrase
    opens: bool
    elided: bool  # "d'", "l'" before it: it is governed by what precedes


def head_starts(lexicon: Lexicon, tokens: Sequence[str]) -> tuple[HeadStart, ...]:
    """All places where a name of an organisation or unit may start, in order; `tokens` stand between white space."""
    return _head_starts(lexicon, tuple(tokens))


@lru_cache(maxsize=1 << 14)
def _head_starts(lexicon: Lexicon, texts: tuple[str, ...]) -> tuple[HeadStart, ...]:
    tokens = [token_of(lexicon, text) for text in texts]
    heads = dict(find_heads(lexicon, tokens))
    found = [
        start
        for at, head in heads.items()
        for begin, share in _beginnings(lexicon, tokens, at, head, heads)
        for start in _starts(tokens, at, head, begin, share * _freedom(lexicon, tokens, begin))
    ]
    return tuple(sorted(found, key=lambda start: (start.index, start.head, start.kind)))


def find_heads(lexicon: Lexicon, tokens: Sequence[Token]) -> Iterator[tuple[int, Head]]:
    """Index and head noun wherever one stands among the tokens, the longest that fits."""
    at = 0
    while at < len(tokens):
        head = _head_at(lexicon, tokens, at)
        if head:
            yield at, head
        at += len(head.words) if head else 1


@lru_cache(maxsize=1 << 15)
def token_of(lexicon: Lexicon, text: str) -> Token:
    """A token without the punctuation around it and the elision before it."""
    plain = text.strip(_EDGES)
    folded = fold(plain)
    before, elision, rest = folded.partition("'")
    elided = bool(elision) and before in lexicon.elisions and bool(rest)
    letters = plain.partition("'")[2] if elided and "'" in plain else plain
    return Token(
        bare=rest if elided else folded,
        capital=letters[:1].isupper()
        or letters[:1].isdigit()
        or letters[-1:].isupper()
        or _caseless(letters),
        ends=bool(_ENDS.search(text)) and not _is_initial(text),
        opens=text.startswith(_OPENS),
        elided=elided,
    )


def _caseless(letters: str) -> bool:
    return letters[:1].isalpha() and letters[:1].upper() == letters[:1].lower()


def _is_initial(text: str) -> bool:
    return text.endswith(".") and len(text.strip(_EDGES)) <= 3  # "St.", "V.I."


def _head_at(lexicon: Lexicon, tokens: Sequence[Token], at: int) -> Head | None:
    fitting = [
        head
        for head in lexicon.heads.get(tokens[at].bare, ())
        if head.words == tuple(token.bare for token in tokens[at : at + len(head.words)])
    ]
    if not fitting:
        return _compound(lexicon, tokens[at].bare)
    return max(fitting, key=lambda head: (len(head.words), _in_context(lexicon, tokens, at, head)))


def _in_context(lexicon: Lexicon, tokens: Sequence[Token], at: int, head: Head) -> bool:
    """Whether the word after the head tells of its language: "College of", but "Collège des", "Collège d'"."""
    after = at + len(head.words)
    if after >= len(tokens) or tokens[after - 1].ends:
        return head.order == "last" and at > 0 and not tokens[at - 1].ends  # "Boston College"
    if tokens[after].elided:
        return bool(lexicon.languages_eliding & {head.language})
    return tokens[after].bare in lexicon.language_prepositions.get(head.language, ())


@lru_cache(maxsize=1 << 15)
def _compound(lexicon: Lexicon, word: str) -> Head | None:
    """ "Fachhochschule", 東京大学: the head is the end of the word."""
    for suffix, head in lexicon.suffixes:
        if word.endswith(suffix) and len(word) > len(suffix):
            return replace(head, words=(word,))
    return None


def _beginnings(
    lexicon: Lexicon, tokens: list[Token], at: int, head: Head, heads: dict[int, Head]
) -> Iterator[tuple[int, float]]:
    """First tokens that the name of the head at `at` may have, each with its share of likelihood."""
    first = at
    while first > 0 and _modifies(lexicon, tokens, first - 1, first, head, heads):
        first -= 1
    while first < at and tokens[first].bare in _JOINING:
        first += 1
    earliest, likely = _after_complement(lexicon, tokens, first, at, heads)
    others = [
        begin for begin in range(earliest, at + 1) if begin != likely and tokens[begin].bare not in _JOINING
    ]
    if first == earliest == likely or not others:
        yield likely, 1.0
        return
    yield likely, 0.7
    for begin in others:
        yield begin, 0.3 / len(others)


def _modifies(
    lexicon: Lexicon, tokens: list[Token], at: int, following: int, head: Head, heads: dict[int, Head]
) -> bool:
    """Whether the token before a head's phrase belongs to it as an adjective, determiner or name."""
    token = tokens[at]
    if token.ends or tokens[following].opens or tokens[following].elided or not token.bare:
        return False
    if at in heads or any(begin < at < begin + len(other.words) for begin, other in heads.items()):
        return head.words[0] in _UNIVERSITY_WORDS and token.bare == "university" and head.language == "en"
    if token.bare in lexicon.before.get(head.language, ()):
        return True
    if token.bare.endswith(lexicon.before_endings.get(head.language, ())) and lexicon.before_endings.get(
        head.language
    ):
        return True
    if head.order == "first":
        return False
    if token.bare in _JOINING:
        return head.language == "en" and at > 0 and tokens[at - 1].capital and not tokens[at - 1].ends
    return token.capital and token.bare not in lexicon.language_prepositions.get(head.language, ())


def _after_complement(
    lexicon: Lexicon, tokens: list[Token], first: int, at: int, heads: dict[int, Head]
) -> tuple[int, int]:
    """Where the name may start at the earliest, and where it does if what precedes takes its due.

    "University of Johannesburg | Stanford University": "of" takes one word at least, or a whole place's name;
    but "Faculty of Law of | Stanford University", where the first "of" has had its own.
    """
    if first in (0, at) or tokens[first - 1].ends or tokens[first].opens or heads[at].order == "first":
        return first, first
    ends_of_heads = {begin + len(head.words) for begin, head in heads.items()}
    place = _place_length(lexicon, tokens, first, at)
    if (governor := _governor(lexicon, tokens, first)) is not None:
        if governor not in ends_of_heads:
            return first, first
        return first + 1, min(at, first + max(1, place))
    if first in ends_of_heads:
        return first, min(at, first + place)  # "Taoist College Singapore | Nanyang Technological University"
    return first, first


def _governor(lexicon: Lexicon, tokens: list[Token], at: int) -> int | None:
    """Index of the preposition that governs the word at `at`, over an article: "of the Free State"."""
    before = at - 1
    if (
        before > 0
        and tokens[before].bare in lexicon.articles
        and tokens[before].bare not in lexicon.prepositions
    ):
        before -= 1
    return before if before >= 0 and tokens[before].bare in lexicon.prepositions else None


def _place_length(lexicon: Lexicon, tokens: list[Token], first: int, at: int) -> int:
    for length in range(min(_LONGEST_PLACE, at - first), 0, -1):
        name = " ".join(token.bare for token in tokens[first : first + length])
        if country(lexicon, name) or lexicon.cities.get(name) or lexicon.subdivisions.get(name):
            return length
    return 0


def _starts(tokens: list[Token], at: int, head: Head, begin: int, share: float) -> Iterator[HeadStart]:
    length = at + len(head.words) - begin
    for kind in sorted(head.kinds):
        strength = round(head.strength * share, 3)
        yield HeadStart(
            begin, "unit" if kind == "unit" else "organisation", length, strength, head.language, at
        )


def _freedom(lexicon: Lexicon, tokens: list[Token], begin: int) -> float:
    """How free a phrase is to start here: little where a preposition governs it ("de l'Académie")."""
    if begin == 0 or (tokens[begin - 1].ends and not tokens[begin].elided):
        return 1.0
    if tokens[begin].elided:
        return 0.1
    previous = tokens[begin - 1].bare
    if previous in lexicon.articles and begin > 1:
        previous = tokens[begin - 2].bare
    if previous in lexicon.prepositions:
        return 0.1
    return 0.9 if tokens[begin].capital else 0.3
