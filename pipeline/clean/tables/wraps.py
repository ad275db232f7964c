"""Labels whose lines stand beside several rows of a table: `オーストラリア` and, beside the next name, `（５）`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_count, is_label
from pipeline.clean.names.whole import links
from pipeline.clean.normalise import HYPHENS
from pipeline.clean.parts import LABELS, Entry, Role
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_FRAMES = tuple("【〔［《〈「『")
_TIGHT = 0.5  # line heights of white space between the lines of a label
_MOST = 3  # further lines of one label


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What stands beside a department's first line: `labels` of other columns begin with it, `always` those of these
    columns. `counted` says that each department ends with its count."""

    labels: frozenset[int] = frozenset()
    always: frozenset[int] = frozenset()
    counted: bool = False


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
    texts, own, at = set(column), _own([text for text in column if not is_count(text, lexicon)]), 0
    first = _beginnings(found, place, labels - {place}, lexicon) if role == "department" else Beginnings()
    while at < len(found):
        chain = _chain(found, at, place, first, lexicon)
        size = next(
            (
                n
                for n in range(len(chain), 1, -1)
                if not own(parts := [c.text for _, c in chain[:n]]) and _is_one(parts, role, texts, lexicon)
            ),
            1,
        )
        if size > 1:
            lines = tuple(line for _, cell in chain[:size] for line in cell.lines)
            found[at] = _with(found[at], replace(chain[0][1], lines=lines))
            for below, _ in chain[1:size]:
                found[below] = _without(found[below], place)
        at = chain[size - 1][0] + 1 if size > 1 else at + 1


def _own(column: Sequence[str]) -> Callable[[Sequence[str]], bool]:
    """Whether texts are labels each, and no lines of one: the rest of a label never stands below itself, and lines of
    one label do not each stand below several others."""
    above: dict[str, set[str]] = defaultdict(set)
    for one, two in pairwise(column):
        above[two].add(one)
    again = {text for text, others in above.items() if text in others}
    free = {text for text, others in above.items() if len(others) > 1}
    return lambda texts: not again.isdisjoint(texts[1:]) or free.issuperset(texts)


def _beginnings(entries: Sequence[Entry], place: int, labels: frozenset[int], lexicon: Lexicon) -> Beginnings:
    """What the rows of a column's units have beside them; one unit alone shows no habit."""
    rows = [(entry, cell) for entry in entries if (cell := _cell(entry, place))]
    told = [(entry, know.count_of(cell.text)) for entry, cell in rows]
    units = [entry for entry, (name, _) in told if know.is_unit(lexicon, name)]
    counts = sum(count is not None for _, (_, count) in told)
    beside = [frozenset(other for other in labels if _cell(entry, other)) for entry in units]
    always = frozenset[int]().union(*beside).intersection(*beside) if len(units) > 1 else frozenset()
    return Beginnings(labels, always, counts >= len(units) > 0)


def _chain(
    found: Sequence[Entry], at: int, place: int, first: Beginnings, lexicon: Lexicon
) -> list[tuple[int, Cell]]:
    """The cells of a column from a row downwards that may be one label, each with its row: no ruling parts them, each
    row has one (a count may stand some rows below), what stands alone in its row is set as tightly as a wrapped line,
    and no further one stands where labels begin."""
    cells: list[tuple[int, Cell]] = []
    for row, entry in enumerate(found[at : at + 1 + _MOST], at):
        cell = _cell(entry, place)
        if cell is None and cells:
            continue
        far = bool(cells) and row > cells[-1][0] + 1
        if cell is None or cell.rows is not None or (far and not is_count(cell.text, lexicon)):
            break
        if cells and (_is_apart(entry, cells[-1][1], cell) or _begins(entry, cells[-1][1], cell, first, lexicon)):
            break
        cells.append((row, cell))
    return cells


def _is_apart(entry: Entry, above: Cell, cell: Cell) -> bool:
    """Whether a cell is alone in its row, and not set as a line that goes on the one above, or framed: `【工学部】`."""
    alone = len([one for one in entry.row.cells if one.text]) == 1
    return cell.text.startswith(_FRAMES) or (alone and not _is_tight(above, cell))


def _is_tight(above: Cell, cell: Cell) -> bool:
    """Whether the cell looks like the next line of the one above, a wrapped one."""
    last, line = above.lines[-1], cell.lines[0]
    alike = (last.size, last.bold, last.indent) == (line.size, line.bold, line.indent)
    return alike and line.gap is not None and line.gap < _TIGHT


def _begins(entry: Entry, above: Cell, cell: Cell, first: Beginnings, lexicon: Lexicon) -> bool:
    """Whether labels beside the cell say that it is one of its own; a count, the rest of a broken word and what stands
    below a department that lacks its count is none, nor what lacks a label that begins with each department:

        School of Languages and Literatures | Asia | China
        of the East (14)                    |      | Japan
    """
    rest = is_count(cell.text, lexicon) or (above.text.endswith(HYPHENS) and cell.text[0].islower())
    if rest or (first.counted and know.count_of(above.text)[1] is None):
        return False
    beside = {other for other in first.labels if _cell(entry, other)}
    return bool(beside) and beside >= first.always


def _is_one(texts: Sequence[str], role: Role, others: set[str], lexicon: Lexicon) -> bool:
    """Whether the lines are one label: a count alone goes on with it; so do words that are known only together."""
    *_, before, last = texts
    whole = " ".join(texts)
    if is_count(last, lexicon):
        above = len(texts) == 2 or _is_one(texts[:-1], role, others, lexicon)
        return above and know.count_of(before)[1] is None
    if is_label(last, lexicon) and is_label(before, lexicon):
        return False
    if role == "department":
        goes_on = all(_goes_on(" ".join(texts[:at]), texts[at], lexicon) for at in range(1, len(texts)))
        return not is_label(last, lexicon) and (whole in others or goes_on)
    return is_label(whole, lexicon)  # `Emirates` alone is one too, `United Arab` is none


def _goes_on(before: str, last: str, lexicon: Lexicon) -> bool:
    """`Graduate School of / Economics`, `School of Pharmaceutical / Sciences`: the second line names no unit, or begins
    with no capital, `Humanistiska och teologiska / fakulterna`."""
    unit = know.is_unit(lexicon, before) and not know.head_starts(lexicon, last.split())
    small = before[0].isupper() and last[0].islower()
    return know.count_of(before)[1] is None and (links(before.rsplit(maxsplit=1)[-1]) or unit or small)


def _cell(entry: Entry, place: int) -> Cell | None:
    return next((cell for cell in entry.row.cells if cell.column == place and cell.text), None)


def _with(entry: Entry, cell: Cell) -> Entry:
    cells = tuple(cell if one.column == cell.column else one for one in entry.row.cells)
    return replace(entry, row=replace(entry.row, cells=cells))


def _without(entry: Entry, place: int) -> Entry:
    return replace(entry, row=replace(entry.row, cells=tuple(one for one in entry.row.cells if one.column != place)))
