"""Words that justified lines push to their right end make no column."""

from __future__ import annotations

import pytest

from pipeline.extract.pages.justified import unstretched
from pipeline.extract.sheet import Ink

WORD = 20.0


def line(base: float, white: float, words: str, last: float = 0.0) -> list[Ink]:
    """Words as wide as each other with `white` between them, `last` before the last one."""
    found, x = [], 0.0
    tokens = words.split()
    for i, text in enumerate(tokens):
        x += (last or white) if i and i == len(tokens) - 1 else white if i else 0.0
        found.append(Ink(text, x, base - 8, x + WORD, base, base, 10.0, False, 0, "seen"))
        x += WORD
    return found


@pytest.mark.parametrize(("last", "strips"), [(6.0, 1), (16.0, 2)])
def test_white_as_wide_as_between_all_words_parts_no_columns(last: float, strips: int) -> None:
    pushed = line(20, 6, "Gana: Ho Technical University; Universidad de", last)
    lines = [line(8, 4, "Fiji: Fiji University."), pushed, line(32, 4, "Medicina y Letras.")]
    found = unstretched(lines, [(0.0, pushed[-2].x1), (pushed[-1].x0, pushed[-1].x1)])
    assert len(found) == strips
