"""Running heads, running feet and page numbers: what repeats at the same place, page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.chunks import LARGE, Chunk, baselines, chunk_of, chunks, usual_size
from pipeline.extract.sheet import Ink, Sheet

_EDGE = 0.12  # of the page's height: running heads and feet stand this near its edge
_MOST_LINES = 3
_FEW = 2  # pages, of which one may have a number and the other none
_APART = 0.9  # line heights of white between running heads and what they run over
_DIGITS = re.compile(r"\d+")
_OPENS_ITEM = re.compile(r"\d+[.．)]\s*([^\W\d_])")
_PART = re.compile(r"[(（](\d{1,2})\s?[/／]\s?\d{1,2}[)）]$")
_LETTER = re.compile(r"[^\W\d_]")
_SMALLER = 0.97  # of the usual size: a foot's letters
_MOST_LETTERS = 12  # of what stands around a page's number: Page 3 of 12, Seite, 第 3 页 共 12 页, 3 ページ

Key = tuple[str, int, int]


class Part(NamedTuple):
    """What stands near the page's edge: its key, its words, whether it may be furniture at all (white parts it
    from the body), and its text where it is alone on its line.
    """

    key: Key
    words: tuple[Ink, ...]
    parted: bool
    alone: str


def edge_parts(sheet: Sheet) -> list[Part]:
    """What stands near the top and bottom of a page, with keys that are the same where a later page repeats
    it.

    `1. Agreements` in large letters is a title and numbers no page.
    """
    usual = usual_size(sheet.words)
    return [
        Part(_key(sheet, chunk, edge.side), chunk.words, edge.parted, _alone(parts, sheet.number, usual))
        for edge in _edges(sheet)
        for parts in [chunks(edge.line, 2.0)]
        for chunk in parts
    ]


def _alone(parts: Sequence[Chunk], page: int, usual: float) -> str:
    """The text of a line that stands in one piece, or the page's number where that stands beside it in small letters:
    `Guide de la mobilité 2016-2017        1`."""
    if len(parts) == 1:
        return parts[0].text if parts[0].size <= LARGE * usual else ""
    small = len(parts) == 2 and all(part.size < _SMALLER * usual for part in parts)
    return str(page) if small and str(page) in (parts[0].text, parts[1].text) else ""


def furniture_words(number: int, parts: Sequence[Part], seen: Counter[Key], pages: int) -> frozenset[Ink]:
    """The words of page `number` that are furniture, given how many of the `pages` pages have each key."""
    often = {part.key: pages > 1 and seen[part.key] >= max(2, 0.5 * min(pages, 6)) for part in parts}
    rows = _rows_of_tables(parts, often)
    out: set[Ink] = set()
    for part in parts:
        repeats = often[part.key] and part.key[1:] not in rows
        worded = pages <= _FEW or seen[part.key] > 1
        if part.parted and (repeats or (part.alone and _page_number(part.alone, number, pages, worded))):
            out.update(part.words)
    return frozenset(out)


def _rows_of_tables(parts: Sequence[Part], often: Mapping[Key, bool]) -> frozenset[tuple[int, int]]:
    """The places of lines in three columns or more of which but some stand on other pages too: `✗` in a row."""
    lines: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for part in parts:
        lines[part.key[1:]].append(often[part.key])
    return frozenset(place for place, found in lines.items() if len(found) > 2 and not all(found))


class _Edge(NamedTuple):
    """A line near the page's edge: which edge (1 top, -1 bottom), and whether white parts it from the
    body.
    """

    line: list[Ink]
    side: int
    parted: bool


def _edges(sheet: Sheet) -> Iterator[_Edge]:
    """The outermost lines at the top and the bottom of a page, as far as they lie near its edge."""
    zone = _EDGE * sheet.height
    low, high = (
        1.5 * zone,
        sheet.height - 1.5 * zone,
    )  # and a little of the body, to see what parts them from it
    words = [word for word in sheet.words if not low < word.base < high]
    lines = baselines([word for word in words if word.state == "seen" and word.angle == 0])
    near_top = [line for line in lines[:_MOST_LINES] if line[0].base < zone]
    near_bottom = [line for line in lines[-_MOST_LINES:] if line[0].base > sheet.height - zone]
    for i, line in enumerate(near_top):
        yield _Edge(line, 1, any(_white(lines[j], lines[j + 1]) for j in range(i, min(len(near_top), len(lines) - 1))))
    for i, line in enumerate(near_bottom):
        at = len(lines) - len(near_bottom) + i
        yield _Edge(
            line,
            -1,
            any(_white(lines[j - 1], lines[j]) for j in range(max(1, len(lines) - len(near_bottom)), at + 1)),
        )


def _white(above: Sequence[Ink], below: Sequence[Ink]) -> bool:
    one, two = chunk_of(above), chunk_of(below)
    return two.top - one.bottom > _APART * max(1.0, min(one.bottom - one.top, two.bottom - two.top))


def _key(sheet: Sheet, chunk: Chunk, side: int) -> Key:
    """Text and place; the numbers of running text may differ from page to page (Page 3), those of a cell may
    not: a number alone counts the pages (7 on page 1, 8 on page 2), or is a value of the first or last row. Nor
    may those of a heading's parts: Europe (2/4) on page 5.
    """
    place = chunk.base if side > 0 else sheet.height - chunk.base
    text = chunk.text.casefold()
    part = _PART.search(text)
    if part and int(part[1]) != sheet.number:
        return text, round(place / 4), side
    if _LETTER.search(text):
        text = _DIGITS.sub("#", text)
    else:
        text = _DIGITS.sub(lambda found: f"#{int(found[0]) - sheet.number}", text, count=1)
    return text, round(place / 4), side


def _page_number(text: str, page: int, pages: int, worded: bool) -> bool:
    """Whether text is a page number: a number alone, or the page's own number (and the pages' count) in few words,
    where such words may stand around it (`worded`): on page 2, `2. Sorbonne` counts a list and `Lyon 2` is a name.
    """
    numbers = [int(number) for number in _DIGITS.findall(text)]
    letters = len(_LETTER.findall(text))
    if letters == 0:
        return len(numbers) == 1 and len(text) <= 8
    item = _OPENS_ITEM.match(text)
    counts = item is not None and not item[1].islower()  # `2. oldal` numbers a page
    return worded and not counts and letters <= _MOST_LETTERS and numbers in ([page], [page, pages])
