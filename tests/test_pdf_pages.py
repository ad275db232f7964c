"""Pages: newspaper columns, lists beside tables, furniture, turned and cropped pages, unseen and doubled
text.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from pdf.bytes import pages, stream, text
from pdf.printing import (
    AGREEMENTS,
    HEIGHT,
    PITCH,
    WIDTH,
    lists,
    printed,
    read,
    table,
    tables,
    texts,
    words_at,
)
from reportlab.pdfgen.canvas import Canvas

from pipeline.clean.rows.placed import with_boxes_as_shown
from pipeline.records import Agreement, Box, Cleaned, Document, Page

COUNTRIES = ("Ghana", "Kenya", "Nepal", "Japan", "Norway", "Poland", "Fiji", "Chile", "Peru", "Cuba")
NAMES = ("National University of {}", "{} Institute of Technology", "Royal College of Music, {}")


def entries(marked: str) -> list[tuple[str, bool]]:
    """Countries as headings with one to three institutions each: (text, whether it is a heading)."""
    out = []
    for i in range(3 * len(COUNTRIES)):
        country = ("", "North ", "South ")[i // len(COUNTRIES)] + COUNTRIES[i % len(COUNTRIES)]
        out.append((country.upper() if marked == "capitals" else country, True))
        out += [(name.format(country), False) for name in NAMES[: 1 + i % 3]]
    return out


def column_list(canvas: Canvas, count: int, marked: str, gap: float, top: float = 80.0) -> list[list[str]]:
    """Draws entries in `count` newspaper columns; `gap` is the white above a heading. Returns the columns'
    lines.
    """
    lines = entries(marked)
    share = -(-len(lines) // count)
    out = []
    for column in range(count):
        part = lines[column * share : (column + 1) * share]
        x, y = 40 + column * (WIDTH - 80) / count, top
        for line, heading in part:
            y += gap if heading else 0
            indent = 6 if marked == "indent" and not heading else 0
            words_at(canvas, x + indent, y, line, bold=heading and marked == "bold", size=7)
            y += 9
        out.append([line for line, _ in part])
    return out


@pytest.mark.parametrize("gap", [0.0, 4.0])
@pytest.mark.parametrize("marked", ["bold", "capitals", "indent"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_newspaper_columns_are_read_one_after_the_other(tmp_path: Path, count: int, marked: str, gap: float) -> None:
    truth: list[list[str]] = []

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 50, "Agreements between universities", bold=True, size=14)
        truth.extend(column_list(canvas, count, marked, gap))

    found = read(tmp_path, printed(draw))
    assert lists(found) == [["Agreements between universities"], *truth]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_numbers_before_names_are_no_column_of_a_table(tmp_path: Path, count: int) -> None:
    truth: list[list[str]] = [[] for _ in range(count)]

    def draw(canvas: Canvas) -> None:
        for i in range(30 * count):
            column, x, y = i // 30, 40 + i // 30 * 170, 80 + i % 30 * 12
            name = NAMES[i % 3].format(COUNTRIES[i // 3 % len(COUNTRIES)])
            words_at(canvas, x, y, f"{i + 1}.")
            words_at(canvas, x + 24, y, name)
            truth[column].append(f"{i + 1}. {name}")

    assert lists(read(tmp_path, printed(draw))) == truth


def test_columns_with_labels_beside_names_are_read_one_after_the_other(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for panel, countries in enumerate((COUNTRIES[:5], COUNTRIES[5:])):
            x, y = 40 + 270 * panel, 80.0
            for i, country in enumerate(countries):
                words_at(canvas, x, y, country, bold=True, size=8)
                for name in NAMES[: 1 + (i + panel) % 3]:
                    words_at(canvas, x + 70, y, name.format(country), size=8)
                    y += 11

    found = tables(read(tmp_path, printed(draw)))
    assert [len(block.columns) for block in found] == [2, 2]
    assert [texts(block, 0) for block in found] == [list(COUNTRIES[:5]), list(COUNTRIES[5:])]


def test_indents_and_weights_of_list_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        column_list(canvas, 2, "indent", 0)

    first = read(tmp_path, printed(draw)).blocks[0]
    indents = [round(row.cells[0].lines[0].indent) for row in first.rows[:4]]
    assert indents == [0, 6, 0, 6]


def test_a_list_over_a_table(tmp_path: Path) -> None:
    truth: list[list[str]] = []

    def draw(canvas: Canvas) -> None:
        truth.extend(column_list(canvas, 3, "bold", 4))
        table(canvas, AGREEMENTS, "merged", top=480)

    found = read(tmp_path, printed(draw))
    assert lists(found) == truth
    assert texts(tables(found)[0], 3) == [row[3] for row in AGREEMENTS]


def test_notes_under_a_table_are_lines(tmp_path: Path) -> None:
    note = "* marks the institutions with which a tuition waiver has been agreed, as of May 2012."

    def draw(canvas: Canvas) -> None:
        table(canvas, AGREEMENTS, "hairline")
        words_at(canvas, 44, 80 + (len(AGREEMENTS) + 2) * PITCH, note)

    found = read(tmp_path, printed(draw))
    assert lists(found) == [[note]]
    assert len(tables(found)[0].rows) == len(AGREEMENTS)


def furniture(document: Document) -> list[str]:
    return [cell.text for b in document.blocks if b.kind == "furniture" for row in b.rows for cell in row.cells]


def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    numbers = iter(range(1, 4))

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 30, "International Exchange", size=6)
        table(canvas, AGREEMENTS, "grid")
        words_at(canvas, 290, 820, f"Page {next(numbers)} of 3", size=6)

    found = read(tmp_path, printed(draw, pages=3))
    assert furniture(found) == [text for page in (1, 2, 3) for text in ("International Exchange", f"Page {page} of 3")]


def test_a_small_foot_beside_the_number_of_its_one_page_is_furniture(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        column_list(canvas, 3, "bold", 4.0)
        words_at(canvas, 40, 820, "Office of Exchanges, Guide 2016-2017", size=6)
        words_at(canvas, WIDTH - 50, 820, "1", size=6)

    assert furniture(read(tmp_path, printed(draw))) == ["Office of Exchanges, Guide 2016-2017 1"]


def test_the_short_last_line_of_a_paragraph_above_columns_is_its_own(tmp_path: Path) -> None:
    sentence = "Partners marked with (*) waive the tuition fees of the students whom we send to them; those of all"

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 60, f"{sentence} places stand in the order of", size=7)
        words_at(canvas, 40, 69, "their names.", size=7)
        column_list(canvas, 2, "bold", 0.0, top=90.0)

    lines = [row.cells[0].lines[0] for row in read(tmp_path, printed(draw)).blocks[0].rows]
    assert [(line.text[-6:], line.full) for line in lines] == [("der of", True), ("names.", None)]


def test_a_repeated_table_head_is_no_furniture(tmp_path: Path) -> None:
    head = ("Faculty", "Area", "Country", "Institution")

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 30, "International Exchange", size=6)
        table(canvas, [head, *AGREEMENTS], "grid", top=45)

    found = read(tmp_path, printed(draw, pages=3))
    assert furniture(found) == ["International Exchange"] * 3
    assert [texts(block, 3)[0] for block in tables(found)] == ["Institution"] * 3


def test_a_number_at_the_edge_of_a_single_page_is_furniture(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, AGREEMENTS, "grid")
        words_at(canvas, 295, 820, "17", size=6)

    assert furniture(read(tmp_path, printed(draw))) == ["17"]


@pytest.mark.parametrize("last", ["2. Lund", "Paris 2"])
def test_a_name_with_the_pages_number_alone_in_its_line_is_no_furniture(tmp_path: Path, last: str) -> None:
    numbers = iter(range(1, 4))

    def draw(canvas: Canvas) -> None:
        number = next(numbers)
        table(canvas, AGREEMENTS, "grid")
        words_at(canvas, 290, 30, last if number == 2 else "", size=8)
        words_at(canvas, 290, 820, f"Page {number}", size=6)

    assert furniture(read(tmp_path, printed(draw, pages=3))) == ["Page 1", "Page 2", "Page 3"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path, turn: int) -> None:
    """Content turned against /Rotate, so that the reader sees the same page each time."""
    moves = {0: (0, 0, 0), 90: (90, 842, 0), 180: (180, 595, 842), 270: (-90, 0, 595)}
    angle, x, y = moves[turn]
    turned = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    content = f"q {turned} {x} {y} cm ".encode() + text(50, 700, "Oslo") + text(150, 650, "Bergen") + b"Q"
    box = b"/MediaBox [0 0 595 842]" if turn in (0, 180) else b"/MediaBox [0 0 842 595]"
    found = read(tmp_path, pages([content], box + b" /Rotate %d" % turn))
    assert angle % 90 == 0
    assert (round(found.pages[0].width), round(found.pages[0].height)) == (595, 842)
    places = {word.text: word.box for word in found.words}
    assert [(name, round(box.x0), round(box.bottom / 10)) for name, box in places.items() if box] == [
        ("Oslo", 50, round((842 - 698) / 10)),
        ("Bergen", 150, round((842 - 648) / 10)),
    ]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_drawn_sideways_is_read_as_the_reader_holds_it(tmp_path: Path, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(-angle)
        canvas.scale(0.7, 0.7)  # the page is higher than it is wide
        canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        table(canvas, AGREEMENTS, "grid", "top")

    level, turned = (read(tmp_path, printed(one)) for one in (lambda canvas: table(canvas, AGREEMENTS, "grid"), draw))
    assert turned.pages[0].turned == angle
    assert [texts(block, 3) for block in tables(turned)] == [texts(block, 3) for block in tables(level)]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_boxes_of_a_page_drawn_sideways_are_where_the_file_has_them(angle: int) -> None:
    box = Box(100, 20, 200, 30)
    page = Page(1, 700, 590, angle)
    one = Agreement("a", "e", "university", None, None, None, None, None, "Keio", None, None, boxes=(box,))
    (shown,) = with_boxes_as_shown(Cleaned("e", (one,)), [page]).agreements
    assert shown.boxes is not None
    x, y = {90: (590 - 30, 100), 180: (500, 560), 270: (20, 500)}[angle]
    assert (shown.boxes[0].x0, shown.boxes[0].top) == (x, y)


def test_a_large_title_with_the_number_of_its_page_is_no_furniture(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 40, "1. Partners", size=14, bold=True)
        words_at(canvas, 300, 820, "1. oldal")
        table(canvas, AGREEMENTS, "grid", "top")

    assert furniture(read(tmp_path, printed(draw))) == ["1. oldal"]


def test_a_cropped_page_is_measured_from_its_crop(tmp_path: Path) -> None:
    data = pages(
        [text(150, 700, "Oslo") + text(20, 700, "proof")],
        b"/MediaBox [0 0 595 842] /CropBox [100 100 500 800]",
    )
    found = read(tmp_path, data)
    assert (found.pages[0].width, found.pages[0].height) == (400, 700)
    (inside,) = [word for word in found.words if word.text == "Oslo"]
    assert inside.box
    assert inside.box.x0 == pytest.approx(50, abs=1)
    assert [(b.kind, b.note) for b in found.blocks] == [("lines", ""), ("furniture", "outside the page")]


@pytest.mark.parametrize(
    "hidden",
    [
        text(50, 650, "Nowhere", before="3 Tr"),
        text(50, 650, "Nowhere", before="1 1 1 rg"),
        b"0.2 0.3 0.6 rg 40 640 200 30 re f " + text(50, 650, "Nowhere", before="0.2 0.3 0.6 rg"),
    ],
    ids=["render-mode", "white-on-paper", "colour-of-its-fill"],
)
def test_text_that_nobody_sees_is_told(tmp_path: Path, hidden: bytes) -> None:
    found = read(tmp_path, pages([text(50, 700, "Oslo") + hidden]))
    unseen = [b for b in found.blocks if b.note == "invisible"]
    assert [cell.text for b in unseen for row in b.rows for cell in row.cells] == ["Nowhere"]
    assert lists(found) == [["Oslo"]]


def test_white_text_on_a_dark_band_is_seen(tmp_path: Path) -> None:
    data = pages([b"0 0 0.4 rg 40 640 200 30 re f " + text(50, 650, "Country", before="1 1 1 rg")])
    assert lists(read(tmp_path, data)) == [["Country"]]


def test_the_text_layer_of_a_scan_is_read(tmp_path: Path) -> None:
    picture = stream(
        b"\x80",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    content = b"q 595 0 0 842 0 0 cm /X0 Do Q " + text(50, 700, "Oslo", before="3 Tr")
    assert lists(read(tmp_path, pages([content], extra=[picture]))) == [["Oslo"]]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.5])
def test_fake_bold_is_read_once(tmp_path: Path, shift: float) -> None:
    data = pages([text(50, 700, "Faculty of Letters") + text(50 + shift, 700, "Faculty of Letters")])
    assert lists(read(tmp_path, data)) == [["Faculty of Letters"]]


def test_fake_bold_word_by_word_is_read_once(tmp_path: Path) -> None:
    words = [(50.0, "Faculty"), (90.0, "of"), (105.0, "Illinois")]
    twice = b"".join(text(x + shift, 700, word) for x, word in words for shift in (0.0, 0.3))
    assert lists(read(tmp_path, pages([twice]))) == [["Faculty of Illinois"]]


def test_double_letters_are_two(tmp_path: Path) -> None:
    assert lists(read(tmp_path, pages([text(50, 700, "Illinois Cooperative Office")]))) == [
        ["Illinois Cooperative Office"]
    ]


def test_accents_drawn_on_their_letters_are_composed(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words_at(canvas, 50, 80, "Universit")
        x = 50 + canvas.stringWidth("Universit", "Helvetica", 8)
        words_at(canvas, x, 80, "e")
        words_at(canvas, x + 0.8, 80, "´")

    assert lists(read(tmp_path, printed(draw))) == [["Université"]]


def test_superscript_marks_stay_with_their_word(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(4):
            words_at(canvas, 50, 80 + i * PITCH, "Norway")
            words_at(canvas, 50 + canvas.stringWidth("Norway", "Helvetica", 8), 77 + i * PITCH, "2", size=5)
            words_at(canvas, 200, 80 + i * PITCH, "University of Oslo")

    (block,) = tables(read(tmp_path, printed(draw)))
    assert [text.replace(" ", "") for text in texts(block, 0)] == ["Norway²"] * 4


def test_lines_are_numbered_from_the_top_within_each_column(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        column_list(canvas, 2, "bold", 4)

    found = read(tmp_path, printed(draw))
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))
    assert [line.text for line in found.lines] == [line for block in lists(found) for line in block]
    assert max(line.box.bottom for line in found.lines if line.box) < HEIGHT


def test_columns_that_may_be_a_table_or_a_list_are_told(tmp_path: Path) -> None:
    """Names in two columns of one width, set line by line, with nothing that heads them."""

    def draw(canvas: Canvas) -> None:
        for i, row in enumerate(AGREEMENTS):
            words_at(canvas, 40, 80 + i * PITCH, row[3])
            words_at(canvas, 300, 80 + i * PITCH, row[3][::-1])

    found = read(tmp_path, printed(draw))
    assert [(problem.code, problem.lines) for problem in found.problems] == [("layout_unclear", (1, 12))]
    assert len(found.words) == 2 * sum(len(row[3].split()) for row in AGREEMENTS)


def cards(canvas: Canvas, lists_: list[list[str]], top: float, radius: float, framed: int = 9) -> None:
    """Lists side by side, each with its first line in the middle, the first ones in frames, or on fills (-1)."""
    width = (WIDTH - 80) / len(lists_)
    for i, lines in enumerate(lists_):
        left = 40 + i * width
        canvas.setFillGray(0.9)
        if i < framed and radius < 0:
            canvas.rect(left, HEIGHT - top - 160, width - 10, 160, stroke=0, fill=1)
        elif i < framed and radius:
            canvas.roundRect(left, HEIGHT - top - 160, width - 10, 160, radius, fill=1)
        elif i < framed:
            canvas.rect(left, HEIGHT - top - 160, width - 10, 160)
        canvas.setFillGray(0)
        canvas.drawCentredString(left + width / 2, HEIGHT - top - 14, lines[0])
        for at, line in enumerate(lines[1:], start=2):
            words_at(canvas, left + 8, top + 14 * at, line)


@pytest.mark.parametrize("radius", [-1, 0, 8])
def test_frames_side_by_side_are_read_one_after_the_other(tmp_path: Path, radius: float) -> None:
    above = [["Africa", "Ghana", "University of Ghana", "Kenya", "Egerton University"], ["Asia", "Japan", "Keio"]]
    below = [["Europe", "Norway", "University of Oslo"], ["Oceania", "Fiji", "University of Fiji", "Fiji School"]]

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 50, "Agreements between universities", bold=True, size=14)
        cards(canvas, above, 70, radius)
        cards(canvas, below, 240, radius)
        words_at(canvas, 40, 420, "* A tuition waiver has been agreed.")

    found = list(chain(*lists(read(tmp_path, printed(draw)))))
    expected = ["Agreements between universities", *chain(*above, *below), "* A tuition waiver has been agreed."]
    assert found == expected


def test_a_framed_list_beside_a_list_is_read_for_itself(tmp_path: Path) -> None:
    framed = ["Africa", "Ghana", "University of Ghana", "Kenya", "Egerton University"]
    beside = ["Asia", "Japan", "Keio University", "Kagawa University", "Nepal", "Kathmandu University"]

    def draw(canvas: Canvas) -> None:
        cards(canvas, [framed, beside], 70, 0, framed=1)

    assert list(chain(*lists(read(tmp_path, printed(draw))))) == [*framed, *beside]


def test_headings_and_a_band_on_one_fill_stay_with_their_table(tmp_path: Path) -> None:
    halves = [[("Ghana", "Ashesi University"), ("", "Accra College"), ("Kenya", "Moi University"), ("", "Egerton")],
              [("Nepal", "Lumbini College"), ("", "Kathmandu"), ("Japan", "Keio University"), ("", "Toyo College")]]

    def draw(canvas: Canvas) -> None:
        for left, rows, band in zip((40, 310), halves, ("Africa", "Asia"), strict=True):
            canvas.setFillGray(0.9)
            canvas.rect(left, HEIGHT - 116, 235, 46, stroke=0, fill=1)
            canvas.setFillGray(0)
            heads = [(0, 80, "Country"), (80, 80, "Institution"), (180, 80, "No"), (180, 91, "fees"), (0, 110, band)]
            for x, y, said in heads:
                words_at(canvas, left + 4 + x, y, said, bold=True)
            for i, (country, name) in enumerate(rows):
                for x, said in ((0, country), (80, name), (180, "-")):
                    words_at(canvas, left + 4 + x, 126 + 14 * i, said)

    found = tables(read(tmp_path, printed(draw)))
    assert [texts(block, 1) for block in found] == [["Institution", *(name for _, name in rows)] for rows in halves]


@pytest.mark.parametrize("bar", [True, False])
def test_headings_across_newspaper_columns_part_them(tmp_path: Path, bar: bool) -> None:
    truth: list[str] = []

    def draw(canvas: Canvas) -> None:
        for i in range(3):
            top = 80 + 200 * i
            canvas.setFillGray(0.9)
            if bar:
                canvas.rect(40, HEIGHT - top - 5, WIDTH - 80, 18, stroke=0, fill=1)
            canvas.setFillGray(0)
            words_at(canvas, 44, top, f"Faculty {i + 1} (9)", bold=True, size=8 if bar else 10)
            part = entries("bold")[12 * i : 12 * i + 19]
            truth.extend([f"Faculty {i + 1} (9)", *(line for line, _ in part)])
            for column, lines in enumerate((part[:10], part[10:])):
                y = top + 12.0
                for line, heading in lines:
                    y += 13 if heading else 9
                    words_at(canvas, 44 + 250 * column, y, line, bold=heading, size=7)

    assert list(chain(*lists(read(tmp_path, printed(draw))))) == truth


def test_a_title_far_below_the_longer_column_is_none_of_its_lines(tmp_path: Path) -> None:
    truth: list[list[str]] = []

    def draw(canvas: Canvas) -> None:
        truth.extend(column_list(canvas, 2, "bold", 4))
        bottom = 80 + 13 * len(truth[0])
        words_at(canvas, 40, bottom + 40, "* A tuition waiver has been agreed.")
        words_at(canvas, 40, bottom + 70, "Agreements between faculties", bold=True, size=12)

    below = ["* A tuition waiver has been agreed.", "Agreements between faculties"]
    assert list(chain(*lists(read(tmp_path, printed(draw))))) == [*chain(*truth), *below]


def test_short_frames_that_end_at_heights_of_their_own_are_read_one_after_the_other(tmp_path: Path) -> None:
    lists_ = [["Korea", "Yonsei University"], ["Ghana", "University of Ghana", "Ashesi University"]]

    def draw(canvas: Canvas) -> None:
        cards(canvas, lists_, 70, 0, framed=0)
        for left, high in ((40, 40), (40 + (WIDTH - 80) / 2, 54)):
            canvas.rect(left, HEIGHT - 70 - high, (WIDTH - 80) / 2 - 10, high)

    assert list(chain(*lists(read(tmp_path, printed(draw))))) == [line for one in lists_ for line in one]


def test_columns_of_names_in_two_scripts_with_years_at_the_edge_are_columns(tmp_path: Path) -> None:
    """Names are larger than their translations, and the columns' lines stand off each other."""
    truth: list[list[str]] = [[], [], []]

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 60, "Partners of the University", bold=True, size=15)
        for column in range(3):
            x, y = 40 + 178.0 * column, 100 + (0, 5, 5)[column]
            for i in range(12):
                y += 14 if (i + column) % 4 == 0 else 0
                for dx, size, line in (
                    (0, 8.6, f"Daigaku {column}{i} Nihongo no Nagai Namae"[: 36 if i % 5 == 3 else 18]),
                    (8, 7.4, f"University {column}{i}"),
                    (120, 7.0, f"(19{80 + i})"),
                ):
                    words_at(canvas, x + dx, y, line, size=size)
                    truth[column].append(line)
                    y += 11
                y += 7

    document = read(tmp_path, printed(draw))
    found = [line.text for block in document.blocks[1:] for row in block.rows for line in row.cells[0].lines]
    assert found == [line for lines in truth for line in lines]


