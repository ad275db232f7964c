"""Tables whose bands, headings and cells say less than a rule would: printed with reportlab, read and cleaned."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf.printing import HEIGHT, printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline import knowledge as know
from pipeline.clean.names.hangs import depth_of, inside
from pipeline.clean.parts import Entry
from pipeline.clean.tables.headings import headings
from pipeline.extract.chunks import Chunk, chunk_of
from pipeline.extract.sheet import Ink
from pipeline.extract.tables.bands import Band, text_bands
from pipeline.records import Block, Cell, Cleaned, Line, Row, Word
from pipeline.settings import Settings

LEXICON = know.load()
LEFTS, RIGHT, PITCH = (40.0, 110.0, 190.0), 500.0, 16.0
BAND, ROW = 1, 3  # cells of a line


def table(canvas: Canvas, rows: list[tuple[str, ...]]) -> None:
    """Rows between lines; a row of one cell is a band, bold and in the middle, with no line above it."""
    for i, row in enumerate(rows):
        y = 100 + PITCH * i
        if len(row) == BAND:
            words_at(canvas, (LEFTS[0] + RIGHT) / 2 - 3 * len(row[0]), y, row[0], bold=True, size=9)
        for x, text in zip(LEFTS, row if len(row) == ROW else (), strict=False):
            words_at(canvas, x, y, text)
        if i + 1 == len(rows) or len(rows[i + 1]) == ROW:
            for left, right in zip(LEFTS, (*LEFTS[1:], RIGHT), strict=True):
                canvas.line(left - 4, HEIGHT - y - 5, right - 4, HEIGHT - y - 5)


def cleaned(folder: Path, rows: list[tuple[str, ...]]) -> Cleaned:
    path = folder / "edition.pdf"
    path.write_bytes(printed(lambda canvas: table(canvas, rows)))
    return clean.clean(extract.read(path, Settings()), Settings())


def test_departments_below_names_head_the_rows_below(tmp_path: Path) -> None:
    rows = [
        ("Zone", "Country", "Institution"),
        ("Africa", "Kenya", "Moi University"),
        ("Asia", "Japan", "Keio University"),
        ("Faculty of Law",),
        ("Europe", "Norway", "University of Oslo"),
        ("Oceania", "Fiji", "Fiji School of Medicine"),
        ("School of Languages",),
        ("Asia", "Nepal", "Lumbini Technological University"),
    ]
    found = cleaned(tmp_path, [rows[0], ("Faculty of Arts",), *rows[1:]])
    assert [(one.department, one.institution) for one in found.agreements] == [
        ("Faculty of Arts", "Moi University"),
        ("Faculty of Arts", "Keio University"),
        ("Faculty of Law", "University of Oslo"),
        ("Faculty of Law", "Fiji School of Medicine"),
        ("School of Languages", "Lumbini Technological University"),
    ]


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (["Dipartimento Faculty / School", "Paese Country"], ["department", "country"]),
        (["Partnerhochschule Institut für"], [None]),
    ],
)
def test_headings_in_two_languages(headings: list[str], roles: list[str | None]) -> None:
    assert know.heading_roles(LEXICON, headings) == roles


def test_a_heading_of_several_columns_names_none(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x, text in ((40, "Partner institution"), (380, "Faculty")):
            words_at(canvas, x, 100, text, bold=True)
        for x, text in ((40, "Country"), (130, "Partner institution")):
            words_at(canvas, x, 114, text, bold=True)
        names = ("Moi University", "Egerton University", "Maseno University", "Strathmore University")
        for i, name in enumerate(names):
            for x, text in ((40, "Kenya"), (130, name), (380, "Faculty of Law")):
                words_at(canvas, x, 128 + 14 * i, text)
        for y in range(89, 89 + 14 * 7, 14):
            canvas.line(36, HEIGHT - y, 520, HEIGHT - y)
        for x in (36, 126, 376, 520):
            canvas.line(x, HEIGHT - 89, x, HEIGHT - 89 - 14 * 6)

    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(draw))
    found = clean.clean(extract.read(path, Settings()), Settings())
    assert {(one.country, one.department) for one in found.agreements} == {("Kenya", "Faculty of Law")}
    assert found.agreements[0].institution == "Moi University"


def test_the_lowest_headings_say_more_than_those_over_several_columns() -> None:
    def row(*texts: str) -> Entry:
        cells = (Cell(i, (Line((Word(i, text, 1, 1),)),)) for i, text in enumerate(texts) if text)
        return Entry(0, 0, Block("table", 1, ()), Row(tuple(cells)))

    _, size, header = headings([row("締結部局", "区分", "大学・機関名"), row("", "", "国・地域名", "大学名")], LEXICON)
    assert (size, [cell.text for cell in header]) == (2, ["締結部局", "区分", "国・地域名", "大学名"])


def test_words_that_justified_lines_push_to_the_right_are_no_column(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x, text in ((40, "Dipartimento"), (160, "Paese"), (260, "Università")):
            words_at(canvas, x, 100, text, bold=True)
        for i, name in enumerate(("Moi University", "Egerton University", "Maseno University", "Pwani University")):
            y = 120 + 26 * i
            for x, text in ((40, "Dipartimento"), (132, "di"), (160, "Kenya"), (260, name)):
                words_at(canvas, x, y, text)
            words_at(canvas, 40, y + 10, "Ingegneria Civile")

    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(draw))
    found = clean.clean(extract.read(path, Settings()), Settings())
    assert [one.department for one in found.agreements] == 4 * ["Dipartimento di Ingegneria Civile"]


def test_a_value_beside_each_row_tells_wrapped_lines() -> None:
    def line(text: str, x: float, base: float) -> Chunk:
        return chunk_of([Ink(text, x, base - 8, x + 40, base, base, 8, False, 0, "seen")])

    names = [line(text, 40, base) for text, base in (("Laboratory,", 20), ("Keio", 30), ("Moi", 46), ("Pune", 62))]
    years = [line(text, 300, base) for text, base in (("1998", 20), ("2003", 46), ("2010", 62))]
    found = text_bands([Band(10, 70, 0)], [names, years], [200, 340], years)
    assert [(band.top, band.bottom) for band in found] == [(10, 34), (34, 50), (50, 70)]


def test_names_of_one_cell_begin_where_no_line_hangs() -> None:
    def lines(*indents: float) -> tuple[Line, ...]:
        return tuple(Line((Word(i, "Keio", 1, i),), indent=indent, size=8.0) for i, indent in enumerate(indents))

    cells = [lines(0, 0, 9, 9, 0), lines(0, 9)]
    depth = depth_of(cells)
    assert depth == 9
    assert [inside(cells[0], at, depth) for at in range(1, 5)] == ["flush", "wrap", "wrap", "flush"]
    assert depth_of([lines(0, 9, 4, 6, 2)]) is None


def headed(canvas: Canvas) -> None:
    """Rows between lines; a zone, small and bold, stands in the first row below a line, above its name."""
    rows = [
        ("Asia", "Keio University", "Japan"),
        ("", "Lumbini University", "Nepal"),
        ("", "Mahidol University", "Thailand"),
        ("", "Kobe University", "Japan"),
        ("Africa", "Moi University", "Kenya"),
        ("", "University of Ghana", "Ghana"),
    ]
    for x, text in zip((40.0, 240.0), ("Institution", "Country"), strict=True):
        words_at(canvas, x, 80, text, bold=True)
    y = 100.0
    for zone, name, country in rows:
        canvas.line(36, HEIGHT - y + 12, 400, HEIGHT - y + 12)
        if zone:
            words_at(canvas, 40, y, zone, bold=True, size=8)
            y += 13
        words_at(canvas, 40, y, name)
        words_at(canvas, 240, y, country)
        y += 20
    canvas.line(36, HEIGHT - y + 12, 400, HEIGHT - y + 12)


def test_a_heading_that_no_edge_parts_from_its_first_row_is_no_part_of_the_name(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(headed))
    found = clean.clean(extract.read(path, Settings()), Settings()).agreements
    assert [(one.zone, one.institution) for one in found] == [
        ("Asia", "Keio University"),
        ("Asia", "Lumbini University"),
        ("Asia", "Mahidol University"),
        ("Asia", "Kobe University"),
        ("Africa", "Moi University"),
        ("Africa", "University of Ghana"),
    ]
