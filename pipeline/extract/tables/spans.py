"""Which rows a cell governs, where rules prove it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extract.chunks import Chunk
from pipeline.extract.draft import DraftLine
from pipeline.extract.tables.bands import Band, Boundary

Run = tuple[int, int]
_APART = 1.9  # line heights: lines of one label stand closer
_SOLID = 1.4  # line heights: so do letters of one word
_FIRST_SYLLABLE = "\u3040"  # of East Asian writing
_CENTRED = 0.3  # line heights by which a label may be off the middle of its rows
_FEWEST = 2  # labels in the middle of several rows each


def runs(column: int, found: Sequence[Boundary], count: int) -> list[Run]:
    """The stretches of ruled bands (first, last) between the edges that are drawn in `column`.

    `found` are the boundaries between bands: found[i] parts band i from band i + 1.
    """
    out, first = [], 0
    for band in range(count):
        if band == count - 1 or found[band].drawn[column]:
            out.append((first, band))
            first = band + 1
    return out


def proving(column: int, found: Sequence[Boundary]) -> bool:
    """Whether rules part rows elsewhere where they do not in this column: then what they do part is meant."""
    return any(not boundary.drawn[column] and any(boundary.drawn) for boundary in found)


def one_label(lines: Sequence[DraftLine]) -> bool:
    """Whether lines between two rules are one label: close together, and not the same words again and
    again.
    """
    if len(lines) < 2:
        return True
    chunks = [line.chunk for line in lines]
    if len({chunk.text for chunk in chunks}) < len(chunks) and not _by_letter(chunks):
        return False
    return all(
        two.base - one.base <= _APART * max(one.bottom - one.top, 1.0) for one, two in itertools.pairwise(chunks)
    )


def _by_letter(chunks: Sequence[Chunk]) -> bool:
    """Whether the lines are one word's letters, set solid from top to bottom: `ア`, `ジ`, `ア`."""
    letters = len({chunk.text for chunk in chunks}) > 1 and all(
        len(chunk.text) == 1 and chunk.text >= _FIRST_SYLLABLE and chunk.text.isalpha() for chunk in chunks
    )
    return letters and all(
        two.base - one.base <= _SOLID * (one.bottom - one.top) for one, two in itertools.pairwise(chunks)
    )


def fills(lines: Sequence[DraftLine], bands: Sequence[Band]) -> bool:
    """Whether one label stands in the middle of several rows that no rule parts."""
    return len(lines) < len(bands) and bool(lines) and one_label(lines) and _is_middle(lines, bands)


def centred(parts: Sequence[tuple[Sequence[DraftLine], Sequence[Band]]]) -> bool:
    """Whether each stretch between rules, of lines and the rows in it, has one label in its middle: rules that run
    through the whole table part what the labels govern.
    """
    if not all(not lines or (one_label(lines) and _is_middle(lines, bands)) for lines, bands in parts):
        return False
    several = [(lines, bands) for lines, bands in parts if lines and len(bands) > 1]
    fewer = sum(len(lines) < len(bands) for lines, bands in several)
    return fewer >= _FEWEST and 2 * fewer > len(several)


def _is_middle(lines: Sequence[DraftLine], bands: Sequence[Band]) -> bool:
    top, bottom = lines[0].chunk.top, lines[-1].chunk.bottom
    off = (top + bottom) / 2 - (bands[0].top + bands[-1].bottom) / 2
    return abs(off) <= _CENTRED * (lines[0].chunk.bottom - top)
