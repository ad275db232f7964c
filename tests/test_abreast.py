"""Tables that stand side by side in one grid under the same headings: no row of either is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf.printing import HEIGHT, printed, words_at
from reading import read
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.records import Cleaned
from pipeline.settings import Settings

HEAD = ("Country", "Institution", "Year") * 2
EUROPE = (
    ("Austria", "Universität Wien", "2006", "Sweden", "Högskolan i Borås", "2020"),
    ("Belgium", "Université de Liège", "2022", "Sweden", "Umeå universitet", "2019"),
    ("Czechia", "Masarykova univerzita", "2020", "Switzerland", "ETH Zürich", "2014"),
    ("Finland", "University of Jyväskylä", "2004", "", "", ""),
)
ASIA = (
    ("China", "Wuhan University", "1998", "Japan", "Keio University", "2011"),
    ("China", "Tongji University", "2019", "Macao", "University of Macau", "2007"),
)
TRUTH = [
    (zone, row[first], row[first + 1], int(row[first + 2]))
    for zone, rows in (("EUROPE", EUROPE), ("ASIA", ASIA))
    for first in (0, 3)
    for row in rows
    if row[first]
]


def said(found: Cleaned) -> list[tuple[object, ...]]:
    return [(one.zone, one.country, one.institution, one.year) for one in found.agreements]


@pytest.mark.parametrize("joined", ["\t".join, lambda row: "| " + " | ".join(row) + " |"])
def test_in_dumps(tmp_path: Path, joined: Callable[[tuple[str, ...]], str]) -> None:
    bands = [("EUROPE", *5 * ("",)), *EUROPE, ("ASIA", *5 * ("",)), *ASIA]
    found = read("\n".join(joined(row).rstrip() for row in (HEAD, *bands)), tmp_path)
    assert said(found) == TRUTH
    assert not found.rejects


def test_in_separated_values(tmp_path: Path) -> None:
    found = read("\n".join(";".join(row) for row in (HEAD, *EUROPE, *ASIA)), tmp_path)
    assert sorted(one.institution for one in found.agreements) == sorted(name for _, _, name, _ in TRUTH)


def grid(canvas: Canvas) -> None:
    """A ruled grid; bands stand in the middle, across all columns."""
    edges, y = (40, 100, 220, 255, 320, 440, 475), 60.0
    for row in (HEAD, ("EUROPE",), *EUROPE, ("ASIA",), *ASIA):
        for x in edges if len(row) > 1 else (edges[0], edges[-1]):
            canvas.line(x, HEIGHT - y + 10, x, HEIGHT - y - 4)
        canvas.line(40, HEIGHT - y + 10, 475, HEIGHT - y + 10)
        canvas.line(40, HEIGHT - y - 4, 475, HEIGHT - y - 4)
        for x, text in zip(edges if len(row) > 1 else (235,), row, strict=False):
            words_at(canvas, x + 3, y, text, bold=row == HEAD or len(row) == 1)
        y += 14


def test_on_paper(tmp_path: Path) -> None:
    path = tmp_path / "grid.pdf"
    path.write_bytes(printed(grid))
    found = clean.clean(extract.read(path, Settings()), Settings())
    assert said(found) == TRUTH
