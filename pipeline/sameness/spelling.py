"""Misspellings: a rare word that is nearly a more frequent one is taken for it too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

SHORTEST = 5  # letters: in shorter words one letter makes another name (Hebei, Hubei)
NEAR = 84.0  # rapidfuzz ratio: one letter of six, two of twelve
_BLOCK = 1_500  # words compared with one another


def classes(words: Sequence[str], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each word the place of the most frequent word that is nearly it, its own where there is none.

    Words are compared that begin or end alike. Equal counts fall to the first in the alphabet, so that two
    spellings of one word meet whatever the order.
    """
    best = np.arange(len(words))
    long = [at for at, word in enumerate(words) if len(word) >= SHORTEST]
    rank = np.empty(len(words), np.int64)
    rank[sorted(range(len(words)), key=lambda at: (-counts[at], words[at]))] = np.arange(len(words))
    for edge in (slice(None, 3), slice(-3, None)):
        blocks: dict[str, list[int]] = {}
        for at in long:
            blocks.setdefault(words[at][edge], []).append(at)
        for block in blocks.values():
            if len(block) > 1:
                _settle(words, np.array(sorted(block, key=lambda at: words[at])), rank, best)
    return best


def _settle(words: Sequence[str], block: NDArray[np.int64], rank: NDArray[np.int64], best: NDArray[np.int64]) -> None:
    """Points each word of a block to its best neighbour; a block too large is cut in alphabetical stretches."""
    for start in range(0, len(block), _BLOCK):
        part = block[start : start + _BLOCK]
        texts = [words[at] for at in part]
        near = cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8) > 0
        ranks = np.where(near, rank[part][None, :], np.iinfo(np.int64).max)
        choice = part[ranks.argmin(1)]
        better = rank[choice] < rank[best[part]]
        best[part[better]] = choice[better]
