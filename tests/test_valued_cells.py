"""Cells of a table in which years in brackets close names."""

from __future__ import annotations

from paper import Paper

from pipeline import knowledge as know
from pipeline.clean.label import label
from pipeline.clean.parts import Labelled

LEXICON = know.load()


def labelled(*cells: str) -> list[Labelled]:
    paper = Paper().table([[(0, i, "Japan"), (1, i, cell)] for i, cell in enumerate(cells)], columns=2)
    return list(label(paper.document(), LEXICON))


def told(row: Labelled) -> list[tuple[str, str]]:
    return [(part.role, part.text) for part in row.parts if part.role in ("institution", "year")]


def test_years_leave_names_and_part_them() -> None:
    both = "Keio University (1998)★|Sophia University (2004) ★"
    rows = labelled(both, "Waseda University (2011)", "Chuo University (2012)")
    assert told(rows[0]) == [
        ("institution", "Keio University ★"),
        ("year", "1998"),
        ("institution", "Sophia University ★"),
        ("year", "2004"),
    ]
    assert told(rows[1]) == [("institution", "Waseda University"), ("year", "2011")]


def test_what_stands_behind_the_last_year_stays() -> None:
    rows = labelled("Keio University (1998) Sophia University", "Waseda University (2011)", "Chuo University (2012)")
    assert told(rows[0])[-1] == ("institution", "Sophia University")


def test_brackets_without_a_year_stay_with_their_names() -> None:
    rows = labelled("Keio University (SFC)", "Waseda University (SILS)", "Chuo University (Law)", "Toyo University")
    assert told(rows[0]) == [("institution", "Keio University (SFC)")]


def test_a_year_or_two_are_no_habit() -> None:
    rows = labelled(*["Keio University"] * 8, "Waseda University (2011)")
    assert told(rows[-1]) == [("institution", "Waseda University (2011)")]


def test_a_mark_stays_with_a_name_of_one_word() -> None:
    rows = labelled("早稲田大学（1998年）☆", "上智大学（2004年）", "慶應義塾大学（2011年）☆")
    assert told(rows[0]) == [("institution", "早稲田大学 ☆"), ("year", "1998年")]
