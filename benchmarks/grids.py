"""What the peers find are grids of text; this reads rows out of them as one does by hand.

A row of known heading words names the columns, blank labels are filled down, counts and marks are taken off.
It is the honest best that a short script does after a table extractor: headings of ten languages are known,
so is every country's name in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from .designs.words import LANGUAGES, ZONES, country, words
from .score import fold

Grid = Sequence[Sequence[str | None]]
GUESSES = {
    2: ("country", "institution"),
    3: ("zone", "country", "institution"),
    4: ("department", "zone", "country", "institution"),
}
LABELS = ("department", "zone", "country")
TAIL = re.compile(r"\s*[(（]\s*\d+\s*[)）]\s*$|[※*†♦]+\s*$")


def rows(grids: Iterable[Grid]) -> list[dict[str, str]]:
    """Agreements with level, department, country_code and institution from one file's grids."""
    found: list[dict[str, str]] = []
    columns: tuple[str, ...] = ()
    labels = dict.fromkeys(LABELS, "")
    for grid in grids:
        lines = [[_clean(cell) for cell in line] for line in grid]
        columns = next((c for c in map(_heading, lines) if c), columns)
        width = max(map(len, lines), default=0)
        named = columns if len(columns) == width else GUESSES.get(width, ())
        found += _body([line for line in lines if not _heading(line)], named, labels)
    return found


def _body(
    lines: list[list[str]], columns: tuple[str, ...], labels: dict[str, str]
) -> Iterator[dict[str, str]]:
    if "institution" not in columns:
        return
    for line in lines:
        values = dict(zip(columns, line, strict=False))
        for label in LABELS:
            labels[label] = values.get(label) or (labels[label] if label in columns else "")
        name = values["institution"].lstrip("*＊•・ ")
        if name:
            department = _bare(labels["department"])
            level = "department" if department else "university"
            code = codes().get(fold(_bare(labels["country"])), "")
            yield {"level": level, "department": department, "country_code": code, "institution": name}


def _clean(cell: str | None) -> str:
    text = str(cell or "").replace("\xad", "")
    return "" if text == "nan" else re.sub(r"\s+", " ", text).strip()


def _bare(label: str) -> str:
    return TAIL.sub("", TAIL.sub("", label))


def _heading(line: list[str]) -> tuple[str, ...]:
    """The columns' names if at least two cells are heading words of one of the languages."""
    columns = tuple(headings().get(fold(cell), "") for cell in line)
    return columns if sum(map(bool, columns)) >= 2 and "institution" in columns else ()


@cache
def headings() -> dict[str, str]:
    """Folded heading words of all languages, to the column they name."""
    return {fold(v): column for lang in LANGUAGES for column, vs in words(lang)["heads"].items() for v in vs}


@cache
def codes() -> dict[str, str]:
    """Folded country names of all languages, to their ISO codes."""
    every = [code for zone in ZONES.values() for code in zone.split()]
    return {fold(country(code, lang)): code for lang in LANGUAGES for code in every}
