"""Which pairs of names are looked at: those that share a rare token, or two tokens that are rare together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from pipeline.sameness.progress import Tell, silent
from pipeline.sameness.vectors import Ints, Vectors

RAREST = 5  # tokens of a name that make keys
BLOCK, BLOCK_OF_MANY = 300, 100  # names a key may hold: a wider key tells nothing (its pairs with other keys do)
NEAREST, NEAREST_OF_MANY = 20, 7  # candidates a name keeps
MANY = 60_000  # names from which less is looked at, so that time grows with the names and not with their square
CLOSED = 200  # names of a group in which every pair is looked at
_ROWS = 8_000  # names multiplied at a time
_TWO = 0.3  # what two tokens together weigh beside the sum of each alone

Keys = NDArray[np.int64]
Weights = NDArray[np.floating]


def candidates(v: Vectors, tell: Tell = silent) -> tuple[Ints, Ints]:
    """Pairs (left < right) worth comparing, each once, sorted; both names stand under one country."""
    if len(v) < 2:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    block, nearest = (BLOCK, NEAREST) if len(v) < MANY else (BLOCK_OF_MANY, NEAREST_OF_MANY)
    found = _pairs(v, v.group, np.arange(len(v)), block, nearest, tell)
    if v.stateless.any() and not v.stateless.all():  # a name without a country may be of any
        free = _pairs(v, np.zeros_like(v.group), np.nonzero(v.stateless)[0], block, nearest, silent)
        found = np.union1d(found, free[v.stateless[free // len(v)] ^ v.stateless[free % len(v)]])
    return (found // len(v)).astype(np.int32), (found % len(v)).astype(np.int32)


def _pairs(v: Vectors, group: Ints, rows: Keys, block: int, nearest: int, tell: Tell) -> Keys:
    """Codes left * n + right of the best partners of `rows` among the names of their group, each once, sorted."""
    matrices = [_matrix(keys, weight, block) for keys, weight in _keys(v, group)]
    matrix = sparse.hstack(matrices, format="csr")  # type: ignore[no-untyped-call]
    across = matrix.T.tocsr()
    found = []
    for start in range(0, len(rows), _ROWS):
        found.append(_nearest(matrix, across, rows[start : start + _ROWS], nearest))
        tell("finding candidates", min(1.0, (start + _ROWS) / len(rows)))
    return np.unique(np.concatenate(found))


def closure(left: Ints, right: Ints, linked: NDArray[np.bool_], n: int) -> tuple[Ints, Ints]:
    """Pairs that were no candidates, of names that links join through others, in groups of up to CLOSED names."""
    graph = sparse.coo_matrix((np.ones(int(linked.sum())), (left[linked], right[linked])), shape=(n, n))  # type: ignore[no-untyped-call]
    label = connected_components(graph, directed=False)[1]
    size = np.bincount(label)
    order = np.argsort(label, kind="stable")
    order = order[(size[label[order]] > 2) & (size[label[order]] <= CLOSED)]
    found = [
        group[0] * np.int64(n) + group[1]
        for members in np.split(order, np.nonzero(np.diff(label[order]))[0] + 1)
        for group in [np.sort(members)[np.stack(np.triu_indices(len(members), 1))]]
    ]
    known = left.astype(np.int64) * n + right
    code = np.setdiff1d(np.concatenate(found), known) if found else known[:0]
    return (code // n).astype(np.int32), (code % n).astype(np.int32)


def _keys(v: Vectors, group: Ints) -> Iterator[tuple[Keys, Weights]]:
    """Columns of keys (-1 is none) and their weights: rare consonants, each two of them, rare spellings, initials."""
    bones, rarity = _rarest(v.bones.ids, v.bones.rarity)
    yield _in_group(group, bones), rarity
    pairs = list(combinations(range(bones.shape[1]), 2))
    size = np.int64(bones.max(initial=0) + 1)
    two = [_both(bones[:, i], bones[:, j], size) for i, j in pairs]
    yield _in_group(group, np.stack(two, 1)), _TWO * np.stack([rarity[:, i] + rarity[:, j] for i, j in pairs], 1)
    spelled, rarity = _rarest(v.spelling.ids, v.spelling.rarity)
    yield _in_group(group, spelled), rarity
    words = np.where(v.kind == 0, v.token.ids, -1)
    yield (
        _in_group(group, np.concatenate([v.acronym, words], 1)),
        np.full((len(v), words.shape[1] + v.acronym.shape[1]), 5.0),
    )


def _rarest(ids: Ints, rarity: Weights) -> tuple[Keys, Weights]:
    order = np.argsort(-np.where(ids >= 0, rarity, -1), axis=1, kind="stable")[:, :RAREST]
    return np.take_along_axis(ids, order, 1).astype(np.int64), np.take_along_axis(rarity, order, 1)


def _both(a: Keys, b: Keys, size: np.int64) -> Keys:
    return np.where((a < 0) | (b < 0), -1, np.maximum(a, b) * size + np.minimum(a, b))


def _in_group(group: Ints, keys: Keys) -> Keys:
    size = np.int64(keys.max(initial=0) + 1)
    return np.where(keys < 0, -1, group.astype(np.int64)[:, None] * size + keys)


def _matrix(keys: Keys, weight: Weights, block: int) -> sparse.csr_matrix:
    held = keys >= 0
    _, column, counts = np.unique(keys[held], return_inverse=True, return_counts=True)
    narrow = (counts[column] > 1) & (counts[column] <= block)
    data = np.sqrt(np.maximum(weight[held][narrow], 1e-3))
    place = (np.nonzero(held)[0][narrow], column[narrow])
    return sparse.csr_matrix((data, place), shape=(len(keys), max(len(counts), 1)), dtype=np.float32)  # type: ignore[no-untyped-call]


def _nearest(matrix: sparse.csr_matrix, across: sparse.csr_matrix, rows: Keys, nearest: int) -> Keys:
    """Codes left * n + right of the best partners of some rows."""
    product = (matrix[rows] @ across).tocoo()
    row, column, value = rows[product.row], product.col, product.data
    other = row != column
    row, column, value = row[other], column[other], value[other]
    order = np.lexsort((column, -value, row))
    row, column = row[order], column[order]
    best = np.arange(len(row)) - np.searchsorted(row, row) < nearest
    low, high = np.minimum(row[best], column[best]), np.maximum(row[best], column[best])
    return np.unique(low.astype(np.int64) * matrix.shape[0] + high)
