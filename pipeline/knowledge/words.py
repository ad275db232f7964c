"""A name's words as they are looked up: folded, without punctuation around and elision before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .fold import fold
from .lexicon import Lexicon

_EDGES = "()[]{}\"'«»“”„‚‘’*.,;:!?/|•·・-–—"
_OPENS = ("(", "[", "（", "［", '"', "“", "„", "«")
_ENDS = re.compile(r"[,;:)\]）］/|。、，”»\"]$|\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between white space, as head nouns are looked up."""

    bare: str  # folded, without punctuation around and elision before
    capital: bool
    ends: bool  # punctuation after it ends a phrase
    opens: bool
    ascii: bool
    elided: bool  # "d'", "l'" before it: it is governed by what precedes


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
        ascii=plain.isascii(),
        ends=bool(_ENDS.search(text)) and not _is_initial(text),
        opens=text.startswith(_OPENS),
        elided=elided,
    )


def _caseless(letters: str) -> bool:
    return letters[:1].isalpha() and letters[:1].upper() == letters[:1].lower()


def _is_initial(text: str) -> bool:
    return text.endswith(".") and len(text.strip(_EDGES)) <= 3  # "St.", "V.I."
