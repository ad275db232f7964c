"""What cells and lines are: bands, headings, leaders, wrapped and glued labels."""

from __future__ import annotations

from dataclasses import replace

from paper import Paper, simple

from pipeline import knowledge as know
from pipeline.clean.footnotes import footnotes
from pipeline.clean.label import label
from pipeline.clean.labels import bare, counted, heading_counted, is_label, said_once
from pipeline.clean.parts import BAND, HEADING, Entry, Labelled, Role
from pipeline.records import Cell, Line, Row, Word

LEXICON = know.load()
HEAD = ("Country", "Institution", "Year")


def roles(paper: Paper, role: Role) -> list[str]:
    return [part.text for row in label(paper.document(), LEXICON) for part in row.parts if part.role == role]


def rows(paper: Paper) -> tuple[Labelled, ...]:
    return label(paper.document(), LEXICON)


def test_a_label_is_known_with_what_print_adds() -> None:
    assert bare("Finnland1", LEXICON) == "Finnland"
    assert bare("台湾注 1", LEXICON) == bare("台湾（注１）", LEXICON) == "台湾"
    assert counted("SPAIN (14) (continued)", LEXICON) == ("SPAIN", 14)
    assert counted("3. Naher Osten Forts.", LEXICON) == ("Naher Osten", None)
    assert counted("États-Unis (8) suite", LEXICON) == ("États-Unis", 8)
    assert is_label("Chine (suite)", LEXICON)
    assert bare("B. Congo", LEXICON) == "Congo"
    assert bare("R. D. Congo [6]", LEXICON) == "R. D. Congo"
    assert bare("3. Naher Osten Forts.", LEXICON) == "Naher Osten"
    assert bare("R. D. Congo", LEXICON) == "R. D. Congo"
    assert bare("Fakultät 4", LEXICON) == "Fakultät 4"
    assert heading_counted("Dipartimento di Storia accordi: 22", LEXICON) == ("Dipartimento di Storia", 22)
    assert heading_counted("Facultad de Letras 18 convenios", LEXICON) == ("Facultad de Letras", 18)
    assert heading_counted("Institut UMR 5023", LEXICON) == ("Institut UMR 5023", None)


def test_a_text_that_stands_several_times_is_said_once() -> None:
    lines = [Line((Word(i, text, 1, i),)) for i, text in enumerate(["Law", "School", "Law", "School"])]
    assert [line.text for line in said_once(lines)] == ["Law", "School"]
    assert [line.text for line in said_once(lines[:3])] == ["Law", "School", "Law"]


def test_bands_are_told_by_words_and_by_print() -> None:
    body = [
        ("Asia", "", ""),
        ("India", "Delhi University", "1999"),
        ("Faculty of Law (3)", "", ""),
        ("Ghana", "Ashesi University", "2001"),
    ]
    found = rows(Paper().table(simple(HEAD, body), bold=(0, 1, 3), columns=3))
    bands = [(part.role, part.text, part.count) for row in found for part in row.parts if part.column == BAND]
    assert bands == [("zone", "Asia", None), ("department", "Faculty of Law", 3)]


def test_a_country_alone_in_its_own_column_stays_one() -> None:
    found = rows(Paper().table(simple(HEAD, [("India", "", ""), ("Ghana", "Ashesi University", "2001")]), columns=3))
    assert [(part.text, part.column) for row in found for part in row.parts if part.role == "country"] == [
        ("India", 0),
        ("Ghana", 0),
    ]


def test_a_names_last_line_is_no_title() -> None:
    body = [
        ("India", "National Institute of Technology", "1999"),
        ("", "University", ""),
        ("Ghana", "Ashesi University", "2001"),
    ]
    assert "University" in roles(Paper().table(simple(HEAD, body), columns=3), "institution")


def test_a_band_glued_to_the_first_label_is_parted_from_it() -> None:
    paper = Paper().table(
        simple(HEAD, [("Africa (2)|Ghana", "Ashesi University", "2001"), ("Togo", "University of Lomé", "")]), columns=3
    )
    assert roles(paper, "zone") == ["Africa"]
    assert roles(paper, "country") == ["Ghana", "Togo"]


def _bold_band(row: Row) -> Row:
    if sum(bool(cell.text) for cell in row.cells) > 1:
        return row
    bold = (replace(cell, lines=tuple(replace(line, bold=True) for line in cell.lines)) for cell in row.cells)
    return replace(row, cells=tuple(bold))


