"""Whole tables of a PDF, from ink to agreements: what rules, headings, counts and commas say of their rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from paper import Paper, simple
from pdf.printing import HEIGHT, PITCH, across, printed, read, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean
from pipeline.records import Agreement, Document
from pipeline.settings import Settings

Cells = Sequence[Sequence[str]]


def agreements(document: Document) -> tuple[Agreement, ...]:
    return clean.clean(document, Settings()).agreements


def drawn(folder: Path, draw: Callable[[Canvas], None]) -> tuple[Agreement, ...]:
    return agreements(read(folder, printed(draw)))


def rows_at(canvas: Canvas, lefts: Sequence[float], top: float, rows: Cells) -> None:
    for i, row in enumerate(rows):
        for left, text in zip(lefts, row, strict=True):
            words_at(canvas, left, top + i * PITCH, text)


def names(found: Sequence[Agreement]) -> list[tuple[str | None, str | None, str]]:
    return [(one.department, one.country, one.institution) for one in found]


PARTNERS = ("Kagawa University", "Otsuma University", "Keio University", "Waseda University", "Osaka University")


def test_each_of_the_tables_side_by_side_has_its_own_heading(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for left, unit in ((40, "Faculty of Law"), (310, "Faculty of Arts")):
            words_at(canvas, left, 60, unit, bold=True, size=11)
            words_at(canvas, left + 3, 80, "Country", bold=True)
            words_at(canvas, left + 80, 80, "University", bold=True)
            rows_at(canvas, (left + 3, left + 80), 94, [("Japan", name) for name in PARTNERS])
            for i in range(7):
                across(canvas, 84 + i * PITCH - 14, left, left + 240)

    found = names(drawn(tmp_path, page))
    assert found == [(f"Faculty of {unit}", "Japan", name) for unit in ("Law", "Arts") for name in PARTNERS]


def test_rules_through_the_whole_table_part_what_labels_in_the_middle_govern(tmp_path: Path) -> None:
    groups = (("School of", "Law", 5), ("Letters", "", 3), ("Science", "", 4))

    def page(canvas: Canvas) -> None:
        rows_at(canvas, (40, 130, 330), 76, [("Faculty", "Partner university", "Country")])
        top = 90.0
        across(canvas, top - 10, 40, 420)
        for first, second, count in groups:
            middle = top + (count - 1) * PITCH / 2
            words_at(canvas, 44, middle - (6 if second else 0), first)
            words_at(canvas, 44, middle + 6, second)
            rows_at(canvas, (130, 330), top, [(name, "Japan") for name in PARTNERS[:count]])
            top += count * PITCH
            across(canvas, top - 10, 40, 420)

    wanted = [(f"{a} {b}".strip(), "Japan", name) for a, b, count in groups for name in PARTNERS[:count]]
    assert names(drawn(tmp_path, page)) == wanted


def test_rows_that_sum_up_and_words_of_counts_are_no_partners() -> None:
    paper = Paper()
    rows = simple(("Nazione", "Sede partner", "Flussi"), [
        ("Dipartimento di Lettere — totale accordi: 2", "", ""),
        ("Norvegia", "Universitetet i Bergen", "2"),
        ("Norvegia", "Universitetet i Oslo", "3"),
        ("", "Totale borse Dipartimento di Lettere", "5"),
    ])
    paper.table(rows, bold=(1,), columns=3)
    found = agreements(paper.document())
    assert [(one.department, one.institution) for one in found] == [
        ("Dipartimento di Lettere", "Universitetet i Bergen"), ("Dipartimento di Lettere", "Universitetet i Oslo")
    ]


def test_commas_part_as_many_names_as_the_figure_beside_them_says() -> None:
    paper = Paper()
    paper.table(simple(("Country", "Partners", "Number"), [
        ("Ghana", "Ashesi, Legon", "2"),
        ("Japan", "Keio University, Waseda, Kagawa University", "3"),
        ("Kenya", "Egerton University", "1"),
        ("Nepal", "Lumbini Technological University, Kathmandu University", "2"),
    ]), columns=3)
    found = [(one.country, one.institution) for one in agreements(paper.document())]
    assert found == [
        ("Ghana", "Ashesi"), ("Ghana", "Legon"), ("Japan", "Keio University"), ("Japan", "Waseda"),
        ("Japan", "Kagawa University"), ("Kenya", "Egerton University"), ("Nepal", "Lumbini Technological University"),
        ("Nepal", "Kathmandu University"),
    ]


def test_commas_within_names_part_none() -> None:
    paper = Paper()
    one = "Faculty of Law, Keio University"
    paper.table(simple(("Country", "Partners", "Number"), [
        ("Japan", one, "2"), ("Ghana", "Ashesi University", "1"), ("Kenya", "Egerton University", "3"),
    ]), columns=3)
    assert agreements(paper.document())[0].institution == one


def test_organisations_between_commas_ask_where_nothing_says_how_many() -> None:
    rows = [("일본", "교토대학, 규슈대학"), ("가나", "Ashesi University")]
    paper = Paper().table(simple(("국가", "대학명"), rows), columns=2)
    assert agreements(paper.document())[0].needs_review


def test_a_row_without_values_is_the_rest_of_the_name_above() -> None:
    paper = Paper()
    rows = [("Universität Wien", "Austria", "2003"), ("Universidad del País Vasco / Euskal Herriko", "Spain", "2004"),
            ("Unibertsitatea", "", ""), *[(name, "Japan", "2005") for name in PARTNERS * 3]]
    paper.table(simple(("University", "Country", "Year"), rows), columns=3)
    found = [one.institution for one in agreements(paper.document())]
    assert found[:2] == ["Universität Wien", "Universidad del País Vasco / Euskal Herriko Unibertsitatea"]


def test_captions_below_tables_are_no_partners() -> None:
    paper = Paper().table(simple(("Country", "University"), [("Japan", name) for name in PARTNERS]), columns=2)
    paper.line("Table 1. – Exchange places of the academic year").line("Tableau A : répartition des places")
    assert [one.institution for one in agreements(paper.document())] == list(PARTNERS)


def test_numbers_beside_bands_leave_them_bands_and_looks_tell_unknown_ones() -> None:
    paper = Paper()
    paper.table(simple(("No", "Partner university", "Year"), [
        ("I", "ASIA", ""), ("1", "Japan (2 universities)", ""), ("1.1", "Keio University", "2003"),
        ("1.2", "Waseda University", "2004"), ("2", "Ghana (1 university)", ""), ("2.1", "Ashesi University", "2005"),
        ("3", "Xyzzyland (1 university)", ""), ("3.1", "Legon University", "2005"),
    ]), bold=(1, 2, 5, 7), columns=3)
    found = agreements(paper.document())
    assert [(one.zone, one.country, one.institution) for one in found] == [
        ("ASIA", "Japan", "Keio University"), ("ASIA", "Japan", "Waseda University"),
        ("ASIA", "Ghana", "Ashesi University"), ("ASIA", "Xyzzyland", "Legon University"),
    ]
    assert found[-1].needs_review
    assert found[0].level == "university"


def test_a_band_that_nobody_knows_looks_as_those_of_the_pages_before(tmp_path: Path) -> None:
    """Bands as narrow and bold as the countries below them, in a table with lines between its rows."""
    pages = iter([
        [("Europa", ""), ("Belgien", "KU Leuven"), ("", "Odisee"), ("Asien", ""), ("Japan", "Kobe University")],
        [("Korea", "Inha University"), ("Xyzzy", ""), ("Fidschi", "Fulton College"), ("", "Fiji National University")],
    ])

    def draw(canvas: Canvas) -> None:
        rows = [("Land", "Hochschule"), *next(pages)]
        for i, (label, name) in enumerate(rows):
            words_at(canvas, 46, 60 + i * PITCH, label, bold=True)
            words_at(canvas, 166, 60 + i * PITCH, name, bold=i == 0)
            across(canvas, 64 + i * PITCH, 40, 400)
        across(canvas, 48, 40, 400)
        for x in (40, 160, 400):
            canvas.line(x, HEIGHT - 48, x, HEIGHT - 64 - (len(rows) - 1) * PITCH)

    found = agreements(read(tmp_path, printed(draw, pages=2)))
    assert [(one.zone, one.country, one.institution) for one in found] == [
        ("Europa", "Belgien", "KU Leuven"),
        ("Europa", "Belgien", "Odisee"),
        ("Asien", "Japan", "Kobe University"),
        ("Asien", "Korea", "Inha University"),
        ("Xyzzy", "Fidschi", "Fulton College"),
        ("Xyzzy", "Fidschi", "Fiji National University"),
    ]


def test_a_title_that_rules_drew_into_a_table_says_its_level() -> None:
    paper = Paper()
    for title, unit in (("Inter-University Agreements", ""), ("Department-level Agreements", "School of Law")):
        head = ("Country", "University", *(["Faculty"] if unit else []))
        rows = [("Japan", name, *([unit] if unit else [])) for name in PARTNERS]
        paper.table(simple((title,), [head, *rows]), columns=len(head))
    assert [one.level for one in agreements(paper.document())] == ["university"] * 5 + ["department"] * 5


def test_two_names_in_a_row_under_one_heading_are_two_partners() -> None:
    paper = Paper()
    paper.table(simple(("Country", "University", ""), [
        ("Japan", "Keio University", "Waseda University"), ("Ghana", "Ashesi University", ""),
        ("Kenya", "Egerton University", "Kenyatta University"), ("Nepal", "Kathmandu University", "Pokhara University"),
    ]), columns=3)
    assert [one.institution for one in agreements(paper.document())] == [
        "Keio University", "Waseda University", "Ashesi University", "Egerton University", "Kenyatta University",
        "Kathmandu University", "Pokhara University",
    ]


def test_the_second_line_of_a_title_is_no_department(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        words_at(canvas, 40, 60, "LIST OF PARTNER UNIVERSITIES", bold=True, size=12)
        words_at(canvas, 40, 74, "THAT HAVE AGREEMENTS WITH THE FACULTY AND ITS OFFICE", bold=True, size=12)
        for x in (40, 120, 400):
            canvas.line(x, HEIGHT - 90, x, HEIGHT - 90 - 6 * PITCH)
        for i in range(7):
            across(canvas, 90 + i * PITCH, 40, 400)
        rows_at(canvas, (44, 124), 100, [("Country", "University"), *[("Japan", name) for name in PARTNERS]])

    assert names(drawn(tmp_path, page)) == [(None, "Japan", name) for name in PARTNERS]


def test_cells_that_stand_at_one_place_on_two_pages_are_no_running_heads(tmp_path: Path) -> None:
    later = ("Osaka City University", "Nagoya University")
    pages = iter((PARTNERS, later))

    def page(canvas: Canvas) -> None:
        for i, name in enumerate(next(pages)):
            for x, text in ((40, name), (220, "Japan"), (330, "Semester"), (440, "2004")):
                words_at(canvas, x, 50 + 30 * i, text)

    found = agreements(read(tmp_path, printed(page, pages=2)))
    assert [one.institution for one in found] == [*PARTNERS, *later]
    assert {one.year for one in found} == {2004}


def test_a_mark_in_the_column_of_a_department_is_one_agreement_of_it() -> None:
    paper = Paper()
    paper.table(simple(("Country", "Partner", "Faculty of Law", "Faculty of Arts"), [
        ("Africa", "", "", ""), ("Ghana", "Ashesi University", "●", "●"), ("", "Legon University", "", "●"),
        ("America", "", "", ""), ("Chile", "Universidad de Talca", "●", ""), ("", "Universidad de Chile", "", "●"),
    ]), bold=(0, 1, 4), columns=4)
    found = agreements(paper.document())
    assert [(one.department, one.zone, one.country, one.institution) for one in found] == [
        ("Faculty of Law", "Africa", "Ghana", "Ashesi University"),
        ("Faculty of Arts", "Africa", "Ghana", "Ashesi University"),
        ("Faculty of Arts", "Africa", "Ghana", "Legon University"),
        ("Faculty of Law", "America", "Chile", "Universidad de Talca"),
        ("Faculty of Arts", "America", "Chile", "Universidad de Chile"),
    ]
