"""Cuttings of cells against the printed count of their heading: held against an enumeration of all ways."""

from __future__ import annotations

from itertools import product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import knowledge as know
from pipeline.clean.align import counts
from pipeline.clean.align.places import Place
from pipeline.clean.names.segment import Cutting, Stretch, Token
from pipeline.clean.parts import Part
from pipeline.records import Word

CELLS = st.lists(st.lists(st.floats(-8, 0), min_size=1, max_size=4), min_size=1, max_size=5)


def stretch(at: int, scores: list[float]) -> Stretch:
    """A cell of its own words whose cutting into n + 1 names has the n-th score, the best one first."""
    tokens = tuple(Token(f"w{at}-{i}", Word(100 * at + i, f"w{at}-{i}", 1, 1), 0, 0.0) for i in range(len(scores)))
    cuttings = [Cutting(tuple(range(n + 1)), score) for n, score in enumerate(scores)]
    return Stretch((), tokens, tuple(sorted(cuttings, key=lambda cutting: -cutting.score)))


def under(count: int | None) -> Place:
    """A country in a department that prints a count."""
    return Place(0, Part("department", 0, (), "Law", count=count), None, Part("country", 0, (), "Peru", "PE"), False)


def price(total: int, declared: int) -> float:
    """What chance a heading gives to another number of names than it prints."""
    return 0.0 if total == declared else 6.0 if total > declared else 4.2


def enumerated(cells: list[Stretch], declared: int) -> list[list[float]]:
    """The chance of each cutting, over every way to cut all cells."""
    sums = [[0.0] * len(cell.cuttings) for cell in cells]
    for way in product(*(range(len(cell.cuttings)) for cell in cells)):
        taken = [cell.cuttings[k] for cell, k in zip(cells, way, strict=True)]
        total = sum(len(cutting.firsts) for cutting in taken)
        weight = exp(sum(cutting.score for cutting in taken) - price(total, declared))
        for own, k in zip(sums, way, strict=True):
            own[k] += weight
    return [[weight / sum(own) for weight in own] for own in sums]


@given(CELLS, st.integers(1, 20))
def test_chances_are_those_of_all_ways_together(scores: list[list[float]], declared: int) -> None:
    cells = [stretch(at, own) for at, own in enumerate(scores)]
    found = counts.chances(cells, [under(declared)] * len(cells), ())
    for own, expected in zip(found, enumerated(cells, declared), strict=True):
        assert own == pytest.approx(expected, abs=1e-9)


def test_a_count_that_one_cell_can_meet_decides_it() -> None:
    cells = [stretch(0, [0.0, -1.0]), stretch(1, [0.0])]
    whole, parted = counts.chances(cells, [under(3)] * 2, ())[0], counts.chances(cells, [under(None)] * 2, ())[0]
    assert whole[1] > 0.9
    assert parted[1] < 0.3


def test_a_country_may_print_the_count() -> None:
    cells = [stretch(0, [0.0, -1.0])]
    place = Place(0, None, None, Part("country", 0, (), "Peru", "PE", count=2), False)
    assert counts.chances(cells, [place], ())[0][1] > 0.9


def test_a_count_that_any_of_many_cells_can_meet_decides_none() -> None:
    cells = [stretch(at, [0.0, -1.0]) for at in range(8)]
    assert all(own[1] < 0.3 for own in counts.chances(cells, [under(9)] * 8, ()))


def test_a_twin_counts_once_and_is_cut_alike() -> None:
    cells = [stretch(0, [0.0, -1.0])] * 2
    first, second = counts.chances(cells, [under(2)] * 2, ())
    assert first == second
    assert first[1] > 0.9


def test_the_margin_of_a_name_leaves_out_cuttings_that_have_it_too() -> None:
    tokens = stretch(0, [0.0, 0.0, 0.0]).tokens
    cell = Stretch((), tokens, (Cutting((0, 1), 0.0), Cutting((0, 1, 2), -1.0)))
    (_, first), (_, second) = counts.margins(cell, (0.7, 0.3), 0, know.load())
    assert first.ahead > 20
    assert first.other == ""
    assert second.ahead < 1
    assert second.other == "w0-0 | w0-1 | w0-2"
