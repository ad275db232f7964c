"""Which pairs of names are looked at: those that share a rare token, or two tokens that are rare together."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from pipeline.sameness.vectors import Floats, Ints, Vectors

RAREST = 5  # tokens of a name that make keys
BLOCK = 80  # names a key may hold: a wider key tells nothing (its pairs with other keys do)
NEAREST = 16  # candidates a name keeps
_ROWS = 8_000  # names multiplied at a time
_UNKNOWN = -1


def candidates(v: Vectors) -> tuple[Ints, Ints]:
    """Pairs (left < right) worth comparing, each once, sorted."""
    keys, weight = _keys(v)
    matrix = _matrix(keys, weight)
    found = [_nearest(matrix, start) for start in range(0, len(keys), _ROWS)]
    if not found:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    code = np.unique(np.concatenate(found))
    return (code // len(keys)).astype(np.int32), (code % len(keys)).astype(np.int32)


def _keys(v: Vectors) -> tuple[NDArray[np.int64], Floats]:
    """Keys of each name, -1 for none: its rarest tokens by skeleton and each two of them, within its country."""
    order = np.argsort(-np.where(v.skeleton >= 0, v.skeleton_rarity, -1), axis=1, kind="stable")[:, :RAREST]
    ids = np.take_along_axis(v.skeleton, order, 1).astype(np.int64)
    rarity = np.take_along_axis(v.skeleton_rarity, order, 1)
    size = np.int64(v.skeleton.max(initial=0) + 2)
    single = [(ids[:, i], ids[:, i] * 0, rarity[:, i]) for i in range(RAREST)]
    double = [
        (np.maximum(ids[:, i], ids[:, j]), np.minimum(ids[:, i], ids[:, j]) + 1, 0.3 * (rarity[:, i] + rarity[:, j]))
        for i, j in combinations(range(RAREST), 2)
    ]
    columns, weights = [], []
    for first, second, weight in single + double:
        missing = (first < 0) | ((second == 0) & (weight is not None) & (first < 0))
        key = (v.group.astype(np.int64) * size + first) * size + second
        columns.append(np.where(missing, -1, key))
        weights.append(weight)
    for at in range(RAREST, len(columns)):  # a pair with a missing half is no key
        i, j = list(combinations(range(RAREST), 2))[at - RAREST]
        columns[at] = np.where((ids[:, i] < 0) | (ids[:, j] < 0), -1, columns[at])
    return np.stack(columns, 1), np.stack(weights, 1).astype(np.float32)


def _matrix(keys: NDArray[np.int64], weight: Floats) -> sparse.csr_matrix:
    held = keys >= 0
    rows = np.nonzero(held)[0]
    _, column, counts = np.unique(keys[held], return_inverse=True, return_counts=True)
    narrow = (counts[column] > 1) & (counts[column] <= BLOCK)
    data = np.sqrt(np.maximum(weight[held][narrow], 1e-3))
    shape = (len(keys), len(counts))
    return sparse.csr_matrix((data, (rows[narrow], column[narrow])), shape=shape, dtype=np.float32)


def _nearest(matrix: sparse.csr_matrix, start: int) -> NDArray[np.int64]:
    """Codes left * n + right of the best partners of some rows."""
    product = (matrix[start : start + _ROWS] @ matrix.T).tocoo()
    row, column, value = product.row + start, product.col, product.data
    other = row != column
    row, column, value = row[other], column[other], value[other]
    order = np.lexsort((column, -value, row))
    row, column = row[order], column[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    best = rank < NEAREST
    low, high = np.minimum(row[best], column[best]), np.maximum(row[best], column[best])
    return np.unique(low.astype(np.int64) * matrix.shape[0] + high)
