"""Departments that are read as partners: they ask, and so does what stands below them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import read

from pipeline.clean.names.torn import is_bare_part
from pipeline.knowledge import load
from pipeline.settings import Settings

LEXICON = load(Settings().languages)
TABLE = """Pays\tÉtablissement
Japon\tUniversité de Kyoto
\tFaculté des Lettres
\tUniversité de Nagoya
Italie\tUniversité de Pavie
\tFaculté de Chimie
\tUniversité de Sienne
"""


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Faculté des Lettres", True),
        ("4 Faculté de Chimie et de Physique", True),
        ("Faculté des Lettres, Université de Kyoto", False),
        ("Faculté des Sciences de Tunis", False),
        ("Faculté des Lettres LMU", False),
        ("Diliman – Faculté de Droit", False),
        ("Hanken School of Economics", False),
        ("난양공과대학", False),
    ],
)
def test_a_part_that_does_not_say_of_which_university(text: str, bare: bool) -> None:
    assert is_bare_part(text, ("fr", "en", "ko"), LEXICON) == bare


def test_rows_below_it_ask(tmp_path: Path) -> None:
    asked = {row.institution: row.review_reason or "" for row in read(TABLE, tmp_path).agreements}
    of = {name: "may be the heading of what follows" in reason for name, reason in asked.items()}
    assert of == {
        "Université de Kyoto": False,
        "Faculté des Lettres": True,
        "Université de Nagoya": True,
        "Université de Pavie": True,
        "Faculté de Chimie": True,
        "Université de Sienne": True,
    }
    assert "“Faculté de Chimie”" in asked["Université de Sienne"]


def test_one_alone_asks_nothing_of_others(tmp_path: Path) -> None:
    found = read(TABLE.replace("Faculté de Chimie", "Université de Turin"), tmp_path).agreements
    assert not any("may be the heading" in (row.review_reason or "") for row in found)
