"""From features to log-odds: a logistic model for candidates, boosted trees for those that stay.

The trees are gradient-boosted ones (Friedman 2001) fitted by benchmarks/fit_institutions.py on labelled names and
shipped as numbers in weights.json. Each node carries its mean, so that a score is the sum of what each feature
moved it by along its paths (Saabas 2014): that is what the evidence names.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness.vectors import Floats

_ROWS = 8_000  # rows that go through the trees together: as many as stay in the cache


@dataclass(frozen=True, slots=True)
class Logistic:
    """weight and bias over plain (unscaled) features."""

    weight: NDArray[np.float64]
    bias: float


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees in one list; a leaf points to itself; `depth` steps reach a leaf from any root."""

    root: NDArray[np.intp]
    feature: NDArray[np.intp]
    threshold: NDArray[np.float32]
    children: NDArray[np.intp]  # of node i: 2 i where its feature is at most the threshold, 2 i + 1 where it is over it
    value: NDArray[np.float64]
    base: float
    depth: int


@dataclass(frozen=True, slots=True)
class Model:
    """`same`, `likely` and `ask` are log-odds: merged by itself, more likely than not, worth a question.

    `likely_stateless` takes the place of `likely` where no name of a list has a country: the scores run lower there.
    """

    first: Logistic
    trees: Trees
    keep: float
    same: float
    likely: float
    likely_stateless: float
    ask: float


@cache
def shipped() -> Model:
    """The weights that ship with the package."""
    return from_json(json.loads(resources.files("pipeline.sameness").joinpath("weights.json").read_text("utf-8")))


def from_json(raw: dict[str, Any]) -> Model:
    """A model from what fitting wrote."""
    trees = raw["trees"]
    return Model(
        Logistic(np.array(raw["first"]["weight"]), raw["first"]["bias"]),
        Trees(
            np.array(trees["root"], np.intp),
            np.array(trees["feature"], np.intp),
            np.array(trees["threshold"], np.float32),
            np.stack([trees["left"], trees["right"]], 1).astype(np.intp).ravel(),
            np.array(trees["value"]),
            trees["base"],
            trees["depth"],
        ),
        raw["keep"],
        raw["same"],
        raw["likely"],
        raw["likely_stateless"],
        raw["ask"],
    )


def first(model: Logistic, x: Floats) -> NDArray[np.float64]:
    """Log-odds of each row of features."""
    return x @ model.weight + model.bias


def second(trees: Trees, x: Floats) -> NDArray[np.float64]:
    """Log-odds of each row of features."""
    return np.concatenate([_second(trees, x[at : at + _ROWS]) for at in range(0, max(len(x), 1), _ROWS)])


def _second(trees: Trees, x: Floats) -> NDArray[np.float64]:
    total = np.full(len(x), trees.base)
    flat, start = x.ravel(), np.arange(len(x)) * x.shape[1]
    for root in trees.root:
        node = np.full(len(x), root, np.intp)
        for _ in range(trees.depth):
            high = flat[start + trees.feature[node]] > trees.threshold[node]
            node = trees.children[2 * node + high]
        total += trees.value[node]
    return total


def parts(trees: Trees, x: Floats) -> NDArray[np.float64]:
    """How much each feature moved the log-odds of each row: rows x features, summing to `second` less a constant."""
    out = np.zeros(x.shape)
    rows = np.arange(len(x))
    for root in trees.root:
        node = np.full(len(x), root, np.intp)
        for _ in range(trees.depth):
            feature = trees.feature[node]
            step = trees.children[2 * node + (x[rows, feature] > trees.threshold[node])]
            out[rows, feature] += trees.value[step] - trees.value[node]
            node = step
    return out
