"""Words and marks at the edges of a name: what cannot end one or stand before one, brackets and quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.normalise import HYPHENS, opens_with_hyphen

_OPEN, _CLOSE = "([（［「『“«", ")]）］」』”»"
_LOW_OPEN, _LOW_CLOSE = _OPEN.replace("“", "„"), _CLOSE + "“"  # as German and most Slavic languages quote: „…“
_OPENING = tuple(_OPEN + '"„')
_ENDS_OPEN = re.compile(r"[,，、;:/&（(\[「『–—-]$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+$")
_CJK = re.compile(r"[\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7af]")


def links(token: str) -> bool:
    """A word that cannot end a name or stand before a new one: a preposition, an article, a conjunction.

    Of any language, since an edition holds names in any.
    """
    bare = token.casefold()
    return bare.strip("'’") in know.load(()).links or (bare.endswith(("'", "’")) and len(bare) <= 3)


def ends_open(tokens: Sequence[str]) -> bool:
    """The words break off: a last word that hangs, an open bracket or quotation."""
    return hangs(tokens[-1]) or depth(tokens) > 0


def hangs(token: str) -> bool:
    """A word after which more must follow: a comma, a hyphen, a preposition; not the last one of `Carolina del Sur`."""
    small = not token[:1].isupper() or token in ("Of", "And", "For") or token.endswith(("'", "’"))
    return bool(_ENDS_OPEN.search(token)) or (links(token) and small)


def repeats_hyphen(above: str, below: str) -> bool:
    """`Moholy- / -Nagy`: a word broken at its hyphen, which stands on both lines."""
    return above.endswith(HYPHENS) and above[-2:-1].isalpha() and opens_with_hyphen(below)


def starts_inside(tokens: Sequence[str]) -> bool:
    """The words begin in the middle: small letter, preposition, closing or opening bracket."""
    first = tokens[0]
    small = first[0].islower() and not _CJK.match(first)
    return small or first[0] in _CLOSE + _OPEN + ",.;:/&" or first in ("Of", "And", "OF", "AND", "-", "–", "—")


def is_quoted(tokens: Sequence[str]) -> bool:
    """The whole is a quotation: a name within a name, as in `University of Ukraine / "Kiev Polytechnic Institute"`."""
    return tokens[0][0] in "\"“„«" and tokens[-1][-1] in "\"”“»"


def is_opening(token: str) -> bool:
    """A bracket or quotation opens here: what follows belongs to the name before it."""
    return token.startswith(_OPENING)


def is_initials(token: str) -> bool:
    """`B.`, `J.P.`, `St.`: a name goes on behind it."""
    return bool(_INITIALS.match(token))


def is_ideographic(token: str) -> bool:
    """Chinese, Japanese or Korean script, where a word may be a whole name."""
    return bool(_CJK.search(token))


def depth(tokens: Sequence[str]) -> int:
    """Open brackets and quotations that are not closed."""
    return sum(brackets(tokens)) + "".join(tokens).count('"') % 2


def brackets(tokens: Sequence[str]) -> list[int]:
    """Brackets and quotations that each word opens, less those that it closes."""
    low = any("„" in token for token in tokens)
    opens, closes = (_LOW_OPEN, _LOW_CLOSE) if low else (_OPEN, _CLOSE)
    return [sum(map(token.count, opens)) - sum(map(token.count, closes)) for token in tokens]
