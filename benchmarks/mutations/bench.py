"""Reads damaged editions with the pipeline and judges what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

from benchmarks.mutations.damage import Damaged, damage
from benchmarks.mutations.faults import SAMPLES, Faults
from benchmarks.mutations.generate import generate
from benchmarks.mutations.score import Score, score
from pipeline import extract
from pipeline.clean import clean
from pipeline.clean.align import align
from pipeline.clean.align.decode import Reading
from pipeline.records import Cleaned, Document
from pipeline.settings import Settings


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


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of `clean` on one block of so many rows, and how many of them the decoder took."""

    rows: int
    seconds: float
    decoding: float


def block_timing(rows: int, language: str = "en") -> Timing:
    """One department of about `rows` damaged rows, decoded once after a warm-up on a small one."""
    read(damage(generate(language, 0, (20,), 0), Faults(), 0).text)
    damaged = damage(generate(language, 0, (rows,), 0), SAMPLES, 0)
    printed = document(damaged.text)
    decoding: list[float] = []
    with patch.object(align, "decode", partial(_timed, align.decode, decoding)):
        start = perf_counter()
        clean(printed, Settings())
        seconds = perf_counter() - start
    return Timing(len(damaged.truth), seconds, sum(decoding))


def _timed(decode: Callable[..., Reading], spent: list[float], *given: object, **named: object) -> Reading:
    start = perf_counter()
    reading = decode(*given, **named)
    spent.append(perf_counter() - start)
    return reading
