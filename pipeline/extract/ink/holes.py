"""Rectangles filled with holes in them: many programs fill a border as a box less the box inside of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Four = tuple[float, float, float, float]
_NONE = 0.01  # points: a side as thin has no border


def without_holes(boxes: Iterable[Four]) -> Iterator[Four]:
    """The rectangles that one path fills; in place of one that others inside of it follow, what they leave of it."""
    outer: Four | None = None
    holes: list[Four] = []
    for box in boxes:
        if outer and _inside(box, outer):
            holes.append(box)
            continue
        if outer and not holes and _inside(outer, box):  # the hole may be drawn before the box
            outer, holes = box, [outer]
            continue
        if outer:
            yield from _left(outer, holes)
        outer, holes = box, []
    if outer:
        yield from _left(outer, holes)


def _left(outer: Four, holes: list[Four]) -> Iterator[Four]:
    yield from _around(_hull(holes), outer) if holes else (outer,)


def _around(hole: Four, box: Four) -> Iterator[Four]:
    """The sides of a box around its hole; a border of one side only leaves one."""
    left, low, right, high = box
    sides = ((left, low, right, hole[1]), (left, hole[3], right, high),
             (left, hole[1], hole[0], hole[3]), (hole[2], hole[1], right, hole[3]))
    return (side for side in sides if side[2] - side[0] > _NONE and side[3] - side[1] > _NONE)


def _hull(boxes: list[Four]) -> Four:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _inside(inner: Four, outer: Four) -> bool:
    return (outer[0] <= inner[0] + _NONE and outer[1] <= inner[1] + _NONE
            and inner[2] <= outer[2] + _NONE and inner[3] <= outer[3] + _NONE)
