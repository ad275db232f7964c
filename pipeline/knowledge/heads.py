"""Where names of organisations and units start: the head nouns that tell run-together names apart.

French, Spanish or Italian put the head first ("Université de Lund"); English, Hungarian or Turkish put it
after its modifiers ("Nanyang Technological University"), so that the name starts some words before its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .beginnings import Name, beginnings, freedom
from .headwords import Head
from .lexicon import Lexicon
from .nouns import find_heads, shorter
from .words import token_of

Kind = Literal["organisation", "unit"]
_SHORTER = 0.3  # "Sambalpur University College of Engineering" is two names, "University College Cork" one


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


def is_bare_head(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a head noun and says not of what: `Fakultät`, but not `Fachhochschule` or 法学部."""
    bare = token_of(lexicon, word).bare
    return word.lower() != word.upper() and any(head.words == (bare,) for head in lexicon.heads.get(bare, ()))


@lru_cache(maxsize=1 << 14)
def _head_starts(lexicon: Lexicon, texts: tuple[str, ...]) -> tuple[HeadStart, ...]:
    tokens = tuple(token_of(lexicon, text) for text in texts)
    heads = dict(find_heads(lexicon, tokens))
    covered = {at: begin for begin, head in heads.items() for at in range(begin, begin + len(head.words))}
    name = Name(lexicon, tokens, heads, covered)
    found = [
        start
        for at, head in heads.items()
        for begin, share in beginnings(name, at)
        for start in _starts(at, head, begin, share * freedom(name, begin))
    ]
    for at, head in heads.items():
        if part := shorter(lexicon, head):
            found += _starts(at + 1, part, at + 1, _SHORTER)
    return tuple(sorted(found, key=lambda start: (start.index, start.head, start.kind)))


def _starts(at: int, head: Head, begin: int, share: float) -> Iterator[HeadStart]:
    length = at + len(head.words) - begin
    for kind in sorted(head.kinds):
        strength = round(head.strength * share, 3)
        yield HeadStart(
            begin, "unit" if kind == "unit" else "organisation", length, strength, head.language, at
        )