def test_a_counted_heading_above_a_zone_is_no_zone_though_nobody_knows_its_words() -> None:
    body = [
        ("Faculty of Law (1)|Europe", "", ""), ("Spain", "Universidad de Jaén", "2001"), ("Asia", "", ""),
        ("Japan", "Kobe University", ""), ("Book Depot (1)|Africa", "", ""), ("Togo", "University of Lomé", ""),
        ("Europe", "", ""), ("Italy", "Università di Pisa", ""),
    ]
    paper = Paper().table(simple(HEAD, body), columns=3)
    paper.blocks[0] = replace(paper.blocks[0], rows=tuple(map(_bold_band, paper.blocks[0].rows)))
    assert roles(paper, "zone") == ["Europe", "Asia", "Africa", "Europe"]
    assert roles(paper, "department") == ["Faculty of Law", "Book Depot"]


def test_a_zone_glued_to_the_first_department_is_parted_from_it() -> None:
    head = ("Department", "Country", "Institution")
    body = [("Asia|Faculty of Law", "Japan", "Keio University"), ("Faculty of Arts", "Japan", "Kobe University")]
    paper = Paper().table(simple(head, body), columns=3)
    (block,) = paper.blocks
    cell = block.rows[1].cells[0]
    bold = replace(cell, lines=(replace(cell.lines[0], bold=True), *cell.lines[1:]))
    rows_ = (block.rows[0], replace(block.rows[1], cells=(bold, *block.rows[1].cells[1:])), *block.rows[2:])
    paper.blocks[0] = replace(block, rows=rows_)
    assert roles(paper, "zone") == ["Asia"]
    assert roles(paper, "department") == ["Faculty of Law", "Faculty of Arts"]


def test_a_country_alone_in_the_names_column_is_the_rest_of_a_name_where_countries_have_their_own() -> None:
    body = [("Hong Kong", "City University of"), ("", "Hong Kong"), ("Ghana", "Ashesi University")]
    paper = Paper().table(simple(("Country", "Institution"), body), columns=2)
    assert roles(paper, "country") == ["Hong Kong", "Ghana"]
    assert roles(paper, "institution") == ["City University of", "Hong Kong", "Ashesi University"]


def test_headings_that_nobody_knows_are_told_by_what_stands_below_them() -> None:
    head = ("Страна", "Вуз-партнёр", "Год")
    names = [("Ghana", "Ashesi University", "2001"), ("Togo", "University of Lomé", "1999"), ("Mali", "IPR", "2012")]
    paper = Paper().table(simple(head, names), columns=3)
    assert roles(paper, "header") == list(head)
    assert roles(paper, "country") == ["Ghana", "Togo", "Mali"]
    unknown = Paper().table(simple(("Wakanda", "Ashesi University", "2001"), names), columns=3)
    assert roles(unknown, "header") == []


def test_a_date_below_a_table_in_unknown_words_is_a_note() -> None:
    paper = Paper().table(simple(HEAD, [("Ghana", "Ashesi University", "2001")]), columns=3).line("(Tháng 9 năm 2012)")
    assert roles(paper, "note") == ["(Tháng 9 năm 2012)"]
    listed = Paper().line("Ghana").line("Ashesi University 1998").line("INALCO 1993")
    assert roles(listed, "note") == []


def test_labels_over_two_rows_are_one() -> None:
    head = ("Department", "Country", "Institution")
    body = [
        ("Graduate School of", "United", "Yale University"),
        ("Economics", "Kingdom (2)", "University of Leeds"),
        ("Faculty of Law", "Ghana", "Ashesi University"),
    ]
    paper = Paper().table(
        simple(head, [("Graduate School of", "Ghana", "Ashesi University"), ("Economics", "", "Lomé University")]),
        columns=3,
    )
    assert roles(paper, "department") == ["Graduate School of Economics"]
    found = rows(Paper().table(simple(head, body), columns=3))
    assert [(part.text, part.count) for row in found for part in row.parts if part.role == "country"] == [
        ("United Kingdom", 2),
        ("Ghana", None),
    ]


def test_a_department_that_stands_below_itself_is_no_rest_of_the_one_above() -> None:
    head = ("Institution", "Department", "Year")
    departments = ("Faculty of Law", "IUT", "IUT", "Faculty of Law")
    paper = Paper().table(simple(head, [(f"University {n}", own, "1999") for n, own in enumerate(departments)]))
    assert roles(paper, "department") == list(departments)


