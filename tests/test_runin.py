"""Paragraphs that open with their country and run the names on behind it."""

from __future__ import annotations

from pathlib import Path

from paper import Paper

from pipeline import clean, extract
from pipeline import knowledge as know
from pipeline.clean.lists.reach import rights
from pipeline.clean.lists.runin import opening
from pipeline.clean.lists.runon import Print, goes_on, step_of
from pipeline.clean.parts import Entry
from pipeline.clean.subwords import pieces
from pipeline.extract.ink.holes import without_holes
from pipeline.records import Block, Box, Cell, Cleaned, Line, Row, Word
from pipeline.settings import Settings

HANGING = """Convenios por facultades

Facultad de Ciencias
Brasil: Universidade de Brasília; Escuela de Inge-
   niería, Universidade Estadual de Campinas.
Corea del Sur: Korea Advanced Institute of Science; Inha
   University.
Chile: Universidad de Chile.

Facultad de Medicina
Alemania: Freie Universität Berlin; Uni-
   versität Leipzig.
Francia: Université Rennes 2; Sorbonne Université.
"""

CHINESE = """校级合作协议院校

【亚洲】
日本：东京大学、名古屋大学、神户大学、
同志社大学。
韩国：高丽大学、延世大
学。
【欧洲】
法国：南特大学。
德国：海德堡大学、柏林自由大学。
"""

COMMAS = """List of agreements

United States: University of California, Davis, Boston University, Yale University
Norway: Faculty of Law, University of Oslo, University of Bergen
Korea: KAIST, Yonsei University
Spain: Universidad de Sevilla
"""


DATED = """Convênios vigentes por unidade acadêmica

Instituto de Biociências

Chile - Universidad de Chile (1990)
Chile - Universidad de Concepción (1994)
Peru - Universidad de Lima (2001)

Faculdade de Educação

Itália - Politecnico di Milano (1987)
Itália - Politecnico di Torino (1988)

Escola Politécnica

Peru - Universidad de Piura (1999)
Peru - Universidad del Pacífico (2003)
"""


def read(text: str, folder: Path) -> Cleaned:
    path = folder / "edition.txt"
    path.write_text(text, encoding="utf-8")
    return clean.clean(extract.read(path, Settings()), Settings())


def names(found: Cleaned, country: str) -> list[str]:
    return [one.institution for one in found.agreements if one.country_code == country]


def test_names_of_a_paragraph_are_parted_by_semicolons_and_end_before_its_stop(tmp_path: Path) -> None:
    found = read(HANGING, tmp_path)
    assert names(found, "BR")[1:] == ["Escuela de Ingeniería, Universidade Estadual de Campinas"]
    assert names(found, "DE") == ["Freie Universität Berlin", "Universität Leipzig"]
    assert names(found, "KR") == ["Korea Advanced Institute of Science", "Inha University"]
    assert {one.department for one in found.agreements} == {"Facultad de Ciencias", "Facultad de Medicina"}


def test_ideographic_names_without_white_space_are_parted(tmp_path: Path) -> None:
    found = read(CHINESE, tmp_path)
    assert names(found, "JP") == ["东京大学", "名古屋大学", "神户大学", "同志社大学"]
    assert names(found, "KR") == ["高丽大学", "延世大学"]
    assert [one.zone for one in found.agreements if one.country_code == "DE"] == ["欧洲", "欧洲"]
    assert not found.rejects


def test_a_comma_parts_names_but_no_place_from_its_university(tmp_path: Path) -> None:
    found = read(COMMAS, tmp_path)
    assert names(found, "US") == ["University of California, Davis", "Boston University", "Yale University"]
    assert names(found, "NO") == ["Faculty of Law, University of Oslo", "University of Bergen"]
    assert names(found, "KR") == ["KAIST", "Yonsei University"]


