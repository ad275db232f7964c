"""Numbers that open headings one after the other: `一、法学院`, `二、教育学院`, or `I. Faculty of Law`, `II. Arts`.

A number alone may belong to a name, `1. Medizinische Fakultät`: only headings that count from one to the last are
numbered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.clean.labels import HAN, ORDINAL
from pipeline.clean.parts import Labelled, Part

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


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
    return len(found) == len(texts) > 1 and any([read(one) for one in found] == steps for read in _READERS)


def _figure(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _han(text: str) -> int:
    """十 is ten, 十二 twelve, 二十 twenty."""
    tens, ten, ones = text.rpartition("十")
    return (10 * (HAN.find(tens) + 1 or 1) if ten else 0) + (HAN.find(ones) + 1 if ones else 0)


def _roman(text: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _letter(text: str) -> int:
    return ord(text[0]) - ord("A") + 1


_READERS: tuple[Callable[[str], int], ...] = (_figure, _han, _roman, _letter)
