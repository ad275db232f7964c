"""What parts the names of one cell, and what closes it."""

from __future__ import annotations

from pipeline import knowledge as know
from pipeline.clean.names.items import between, closing_stop, items, without_stop
from pipeline.records import Line, Word


def line(text: str) -> Line:
    return Line(tuple(Word(i, word, 1, 1) for i, word in enumerate(text.split())))


def test_semicolons_and_bullets_part_names() -> None:
    assert [item.text for item in items(line("Fudan University; Lund University"))] == [
        "Fudan University",
        "Lund University",
    ]
    assert [item.text for item in items(line("Keio University • Kobe University"))] == [
        "Keio University",
        "• Kobe University",
    ]


def test_slashes_part_names_where_a_cell_holds_three() -> None:
    runs = [[line("Lund University / Umeå University / Luleå University")], [line("Keio University／Kobe University")]]
    marks = between(runs, know.load())
    assert [item.text.split() for (one,) in runs for item in items(one, marks)] == [
        ["Lund", "University"],
        ["Umeå", "University"],
        ["Luleå", "University"],
        ["Keio", "University"],
        ["Kobe", "University"],
    ]
    twice = [line("Université de Genève / University of Geneva")]
    assert between([twice, twice], know.load()) == ";；"


def test_a_stop_behind_most_cells_closes_them() -> None:
    cells = [[line(f"{city} University.")] for city in ("Lund", "Kobe", "Keio", "Fudan")]
    stop = closing_stop([*cells, [line("Yale University")]])
    assert [without_stop(lines, stop)[-1].text for lines in cells[:2]] == ["Lund University", "Kobe University"]
    assert without_stop([line("Instituto S.A.")], stop)[-1].text == "Instituto S.A."


def test_a_stop_behind_few_cells_is_of_the_name() -> None:
    assert closing_stop([[line(text)] for text in ("Hitachi Inc.", "Lund", "Kobe", "Keio", "Fudan")]) == ""
