"""Every design of the benchmark through the whole pipeline: exact rows, with another seed than the benchmark's."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from benchmarks.designs import NAMES, make, missing
from benchmarks.designs.catalogue import DESIGNS
from benchmarks.score import score
from pipeline import clean, extract
from pipeline.settings import Settings

SEED = 20
EACH, MEAN = 0.95, 0.99


def read_f1(name: str, folder: Path) -> float:
    """F1 of exact rows of one design, printed, read and cleaned."""
    data, truth = make(name, SEED)
    path = folder / f"{name}.pdf"
    path.write_bytes(data)
    found = clean.clean(extract.read(path, Settings()), Settings()).agreements
    result = score(map(dataclasses.asdict, found), truth)
    print(f"{name}: {result.exact} of {result.rows} rows, {result.found} found", result.missing, result.wrong)
    return result.f1


@pytest.fixture(scope="session")
def figures() -> dict[str, float]:
    return {}


@pytest.mark.parametrize("name", NAMES)
def test_design_is_read(name: str, tmp_path: Path, figures: dict[str, float]) -> None:
    if why := missing(name):
        pytest.skip(why)
    figures[name] = read_f1(name, tmp_path)
    assert figures[name] >= EACH


def test_mean_over_designs(figures: dict[str, float]) -> None:
    """Stands after the designs and needs all of them; a part of the suite alone says nothing of the mean."""
    expected = [name for name in NAMES if not missing(name)]
    if set(figures) != set(expected):
        pytest.skip("needs every design in one process")
    assert sum(figures.values()) / len(figures) >= MEAN


def test_catalogue_covers_renderers_and_languages() -> None:
    assert len(DESIGNS) >= 36
    assert {d.renderer for d in DESIGNS.values()} == {"html", "typst", "canvas"}
    assert {d.language for d in DESIGNS.values()} == set("fr en es de it pt pl ja zh ko".split())


@pytest.mark.parametrize("name", ["canvas-merged-again-fr", "typst-news2-departments-pt"])
def test_same_seed_same_truth_and_other_seed_another(name: str) -> None:
    assert make(name, 1)[1] == make(name, 1)[1]
    assert make(name, 1)[1] != make(name, 2)[1]


def test_declared_counts_are_the_truths_own() -> None:
    _, rows = make("html-grid-top-fr", 1)
    for row in rows:
        assert int(row["declared"]) == sum(r["department"] == row["department"] for r in rows)
