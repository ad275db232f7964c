"""Text that runs up or down the page: its lines in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.chunks import Chunk, chunk_of
from pipeline.extract.sheet import Ink


def turned_lines(words: Iterable[Ink]) -> list[list[Chunk]]:
    """Groups of turned lines that stand side by side, each group one text, from top to bottom of the page."""
    lines = [line for angle in (90, 180, 270) for line in _lines(words, angle)]
    groups: list[list[Chunk]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        host = next((group for group in groups if any(_beside(line, other) for other in group)), None)
        if host is None:
            groups.append([line])
        else:
            host.append(line)
    return [_ordered(group) for group in groups]


def _lines(words: Iterable[Ink], angle: int) -> list[Chunk]:
    """The words of one direction as lines: words that overlap across it and follow closely along it."""
    mine = [word for word in words if word.angle == angle]
    mine.sort(key=lambda word: {90: word.top, 180: -word.x1, 270: -word.bottom}[angle])
    parts: list[list[Ink]] = []
    for word in mine:
        host = next((part for part in parts if _follows(part[-1], word, angle)), None)
        if host is None:
            parts.append([word])
        else:
            host.append(word)
    return [chunk_of(part) for part in parts]


def _follows(one: Ink, two: Ink, angle: int) -> bool:
    along = {90: two.top - one.bottom, 180: one.x0 - two.x1, 270: one.top - two.bottom}[angle]
    across = (
        min(one.bottom, two.bottom) - max(one.top, two.top)
        if angle == 180
        else min(one.x1, two.x1) - max(one.x0, two.x0)
    )
    return -0.3 * one.size <= along <= 1.0 * one.size and across > 0.4 * one.size


def _beside(one: Chunk, two: Chunk) -> bool:
    """Whether two turned lines are lines of one text: near across, and side by side along."""
    if one.words[0].angle != two.words[0].angle:
        return False
    apart = max(two.x0 - one.x1, one.x0 - two.x1)
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    return apart <= 0.7 * one.size and shared > 0.5 * min(one.bottom - one.top, two.bottom - two.top)


def _ordered(group: list[Chunk]) -> list[Chunk]:
    """Lines that run up the page (270) go on to the right, lines that run down it (90) to the left."""
    down = group[0].words[0].angle == 90
    return sorted(group, key=lambda line: -line.x0 if down else line.x0)
