"""A column of remarks that says nothing but that tuition is waived is the waiver's: `비고`, and below it `학비면제`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.parts import Labelled, Part
from pipeline.knowledge import Lexicon

_FEW = 3  # cells


def waivers(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows with such cells as waivers."""
    said: dict[str, list[str]] = defaultdict(list)
    for part in (part for row in rows for part in row.parts if part.role == "extra" and part.name):
        said[part.name].append(part.text)
    columns = {name for name, texts in said.items() if len(texts) >= _FEW and _waive(texts, lexicon)}
    for row in rows:
        yield replace(row, parts=tuple(_told(part, columns) for part in row.parts)) if columns else row


def _waive(texts: Sequence[str], lexicon: Lexicon) -> bool:
    return all(know.says_waiver(lexicon, text) for text in texts)


def _told(part: Part, columns: Collection[str]) -> Part:
    return replace(part, role="waiver") if part.role == "extra" and part.name in columns else part
