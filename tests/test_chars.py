"""Where words end among the characters of a page."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.extract.ink.chars import _breaks, _with_high_hyphens


@pytest.mark.parametrize(("x", "y", "words"), [(20.0, 0.0, 1), (23.0, 0.0, 1), (24.0, 0.0, 2), (20.0, 12.0, 2)])
def test_a_new_line_of_pdfium_between_letters_that_touch_ends_no_word(x: float, y: float, words: int) -> None:
    codes = np.array([ord(char) for char in "大学\r\n校"], np.uint32)
    boxes = np.array([(0, 0, 10, 10), (10, 0, 20, 10), (x, y, x + 10, y + 10)], float)
    assert len(_breaks(codes, np.array([0, 1, 4]), boxes)) == words - 1


def test_a_hyphen_that_ends_a_line_is_as_high_as_its_word() -> None:
    codes = np.array([ord(char) for char in "as\x02"], np.uint32)
    boxes = np.array([(0, 0, 10, 10), (10, 0, 20, 10), (20.4, 6, 23, 6.6)], float)
    assert len(_breaks(codes, np.arange(3), boxes.copy())) == 1
    assert not len(_breaks(codes, np.arange(3), _with_high_hyphens(codes, boxes)))
