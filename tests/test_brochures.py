"""Editions by people who had not seen the program stay read: figures of each are in docs/brochures.md."""

from __future__ import annotations

from functools import lru_cache

import pytest

from benchmarks.brochures import FOLDER, Result, read

PATHS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".pdf", ".txt"))


@lru_cache(maxsize=6)
def results(group: str) -> tuple[Result, ...]:
    return tuple(read(path) for path in PATHS if path.name[0] == group)


@pytest.mark.parametrize(
    ("group", "least"), [("t", 0.92), ("l", 0.95), ("d", 0.91), ("f", 0.95), ("y", 0.97), ("z", 0.95)]
)
def test_exact_rows(group: str, least: float) -> None:
    found = results(group)
    assert sum(one.f1 for one in found) / len(found) >= least


@pytest.mark.parametrize("group", ["t", "l", "d", "f", "y", "z"])
def test_wrong_rows_ask(group: str) -> None:
    found = results(group)
    assert sum(one.silent for one in found) <= 0.02 * sum(one.rows for one in found)


@pytest.mark.parametrize("group", ["t", "l", "d", "f", "y", "z"])
def test_zones_waivers_and_years_are_right_or_ask(group: str) -> None:
    found = results(group)
    assert sum(one.facts for one in found) <= 0.005 * sum(one.rows for one in found)
