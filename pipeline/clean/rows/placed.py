"""Boxes as a viewer shows them, of pages that a reader turns to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.records import Agreement, Box, Cleaned, Page, Reject

_Placed = TypeVar("_Placed", Agreement, Reject)


def with_boxes_as_shown(found: Cleaned, pages: Sequence[Page]) -> Cleaned:
    """What an edition means, with each box on its page as the file has it, not as the reader holds the sheet."""
    turned = {page.number: page for page in pages if page.turned}
    if not turned:
        return found
    return replace(
        found,
        agreements=tuple(_as_shown(one, turned) for one in found.agreements),
        rejects=tuple(_as_shown(one, turned) for one in found.rejects),
    )


def _as_shown(one: _Placed, turned: Mapping[int, Page]) -> _Placed:
    page = turned.get(one.page)
    if page is None or one.boxes is None:
        return one
    return replace(one, boxes=tuple(_turned(box, page) for box in one.boxes))


def _turned(box: Box, page: Page) -> Box:
    """A box of an upright page on the page whose text runs at the angle `page.turned`."""
    if page.turned == 90:
        return Box(page.height - box.bottom, box.x0, page.height - box.top, box.x1)
    if page.turned == 180:
        return Box(page.width - box.x1, page.height - box.bottom, page.width - box.x0, page.height - box.top)
    return Box(box.top, page.width - box.x1, box.bottom, page.width - box.x0)
