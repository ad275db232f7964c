"""Where names of organisations and units start: the head nouns that tell run-together names apart.

French, Spanish or Italian put the head first ("Université de Lund"); English, Hungarian or Turkish put it
after its modifiers ("Nanyang Technological University"), so that the name starts some words before its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .headwords import Head
from .lexicon import Lexicon
from .names import country
from .nouns import find_heads
from .words import Token, token_of

Kind = Literal["organisation", "unit"]

_UNIVERSITY_WORDS = frozenset({"college", "hospital"})  # "University College Cork" is one head
_LONGEST_PLACE = 4  # tokens: "Rio Grande do Sul"


@dataclass(frozen=True, slots=True)
class HeadStart:
    """A place where a name may start: `length` tokens run from its first word over its head.

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


def head_starts(lexicon: Lexicon, tokens: Sequence[str]) -> tuple[HeadStart, ...]:
    """All places where a name may start, in order; `tokens` are what stands between white space."""
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


def _beginnings(
    lexicon: Lexicon, tokens: list[Token], at: int, head: Head, heads: dict[int, Head]
) -> Iterator[tuple[int, float]]:
    """First tokens that the name of the head at `at` may have, each with its share of likelihood."""
    first = at
    while first > 0 and _modifies(lexicon, tokens, first - 1, head, heads):
        first -= 1
    while first < at and tokens[first].bare in lexicon.conjunctions:
        first += 1
    earliest, likely = _after_complement(lexicon, tokens, first, at, heads)
    others = [
        begin
        for begin in range(earliest, at + 1)
        if begin != likely and tokens[begin].bare not in lexicon.conjunctions
    ]
    if first == earliest == likely or not others:
        yield likely, 1.0
        return
    yield likely, 0.7
    for begin in others:
        yield begin, 0.3 / len(others)


def _modifies(lexicon: Lexicon, tokens: list[Token], at: int, head: Head, heads: dict[int, Head]) -> bool:
    """Whether the word before a head's phrase belongs to it as an adjective, determiner or name."""
    token, following = tokens[at], tokens[at + 1]
    if token.ends or following.opens or following.elided or not token.bare:
        return False
    if any(begin <= at < begin + len(other.words) for begin, other in heads.items()):
        return head.words[0] in _UNIVERSITY_WORDS and token.bare == "university" and head.language == "en"
    if token.bare in lexicon.conjunctions:
        return at > 0 and not tokens[at - 1].ends and _is_modifier(lexicon, tokens[at - 1], head)
    return _is_modifier(lexicon, token, head)


def _is_modifier(lexicon: Lexicon, token: Token, head: Head) -> bool:
    """Whether the word is one that its language puts before the head."""
    if token.bare in lexicon.before.get(head.language, ()):
        return True
    if token.bare.endswith(lexicon.before_endings.get(head.language) or ("\n",)):
        return True
    own = lexicon.language_prepositions.get(head.language, frozenset())
    return head.order != "first" and token.capital and token.bare not in own


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
    inside_heads = {begin + len(head.words) - 1 for begin, head in heads.items() if len(head.words) > 1}
    place = _place_length(lexicon, tokens, first, at)
    if (governor := _governor(lexicon, tokens, first)) is not None:
        if governor not in ends_of_heads | inside_heads:  # "School of" is one head
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
    if tokens[begin].elided:
        return 0.1
    if begin == 0 or tokens[begin - 1].ends:
        return 1.0
    if tokens[begin - 1].bare in lexicon.conjunctions:
        return 0.3
    if _governor(lexicon, tokens, begin) is not None:
        return 0.1
    return 0.9 if tokens[begin].capital else 0.3
