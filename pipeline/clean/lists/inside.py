"""Lines of a dump that can only be names, though they read like headings: `Hong Kong / Polytechnic University`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.labels import is_label
from pipeline.clean.lists.inline import Habit, split_labels
from pipeline.clean.normalise import lead_mark, opening
from pipeline.clean.notes import blank_role, has_letters
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_FEW = 3
_MOST = 0.8
_ALIKE = 0.6  # of the lines with names
_LISTED = 0.3  # of all rows: as many hold a name that a bullet or a mark opens
_STEP = 2.0  # letters by which the rest of a name stands deeper at least


@dataclass(frozen=True, slots=True)
class Print:
    """How a dump prints its lists: whether blank lines stand above headings, the marks that open names, those that
    open headings above labels, `◎理学部` over `■アジア`, how deep names stand, if they stand alike, and whether bullets
    or marks open them."""

    parted: bool = False
    marks: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    depth: float | None = None
    opened: bool = False


def print_of(block: Sequence[Entry], lexicon: Lexicon) -> Print:
    """Judged over all lines of a dump that hold one cell."""
    lines = [entry.row.cells[0] for entry in block if entry.block.kind == "dump" and len(entry.row.cells) == 1]
    labels = [is_label(cell.text, lexicon) for cell in lines]
    gaps = [cell.lines[0].gap for cell, label in zip(lines, labels, strict=True) if label]
    marks = Counter(mark for cell, label in zip(lines, labels, strict=True) if (mark := _mark(cell)) and not label)
    heading = {mark: (_above_labels(mark, lines, labels), _above_headers(mark, block, lexicon)) for mark in marks}
    heads = {mark for mark in marks if marks[mark] in heading[mark]}
    parted = len(gaps) >= _FEW and sum(gap != 0 for gap in gaps) >= _MOST * len(gaps)
    opened = Counter(_mark(cell) for cell, label in zip(lines, labels, strict=True) if label)
    often = {mark for mark, times in marks.items() if times >= max(_FEW, opened[mark])}
    names = [cell for cell, label in zip(lines, labels, strict=True) if not label]
    marked = sum(opening(cell.text) != "" and has_letters(cell.text) for cell in names)
    opens = marked >= max(_FEW, _ALIKE * len(names), _LISTED * len(block))
    return Print(parted, frozenset(often - heads), frozenset(heads), _depth(names), opens)


def _depth(names: Sequence[Cell]) -> float | None:
    """The indent that most lines have, None where they are ragged."""
    usual = Counter(cell.lines[0].indent for cell in names).most_common(1)
    return usual[0][0] if usual and usual[0][1] >= _ALIKE * len(names) else None


def _mark(cell: Cell) -> str:
    return lead_mark(cell.text)


def _above_labels(mark: str, lines: Sequence[Cell], labels: Sequence[bool]) -> int:
    """How many lines with the mark stand above a label, and below none."""
    lone = (_mark(line) == mark and after and not before
            for line, before, after in zip(lines, [False, *labels], [*labels[1:], False], strict=False))
    return sum(lone)


def _above_headers(mark: str, block: Sequence[Entry], lexicon: Lexicon) -> int:
    """How many lines with the mark stand above the headings of a table: `## Faculty of Law` in Markdown."""
    lone = ((one.row.cells, after) for one, after in pairwise(block) if len(one.row.cells) == 1)
    return sum(_mark(cells[0]) == mark and blank_role(after, lexicon) == "header" for cells, after in lone)


def bare_lines(block: Sequence[Entry], opened: bool, known: Mapping[int, Habit], lexicon: Lexicon) -> frozenset[int]:
    """Indices of lines below a blank line and above a label, without what opens names, as headings do in lists whose
    names are all opened by something: marks (`opened`), or their countries."""
    pairs = ((one, two, known[one.index]) for one, two in pairwise(block) if one.index in known)
    return frozenset(
        one.index for one, two, habit in pairs if (opened or habit.before) and _is_bare(one, two, habit, lexicon)
    )


def _is_bare(entry: Entry, after: Entry, known: Habit, lexicon: Lexicon) -> bool:
    cells = [cell for cell in entry.row.cells if cell.text]
    if len(cells) != 1 or not after.row.cells or not cells[0].lines[0].gap:
        return False
    text, below = cells[0].text, after.row.cells[0]
    if opening(text) or text[0].islower() or _opens_with_label(cells[0], known, lexicon):
        return False
    return is_label(below.text, lexicon) or _opens_with_label(below, known, lexicon)


def _opens_with_label(cell: Cell, known: Habit, lexicon: Lexicon) -> bool:
    return known.before and split_labels(cell.words, known, lexicon)[0][0] != "institution"


def is_inside(cell: Cell, below_name: bool, found: Print, lexicon: Lexicon) -> bool:
    """Whether the line is a name or the rest of one: a names' mark opens it, no blank line parts it from a name, or it
    hangs below one: `University of Waikato – Facultad de` and, deeper, `Derecho`."""
    line = cell.lines[0]
    below = below_name and cell.column == 0
    deeper = found.depth is not None and line.indent >= found.depth + _STEP
    hangs = below and deeper and not line.gap and not is_label(cell.text, lexicon)
    return (found.parted and below and line.gap == 0) or hangs or lead_mark(cell.text) in found.marks
