"""Stripes that each hold several names, one a line, and the labels of all of them in the columns to the right."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import HEIGHT, RIGHT, printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.settings import Settings

LEFTS = (40, 240, 320, 420)
HEADINGS = ("Établissements partenaires", "Pays", "Zone", "Unité signataire")
LAW, ARTS = "Faculté de Droit", "Faculté des Lettres"
STRIPES = (
    (("Keio University (1998)", "Kansai University (2004)"), "Japon", "Asie", LAW),
    (("Moi University (2011)",), "Kenya", "Afrique", LAW),
    (("Universität Wien (1999)", "Universität Graz (2002)", "Universität Linz (2015)"), "Autriche", "Europe", LAW),
    (("Waseda University (2001)", "Chuo University (2003)"), "Japon", "Asie", ARTS),
    (("Egerton University (2013)",), "Kenya", "Afrique", ARTS),
)


def draw(canvas: Canvas) -> None:
    words_at(canvas, LEFTS[0], 60, "Conventions des facultés", bold=True)
    for x, heading in zip(LEFTS, HEADINGS, strict=True):
        words_at(canvas, x, 90, heading, bold=True)
    top = 98.0
    for i, (names, *labels) in enumerate(STRIPES):
        height = 12.0 * len(names) + 6
        canvas.setFillColorRGB(*((0.85, 0.9, 0.95) if i % 2 else (1, 1, 1)))
        canvas.rect(LEFTS[0], HEIGHT - top - height, RIGHT - LEFTS[0], height, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for line, name in enumerate(names):
            words_at(canvas, LEFTS[0], top + 12 + 12 * line, name)
        for x, label in zip(LEFTS[1:], labels, strict=True):
            words_at(canvas, x, top + 12, label)
        top += height


def test_every_name_of_a_stripe_has_the_labels_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(draw))
    found = clean.clean(extract.read(path, Settings()), Settings())
    assert [(one.department, one.zone, one.country, f"{one.institution} ({one.year})") for one in found.agreements] == [
        (department, zone, country, name) for names, country, zone, department in STRIPES for name in names
    ]
    assert [one.review_reason for one in found.agreements if one.needs_review] == []
