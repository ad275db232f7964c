"""One page laid out: its regions as drafts of blocks, furniture and unseen text apart."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.chunks import baselines
from pipeline.extract.draft import Draft
from pipeline.extract.listing import listing
from pipeline.extract.regions import regions
from pipeline.extract.rules import edges_of
from pipeline.extract.sheet import Ink, Sheet
from pipeline.extract.table import Plan, build

_NOTES = {"invisible": "invisible", "outside": "outside the page"}


def layout(sheet: Sheet, furniture: frozenset[Ink]) -> Iterator[Draft]:
    """The blocks of a page in reading order, then its furniture."""
    body = [word for word in sheet.words if word.state == "seen" and word not in furniture]
    edges = edges_of(sheet.rules, sheet.width * sheet.height)
    for region in regions(sheet.number, body, edges) if body else ():
        if isinstance(region, Plan):
            yield build(region)
        else:
            yield listing(region.page, region.lines)
    yield from _apart(sheet, furniture)


def _apart(sheet: Sheet, furniture: frozenset[Ink]) -> Iterator[Draft]:
    if furniture:
        running = [word for word in sheet.words if word in furniture]
        yield listing(sheet.number, baselines(running), "furniture")
    for state, note in _NOTES.items():
        words = [word for word in sheet.words if word.state == state]
        if words:
            yield listing(sheet.number, baselines(words), "furniture", note)
