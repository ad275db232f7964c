"""Letters of an index, large above the countries that begin with them: no labels, and no rows of their own."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import WIDTH, printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.settings import Settings

PITCH = 9.5
COLUMNS = (
    (
        ("A", ()),
        ("Australia", ("University of Tasmania", "Griffith University", "Deakin University")),
        ("Austria", ("Universität Wien", "Universität Graz", "Montanuniversität Leoben")),
        ("B", ()),
        ("Brazil", ("Universidade de São Paulo", "Universidade Federal do Paraná")),
        ("E", ()),
        ("Egypt", ("Egypt-Japan University of", "> Science and Technology", "Ain Shams University")),
    ),
    (
        ("", ("Assiut University", "Alexandria University")),
        ("Estonia", ("University of Tartu", "Tallinn University of", "> Technology")),
        ("K", ()),
        ("Kenya", ("Moi University", "Maseno University", "Egerton University")),
        ("L", ()),
        ("Latvia", ("University of Latvia", "Riga Technical University")),
        ("Lithuania", ("Vilnius University", "Kaunas University of", "> Technology")),
    ),
)


def index(canvas: Canvas) -> None:
    """Two columns of countries with the names beside them; `>` sets a line as deep as wrapped ones hang."""
    words_at(canvas, 40, 50, "Agreements of the University", bold=True, size=14)
    for x, groups in zip((40.0, 300.0), COLUMNS, strict=True):
        y = 90.0
        for label, names in groups:
            if len(label) == 1:
                words_at(canvas, x, y + 3, label, bold=True, size=12)
                canvas.line(x, 842 - y - 5, x + WIDTH / 2 - 60, 842 - y - 5)
                y += 1.4 * PITCH
                continue
            words_at(canvas, x, y, label)
            for name in names:
                words_at(canvas, x + 60 + 6 * name.startswith("> "), y, name.removeprefix("> "))
                y += PITCH


def test_letters_of_an_index_part_nothing(tmp_path: Path) -> None:
    path = tmp_path / "index.pdf"
    path.write_bytes(printed(index))
    found = clean.clean(extract.read(path, Settings()), Settings())
    truth: list[tuple[str, str]] = []
    country = ""
    for label, names in (group for column in COLUMNS for group in column if len(group[0]) != 1):
        country = label or country
        truth += [(country, name) for name in " | ".join(names).replace(" | > ", " ").split(" | ")]
    assert [(one.country, one.institution) for one in found.agreements] == truth
    assert not found.rejects
