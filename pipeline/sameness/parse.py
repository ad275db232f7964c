"""A name becomes tokens: concepts for generic words, canonical places, romanised words for what is distinctive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import unescape

from pipeline.sameness.address import address, organisation
from pipeline.sameness.lexicon import Concepts, lookup
from pipeline.sameness.places import Spellings
from pipeline.sameness.romanise import fold, is_adjective, is_han, is_unspaced, romanise, words
from pipeline.sameness.tokens import Parsed, Piece, Token

LONGEST = 400  # letters of a name that are read; what comes after is no name

_ROMAN = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
    "xiii": "13",
}
_NUMBER = re.compile(r"(\d{1,9})(?:st|nd|rd|th|er|ere|e|eme|a|o)?$", re.ASCII)

_COMMA = re.compile(r"[,;،、，]|\s[|/]\s")
_MAIL = re.compile(r"(?:\be-?mail\b.*|\S+@\S+)", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\. ?){2,}")  # I.I.T., U. C.
_NOWHERE: frozenset[int] = frozenset()
_LONE_ROMAN = re.compile(r"(?<=\w\w )([IVX])(?=$|[\s,;)-])")


@dataclass(frozen=True, slots=True)
class Reading:
    """What names of one country are read with; `seen` remembers each distinct word."""

    code: str | None
    lexicon: Concepts
    places: Spellings
    country: Callable[[str], str | None]  # code of a country's name or adjective
    starts: frozenset[str]  # first words of countries' names
    unspaced: Callable[[], re.Pattern[str]]
    seen: dict[str, Piece] = field(default_factory=dict)


def reading(
    code: str | None, lexicon: Concepts, places: Spellings, country: Callable[[str], str | None], starts: frozenset[str]
) -> Reading:
    """A reading whose unspaced scripts are cut by places and generic words, the longest first."""

    @cache
    def unspaced() -> re.Pattern[str]:  # made when first needed: most countries need none
        cuts = [p for p in places.of if len(p) > 1 and is_unspaced(p)] + [w for w in lexicon.whole if is_unspaced(w)]
        return re.compile("|".join(re.escape(cut) for cut in sorted(set(cuts), key=lambda c: (-len(c), c))))

    return Reading(code, lexicon, places, country, starts, unspaced)


def parse(name: str, reading: Reading, whole: bool = True) -> Parsed:
    """What a name says; unless `whole`, of its organisation alone where it also names a department or an address."""
    segments = [_segment(text, reading) for text in _COMMA.split(_plain(name))]
    if not whole:
        segments = organisation(segments)
    pieces = tuple(piece for segment in segments for piece in segment)
    tokens = tuple(dict.fromkeys(token for _, ones in pieces for token in ones))
    return Parsed(tokens, pieces, _aside(segments, tokens) if len(segments) > 1 else _NOWHERE)


def _aside(segments: Sequence[Sequence[Piece]], tokens: Sequence[Token]) -> frozenset[int]:
    """Places of the tokens that stand nowhere but in an address."""
    named = {
        token
        for segment, where in zip(segments, address(segments), strict=True)
        for _, ones in segment
        for token in ones
        if not where
    }
    return frozenset(at for at, token in enumerate(tokens) if token not in named)


def _plain(name: str) -> str:
    text = _MAIL.sub(" ", unescape(name[:LONGEST]))
    return _roman(_DOTTED.sub(lambda found: re.sub(r"[. ]", "", found.group()) + " ", text))


def _roman(name: str) -> str:
    """`Mohammed V` and `Lyon I` end in numbers, where a small v or i is a word of some language."""
    if name.isupper():
        return name
    return _LONE_ROMAN.sub(lambda found: str({"I": 1, "V": 5, "X": 10}[found.group(1)]), name)


def _segment(text: str, reading: Reading) -> list[Piece]:
    pieces = [piece for word in words(fold(text)) for piece in _cut(word, reading)]
    return [piece for piece in _pieces(pieces, reading) if piece[1]]


def _cut(word: str, reading: Reading) -> Iterator[str]:
    """An unspaced run cut by the generic words and places in it; other words stay whole."""
    if word.isascii() or not is_unspaced(word):
        yield word
        return
    at = 0
    for hit in reading.unspaced().finditer(word):
        if hit.start() > at:
            yield word[at : hit.start()]
        yield hit.group()
        at = hit.end()
    if at < len(word):
        yield word[at:]


def _pieces(pieces: Sequence[str], reading: Reading) -> Iterator[Piece]:
    at = 0
    while at < len(pieces):
        if found := _phrase(pieces, at, reading):
            size, tokens = found
            yield "".join(romanise(one)[:1] for one in pieces[at : at + size]), tokens
            at += size
        else:
            yield _word(pieces[at], reading)
            at += 1


def _phrase(pieces: Sequence[str], at: int, reading: Reading) -> tuple[int, tuple[Token, ...]] | None:
    """The longest known phrase of two words or more that starts here, and its length."""
    first = pieces[at]
    for rest, concept in reading.lexicon.phrases.get(first, ()):
        if tuple(pieces[at + 1 : at + 1 + len(rest)]) == rest:
            return 1 + len(rest), _concept(concept, reading.lexicon)
    if first in reading.places.starts and not _is_little(first, reading):
        for size in (4, 3, 2):
            phrase = " ".join(pieces[at : at + size])
            if (
                phrase in reading.places.of
                and at + size <= len(pieces)
                and not _ends_generic(pieces[at + size - 1], reading)
            ):
                return size, (Token(reading.places.of[phrase], "place"),)
    for size in (3, 2) if first in reading.starts else ():
        if at + size <= len(pieces) and (code := reading.country(" ".join(pieces[at : at + size]))):
            return size, (Token("@" + code, "country"),)
    return None


def _is_little(word: str, reading: Reading) -> bool:
    return reading.lexicon.kinds.get(reading.lexicon.whole.get(word, "")) == "stop"


def _ends_generic(word: str, reading: Reading) -> bool:
    """`Saint Joseph University` is some place's spelling, and no place."""
    concept = reading.lexicon.whole.get(word)
    return concept is not None and reading.lexicon.kinds[concept] == "head"


