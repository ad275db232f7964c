"""The letters of an index: `A` above `Argentina` and `Australia`, `B` above `Belgium`; they name nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.clean.parts import Entry
from pipeline.knowledge import fold
from pipeline.records import Row

_FEW = 3
_MOST = 0.8  # of the letters alone on their lines open what stands below them


def without_letters(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The rows without the letters of an index, which number its parts."""
    spoken = [entry for entry in entries if entry.block.kind in ("lines", "dump") and entry.row.cells]
    alone = [(one, two) for one, two in pairwise(spoken) if len(_text(one)) == 1 and _text(one).isalpha()]
    letters = {one.index for one, two in alone if _text(two)[:1] == _text(one)}
    if len(letters) < max(_FEW, _MOST * len(alone)):
        return tuple(entries)
    return tuple(_numbered(entry) if entry.index in letters else entry for entry in entries)


def _text(entry: Entry) -> str:
    return fold(entry.text)


def _numbered(entry: Entry) -> Entry:
    words = tuple(word for cell in entry.row.cells for word in cell.words)
    return replace(entry, row=Row((), entry.row.box), number=words)
