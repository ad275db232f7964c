"""Whether a line ends because it is full."""

from __future__ import annotations

from pipeline.extract.chunks import Chunk

SLACK = 1.5  # points by which renderers and boxes disagree on whether a word still fits


def next_width(line: Chunk) -> float:
    """The room that the first word of a line and the space before it would have taken on the line above."""
    word = line.words[0]
    if "\u2e80" <= word.text[0] <= "\uffef":
        return (word.x1 - word.x0) / len(word.text)  # CJK breaks between any two characters
    return 0.25 * word.size + word.x1 - word.x0
