"""Titles: levels, departments that head lists and tables, dates and marks."""

from __future__ import annotations

from dataclasses import replace

from paper import Paper, simple

from pipeline import knowledge as know
from pipeline.clean.label import label
from pipeline.clean.parts import Entry, Part, Section
from pipeline.clean.rows.review import department_doubt
from pipeline.clean.scheme import Column
from pipeline.clean.sections.sections import dates, sections, with_legends
from pipeline.clean.tables.bands import band_role, body_of
from pipeline.records import Block, Row

LEXICON = know.load()
HEAD = ("Country", "Institution")


def read(paper: Paper) -> tuple[Section, ...]:
    return with_legends(sections(label(paper.document(), LEXICON), LEXICON), LEXICON)


def departments(paper: Paper) -> list[str]:
    return [
        part.text for section in read(paper) for row in section.rows for part in row.parts if part.role == "department"
    ]


def test_a_numbered_title_is_no_footnote_of_counts() -> None:
    paper = Paper().line("(1) Inter-University Agreements", size=12, bold=True)
    paper.table(simple(HEAD, [("Ghana (1)", "Ashesi University")]), columns=2)
    paper.line("(2) Faculty Agreements", size=12, bold=True)
    paper.table(simple(("Faculty", *HEAD), [("School of Law", "Ghana (2)", "Ashesi University")]), columns=3)
    assert [section.level for section in read(paper)] == ["university", "department"]


def test_the_second_heading_in_unknown_words_opens_the_table_with_departments() -> None:
    paper = Paper().line("해외 자매대학", size=12, bold=True)
    paper.table(simple(("국가", "대학"), [("가나", "Ashesi University")]), columns=2)
    paper.line("학부 자매대학", size=12, bold=True)
    paper.table(simple(("학부", "국가", "대학"), [("법학부", "가나", "Ashesi University")]), columns=3)
    assert [section.level for section in read(paper)] == ["university", "department"]


def test_the_end_of_a_sentence_is_no_department() -> None:
    paper = Paper().line("For details please write to the International", size=9).line("Office.", size=9)
    paper.table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2)
    assert departments(paper) == []


def test_units_above_tables_are_departments() -> None:
    paper = Paper().line("Department-level Agreements", size=12, bold=True).line("School of Law (1)", bold=True)
    paper.table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2).line("Rectorate", bold=True)
    paper.table(simple(HEAD, [("India", "Delhi University")]), columns=2)
    assert departments(paper) == ["School of Law", "Rectorate"]
    assert [section.level for section in read(paper)] == ["department"]


def test_units_above_tables_are_departments_below_lines_that_name_an_organisation() -> None:
    paper = Paper().line("Agreements with institutions abroad", size=14).line("University of Siena, 2009", size=7)
    paper.line("School of Law", size=12, bold=True).table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2)
    assert departments(paper) == ["School of Law"]
    assert [section.level for section in read(paper)] == ["department"]


def test_a_names_unit_before_the_next_country_is_no_department() -> None:
    paper = (
        Paper().line("Faculty of Letters", bold=True, size=9).line("Ghana").line("Institute of Statistical Research")
    )
    paper.line("India").line("Indian Institute of Science").line("Japan").line("Kobe University")
    assert departments(paper) == ["Faculty of Letters"]


def test_a_running_head_above_the_title_hides_no_department() -> None:
    paper = Paper().line("International Relations").line("Department-level Agreements", size=12, bold=True)
    paper.line("School of Law", bold=True).table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2)
    assert departments(paper) == ["School of Law"]


def test_a_list_and_then_a_table_are_two_levels() -> None:
    paper = Paper().line("University-level Agreements", size=12, bold=True).line("Ghana").line("Ashesi University")
    paper.line("Department-level Agreements", size=12, bold=True)
    paper.table(simple(("Department", *HEAD), [("School of Law", "India", "Delhi University")]), columns=3)
    assert [section.level for section in read(paper)] == ["university", "department"]


def test_a_legend_may_print_its_mark_in_another_width() -> None:
    paper = Paper().line("University-level Agreements", size=12, bold=True).line("Ghana").line("＊Ashesi University")
    paper.line("(*) indicates institutions with which a tuition waiver has been agreed.")
    assert [section.waiver_mark for section in read(paper)] == ["＊"]


def test_the_date_beside_the_last_row_holds_for_the_page() -> None:
    body = [("Ghana", "Ashesi University"), ("(As of May 1, 2012)", "Central University")]
    rows = label(Paper().table(simple(HEAD, body), columns=2).document(), LEXICON)
    assert dates(rows, (), LEXICON) == {1: "2012-05-01", 2: "2012-05-01"}


def test_counts_brackets_and_marks_hide_no_department_above_a_table() -> None:
    for heading in ("【法学部】（１９）", "法学院（共19所）", "◆ 法学部"):
        paper = Paper().line("部局間協定", size=12, bold=True).line(heading, size=11)
        paper.table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2)
        assert departments(paper)[0][:2] == "法学", heading


