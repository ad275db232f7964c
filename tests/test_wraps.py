"""Departments over two lines, the second beside a country of its own, in tables without rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import read

from pipeline.records import Agreement

HEADINGS = ("Department", "Zone", "Country", "Institution")
WIDTHS = (34, 12, 10, 0)


def agreements(folder: Path, *rows: tuple[str, str, str, str]) -> tuple[Agreement, ...]:
    """The agreements of a table that keeps its layout."""
    printed = ("".join(f"{text:{wide}}" for text, wide in zip(row, WIDTHS, strict=True)) for row in (HEADINGS, *rows))
    return read("\n".join(line.rstrip() for line in printed), folder).agreements


def departments(folder: Path, *rows: tuple[str, str, str, str]) -> list[str | None]:
    """The department of each row of such a table."""
    return [one.department for one in agreements(folder, *rows)]


@pytest.mark.parametrize(("one", "two", "three"), [("", "", ""), (" (1)", " (3)", " (2)")])
def test_a_line_without_the_zone_that_each_department_has_goes_on(
    tmp_path: Path, one: str, two: str, three: str
) -> None:
    found = departments(
        tmp_path,
        (f"Faculty of Law{one}", "Europe", "Austria", "Universität Graz"),
        ("School of Modern Languages", "Asia", "China", "Fudan University"),
        (f"and Literatures{two}", "", "Japan", "Keio University"),
        ("", "", "", "Kyoto University"),
        (f"Faculty of Agriculture{three}", "Africa", "Kenya", "Moi University"),
        ("", "", "", "Egerton University"),
    )
    languages = "School of Modern Languages and Literatures"
    assert found == ["Faculty of Law", *3 * [languages], *2 * ["Faculty of Agriculture"]]


def test_below_a_department_without_its_count_stands_the_rest_whatever_begins_beside_it(tmp_path: Path) -> None:
    found = departments(
        tmp_path,
        ("Faculty of Law (1)", "Europe", "Austria", "Universität Graz"),
        ("School of Modern Languages", "Asia", "China", "Fudan University"),
        ("and Literatures (2)", "Africa", "Kenya", "Moi University"),
        ("Faculty of Agriculture (1)", "Africa", "Kenya", "Egerton University"),
    )
    assert found[1:3] == 2 * ["School of Modern Languages and Literatures"]


def test_a_line_that_begins_as_departments_do_is_one(tmp_path: Path) -> None:
    found = departments(
        tmp_path,
        ("Faculty of Law", "Europe", "Austria", "Universität Graz"),
        ("Faculty of Arts", "Europe", "Poland", "Uniwersytet Gdański"),
        ("Veterinary Medicine", "Asia", "China", "Fudan University"),
        ("", "", "Japan", "Keio University"),
    )
    assert found == ["Faculty of Law", "Faculty of Arts", *2 * ["Veterinary Medicine"]]


def test_a_count_beside_the_next_name_is_its_countrys_wherever_countries_stand(tmp_path: Path) -> None:
    rows = [
        ("Faculty of Law", "Europe", "Austria", "Universität Graz"),
        ("", "", "(3)", "Universität Wien"),
        ("", "", "", "Universität Linz"),
        ("Faculty of Arts", "Africa", "Kenya", "Moi University"),
        ("", "", "Ghana", "University of Ghana"),
        ("", "Europe", "Austria", "Universität Salzburg"),
        ("", "", "(3)", "Universität Innsbruck"),
        ("", "", "", "Universität Klagenfurt"),
        ("", "", "Poland", "Uniwersytet Gdański"),
        ("", "", "(3)", "Uniwersytet Wrocławski"),
        ("", "", "", "Uniwersytet Warszawski"),
        ("Faculty of Science", "Asia", "Japan", "Keio University"),
        ("", "Europe", "Austria", "Universität Graz"),
        ("", "", "(3)", "Universität Wien"),
        ("", "", "", "Universität Linz"),
    ]
    found = agreements(tmp_path, *rows)
    assert [one.country for one in found][:3] == 3 * ["Austria"]
    assert [one.country for one in found][5:11] == [*3 * ["Austria"], *3 * ["Poland"]]
    assert [one.country for one in found][12:] == 3 * ["Austria"]


def test_a_department_of_three_lines_beside_rows_of_their_own_is_whole(tmp_path: Path) -> None:
    found = departments(
        tmp_path,
        ("Faculty of Law [1]", "Europe", "Austria", "Universität Graz"),
        ("School of Modern Languages,", "Asia", "China", "Fudan University"),
        ("Literatures and Foreign", "", "", "Tongji University"),
        ("Cultures [3]", "", "Japan", "Keio University"),
        ("Faculty of Agriculture [1]", "Africa", "Kenya", "Moi University"),
    )
    languages = "School of Modern Languages, Literatures and Foreign Cultures"
    assert found == ["Faculty of Law", *3 * [languages], "Faculty of Agriculture"]
