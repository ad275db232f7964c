"""Which editions are damaged how: everything seeded, so that two runs measure the same."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.mutations.damage import Damaged, damage
from benchmarks.mutations.edition import CleanEdition
from benchmarks.mutations.faults import FAULTS, SAMPLES
from benchmarks.mutations.generate import generate
from benchmarks.mutations.golden import golden
from benchmarks.mutations.wording import LANGUAGES

FACTORS = (0.0, 0.5, 1.0, 2.0, 4.0)


def editions(seeds: Iterable[int], languages: Iterable[str] = LANGUAGES) -> list[CleanEdition]:
    """Generated editions of each language."""
    return [generate(language, seed) for language in languages for seed in seeds]


def all_faults(clean_editions: Iterable[CleanEdition], factor: float, seed: int = 1) -> list[Damaged]:
    """Every fault at once, at `factor` times the rates of the samples."""
    return [damage(edition, SAMPLES.times(factor), seed) for edition in clean_editions]


def one_fault(clean_editions: Iterable[CleanEdition], seed: int = 2) -> dict[str, list[Damaged]]:
    """Each fault alone, at twice the rate of the samples so that each edition has some."""
    kept = list(clean_editions)
    return {name: [damage(edition, SAMPLES.only(name).times(2), seed) for edition in kept] for name in FAULTS}


def golden_damaged(factor: float, seed: int = 1) -> Damaged:
    """The golden edition of 2008, printed clean and damaged anew."""
    return damage(golden(), SAMPLES.times(factor), seed)
