"""Does a run of words read like the whole name of one institution? The score that splitting and joining share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.knowledge import Lexicon, fold

_OPEN, _CLOSE = "([（［「『“«", ")]）］」』”»"
_LINK = frozenset(
    "of the and for in at on de des du d la le les l et en y e da do das dos di della del dell delle degli der die das"
    " für fur und von zu zur zum im i w z na av och og voor van het ja a an to & / au aux sur pour con para por per".split()
)
_ENDS_OPEN = re.compile(r"[,，、;:/&（(\[「『–—-]$")
_CJK = re.compile(r"[\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7af]")


def links(token: str) -> bool:
    """A word that cannot end a name or stand before a new one: a preposition, an article, a conjunction."""
    folded = token.casefold().strip("'’")
    return folded in _LINK or folded.endswith(("'", "’")) and len(folded) <= 3


def ends_open(tokens: Sequence[str]) -> bool:
    """The words break off: a comma, a hyphen, a preposition, an open bracket or quotation."""
    last = tokens[-1]
    return bool(_ENDS_OPEN.search(last)) or links(last) and not last.isupper() or depth(tokens) > 0


def starts_inside(tokens: Sequence[str]) -> bool:
    """The words begin in the middle: small letter, preposition, closing or opening bracket."""
    first = tokens[0]
    return first[0].islower() and not _CJK.match(first) or first[0] in _CLOSE + _OPEN + ",.;:/&" or (
        links(first) and first.casefold() not in ("the", "la", "le", "les", "l'", "die", "das", "der", "a"))


def depth(tokens: Sequence[str]) -> int:
    """Open brackets and quotations that are not closed."""
    text = " ".join(tokens)
    brackets = sum(text.count(c) for c in _OPEN) - sum(text.count(c) for c in _CLOSE)
    return brackets + text.count('"') % 2


def score(tokens: Sequence[str], known: frozenset[str], lexicon: Lexicon) -> float:
    """How well the words read as one whole name, in nats. `known` holds folded names that stand alone elsewhere."""
    total = 4.5 if len(tokens) > 1 and fold(" ".join(tokens)) in known else 0.0
    total -= 6.0 * (ends_open(tokens) + starts_inside(tokens)) + 4.0 * (depth(tokens) < 0)
    return total + _phrases(tokens, lexicon)


def _phrases(tokens: Sequence[str], lexicon: Lexicon) -> float:
    """One organisation, with units before or behind a comma, is a name; a second that nothing links is another name."""
    starts = know.head_starts(lexicon, tokens)
    kinds = {start.kind for start in starts}
    if not starts:
        return -1.0 if len(tokens) > 1 or _CJK.search(tokens[0]) else -2.5
    if len(tokens) == 1 and not _CJK.search(tokens[0]) and len(tokens[0]) < 12:
        return -3.0
    total = 1.5 if "organisation" in kinds else 0.0
    last_head, seen = -2, False
    for start in starts:
        free = start.index > 0 and not _is_linked(tokens, start.index) and start.index > last_head + 1
        if free and seen:
            total -= 2.5 if start.kind == "organisation" else 3.0
        seen = seen or start.kind == "organisation"
        last_head = max(last_head, start.head)
    return total


def _is_linked(tokens: Sequence[str], at: int) -> bool:
    before = tokens[at - 1]
    return bool(_ENDS_OPEN.search(before)) or links(before) or depth(tokens[:at]) > 0 or tokens[at][0] in _OPEN
