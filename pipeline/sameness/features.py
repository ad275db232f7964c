"""What speaks for and against two names being one institution: named numbers for many pairs at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from pipeline.sameness.vectors import Floats, Ints, Vectors

NAMES = (
    "word_shared", "word_missing_less", "word_missing_more", "place_shared", "place_missing_less", "place_missing_more",
    "kind_shared", "kind_missing_less", "kind_missing_more", "modifier_shared", "modifier_missing_less",
    "modifier_missing_more", "head_shared", "head_missing_less", "head_missing_more", "number_shared", "number_conflict",
    "number_missing", "country_shared", "country_missing", "core_ratio", "core_ratio_short", "coverage_less", "coverage_more",
    "best_rarity", "no_word", "cover_all_less", "cover_all_more", "soft_share",
)
_STRENGTH = (1.0, 0.95, 0.85)
CHUNK = 40_000


def features(v: Vectors, left: Ints, right: Ints) -> Floats:
    """One row a pair (left[i], right[i]), one column a name of NAMES. Symmetric in left and right."""
    out = np.empty((len(left), len(NAMES)), np.float32)
    for start in range(0, len(left), CHUNK):
        part = slice(start, start + CHUNK)
        out[part] = _chunk(v, left[part], right[part])
    return out


def _chunk(v: Vectors, left: Ints, right: Ints) -> Floats:
    strength = _strength(v, left, right)
    a, b = _side(v, left, strength.max(2)), _side(v, right, strength.max(1))
    columns: list[NDArray[np.floating]] = []
    for kinds in ((0,), (1,), (4,), (5,), (6,)):
        columns += _shared(a, b, kinds)
    columns += _numbers(a, b)
    both, lone_a, lone_b = _sums(a, b, (2,))
    columns += [both, lone_a + lone_b]
    core = _ratio(v, left, right)
    short = np.minimum(_lengths(v, left), _lengths(v, right))
    columns += [core, core * (short < 6)]
    columns += _coverage(a, b, (0, 1))
    best = np.maximum((a[0] * a[1] * (a[2] < 2)).max(1), (b[0] * b[1] * (b[2] < 2)).max(1))
    columns += [best, ((a[2] == 0).sum(1) == 0) | ((b[2] == 0).sum(1) == 0)]
    columns += _coverage(a, b, (0, 1, 2, 3, 4, 5, 6))
    soft = ((strength.max(2) < 1) & (strength.max(2) > 0)).sum(1)
    columns += [soft]
    return np.stack([c.astype(np.float32) for c in columns], axis=1)


_Side = tuple[NDArray[np.floating], NDArray[np.floating], NDArray[np.int8]]


def _strength(v: Vectors, left: Ints, right: Ints) -> NDArray[np.float32]:
    """How well each token of the left name answers each of the right: 1 the same, less by sound or skeleton, 0 not."""
    out = np.zeros((len(left), v.token.shape[1], v.token.shape[1]), np.float32)
    for ids, strength in ((v.skeleton, _STRENGTH[2]), (v.sound, _STRENGTH[1]), (v.token, _STRENGTH[0])):
        a, b = ids[left][:, :, None], ids[right][:, None, :]
        out[(a == b) & (a >= 0)] = strength
    return out


def _side(v: Vectors, rows: Ints, matched: NDArray[np.float32]) -> _Side:
    rarity = np.where(matched >= 1, v.rarity[rows], np.where(matched > 0, v.skeleton_rarity[rows], v.rarity[rows]))
    return matched, rarity, v.kind[rows]


def _sums(a: _Side, b: _Side, kinds: tuple[int, ...]) -> tuple[NDArray[np.floating], ...]:
    shared, lone = [], []
    for matched, rarity, kind in (a, b):
        of = np.isin(kind, kinds) * rarity
        shared.append((of * matched).sum(1))
        lone.append((of * (1 - matched)).sum(1))
    return (shared[0] + shared[1]) / 2, lone[0], lone[1]


def _shared(a: _Side, b: _Side, kinds: tuple[int, ...]) -> list[NDArray[np.floating]]:
    both, lone_a, lone_b = _sums(a, b, kinds)
    return [both, np.minimum(lone_a, lone_b), np.maximum(lone_a, lone_b)]


def _numbers(a: _Side, b: _Side) -> list[NDArray[np.floating]]:
    shared = ((a[2] == 3) & (a[0] > 0)).sum(1)
    lone_a, lone_b = (((s[2] == 3) & (s[0] == 0)).sum(1) for s in (a, b))
    return [shared, (lone_a > 0) & (lone_b > 0), (lone_a > 0) ^ (lone_b > 0)]


def _coverage(a: _Side, b: _Side, kinds: tuple[int, ...]) -> list[NDArray[np.floating]]:
    shares = []
    for matched, rarity, kind in (a, b):
        of = np.isin(kind, kinds) * rarity
        shares.append((of * matched).sum(1) / np.maximum(of.sum(1), 1e-6))
    return [np.minimum(*shares), np.maximum(*shares)]


def _ratio(v: Vectors, left: Ints, right: Ints) -> NDArray[np.floating]:
    return cpdist([v.core[i] for i in left], [v.core[i] for i in right], scorer=fuzz.ratio, dtype=np.float32) / 100


def _lengths(v: Vectors, rows: Ints) -> NDArray[np.int64]:
    return np.array([len(v.core[i]) for i in rows])
