"""Clusters by average linkage: one weak link cannot join what the other links keep apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components

from pipeline.sameness.vectors import Ints

Doubles = NDArray[np.float64]
UNSEEN = -3.0  # log-odds of a pair that was no candidate
TOGETHER, APART = 1_000.0, -1_000.0  # what a person or an authority says outweighs any number of likenesses
_FLOOR, _CEILING = -12.0, 12.0
_LARGEST = 1_500  # names of one dense matrix; a larger component loses its weakest links first


def average(n: int, left: Ints, right: Ints, score: Doubles, cut: float) -> NDArray[np.int64]:
    """Labels 0.. in order of first name: names whose clusters' mean log-odds is `cut` or more share one."""
    label = np.arange(n)
    _split(left, right, _clipped(score), cut, cut, label)
    _, first, inverse = np.unique(label, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse]


def _clipped(score: Doubles) -> Doubles:
    return np.where(score <= APART, APART, np.clip(score, _FLOOR, _CEILING))


def _split(left: Ints, right: Ints, score: Doubles, cut: float, floor: float, label: NDArray[np.int64]) -> None:
    """Joins within each component of the links over `floor`; `label` takes the result (its lowest member)."""
    strong = score >= floor
    if not strong.any():
        return
    names, ends = np.unique(np.concatenate([left[strong], right[strong]]), return_inverse=True)
    half = int(strong.sum())
    graph = sparse.coo_matrix((np.ones(half), (ends[:half], ends[half:])), shape=(len(names), len(names)))  # type: ignore[no-untyped-call]
    component = connected_components(graph, directed=False)[1]
    of = np.full(int(max(left.max(), right.max())) + 1, -1)
    of[names] = component
    inside = (of[left] >= 0) & (of[left] == of[right])
    left, right, score = left[inside], right[inside], score[inside]
    edges = np.argsort(of[left], kind="stable")
    members = np.argsort(component, kind="stable")
    bounds = np.searchsorted(of[left][edges], np.arange(component.max() + 2))
    starts = np.searchsorted(component[members], np.arange(component.max() + 2))
    sizes = np.diff(starts)
    for at in np.nonzero(sizes > 1)[0]:
        these, links = names[members[starts[at] : starts[at + 1]]], edges[bounds[at] : bounds[at + 1]]
        if len(these) == 2:
            label[these] = these.min()
        elif len(these) > _LARGEST and floor < _CEILING:
            _split(left[links], right[links], score[links], cut, floor + 1, label)
        else:
            label[these] = _dense(these, left[links], right[links], score[links], cut)


def _dense(names: NDArray[np.int64], left: Ints, right: Ints, score: Doubles, cut: float) -> NDArray[np.int64]:
    size = len(names)
    a, b = np.searchsorted(names, left), np.searchsorted(names, right)
    low, high = np.minimum(a, b), np.maximum(a, b)
    distance = np.full(size * (size - 1) // 2, _CEILING - UNSEEN)
    distance[size * low - low * (low + 1) // 2 + high - low - 1] = _CEILING - score
    flat = fcluster(linkage(distance, "average"), _CEILING - cut + 1e-9, "distance")
    lowest = np.full(flat.max() + 1, np.iinfo(np.int64).max)
    np.minimum.at(lowest, flat, names)
    joined: NDArray[np.int64] = lowest[flat]
    return joined
