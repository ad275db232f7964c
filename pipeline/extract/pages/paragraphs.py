"""Paragraphs above columns: the last line of one is short, and stands above the first column as if it were its own."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.chunks import chunk_of
from pipeline.extract.fullness import SLACK, next_width
from pipeline.extract.plan import Region, Running, place_of

_TIGHT = 0.5  # line heights of white inside a paragraph
_ALIKE = 0.1  # points between the sizes, and the left edges, of lines of one paragraph


def whole_paragraphs(found: Sequence[Region]) -> list[Region]:
    """The regions, such a line put to the one above, which has no room for its first word up to where the page's text
    ends."""
    right = max((place_of(region).x1 for region in found), default=0.0)
    out: list[Region] = []
    for region in found:
        above = out[-1] if out else None
        if isinstance(above, Running) and isinstance(region, Running) and _goes_on(above, region, right):
            out[-1] = above._replace(lines=(*above.lines, region.lines[0]), right=right)
            out += [region._replace(lines=region.lines[1:])] if len(region.lines) > 1 else []
        else:
            out.append(region)
    return out


def _goes_on(above: Running, below: Running, right: float) -> bool:
    if above.frame or below.frame:
        return False
    one, two = chunk_of(above.lines[-1]), chunk_of(below.lines[0])
    alike = one.bold == two.bold and abs(one.size - two.size) < _ALIKE and abs(one.x0 - two.x0) < _ALIKE
    tight = 0 <= two.top - one.bottom < _TIGHT * (one.bottom - one.top)
    return alike and tight and one.x1 + next_width(two) > right - SLACK
