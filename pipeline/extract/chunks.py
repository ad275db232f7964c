"""Words that stand on one baseline: printed lines, and the chunks that wide gaps part them into."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from pipeline.extract.sheet import Ink

WIDE = 0.6  # ems: a gap that no space between words has, unless a justified line is stretched
_SAME_BASE = 0.15  # ems between baselines of one line
_SMALL = 0.85  # of the size of the word it stands at: a superscript's
_RAISED = 0.55  # ems that a superscript mark may stand off its line's baseline


class Chunk(NamedTuple):
    """Words side by side on one baseline, from left to right."""

    words: tuple[Ink, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


Lines = list[list[Ink]]


def chunk_of(words: Sequence[Ink]) -> Chunk:
    """The hull of words that stand on one baseline; its base and size are those of the largest word."""
    if len(words) == 1:
        word = words[0]
        return Chunk((word,), word.x0, word.top, word.x1, word.bottom, word.base, word.size)
    _, x0s, tops, x1s, bottoms, bases, sizes, *_ = zip(*words, strict=True)
    size = max(sizes)
    return Chunk(tuple(words), min(x0s), min(tops), max(x1s), max(bottoms), bases[sizes.index(size)], size)


def baselines(words: Iterable[Ink]) -> Lines:
    """Words by baseline from top to bottom, each line from left to right; raised marks with their words."""
    lines: Lines = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if lines and word.base - lines[-1][0].base <= _SAME_BASE * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.x0) for line in _lowered(lines)]


def _lowered(lines: Lines) -> Lines:
    """Lines with superscripts put on the line of the word they stand at."""
    sizes = [{word.size for word in line} for line in lines]
    for i, line in enumerate(lines):
        near = [j for j in (i - 1, i + 1) if 0 <= j < len(lines) and _near(line, lines[j])]
        hosts = [lines[j] for j in near if min(sizes[i]) <= _SMALL * max(sizes[j])]
        if hosts:
            line[:] = [word for word in line if not _moved(word, hosts)]
    return [line for line in lines if line]


def _moved(word: Ink, hosts: Sequence[list[Ink]]) -> bool:
    """Put a mark on the line of the word it stands at; False where it stands at none."""
    host = next((line for line in hosts if any(_marks(word, at) for at in line)), None)
    if host is not None:
        host.append(word)
    return host is not None


def _near(line: Sequence[Ink], other: Sequence[Ink]) -> bool:
    if not line or not other:
        return False
    return abs(line[0].base - other[0].base) <= _RAISED * max(line[0].size, other[0].size)


def _marks(mark: Ink, word: Ink) -> bool:
    """Whether `mark` is a small raised or lowered sign that touches `word`."""
    beside = max(mark.x0 - word.x1, word.x0 - mark.x1)
    return mark.size <= _SMALL * word.size and beside <= 0.4 * word.size


def chunks(line: Sequence[Ink], gap: float = WIDE) -> list[Chunk]:
    """A line's words parted where the white between two is wider than `gap` ems."""
    parts: list[list[Ink]] = []
    for word in line:
        if parts and word.x0 - parts[-1][-1].x1 <= gap * max(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [chunk_of(part) for part in parts]


def leading(lines: Sequence[Sequence[Ink]]) -> float:
    """The usual distance between baselines, in points; by the font where there are no two lines."""
    steps = [two[0].base - one[0].base for one, two in itertools.pairwise(lines)]
    size = usual_size([word for line in lines for word in line])
    usual = [step for step in steps if 0.8 * size <= step <= 2.5 * size]
    return median(usual) if usual else 1.2 * size


def usual_size(words: Sequence[Ink]) -> float:
    """The font size most words have, in points."""
    return median(word.size for word in words) if words else 10.0
