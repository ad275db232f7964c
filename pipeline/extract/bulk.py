"""Records of one kind made many at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import repeat
from typing import TypeVar

from pipeline.records import Cell, Line, Row, Word

_Record = TypeVar("_Record", Cell, Line, Row, Word)


def records(kind: type[_Record], number: int, *fields: Iterable[object]) -> list[_Record]:
    """So many records of one kind, from a column of values for each field.

    In half the time that calling `kind` for each takes: a frozen dataclass sets its fields one by one, in Python, and
    a page has 400 records.
    """
    made = list(map(object.__new__, repeat(kind, number)))
    for name, values in zip(kind.__slots__, fields, strict=True):
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made
