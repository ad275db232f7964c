"""Printed lines with what their place tells: whether a line ends because it is full, its indent, the white above."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pipeline.extract.chunks import Chunk
from pipeline.extract.draft import DraftLine

_line = partial(tuple.__new__, DraftLine)
SLACK = 1.5  # points by which renderers and boxes disagree on whether a word still fits


def next_width(line: Chunk) -> float:
    """The room that the first word of a line and the space before it would have taken on the line above."""
    word = line.words[0]
    if "\u2e80" <= word.text[0] <= "\uffef":
        return (word.x1 - word.x0) / len(word.text)  # CJK breaks between any two characters
    return 0.25 * word.size + word.x1 - word.x0


def noted(lines: Sequence[Chunk], left: float, right: float) -> list[DraftLine]:
    """Lines with their indent from the left edge, the white above, and whether they were broken because they were full.
    """
    if not lines:
        return []
    _, x0s, tops, x1s, bottoms, _, _ = zip(*lines, strict=True)
    above = zip(tops[1:], bottoms[1:], bottoms, strict=False)
    gaps = [round((top - end) / max(bottom - top, 1.0), 3) for top, bottom, end in above]
    full = [x1 + next_width(below) > right - SLACK for x1, below in zip(x1s, lines[1:], strict=False)]
    indents = [round(x0 - left, 2) for x0 in x0s]
    return list(map(_line, zip(lines, indents, [*full, None], [None, *gaps], strict=True)))
