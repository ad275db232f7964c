"""Marks that had no room behind their names and stand alone on the line below: `University of Massachusetts Amherst`
and, below it, `★`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.labels import is_label
from pipeline.clean.normalise import MARKS, tail_mark
from pipeline.clean.notes import has_letters
from pipeline.clean.parts import Entry, is_lone, lone_lines
from pipeline.knowledge import Lexicon
from pipeline.records import Row

_BRACKETS = "()（）"


def with_marks_above(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows with such marks at the end of the line above, where other names end with them; a row of which the mark
    went has no cells."""
    found = list(entries)
    usual = {tail_mark(entry.text) for entry in lone_lines(entries) if has_letters(entry.text)}
    for at in range(1, len(found)):
        above, below = found[at - 1], found[at]
        if _is_mark(below) and below.text in usual and above.first == below.first and _is_open(above, lexicon):
            found[at - 1] = _marked(above, below)
            found[at] = replace(below, row=Row((), below.row.box))
    return tuple(found)


def _is_mark(entry: Entry) -> bool:
    bare = entry.text.strip(_BRACKETS) if is_lone(entry) else ""
    return bool(bare) and all(sign in MARKS for sign in bare)


def _is_open(entry: Entry, lexicon: Lexicon) -> bool:
    """Whether the row is a line that may be a name, and ends without a mark."""
    return is_lone(entry) and has_letters(entry.text) and not (tail_mark(entry.text) or is_label(entry.text, lexicon))


def _marked(above: Entry, below: Entry) -> Entry:
    cell = above.row.cells[0]
    last = replace(cell.lines[-1], words=(*cell.lines[-1].words, *below.row.cells[0].words))
    return replace(above, row=replace(above.row, cells=(replace(cell, lines=(*cell.lines[:-1], last)),)))
