"""What stands on a page before rows are found: tables with their columns and edges, and running lines."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.bars import in_bars
from pipeline.extract.chunks import Chunk, baselines, chunk_of, chunks, usual_size
from pipeline.extract.gutters import Strip
from pipeline.extract.pills import without_pills
from pipeline.extract.rules import Edges, within
from pipeline.extract.sheet import Ink
from pipeline.records import Box

_AT_RULE = 3.0  # points between a column's edge and the rule that draws it


class Plan(NamedTuple):
    """A table found on a page: its words, the x-ranges of its columns, its edges and its place."""

    page: int
    words: tuple[Ink, ...]
    turned: tuple[Ink, ...]
    columns: tuple[Strip, ...]
    edges: Edges
    box: Box
    ruled: bool = False  # columns are from rules: a column's edge is the rule, not the text
    doubt: bool = False  # paper hardly tells it from columns of a list
    frame: Box | None = None  # what is drawn around it, and around other regions maybe


class Running(NamedTuple):
    """Plain lines of one column, from top to bottom."""

    page: int
    lines: tuple[tuple[Ink, ...], ...]
    doubt: bool = False  # paper hardly tells it from a column of a table
    right: float | None = None  # where lines must end at the latest, None where only the lines tell
    frame: Box | None = None


Region = Plan | Running


def words_of(region: Region) -> list[Ink]:
    """A region's words, turned ones left out."""
    return list(region.words) if isinstance(region, Plan) else [word for line in region.lines for word in line]


def place_of(region: Region) -> Box:
    """A region's place on its page."""
    return region.box if isinstance(region, Plan) else hull_of(words_of(region))


def hull_of(words: Sequence[Ink]) -> Box:
    """The smallest box around words."""
    _, x0s, tops, x1s, bottoms, *_ = zip(*words, strict=False)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


def open_table(page: int, words: Sequence[Ink], columns: Sequence[Strip], edges: Edges) -> Plan:
    """A table whose columns are told by its gutters, with the edges that lie in it."""
    place = hull_of(words)
    size = usual_size(words)
    near = within(
        edges,
        Box(place.x0 - 2 * size, place.top - 0.8 * size, place.x1 + 2 * size, place.bottom + 0.8 * size),
    )
    ys = [edge.at for edge in near.across]
    box = Box(place.x0, min([place.top, *ys]), place.x1, max([place.bottom, *ys]))
    near = without_pills(near, columns, size)
    return Plan(page, tuple(words), (), tuple(columns), near, box)


def cuts_of(plan: Plan) -> list[float]:
    """Where one column ends and the next begins."""
    return [(a[1] + b[0]) / 2 for a, b in itertools.pairwise(plan.columns)]


def reach(column: int, lines: Sequence[Chunk], plan: Plan) -> Strip:
    """Where a rule has to lie to part a column's rows: between its rules, or over the text it has on this
    page.
    """
    if plan.ruled or not lines:
        return plan.columns[column]
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def right_edge(column: int, lines: Sequence[Chunk], plan: Plan) -> float:
    """The real right edge of a column's text: the rule less the padding, or as far as any line reaches."""
    low, high = plan.columns[column]
    far = max((line.x1 for line in lines), default=high)
    if not plan.ruled:
        return far
    padding = min((line.x0 - low for line in lines), default=0.0)
    return max(far, high - max(padding, 0.0))


def column_lines(plan: Plan) -> list[list[Chunk]]:
    """The printed lines of each column from top to bottom; what lies across columns belongs where it
    starts.
    """
    cuts = cuts_of(plan)
    out: list[list[Chunk]] = [[] for _ in plan.columns]
    lines = [chunks(line) for line in baselines(plan.words)]
    bars = frozenset[int]() if plan.ruled else in_bars(lines, plan.edges)
    for i, line in enumerate(lines):
        parts: dict[int, list[Chunk]] = {}
        for chunk in line:
            across = i not in bars and bisect_left(cuts, chunk.x0) != bisect_right(cuts, chunk.x1)
            for part in _parted(chunk, plan, cuts) if across else (chunk,):
                parts.setdefault(_start(part.words[0], cuts), []).append(part)
        for column, found in parts.items():
            out[column].append(found[0] if len(found) == 1 else chunk_of([w for part in found for w in part.words]))
    return out


def _start(word: Ink, cuts: Sequence[float]) -> int:
    return bisect_right(cuts, word.x0 + 0.25 * word.size)


def _parted(chunk: Chunk, plan: Plan, cuts: Sequence[float]) -> Iterator[Chunk]:
    """A chunk that lies across cuts, parted between two words that stand as close as words do, but in two columns."""
    part = [chunk.words[0]]
    for one, two in itertools.pairwise(chunk.words):
        if any(one.x1 <= cut <= two.x0 and _parts(plan, i, two) for i, cut in enumerate(cuts)):
            yield chunk_of(part)
            part = []
        part.append(two)
    yield chunk_of(part)


def _parts(plan: Plan, cut: int, word: Ink) -> bool:
    """Whether the cut right before a word is drawn there, or the word stands where its column's text
    starts.
    """
    start = plan.columns[cut + 1][0]
    if not plan.ruled:
        return abs(word.x0 - start) <= 0.25 * word.size
    middle = (word.top + word.bottom) / 2
    return any(abs(edge.at - start) <= _AT_RULE and edge.start <= middle <= edge.end for edge in plan.edges.down)
