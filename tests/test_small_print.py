"""A partner's faculty in smaller letters below its name, in the same cell."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import HEIGHT, printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.settings import Settings

ROWS = (
    ("France", "Université Lumière Lyon 2", "Faculty of Engineering", "2016"),
    ("India", "University of Delhi", "Department of Geography", "2001"),
    ("Lithuania", "Vilniaus universitetas", "School of Business", "2005"),
    ("Morocco", "Université Hassan II de Casablanca", "", "2024"),
    ("Tunisia", "Université de Sfax", "Faculty of Engineering", "2010"),
)


def table(canvas: Canvas) -> None:
    y = 80.0
    for x, head in zip((40, 140, 340), ("Country", "Partner institution", "Year"), strict=True):
        words_at(canvas, x, y, head, bold=True)
    for country, name, unit, year in ROWS:
        canvas.line(40, HEIGHT - y - 5, 400, HEIGHT - y - 5)
        y += 18
        for x, text in zip((40, 140, 340), (country, name, year), strict=True):
            words_at(canvas, x, y, text)
        y += 11 * bool(unit)
        words_at(canvas, 140, y, unit, size=7)
    canvas.line(40, HEIGHT - y - 5, 400, HEIGHT - y - 5)


def test_what_stands_in_smaller_letters_below_a_name_belongs_to_it(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(table))
    found = clean.clean(extract.read(path, Settings(ocr=False)), Settings())
    assert [(one.institution, one.year) for one in found.agreements] == [
        (f"{name} {unit}".strip(), int(year)) for _, name, unit, year in ROWS
    ]
