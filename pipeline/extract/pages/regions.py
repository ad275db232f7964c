"""A page's words parted into regions: tables, columns of a newspaper, plain lines; in reading order."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import NamedTuple

from pipeline.extract.chunks import BASE, Lines, baselines, chunks, levelled
from pipeline.extract.draft import hull
from pipeline.extract.gutters import Strip
from pipeline.extract.pages.abreast import headed
from pipeline.extract.pages.boxes import Drawn, is_inside
from pipeline.extract.pages.ends import trimmed, untitled
from pipeline.extract.pages.gridded import grid_tables
from pipeline.extract.pages.justified import unstretched
from pipeline.extract.pages.kinds import Grouping, strip_groups
from pipeline.extract.pages.newspaper import ended, heading_lines, openings, parted, without
from pipeline.extract.pages.order import Part, alone, between, in_order
from pipeline.extract.pages.panels import with_panels
from pipeline.extract.pages.panes import Pane, panes, rows_of
from pipeline.extract.pages.paragraphs import whole_paragraphs
from pipeline.extract.pages.segments import Head, Segment, head_of, segments
from pipeline.extract.pages.sideways import with_turned
from pipeline.extract.pages.strips import columns_of, strips_of
from pipeline.extract.plan import Plan, Region, Running, open_table, place_of
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink

_DEEPEST = 4  # columns within columns within columns
_BESIDE = 0.7  # of a line's height, that it shares with one beside it in the same column


class _Sight(NamedTuple):
    """What is known on a page while its words are parted: its edges, heads of tables before, how deep in
    columns.
    """

    page: int
    edges: Edges
    heads: frozenset[Head]
    depth: int = 0
    drawn: Sequence[Drawn] = ()


def regions(
    page: int,
    words: Sequence[Ink],
    edges: Edges,
    heads: frozenset[Head] = frozenset(),
    drawn: Sequence[Drawn] = (),
) -> list[Region]:
    """The regions of a page in reading order; every word is in exactly one.

    `heads` are lines that were heads of tables on the pages before, `drawn` the page's rectangles.
    """
    level = [word for word in words if word.angle == 0]
    gridded = grid_tables(page, level, [word for word in words if word.angle != 0], edges)
    sight = _Sight(page, edges, heads, drawn=drawn)
    framed, unframed = panes(gridded.level, drawn)
    parting = [*map(place_of, gridded.tables), *rows_of(framed)]
    flowing = (region for part in between(unframed, parting) for region in _flow(part, sight))
    found, rest = with_turned(list(flowing), gridded.turned, edges)
    tables, running = headed([*gridded.tables, *found])
    parts = [*starmap(_headed, tables), *map(alone, running)]
    parts += [Part(pane.box, tuple(_framed(pane, sight))) for pane in framed]
    moved = gridded.tables or framed or any(above for _, above in tables)
    read = in_order(parts) if moved else found  # what flows is in order where nothing is drawn in it
    read = whole_paragraphs(read)
    return [*read, *([Running(page, tuple((word,) for word in rest))] if rest else [])]


def _headed(table: Plan, above: Lines) -> Part:
    """A table that is read right after the heading of its own, where it has one."""
    head = Running(table.page, tuple(map(tuple, above)))
    return Part(hull([place_of(head), table.box]), (head, table)) if above else alone(table)


def _framed(pane: Pane, sight: _Sight) -> Iterator[Region]:
    """What stands in a frame; its lines may go on to the right as far from the frame as they begin at the left."""
    inside = [one for one in sight.drawn if is_inside(one.box, pane.box)]
    framed, unframed = panes(pane.words, inside)
    if framed:
        nested = sight._replace(drawn=inside)
        flowing = [region for part in between(unframed, rows_of(framed)) for region in _flow(part, nested)]
        parts = [*map(alone, flowing), *(Part(one.box, tuple(_framed(one, nested))) for one in framed)]
        yield from in_order(parts)
        return
    margin = min(word.x0 for word in pane.words) - pane.box.x0
    for region in _flow(pane.words, sight):
        whole = isinstance(region, Running) and len(region.lines) == pane.lines
        held = region._replace(frame=pane.box)
        yield held._replace(right=pane.box.x1 - margin) if isinstance(held, Running) and whole else held


def _flow(words: Sequence[Ink], sight: _Sight) -> Iterator[Region]:
    """Words without a grid: lines, parted where gutters begin and end."""
    if not words:
        return
    lines = baselines(words)
    if sight.depth > _DEEPEST:
        yield _plain(lines, sight)
        return
    parts = [chunks(line) for line in lines]
    for segment in with_panels(parts, segments(lines, parts, sight.heads, sight.depth == 0, sight.edges), sight.edges):
        yield from _segment(lines[segment.first : segment.last], segment, sight)


def _plain(lines: Lines, sight: _Sight) -> Running:
    return Running(sight.page, tuple(map(tuple, levelled(lines, _BESIDE))))


def _segment(lines: Lines, segment: Segment, sight: _Sight) -> Iterator[Region]:
    """The tables or columns between gutters, with what stands above and below them."""
    if not segment.gutters:
        yield _plain(lines, sight)
        return
    deeper = sight._replace(depth=sight.depth + 1)
    titles, rest = untitled(lines, sight.edges)
    body, tail = trimmed(rest)
    if titles:
        yield _plain(titles, sight)
    strips = unstretched(body, strips_of([(word.x0, word.x1) for line in body for word in line], segment.gutters))
    columns = columns_of(body, strips)
    opened = openings(body, columns)
    headings = sorted({*opened, *heading_lines(body, strips, sight.edges)})
    grouping = (
        Grouping([[strip] for strip in strips], False)
        if segment.panels or opened
        else strip_groups(body, strips, columns, without(sight.edges, body, headings))
    )
    if grouping.newspaper and len(grouping.groups) == 1:
        yield _plain(body, sight)
    elif grouping.newspaper:
        for part in parted(body, headings):
            end = ended(part, strips)
            yield from _grouped(_words(part[:end]), grouping, deeper)
            yield from _flow(_words(part[end:]), deeper)
    else:
        yield from _grouped(_words(body), grouping, deeper)
    yield from _flow(_words(tail), deeper)


def _words(lines: Lines) -> list[Ink]:
    return [word for line in lines for word in line]


def _grouped(words: Sequence[Ink], grouping: Grouping, sight: _Sight) -> Iterator[Region]:
    """Strips as the tables and columns that they are."""
    for group, mine in _shared_out(words, grouping.groups):
        if len(group) == 1:
            yield from (region._replace(doubt=grouping.doubt) for region in _flow(mine, sight))
        elif mine:
            yield open_table(sight.page, mine, group, sight.edges)._replace(doubt=grouping.doubt)


def _shared_out(words: Sequence[Ink], groups: Sequence[list[Strip]]) -> Iterator[tuple[list[Strip], list[Ink]]]:
    """Each group of strips with its words: a word that lies between two groups goes to the one it starts
    nearer to.
    """
    bounds = [(one[-1][1] + two[0][0]) / 2 for one, two in itertools.pairwise(groups)]
    shares: list[list[Ink]] = [[] for _ in groups]
    for word in words:
        shares[bisect_right(bounds, (word.x0 + word.x1) / 2)].append(word)
    yield from zip(groups, shares, strict=True)


def heads_of(found: Sequence[Region]) -> frozenset[Head]:
    """The first line in columns of each table: its head, if a later page repeats it."""
    tables = (_first_line(region.words) for region in found if isinstance(region, Plan) and not region.ruled)
    return frozenset(head for line in tables for head in [head_of(chunks(line))] if head)


def _first_line(words: Sequence[Ink]) -> list[Ink]:
    top = min(words, key=BASE)
    return baselines(word for word in words if word.base < top.base + top.size)[0]
