"""Pages laid out: their regions as drafts of blocks, furniture and unseen text apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.chunks import baselines
from pipeline.extract.draft import Draft
from pipeline.extract.pages.boxes import drawn_on
from pipeline.extract.pages.continuation import Parts, continued
from pipeline.extract.pages.initials import initials
from pipeline.extract.pages.listing import listing
from pipeline.extract.pages.regions import heads_of, regions
from pipeline.extract.pages.segments import Head
from pipeline.extract.plan import Plan, Region, Running
from pipeline.extract.rules import edges_of
from pipeline.extract.sheet import Ink, Sheet
from pipeline.extract.tables.table import build
from pipeline.records import FRAMED

_NOTES = {"invisible": "invisible", "outside": "outside the page"}

_MOST_WORDS = 12_000  # an A3 page of 5-point print holds fewer

Page = tuple[Sheet, frozenset[Ink]]


def layout(pages: Iterable[Page]) -> Iterator[Draft]:
    """The blocks of all pages, given with the words that are furniture: each page's in reading order."""
    waiting: list[tuple[Sheet, list[Ink]]] = []

    def parts() -> Iterator[Parts]:
        heads: frozenset[Head] = frozenset()
        for sheet, running in pages:
            furniture, body = _parted(sheet, running | initials(sheet.words))
            waiting.append((sheet, furniture))
            found, edges = _parts(sheet, body, heads)
            heads |= heads_of(found)
            yield found, edges

    for found in continued(parts()):
        sheet, furniture = waiting.pop(0)
        yield from (_draft(region, goes_on, sheet) for region, goes_on in found)
        yield from _apart(sheet, furniture)


def _parted(sheet: Sheet, furniture: frozenset[Ink]) -> tuple[list[Ink], list[Ink]]:
    """The words of a page that are furniture, and the others that are seen."""
    if not furniture:
        return [], [word for word in sheet.words if word.state == "seen"]
    running: list[Ink] = []
    rest: list[Ink] = []
    for word in sheet.words:
        (running if word in furniture else rest).append(word)
    return running, [word for word in rest if word.state == "seen"]


def _parts(sheet: Sheet, body: list[Ink], heads: frozenset[Head]) -> Parts:
    edges = edges_of(sheet.rules, sheet.width * sheet.height)
    if crowded(sheet):
        return [Running(sheet.number, tuple(tuple(line) for line in baselines(body)))], edges
    return (regions(sheet.number, body, edges, heads, drawn_on(sheet, edges)) if body else []), edges


def crowded(sheet: Sheet) -> bool:
    """Whether a page has more words than paper holds: then it is read line by line, and no columns are
    sought.
    """
    return len(sheet.words) > _MOST_WORDS


def _draft(region: Region, goes_on: bool, sheet: Sheet) -> Draft:
    doubled = f"{sheet.doubled} glyphs drawn twice" if sheet.doubled else ""
    framed = f"{FRAMED} {region.frame.x0:.0f} {region.frame.top:.0f}" if region.frame else ""
    note = "; ".join(part for part in ("read by OCR" if sheet.recognised else "", doubled, framed) if part)
    if isinstance(region, Plan):
        return build(region)._replace(continues=goes_on, note=note, doubt=region.doubt)
    return listing(region.page, region.lines, note=note, edge=region.right)._replace(doubt=region.doubt)


def _apart(sheet: Sheet, running: Sequence[Ink]) -> Iterator[Draft]:
    if running:
        yield listing(sheet.number, baselines(running), "furniture")
    unseen = [word for word in sheet.words if word.state != "seen"]
    for state, note in _NOTES.items():
        words = [word for word in unseen if word.state == state]
        if words:
            yield listing(sheet.number, baselines(words), "furniture", note)
