"""Brackets that a line break parts: `Hue University (dal` and, below it, `2017)`, put into one line; so are a year and
a mark alone below a name: `(2007)*`, `(*), 1993`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.normalise import HYPHENS
from pipeline.clean.parts import Entry
from pipeline.records import Cell, Row

_OPENED = re.compile(r"[(（\[［【〔][^()（）\[\]［］【】〔〕]*$")
_CLOSED = re.compile(r"^[^()（）\[\]［］【】〔〕]*[)）\]］】〕]\W*$")
_DATED = re.compile(r"^(?=.*[*＊†‡])\W*\d{4}\W*$")
_LONGEST = 6  # words that close what the line above opened


def closed(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The rows with brackets whole; a row of which the words went to the row above has no cells."""
    found = list(entries)
    for at in range(1, len(found)):
        above, below = _cell(found[at - 1]), _cell(found[at])
        if above and below and found[at - 1].first == found[at].first and _goes_on(above, below):
            words = (*above.lines[-1].words, *below.words)
            line = replace(above.lines[-1], words=words, full=below.lines[-1].full)
            found[at - 1] = _with(found[at - 1], (replace(above, lines=(*above.lines[:-1], line)),))
            found[at] = _with(found[at], ())
    return tuple(found)


def _cell(entry: Entry) -> Cell | None:
    """The row's one cell of running text."""
    cells = entry.row.cells if entry.block.kind in ("lines", "dump") else ()
    return cells[0] if len(cells) == 1 and cells[0].words else None


def _goes_on(above: Cell, below: Cell) -> bool:
    """Whether the line below does nothing but close the bracket that the one above opened, and no word is broken; or
    says when the agreement above it was made, and marks it."""
    if _DATED.match(below.text):
        return any(char.isalpha() for char in above.text)
    whole = not above.text.endswith(HYPHENS) and len(below.words) <= _LONGEST
    return whole and bool(_OPENED.search(above.text)) and bool(_CLOSED.match(below.text))


def _with(entry: Entry, cells: tuple[Cell, ...]) -> Entry:
    return replace(entry, row=Row(cells, entry.row.box))
