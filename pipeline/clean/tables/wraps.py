"""Labels whose lines stand beside several rows of a table: `オーストラリア` and, beside the next name, `（５）`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.names.whole import links
from pipeline.clean.notes import has_letters
from pipeline.clean.parts import LABELS, Entry, Role
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_HYPHENS = ("-", "‐", "\u00ad")
_TIGHT = 0.5  # line heights of white space between the lines of a label
_MOST = 3  # further lines of one label


def whole_labels(entries: Sequence[Entry], columns: Sequence[Column], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows of a table with the further lines of labels put below their first ones."""
    found = list(entries)
    labels = frozenset(column.place for column in columns if column.role in LABELS)
    for column in columns:
        if column.role in LABELS:
            _join(found, column.place, column.role, labels, lexicon)
    return tuple(found)


def _join(found: list[Entry], place: int, role: Role, labels: frozenset[int], lexicon: Lexicon) -> None:
    column = [cell.text for entry in found if (cell := _cell(entry, place))]
    texts, own, at = set(column), _own(column), 0
    while at < len(found):
        chain = _chain(found, at, place, labels - {place} if role == "department" else frozenset())
        size = next(
            (
                n
                for n in range(len(chain), 1, -1)
                if not own(parts := [c.text for c in chain[:n]]) and _is_one(parts, role, texts, lexicon)
            ),
            1,
        )
        if size > 1:
            lines = tuple(line for cell in chain[:size] for line in cell.lines)
            found[at] = _with(found[at], replace(chain[0], lines=lines))
            for below in range(at + 1, at + size):
                found[below] = _without(found[below], place)
        at += size


def _own(column: Sequence[str]) -> Callable[[Sequence[str]], bool]:
    """Whether texts are labels each, and no lines of one: the rest of a label never stands below itself, and lines of
    one label do not each stand below several others."""
    above: dict[str, set[str]] = defaultdict(set)
    for one, two in pairwise(column):
        above[two].add(one)
    again = {text for text, others in above.items() if text in others}
    free = {text for text, others in above.items() if len(others) > 1}
    return lambda texts: not again.isdisjoint(texts[1:]) or free.issuperset(texts)


def _chain(found: Sequence[Entry], at: int, place: int, others: frozenset[int]) -> list[Cell]:
    """The cells of a column from a row downwards that may be one label: no ruling parts them, each row has one, what
    stands alone in its row is set as tightly as a wrapped line, and none of the `others`, labels of other columns,
    begins beside the further ones."""
    cells: list[Cell] = []
    for entry in found[at : at + 1 + _MOST]:
        cell = _cell(entry, place)
        alone = len([one for one in entry.row.cells if one.text]) == 1
        apart = bool(cells) and alone and not _is_tight(cells[-1], cell)
        if cell is None or cell.rows is not None or apart or (cells and _begins(entry, cells[-1], cell, others)):
            break
        cells.append(cell)
    return cells


def _is_tight(above: Cell, cell: Cell | None) -> bool:
    """Whether the cell looks like the next line of the one above, a wrapped one."""
    if cell is None:
        return False
    last, line = above.lines[-1], cell.lines[0]
    alike = (last.size, last.bold, last.indent) == (line.size, line.bold, line.indent)
    return alike and line.gap is not None and line.gap < _TIGHT


def _begins(entry: Entry, above: Cell, cell: Cell, others: frozenset[int]) -> bool:
    """Whether labels beside the cell say that it is one of its own; a count or the rest of a broken word is none."""
    rest = not has_letters(cell.text) or (above.text.endswith(_HYPHENS) and cell.text[0].islower())
    return not rest and any(_cell(entry, other) for other in others)


def _is_one(texts: Sequence[str], role: Role, others: set[str], lexicon: Lexicon) -> bool:
    """Whether the lines are one label: a count alone goes on with it; so do words that are known only together."""
    *_, before, last = texts
    whole = " ".join(texts)
    if not has_letters(last):
        above = len(texts) == 2 or _is_one(texts[:-1], role, others, lexicon)
        return above and know.count_of(whole)[1] is not None and know.count_of(before)[1] is None
    if is_label(last, lexicon) and is_label(before, lexicon):
        return False
    if role == "department":
        goes_on = all(_goes_on(one, two, lexicon) for one, two in pairwise(texts))
        return not is_label(last, lexicon) and (whole in others or goes_on)
    return is_label(whole, lexicon)  # `Emirates` alone is one too, `United Arab` is none


def _goes_on(before: str, last: str, lexicon: Lexicon) -> bool:
    """`Graduate School of / Economics`, `School of Pharmaceutical / Sciences`: the second line names no unit."""
    unit = know.is_unit(lexicon, before) and not know.head_starts(lexicon, last.split())
    return know.count_of(before)[1] is None and (links(before.rsplit(maxsplit=1)[-1]) or unit)


def _cell(entry: Entry, place: int) -> Cell | None:
    return next((cell for cell in entry.row.cells if cell.column == place and cell.text), None)


def _with(entry: Entry, cell: Cell) -> Entry:
    cells = tuple(cell if one.column == cell.column else one for one in entry.row.cells)
    return replace(entry, row=replace(entry.row, cells=cells))


def _without(entry: Entry, place: int) -> Entry:
    return replace(entry, row=replace(entry.row, cells=tuple(one for one in entry.row.cells if one.column != place)))
