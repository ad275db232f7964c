"""What no score may override: pairs that a rule keeps apart, and pairs that a person has to look at.

A likeness is a sum, and a sum cannot say that the universities of California at Davis and at Irvine differ in the one
word that counts. These rules read the words that the names do not share.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness.features import ACRONYM, BONES, NAMES, Side
from pipeline.sameness.vectors import ASIDE, COUNTRY, KIND, MODIFIER, NUMBER, PLACE, WORD, Floats, Ints, Vectors

NONE, ASK, NOTHING, APART, UNEVEN, ADDRESS, MISSPELT = range(7)
_RARE = 2.5  # nats: a word that at most one name in twelve of its country has; fewer where there are few names
_MISSPELT = 0.93  # one letter of fourteen
Flags = NDArray[np.bool_]


def doubts(v: Vectors, left: Ints, right: Ints, seen: tuple[Floats, Side, Side]) -> NDArray[np.int8]:
    """A verdict for each pair, of what `features.look` saw of it.

    ASK: no more than a question. NOTHING: nothing distinctive in common. APART: never one. UNEVEN: one says more, so
    that it takes a higher score. ADDRESS: one says where, MISSPELT: one letter differs in a long name; neither is a
    difference.
    """
    x, a, b = seen
    rare = min(_RARE, 0.45 * float(np.log(max(len(v), 2) / 2)))
    needed = np.where(v.foreign[left] ^ v.foreign[right], BONES, ACRONYM)[:, None]
    a, b = _strict(a, needed, rare), _strict(b, needed, rare)
    misspelt = (x[:, NAMES.index("core_ratio")] >= _MISSPELT) & _one(a) & _one(b)
    unsure = _unsure(a, b, misspelt)
    out = np.where(_lopsided(a, b), UNEVEN, NONE).astype(np.int8)
    for flags, verdict in (
        (_address(a, b), ADDRESS), (misspelt, MISSPELT), (unsure, ASK), (_nothing(a, b) & ~misspelt, NOTHING),
        (_lone(a, NUMBER) & _lone(b, NUMBER), APART),
    ):  # fmt: skip
        out[flags] = verdict
    return out


def alone(verdict: NDArray[np.int8], v: Vectors, left: Ints, right: Ints) -> NDArray[np.int8]:
    """A name that fits two addresses belongs to neither for sure."""
    here = verdict == ADDRESS
    shorter = np.where(_length(v, left[here]) < _length(v, right[here]), left[here], right[here])
    crowded = np.bincount(shorter, minlength=len(v))[shorter] > 1
    verdict[np.nonzero(here)[0][crowded]] = UNEVEN
    return verdict


def _length(v: Vectors, rows: Ints) -> NDArray[np.int64]:
    return np.asarray((v.token.ids[rows] >= 0).sum(1))


def _strict(side: Side, needed: NDArray[np.floating], rare: float) -> Side:
    """Answers by consonants alone count between scripts, not within one: Cheng Kung is not Chung Cheng.

    Rarity becomes 1 where a word is just rare enough to tell anything, more above.
    """
    matched = np.where(side.matched + 1e-6 < needed, 0, side.matched)
    return replace(side, matched=matched, rarity=side.rarity + 1 - rare)


def _unsure(a: Side, b: Side, misspelt: Flags) -> Flags:
    proper = (_shares(a, WORD) & _shares(b, WORD)) | misspelt
    conflict = (_both(a, b, WORD, PLACE, ASIDE) & ~misspelt) | _both(a, b, KIND)
    uneven = _either(a, b, WORD, PLACE, ASIDE, COUNTRY) | _either(a, b, KIND) | _either(a, b, MODIFIER)
    return conflict | _either(a, b, NUMBER) | (~proper & uneven)


def _lopsided(a: Side, b: Side) -> Flags:
    """One name says something that the other does not, beside what both say."""
    return _either(a, b, WORD, PLACE, KIND)


def _address(a: Side, b: Side) -> Flags:
    """All that one name says beyond the other is where it lies: `Tsinghua University, Beijing`."""
    proper = _shares(a, WORD) & _shares(b, WORD)
    return proper & ~_either(a, b, WORD, PLACE, NUMBER, KIND, MODIFIER) & (_lone(a, ASIDE) ^ _lone(b, ASIDE))


def _nothing(a: Side, b: Side) -> Flags:
    """No word, place or country in common: two names of nothing but generic words."""
    return ~(
        (_shares(a, WORD) | _shares(a, PLACE) | _shares(a, COUNTRY))
        & (_shares(b, WORD) | _shares(b, PLACE) | _shares(b, COUNTRY))
    )


def _one(side: Side) -> Flags:
    """Just one word is left unanswered, and no place."""
    lone = side.matched == 0
    one: Flags = ((lone & (side.kind == WORD)).sum(1) == 1) & ~(lone & (side.kind == PLACE)).any(1)
    return one


def _lone(side: Side, *kinds: int) -> Flags:
    """Some token of the kinds is not answered by the other name."""
    lone: Flags = (np.isin(side.kind, kinds) & (side.matched == 0)).any(1)
    return lone


def _shares(side: Side, kind: int) -> Flags:
    """Some token of the kind is answered; a word must be rare to tell anything."""
    held = (side.kind == kind) & (side.matched > 0)
    shared: Flags = (held & (side.rarity > 1)).any(1) if kind == WORD else held.any(1)
    return shared


def _both(a: Side, b: Side, *kinds: int) -> Flags:
    return _lone(a, *kinds) & _lone(b, *kinds)


def _either(a: Side, b: Side, *kinds: int) -> Flags:
    return _lone(a, *kinds) | _lone(b, *kinds)
