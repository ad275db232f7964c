"""Years and numbers that stand in columns of their own beside the entries of a list: the entry is name and country."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf.printing import PITCH, printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.settings import Settings

ENTRIES = (
    (1999, "Roskilde Universitet", "Denmark"),
    (1999, "Universitetet i Agder", "Norway"),
    (2000, "Universität Bern", "Switzerland"),
    (2004, "University of Ljubljana", "Slovenia"),
    (2006, "Universidade do Porto", "Portugal"),
)


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("right", [True, False])
def test_the_country_behind_a_name_is_its_country(tmp_path: Path, *, numbered: bool, right: bool) -> None:
    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 60, "Faculty of Law (5)", bold=True)
        for i, (year, name, country) in enumerate(ENTRIES):
            top = 80 + i * PITCH
            if numbered:
                words_at(canvas, 40, top, f"{i + 1}.")
            words_at(canvas, 330 if right else 60, top, str(year))
            words_at(canvas, 60 if right else 100, top, f"{name} — {country}")

    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(draw))
    found = clean.clean(extract.read(path, Settings()), Settings())
    said = [(one.year, one.institution, one.country) for one in found.agreements]
    assert said == list(ENTRIES)
