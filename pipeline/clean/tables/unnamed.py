"""Headings in words that nobody knows: what stands in their columns tells that they are no row.

    Страна   | Вуз-партнёр         | Год
    Армения  | Yerevan State Uni.  | 2006
    Италия   | Università di Pisa  | 2011
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import bare, is_label
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_MOST_ROWS = 3
_FEWEST = 3  # values of a column that tell
_SHARE = 0.8
Test = Callable[[str], bool]


def unnamed_rows(block: Sequence[Entry], lexicon: Lexicon) -> int:
    """How many leading rows are headings, 0 where the first row may be one of the table's own."""
    tests: tuple[Test, ...] = (
        lambda text: know.country(lexicon, bare(text, lexicon)) is not None,
        lambda text: know.year(lexicon, text) is not None,
        lambda text: text.strip(".()").isdigit(),
    )
    misfits = [size for column in _columns(block) for test in tests if (size := _misfits(block, column, test))]
    if not misfits or len(block) <= max(misfits):
        return 0
    size = max(misfits)
    alone = (row.row.cells for row in block[:size] if len(row.row.cells) == 1)
    if any(is_label(cell.text, lexicon) for cells in alone for cell in cells):  # `EUROPE`, a band above the first row
        return 0
    return size if len(misfits) > 1 or _stands_out(block, size) else 0


def _columns(block: Sequence[Entry]) -> list[int]:
    return sorted({cell.column for entry in block for cell in entry.row.cells})


def _misfits(block: Sequence[Entry], column: int, test: Test) -> int:
    """The rows down to the last one whose cell is not as nearly all below it are, above the first that is."""
    found = [(i, cell.text) for i, entry in enumerate(block) if (cell := _cell(entry, column))]
    heads = [i for i, text in found[:_MOST_ROWS] if i < _MOST_ROWS and not test(text)]
    fits = [i for i, text in found if test(text)]
    if not heads or len(fits) < _FEWEST or heads[-1] > fits[0] or len(fits) < _SHARE * (len(found) - len(heads)):
        return 0
    return heads[-1] + 1


def _stands_out(block: Sequence[Entry], size: int) -> bool:
    """Print sets every heading apart from what stands in its column."""
    for cell in (cell for entry in block[:size] for cell in entry.row.cells if cell.text):
        looks = Counter(_look(below) for entry in block[size:] if (below := _cell(entry, cell.column)))
        if looks and _look(cell) == looks.most_common(1)[0][0]:
            return False
    return True


def _look(cell: Cell) -> tuple[bool, float | None]:
    return cell.lines[0].bold, cell.lines[0].size


def _cell(entry: Entry, column: int) -> Cell | None:
    return next((cell for cell in entry.row.cells if cell.column == column and cell.text), None)
