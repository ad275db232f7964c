"""What dumps do to editions, and how often: the catalogue is in README.md beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Faults:
    """Expected faults a row (slide: a department, join: a country of several names); 0 is never."""

    push: float = 0.0
    pull: float = 0.0
    squeeze: float = 0.0
    stretch: float = 0.0
    join: float = 0.0
    wrap: float = 0.0
    slide: float = 0.0
    double: float = 0.0
    lose: float = 0.0
    strand: float = 0.0
    page: float = 0.0
    junk: float = 0.0
    trail: float = 0.0
    linebreak: float = 0.0

    def times(self, factor: float) -> Faults:
        """Every rate `factor` times as high, none over 1."""
        return Faults(**{f.name: min(1.0, factor * getattr(self, f.name)) for f in fields(self)})

    def only(self, name: str) -> Faults:
        """This one fault at its rate, and none of the others."""
        return Faults(**{name: getattr(self, name)})


# Counted in the samples in which the fault occurs at all; stretch, strand, linebreak in the 2008 edition.
SAMPLES = Faults(push=0.19, pull=0.02, squeeze=0.09, stretch=0.07, join=0.53, wrap=0.01, slide=0.23,
                 double=0.03, lose=0.016, strand=0.005, page=0.06, junk=0.016, trail=0.67, linebreak=0.09)
FAULTS = tuple(f.name for f in fields(Faults))


@dataclass(frozen=True, slots=True)
class Applied:
    """One fault where it struck: the records it touched, and those whose limits no reader could see again.

    `hidden`: the cut that starts a slide does not show, because both of its sides could be whole names.
    """

    fault: str
    records: tuple[int, ...]
    unclear: tuple[int, ...] = ()
    hidden: bool = False


def pick(candidates: Sequence[T], expected: float, rng: Random) -> list[T]:
    """About `expected` of the candidates, in their order, each at most once."""
    how_many = int(expected) + (rng.random() < expected % 1)
    chosen = rng.sample(range(len(candidates)), min(how_many, len(candidates)))
    return [candidates[i] for i in sorted(chosen)]
