"""The unit and the organisation inside an institution's name.

A name is cut into pieces at commas and where a head noun of the other kind starts; each piece names a unit,
an organisation, may name either ("Institut"), or goes on with the piece before it ("..., Berkeley").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .fold import has_ideographs, key
from .heads import HeadStart, head_starts
from .lexicon import Lexicon
from .names import country
from .words import Token, token_of

_WORD = re.compile(r"\S+")
_FREE = 0.3  # strength from which a head noun starts a name and is not governed by another
_LINK = re.compile(r"[,;/、，]\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a name, and what their first head noun may name."""

    start: int
    end: int
    kinds: frozenset[str]


@lru_cache(maxsize=1 << 14)
def split_unit(lexicon: Lexicon, name: str) -> tuple[str | None, str | None]:
    """(unit, organisation) of an institution's whole name: "Faculté de Droit, Université de Rome" gives both.

    A name without a unit is (None, name), one without an organisation is (name, None). Both are parts of the
    print; a preposition or article between them is in neither.
    """
    whole = name.strip()
    if not whole:
        return None, None
    if has_ideographs(whole) and (cut := _cut_ideographs(lexicon, whole)):
        return cut
    pieces = _pieces(lexicon, whole)
    units, organisations = _sorted_out(lexicon, whole, pieces)
    return _text(whole, units) or None, _text(whole, organisations) or None


def is_unit(lexicon: Lexicon, text: str) -> bool:
    """Whether the text may name a unit: its first head noun is one ("Faculté") or can be ("Institut")."""
    return "unit" in _kinds_of(lexicon, text)


def is_organisation(lexicon: Lexicon, text: str) -> bool:
    """Whether the text may name an organisation: its first head noun is or can be one ("Institut")."""
    return "organisation" in _kinds_of(lexicon, text)


def _kinds_of(lexicon: Lexicon, text: str) -> frozenset[str]:
    words = text.split()
    return _first_kinds([start for start in head_starts(lexicon, words) if start.strength >= _FREE])


def _first_kinds(starts: Sequence[HeadStart]) -> frozenset[str]:
    first = min((start.head for start in starts), default=None)
    return frozenset(start.kind for start in starts if start.head == first)


def _pieces(lexicon: Lexicon, name: str) -> list[Piece]:
    spans = list(_WORD.finditer(name))
    tokens = [token_of(lexicon, span[0]) for span in spans]
    starts = head_starts(lexicon, [span[0] for span in spans])
    cuts = sorted({0, *_comma_cuts(name, spans, tokens), *_head_cuts(lexicon, tokens, starts)})
    pieces = []
    for begin, end in zip(cuts, [*cuts[1:], len(spans)], strict=True):
        inside = [start for start in starts if begin <= start.index < end]
        free = [start for start in inside if start.strength >= _FREE or start.index == begin]
        first = spans[begin].start() + _elision(spans[begin][0], tokens[begin])
        pieces.append(Piece(first, spans[_last(lexicon, tokens, begin, end)].end(), _first_kinds(free)))
    return pieces


def _comma_cuts(name: str, spans: Sequence[re.Match[str]], tokens: Sequence[Token]) -> Iterator[int]:
    """Words after a comma that stands in no brackets."""
    depth = 0
    for at, span in enumerate(spans):
        depth += sum(map(span[0].count, "([（")) - sum(map(span[0].count, ")]）"))
        if depth <= 0 and at + 1 < len(spans) and span[0][-1] in ",;、，":
            yield at + 1


def _head_cuts(lexicon: Lexicon, tokens: Sequence[Token], starts: Sequence[HeadStart]) -> Iterator[int]:
    """Words where an organisation follows its unit without a comma, or a unit its organisation."""
    current: HeadStart | None = None
    for start in _likeliest(lexicon, tokens, starts):
        if current is None or _comma_between(tokens, current.index, start.index):
            current = start
        elif not tokens[start.index].opens and _cuts(lexicon, tokens, starts, current, start):
            yield start.index
            current = start


def _cuts(
    lexicon: Lexicon,
    tokens: Sequence[Token],
    starts: Sequence[HeadStart],
    before: HeadStart,
    start: HeadStart,
) -> bool:
    """Whether a head noun begins another piece: "Faculty of Law of | the University"."""
    earlier, later = _kinds_at(starts, before.head), _kinds_at(starts, start.head)
    governed = _governed(lexicon, tokens, start.index)
    if later == {"organisation"} and "unit" in earlier:
        return governed is not False
    if "unit" in later and earlier == {"organisation"} and governed is None:
        return (
            start.index > before.index + before.length or before.length > 1
        )  # not "University | Medical School"
    return False


