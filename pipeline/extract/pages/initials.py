"""Letters of an index above the lines that begin with them: `A` above Alemania and Austria, `B` above Brasil."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from pipeline.extract.chunks import LARGE, usual_size
from pipeline.extract.sheet import Ink

_FEW = 2
_ORDERED = 0.7  # of the steps from letter to letter: some alphabets have Å and Ç behind Z
_FREE = 2.0  # ems beside a letter alone
_LEVEL = 0.3  # ems between baselines of one line


def initials(words: Sequence[Ink]) -> frozenset[Ink]:
    """The large letters alone on their lines, where a page has several, each once and in the alphabet's order."""
    large = LARGE * usual_size(words) if words else 0.0
    single = [word for word in words if len(word.text) == 1 and word.text.isupper() and word.size > large]
    letters = [word for word in single if word.angle == 0 and not any(_is_beside(other, word) for other in words)]
    texts = [word.text for word in _down_columns(letters)]
    ordered = sum(one < two for one, two in pairwise(texts)) >= _ORDERED * (len(texts) - 1)
    return frozenset(letters) if len(texts) >= _FEW and len(set(texts)) == len(texts) and ordered else frozenset()


def _is_beside(other: Ink, word: Ink) -> bool:
    apart = max(other.x0 - word.x1, word.x0 - other.x1)
    return other is not word and abs(other.base - word.base) < _LEVEL * word.size and apart < _FREE * word.size


def _down_columns(letters: Sequence[Ink]) -> list[Ink]:
    """Letters in reading order: those of one column stand within a letter's breadth or two from left to right."""
    columns: list[list[Ink]] = []
    for word in sorted(letters, key=attrgetter("x0")):
        if columns and word.x0 - columns[-1][-1].x0 < _FREE * word.size:
            columns[-1].append(word)
        else:
            columns.append([word])
    return [word for column in columns for word in sorted(column, key=attrgetter("base"))]
