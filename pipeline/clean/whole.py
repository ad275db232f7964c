"""Does a run of words read like the whole name of one institution? The score that splitting and joining share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.weights import DEFAULT, Weights
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
    small = first[0].islower() and not _CJK.match(first)
    return small or first[0] in _CLOSE + _OPEN + ",.;:/&" or first in ("Of", "And", "OF", "AND")


def is_quoted(tokens: Sequence[str]) -> bool:
    """The whole is a quotation: a name within a name, as in `University of Ukraine / "Kiev Polytechnic Institute"`."""
    return tokens[0][0] in "\"“„«" and tokens[-1][-1] in "\"”“»"


def is_opening(token: str) -> bool:
    """A bracket or quotation opens here: what follows belongs to the name before it."""
    return token[:1] in tuple(_OPEN + '"')


def depth(tokens: Sequence[str]) -> int:
    """Open brackets and quotations that are not closed."""
    text = " ".join(tokens)
    brackets = sum(text.count(c) for c in _OPEN) - sum(text.count(c) for c in _CLOSE)
    return brackets + text.count('"') % 2


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is judged by: what the edition says elsewhere, folded (`names` that stand alone, `openers` before the
    first comma of a cell), and the weights."""

    names: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    weights: Weights = DEFAULT


def opener(tokens: Sequence[str]) -> str:
    """The folded phrase before the first comma, '' where there is none."""
    end = next((i + 1 for i, token in enumerate(tokens[:-1]) if token.endswith((",", "，"))), 0)
    return fold(" ".join(tokens[:end]))


def score(tokens: Sequence[str], known: Known, lexicon: Lexicon) -> float:
    """How well the words read as one whole name, in nats."""
    tokens = [token for token in tokens if token]
    if not tokens:
        return -6.0
    w = known.weights
    total = w.stands_alone if len(tokens) > 1 and fold(" ".join(tokens)) in known.names else 0.0
    total += w.opener if known.openers and opener(tokens) in known.openers else 0.0
    total += w.broken * (ends_open(tokens) + starts_inside(tokens)) + w.quoted * is_quoted(tokens)
    return total + w.unbalanced * (depth(tokens) < 0) + _phrases(tokens, w, lexicon)


def _phrases(tokens: Sequence[str], w: Weights, lexicon: Lexicon) -> float:
    """One organisation, with units before or behind a comma, is a name; a second that nothing links is another name."""
    starts = know.head_starts(lexicon, tokens)
    one_word = len(tokens) == 1 and not _CJK.search(tokens[0])
    if not starts:
        return w.headless_word if one_word else w.headless
    if one_word and len(tokens[0]) < 12:
        return w.bare_head
    total = {"organisation": w.organisation, "either": w.either, "unit": w.unit}[_standing(starts)]
    total += 0.0 if opens_with_head(tokens, starts) else w.late_head
    total += w.trails_off * _trails_off(tokens, starts)
    return total + sum(_second(tokens, start, starts, w) for start in _free(tokens, starts))


def _trails_off(tokens: Sequence[str], starts: Sequence[know.HeadStart]) -> bool:
    """A unit, a comma and then words that name no organisation: `Faculty of Law, Technical`."""
    comma = max((i + 1 for i, token in enumerate(tokens[:-1]) if token.endswith((",", "，"))), default=0)
    if not comma:
        return False
    return not any(start.head >= comma for start in starts) and _standing(starts) == "unit"


def _standing(starts: Sequence[know.HeadStart]) -> str:
    """Whether some head can only be an organisation, or may be one (`Institut`), or all are units."""
    kinds = {head: {start.kind for start in starts if start.head == head} for head in {start.head for start in starts}}
    if any(each == {"organisation"} for each in kinds.values()):
        return "organisation"
    return "either" if any("organisation" in each for each in kinds.values()) else "unit"


def _free(tokens: Sequence[str], starts: Sequence[know.HeadStart]) -> Iterator[know.HeadStart]:
    """One start of each head noun that nothing links to what precedes it: there another name could begin."""
    last = -2
    for head, group in groupby(sorted(starts, key=lambda start: start.head), key=lambda start: start.head):
        options = list(group)
        begins = {start.index: start for start in options} | {head: replace(options[-1], index=head)}
        free = [i for i in sorted(begins) if i > max(0, last) and not _is_linked(tokens, i)]
        if free and head > last + 1:
            yield begins[free[0]]
        last = head


def _second(tokens: Sequence[str], start: know.HeadStart, starts: Sequence[know.HeadStart], w: Weights) -> float:
    """What a second name inside a name costs: most after a whole one (`X, Y Z`), little after a lone unit (`X Y`)."""
    comma = max((i + 1 for i in range(start.index) if tokens[i].endswith((",", "，"))), default=0)
    before = [other for other in starts if comma <= other.head < start.index]
    if not before:  # `College of Engineering, E.A.P. Europäische Wirtschaftshochschule`: the phrase's first head
        return w.second_phrase if comma else 0.0
    above = {other.kind for other in before if other.head == before[-1].head}
    here = {other.kind for other in starts if other.head == start.head}
    ideographs = _CJK.search(tokens[start.index]) and "organisation" in here
    if comma or tokens[start.index - 1].endswith((")", "）")) or above == {"organisation"} or ideographs:
        return w.second_whole if here == {"organisation"} or _has_comma(tokens[start.index :]) else w.second_part
    return w.second_either if here == {"unit"} or "organisation" in above else w.second_unit


def _has_comma(tokens: Sequence[str]) -> bool:
    return any(token.endswith((",", "，")) for token in tokens[:-1])


def opens_with_head(tokens: Sequence[str], starts: Sequence[know.HeadStart]) -> bool:
    """A head noun stands before the first comma: the first phrase names something."""
    comma = next((i for i, token in enumerate(tokens) if token.endswith((",", "，"))), len(tokens))
    return any(start.index <= comma for start in starts)


def _is_linked(tokens: Sequence[str], at: int) -> bool:
    before = tokens[at - 1]
    return bool(_ENDS_OPEN.search(before)) or links(before) or depth(tokens[:at]) > 0 or tokens[at][0] in _OPEN + '"'
