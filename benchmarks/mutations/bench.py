"""Reads damaged editions with the pipeline and judges what comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.mutations.damage import Damaged, damage
from benchmarks.mutations.edition import CleanEdition
from benchmarks.mutations.faults import FAULTS, SAMPLES, Faults
from benchmarks.mutations.generate import generate
from benchmarks.mutations.golden import golden
from benchmarks.mutations.score import Score, score
from benchmarks.mutations.wording import LANGUAGES
from pipeline import extract
from pipeline.clean import clean
from pipeline.records import Cleaned, Document
from pipeline.settings import Settings

FACTORS = (0.0, 0.5, 1.0, 2.0, 4.0)


def document(text: str, name: str = "edition") -> Document:
    """What extract makes of a dump."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return extract.read(path, Settings())


def read(text: str, name: str = "edition") -> Cleaned:
    """What the pipeline makes of a dump."""
    return clean(document(text, name), Settings())


def judge(damaged: Damaged) -> Score:
    """What the pipeline gets right of a damaged edition."""
    return score(damaged.truth, damaged.undecidable, read(damaged.text, damaged.name))


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


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of `clean` on one block of so many rows."""

    rows: int
    seconds: float


def block_timing(rows: int, language: str = "en") -> Timing:
    """One department of about `rows` damaged rows, decoded once after a warm-up on a small one."""
    read(damage(generate(language, 0, 20, 1), Faults(), 0).text)
    damaged = damage(generate(language, 0, rows, 1), SAMPLES, 0)
    printed = document(damaged.text)
    start = perf_counter()
    clean(printed, Settings())
    return Timing(len(damaged.truth), perf_counter() - start)
