"""Small tables without rules in two columns: labels and names, headings that lie across, departments in between."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.records import Cleaned
from pipeline.settings import Settings

HUNG, DEPARTMENT, ZONE = -2.0, "Faculty of ", "*"
LEFT = (
    ("Faculty of Arts",),
    ("* Asia",),
    ("Taiwan", "National Cheng Kung University"),
    ("", "Tunghai University"),
    ("Vietnam", "Can Tho University"),
    ("* North Africa and Middle East",),
    ("Egypt", "Cairo University"),
    ("", "Ain Shams University"),
    ("Morocco", "Cadi Ayyad University"),
    ("Tunisia", "University of Carthage"),
    ("Faculty of Science",),
    ("* Asia",),
    ("Taiwan", "Tunghai University"),
    ("Thailand", "Kasetsart University"),
    ("", "Chiang Mai University"),
    ("Vietnam", "Hue University"),
)
RIGHT = (
    ("", "Can Tho University"),
    ("Nepal", "Lumbini University"),
    ("* North Africa and Middle East",),
    ("Egypt", "Cairo University"),
    ("Turkey", "Ankara University"),
    ("", "Ege University"),
    ("Faculty of Law",),
    ("* Europe",),
    ("Finland", "University of Oulu"),
    ("Poland", "University of Warsaw"),
    ("", "University of Silesia"),
)


def columns(canvas: Canvas) -> None:
    for x, rows in ((40.0, LEFT), (310.0, RIGHT)):
        for i, (label, *names) in enumerate(rows):
            y, out = 100.0 + 14 * i + 3 * (x > 300), HUNG * label.startswith(DEPARTMENT)
            words_at(canvas, x + out, y, label.removeprefix(ZONE).strip(), bold=not names, size=9 if out else 8)
            for name in names:
                words_at(canvas, x + 60, y, name)


def truth() -> list[tuple[str, str, str]]:
    found, department, country = [], "", ""
    for label, *names in (*LEFT, *RIGHT):
        department = label if label.startswith(DEPARTMENT) else department
        country = label or country
        found += [(department, country, name) for name in names]
    return found


def read(folder: Path) -> Cleaned:
    path = folder / "edition.pdf"
    path.write_bytes(printed(columns))
    return clean.clean(extract.read(path, Settings(ocr=False)), Settings())


def test_panels_with_headings_across_their_gutters_are_read_one_after_the_other(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert [(one.department, one.country, one.institution) for one in found.agreements] == truth()
    assert not found.rejects
