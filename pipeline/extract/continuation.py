"""Tables that go on over a page break or past a heading: the same columns for all of their parts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.chunks import Lines, baselines, chunks, usual_size
from pipeline.extract.gutters import Strip, strips_of
from pipeline.extract.regions import Lines1, Region, open_table
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink
from pipeline.extract.table import Plan

_RULES_MOVE = 3.0  # points that the same rule may stand apart on two pages
_NEAR = 2.5  # ems between two parts of one table on a page
_STRAY = 0.03  # of a part's words: as many may lie across a gutter of the other parts

Parts = tuple[list[Region], Edges]


def continued(pages: Iterable[Parts]) -> Iterator[list[tuple[Region, bool]]]:
    """Each page's regions, tables with the columns of the parts before and after, and whether they go on from one.

    A part may lack a column that the others have (no label on its page, no mark); looking one page ahead and at all
    pages before gives it.
    """
    before: Plan | None = None
    waiting: Parts | None = None
    for page in pages:
        if waiting is not None:
            out, before = _page(waiting, before, page[0])
            yield out
        waiting = page
    if waiting is not None:
        yield _page(waiting, before, [])[0]


def _page(page: Parts, before: Plan | None, after: Sequence[Region]) -> tuple[list[tuple[Region, bool]], Plan | None]:
    found, edges = page
    found = [*_revived(found[0], before, edges), *found[1:]] if found else []
    found = _merged(_with_heads(found, edges), edges)
    following = next((region for region in after if isinstance(region, Plan)), None)
    out: list[tuple[Region, bool]] = []
    for i, region in enumerate(found):
        if isinstance(region, Lines1):
            out.append((region, False))
            continue
        later = next((other for other in found[i + 1 :] if isinstance(other, Plan)), following)
        plan, goes_on = _aligned(region, before, later)
        out.append((plan, goes_on))
        before = plan
    return out, before


def _with_heads(found: Sequence[Region], edges: Edges) -> list[Region]:
    """Regions, with lines that stand in the columns of the table below them as a part of it: its head over a band."""
    out: list[Region] = []
    for i, region in enumerate(found):
        below = found[i + 1] if i + 1 < len(found) else None
        if isinstance(region, Lines1) and isinstance(below, Plan) and not below.ruled:
            out += _parted(region, below, edges)
        else:
            out.append(region)
    return out


def _parted(region: Lines1, below: Plan, edges: Edges) -> list[Region]:
    parts: list[Region] = []
    for fits, group in itertools.groupby(region.lines, key=lambda line: _in_columns(line, below)):
        lines = tuple(group)
        words = [word for line in lines for word in line]
        parts.append(
            open_table(region.page, words, below.columns, edges) if fits else Lines1(region.page, lines)
        )
    return parts


def _in_columns(line: Sequence[Ink], plan: Plan) -> bool:
    return len(chunks(line)) > 1 and _rows_of(plan, line)


def _merged(found: Sequence[Region], edges: Edges) -> list[Region]:
    """Tables right below one another with the same columns, as one."""
    out: list[Region] = []
    for region in found:
        last = out[-1] if out else None
        if isinstance(region, Plan) and isinstance(last, Plan) and not region.ruled:
            columns = shared_columns(last, region)
            size = usual_size(region.words)
            if columns and -_NEAR * size < region.box.top - last.box.bottom < _NEAR * size:
                out[-1] = open_table(region.page, [*last.words, *region.words], columns, edges)
                continue
        out.append(region)
    return out


def _aligned(plan: Plan, before: Plan | None, after: Plan | None) -> tuple[Plan, bool]:
    back = shared_columns(plan, before) if before else None
    if before and back:
        plan = plan._replace(columns=back, ruled=plan.ruled or before.ruled)
    ahead = shared_columns(plan, after) if after else None
    if after and ahead:
        plan = plan._replace(columns=ahead, ruled=plan.ruled or after.ruled)
    return plan, back is not None


def shared_columns(one: Plan, two: Plan) -> tuple[Strip, ...] | None:
    """The columns that two parts of a table have together; None where they are two tables."""
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
    cuts = _gaps(rich.columns)
    if not _respected(poor.words, cuts):
        return None
    strips = strips_of([(w.x0, w.x1) for w in (*rich.words, *poor.words)], cuts)
    return tuple(strips) if len(strips) == len(rich.columns) else None


def _respected(words: Sequence[Ink], cuts: Sequence[Strip]) -> bool:
    middles = [(a + b) / 2 for a, b in cuts]
    stray = sum(any(word.x0 < middle < word.x1 for middle in middles) for word in words)
    return stray <= _STRAY * len(words)


def _revived(region: Region, before: Plan | None, edges: Edges) -> list[Region]:
    """What stands at the top of a page as the last few rows of the table before: too few to show its gutters."""
    if before is None or before.ruled:
        return [region]
    if isinstance(region, Plan):
        words, few = list(region.words), not region.turned and len(region.columns) < len(before.columns)
    else:
        words = [word for line in region.lines for word in line]
        few = not any(word.angle for word in words)
    if not few:
        return [region]
    body, notes = _without_notes(words, before.columns)
    rest = [Lines1(region.page, tuple(tuple(line) for line in notes))] if notes else []
    return [open_table(region.page, body, before.columns, edges), *rest] if _rows_of(before, body) else [region]


def _without_notes(words: Sequence[Ink], columns: Sequence[Strip]) -> tuple[list[Ink], Lines]:
    """Words, and the lines at their end that lie across the columns."""
    lines = baselines(words)
    cuts = _gaps(columns)
    last = len(lines)
    while last > 1 and len(chunks(lines[last - 1])) == 1 and not _respected(lines[last - 1], cuts):
        last -= 1
    return [word for line in lines[:last] for word in line], lines[last:]


def _rows_of(before: Plan, words: Sequence[Ink]) -> bool:
    """Whether words stand where the columns of a table before them start, in two of them at least."""
    size = usual_size(words)
    starts = [chunk.x0 for line in baselines(words) for chunk in chunks(line)]
    met = {i for x in starts for i, column in enumerate(before.columns) if abs(x - column[0]) < 0.3 * size}
    return (
        len(met) > 1 and _respected(words, _gaps(before.columns)) and all(_starts(x, before.columns, size) for x in starts)
    )


def _gaps(columns: Sequence[Strip]) -> list[Strip]:
    return [(a[1], b[0]) for a, b in itertools.pairwise(columns)]


def _starts(x: float, columns: Sequence[Strip], size: float) -> bool:
    return any(abs(x - column[0]) < 1.5 * size for column in columns)
