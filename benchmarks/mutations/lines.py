"""Faults of whole rows: slide, double, lose, strand, page."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from random import Random

from benchmarks.mutations.cells import Halves, blurred_by, halves, is_hidden
from benchmarks.mutations.faults import Applied, pick
from benchmarks.mutations.printed import Piece, Slot, bare, records_of
from benchmarks.mutations.sideways import Rows, Struck


def slide(rows: Rows, rate: float, rng: Random) -> Struck:
    """A wrapped name pushes the later names of its department a row down, the last into the next one."""
    departments = [list(group) for _, group in groupby(rows, key=lambda slot: slot.force[0])]
    hit = set(pick(range(len(departments)), rate * len(departments), rng))
    applied: list[Applied] = []
    done: list[Slot] = []
    over: tuple[Piece, ...] = ()
    for i, department in enumerate(departments):
        start = rng.randrange(len(department))
        cut = halves(department[start], rng) if i in hit else None
        if cut:
            pushed = records_of(*department[start:])
            applied.append(Applied("slide", pushed, blurred_by(cut), is_hidden(cut)))
        slid, last = _slid(department, start, cut) if cut else (department, ())
        done += _landed(slid, over)
        over = last
    return tuple(done + ([bare(done[-1], over)] if over else [])), applied


def _slid(department: list[Slot], start: int, cut: Halves) -> tuple[list[Slot], tuple[Piece, ...]]:
    cells = [slot.names for slot in department]
    cells[start:start + 1] = cut
    return [replace(slot, names=names) for slot, names in zip(department, cells, strict=False)], cells[-1]


def _landed(department: list[Slot], over: tuple[Piece, ...]) -> list[Slot]:
    if not over:
        return department
    first = department[0]
    return [replace(first, names=over), bare(first, first.names), *department[1:]]


def double(rows: Rows, rate: float, rng: Random) -> Struck:
    """A row printed twice, the second time with its country again."""
    filled = [i for i, slot in enumerate(rows) if slot.names]
    hit = set(pick(filled, rate * len(rows), rng))
    done: list[Slot] = []
    for i, slot in enumerate(rows):
        again = replace(slot, labels=("", "", slot.force[2]), breaks="")
        done += [slot, again] if i in hit else [slot]
    return tuple(done), [Applied("double", records_of(rows[i])) for i in sorted(hit)]


def lose(rows: Rows, rate: float, rng: Random) -> Struck:
    """The only institution of a country gone, its country still printed."""
    alone = [i for i, slot in enumerate(rows) if slot.labels[2] and len(slot.names) == 1
             and (i + 1 == len(rows) or rows[i + 1].labels[2])]
    hit = set(pick(alone, rate * len(rows), rng))
    done = tuple(replace(slot, names=()) if i in hit else slot for i, slot in enumerate(rows))
    return done, [Applied("lose", records_of(rows[i])) for i in sorted(hit)]


def strand(rows: Rows, rate: float, rng: Random) -> Struck:
    """A label alone on its row, its names on the next one."""
    labelled = [i for i, slot in enumerate(rows) if slot.labels[2] and slot.names]
    hit = set(pick(labelled, rate * len(rows), rng))
    done: list[Slot] = []
    for i, slot in enumerate(rows):
        done += [replace(slot, names=()), bare(slot, slot.names)] if i in hit else [slot]
    return tuple(done), [Applied("strand", records_of(rows[i])) for i in sorted(hit)]


def page(rows: Rows, rate: float, rng: Random, dates: tuple[str, ...]) -> Struck:
    """A page ends in a department: date line, header, department again, now and then all labels again."""
    inside = [i for i in range(1, len(rows)) if not rows[i].labels[0]]
    hit = set(pick(inside, rate * len(rows), rng))
    done = tuple(_on_new_page(slot, rng, dates) if i in hit else slot for i, slot in enumerate(rows))
    return done, [Applied("page", records_of(rows[i])) for i in sorted(hit)]


def _on_new_page(slot: Slot, rng: Random, dates: tuple[str, ...]) -> Slot:
    labels = slot.force if rng.random() < 0.25 else (slot.force[0], *slot.labels[1:])
    return replace(slot, labels=labels, breaks=rng.choice(dates))