def _word(word: str, reading: Reading) -> Piece:
    if word not in reading.seen:
        reading.seen[word] = romanise(word)[:1], tuple(_single(word, reading))
    return reading.seen[word]


def _single(word: str, reading: Reading) -> Iterator[Token]:
    if number := _NUMBER.match(word):
        yield Token("#" + str(int(number.group(1))), "number")
    elif word in _ROMAN:
        yield Token("#" + _ROMAN[word], "number")
    elif found := lookup(word, reading.lexicon):
        concept, before = found
        yield from _concept(concept, reading.lexicon)
        if before:
            yield from _single(before, reading)
    elif (code := reading.country(word)) and (code == reading.code or word not in reading.places.of):
        yield Token("@" + code, "country")
    elif word in reading.places.of and not is_adjective(word):
        yield Token(reading.places.of[word], "place")
    elif is_han(word) and reading.code in (None, "JP"):
        yield Token(word, "word")  # read by `japanese` once all names are known
    elif latin := romanise(word):
        yield Token(latin, "word")


def _concept(concept: str, lexicon: Concepts) -> tuple[Token, ...]:
    return tuple(token for one in concept.split("+") for token in _meaning(one, lexicon))


def _meaning(concept: str, lexicon: Concepts) -> Iterator[Token]:
    kind = lexicon.kinds.get(concept)
    if concept.startswith("@"):
        yield Token(concept, "country")
    elif kind == "number":
        yield Token("#" + {"first": "1", "second": "2", "third": "3"}[concept], "number")
    elif kind is None:
        yield Token(concept, "word")
    elif kind != "stop":
        yield Token("=" + concept, kind)  # type: ignore[arg-type]
