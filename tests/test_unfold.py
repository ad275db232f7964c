"""Tables and lists in columns that paper cannot tell apart."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import printed, read, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean
from pipeline.settings import Settings

ROWS = (
    ("Bangladesh", "Jahangirnagar University"),
    ("India", "Bahona College"),
    ("Indonesia", "Universitas Airlangga"),
    ("Kazakhstan", "Kostanai State Pedagogical University"),
    ("Malaysia", "Kolej Universiti Sains dan Teknologi", "Malaysia"),
    ("Nepal", "Janajyoti Multiple Campus"),
    ("Pakistan", "University of Haripur"),
    ("Philippines", "University of Batangas"),
)


def test_the_last_line_of_a_name_is_no_label_of_a_list(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        top = 80.0
        words_at(canvas, 44, top, "Country /")
        words_at(canvas, 44, top + 9.5, "Region")
        words_at(canvas, 134, top, "Institution")
        top += 25
        for country, *name in ROWS:
            words_at(canvas, 44, top, country)
            for line in name:
                words_at(canvas, 134, top, line)
                top += 9.5
            top += 6
            canvas.rect(40, 842 - top + 9.5, 300, 0.2)

    found = clean.clean(read(tmp_path, printed(draw)), Settings()).agreements
    assert [(row.country, row.institution) for row in found] == [(row[0], " ".join(row[1:])) for row in ROWS]
