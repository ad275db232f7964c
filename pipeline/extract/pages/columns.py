"""The columns that two parts of a table have together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extract.chunks import baselines, chunks, is_parted, usual_size
from pipeline.extract.gutters import Strip
from pipeline.extract.pages.strips import strips_of
from pipeline.extract.plan import Plan
from pipeline.extract.sheet import Ink

_RULES_MOVE = 3.0  # points that the same rule may stand apart on two pages
_MARGINS = 72.0  # points by which the margins of odd and even pages differ at most
_STARTS_MOVE = 0.3  # ems that the text of one column may start apart on two pages
_MANY = 8  # lines: white that runs through as many is no chance
_STRAY = 0.03  # of a part's words: as many may lie across a gutter of the other parts


def shared_columns(one: Plan, two: Plan) -> tuple[Strip, ...] | None:
    """The columns that two parts of a table have together; None where they are two tables, as side by side."""
    if one.box.x1 <= two.box.x0 or two.box.x1 <= one.box.x0:
        return None
    if one.ruled != two.ruled:
        ruled, free = (one, two) if one.ruled else (two, one)
        return ruled.columns if _lies_in(free, ruled.columns) else None
    if one.ruled:
        same = len(one.columns) == len(two.columns) and all(
            abs(a[0] - b[0]) < _RULES_MOVE and abs(a[1] - b[1]) < _RULES_MOVE
            for a, b in zip(one.columns, two.columns, strict=True)
        )
        return one.columns if same else None
    return _overlaid(one, two) or _fitted(one, two) or _fitted(two, one)


def mirrored_columns(one: Plan, two: Plan) -> tuple[Strip, ...] | None:
    """The columns of a table that goes on from `two`, moved sideways as odd and even pages are; None where it
    does not.

    All columns are moved by one distance: their starts, and where rules draw them their ends as well.
    """
    if one.page == two.page or one.ruled != two.ruled or len(one.columns) != len(two.columns):
        return None
    by = one.columns[0][0] - two.columns[0][0]
    moved = [(x0 + by, x1 + by) for x0, x1 in two.columns]
    slack = _RULES_MOVE if one.ruled else _STARTS_MOVE * usual_size(one.words or one.turned)
    apart = [abs(a[end] - b[end]) for a, b in zip(one.columns, moved, strict=True) for end in range(1 + one.ruled)]
    if len(moved) < 2 or abs(by) > _MARGINS or max(apart) >= slack:
        return None
    return one.columns if one.ruled else _overlaid(one, two._replace(columns=tuple(moved)))


def _lies_in(plan: Plan, columns: Sequence[Strip]) -> bool:
    """Whether each column of a table without rules lies in one of its own of the ruled ones."""
    homes = [[i for i, (a, b) in enumerate(columns) if a - 1 <= x0 and x1 <= b + 1] for x0, x1 in plan.columns]
    return all(len(home) == 1 for home in homes) and len({home[0] for home in homes}) == len(homes)


def _overlaid(one: Plan, two: Plan) -> tuple[Strip, ...] | None:
    """Columns of both, where each of them meets at most one of the other part and most meet one."""
    merged: list[list[tuple[int, Strip]]] = []
    for strip, owner in sorted([(s, 0) for s in one.columns] + [(s, 1) for s in two.columns]):
        if merged and strip[0] < max(other[1] for _, other in merged[-1]):
            merged[-1].append((owner, strip))
        else:
            merged.append([(owner, strip)])
    if any(len({owner for owner, _ in group}) < len(group) for group in merged):
        return None
    met = sum(len(group) == 2 for group in merged)
    if met < 2 or met < 0.5 * min(len(one.columns), len(two.columns)):
        return None
    return tuple((min(s[0] for _, s in group), max(s[1] for _, s in group)) for group in merged)


def _fitted(rich: Plan, poor: Plan) -> tuple[Strip, ...] | None:
    """The columns of the part that has more, where the other part's words respect its gutters."""
    if len(rich.columns) <= len(poor.columns):
        return None
    cuts = gaps_of(rich.columns)
    filled = {sum(word.x0 >= (a + b) / 2 for a, b in cuts) for word in poor.words}
    inside = len(filled) < min(2, len(poor.columns))  # a table that stands in one column of one on another page
    if not respected(poor.words, cuts) or (inside and rich.page != poor.page) or _parts_more(poor, rich.columns):
        return None
    strips = strips_of([(w.x0, w.x1) for w in (*rich.words, *poor.words)], cuts)
    return tuple(strips) if len(strips) == len(rich.columns) else None


def _parts_more(poor: Plan, columns: Sequence[Strip]) -> bool:
    """Whether a part of many lines has white inside a column of the other: `Chile | America` stand where the other has
    its departments."""
    homes = [sum((x0 + x1) / 2 >= (a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)) for x0, x1 in poor.columns]
    return len(set(homes)) < len(homes) and len(baselines(poor.words)) >= _MANY


def respected(words: Sequence[Ink], cuts: Sequence[Strip]) -> bool:
    """Whether words leave the gutters white; those of bands, lines alone from the left, tell only where there are no
    others."""
    middles = [(a + b) / 2 for a, b in cuts]
    right = min(middles, default=0.0)
    rows = [word for line in baselines(words) if is_parted(line) or line[0].x0 > right for word in line] or words
    stray = sum(any(word.x0 < middle < word.x1 for middle in middles) for word in rows)
    return stray <= _STRAY * len(rows)


def stands_in(before: Plan, words: Sequence[Ink]) -> bool:
    """Whether words stand where the columns of a table before them start, in two of them at least."""
    size = usual_size(words)
    starts = [chunk.x0 for line in baselines(words) for chunk in chunks(line)]
    met = {i for x in starts for i, column in enumerate(before.columns) if abs(x - column[0]) < 0.3 * size}
    return (
        len(met) > 1
        and respected(words, gaps_of(before.columns))
        and all(_starts(x, before.columns, size) for x in starts)
    )


def gaps_of(columns: Sequence[Strip]) -> list[Strip]:
    return [(a[1], b[0]) for a, b in itertools.pairwise(columns)]


def _starts(x: float, columns: Sequence[Strip], size: float) -> bool:
    return any(abs(x - column[0]) < 1.5 * size for column in columns)
