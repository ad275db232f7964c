"""Every design of the benchmark through the whole pipeline: exact rows, with a seed of its own."""

from __future__ import annotations

import dataclasses
import os
import warnings
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from benchmarks import grids
from benchmarks.designs import NAMES, make, missing
from benchmarks.designs.catalogue import DESIGNS
from benchmarks.score import fold, score, silent
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


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run that every worker sees: a design is read once, whichever test asks first."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def read_f1(name: str, folder: Path) -> float:
    """F1 of exact rows of one design, printed, read and cleaned."""
    done = folder / f"{name}.f1"
    if done.exists():
        return float(done.read_text())
    data, truth = printed(name)
    path = folder / f"{name}-{os.getpid()}.pdf"
    path.write_bytes(data)
    agreements = clean.clean(extract.read(path, Settings()), Settings()).agreements
    result = score(map(dataclasses.asdict, agreements), truth)
    print(f"{name}: {result.exact} of {result.rows} rows, {result.found} found", result.missing, result.wrong)
    done.write_text(str(result.f1))
    return result.f1


@pytest.mark.parametrize("name", NAMES)
def test_design_is_read(name: str, shared: Path) -> None:
    skip_if_missing(name)
    assert read_f1(name, shared) >= EACH


def test_mean_over_designs(shared: Path) -> None:
    figures = [read_f1(name, shared) for name in NAMES if not missing(name)]
    assert sum(figures) / len(figures) >= MEAN


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


def found(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{**row, "country_code": row["iso2"]} for row in rows]


def test_score_counts_every_difference() -> None:
    _, truth = printed("canvas-merged-again-fr")
    right = found(truth)
    assert score(right, truth).f1 == 1
    assert score([*right, right[0]], truth).wrong == score(right[:1], []).wrong
    assert score(right[1:], truth).missing == score(right[:1], []).wrong
    moved = [{**right[0], "country_code": "XX"}, *right[1:]]
    assert score(moved, truth).exact == len(truth) - 1


def test_peers_grids_are_read_by_headings_and_filled_down() -> None:
    grid = [["Pays", "Établissements"], ["Chili (2)", "Universidad\nde Chile"], [None, "*Universidad Arcis"]]
    rows = grids.rows([grid])
    assert [(r["country_code"], r["institution"], r["level"]) for r in rows] == [
        ("CL", "Universidad de Chile", "university"),
        ("CL", "Universidad Arcis", "university"),
    ]


def test_declared_counts_are_the_truths_own() -> None:
    _, rows = make("html-grid-top-fr", 1)
    for row in rows:
        assert int(row["declared"]) == sum(r["department"] == row["department"] for r in rows)


def test_wrong_rows_without_a_flag_are_silent() -> None:
    _, truth = printed("canvas-merged-again-fr")
    rows: list[dict[str, object]] = [dict(row) for row in found(truth)]
    rows[0] |= {"country_code": "XX"}
    rows[1] |= {"country_code": "XX", "needs_review": True}
    assert silent(rows, score(rows, truth)) == 1
