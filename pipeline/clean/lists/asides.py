"""Boxes beside a list that is printed in boxes: `Top tip`, `How to apply`. They name no country and no partners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import counted, is_label
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import FRAMED

_FEW = 3  # boxes that open with a label
_NAMES = 0.6  # of a box's lines: as many name an organisation where it goes on with a list


def asides(entries: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """The rows of boxes without a label, where three or more have one each."""
    boxes: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if FRAMED in entry.block.note and entry.row.cells:
            boxes[entry.block.page, entry.block.note].append(entry)
    told = [any(_is_heading(entry, lexicon) for entry in box) for box in boxes.values()]
    if sum(told) < _FEW:
        return frozenset()
    aside = (box for box, label in zip(boxes.values(), told, strict=True) if not label and not _lists(box, lexicon))
    return frozenset(entry.index for box in aside for entry in box)


def _is_heading(entry: Entry, lexicon: Lexicon) -> bool:
    """A label or a title, or a unit that opens its lines or has a count; an address holds others."""
    text = entry.text
    name, count = counted(text, lexicon)
    heads = (count is not None or entry.index == entry.first) and know.is_unit(lexicon, name)
    return heads or is_label(text, lexicon) or know.is_title(lexicon, text)


def _lists(box: Sequence[Entry], lexicon: Lexicon) -> bool:
    named = sum(bool(know.head_starts(lexicon, entry.text.split())) for entry in box)
    return named >= _NAMES * len(box)
