"""Lines of a dump that can only be names, though they read like headings: `Hong Kong / Polytechnic University`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.labels import is_label
from pipeline.clean.normalise import lead_mark
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_FEW = 3
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Print:
    """How a dump prints its lists: whether blank lines stand above headings, and the marks that open names."""

    parted: bool = False
    marks: frozenset[str] = frozenset()


def print_of(block: Sequence[Entry], lexicon: Lexicon) -> Print:
    """Judged over all lines of a dump that hold one cell."""
    lines = [entry.row.cells[0] for entry in block if entry.block.kind == "dump" and len(entry.row.cells) == 1]
    gaps = [bool(cell.lines[0].gap) for cell in lines if is_label(cell.text, lexicon)]
    marks = Counter(mark for cell in lines if (mark := lead_mark(cell.text)) and not is_label(cell.text, lexicon))
    parted = len(gaps) >= _FEW and sum(gaps) >= _MOST * len(gaps)
    return Print(parted, frozenset(mark for mark, times in marks.items() if times >= _FEW))


def is_inside(cell: Cell, below_name: bool, found: Print) -> bool:
    """Whether the line is a name or the rest of one: a names' mark opens it, or no blank line parts it from a name."""
    tight = found.parted and below_name and not cell.lines[0].gap and cell.column == 0
    return tight or lead_mark(cell.text) in found.marks