def _likeliest(lexicon: Lexicon, tokens: Sequence[Token], starts: Sequence[HeadStart]) -> list[HeadStart]:
    """For each head noun, in order, the start that "of" leads to, or else the likeliest."""

    def rank(start: HeadStart) -> tuple[bool, float]:
        return _governed(lexicon, tokens, start.index) is True, start.strength

    heads = sorted({start.head for start in starts})
    return [max((start for start in starts if start.head == head), key=rank) for head in heads]


def _kinds_at(starts: Sequence[HeadStart], head: int) -> frozenset[str]:
    return frozenset(start.kind for start in starts if start.head == head)


def _governed(lexicon: Lexicon, tokens: Sequence[Token], at: int) -> bool | None:
    """How the word before relates: True "of" and its like, False another preposition, None no relation."""
    before = tokens[at - 1].bare if at else ""
    if tokens[at].elided:
        return True
    if before in lexicon.of:
        return True
    if before in lexicon.articles and at > 1:
        return tokens[at - 2].bare in lexicon.of
    return False if before in lexicon.prepositions or before in lexicon.articles else None


def _comma_between(tokens: Sequence[Token], begin: int, end: int) -> bool:
    return any(token.ends for token in tokens[begin:end])


def _elision(text: str, token: Token) -> int:
    return text.replace("’", "'").find("'") + 1 if token.elided else 0


def _last(lexicon: Lexicon, tokens: Sequence[Token], begin: int, end: int) -> int:
    """Index of a piece's last word without the preposition and article that lead to the next piece."""
    if end == len(tokens):
        return end - 1
    last = end - 1
    while (
        last > begin
        and not tokens[last].ends
        and tokens[last].bare in lexicon.prepositions | lexicon.articles
    ):
        last -= 1
    return last


def _sorted_out(lexicon: Lexicon, name: str, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the unit and of the organisation; one without a head goes with the one before it."""
    chosen = _organisation(lexicon, name, pieces)
    units: list[Piece] = []
    organisations: list[Piece] = []
    side = units if chosen else organisations
    for at, piece in enumerate(pieces):
        if at in chosen:
            side = organisations
        elif "unit" in piece.kinds or (at == 0 and chosen):
            side = units
        side.append(piece)
    return units, organisations


def _organisation(lexicon: Lexicon, name: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """Which pieces name the organisation: those that cannot be units, or else the last that can be either."""
    certain = frozenset(at for at, piece in enumerate(pieces) if piece.kinds == {"organisation"})
    if certain:
        return certain
    either = [at for at, piece in enumerate(pieces) if "organisation" in piece.kinds]
    placed = [at for at in either if _holds_place(lexicon, name[pieces[at].start : pieces[at].end])]
    return frozenset((placed or either or _acronyms(name, pieces))[-1:])


def _acronyms(name: str, pieces: Sequence[Piece]) -> list[int]:
    """Pieces after a unit that are capitals alone: "Département de Recherche sur les Matériaux, SCK-CEN"."""
    texts = [name[piece.start : piece.end].strip(" ,;") for piece in pieces]
    return [at for at, text in enumerate(texts) if at and not pieces[at].kinds and text.isupper()]


def _holds_place(lexicon: Lexicon, text: str) -> bool:
    words = [key(token_of(lexicon, word).bare) for word in text.split()]
    named = [word for word in words if word and word not in lexicon.prepositions]
    return any(
        word in lexicon.adjectives or lexicon.cities.get(word) or country(lexicon, word) for word in named
    )


def _text(name: str, pieces: Sequence[Piece]) -> str:
    """The pieces as printed, what stands between neighbours included."""
    text = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        gap = (
            name[before.end : piece.start]
            if before and not name[before.end : piece.start].strip(" ,;")
            else ", "
        )
        text += (gap if text else "") + name[piece.start : piece.end]
    return _LINK.sub("", text).strip()


def _cut_ideographs(lexicon: Lexicon, name: str) -> tuple[str | None, str | None] | None:
    """東京大学法学部 is 法学部 of 東京大学: an organisation's end with a unit's name after it."""
    organisations = _organisations(lexicon)
    for end in range(2, len(name)):
        rest = name[end:].strip(" 　,、，")
        if name[1:end].endswith(organisations) and not rest.startswith("院") and is_unit(lexicon, rest):
            return rest, name[:end].strip()
    return None


@lru_cache(maxsize=4)
def _organisations(lexicon: Lexicon) -> tuple[str, ...]:
    """What ends the name of an organisation in writing without spaces: 大学."""
    return tuple(
        suffix for suffix, head in lexicon.suffixes if head.kinds == {"organisation"} and has_ideographs(suffix)
    )
