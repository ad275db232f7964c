"""Faults that move cells along their row: push, pull, squeeze, stretch, trailing tabs."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from benchmarks.mutations.faults import Applied, pick
from benchmarks.mutations.printed import Slot, records_of

Rows = tuple[Slot, ...]
Struck = tuple[Rows, list[Applied]]


def push(rows: Rows, rate: float, rng: Random) -> Struck:
    """Rows one or two tabs too far to the right."""
    hit = pick(_free(rows, 0), rate * len(rows), rng)
    return _lead("push", rows, {i: rows[i].column + rng.choice((1, 1, 2)) for i in hit})


def pull(rows: Rows, rate: float, rng: Random) -> Struck:
    """Rows one or two tabs too far to the left, but not at the margin."""
    hit = pick(_free(rows, 2), rate * len(rows), rng)
    return _lead("pull", rows, {i: max(1, rows[i].column - rng.choice((1, 2))) for i in hit})


def squeeze(rows: Rows, rate: float, rng: Random) -> Struck:
    """Rows whose empty cells are gone: the first label or name stands at the margin."""
    return _lead("squeeze", rows, dict.fromkeys(pick(_free(rows, 1), rate * len(rows), rng), 0))


def _free(rows: Rows, least: int) -> list[int]:
    return [i for i, slot in enumerate(rows) if slot.lead is None and slot.column >= least]


def _lead(fault: str, rows: Rows, hit: dict[int, int]) -> Struck:
    moved = tuple(replace(slot, lead=hit.get(i, slot.lead)) for i, slot in enumerate(rows))
    return moved, [Applied(fault, records_of(rows[i])) for i in hit]


def stretch(rows: Rows, rate: float, rng: Random) -> Struck:
    """Labels with one or two tabs too many between them and their names."""
    labelled = [i for i, slot in enumerate(rows) if slot.column < 3 and slot.names]
    hit = {i: rng.choice((1, 1, 2)) for i in pick(labelled, rate * len(rows), rng)}
    moved = tuple(replace(slot, gap=hit.get(i, slot.gap)) for i, slot in enumerate(rows))
    return moved, [Applied("stretch", records_of(rows[i])) for i in hit]


def trail(rows: Rows, rate: float, rng: Random) -> Struck:
    """One or two tabs after the row."""
    hit = {i: rng.choice((1, 2)) for i in pick(range(len(rows)), rate * len(rows), rng)}
    moved = tuple(replace(slot, trail=hit.get(i, 0)) for i, slot in enumerate(rows))
    return moved, [Applied("trail", records_of(rows[i])) for i in hit]
