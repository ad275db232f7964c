"""A page's words parted into regions: tables, columns of a newspaper, plain lines; in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.chunks import Lines, baselines, chunk_of, chunks, leading, usual_size
from pipeline.extract.gutters import Head, Segment, Strip, head_of, segments, strips_of
from pipeline.extract.kinds import strip_groups
from pipeline.extract.rules import Edges, Grid, grids, within
from pipeline.extract.sheet import Ink
from pipeline.extract.table import Plan
from pipeline.records import Box

_DEEPEST = 4  # columns within columns within columns


class Lines1(NamedTuple):
    """Plain lines of one column, from top to bottom."""

    page: int
    lines: tuple[tuple[Ink, ...], ...]


Region = Plan | Lines1


def regions(
    page: int, words: Sequence[Ink], edges: Edges, heads: frozenset[Head] = frozenset()
) -> list[Region]:
    """The regions of a page in reading order; every word is in exactly one.

    `heads` are lines that were heads of tables on the pages before.
    """
    level = [word for word in words if word.angle == 0]
    turned = [word for word in words if word.angle != 0]
    out: list[Region] = []
    for grid in _tables(edges, level):
        inside, level = _split(level, grid)
        spun, turned = _split(turned, grid)
        out += _gridded(page, grid, inside, spun, edges)
    out += _flow(page, level, edges, heads, 0)
    out, rest = _with_turned(out, turned)
    out += [Lines1(page, tuple((word,) for word in rest))] if rest else []
    return _ordered(out)


def _ordered(found: Sequence[Region]) -> list[Region]:
    """Regions in reading order: those that stand side by side from left to right, bands from top to bottom."""
    bands: list[list[Region]] = []
    for region in sorted(found, key=lambda region: place_of(region).top):
        if bands and any(_beside(place_of(other), place_of(region)) for other in bands[-1]):
            bands[-1].append(region)
        else:
            bands.append([region])
    return [region for band in bands for region in sorted(band, key=lambda r: (place_of(r).x0, place_of(r).top))]


def _beside(one: Box, two: Box) -> bool:
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    apart = max(one.x0, two.x0) - min(one.x1, two.x1)
    return apart > -2 and shared > 0.5 * min(one.bottom - one.top, two.bottom - two.top)


def place_of(region: Region) -> Box:
    """A region's place on its page."""
    if isinstance(region, Plan):
        return region.box
    return _hull([word for line in region.lines for word in line])


