"""Where the name of one head noun begins: how far its modifiers reach back, and what precedes keeps.

In "University of Applied Sciences Nanyang Technological University" the words before the second head are the
first name's complement and the second name's modifiers, and only knowledge of words tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .fold import key
from .headwords import Head
from .lexicon import Lexicon
from .names import country
from .words import Token

_LIKELY = 0.7  # share of the likeliest beginning where another is possible
_AFTER_COMMA = 0.8  # the same where a comma stands before
_UNIVERSITY_WORDS = frozenset({"college", "hospital"})  # "University College Cork" is one head
_LONGEST_PLACE = 4  # tokens: "Rio Grande do Sul"


@dataclass(frozen=True, slots=True)
class Name:
    """The tokens of a text, the heads among them by index, and each token in a head with that index."""

    lexicon: Lexicon
    tokens: Sequence[Token]
    heads: Mapping[int, Head]
    covered: Mapping[int, int]


def beginnings(name: Name, at: int) -> Iterator[tuple[int, float]]:
    """First tokens that the name of the head at `at` may have, each with its share of likelihood."""
    first = _reach(name, at)
    if first == at or name.heads[at].order == "first" or first == 0 or name.tokens[first].opens:
        yield first, 1.0
        return
    earliest, likely, share = _dues(name, first, at)
    others = [begin for begin in range(earliest, at + 1) if begin != likely and not _joins(name, begin)]
    yield likely, share if others else 1.0
    for begin in others:
        yield begin, (1 - share) / len(others)


def freedom(name: Name, begin: int) -> float:
    """How free a name is to begin here: little where a preposition governs it ("de l'Académie")."""
    token, tokens = name.tokens[begin], name.tokens
    if token.elided:
        return 0.1
    if begin == 0 or tokens[begin - 1].ends:
        return 1.0
    if token.opens:
        return 0.2  # another name of the same, in brackets or quotes
    if tokens[begin - 1].bare in name.lexicon.conjunctions:
        return 0.3
    if _governor(name, begin) is not None:
        return 0.1
    return 0.9 if token.capital else 0.3


def _reach(name: Name, at: int) -> int:
    """The farthest word before a head that can belong to it."""
    first = at
    while first > 0 and _modifies(name, first - 1, at):
        first -= 1
    while first < at and _joins(name, first):
        first += 1
    return first if first == at or name.heads[at].order == "first" else _whole_place(name, first)


def _whole_place(name: Name, first: int) -> int:
    """The first word of a place's name that `first` stands in: "Rio de Janeiro State University"."""
    for begin in range(max(0, first - 3), first - 1):
        if not any(token.ends for token in name.tokens[begin:first]) and _is_place(name, begin, first + 1):
            return begin
    return first


def _joins(name: Name, at: int) -> bool:
    return name.tokens[at].bare in name.lexicon.conjunctions


def _modifies(name: Name, at: int, head_at: int) -> bool:
    """Whether the word before a head's phrase belongs to it as an adjective, determiner or name."""
    token, following, head = name.tokens[at], name.tokens[at + 1], name.heads[head_at]
    if token.ends or following.opens or following.elided or not token.bare:
        return False
    if at in name.covered:
        return at == head_at - 1 and head.words[0] in _UNIVERSITY_WORDS and token.bare == "university"
    if _joins(name, at):
        return (
            at > 0 and not name.tokens[at - 1].ends and _is_modifier(name.lexicon, name.tokens[at - 1], head)
        )
    return _is_modifier(name.lexicon, token, head)


def _is_modifier(lexicon: Lexicon, token: Token, head: Head) -> bool:
    """Whether the word is one that its language puts before the head."""
    if token.bare in lexicon.before.get(head.language, ()):
        return True
    if token.bare.endswith(lexicon.before_endings.get(head.language) or ("\n",)):
        return True
    own = lexicon.language_prepositions.get(head.language, frozenset())
    return head.order != "first" and token.capital and token.bare not in own


def _dues(name: Name, first: int, at: int) -> tuple[int, int, float]:
    """The earliest and the likeliest beginning, and the likeliest one's share: what precedes takes its due.

    "University of Johannesburg | Stanford University": "of" takes one word at least, or a whole place's name;
    but "Faculty of Law of | Stanford University", where the first "of" has had its own.
    """
    if name.tokens[first - 1].ends:
        return first, first, _AFTER_COMMA
    governor = _governor(name, first)
    if governor is None:
        return first, _after_place(name, first, at), _LIKELY
    if (governor - 1) not in name.covered and governor not in name.covered and _links(name, governor, at):
        return first, first, _LIKELY
    return first + 1, max(first + 1, _after_place(name, first, at)), _LIKELY


def _links(name: Name, governor: int, at: int) -> bool:
    """Whether the preposition is one that binds a unit to an organisation, in the head's own language."""
    word, language = name.tokens[governor].bare, name.heads[at].language
    return word in name.lexicon.of and word in name.lexicon.language_prepositions.get(language, ())


def _after_place(name: Name, first: int, at: int) -> int:
    """Where the name begins when a place and fields of study before it belong to the name before it."""
    after = max(first + _place_length(name, first, at), _after_field(name, first, at))
    while after < at and _joins(name, after):
        after += 1
    if _governs(name, at):
        return max(after, _first_qualifier(name, first, at))  # "Lausanne | Faculty of Law"
    own = name.tokens[after:at]
    if all(token.bare in name.lexicon.qualifiers for token in own):
        return first  # "State University" alone is no name: "Astrakhan State University"
    return after


def _after_field(name: Name, first: int, at: int) -> int:
    """The word after the last field of study: "of Applied Sciences | Nanyang Technological University"."""
    last = at if _governs(name, at) else at - 1
    fields = [index for index in range(first, last) if name.tokens[index].bare in name.lexicon.fields]
    return fields[-1] + 1 if fields and _governor(name, first) is not None else first


def _first_qualifier(name: Name, first: int, at: int) -> int:
    """The first adjective before a head that its complement follows: "Royal Danish School of"."""
    begin = at
    while begin > first and _qualifies(name.lexicon, name.tokens[begin - 1].bare):
        begin -= 1
    return begin


def _qualifies(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.qualifiers or word in lexicon.adjectives


def _governs(name: Name, at: int) -> bool:
    """Whether a preposition with the head's complement follows it: "University of"."""
    head = name.heads[at]
    after = at + len(head.words)
    own = name.lexicon.language_prepositions.get(head.language, frozenset())
    if head.words[-1] in own:
        return True
    return after < len(name.tokens) and not name.tokens[after - 1].ends and name.tokens[after].bare in own


def _governor(name: Name, at: int) -> int | None:
    """Index of the preposition that governs the word at `at`, over an article: "of the Free State"."""
    before, tokens, lexicon = at - 1, name.tokens, name.lexicon
    if (
        before > 0
        and tokens[before].bare in lexicon.articles
        and tokens[before].bare not in lexicon.prepositions
    ):
        before -= 1
    return before if before >= 0 and tokens[before].bare in lexicon.prepositions else None


def _place_length(name: Name, first: int, at: int) -> int:
    lengths = range(min(_LONGEST_PLACE, at - first), 0, -1)
    return next((length for length in lengths if _is_place(name, first, first + length)), 0)


def _is_place(name: Name, begin: int, end: int) -> bool:
    lexicon, place = name.lexicon, key(" ".join(token.bare for token in name.tokens[begin:end]))
    return bool(country(lexicon, place) or lexicon.cities.get(place) or lexicon.subdivisions.get(place))