def test_two_columns_of_labelled_lines_are_lists_and_no_table() -> None:
    left = ["Brazil — Universidade Federal do Pará", "China — Wuhan University", "China — Nankai University"]
    right = ["Italy — Università di Pisa", "Italy — Scuola Normale Superiore", "Spain — Universidad de Sevilla"]
    rows = [[(0, float(at), one), (1, float(at), two)] for at, (one, two) in enumerate(zip(left, right, strict=True))]
    paper = Paper().line("Department-level Agreements", bold=True, size=14).line("School of Medicine", bold=True)
    found = clean.clean(paper.table(rows, columns=2).document(), Settings())
    assert names(found, "CN") == ["Wuhan University", "Nankai University"]
    assert names(found, "IT") == ["Università di Pisa", "Scuola Normale Superiore"]
    assert {one.department for one in found.agreements} == {"School of Medicine"}


def test_a_word_is_parted_behind_its_marks() -> None:
    word = Word(7, "东京大学、神户大学。", 1, 1)
    assert [(part.index, part.text) for part in pieces(word, "、")] == [(7, "东京大学、"), (7, "神户大学。")]


def test_a_box_less_the_box_inside_of_it_is_a_border() -> None:
    assert list(without_holes([(0, 1, 100, 20), (0, 0, 100, 20)])) == [(0, 0, 100, 1)]
    assert list(without_holes([(0, 0, 10, 10), (20, 0, 30, 10)])) == [(0, 0, 10, 10), (20, 0, 30, 10)]




CLOSING = """Abkommen auf Fachbereichsebene

Fachbereich Physik
Hochschule, Ort, Land
† Universidade de São Paulo, São Paulo, Brasilien
Univerzita Palackého v
   Olomouci, Olmütz, Tschechien
University of Oulu, Oulu, Finnland
Åbo Akademi, Turku, Finnland

† Hochschulen, mit denen der Erlass von Studiengebühren vereinbart ist.
"""

BRACKETS = """List of agreements

Keio University (Japan)
VŠB – Technická univerzita Ostrava (Czech Republic)
Universität Bonn (Germany)
University of California, Davis (United States)
科隆大学（德国）
"""


def test_an_entry_closes_with_its_city_and_country(tmp_path: Path) -> None:
    found = read(CLOSING, tmp_path)
    assert names(found, "CZ") == ["Univerzita Palackého v Olomouci"]
    assert [(one.institution, one.tuition_waiver) for one in found.agreements if one.country_code in ("BR", "FI")] == [
        ("Universidade de São Paulo", True),
        ("University of Oulu", False),
        ("Åbo Akademi", False),
    ]
    assert [one.extras["city"] for one in found.agreements] == ["São Paulo", "Olmütz", "Oulu", "Turku"]
    assert {one.department for one in found.agreements} == {"Fachbereich Physik"}


def test_a_country_in_brackets_closes_an_entry_and_no_city_does_there(tmp_path: Path) -> None:
    found = read(BRACKETS, tmp_path)
    assert names(found, "US") == ["University of California, Davis"]
    assert names(found, "DE") == ["Universität Bonn", "科隆大学"]
    assert names(found, "CZ") == ["VŠB – Technická univerzita Ostrava"]


BELOW = """Agreements by department

Faculty of Law
Brazil
Universidade de Brasília / Universidade Federal do Pará /
Universidade de São Paulo / Universidade Estadual de Campinas
China
Nankai University / Wuhan University
Japan
Keio University
"""


def test_names_run_on_below_their_label(tmp_path: Path) -> None:
    found = read(BELOW, tmp_path)
    assert names(found, "BR")[2:] == ["Universidade de São Paulo", "Universidade Estadual de Campinas"]
    assert names(found, "CN") == ["Nankai University", "Wuhan University"]
    assert {one.department for one in found.agreements} == {"Faculty of Law"}


def test_a_line_that_ends_with_a_preposition_goes_on_whatever_room_it_had() -> None:
    texts = ("Ghana: Ashesi University / University of", "Cape Coast / Ho Technical University")
    lines = [Line((Word(i, text, 1, i),), False, 0.1, 0.0, 8.0) for i, text in enumerate(texts)]
    block = Block("lines", 1, tuple(Row((Cell(0, (line,)),)) for line in lines))
    above, below = (Entry(i, 0, block, row) for i, row in enumerate(block.rows))
    assert goes_on([above], below, Print(), know.load())


