"""Which roles the columns of a table play."""

from __future__ import annotations

from paper import Paper, simple

from pipeline import knowledge as know
from pipeline.clean.label import label

LEXICON = know.load()


def cells(paper: Paper) -> list[tuple[str, str, str]]:
    """Role, heading and text of every cell below the headings."""
    return [
        (part.role, part.name, part.text)
        for row in label(paper.document(), LEXICON)
        for part in row.parts
        if part.role != "header"
    ]


def test_headings_name_roles_and_unknown_ones_are_kept() -> None:
    paper = Paper().table(simple(("País", "Institución", "Clave"), [("Ghana", "Ashesi University", "X7")]), columns=3)
    assert cells(paper) == [
        ("country", "País", "Ghana"),
        ("institution", "Institución", "Ashesi University"),
        ("extra", "Clave", "X7"),
    ]


def test_headings_of_two_lines_are_read_whole() -> None:
    head = [("Instituto ou", "País", "Instituição"), ("Faculdade", "", "parceira")]
    body = [("Faculdade de Direito", "Gana", "Ashesi University"), ("", "Peru", "Universidad de Lima")]
    assert [(role, text) for role, _, text in cells(Paper().table(simple(head[0], [head[1], *body]), columns=3))] == [
        ("department", "Faculdade de Direito"),
        ("country", "Gana"),
        ("institution", "Ashesi University"),
        ("country", "Peru"),
        ("institution", "Universidad de Lima"),
    ]


def test_few_units_under_a_word_for_the_partners_unit_are_asked_for() -> None:
    names = ["京都大学", "巴黎大学", "罗马大学", "柏林大学", "马德里大学", "莫斯科大学"]
    units = ["医学院", "法学院"] * 3
    body = [("日本", unit, name) for unit, name in zip(units, names, strict=True)]
    rows = label(Paper().table(simple(("国别", "合作院系", "学校名称"), body), columns=3).document(), LEXICON)
    found = [part for row in rows for part in row.parts if part.role == "department"]
    assert [part.text for part in found] == units
    assert all(part.asks for part in found)


def test_a_heading_word_that_is_a_countrys_code_too_is_a_heading() -> None:
    head = ("Kraj", "Uczelnia partnerska", "Rok")
    paper = Paper().table(simple(head, [("Ghana", "Ashesi University", "1999")]), columns=3)
    assert [(role, text) for role, _, text in cells(paper)] == [
        ("country", "Ghana"),
        ("institution", "Ashesi University"),
        ("year", "1999"),
    ]


def test_region_heads_countries_where_countries_stand() -> None:
    body = [("Ghana", "Ashesi University"), ("India", "Delhi University"), ("Japan", "Kobe University")]
    paper = Paper().table(simple(("Region", "Institution"), body), columns=2)
    assert [text for role, _, text in cells(paper) if role == "country"] == ["Ghana", "India", "Japan"]


def test_units_with_counts_are_departments_whatever_heads_them() -> None:
    body = [("Faculty of Law (2)", "Ghana", "Ashesi University"), ("", "India", "Delhi University")]
    paper = Paper().table(simple(("Partner faculty", "Country", "Institution"), body), columns=3)
    assert [text for role, _, text in cells(paper) if role == "department"] == ["Faculty of Law"]


def test_a_heading_over_two_lines() -> None:
    rows = simple(("Partner|Institution", "Country /|Region"), [("Ashesi University", "Ghana")])
    assert [role for role, _, _ in cells(Paper().table(rows, columns=2))] == ["institution", "country"]


def test_groups_of_headings_over_headings() -> None:
    rows = [
        ("Ateneo partner", "", "Scadenza", "Struttura proponente"),
        ("Denominazione", "Paese", "", "Dipartimento"),
        ("Ashesi University", "Ghana", "14/12/2028", "Dipartimento di Storia"),
        ("Delhi University", "India", "01/02/2027", "Dipartimento di Storia"),
    ]
    found = cells(Paper().table(simple(rows[0], rows[1:]), columns=4))
    assert [role for role, _, _ in found][:4] == ["institution", "country", "extra", "department"]


def test_counts_and_bullets_are_no_part_of_a_label() -> None:
    body = [("■ 人文学部", "日本 – 1", "東京大学"), ("【工学部】（１）", "韓国：1校", "延世大学")]
    found = cells(Paper().table(simple(("学部", "国名", "大学名"), body), columns=3))
    assert [text for _, _, text in found] == ["人文学部", "日本", "東京大学", "工学部", "韓国", "延世大学"]


BODY = [
    ("Ashesi University", "Ghana", "Faculty of Law", "M. Rossi"),
    ("Delhi University", "India", "Faculty of Law", "M. Rossi"),
    ("Kobe University", "Japan", "Faculty of Arts", "L. Moreau"),
    ("Tartu University", "Estonia", "Faculty of Arts", "L. Moreau"),
]


def test_what_stands_under_headings_that_nobody_knows() -> None:
    found = cells(Paper().table(simple(("Qa", "Country", "Qc", "Contact"), BODY)))
    assert [role for role, _, _ in found][:4] == ["institution", "country", "department", "extra"]


def test_a_page_of_few_rows_is_judged_with_the_others() -> None:
    head = ("Qa", "Country", "Qc", "Contact")
    paper = Paper().table(simple(head, BODY[:1])).table(simple(head, BODY[1:]), page=2)
    assert [role for role, _, _ in cells(paper)][:4] == ["institution", "country", "department", "extra"]


def test_countries_under_a_heading_of_places_are_countries() -> None:
    found = cells(Paper().table(simple(("Partner", "Location (country)", "Faculty", "Contact"), BODY)))
    assert [role for role, _, _ in found][:4] == ["institution", "country", "department", "extra"]


def test_an_unknown_column_that_may_name_departments_is_a_question() -> None:
    body = [(*row[:2], row[2].removeprefix("Faculty of "), row[3]) for row in BODY]
    rows = label(Paper().table(simple(("Partner", "Country", "Qc", "Contact"), body)).document(), LEXICON)
    assert [part.asks for row in rows for part in row.parts if part.role == "institution"] == ["Qc"] * 4


def test_a_department_glued_to_the_headings_heads_the_table() -> None:
    head = ("Faculdade de Odontologia|Nome da universidade", "País")
    found = cells(Paper().table(simple(head, [("Ashesi University", "Ghana")]), columns=2))
    assert [(role, text) for role, _, text in found] == [
        ("department", "Faculdade de Odontologia"),
        ("institution", "Ashesi University"),
        ("country", "Ghana"),
    ]


def test_a_table_without_headings_is_judged_by_its_cells() -> None:
    body = [
        ("School of Law", "Ghana", "Ashesi University", "1999"),
        ("", "India", "Delhi University", "2001"),
        ("", "Japan", "Kobe University", "2004"),
    ]
    paper = Paper().table(simple(body[0], body[1:]))
    assert [role for role, _, _ in cells(paper)][:4] == ["department", "country", "institution", "year"]


def test_a_date_above_the_headings_is_no_heading() -> None:
    rows = simple(("(As of May 1, 2012)|Country", "Institution"), [("Ghana", "Ashesi University")])
    found = cells(Paper().table(rows, columns=2))
    assert ("note", "", "(As of May 1, 2012)") in found
    assert ("country", "Country", "Ghana") in found
