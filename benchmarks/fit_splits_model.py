"""The likelihood of true cuttings under a softmax over all cuttings: a semi-Markov conditional random field.

Sarawagi and Cohen, Semi-Markov Conditional Random Fields for Information Extraction (NIPS 2004).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.fit_splits_cells import Cell, pieces
from pipeline.clean.names.pieces import bare_tokens
from pipeline.clean.names.segment import spans
from pipeline.clean.names.weights import Weights
from pipeline.clean.names.whole import Known
from pipeline.knowledge import Lexicon

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NAMES = tuple(field.name for field in fields(Weights))
_COLUMN = {name: i for i, name in enumerate(NAMES)}
_LEAN = 0.5  # nats that a weight a nat off its prior costs, over all cells


@dataclass(frozen=True, slots=True)
class Lattice:
    """Every name that some cutting of some cell has: `source` and `target` are places, numbered over all cells.

    `traits` is (names, weights); `true` marks the names of the true cuttings; `starts` and `ends` are the
    first and last place of each cell. A place's number is larger than those before it in its cell.
    """

    traits: Floats
    paper: Floats  # nats that no weight changes
    source: Ints
    target: Ints
    rank: Ints  # of the target in its cell
    true: Floats
    starts: Ints
    ends: Ints


def lattice(cells: Sequence[tuple[Cell, Known]], lexicon: Lexicon) -> Lattice:
    """The names that every cell could be cut into; cells with a true name out of reach are left out."""
    rows: list[Floats] = []
    found: list[tuple[int, int, int, bool]] = []
    bounds: list[tuple[int, int]] = []
    paper: list[float] = []
    base = 0
    for cell, known in cells:
        if not all(text for piece in pieces(cell) for text, _ in bare_tokens(piece, lexicon)):
            continue  # a lone mark: `*`
        names = list(spans(pieces(cell), known, lexicon))
        places = sorted({0, *(name.end for name in names)})
        if not set(cell.firsts) <= set(places):
            continue
        truth = set(zip(cell.firsts, (*cell.firsts[1:], len(cell.tokens)), strict=True))
        number = {place: base + i for i, place in enumerate(places)}
        rows += [_row(name.traits) for name in names]
        paper += [name.paper for name in names]
        found += [(number[name.first], number[name.end], number[name.end] - base, (name.first, name.end) in truth)
                  for name in names]
        bounds.append((base, number[places[-1]]))
        base += len(places)
    source, target, rank, true = np.array(found, dtype=np.int64).T
    starts, ends = np.array(bounds, dtype=np.int64).T
    return Lattice(np.array(rows), np.array(paper), source, target, rank, true.astype(float), starts, ends)


def _row(traits: Sequence[tuple[str, float]]) -> Floats:
    row = np.zeros(len(NAMES))
    for name, value in traits:
        row[_COLUMN[name]] += value
    return row


def likelihood(weights: Floats, cells: Lattice) -> tuple[float, Floats]:
    """Log-likelihood of the true cuttings, and its gradient."""
    nats = cells.traits @ weights + cells.paper
    forth = _sums(nats, cells.source, cells.target, cells.starts, cells.rank)
    back = _sums(nats, cells.target, cells.source, cells.ends, -_source_rank(cells))
    whole = np.repeat(forth[cells.ends], cells.ends - cells.starts + 1)
    chance = np.exp(forth[cells.source] + nats + back[cells.target] - whole[cells.target])
    value = float(nats @ cells.true - forth[cells.ends].sum())
    return value, cells.traits.T @ (cells.true - chance)


def _source_rank(cells: Lattice) -> Ints:
    return cells.rank - (cells.target - cells.source)


def _sums(nats: Floats, source: Ints, target: Ints, starts: Ints, rank: Ints) -> Floats:
    """For each place the log of the summed weight of the ways to it, place by place of all cells at once."""
    total = np.full(int(max(source.max(), target.max())) + 1, -np.inf)
    total[starts] = 0.0
    order = np.lexsort((target, rank))
    for group in _groups(order, rank):
        into = target[group]
        first = np.flatnonzero(np.r_[True, into[1:] != into[:-1]])
        way = total[source[group]] + nats[group]
        most = np.maximum.reduceat(way, first)
        spread = np.add.reduceat(np.exp(way - np.repeat(most, np.diff(np.r_[first, len(way)]))), first)
        total[into[first]] = most + np.log(spread)
    return total


def _groups(order: Ints, rank: Ints) -> Iterator[Ints]:
    edges = np.flatnonzero(np.diff(rank[order])) + 1
    yield from np.split(order, edges)


def fit(prior: Weights, cells: Lattice) -> Weights:
    """The weights under which the true cuttings are likeliest, held to `prior` where the cells say little."""
    before = np.array([asdict(prior)[name] for name in NAMES])

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = likelihood(weights, cells)
        off = weights - before
        return _LEAN * float(off @ off) - value, 2 * _LEAN * off - slope

    found = minimize(loss, before, jac=True, method="L-BFGS-B", options={"maxiter": 300})  # type: ignore[no-untyped-call]
    return Weights(**{name: round(float(value), 2) for name, value in zip(NAMES, found.x, strict=True)})
