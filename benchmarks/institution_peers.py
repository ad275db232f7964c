"""Other programs on the same names: each gives labels at several thresholds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, utils
from rapidfuzz.process import cdist
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from pipeline.sameness.engine import Name
from pipeline.sameness.linkage import average

Labels = NDArray[np.int64]
Links = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]  # two names and their likeness, 0 to 1
CUTS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, the package it needs, and what it makes of names: labels by threshold."""

    name: str
    package: str
    run: Callable[[Sequence[Name]], dict[float, Labels]]
    slow: bool = False

    def installed(self) -> bool:
        return find_spec(self.package) is not None


def closed(links: Links, n: int) -> dict[float, Labels]:
    """Labels of what links over each threshold join."""
    left, right, score = links
    out = {}
    for cut in CUTS:
        strong = score >= cut
        graph = sparse.coo_matrix((np.ones(strong.sum()), (left[strong], right[strong])), shape=(n, n))
        out[cut] = connected_components(graph, directed=False)[1].astype(np.int64)
    return out


def averaged(links: Links, n: int) -> dict[float, Labels]:
    """Labels by average linkage; a likeness of 0 to 1 takes the place of log-odds, shifted so that no link is 0."""
    left, right, score = links
    return {cut: average(n, left.astype(np.int32), right.astype(np.int32), score * 8 - 3, cut * 8 - 3) for cut in CUTS}


def in_country(names: Sequence[Name]) -> Iterator[NDArray[np.int64]]:
    groups: dict[str | None, list[int]] = {}
    for at, name in enumerate(names):
        groups.setdefault(name.country_code, []).append(at)
    yield from (np.array(group) for group in groups.values() if len(group) > 1)


def rapidfuzz_links(names: Sequence[Name]) -> Links:
    """All pairs of a country by token_sort_ratio."""
    parts = []
    for group in in_country(names):
        texts = [utils.default_process(names[at].text) for at in group]
        score = cdist(texts, texts, scorer=fuzz.token_sort_ratio, score_cutoff=30, dtype=np.uint8)
        a, b = np.nonzero(np.triu(score, 1))
        parts.append((group[a], group[b], score[a, b] / 100))
    return _joined(parts)


def tfidf_links(names: Sequence[Name]) -> Links:
    """Pairs of a country that share a word, by the cosine of TF-IDF."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    weight = TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", strip_accents="unicode").fit_transform(
        [name.text or "-" for name in names]
    )
    parts = []
    for group in in_country(names):
        product = sparse.triu(weight[group] @ weight[group].T, 1).tocoo()
        kept = product.data > CUTS[0]
        parts.append((group[product.row[kept]], group[product.col[kept]], product.data[kept]))
    return _joined(parts)


def tfidf_pairs(names: Sequence[Name], least: float = 0.7, rows: int = 1000) -> int:
    """How many pairs of a country the cosine of TF-IDF words links: sparse products, so many rows at a time."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    weight = TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", strip_accents="unicode").fit_transform(
        [name.text or "-" for name in names]
    )
    found = 0
    for group in in_country(names):
        mine = weight[group]
        for first in range(0, len(group), rows):
            found += int(((mine[first : first + rows] @ mine.T).data > least).sum())
    return (found - len(names)) // 2


def recordlinkage_links(names: Sequence[Name]) -> Links:
    """recordlinkage as its guide has it: blocks by country, Jaro-Winkler and q-grams, their mean."""
    import pandas as pd  # noqa: PLC0415
    import recordlinkage  # noqa: PLC0415

    logging.getLogger("recordlinkage").setLevel(logging.ERROR)  # it warns of every full index
    frame = pd.DataFrame({"name": [n.text.lower() for n in names], "country": [n.country_code or "" for n in names]})
    parts = []
    for _, group in frame.groupby("country"):
        index = recordlinkage.Index()
        index.full()
        compare = recordlinkage.Compare()
        compare.string("name", "name", method="jarowinkler")
        compare.string("name", "name", method="qgram")
        pairs = index.index(group) if len(group) > 1 else []
        if len(pairs):
            score: Any = compare.compute(pairs, group).mean(axis=1)
            score = score[score > CUTS[0]]
            ends = np.array(score.index.to_list()).reshape(-1, 2)
            parts.append((ends[:, 0], ends[:, 1], score.to_numpy()))
    return _joined(parts)


def _joined(parts: Sequence[Links]) -> Links:
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    left, right, score = (np.concatenate(side) for side in zip(*parts, strict=True))
    return left, right, score


ALL = (
    Peer(
        "rapidfuzz token_sort_ratio, one threshold",
        "rapidfuzz",
        lambda names: closed(rapidfuzz_links(names), len(names)),
    ),
    Peer("TF-IDF words", "sklearn", lambda names: closed(tfidf_links(names), len(names))),
    Peer("TF-IDF words, average linkage", "sklearn", lambda names: averaged(tfidf_links(names), len(names))),
    Peer("recordlinkage", "recordlinkage", lambda names: closed(recordlinkage_links(names), len(names)), slow=True),
)
