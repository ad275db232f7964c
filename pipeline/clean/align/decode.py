"""Labels meet items: the best way to share a row of items out among labels in order, and how sure it is.

A reading gives each label (a slot) a run of consecutive items; runs follow the order of the labels. Its score, in
nats, adds what the items say of the label (`gain`), what geometry says of the run (`shape`) and what it costs to let
a label slip from where print lets its run begin. A slip that persists costs once where it begins and once where
it ends, because a wrapped name pushes all that follow, not one. The best reading is found by dynamic programming over
run boundaries, and the certainty of each item's label by the forward-backward algorithm on the same scores (Rabiner
1989, with runs in place of states: a segmental model). Cost: slots x (candidates of a boundary)^2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Gain = Callable[[int, int], float]
Shape = Callable[[int, int, int], float]


@dataclass(frozen=True, slots=True)
class Slot:
    """A label that waits for items.

    `candidates` are the items at which its run may begin, ascending; `printed` is the one that print lets it
    begin with; `vacant` is the cost in nats of a run without items; `repeats` says that it is the label above again,
    so that bonds hold across the two; `worth` has nats for a run that begins with a certain item.
    """

    candidates: tuple[int, ...]
    printed: int
    vacant: float = 0.0
    repeats: bool = False
    worth: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SlipCost:
    """Cost in nats of a label slipping: once a `change`, a little for each `item` it slips, and `back` once where the
    slip ends and labels stand beside their names again."""

    change: float = 2.5
    item: float = 0.3
    back: float = 2.5


@dataclass(frozen=True, slots=True)
class Reading:
    """For each item its slot, the probability of it, and the second most likely slot; for each slot its start;
    `score` is the reading's own, in nats."""

    owner: tuple[int, ...]
    probability: tuple[float, ...]
    runner_up: tuple[int | None, ...]
    margin: tuple[float, ...]
    starts: tuple[int, ...]
    score: float = 0.0


def decode(
    slots: Sequence[Slot],
    items: int,
    gain: Gain,
    slips: Sequence[SlipCost],
    shape: Shape | None = None,
    bonds: Sequence[float] = (),
    twins: Sequence[bool] = (),
) -> Reading:
    """Share out `items` among `slots` in order. The first slot must have 0 as its only candidate.

    `slips` has the cost of slipping after each slot; `bonds` the nats that each item wins by standing in one run with
    the item above, whose name it may go on with; `twins` says which items repeat the one above and push no label.
    """
    if not slots:
        raise ValueError("at least one slot is needed; make one for items before the first label")
    ends = [*slots[1:], Slot((items,), items)]
    bond = np.asarray(bonds if len(bonds) else np.zeros(items), dtype=np.float64)
    place = np.concatenate(([0], np.cumsum(~np.asarray(twins or [False] * items, dtype=np.bool_))))
    steps = [
        _step(i, slot, end, gain, shape, slip, bond, place)
        for i, (slot, end, slip) in enumerate(zip(slots, ends, slips, strict=True))
    ]
    starts, score = _best(slots, steps)
    share = _posterior(slots, ends, steps, items)
    return replace(_reading(slots, starts, share, items), score=score)


def _step(
    index: int,
    slot: Slot,
    end: Slot,
    gain: Gain,
    shape: Shape | None,
    slip: SlipCost,
    bond: Matrix,
    place: NDArray[np.int_],
) -> Matrix:
    """Score of a run from each candidate of `slot` (rows) up to each candidate of `end` (columns)."""
    low, high = slot.candidates[0], max(slot.candidates[0], end.candidates[-1])
    sums = np.concatenate(([0.0], np.cumsum([gain(index, i) + bond[i] for i in range(low, high)])))
    open_bond = np.append(bond, 0.0)
    first = np.array(slot.candidates)[:, None]
    last = np.array(end.candidates)[None, :]
    allowed = last >= first
    run = sums[np.clip(last, low, high) - low] - sums[np.clip(first, low, high) - low]
    if not slot.repeats:  # the first of a run has no bond to the item above
        run = run - np.where(last > first, open_bond[first], 0.0)
    run = run + np.array([slot.worth.get(b, 0.0) for b in slot.candidates])[:, None]
    slips = _slips(place[first] - place[slot.printed], place[last] - place[end.printed], slip)
    score = run - np.where(first == last, slot.vacant, slips)  # a label without names slips for free
    if shape is not None:
        score = score + np.array(
            [[shape(index, b, e) if e >= b else 0.0 for e in end.candidates] for b in slot.candidates]
        )
    return np.where(allowed, score, -np.inf)