def test_marks_and_figures_before_and_behind_a_count_are_no_part_of_a_department() -> None:
    for heading in ("School of Law ¹ (1)", "School of Law※² (1)", "School of Law (1)³", "School of Law ※"):
        paper = Paper().line("Department-level Agreements", size=12, bold=True).line(heading, bold=True)
        paper.table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2)
        assert departments(paper) == ["School of Law"], heading


def test_a_unit_among_names_is_no_band_beside_bold_countries() -> None:
    columns = [Column("country", "", 0), Column("institution", "", 1)]
    paper = Paper().table([[(0, 0, "Ghana")], [(0, 1, "India")]], bold=(0, 1), columns=2)
    paper.table([[(1, 0, "Ashesi University")], [(1, 1, "Delhi University")], [(1, 2, "School of Law")]], columns=2)
    (ghana, india), (ashesi, delhi, law) = (block.rows for block in paper.document().blocks)
    rows = [Row((*ghana.cells, *ashesi.cells)), Row((*india.cells, *delhi.cells)), law]
    entries = [Entry(i, 0, paper.blocks[0], row) for i, row in enumerate(rows)]
    assert [band_role(entry, body_of(entries, columns, LEXICON), LEXICON) for entry in entries] == [None, None, None]


def test_an_office_and_a_day_above_a_table_are_no_department() -> None:
    paper = Paper().line("Partneruniversitäten", size=12, bold=True).line("Abteilung Internationales, zuletzt 3.2.2019")
    paper.table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2)
    assert departments(paper) == []


def test_a_count_tells_a_department_that_reads_like_an_organisation_between_tables() -> None:
    paper = Paper().line("Faculdade de Letras (1)")
    paper.table(simple(HEAD, [("Ghana", "Ashesi University")]), columns=2).line("Escola Superior de Educação (1)")
    paper.table(simple(HEAD, [("India", "Delhi University")]), columns=2)
    assert departments(paper) == ["Faculdade de Letras", "Escola Superior de Educação"]


def test_a_programme_behind_a_dash_is_no_department() -> None:
    titled = Paper().line("Atenei convenzionati – Programma Erasmus+", bold=True, size=16)
    assert departments(titled.line("Austria", bold=True).line("Universität Wien")) == []


def test_a_zone_on_two_lines_is_one_label() -> None:
    paper = Paper().line("Accords généraux", size=12, bold=True)
    for text in ("VI. AMÉRIQUE CENTRALE ET", "DU SUD", "Pérou"):
        paper.line(text, bold=True)
    paper.blocks[1:] = [Block("lines", 1, tuple(row for block in paper.blocks[1:] for row in block.rows))]
    rows = label(paper.document(), LEXICON)
    assert [(part.role, part.text) for row in rows[1:] for part in row.parts] == [
        ("zone", "AMÉRIQUE CENTRALE ET DU SUD"),
        ("country", "Pérou"),
    ]


def test_numbers_before_zones_and_countries_are_no_part_of_them() -> None:
    paper = Paper().line("大学間協定", size=12, bold=True)
    for text in ("一、非洲（1所）", "加纳", "阿舍西大学", "二、亚洲（1所）", "1. 印度", "德里大学"):
        paper.line(text)
    found = [part.text for section in read(paper) for row in section.rows for part in row.parts]
    assert [text for text in found if text in ("非洲", "加纳", "亚洲", "印度")] == ["非洲", "加纳", "亚洲", "印度"]


def test_a_department_in_the_middle_of_its_rows_holds_from_the_first() -> None:
    paper = Paper().line("University-level Agreements", size=12, bold=True)
    body = [("", "India", "Delhi University"), ("School of Law", "Ghana", "Ashesi University")]
    rows = label(paper.table(simple(("Partner of", *HEAD), body), columns=3).document(), LEXICON)
    spanned = [replace(row, parts=tuple(_spanning(part) for part in row.parts)) for row in rows]
    assert [len(section.rows) for section in sections(spanned, LEXICON)] == [2, 2]


def _spanning(part: Part) -> Part:
    return replace(part, role="department", rows=(part.row - 1, part.row)) if part.text == "School of Law" else part


def test_a_department_with_a_count_and_more_behind_it_asks() -> None:
    assert list(department_doubt("Faculty of Law (15) Asia Singapore", LEXICON))
    assert not list(department_doubt("Faculty of Law (Evening)", LEXICON))


def test_one_college_in_the_column_of_countries_is_no_department_under_a_title_of_universities() -> None:
    paper = Paper().line("University-level Agreements", size=12, bold=True)
    body = [("Ghana", "Ashesi University"), ("Suffolk Community College", "Ho University"), ("Togo", "Lomé University")]
    found = read(paper.table(simple(HEAD, body), columns=2))
    assert [section.level for section in found] == ["university"]
    assert not any(row.one("department") for section in found for row in section.rows)
