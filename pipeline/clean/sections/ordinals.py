"""Numbers that open headings one after the other: `一、法学院`, `二、教育学院`, or `I. Faculty of Law`, `II. Arts`.

A number alone may belong to a name, `1. Medizinische Fakultät`: only headings that count from one to the last are
numbered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.labels import ORDINAL
from pipeline.clean.lists.ordinals import READERS
from pipeline.clean.parts import Labelled, Part


def without_ordinals(rows: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The rows with their departments' names without the numbers that open them."""
    texts = dict.fromkeys(part.text for row in rows for part in row.parts if part.role == "department")
    if not _count_on(tuple(texts)):
        return tuple(rows)
    return tuple(replace(row, parts=tuple(map(_bare, row.parts))) for row in rows)


def _bare(part: Part) -> Part:
    return replace(part, text=ORDINAL.sub("", part.text)) if part.role == "department" else part


def _count_on(texts: Sequence[str]) -> bool:
    found = [match[1] for text in texts if (match := ORDINAL.match(text))]
    steps = list(range(1, len(texts) + 1))
    return len(found) == len(texts) > 1 and any([read(one) for one in found] == steps for read in READERS.values())
