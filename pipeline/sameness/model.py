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


@dataclass(frozen=True, slots=True)
class Logistic:
    """weight and bias over plain (unscaled) features."""

    weight: NDArray[np.float64]
    bias: float


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees in one list; a leaf points to itself; `depth` steps reach a leaf from any root."""

    root: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    base: float
    depth: int


@dataclass(frozen=True, slots=True)
class Model:
    """`same`, `likely` and `ask` are log-odds: merged by itself, more likely than not, worth a question."""

    first: Logistic
    trees: Trees
    keep: float
    same: float
    likely: float
    ask: float


@cache
def shipped() -> Model:
    """The weights that ship with the package."""
    return from_json(json.loads(resources.files("pipeline.sameness").joinpath("weights.json").read_text("utf-8")))


def from_json(raw: dict[str, Any]) -> Model:
    """A model from what fitting wrote."""
    trees = raw["trees"]
    arrays = {name: np.array(trees[name], np.int32) for name in ("root", "feature", "left", "right")}
    return Model(
        Logistic(np.array(raw["first"]["weight"]), raw["first"]["bias"]),
        Trees(
            **arrays, threshold=np.array(trees["threshold"]), value=np.array(trees["value"]),
            base=trees["base"], depth=trees["depth"],
        ),
        raw["keep"], raw["same"], raw["likely"], raw["ask"],
    )


def first(model: Logistic, x: Floats) -> NDArray[np.float64]:
    """Log-odds of each row of features."""
    return x @ model.weight + model.bias


def second(trees: Trees, x: Floats) -> NDArray[np.float64]:
    """Log-odds of each row of features."""
    total = np.full(len(x), trees.base)
    rows = np.arange(len(x))
    for root in trees.root:
        node = np.full(len(x), root, np.int32)
        for _ in range(trees.depth):
            low = x[rows, trees.feature[node]] <= trees.threshold[node]
            node = np.where(low, trees.left[node], trees.right[node])
        total += trees.value[node]
    return total


def parts(trees: Trees, x: Floats) -> NDArray[np.float64]:
    """How much each feature moved the log-odds of each row: rows x features, summing to `second` less a constant."""
    out = np.zeros(x.shape)
    rows = np.arange(len(x))
    for root in trees.root:
        node = np.full(len(x), root, np.int32)
        for _ in range(trees.depth):
            feature = trees.feature[node]
            step = np.where(x[rows, feature] <= trees.threshold[node], trees.left[node], trees.right[node])
            out[rows, feature] += trees.value[step] - trees.value[node]
            node = step
    return out