def test_years_stand_behind_names_and_lone_lines_are_departments(tmp_path: Path) -> None:
    found = read(DATED, tmp_path)
    assert names(found, "CL") == ["Universidad de Chile", "Universidad de Concepción"]
    assert [one.year for one in found.agreements] == [1990, 1994, 2001, 1987, 1988, 1999, 2003]
    departments = list(dict.fromkeys(one.department for one in found.agreements))
    assert departments == ["Instituto de Biociências", "Faculdade de Educação", "Escola Politécnica"]


def test_a_heading_set_in_is_no_line_that_hangs() -> None:
    """Departments stand deeper than the countries of their lists do, but not as deep as wrapped lines."""
    found = [Line((Word(at, text, 1, at),), False, 0.2, indent, 9.0, True) for at, (indent, text) in enumerate(
        ((0.0, "España:"), (9.0, "León"), (5.0, "Derecho")))]
    block = Block("lines", 1, tuple(Row((Cell(0, (line,)),)) for line in found))
    above, deep, set_in = (Entry(at, 0, block, row) for at, row in enumerate(block.rows))
    printed = Print(hangs=9.0)
    assert goes_on([above], deep, printed, know.load(()))
    assert not goes_on([above, deep], set_in, printed, know.load(()))


def test_a_line_that_is_lighter_than_all_labels_goes_on_whatever_room_the_one_above_had() -> None:
    zones = {"Afrika", "Asien", "Europa"}
    texts = ("Afrika", "Ghana: Ashesi University; Ho", "Technical University", "Asien", "Japan: Keio University; Osaka",
             "University (Department of Chemistry)", "Europa", "Italien: Università di Pavia")
    lines = [Line((Word(at, text, 1, at),), False, 0.9 if text in zones else 0.3, 0.0, 9.0 if text in zones else 8.0,
                  text in zones) for at, text in enumerate(texts)]
    block = Block("lines", 1, tuple(Row((Cell(0, (line,)),)) for line in lines))
    entries = [Entry(at, 0, block, row) for at, row in enumerate(block.rows)]
    printed = Print(step=step_of(entries, {1, 4, 7}, know.load(())))
    assert printed.step == 0.3
    assert goes_on([entries[4]], entries[5], printed, know.load(()))
    assert not goes_on([entries[4]], entries[5], Print(), know.load(()))
    assert not goes_on([entries[4], entries[5]], entries[6], printed, know.load(()))


def test_the_longest_country_opens_a_line_and_a_count_is_no_name() -> None:
    def label(text: str) -> str | None:
        found = opening(Line(tuple(Word(at, word, 1, 1) for at, word in enumerate(text.split()))), know.load(()))
        return found and " ".join(word.text for word in found.label)

    assert label("Kongo – Kinshasa (3): University of Bandundu") == "Kongo – Kinshasa (3):"
    assert label("Chile - Universidad de Chile") == "Chile -"
    assert label("St. Lucia: Monroe College") == "St. Lucia:"
    assert label("CAMEROON – 5") is None


def test_paragraphs_reach_as_far_as_those_that_go_on_whatever_stands_farther_right() -> None:
    texts = ("Ghana: Ashesi University; Ho", "Technical University", "Japan: Keio University; Oita",
             "Women's University", "Chile: Universidad de Talca; Universidad", "Católica", "Peru: Universidad de Lima")
    lines = [Line((Word(at, text, 1, at, Box(40, 20 * at, 40 + 4 * len(text), 20 * at + 8)),), False, 0.3, 0.0, 8.0)
             for at, text in enumerate(texts)]
    block = Block("lines", 1, tuple(Row((Cell(0, (line,)),)) for line in lines))
    entries = [Entry(at, 0, block, row) for at, row in enumerate(block.rows)]
    opens = [":" in text for text in texts]
    right = rights(entries, opens, [not one for one in opens])
    assert right == {0: 40 + 4 * len(texts[4])}
    assert goes_on([entries[0]], entries[1], Print(right=right), know.load(()))
    assert not goes_on([entries[0]], entries[1], Print(), know.load(()))
