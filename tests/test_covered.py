"""Columns that bands lie across: their gutters are those of the rows."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import PITCH, printed, read, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean
from pipeline.settings import Settings

LEFTS = (42, 70, 150, 400)
Line = str | tuple[str, str, str]
LAW: tuple[Line, ...] = (
    "Faculty of Law", "I. Latin America", ("Chile", "Universidad Alberto Hurtado", "1998"),
    ("Chile", "Universidad de Tarapacá", "2004"), ("Peru", "Universidad de Lima", "2011"),
    "II. Middle East", ("Jordan", "Hashemite University", "2002"), ("Iran", "Isfahan University of Technology", "2019"),
    ("Iraq", "University of Mosul", "1987"),
)  # fmt: skip
ARTS: tuple[Line, ...] = (
    "Faculty of Arts", "I. South Asia", ("Nepal", "Kathmandu University", "1991"),
    ("India", "Anna University", "2009"), ("India", "University of Mumbai", "2016"),
)  # fmt: skip


def draw(canvas: Canvas, lines: tuple[Line, ...], first: int, top: float) -> None:
    number = first
    for i, line in enumerate(lines):
        if isinstance(line, str):
            words_at(canvas, LEFTS[0], top + i * PITCH, line, bold=True)
            continue
        for x, text in zip(LEFTS, (str(number), *line), strict=True):
            words_at(canvas, x, top + i * PITCH, text)
        number += 1


def truth(lines: tuple[Line, ...]) -> list[tuple[str, str, str, int]]:
    return [(str(lines[0]), line[0], line[1], int(line[2])) for line in lines if isinstance(line, tuple)]


def read_drawn(folder: Path, *parts: tuple[Line, ...]) -> list[tuple[str | None, str | None, str, int | None]]:
    def page(canvas: Canvas) -> None:
        words_at(canvas, 40, 50, "Agreements of the faculties", bold=True, size=12)
        top, first = 90.0, 1
        for lines in parts:
            draw(canvas, lines, first, top)
            first += sum(isinstance(line, tuple) for line in lines)
            top += (len(lines) + 0.5) * PITCH

    found = clean.clean(read(folder, printed(page)), Settings()).agreements
    return [(one.department, one.country, one.institution, one.year) for one in found]


def test_numbers_have_a_column_though_bands_lie_across_it(tmp_path: Path) -> None:
    assert read_drawn(tmp_path, LAW, ARTS) == truth(LAW) + truth(ARTS)


def test_a_few_rows_above_a_band_stand_in_the_columns_of_the_table_below(tmp_path: Path) -> None:
    assert read_drawn(tmp_path, ARTS[:1] + ARTS[3:], LAW) == truth(ARTS[:1] + ARTS[3:]) + truth(LAW)
