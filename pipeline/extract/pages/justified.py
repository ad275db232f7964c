"""Strips that are no columns: words that justified lines push to the right edge of theirs.

    Dipartimento       di | Africa
    Ingegneria Civile     |
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extract.chunks import Lines
from pipeline.extract.gutters import Strip
from pipeline.extract.pages.strips import words_in
from pipeline.extract.sheet import Ink

_FEWEST = 3  # lines that end with such words
_FLUSH = 1.0  # points
_LEADING = 1.6  # ems: a wrapped line stands no farther below


def unstretched(lines: Lines, strips: Sequence[Strip]) -> list[Strip]:
    """The strips, those of pushed words put to the ones before."""
    found: list[Strip] = []
    for strip in strips:
        if found and _is_pushed(lines, found[-1], strip):
            found[-1] = (found[-1][0], strip[1])
        else:
            found.append(strip)
    return found


def _is_pushed(lines: Lines, left: Strip, strip: Strip) -> bool:
    """Whether words are all that stands there, flush right, and each time another line follows on their left alone; a
    few such lines tell, or that the white before them is that between the other words of their lines."""
    ends, alike = 0, True
    for line, below in itertools.pairwise([*lines, []]):
        words = words_in(line, strip)
        if not words:
            continue
        flush = words[-1].x1 > strip[1] - _FLUSH and all(word.text.isalpha() for word in words)
        alone = words_in(below, left) and not words_in(below, strip)
        wraps = alone and below[0].base - line[0].base < _LEADING * line[0].size
        if not (flush and wraps and words_in(line, left)):
            return False
        ends += 1
        alike = alike and _is_alike(line, words[0])
    return ends >= _FEWEST or (ends > 0 and alike)


def _is_alike(line: Sequence[Ink], pushed: Ink) -> bool:
    """Whether the white before a word is no wider than elsewhere in a line of several words."""
    whites = [two.x0 - one.x1 for one, two in itertools.pairwise(line)]
    before = next((white for white, word in zip(whites, line[1:], strict=True) if word is pushed), None)
    return len(whites) > _FEWEST and before is not None and sorted(whites)[-2] >= before - _FLUSH
