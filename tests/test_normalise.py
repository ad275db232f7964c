"""Printed characters to values: line-break hyphens, marks, stray letters."""

from __future__ import annotations

import pytest

from pipeline import knowledge
from pipeline.clean.normalise import join, lead_mark, opening, stray_letter, tail_mark
from pipeline.clean.rows.values import waiver


@pytest.mark.parametrize(
    ("lines", "known", "text"),
    [
        (["Université Gaston Berger Saint-", "Louis"], "", "Université Gaston Berger Saint-Louis"),
        (["Technische Universi-", "tät Wien"], "universitat", "Technische Universität Wien"),
        (["Univer\u00ad", "sity of Lund"], "", "University of Lund"),
        (["degli Studi di Economia e univer -", "sità"], "", "degli Studi di Economia e università"),
        (["Universidad de Flores -", "Buenos Aires"], "", "Universidad de Flores - Buenos Aires"),
        (["東京大学", "医学部"], "", "東京大学医学部"),
        (["Faculty of Arts/", "Faculty of Law"], "", "Faculty of Arts/Faculty of Law"),
        (["Oﬃce of Tourism"], "", "Office of Tourism"),
    ],
)
def test_lines_become_one_name(lines: list[str], known: str, text: str) -> None:
    assert join([line.split() for line in lines], frozenset(known.split())).text == text


@pytest.mark.parametrize(
    ("token", "rest"),
    [
        ("ICollège", "Collège"),
        ("DUniversidad", "Universidad"),
        ("UCLouvain", None),
        ("McGill", None),
        ("Collège", None),
    ],
)
def test_a_letter_before_a_known_word_is_stray(token: str, rest: str | None) -> None:
    assert stray_letter(token, knowledge.load()) == rest


def test_marks_at_either_end() -> None:
    assert (lead_mark("*Université"), tail_mark("Université de Lund *"), tail_mark("Lund")) == ("*", "*", "")


@pytest.mark.parametrize(
    ("text", "signs", "mark"),
    [
        ("・◎デリー大学", "・◎", "◎"),
        ("◎・デリー大学", "◎・", "◎"),
        ("(*) Lund University", "(*)", "*"),
        ("■海德堡大学", "■", ""),
        ("1. Lund University", "1.", ""),
        ("▸ Lund University", "▸", ""),
        ("12. ※Lund University", "12. ※", "※"),
        ("(12) Lund University", "(12)", ""),
        ("(12)Lund University", "", ""),
        ("\uf0b7Lund University", "\uf0b7", ""),
        ("(財)日本国際交流センター", "", ""),
        ("-Lund University", "-", ""),
        ("Lund University", "", ""),
    ],
)
def test_marks_and_bullets_open_a_line_in_any_order(text: str, signs: str, mark: str) -> None:
    assert (opening(text), lead_mark(text)) == (signs, mark)


@pytest.mark.parametrize(
    ("text", "mark"), [("Lund University (*)", "(*)"), ("武漢大学［※］", "［※］"), ("Lund ■", "■"), ("Aas (Wuhan)", "")]
)
def test_a_mark_in_brackets_or_a_shape_may_close_a_line(text: str, mark: str) -> None:
    assert tail_mark(text) == mark


@pytest.mark.parametrize(("legend", "mark"), [("W", "(W)"), ("X", ""), (None, "")])
def test_a_letter_in_brackets_is_a_mark_where_a_legend_explains_it(legend: str | None, mark: str) -> None:
    assert tail_mark("Lund University (W)", legend) == mark


@pytest.mark.parametrize(("signs", "waived"), [("・◎", True), ("(*)", False), ("◎◎", False), ("", False)])
def test_a_waiver_is_the_very_mark_of_the_legend(signs: str, waived: bool) -> None:
    assert waiver((), signs, "◎", False, False, knowledge.load()) is waived


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [("UNI‐", "VERSITY OF OSLO", "UNIVERSITY OF OSLO"), ("SAINT-", "LOUIS COLLEGE", "SAINT-LOUIS COLLEGE")],
)
def test_a_renderers_hyphen_in_capitals_goes(above: str, below: str, text: str) -> None:
    assert join([above.split(), below.split()], frozenset()).text == text
