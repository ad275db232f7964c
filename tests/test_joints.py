"""Names over several rows of a dump: the rest of a name, whatever it looks like, stays with it or is asked about."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline import clean, extract
from pipeline.records import Agreement
from pipeline.settings import Settings

HEAD = "Department-level agreements\n\nDepartment\tArea\tCountry\tInstitution\n"


def read(*rows: str) -> list[Agreement]:
    """The agreements of a dump with these rows under its heading."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "small.txt"
        file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        return list(clean.clean(extract.read(file, Settings()), Settings()).agreements)


def test_a_country_alone_under_itself_is_the_rest_of_a_name() -> None:
    rows = read("Faculty of Law (3)\tEurope\tAustria\tUniversity of Vienna",
                "\t\t\tUniversity of Applied Sciences Upper", "\t\t\tAustria", "\t\t\tUniversity of Graz")
    assert [row.institution for row in rows] == [
        "University of Vienna", "University of Applied Sciences Upper Austria", "University of Graz"]


def test_a_country_after_names_of_another_is_a_label() -> None:
    rows = read("Faculty of Law (3)\tEurope\tAustria\tUniversity of Vienna", "\t\tPoland",
                "\t\t\tUniversity of Warsaw", "\t\t\tJagiellonian University")
    assert [(row.country_code, row.institution) for row in rows] == [
        ("AT", "University of Vienna"), ("PL", "University of Warsaw"), ("PL", "Jagiellonian University")]


@pytest.mark.parametrize(("printed", "name", "asked"), [
    ("IFaculty of Chemistry, Lund University", "Faculty of Chemistry, Lund University", False),
    ("PHannover Medical School", "Hannover Medical School", False),
    ("KZhubanovka University", "Zhubanovka University", True),
    ("UGent Global Campus", "UGent Global Campus", False),
])
def test_a_capital_before_a_capital_is_no_part_of_the_name(printed: str, name: str, asked: bool) -> None:
    rows = read(f"Faculty of Law (2)\tEurope\tAustria\t{printed}", "\t\t\tUniversity of Graz")
    assert rows[0].institution == name
    assert asked == ("two capitals" in (rows[0].review_reason or ""))


def test_half_a_name_under_the_next_label_is_asked_about() -> None:
    rows = read("Faculty of Law (3)\tAfrica\tTanzania\tMoshi Co-operative", "\tAsia\tVietnam\tUniversity",
                "\t\t\tDanang University")
    halves = [row for row in rows if row.institution in ("Moshi Co-operative", "University")]
    assert all(row.needs_review for row in halves)
    assert halves or rows[0].institution == "Moshi Co-operative University"
