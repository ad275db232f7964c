"""How a pair stands among its names' other pairs: mutual best rank is what a single likeness cannot tell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness.vectors import Floats, Ints

NAMES = (
    "first_score",
    "gap_less",
    "gap_more",
    "rank_less",
    "rank_more",
    "rivals_less",
    "rivals_more",
    "best_less",
    "best_more",
)
Doubles = NDArray[np.float64]


def context(score: Doubles, left: Ints, right: Ints, n: int) -> Floats:
    """One row a pair: its first score, its distance from each name's best, its rank there, and the weight of rivals."""
    best = np.full(n, -99.0)
    np.maximum.at(best, left, score)
    np.maximum.at(best, right, score)
    share = 1 / (1 + np.exp(-score))
    mass = np.bincount(left, share, n) + np.bincount(right, share, n)
    columns = [score]
    for a, b, scale in (
        (score - best[left], score - best[right], _plain),
        (*_ranks(score, left, right, n), np.log1p),
        (np.maximum(mass[left] - share, 0), np.maximum(mass[right] - share, 0), np.log1p),
        (best[left], best[right], _plain),
    ):
        columns += [scale(np.minimum(a, b)), scale(np.maximum(a, b))]
    return np.stack(columns, 1).astype(np.float32)


def _plain(x: Doubles) -> Doubles:
    return x


def _ranks(score: Doubles, left: Ints, right: Ints, n: int) -> tuple[Doubles, Doubles]:
    """How many of the left name's pairs, and of the right one's, score better; equal scores rank equal."""
    name = np.concatenate([left, right])
    value = np.round(np.concatenate([score, score]), 9)
    order = np.lexsort((-value, name))
    starts = np.searchsorted(name[order], np.arange(n))
    place = np.arange(len(name)) - starts[name[order]]
    fresh = np.r_[True, (np.diff(name[order]) != 0) | (np.diff(value[order]) != 0)]
    tied = place[np.maximum.accumulate(np.where(fresh, np.arange(len(name)), 0))]
    rank = np.empty(len(name))
    rank[order] = tied
    return rank[: len(left)], rank[len(left) :]
