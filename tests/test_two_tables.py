"""Two tables on one page, of which the second has its departments where the first has country and zone."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.settings import Settings

LEFTS = {"Year": 40, "Partner": 80, "Country": 390, "Zone": 470, "Department": 380}
MOVED = LEFTS | {"Country": 240, "Zone": 310}
FIRST = [
    ("1990", "University of Cape Coast", "Ghana", "Africa"),
    ("1991", "Egerton University", "Kenya", "Africa"),
    ("1992", "Moi University", "Kenya", "Africa"),
    ("1993", "Kagawa University", "Japan", "Asia"),
    ("1994", "Keio University", "Japan", "Asia"),
    ("1995", "Lumbini University", "Nepal", "Asia"),
    ("1996", "University of Bergen", "Norway", "Europe"),
    ("1997", "University of Oslo", "Norway", "Europe"),
    ("1998", "University of Warsaw", "Poland", "Europe"),
]
SECOND = [
    ("2001", "University of Ghana", "Ghana", "Africa", "Faculty of Natural Sciences"),
    ("2002", "Kyoto University", "Japan", "Asia", "Faculty of Law and Economics"),
    ("2003", "University of Oulu", "Finland", "Europe", "School of Health and Welfare"),
]


def tables(canvas: Canvas) -> None:
    y = 60.0
    parts = (
        ("Agreements concluded by the University for its students", LEFTS, [*LEFTS][:4], FIRST),
        ("Agreements concluded by its departments for theirs", MOVED, [*MOVED], SECOND),
    )
    for title, lefts, names, rows in parts:
        words_at(canvas, 40, y, title, bold=True, size=12)
        y += 20
        for row, bold in ((tuple(names), True), *((row, False) for row in rows)):
            for name, text in zip(names, row, strict=True):
                words_at(canvas, lefts[name], y, text, bold=bold)
            y += 14
        y += 20


def test_columns_of_one_are_not_those_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(tables))
    found = clean.clean(extract.read(path, Settings(ocr=False)), Settings())
    said = [(str(one.year), one.institution, one.country, one.zone, one.department) for one in found.agreements]
    assert said == [*((*row, None) for row in FIRST), *SECOND]