def test_names_with_values_at_the_edge_stand_in_newspaper_columns(tmp_path: Path) -> None:
    """Bars over the names of a zone end with their column; dates are smaller than names, and a little higher."""
    groups = (
        ((" Africa", 0), ("Kenya", 3), ("Ghana", 2), (" Asia", 0), ("Japan", 4), ("Nepal", 2)),
        ((" Europe", 0), ("Norway", 3), (" Oceania", 0), ("Fiji", 2)),
    )
    truth: list[list[str]] = [[], []]

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 50, "Agreements of the University", bold=True, size=15)
        for column, found in enumerate(groups):
            x, y = 40 + 260.0 * column, 90.0
            for label, count in found:
                if not count:
                    canvas.setFillGray(0.8)
                    canvas.rect(x, HEIGHT - y - 4, 230, 13, stroke=0, fill=1)
                    canvas.setFillGray(0)
                words_at(canvas, x + 4 * label.startswith(" "), y, label.strip(), bold=True, size=9)
                truth[column].append(label.strip())
                y += 13
                for i in range(count):
                    words_at(canvas, x, y, f"University {label} {i} of Arts and Sciences", size=9)
                    words_at(canvas, x + 195, y - 1.6, f"199{i}.0{i + 1}.12", size=7)
                    truth[column] += [f"University {label} {i} of Arts and Sciences", f"199{i}.0{i + 1}.12"]
                    y += 11
                y += 4

    document = read(tmp_path, printed(draw))
    cells = [cell for block in document.blocks[1:] for row in block.rows for cell in row.cells]
    assert [cell.text for cell in cells if cell.text] == [text for texts in truth for text in texts]
