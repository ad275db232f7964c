"""Tables under every kind of rules and labels: columns, rows, and the spans that rules prove."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf.printing import (
    AGREEMENTS,
    HEIGHT,
    LEFTS,
    PITCH,
    RIGHT,
    SIZE,
    across,
    printed,
    read,
    spans,
    table,
    tables,
    texts,
    words_at,
)
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.chunks import Chunk, chunk_of
from pipeline.extract.pages.abreast import headed
from pipeline.extract.pages.newspaper import heading_lines
from pipeline.extract.plan import Plan, Running, open_table
from pipeline.extract.rules import Edge, Edges
from pipeline.extract.sheet import Ink
from pipeline.extract.tables.bands import Band, by_band, text_bands
from pipeline.records import Cell, Document

RULES = ("merged", "grid", "hairline", "partial", "frame", "zebra", "dotted", "none")
INSTITUTIONS = [row[3] for row in AGREEMENTS]


def document(folder: Path, rules: str, labels: str) -> Document:
    return read(folder, printed(lambda canvas: table(canvas, AGREEMENTS, rules, labels)))


def cells(document: Document, column: int) -> list[tuple[int, Cell]]:
    (block,) = tables(document)
    return [(i, cell) for i, row in enumerate(block.rows) for cell in row.cells if cell.column == column]


@pytest.mark.parametrize("labels", ["top", "middle", "bottom", "every"])
@pytest.mark.parametrize("rules", RULES)
def test_rows_and_columns_are_found(tmp_path: Path, rules: str, labels: str) -> None:
    (block,) = tables(document(tmp_path, rules, labels))
    assert len(block.columns) == 4
    assert [[cell.text for cell in row.cells if cell.column == 3] for row in block.rows] == [
        [institution] for institution in INSTITUTIONS
    ]
    for column in range(3):
        labelled = (
            [row[column] for row in AGREEMENTS] if labels == "every" else [s[2] for s in spans(AGREEMENTS, column)]
        )
        assert texts(block, column) == labelled


@pytest.mark.parametrize("labels", ["top", "middle", "bottom"])
@pytest.mark.parametrize("rules", ["merged", "partial"])
def test_rules_that_stop_at_a_merged_cell_prove_its_span(tmp_path: Path, rules: str, labels: str) -> None:
    found = document(tmp_path, rules, labels)
    for column in range(3):
        proven = [(*cell.rows, cell.text) for _, cell in cells(found, column) if cell.rows]
        assert proven == spans(AGREEMENTS, column)


@pytest.mark.parametrize("rules", ["grid", "hairline", "merged", "zebra", "none"])
def test_a_line_or_the_border_of_a_stripe_above_a_cell_parts_it_from_the_one_above(tmp_path: Path, rules: str) -> None:
    ruled = [cell.ruled for _, cell in cells(document(tmp_path, rules, "top"), 3)]
    assert ruled[1:] == [rules != "none"] * (len(ruled) - 1)


@pytest.mark.parametrize("rules", ["grid", "hairline", "dotted", "frame", "none"])
def test_rules_across_every_row_prove_no_span(tmp_path: Path, rules: str) -> None:
    found = document(tmp_path, rules, "top")
    for column in range(3):
        assert all(cell.rows is None for _, cell in cells(found, column))
        assert [i for i, _ in cells(found, column)] == [first for first, _, _ in spans(AGREEMENTS, column)]


def test_the_continuation_of_a_label_over_a_page_break_is_an_empty_cell(tmp_path: Path) -> None:
    first, second = AGREEMENTS[:5], AGREEMENTS[5:]
    blank = [("", "", "", row[3]) if row[2] == "Japan" else row for row in second]
    pages = iter((first, blank))
    found = tables(read(tmp_path, printed(lambda canvas: table(canvas, next(pages)), pages=2)))
    assert [block.continues for block in found] == [False, True]
    assert [cell.column for cell in found[1].rows[0].cells] == [0, 1, 2, 3]
    assert [(cell.text, cell.rows) for cell in found[1].rows[0].cells[:3]] == [("", (0, 1))] * 3


def test_a_label_of_two_lines_on_every_row_stays_in_its_row(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for i, name in enumerate(INSTITUTIONS):
            top = 80 + 26.0 * i
            words_at(canvas, LEFTS[0], top, "School of Engineering")
            words_at(canvas, LEFTS[0], top + 1.25 * SIZE, "(9 partners)")
            words_at(canvas, LEFTS[3], top, name)

    (block,) = tables(read(tmp_path, printed(draw)))
    assert [cell.text for row in block.rows for cell in row.cells if cell.column == 0] == [
        "School of Engineering (9 partners)"
    ] * len(INSTITUTIONS)


def test_a_column_that_a_page_leaves_empty_is_still_a_column(tmp_path: Path) -> None:
    rows = list(AGREEMENTS) * 2
    late = [("", "", *row[2:]) for row in AGREEMENTS]
    pages = iter((rows, late))
    found = tables(read(tmp_path, printed(lambda canvas: table(canvas, next(pages), "none"), pages=2)))
    assert [len(block.columns) for block in found] == [4, 4]
    assert found[1].continues
    assert {cell.column for row in found[1].rows for cell in row.cells} == {2, 3}


@pytest.mark.parametrize("rules", ["grid", "hairline", "none"])
def test_a_table_goes_on_over_pages_with_mirrored_margins(tmp_path: Path, rules: str) -> None:
    shifts = iter((0, 30, 0))

    def draw(canvas: Canvas) -> None:
        canvas.translate(next(shifts), 0)
        table(canvas, AGREEMENTS, rules)

    found = tables(read(tmp_path, printed(draw, pages=3)))
    assert [block.continues for block in found] == [False, True, True]
    starts = [block.columns[0][0] for block in found]
    assert [round(start - starts[0]) for start in starts] == [0, 30, 0]
    assert [texts(block, 3) for block in found] == [INSTITUTIONS] * 3


def test_other_columns_at_other_margins_are_another_table(tmp_path: Path) -> None:
    widths = iter((1.0, 0.85))

    def draw(canvas: Canvas) -> None:
        width = next(widths)
        canvas.translate(30 * (1 - width), 0)
        canvas.scale(width, 1)
        table(canvas, AGREEMENTS, "grid")

    assert [block.continues for block in tables(read(tmp_path, printed(draw, pages=2)))] == [False, False]


def test_a_label_turned_by_a_right_angle(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [("", *row[1:]) for row in AGREEMENTS])
        canvas.saveState()
        canvas.translate(LEFTS[0] + 20, HEIGHT - 80 - 9 * PITCH)
        canvas.rotate(90)
        words_at(canvas, 0, HEIGHT, "Faculty of Letters")
        canvas.restoreState()

    (block,) = tables(read(tmp_path, printed(draw)))
    turned = [cell for row in block.rows for cell in row.cells if cell.turned]
    assert [(cell.column, cell.text) for cell in turned] == [(0, "Faculty of Letters")]
    assert texts(block, 3) == INSTITUTIONS


def test_rules_part_turned_labels_that_follow_each_other_closely(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [("", *row[1:]) for row in AGREEMENTS])
        across(canvas, 80 + 4 * PITCH, LEFTS[0], LEFTS[1])
        canvas.saveState()
        canvas.translate(LEFTS[0] + 20, HEIGHT - 80 - 4 * PITCH)
        canvas.rotate(90)
        words_at(canvas, 2, HEIGHT, "Africa")
        words_at(canvas, -30, HEIGHT, "Asia")
        canvas.restoreState()

    (block,) = tables(read(tmp_path, printed(draw)))
    turned = [cell for row in block.rows for cell in row.cells if cell.turned]
    assert [(cell.rows, cell.text) for cell in turned] == [((0, 3), "Africa"), ((4, len(AGREEMENTS) - 1), "Asia")]


def test_a_note_right_below_the_last_row_is_a_row_of_its_own(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [(row[2], *row[1:]) for row in AGREEMENTS], "zebra", "every")
        words_at(canvas, LEFTS[0], 80 + len(AGREEMENTS) * PITCH + 15, "Printed 3 March 2023", size=SIZE - 2)

    (block,) = tables(read(tmp_path, printed(draw)))
    assert texts(block, 0)[-2:] == [AGREEMENTS[-1][2], "Printed 3 March 2023"]


def test_smaller_letters_level_with_a_row_head_nothing() -> None:
    def word(text: str, x: float, top: float, size: float) -> Ink:
        return Ink(text, x, top, x + 40, top + size, top + size, size, False, 0, "seen")

    row, small = [word("Ghana", 40, 100, 8), word("Letters", 240, 100, 8)], [word("EUROPE", 140, 101, 6)]
    bar = Edges(tuple(Edge(at, 30, 300, False) for at in (98.0, 110.0)), ())
    strips = [(40.0, 80.0), (140.0, 180.0), (240.0, 280.0)]
    assert heading_lines([row, small], strips, bar) == []
    assert heading_lines([small], strips, bar) == [0]


def test_wrapped_lines_say_that_they_were_full(tmp_path: Path) -> None:
    rows = (
        ("Ghana", "Ghana Institute of Management and Public Administration", "in Accra"),
        ("Kenya", "Egerton", ""),
    )

    def draw(canvas: Canvas) -> None:
        top = 80.0
        for country, one, two in rows * 4:
            words_at(canvas, 50, top, country)
            words_at(canvas, 200, top, one)
            words_at(canvas, 200, top + 9.5, two)
            top += 24 if two else 14

    (block,) = tables(read(tmp_path, printed(draw)))
    assert len(block.rows) == 8
    names = [cell for row in block.rows for cell in row.cells if cell.column == 1]
    assert [line.text for line in names[0].lines] == [
        "Ghana Institute of Management and Public Administration",
        "in Accra",
    ]
    assert [line.full for line in names[0].lines] == [True, False]


def test_two_tables_side_by_side(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for half, rows in enumerate((AGREEMENTS[:6], AGREEMENTS[6:])):
            x = 40 + 270 * half
            words_at(canvas, x, 80, "Country", bold=True)
            words_at(canvas, x + 80, 80, "Institution", bold=True)
            for i, row in enumerate(rows):
                words_at(canvas, x, 94 + i * PITCH, row[2])
                words_at(canvas, x + 80, 94 + i * PITCH, row[3])

    found = tables(read(tmp_path, printed(draw)))
    assert [texts(block, 1) for block in found] == [
        ["Institution", *INSTITUTIONS[:6]],
        ["Institution", *INSTITUTIONS[6:]],
    ]


def test_a_heading_over_each_of_two_tables_is_a_line_of_its_own(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for part, rows in enumerate((AGREEMENTS[:6], AGREEMENTS[6:])):
            top = 80.0 + part * 120
            words_at(canvas, 40, top, f"Faculty {part}", bold=True)
            words_at(canvas, 40, top + PITCH, "Country", bold=True)
            words_at(canvas, 200, top + PITCH, "Institution", bold=True)
            for i, row in enumerate(rows):
                words_at(canvas, 40, top + (i + 2) * PITCH, row[2])
                words_at(canvas, 200, top + (i + 2) * PITCH, row[3])

    found = read(tmp_path, printed(draw))
    assert [(block.kind, block.rows[0].cells[0].text) for block in found.blocks] == [
        ("lines", "Faculty 0"),
        ("table", "Country"),
        ("lines", "Faculty 1"),
        ("table", "Country"),
    ]


def test_lines_of_many_dots_are_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, AGREEMENTS, "none")
        for i in range(len(AGREEMENTS) + 1):
            for x in range(int(LEFTS[3]), int(RIGHT), 3):
                canvas.rect(x, HEIGHT - 80 - i * PITCH, 0.8, 0.8, stroke=0, fill=1)

    (block,) = tables(read(tmp_path, printed(draw)))
    assert [row.box.top for row in block.rows if row.box][1:] == pytest.approx(
        [80 + i * PITCH for i in range(1, len(AGREEMENTS))], abs=1.0
    )


def test_headings_over_two_grids_side_by_side_are_read_with_their_own(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 50, "Agreements between faculties of both universities, of all years", bold=True)
        for half in range(2):
            x = 40 + 270 * half
            words_at(canvas, x, 76, f"Faculty {half}", bold=True)
            for i, row in enumerate(AGREEMENTS[6 * half : 6 * half + 6]):
                words_at(canvas, x + 2, 94 + i * PITCH, row[2])
                words_at(canvas, x + 92, 94 + i * PITCH, row[3][:20])
            for i in range(7):
                y = HEIGHT - 84 - i * PITCH
                canvas.line(x, y, x + 240, y)
            for at in (x, x + 90, x + 240):
                canvas.line(at, HEIGHT - 84, at, HEIGHT - 84 - 6 * PITCH)

    found = read(tmp_path, printed(draw))
    assert [(block.kind, block.rows[0].cells[0].text) for block in found.blocks[1:]] == [
        ("lines", "Faculty 0"),
        ("table", AGREEMENTS[0][2]),
        ("lines", "Faculty 1"),
        ("table", AGREEMENTS[6][2]),
    ]


def test_only_a_line_that_was_read_across_two_tables_is_parted_into_their_headings() -> None:
    def ink(text: str, x0: float, base: float) -> Ink:
        return Ink(text, x0, base - 8, x0 + 80, base, base, 8, False, 0, "seen")

    def beside(x0: float) -> Plan:
        words = (ink("Ghana", x0, 100), ink("Legon", x0 + 100, 100))
        return open_table(1, words, [(x0, x0 + 80), (x0 + 100, x0 + 180)], Edges((), ()))

    pair, heads = [beside(40), beside(300)], [ink("Law", 40, 85), ink("Arts", 300, 85)]
    found, rest = headed([Running(1, (tuple(heads),)), *pair])
    assert [lines for _, lines in found] == [[[head]] for head in heads]
    assert not rest
    apart = [Running(1, ((head,),)) for head in heads]
    assert headed([apart[0], pair[0], apart[1], pair[1]]) == ([(table, []) for table in pair], apart)


def test_headings_part_columns_that_no_line_draws(tmp_path: Path) -> None:
    rows = [("Ghana", "Ashesi University", "2001"), ("Togo", "Université de Lomé", "1998"), ("Mali", "IPR", "2012")]

    def draw(canvas: Canvas) -> None:
        for i, row in enumerate([("Country", "Institution", "Year"), *rows]):
            across(canvas, 80 + i * PITCH, 40, 400)
            for x, word in zip((45, 150, 330), row, strict=True):
                words_at(canvas, x, 90 + i * PITCH, word)
        across(canvas, 80 + 4 * PITCH, 40, 400)
        canvas.line(140, HEIGHT - 80, 140, HEIGHT - 80 - 4 * PITCH)

    (block,) = tables(read(tmp_path, printed(draw)))
    assert [[cell.text for cell in row.cells] for row in block.rows[1:]] == [list(row) for row in rows]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_heading_in_a_bar_closes_no_gutter_and_is_one_cell(tmp_path: Path, ruled: bool) -> None:
    names = iter(INSTITUTIONS)
    rows = [("Latin America", "Peru", next(names)) if i % 2 else ("Middle East", "Iran", next(names)) for i in range(8)]
    headings = [("Faculty of Letters and Arts",), ("Faculty of Natural Sciences",), ("School of Fine Arts",)]
    lines = [headings[0], rows[0], headings[1], *rows[1:4], headings[2], *rows[4:]]

    def draw(canvas: Canvas) -> None:
        for i, line in enumerate(lines):
            top = 90 + i * 24
            if len(line) == 1 and ruled:
                across(canvas, top - 10, 40, 400)
                across(canvas, top + 4, 40, 400)
            elif len(line) == 1:
                canvas.setFillGray(0.8)
                canvas.rect(40, HEIGHT - top - 4, 360, PITCH, stroke=0, fill=1)
                canvas.setFillGray(0)
            for x, text in zip((45, 90, 130), line, strict=False):
                wrapped = text.split() if len(line) > 1 and x == 45 else [text]
                for j, word in enumerate(wrapped):
                    words_at(canvas, x, top + 10 * j, word, bold=len(line) > 1 and x < 130)

    found = [row for block in read(tmp_path, printed(draw)).blocks for row in block.rows]
    assert [tuple(cell.text for cell in row.cells) for row in found] == lines


def test_values_of_one_shape_part_the_rows_between_two_rules(tmp_path: Path) -> None:
    groups = [
        [("Keio University", "since 2001")],
        [("University of Tasmania,", ""), ("Faculty of Arts", "since 1998")],
        [("Fudan University,", ""), ("Faculty of Law", "since 1992"), ("", ""), ("Tongji University", "since 2003")],
    ]

    def draw(canvas: Canvas) -> None:
        top = 80.0
        for group in groups:
            across(canvas, top, 40, 400)
            for i, (name, since) in enumerate(group):
                at = top + 12 + i * 10 - (5 if i == 3 else 0)
                words_at(canvas, 45, at, name)
                words_at(canvas, 330, at, since)
            top += 10 * len(group) + 8
        across(canvas, top, 40, 400)

    (block,) = tables(read(tmp_path, printed(draw)))
    assert [[cell.text for cell in row.cells] for row in block.rows] == [
        ["Keio University", "since 2001"],
        ["University of Tasmania, Faculty of Arts", "since 1998"],
        ["Fudan University, Faculty of Law", "since 1992"],
        ["Tongji University", "since 2003"],
    ]


def test_tables_side_by_side_with_other_columns_are_two(tmp_path: Path) -> None:
    heads = [(40.0, "Country"), (110.0, "University"), (240.0, "Since"), (310.0, "Country"), (380.0, "University")]

    def draw(canvas: Canvas) -> None:
        for x, head in heads:
            words_at(canvas, x, 80, head, bold=True)
        for i, (_, _, country, name) in enumerate(AGREEMENTS):
            for x, text in zip((x for x, _ in heads), (country, name, str(1990 + i), country, name), strict=True):
                words_at(canvas, x, 94 + 12 * i, text)

    one, two = read(tmp_path, printed(draw)).blocks
    assert [len(one.columns), len(two.columns)] == [3, 2]
    assert texts(one, 1)[1:] == texts(two, 1)[1:] == [name for *_, name in AGREEMENTS]


NAMES = ("Egerton", "Moi", "Ashesi", "Delhi", "Pune")


def test_a_large_heading_between_two_rows_is_a_row_of_its_own() -> None:
    def line(text: str, x: float, base: float, size: float = 8.0) -> Chunk:
        return chunk_of([Ink(text, x, base - size, x + 40, base, base, size, False, 0, "seen")])

    countries = [line("Kenya", 40, 20), line("Law", 40, 44, 10), line("Ghana", 40, 62), line("India", 40, 74)]
    names = [line(name, 200, base) for name, base in zip(NAMES, (20, 32, 62, 74, 86), strict=True)]
    bands = text_bands([Band(10, 92, 0)], [countries, names], [90, 300])
    found = [by_band(column, bands) for column in (countries, names)]
    labels, partners = ([" ".join(one.text for one in lines) for lines in column] for column in found)
    assert labels == ["Kenya", "", "Law", "Ghana", "India", ""]
    assert partners == [*NAMES[:2], "", *NAMES[2:]]


def test_a_turned_label_governs_what_the_rules_around_it_close(tmp_path: Path) -> None:
    """Rules across the whole table part zones; those that part countries stop right of the turned zones."""

    def draw(canvas: Canvas) -> None:
        rows = AGREEMENTS[:7]
        for i, (_, zone, country, name) in enumerate(rows):
            y = 100 + PITCH * i
            above = rows[i - 1] if i else ("", "", "", "")
            words_at(canvas, 75, y, country if country != above[2] else "")
            words_at(canvas, 180, y, name)
            words_at(canvas, 400, y, str(1990 + i))
            left = 45 if zone != above[1] else 70 if country != above[2] else 175
            canvas.line(left, HEIGHT - y + 10, 430, HEIGHT - y + 10)
        canvas.line(45, HEIGHT - 100 - PITCH * 7 + 10, 430, HEIGHT - 100 - PITCH * 7 + 10)
        for zone, y in (("Africa", 130), ("Asia", 185)):
            canvas.saveState()
            canvas.translate(60, HEIGHT - y)
            canvas.rotate(90)
            canvas.drawString(0, 0, zone)
            canvas.restoreState()

    (block,) = tables(read(tmp_path, printed(draw)))
    turned = [(cell.text, cell.rows) for row in block.rows for cell in row.cells if cell.turned]
    assert turned == [("Africa", (0, 2)), ("Asia", (3, 6))]


def test_a_frame_around_few_rows_makes_no_row_of_them(tmp_path: Path) -> None:
    head = ("Faculty", "Area", "Country", "Institution")

    def draw(canvas: Canvas) -> None:
        table(canvas, [head], "grid")
        table(canvas, AGREEMENTS[:4], "frame", "every", top=80.0 + PITCH)

    (block,) = tables(read(tmp_path, printed(draw)))
    assert texts(block, 3) == ["Institution", *INSTITUTIONS[:4]]
    assert [len(row.cells) for row in block.rows] == 5 * [4]


def test_a_note_below_a_table_closes_no_column_that_lines_above_the_table_cross(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for i, name in enumerate(INSTITUTIONS):
            words_at(canvas, 40, 80 + i * 10, f"{name}, Centre for Studies of this and of that")
            words_at(canvas, 320, 80 + i * 10, f"{name}, Centre for Other Studies")
        words_at(canvas, 40, 240, "Agreements of departments", size=1.5 * SIZE)
        table(canvas, AGREEMENTS, "hairline", top=250.0)
        words_at(canvas, 40, 250 + len(AGREEMENTS) * PITCH + 12, "* Students pay no fees at these institutions abroad")

    *_, block = tables(read(tmp_path, printed(draw)))
    assert texts(block, 0) == ["Letters", "Science"]
    assert texts(block, 3) == INSTITUTIONS
