"""What speaks for and against two names being one institution: named numbers for many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from pipeline.sameness.vectors import (
    ASIDE,
    COUNTRY,
    HEAD,
    KIND,
    MODIFIER,
    NUMBER,
    PLACE,
    WORD,
    Floats,
    Ints,
    Layer,
    Vectors,
)

_KINDS = (
    ("word", WORD),
    ("place", PLACE),
    ("kind", KIND),
    ("modifier", MODIFIER),
    ("head", HEAD),
    ("country", COUNTRY),
    ("aside", ASIDE),
)
NAMES = (
    *(f"{kind}_{what}" for kind, _ in _KINDS for what in ("shared", "missing_less", "missing_more")),
    "number_shared", "number_conflict", "number_missing", "core_ratio", "core_ratio_short", "distinct_less",
    "distinct_more", "cover_less", "cover_more", "best_rarity", "no_word", "soft", "acronym", "foreign_one",
    "foreign_both", "country_size",
)  # fmt: skip
EXACT, SOUND, SPELLING, ACRONYM, BONES, FAMILY = 1.0, 0.95, 0.9, 0.85, 0.8, 0.5
CHUNK = 20_000
Array = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Side:
    """One name of each pair: how well each token is answered by the other name, its rarity, its kind."""

    matched: Array
    rarity: Array
    kind: NDArray[np.int8]

    def __getitem__(self, rows: NDArray[np.bool_]) -> Side:
        return Side(self.matched[rows], self.rarity[rows], self.kind[rows])

    def of(self, *kinds: int) -> Array:
        return np.isin(self.kind, kinds) * self.rarity


def features(v: Vectors, left: Ints, right: Ints) -> Floats:
    """One row a pair (left[i], right[i]), one column a name of NAMES. Symmetric in left and right."""
    parts = [look(v, left[at : at + CHUNK], right[at : at + CHUNK])[0] for at in range(0, max(len(left), 1), CHUNK)]
    return np.concatenate(parts)


def sides(v: Vectors, left: Ints, right: Ints) -> tuple[Side, Side]:
    """Both names of each pair."""
    strength = _strength(v, left, right)
    return _side(v, left, strength.max(2)), _side(v, right, strength.max(1))


def look(v: Vectors, left: Ints, right: Ints) -> tuple[Floats, Side, Side]:
    """Features of no more than CHUNK pairs, and both names of each."""
    a, b = sides(v, left, right)
    columns: list[NDArray[np.generic]] = []
    for _, kind in _KINDS:
        columns += _shared(a, b, kind)
    columns += _numbers(a, b)
    core = cpdist([v.core[i] for i in left], [v.core[i] for i in right], scorer=fuzz.ratio, dtype=np.float32) / 100
    short = np.array([min(len(v.core[i]), len(v.core[j])) < 6 for i, j in zip(left, right, strict=True)])
    columns += [core, core * short, *_coverage(a, b, WORD, PLACE), *_coverage(a, b, *range(HEAD + 1))]
    best = np.maximum(*((s.of(WORD, PLACE) * s.matched).max(1) for s in (a, b)))
    columns += [best, (a.kind == WORD).any(1) & (b.kind == WORD).any(1)]
    columns += [sum(((s.matched < 1) & (s.matched > 0)).sum(1) for s in (a, b))]
    columns += [sum((np.isclose(s.matched, ACRONYM) & (s.kind == WORD)).sum(1) for s in (a, b))]
    columns += [v.foreign[left] ^ v.foreign[right], v.foreign[left] & v.foreign[right], v.size[left]]
    return np.stack([column.astype(np.float32) for column in columns], axis=1), a, b


def _strength(v: Vectors, left: Ints, right: Ints) -> Floats:
    """How well each token of the left name answers each of the right: 1 the same, less by sound or skeleton, 0 not."""
    out = np.zeros((len(left), v.kind.shape[1], v.kind.shape[1]), np.float32)
    layers: tuple[tuple[Layer, float], ...] = (
        (v.bones, BONES), (v.spelling, SPELLING), (v.sound, SOUND), (v.token, EXACT)
    )  # fmt: skip
    for layer, strength in layers:
        a, b = layer.ids[left][:, :, None], layer.ids[right][:, None, :]
        same = (a == b) & (a >= 0)
        out[same] = strength
        if layer is v.bones:
            out[same & (v.kind[left] > PLACE)[:, :, None]] = FAMILY
    _answer(out, v, left, right)
    _answer(out.transpose(0, 2, 1), v, right, left)
    return out


def _answer(out: Array, v: Vectors, left: Ints, right: Ints) -> None:
    """A word of the left name that is initials of the right one answers all the words they stand for."""
    for slot in range(v.acronym.shape[1]):
        said = v.acronym[right, slot]
        pair, word = np.nonzero((v.token.ids[left] == said[:, None]) & (said >= 0)[:, None])
        covered = v.covers[right[pair], slot] * np.float32(ACRONYM)
        out[pair, word] = np.maximum(out[pair, word], covered)


def _side(v: Vectors, rows: Ints, matched: Array) -> Side:
    soft = (matched > 0) & (matched < 1)
    return Side(matched, np.where(soft, v.bones.rarity[rows], v.token.rarity[rows]), v.kind[rows])


def _shared(a: Side, b: Side, kind: int) -> list[NDArray[np.generic]]:
    shared = [(s.of(kind) * s.matched).sum(1) for s in (a, b)]
    lone = [(s.of(kind) * (1 - s.matched)).sum(1) for s in (a, b)]
    return [(shared[0] + shared[1]) / 2, np.minimum(*lone), np.maximum(*lone)]


def _numbers(a: Side, b: Side) -> list[NDArray[np.generic]]:
    shared = ((a.kind == NUMBER) & (a.matched > 0)).sum(1)
    lone = [((s.kind == NUMBER) & (s.matched == 0)).any(1) for s in (a, b)]
    return [shared, lone[0] & lone[1], lone[0] ^ lone[1]]


def _coverage(a: Side, b: Side, *kinds: int) -> list[NDArray[np.generic]]:
    """Shares of the rarity of each name's tokens that the other answers, the lesser first."""
    shares = [(s.of(*kinds) * s.matched).sum(1) / np.maximum(s.of(*kinds).sum(1), 1e-6) for s in (a, b)]
    return [np.minimum(*shares), np.maximum(*shares)]
