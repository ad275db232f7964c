"""Years and zones beside a name: none invented, lost or taken from elsewhere."""

from __future__ import annotations

import pytest

from pipeline import knowledge as know
from pipeline.clean.labels import first_time
from pipeline.clean.normalise import label_text
from pipeline.clean.rows.dedupe import _one_slip
from pipeline.records import Line, Word


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2002（民國91年）", 2002),
        ("2005年（平成17年）", 2005),
        ("平成17年（2005）", 2005),
        ("2002 (1999)", None),
    ],
)
def test_a_year_in_two_calendars_is_one_year(text: str, year: int | None) -> None:
    assert know.year(know.load(()), text) == year


def test_letters_set_one_below_the_other_are_one_word() -> None:
    lines = [Line((Word(i, letter, 1, i),)) for i, letter in enumerate("歐洲（２４）")]
    assert label_text(lines) == "歐洲（２４）"


def test_a_part_of_a_list_says_the_label_again() -> None:
    assert first_time("Europe (2/4)", know.load(())) == "Europe"


def test_schools_that_differ_in_one_ideograph_are_two() -> None:
    assert not _one_slip("愛爾蘭國立大學高威分校法學院", "愛爾蘭國立大學高威分校商學院")