def _hull(words: Sequence[Ink]) -> Box:
    return Box(
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def _tables(edges: Edges, words: Sequence[Ink]) -> Iterator[Grid]:
    """Grids that part words: with lines down the inside, not a frame around other things alone."""
    for grid in grids(edges):
        inner = [e for e in grid.edges.down if grid.x0 + 8 < e.at < grid.x1 - 8]
        if inner and len(grid.edges.across) >= 2 and sum(_within(word, grid) for word in words) >= 2:
            yield grid


def _within(word: Ink, grid: Grid) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return grid.x0 - 1 <= x <= grid.x1 + 1 and grid.top - 1 <= y <= grid.bottom + 1


def _split(words: Sequence[Ink], grid: Grid) -> tuple[list[Ink], list[Ink]]:
    inside = [word for word in words if _within(word, grid)]
    return inside, [word for word in words if not _within(word, grid)]


def _gridded(page: int, grid: Grid, words: list[Ink], turned: list[Ink], edges: Edges) -> Iterator[Region]:
    """The table that a grid draws: its columns lie between the lines that run down a good part of it."""
    if not words and not turned:
        return
    height = grid.bottom - grid.top
    by_x: list[list[float]] = []
    for edge in sorted(grid.edges.down):
        if by_x and edge.at - by_x[-1][0] <= 4:
            by_x[-1][1] += edge.length
        else:
            by_x.append([edge.at, edge.length])
    xs = [x for x, length in by_x if length >= 0.25 * height]
    xs = sorted({*xs, *([grid.x0] if not xs or xs[0] > grid.x0 + 8 else []), *([grid.x1] if not xs or xs[-1] < grid.x1 - 8 else [])})
    columns = tuple((a, b) for a, b in zip(xs, xs[1:], strict=False) if b - a > 4)
    box = Box(grid.x0, grid.top, grid.x1, grid.bottom)
    own = within(edges, grid.x0, grid.top, grid.x1, grid.bottom)
    yield Plan(page, tuple(words), tuple(turned), columns, own, box, True)


def _flow(
    page: int, words: Sequence[Ink], edges: Edges, heads: frozenset[Head], depth: int
) -> Iterator[Region]:
    """Words without a grid: lines, parted where gutters begin and end."""
    if not words:
        return
    lines = baselines(words)
    if depth > _DEEPEST:
        yield _plain(page, lines)
        return
    for segment in segments(lines, heads, depth == 0):
        yield from _segment(page, lines[segment.first : segment.last], segment, edges, heads, depth)


def _plain(page: int, lines: Lines) -> Lines1:
    return Lines1(page, tuple(tuple(line) for line in lines))


def _segment(
    page: int, lines: Lines, segment: Segment, edges: Edges, heads: frozenset[Head], depth: int
) -> Iterator[Region]:
    if not segment.gutters:
        yield _plain(page, lines)
        return
    head, body = _untitled(lines, edges)
    if head:
        yield _plain(page, head)
    body, tail = _trimmed(body)
    words = [word for line in body for word in line]
    strips = strips_of([(word.x0, word.x1) for word in words], segment.gutters)
    for group in strip_groups(body, strips, edges):
        mine = [word for word in words if group[0][0] - 1 <= (word.x0 + word.x1) / 2 <= group[-1][1] + 1]
        if len(group) == 1:
            yield from _flow(page, mine, edges, heads, depth + 1)
        else:
            yield open_table(page, mine, group, edges)
    if tail:
        yield from _flow(page, [word for line in tail for word in line], edges, heads, depth + 1)


def _untitled(lines: Lines, edges: Edges) -> tuple[Lines, Lines]:
    """Lines of a table without those above its first row: a title or a note over it, up to the first in columns.

    A label that starts above the text beside it is no title: it has the font of the table and stands within its rules.
    """
    size = usual_size([word for line in lines for word in line])
    count = next((i for i, line in enumerate(lines) if len(chunks(line)) > 1), 0)
    left = min(word.x0 for line in lines for word in line)
    titles = 0
    for i, line in enumerate(lines[:count]):
        chunk = chunk_of(line)
        if chunk.x0 > left + size:
            break
        step = lines[i + 1][0].base - chunk.base
        ruled_off = any(chunk.bottom - 1 < edge.at < lines[i + 1][0].top + 2 for edge in edges.across)
        if step > size and (chunk.size > 1.15 * size or ruled_off):
            titles = i + 1
    return lines[:titles], lines[titles:]


def _trimmed(lines: Lines) -> tuple[Lines, Lines]:
    """Lines without those at the end that stand off by far more than the lines above do."""
    usual = leading(lines)
    for i in range(len(lines) - 1, max(0, len(lines) - 4), -1):
        if lines[i][0].base - lines[i - 1][0].base > 3.5 * usual:
            return lines[:i], lines[i:]
    return lines, []


def open_table(page: int, words: list[Ink], columns: Sequence[Strip], edges: Edges) -> Plan:
    """A table whose columns are told by its gutters, with the edges that lie in it."""
    place = _hull(words)
    size = usual_size(words)
    near = within(edges, place.x0 - 2 * size, place.top - 0.8 * size, place.x1 + 2 * size, place.bottom + 0.8 * size)
    ys = [edge.at for edge in near.across]
    top, bottom = min([place.top, *ys]), max([place.bottom, *ys])
    return Plan(page, tuple(words), (), tuple(columns), near, Box(place.x0, top, place.x1, bottom))


def _with_turned(found: list[Region], turned: Sequence[Ink]) -> tuple[list[Region], list[Ink]]:
    """Turned words given to the table beside or around them, as a column of their own where they have none."""
    rest = list(turned)
    out: list[Region] = []
    for region in found:
        if isinstance(region, Plan) and not region.ruled:
            mine = [w for w in rest if region.box.top - w.size <= (w.top + w.bottom) / 2 <= region.box.bottom + w.size]
            rest = [w for w in rest if w not in mine]
            region = _widened(region, mine) if mine else region
        out.append(region)
    return out, rest


def _widened(plan: Plan, turned: list[Ink]) -> Plan:
    columns = list(plan.columns)
    for word in sorted(turned):
        if not any(min(b, word.x1) - max(a, word.x0) > 0 for a, b in columns):
            columns.append((word.x0, word.x1))
    columns.sort()
    box = Box(min(plan.box.x0, columns[0][0]), plan.box.top, max(plan.box.x1, columns[-1][1]), plan.box.bottom)
    return plan._replace(turned=(*plan.turned, *turned), columns=tuple(columns), box=box)


def heads_of(found: Sequence[Region]) -> frozenset[Head]:
    """The first line in columns of each table: its head, if a later page repeats it."""
    tables = (_first_line(region.words) for region in found if isinstance(region, Plan) and not region.ruled)
    return frozenset(head for line in tables for head in [head_of(line)] if head)


def _first_line(words: Sequence[Ink]) -> list[Ink]:
    top = min(words, key=lambda word: word.base)
    return baselines(word for word in words if word.base < top.base + top.size)[0]
