"""Words that run up or down the page, given to the tables at which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.plan import Plan, Region
from pipeline.extract.rules import Edges, within
from pipeline.extract.sheet import Ink
from pipeline.records import Box

_AROUND = 3.0  # points beside a table's text to which its rules belong


def with_turned(found: list[Region], turned: Sequence[Ink], edges: Edges) -> tuple[list[Region], list[Ink]]:
    """Turned words given to the table beside or around them, as a column of their own where they have
    none.
    """
    rest = list(turned)
    out: list[Region] = []
    for region in found:
        mine = [word for word in rest if _stands_at(word, region)]
        rest = [word for word in rest if word not in mine]
        out.append(_widened(region, mine, edges) if mine and isinstance(region, Plan) else region)
    return out, rest


def _stands_at(word: Ink, region: Region) -> bool:
    if not isinstance(region, Plan) or region.ruled:
        return False
    return region.box.top - word.size <= (word.top + word.bottom) / 2 <= region.box.bottom + word.size


def _widened(plan: Plan, turned: list[Ink], edges: Edges) -> Plan:
    """A table with turned words, which may stand in a column of their own at its edge, and the edges around them."""
    columns = list(plan.columns)
    for word in sorted(turned):
        if not any(min(b, word.x1) - max(a, word.x0) > 0 for a, b in columns):
            columns.append((word.x0, word.x1))
    columns.sort()
    box = Box(min(plan.box.x0, columns[0][0]), plan.box.top, max(plan.box.x1, columns[-1][1]), plan.box.bottom)
    near = within(edges, Box(box.x0 - _AROUND, box.top, box.x1 + _AROUND, box.bottom))
    return plan._replace(turned=(*plan.turned, *turned), columns=tuple(columns), edges=near, box=box)
