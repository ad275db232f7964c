"""Every design of the benchmark through the whole pipeline: exact rows, with a seed of its own."""

from __future__ import annotations

import dataclasses
import warnings
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from benchmarks.designs import NAMES, make, missing
from benchmarks.designs.catalogue import DESIGNS
from benchmarks.score import fold, score
from pipeline import clean, extract
from pipeline.settings import Settings

SEED = 20
EACH, MEAN = 0.95, 0.99
PRINTED = ("department", "zone", "country", "institution", "year")


@cache
def printed(name: str) -> tuple[bytes, list[dict[str, str]]]:
    return make(name, SEED)


def skip_if_missing(name: str) -> None:
    """Says by name what this machine cannot print; a warning shows even where skips are not listed."""
    if why := missing(name):
        warnings.warn(why, stacklevel=2)
        pytest.skip(why)


def read_f1(name: str, folder: Path) -> float:
    """F1 of exact rows of one design, printed, read and cleaned."""
    data, truth = printed(name)
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
    skip_if_missing(name)
    figures[name] = read_f1(name, tmp_path)
    assert figures[name] >= EACH


@pytest.mark.parametrize("name", NAMES)
def test_truth_is_printed(name: str) -> None:
    """Every word of the truth stands in the text layer, as a reader that knows nothing of tables sees it."""
    skip_if_missing(name)
    data, truth = printed(name)
    text = letters("".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data)))
    words = {word for row in truth for key in PRINTED for word in row[key].split()}
    assert [word for word in sorted(words) if letters(word) not in text] == []


def letters(text: str) -> str:
    """Folded letters and digits alone: hyphenation and marks leave other signs."""
    return "".join(c for c in fold(text) if c.isalnum())


def test_mean_over_designs(figures: dict[str, float]) -> None:
    """Stands after the designs and needs all of them; a part of the suite alone says nothing of the mean."""
    expected = [name for name in NAMES if not missing(name)]
    if set(figures) != set(expected):
        pytest.skip("needs every design in one process")
    assert sum(figures.values()) / len(figures) >= MEAN


def test_catalogue_covers_renderers_and_languages() -> None:
    assert len(DESIGNS) >= 36
    assert {d.renderer for d in DESIGNS.values()} == {"html", "typst", "canvas"}
    assert {d.language for d in DESIGNS.values()} == {
        "fr",
        "en",
        "es",
        "de",
        "it",
        "pt",
        "pl",
        "ja",
        "zh",
        "ko",
    }


@pytest.mark.parametrize("name", ["canvas-merged-again-fr", "typst-news2-departments-pt"])
def test_same_seed_same_truth_and_other_seed_another(name: str) -> None:
    assert make(name, 1)[1] == make(name, 1)[1]
    assert make(name, 1)[1] != make(name, 2)[1]


def test_declared_counts_are_the_truths_own() -> None:
    _, rows = make("html-grid-top-fr", 1)
    for row in rows:
        assert int(row["declared"]) == sum(r["department"] == row["department"] for r in rows)
