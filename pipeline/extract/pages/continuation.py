"""Tables that go on over a page break or past a heading: the same columns for all of their parts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.chunks import Lines, baselines, chunks, usual_size
from pipeline.extract.gutters import Strip
from pipeline.extract.pages.columns import gaps_of, mirrored_columns, respected, shared_columns, stands_in
from pipeline.extract.plan import Plan, Region, Running, open_table, words_of
from pipeline.extract.rules import Edges
from pipeline.extract.sheet import Ink

_NEAR = 2.5  # ems between two parts of one table on a page

Parts = tuple[list[Region], Edges]


def continued(pages: Iterable[Parts]) -> Iterator[list[tuple[Region, bool]]]:
    """Each page's regions, tables with the columns of the parts before and after, and whether they go on from
    one.

    A part may lack a column that the others have (no label on its page, no mark); looking one page ahead and
    at all pages before gives it.
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
        if isinstance(region, Running):
            out.append((region, False))
            continue
        later = next((other for other in found[i + 1 :] if isinstance(other, Plan)), following)
        plan, goes_on = _aligned(region, before, later)
        out.append((plan, goes_on))
        before = plan
    return out, before


def _with_heads(found: Sequence[Region], edges: Edges) -> list[Region]:
    """Regions, with lines that stand in the columns of the table below them as a part of it: its head over a
    band.
    """
    out: list[Region] = []
    for i, region in enumerate(found):
        below = found[i + 1] if i + 1 < len(found) else None
        if isinstance(region, Running) and isinstance(below, Plan) and not below.ruled:
            out += _parted(region, below, edges)
        else:
            out.append(region)
    return out


def _parted(region: Running, below: Plan, edges: Edges) -> list[Region]:
    parts: list[Region] = []
    for fits, group in itertools.groupby(region.lines, key=lambda line: _in_columns(line, below)):
        lines = tuple(group)
        words = [word for line in lines for word in line]
        parts.append(open_table(region.page, words, below.columns, edges) if fits else Running(region.page, lines))
    return parts


def _in_columns(line: Sequence[Ink], plan: Plan) -> bool:
    return len(chunks(line)) > 1 and stands_in(plan, line)


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
    back = (shared_columns(plan, before) or mirrored_columns(plan, before)) if before else None
    if before and back:
        plan = plan._replace(columns=back, ruled=plan.ruled or before.ruled)
    ahead = (shared_columns(plan, after) or mirrored_columns(plan, after)) if after else None
    if after and ahead:
        plan = plan._replace(columns=ahead, ruled=plan.ruled or after.ruled)
    return plan._replace(doubt=plan.doubt and back is None), back is not None


def _revived(region: Region, before: Plan | None, edges: Edges) -> list[Region]:
    """What stands at the top of a page as the last few rows of the table before: too few to show its
    gutters.
    """
    if before is None or before.ruled:
        return [region]
    words = words_of(region)
    complete = isinstance(region, Plan) and (region.turned or len(region.columns) >= len(before.columns))
    if complete or any(word.angle for word in words):
        return [region]
    body, notes = _without_notes(words, before.columns)
    rest = [Running(region.page, tuple(tuple(line) for line in notes))] if notes else []
    return [open_table(region.page, body, before.columns, edges), *rest] if stands_in(before, body) else [region]


def _without_notes(words: Sequence[Ink], columns: Sequence[Strip]) -> tuple[list[Ink], Lines]:
    """Words, and the lines at their end that lie across the columns."""
    lines = baselines(words)
    cuts = gaps_of(columns)
    last = len(lines)
    while last > 1 and len(chunks(lines[last - 1])) == 1 and not respected(lines[last - 1], cuts):
        last -= 1
    return [word for line in lines[:last] for word in line], lines[last:]
