"""The order in which a reader takes what stands on a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from pipeline.extract.chunks import LEFT, RIGHT
from pipeline.extract.plan import Region, place_of
from pipeline.extract.sheet import Ink
from pipeline.records import Box

T = TypeVar("T")
_ACROSS = 0.6  # of the words' width: what is as wide parts those above it from those below


class Part(NamedTuple):
    """Regions that are read in one go, in order, and the place of all of them."""

    place: Box
    regions: Sequence[Region]


def alone(region: Region) -> Part:
    return Part(place_of(region), (region,))


def in_order(parts: Sequence[Part]) -> list[Region]:
    """Regions in reading order: parts that stand side by side from left to right, bands from top to bottom."""
    bands = banded(parts, lambda part: part.place, _beside)
    across = [sorted(band, key=lambda part: (part.place.x0, part.place.top)) for band in bands]
    return [region for band in across for part in band for region in part.regions]


def banded(items: Iterable[T], place: Callable[[T], Box], beside: Callable[[Box, Box], bool]) -> list[list[T]]:
    """Items from top to bottom, those that stand beside one of a band in that band."""
    bands: list[list[T]] = []
    for item in sorted(items, key=lambda item: place(item).top):
        if bands and any(beside(place(other), place(item)) for other in bands[-1]):
            bands[-1].append(item)
        else:
            bands.append([item])
    return bands


def _beside(one: Box, two: Box) -> bool:
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    apart = max(one.x0, two.x0) - min(one.x1, two.x1)
    return apart > -2 and shared > 0.5 * min(one.bottom - one.top, two.bottom - two.top)


def between(words: Sequence[Ink], places: Sequence[Box]) -> list[list[Ink]]:
    """Words parted where something drawn stands between them: a heading above it and one below it are two."""
    if not words or not places:
        return [list(words)] if words else []
    width = max(map(RIGHT, words)) - min(map(LEFT, words))
    tops = sorted(box.top for box in places if box.x1 - box.x0 > _ACROSS * width)
    parts: dict[int, list[Ink]] = {}
    for word in words:
        parts.setdefault(bisect_right(tops, (word.top + word.bottom) / 2), []).append(word)
    return [parts[at] for at in sorted(parts)]