def test_two_departments_without_head_nouns_stay_two_where_a_country_begins_beside_the_second() -> None:
    body = [("Faculty of Medicine", "Ghana", "Ashesi University"), ("Rectorate", "Togo", "University of Lomé")]
    paper = Paper().table(simple(("Department", "Country", "Institution"), body), columns=3)
    assert roles(paper, "department") == ["Faculty of Medicine", "Rectorate"]


def test_leaders_part_a_name_from_its_year() -> None:
    paper = Paper().line("Ghana").line("Ashesi University ........ 1990").line("Central University ....").line("2003")
    assert roles(paper, "institution") == ["Ashesi University", "Central University"]
    assert roles(paper, "furniture") == ["........", "...."]


def test_a_heading_above_a_table_stands_across_it() -> None:
    paper = Paper().line("Africa", bold=True).table(simple(HEAD, [("Ghana", "Ashesi University", "2001")]), columns=3)
    zone = next(part for row in rows(paper) for part in row.parts if part.role == "zone")
    assert zone.column == HEADING


def test_a_date_level_with_a_row_is_a_note() -> None:
    body = [("Ghana", "Ashesi University", "2001"), ("(As of May 1, 2012)", "Central University", "2002")]
    paper = Paper().table(simple(HEAD, body), columns=3)
    assert roles(paper, "note") == ["(As of May 1, 2012)"]
    assert roles(paper, "country") == ["Ghana"]


def test_a_footnote_stands_below_its_reference_though_pages_lie_between() -> None:
    paper = Paper().line("China1)").line("Fudan University").line("1) Hong Kong excluded", page=2)
    assert roles(paper, "note") == ["1) Hong Kong excluded"]
    assert roles(Paper().line("1) Fudan University").line("2) Wuhan University"), "note") == []


def test_level_lists_in_a_grid_are_told_from_a_table_by_labels_in_every_column() -> None:
    head = ("Ghana", "Japan")
    body = [("Ashesi", "Keio"), ("Kenya", "Nepal"), ("Egerton", "Lumbini"), ("Peru", "Moi"), ("Lima", ""), ("Cuba", "")]
    found = roles(Paper().table(simple(head, [*body, ("Havana", "")]), columns=2), "institution")
    assert found == ["Ashesi", "Egerton", "Lima", "Havana", "Keio", "Lumbini", "Moi"]


def test_a_count_alone_goes_on_with_its_label_whatever_stands_beside_it() -> None:
    head = ("Faculty", "Country", "Institution")
    body = [("Institute of Marine Research", "Oman", "Sohar University"), ("(3)", "Austria", "University of Graz")]
    found = rows(Paper().table(simple(head, body), columns=3))
    assert [(part.text, part.count) for row in found for part in row.parts if part.role == "department"] == [
        ("Institute of Marine Research", 3)
    ]


def test_a_row_with_one_empty_cell_is_no_footnote() -> None:
    paper = Paper().table(simple(("Ghana", "Kenya"), [("", "")]), columns=2)
    block = paper.document().blocks[0]
    empty = Entry(0, 0, block, replace(block.rows[0], cells=(Cell(0, (Line(()),)),)))
    assert footnotes([empty], LEXICON) == {}


def test_a_letter_of_an_index_is_no_department() -> None:
    body = [("E", "", ""), ("Egypt", "Cairo University", "1999"), ("G", "", ""), ("Ghana", "Ashesi University", "2001")]
    assert not roles(Paper().table(simple(HEAD, body), bold=(0, 1, 3), columns=3), "department")


def test_a_band_in_the_look_of_zones_and_of_departments_is_none_of_the_zones() -> None:
    body = [("Africa", "", ""), ("Ghana", "Ashesi University", "2001"), ("Faculty of Law", "", ""), ("Asia", "", ""),
            ("Japan", "Keio University", "2002"), ("Hortus", "", ""), ("Europe", "", ""),
            ("Spain", "Jaén University", "2003")]
    found = rows(Paper().table(simple(HEAD, body), bold=(0, 1, 3, 4, 6, 7), columns=3))
    told = [part.text for row in found for part in row.parts if part.role == "department"]
    assert told == ["Faculty of Law", "Hortus"]
