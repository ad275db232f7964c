"""The counts that headings print: compared heading by heading, and asked about where more rows stand than they say."""

from __future__ import annotations

from pathlib import Path

from reading import read

from pipeline.clean.corrections import apply
from pipeline.clean.corrections.rulings import COLUMNS, Ruling
from pipeline.knowledge import load
from pipeline.records import Cleaned

OVERFULL = """Faculty\tCountry\tInstitution
Faculty of Letters (1)\tJapan\tKeio University
Faculty of Law (2)\tChina\tPeking University
\t\tFudan University
\tJapan\tWaseda University
"""
TWICE = """Faculty\tCountry\tInstitution
Faculty of Law (3)\tChina (2)\tPeking University
\t\tFudan University
\tJapan (1)\tWaseda University
Faculty of Letters (3)\tChina (2)\tNanjing University
\t\tTsinghua University
\tJapan (1)\tKeio University
"""


def asked(found: Cleaned) -> list[tuple[str, bool]]:
    return [(row.institution, row.needs_review) for row in found.agreements]


def test_rows_under_a_heading_that_says_fewer_are_asked_about(tmp_path: Path) -> None:
    found = read(OVERFULL, tmp_path)
    assert asked(found) == [
        ("Keio University", False),
        ("Peking University", True),
        ("Fudan University", True),
        ("Waseda University", True),
    ]
    assert "“Faculty of Law” says 2; 3 were found." in (found.agreements[1].review_reason or "")


def test_a_dropped_row_answers_the_others(tmp_path: Path) -> None:
    values = {"department": "Faculty of Law", "country": "Japan", "institution": "Waseda University", "action": "drop"}
    person = {"edition": "edition", "reason": "It is crossed out.", "author": "A. Martin", "date": "2026-01-31"}
    ruling = Ruling(**(dict.fromkeys(COLUMNS, "") | values | person))
    now = apply(read(OVERFULL, tmp_path), [ruling], load(("en",)))
    assert [account.status for account in now.reconciliation] == ["match", "match"]
    assert asked(now) == [("Keio University", False), ("Peking University", False), ("Fudan University", False)]


def test_a_country_counts_in_its_own_department(tmp_path: Path) -> None:
    accounts = [one for one in read(TWICE, tmp_path).reconciliation if one.heading in ("China", "Japan")]
    assert [(one.department, one.heading, one.found, one.status) for one in accounts] == [
        ("Faculty of Law", "China", 2, "match"),
        ("Faculty of Law", "Japan", 1, "match"),
        ("Faculty of Letters", "China", 2, "match"),
        ("Faculty of Letters", "Japan", 1, "match"),
    ]
