"""Rules that part labels and not the names beside them, one line or several each."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import SIZE, across, printed, read, words_at
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean
from pipeline.settings import Settings

LEFTS, RIGHT = (40, 130, 220), 380
HEADINGS = ("Region", "Country", "Partner university")
PARTNERS = (
    ("Asia", "Nepal", ("Kathmandu University", "Lumbini Technological University of Kapilvastu")),
    ("", "Japan", ("Keio University", "Ritsumeikan Asia Pacific University of Beppu", "Otsuma University")),
    ("", "India", ("Anna University",)),
    ("Europe", "Austria", ("Montanuniversität Leoben", "University of Natural Resources and Life Sciences Vienna")),
    ("", "Poland", ("Adam Mickiewicz University in the city of Poznan", "Opole University")),
)


def draw(canvas: Canvas, within: float, between: float) -> None:
    words_at(canvas, 40, 50, "Agreements of the university", bold=True, size=12)
    for x, heading in zip(LEFTS, HEADINGS, strict=True):
        words_at(canvas, x, 80, heading, bold=True)
    top = 86.0
    for zone, country, names in PARTNERS:
        across(canvas, top, LEFTS[0] if zone else LEFTS[1], RIGHT if zone else LEFTS[2] - 10)
        words_at(canvas, LEFTS[0], top + 11, zone)
        words_at(canvas, LEFTS[1], top + 11, country)
        top += 11 - between
        for name in names:
            for i, line in enumerate(simpleSplit(name, "Helvetica", SIZE, 140)):
                top += within if i else between
                words_at(canvas, LEFTS[2], top, line)
        top += 6
    across(canvas, top, LEFTS[0], RIGHT)


def read_drawn(folder: Path, within: float, between: float) -> list[tuple[str | None, str]]:
    document = read(folder, printed(lambda canvas: draw(canvas, within, between)))
    found = clean.clean(document, Settings()).agreements
    return [(one.country, one.institution) for one in found]


TRUTH = [(country, name) for _, country, names in PARTNERS for name in names]


def test_names_without_rules_are_those_of_the_country_that_rules_part(tmp_path: Path) -> None:
    assert read_drawn(tmp_path, 9.6, 14) == TRUTH


def test_lines_hardly_nearer_within_names_are_told_by_how_full_they_are(tmp_path: Path) -> None:
    assert read_drawn(tmp_path, 10.8, 11.36) == TRUTH
