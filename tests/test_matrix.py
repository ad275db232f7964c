"""Tables with a column for each department and a mark for each agreement."""

from __future__ import annotations

import pytest
from paper import Paper, Spot

from pipeline import clean
from pipeline.settings import Settings

HEADS = ("Country", "University", "Faculty of Law", "Faculty of Arts")
ROWS = [
    ("Belgium", "KU Leuven", "1", ""),
    ("Denmark", "Aarhus Universitet", "1", "1"),
    ("Estonia", "Tartu Ülikool", "0", "1"),
]
LAST = ("Finland", "Oulun yliopisto", "", "1")


def cells(row: tuple[str, ...], at: int, yes: str, no: str) -> list[Spot]:
    signs = {"1": yes, "0": no}
    return [(column, float(at), said) for column, text in enumerate(row) if (said := signs.get(text, text))]


def agreements(yes: str, no: str) -> list[tuple[str | None, str]]:
    """What the two pages of such a table say; the second one has a mark in one column alone."""
    paper = Paper().line("Agreements by faculty", size=14)
    paper.table([cells(row, at, yes, no) for at, row in enumerate((HEADS, *ROWS))], bold=(0,))
    paper.table([cells(row, at, yes, no) for at, row in enumerate((HEADS, LAST))], bold=(0,), page=2, continues=True)
    found = clean.clean(paper.document(), Settings())
    return [(one.department, one.institution) for one in found.agreements if not one.needs_review]


@pytest.mark.parametrize(("yes", "no"), [("●", ""), ("×", ""), ("+", "–"), ("○", "×"), ("✓", "✗")])
def test_a_mark_is_what_says_yes_or_stands_there_alone(yes: str, no: str) -> None:
    assert agreements(yes, no) == [
        ("Faculty of Law", "KU Leuven"),
        ("Faculty of Law", "Aarhus Universitet"),
        ("Faculty of Arts", "Aarhus Universitet"),
        ("Faculty of Arts", "Tartu Ülikool"),
        ("Faculty of Arts", "Oulun yliopisto"),
    ]


@pytest.mark.parametrize(("yes", "no"), [("2", "3"), ("–", "")])
def test_other_cells_are_no_marks(yes: str, no: str) -> None:
    assert not agreements(yes, no)


def test_headings_of_two_lines_hold_for_the_pages_below_that_print_half_of_them() -> None:
    paper = Paper().line("Agreements by faculty", size=14)
    upper = [(2, 0.0, "Faculty of"), (3, 0.0, "Faculty of")]
    lower = [(0, 1.0, "Country"), (1, 1.0, "University"), (2, 1.0, "Law"), (3, 1.0, "Arts")]
    paper.table([upper, lower, *(cells(row, at, "×", "") for at, row in enumerate(ROWS, 2))], bold=(0, 1))
    paper.table([lower, cells(LAST, 2, "×", "")], bold=(0,), page=2)
    found = clean.clean(paper.document(), Settings())
    assert [(one.department, one.institution) for one in found.agreements] == [
        ("Faculty of Law", "KU Leuven"),
        ("Faculty of Law", "Aarhus Universitet"),
        ("Faculty of Arts", "Aarhus Universitet"),
        ("Faculty of Arts", "Tartu Ülikool"),
        ("Faculty of Arts", "Oulun yliopisto"),
    ]
