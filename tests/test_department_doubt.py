"""A department that is none asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import read

from pipeline import knowledge as know
from pipeline.clean.rows.review import department_doubt


@pytest.mark.parametrize(
    "text", ["", "歯学部 アフリカ", "Faculty of Law Africa", "Facultad de Derecho América Latina", "Ghana"]
)
def test_asks(text: str) -> None:
    assert list(department_doubt(text, know.load(())))


@pytest.mark.parametrize(
    "text",
    ["歯学部", "Center for East Asia", "Centro di Studi sull'Asia Orientale", "Institute of African Studies"],
)
def test_asks_nothing(text: str) -> None:
    assert not list(department_doubt(text, know.load(())))


@pytest.mark.parametrize("text", ["Fakultät", "Wydział", "Faculty"])
def test_a_word_for_departments_alone_asks_of_what(text: str) -> None:
    assert list(department_doubt(text, know.load(())))


def test_a_department_unlike_all_others_asks(tmp_path: Path) -> None:
    rows = [
        "Department\tCountry\tInstitution",
        "Faculty of Law\tFrance\tUniversité de Lille",
        "Faculty of Arts\tGhana\tUniversity of Ghana",
        "School of Nursing\tKenya\tMoi University",
        "Moderne\tSpain\tUniversidad de León",
        "IUT\tPoland\tUniwersytet Gdański",
    ]
    asks = {row.department: row.needs_review for row in read("\n".join(rows), tmp_path).agreements}
    assert asks == {
        "Faculty of Law": False, "Faculty of Arts": False, "School of Nursing": False, "Moderne": True, "IUT": False
    }