def _slips(before: NDArray[np.int_], after: NDArray[np.int_], slip: SlipCost) -> Matrix:
    change = np.abs(after - before)
    price = np.where((after == 0) & (before != 0), slip.back, slip.change)
    return np.asarray(price * (change > 0) + slip.item * change, dtype=np.float64)


def _best(slots: Sequence[Slot], steps: Sequence[Matrix]) -> tuple[tuple[int, ...], float]:
    """Viterbi, with the score; of equal readings the one that begins runs earliest."""
    score = np.zeros(1)
    back: list[NDArray[np.int_]] = []
    for step in steps:
        total = score[:, None] + step
        back.append(total.argmax(axis=0))
        score = total.max(axis=0)
    place, path = 0, []
    for pointers in reversed(back):
        place = int(pointers[place])
        path.append(place)
    return tuple(slot.candidates[i] for slot, i in zip(slots, reversed(path), strict=True)), float(score[0])


def _posterior(
    slots: Sequence[Slot], ends: Sequence[Slot], steps: Sequence[Matrix], items: int
) -> list[dict[int, float]]:
    """For each item the probability of each slot that may own it."""
    forward = [np.zeros(1)]
    for step in steps:
        forward.append(_logsum(forward[-1][:, None] + step, 0))
    backward = [np.zeros(1)]
    for step in reversed(steps):
        backward.append(_logsum(step + backward[-1][None, :], 1))
    backward.reverse()
    total = forward[-1][0]
    share: list[dict[int, float]] = [{} for _ in range(items)]
    for i, step in enumerate(steps):
        weight = np.exp(forward[i][:, None] + step + backward[i + 1][None, :] - total)
        _spread(share, i, slots[i].candidates, ends[i].candidates, weight)
    return share


def _spread(
    share: list[dict[int, float]], slot: int, firsts: Sequence[int], lasts: Sequence[int], weight: Matrix
) -> None:
    """Add to each item the weight of every run of `slot` that covers it."""
    low, high = firsts[0], max(firsts[-1], lasts[-1])
    edge = np.zeros(high - low + 1)
    np.add.at(edge, np.array(firsts) - low, weight.sum(axis=1))
    np.subtract.at(edge, np.clip(np.array(lasts), low, high) - low, weight.sum(axis=0))
    for offset, p in enumerate(np.cumsum(edge)[:-1]):
        if p > 1e-9:
            share[low + offset][slot] = float(p)


def _logsum(values: Matrix, axis: int) -> Matrix:
    top = np.maximum(values.max(axis=axis, keepdims=True), -1e300)
    return np.asarray(np.log(np.exp(values - top).sum(axis=axis) + 1e-300) + top.squeeze(axis), dtype=np.float64)


def _reading(slots: Sequence[Slot], starts: tuple[int, ...], share: list[dict[int, float]], items: int) -> Reading:
    owner = [0] * items
    for i, (begin, end) in enumerate(zip(starts, [*starts[1:], items], strict=True)):
        owner[begin:end] = [i] * (end - begin)
    rivals = [_rival(owned, chances) for owned, chances in zip(owner, share, strict=True)]
    return Reading(
        tuple(owner),
        tuple(chances.get(owned, 0.0) for owned, chances in zip(owner, share, strict=True)),
        tuple(rival for rival, _ in rivals),
        tuple(margin for _, margin in rivals),
        starts,
    )


def _rival(owned: int, chances: dict[int, float]) -> tuple[int | None, float]:
    """The likeliest other slot, and how many nats it is behind."""
    others = [(p, -slot) for slot, p in chances.items() if slot != owned]
    if not others:
        return None, np.inf
    p, slot = max(others)
    return -slot, float(np.log(max(chances.get(owned, 0.0), 1e-12) / max(p, 1e-12)))
