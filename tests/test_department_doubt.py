"""A department that is none asks."""

from __future__ import annotations

import pytest

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
