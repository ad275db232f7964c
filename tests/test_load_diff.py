"""Two editions compared."""

from __future__ import annotations

from typing import Any

from pipeline.load.diff import changes, difference, told


def row(
    institution: str, country: str = "China", department: str | None = "Letters", **more: Any
) -> dict[str, Any]:
    usual = {
        "institution": institution,
        "country": country,
        "country_code": country[:2],
        "department": department,
        "zone": "Asia",
        "tuition_waiver": None,
        "year": None,
        "unit": None,
        "institution_id": institution,
    }
    return usual | more


def test_the_same_rows_in_another_order_are_the_same() -> None:
    rows = [row("Peking University"), row("Fudan University")]
    found = difference(rows, rows[::-1])
    assert (found.added, found.gone, found.changed, found.same) == ((), (), (), 2)


def test_rows_come_and_go() -> None:
    found = difference([row("Peking University")], [row("Fudan University")])
    assert [one["institution"] for one in found.gone] == ["Peking University"]
    assert [one["institution"] for one in found.added] == ["Fudan University"]
    assert told(found).splitlines() == [
        "1 added, 1 gone, 0 changed, 0 the same",
        "+ Letters / China / Fudan University",
        "- Letters / China / Peking University",
    ]


def test_a_value_changes() -> None:
    found = difference([row("Peking University", year=1998)], [row("Peking University", year=2003)])
    assert [changes(*pair) for pair in found.changed] == [["year “1998” became “2003”"]]


def test_an_institution_that_moves_to_another_country_is_one_change() -> None:
    found = difference([row("Peking University")], [row("Peking University", country="Taiwan")])
    assert [changes(*pair) for pair in found.changed] == [["country “China” became “Taiwan”"]]


def test_one_institution_under_another_spelling_is_one_change() -> None:
    old = row("Beijing Daxue", institution_id="i1")
    new = row("Peking University", institution_id="i1")
    assert len(difference([old], [new]).changed) == 1


def test_a_slip_in_a_name_is_one_change_and_another_number_is_another_institution() -> None:
    assert len(difference([row("Fudan Universty")], [row("Fudan University")]).changed) == 1
    assert len(difference([row("University of Rennes 1")], [row("University of Rennes 2")]).changed) == 0


def test_doubled_rows_are_paired_one_to_one() -> None:
    found = difference([row("Peking University")], [row("Peking University")] * 2)
    assert (len(found.added), found.same) == (1, 1)
