"""Outlines, index letters, and headings in the margin: what stands before lists and is no part of their names."""

from __future__ import annotations

import pytest
from paper import Paper

from pipeline import clean
from pipeline.clean.lists.ordinals import follows, ordinals
from pipeline.settings import Settings


@pytest.mark.parametrize(
    ("word", "path"),
    [("1.", (1,)), ("1.2.3", (1, 2, 3)), ("Ⅳ.", (4,)), ("XIV)", (14,)), ("다.", (3,)), ("（十二）", (12,))],
)
def test_a_number_is_read_in_whatever_figures(word: str, path: tuple[int, ...]) -> None:
    assert path in {one.path for one in ordinals(word)}


@pytest.mark.parametrize("word", ["University", "I", "A", "1990s", "KU", "가나대학교", "U.S."])
def test_a_word_is_no_number(word: str) -> None:
    assert not list(ordinals(word))


def test_numbers_count_on_level_by_level() -> None:
    assert all(follows(*two) for two in (((1, 2, 3), (1, 2, 4)), ((1, 2, 3), (1, 3)), ((1, 3), (1, 3, 1))))
    assert not any(follows(*two) for two in (((1, 2), (1, 4)), ((1, 2, 3), (3,))))


def test_headings_in_the_margin_stand_above_the_paragraphs_beside_them() -> None:
    rows = [
        ((0, 0, "Europe"), (1, 0, "Belgium — KU Leuven · Université de Liège")),
        ((1, 1, "Denmark — Aarhus Universitet · Roskilde Universitet"),),
        ((1, 2, "Spain — Universidad de Oviedo · Universidad de León"),),
        ((0, 3, "Central and"), (1, 3, "Chile — Universidad de Chile · Universidad de Talca")),
        ((0, 4, "South America"), (1, 4, "Peru — Universidad de Piura")),
    ]
    found = clean.clean(Paper().line("Partners", size=12).table(rows, columns=2).document(), Settings())
    assert [(one.zone, one.country, one.institution) for one in found.agreements] == [
        ("Europe", "Belgium", "KU Leuven"),
        ("Europe", "Belgium", "Université de Liège"),
        ("Europe", "Denmark", "Aarhus Universitet"),
        ("Europe", "Denmark", "Roskilde Universitet"),
        ("Europe", "Spain", "Universidad de Oviedo"),
        ("Europe", "Spain", "Universidad de León"),
        ("Central and South America", "Chile", "Universidad de Chile"),
        ("Central and South America", "Chile", "Universidad de Talca"),
        ("Central and South America", "Peru", "Universidad de Piura"),
    ]
