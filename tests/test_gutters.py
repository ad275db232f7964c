"""White that runs down through words: where none does, no gutter is sought."""

from __future__ import annotations

import pytest

from pipeline.extract.chunks import baselines, chunks
from pipeline.extract.gutters import gutters, has_white, raster_of
from pipeline.extract.sheet import Ink


def ink(x0: float, x1: float, base: float) -> Ink:
    return Ink("x", x0, base - 8, x1, base + 2, base, 10.0, False, 0, "seen")


@pytest.mark.parametrize(("second", "white"), [(62.0, False), (62.3, True), (90.0, True)])
def test_white_as_wide_as_a_gutter_is_found_through_all_lines(second: float, white: bool) -> None:
    words = [ink(20, 40 + 5 * (i % 5), 20.0 * i) for i in range(6)] + [ink(second, 120, 20.0 * i) for i in range(6)]
    assert has_white(words) is white


def test_white_between_some_words_that_others_cross_is_none() -> None:
    assert not has_white([ink(20, 60, 20), ink(80, 120, 20), ink(50, 90, 40)])


@pytest.mark.parametrize("gap", range(1, 40, 3))
def test_where_no_white_runs_down_there_is_no_gutter(gap: int) -> None:
    words = [word for i in range(8) for word in (ink(20, 60, 20.0 * i), ink(60 + gap / 4, 120, 20.0 * i))]
    lines = baselines(words)
    found = gutters(raster_of([chunks(line) for line in lines]), 0, len(lines))
    assert has_white(words) or not found


def between(words: list[Ink]) -> int:
    lines = baselines(words)
    return len(gutters(raster_of([chunks(line) for line in lines]), 0, len(lines)))


def test_years_right_below_names_part_no_columns() -> None:
    names = [ink(20, 100, 40.0 * i) for i in range(8)]
    assert between([*names, *(ink(140, 180, 40.0 * i + 12) for i in range(8))]) == 0
    assert between([*names, *(ink(140, 180, 40.0 * i + 5) for i in range(8))]) == 1  # the next column's, a little lower


def test_a_running_head_and_a_note_part_no_columns() -> None:
    names = [ink(20, 100, 12.0 * i) for i in range(10)]
    assert between([*names, ink(140, 180, 0.0), ink(140, 180, 108.0)]) == 0
    assert between([*names, ink(140, 180, 0.0), ink(140, 180, 48.0)]) == 1


@pytest.mark.parametrize("below", [3, 4, 7])
def test_a_heading_and_its_count_over_a_list_part_no_columns(below: int) -> None:
    names = [ink(24, 80, 12.0 * i) for i in range(1, below + 1)]
    assert between([ink(20, 60, 0.0), ink(140, 180, 0.0), *names]) == 0
