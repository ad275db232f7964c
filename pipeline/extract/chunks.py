"""Words that stand on one baseline: printed lines, and the chunks that wide gaps part them into."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter, sub
from statistics import median
from typing import NamedTuple

from pipeline.extract.sheet import Ink
from pipeline.extract.signs import with_bullets

LARGE = 1.15  # of the usual font size: a title's
WIDE = 0.6  # ems: a gap that no space between words has, unless a justified line is stretched
_SAME_BASE = 0.15  # ems between baselines of one line
_SMALL = 0.85  # of the size of the word it stands at: a superscript's
_LEVEL = 0.9  # of the smaller letters' height, that stands beside larger ones in one line
_RAISED = 0.55  # ems that a superscript mark may stand off its line's baseline

_BOLD, _BASE_LEFT, TEXT = attrgetter("bold"), attrgetter("base", "x0"), attrgetter("text")
LEFT, RIGHT, BASE, SIZE = attrgetter("x0"), attrgetter("x1"), attrgetter("base"), attrgetter("size")


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
        return " ".join(map(TEXT, self.words))

    @property
    def bold(self) -> bool:
        """Whether all words are, or all but the counts among them: **Fakültesi** (18)."""
        return all(map(_BOLD, self.words)) or (
            any(map(_BOLD, self.words)) and all(word.bold or is_figure(word.text) for word in self.words)
        )


Lines = list[list[Ink]]
_chunk = partial(tuple.__new__, Chunk)  # of a tuple of its fields, in half the time


def is_figure(text: str) -> bool:
    """Whether a word is a number alone, in brackets or not."""
    return text.strip("()（）[].,:").isdigit()


def chunk_of(words: Sequence[Ink]) -> Chunk:
    """The hull of words that stand on one baseline; its base and size are those of the largest word."""
    if len(words) == 1:
        return _chunk(((words[0],), *words[0][1:7]))
    return _hull(words, tuple(zip(*words, strict=False))[1:7])


def _hull(words: Sequence[Ink], columns: Sequence[Sequence[float]]) -> Chunk:
    """The chunk of words whose places, from `x0` to `size`, are given as columns."""
    x0s, tops, x1s, bottoms, bases, sizes = columns
    size = max(sizes)
    return _chunk((tuple(words), min(x0s), min(tops), max(x1s), max(bottoms), bases[sizes.index(size)], size))


def baselines(words: Iterable[Ink]) -> Lines:
    """Words by baseline from top to bottom, each line from left to right; raised marks with their words."""
    lines: Lines = []
    line, same = -math.inf, 0.0
    ordered = sorted(words, key=_BASE_LEFT)
    sizes = list(map(SIZE, ordered))
    for word, base, size in zip(ordered, map(BASE, ordered), sizes, strict=True):
        if base - line <= same or base - line <= _SAME_BASE * size:
            lines[-1].append(word)
        else:
            line, same = base, _SAME_BASE * size
            lines.append([word])
    least, most = min(sizes, default=0.0), max(sizes, default=0.0)
    if least < most:
        lines = levelled(with_bullets(_lowered(lines)) if least <= _SMALL * most else lines, _LEVEL)
    return [sorted(line, key=LEFT) for line in lines]


def _lowered(lines: Lines) -> Lines:
    """Lines with superscripts put on the line of the word they stand at."""
    least, most = [min(map(SIZE, line)) for line in lines], [max(map(SIZE, line)) for line in lines]
    for i, line in enumerate(lines):
        large = [j for j in (i - 1, i + 1) if 0 <= j < len(lines) and least[i] <= _SMALL * most[j]]
        hosts = [lines[j] for j in large if _near(line, lines[j])]
        if hosts:
            line[:] = [word for word in line if not _moved(word, hosts)]
    return [line for line in lines if line]


def _moved(word: Ink, hosts: Sequence[list[Ink]]) -> bool:
    """Put a mark on the line of the word it stands at, the one it shares more height with; False where it stands at
    none."""
    found = [line for line in hosts if any(_marks(word, at) or _follows(word, at) for at in line)]
    if found:
        max(found, key=lambda line: _shared(word, line[0])).append(word)
    return bool(found)


def _shared(one: Ink, two: Ink) -> float:
    return min(one.bottom, two.bottom) - max(one.top, two.top)


def _near(line: Sequence[Ink], other: Sequence[Ink]) -> bool:
    if not line or not other:
        return False
    return abs(line[0].base - other[0].base) <= _RAISED * max(line[0].size, other[0].size)


def _marks(mark: Ink, word: Ink) -> bool:
    """Whether `mark` is a small raised or lowered sign that touches `word`."""
    beside = max(mark.x0 - word.x1, word.x0 - mark.x1)
    return mark.size <= _SMALL * word.size and beside <= 0.4 * word.size


def _follows(mark: Ink, other: Ink) -> bool:
    """Whether `mark` goes on with a mark that was put on its line before: `¹, ³`."""
    level = mark.size == other.size and abs(mark.base - other.base) <= _SAME_BASE * mark.size
    return level and 0.0 <= mark.x0 - other.x1 <= WIDE * mark.size


def levelled(lines: Lines, share: float) -> Lines:
    """The lines, with those that stand beside others in larger or smaller letters put to them: `Asia    30 schools`.
    They share so much of the smaller letters' height."""
    out: Lines = []
    for line in lines:
        if out and _stand_level(out[-1], line, share):
            out[-1] = sorted((*out[-1], *line), key=LEFT)
        else:
            out.append(line)
    return out


def _stand_level(above: Sequence[Ink], line: Sequence[Ink], share: float) -> bool:
    one, two = above[-1], line[0]
    if one.size == two.size or two.top >= one.bottom:
        return False
    least = min(one.bottom - one.top, two.bottom - two.top)
    level = min(one.bottom, two.bottom) - max(one.top, two.top) > share * least
    return level and not any(a.x0 < b.x1 and b.x0 < a.x1 for a in above for b in line)


def chunks(line: Sequence[Ink], gap: float = WIDE) -> list[Chunk]:
    """A line's words parted where the white between two is wider than `gap` ems."""
    if len(line) < 2:
        return [chunk_of(line)] if line else []
    columns = tuple(zip(*line, strict=False))[1:7]
    x0s, _, x1s, _, _, sizes = columns
    least = gap * min(sizes)
    whites = enumerate(map(sub, x0s[1:], x1s), 1)
    cuts = [i for i, white in whites if white > least and white > gap * max(sizes[i - 1 : i + 1])]
    if not cuts:
        return [_hull(line, columns)]
    return [chunk_of(line[a:b]) for a, b in itertools.pairwise((0, *cuts, len(line)))]


def is_parted(line: Sequence[Ink]) -> bool:
    """Whether `chunks` parts a line."""
    for one, two in itertools.pairwise(line):
        white = two.x0 - one.x1
        if white > WIDE * one.size and white > WIDE * two.size:
            return True
    return False


def leading(lines: Sequence[Sequence[Ink]], size: float | None = None) -> float:
    """The usual distance between baselines, in points; by the font where there are no two lines.

    `size` is the lines' usual one, for those who know it.
    """
    bases = [line[0].base for line in lines]
    steps = map(sub, bases[1:], bases)
    if size is None:
        size = usual_size([word for line in lines for word in line])
    usual = [step for step in steps if 0.8 * size <= step <= 2.5 * size]
    return median(usual) if usual else 1.2 * size


def usual_size(words: Sequence[Ink]) -> float:
    """The font size most words have, in points."""
    return median(map(SIZE, words)) if words else 10.0
