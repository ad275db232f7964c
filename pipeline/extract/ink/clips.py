"""What a path object is clipped to: browsers draw a card's upper border as the whole card, clipped to a strip."""

from __future__ import annotations

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.holes import Four

_MOST = 200  # segments of a clip: what has more is a drawing, and cuts no rectangle


def clipped(item: pdfium.Argument, box: Four) -> Four:
    """What is left of an object's box inside the hulls of the paths that it is clipped to; nothing has no width."""
    for left, low, right, high in map(_hull, pdfium.clip_paths(item, _MOST)):
        x0, y0 = max(box[0], left), max(box[1], low)
        box = (x0, y0, max(x0, min(box[2], right)), max(y0, min(box[3], high)))
    return box


def _hull(points: list[tuple[float, float]]) -> Four:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
