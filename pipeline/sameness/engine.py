"""Which of many names are one institution: read, collapse, compare, cluster, and say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness import context, features
from pipeline.sameness.candidates import candidates
from pipeline.sameness.linkage import average
from pipeline.sameness.model import Model, first, second
from pipeline.sameness.parse import Token
from pipeline.sameness.read import tokens
from pipeline.sameness.romanise import spelling
from pipeline.sameness.vectors import Floats, Ints, vectors

Answer = Literal["same", "different", "ask"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed and the ISO 3166-1 alpha-2 code of its country, None where it is not known."""

    text: str
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Compared pairs of distinct names, by their places in `Clusters.names`; `score` is log-odds of being one."""

    left: Ints
    right: Ints
    score: NDArray[np.float64]
    features: Floats


@dataclass(frozen=True, slots=True)
class Clusters:
    """`of[i]` is the distinct name of input i. Labels are by distinct name: `sure` merges what is certain,
    `likely` what is more likely than not (each `sure` cluster lies within one `likely` cluster)."""

    names: tuple[Name, ...]
    of: NDArray[np.int64]
    tokens: tuple[tuple[Token, ...], ...]
    sure: NDArray[np.int64]
    likely: NDArray[np.int64]
    pairs: Pairs


def cluster(names: Sequence[Name], model: Model) -> Clusters:
    """Clusters of names; the order of the names does not matter, nor how often each stands."""
    distinct, of = collapse(names)
    read = read_names(distinct)
    pairs = compare(distinct, read, model)
    sure = average(len(distinct), pairs.left, pairs.right, settled(pairs, read), model.same)
    likely = average(len(distinct), pairs.left, pairs.right, _held(pairs, sure), model.likely)
    return Clusters(distinct, of, read, sure, likely, pairs)


def _held(pairs: Pairs, sure: NDArray[np.int64]) -> NDArray[np.float64]:
    """Scores with which what is sure stays together at the wider cut."""
    return np.where(sure[pairs.left] == sure[pairs.right], np.maximum(pairs.score, 12.0), pairs.score)


def collapse(names: Sequence[Name]) -> tuple[tuple[Name, ...], NDArray[np.int64]]:
    """Distinct names in a fixed order, and the place of each input among them: equal when folded, of one country."""
    keys = [(name.country_code or "", spelling(name.text)) for name in names]
    chosen: dict[tuple[str, str], str] = {}
    for name, key in zip(names, keys, strict=True):
        chosen[key] = min(chosen.get(key, name.text), name.text)
    place = {key: at for at, key in enumerate(sorted(chosen))}
    distinct = tuple(Name(chosen[key], key[0] or None) for key in place)
    return distinct, np.fromiter((place[key] for key in keys), np.int64, len(keys))


def read_names(names: Sequence[Name]) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each name."""
    return tuple(tokens([(name.text, name.country_code) for name in names]))


def settled(pairs: Pairs, read: Sequence[Sequence[Token]]) -> NDArray[np.float64]:
    """Scores for merging without a person: what a rule forbids is far apart, what it doubts is no more than a question."""
    return pairs.score


def compare(names: Sequence[Name], read: Sequence[tuple[Token, ...]], model: Model) -> Pairs:
    """The pairs that may be one, scored."""
    v = vectors(read, [name.country_code for name in names])
    left, right = candidates(v)
    x = features.features(v, left, right)
    score = first(model.first, x)
    kept = score > model.keep
    left, right, x = left[kept], right[kept], x[kept]
    x = np.concatenate([context.context(score[kept], left, right, len(v.token)), x], 1)
    return Pairs(left, right, second(model.trees, x), x)
