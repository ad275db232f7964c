"""Cells that hold what belongs to several rows: a band above the first label, a label printed on every row.

White space is all that parts the rows of a table without rules, and it may be as small as that between the lines of a
cell. What the lines say tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import bare, heading_counted, is_label, said_once
from pipeline.clean.normalise import label_text
from pipeline.clean.notes import is_header
from pipeline.clean.parts import Entry
from pipeline.clean.scheme import Column
from pipeline.clean.tables import below_names
from pipeline.clean.tables.below_names import Bands
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line

_REMARK = re.compile(r"^[(（][^\W\d_][^()（）\d]*[)）]$")
_LEVEL = 0.3  # line heights by which what stands in one row may be off


def unglued(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows of a table, with bands in rows of their own and repeated labels in the rows they stand beside."""
    bands = below_names.bands_of(entries, lexicon)
    apart = [part for above, entry in zip([None, *entries], entries, strict=False)
             for part in (_under_head(entry) if above and is_header(above.row.cells, lexicon) else (entry,))]
    rows = zip(apart, [*apart[1:], *apart[-1:]], strict=True)
    return tuple(_spread([part for entry, after in rows for part in _parted(entry, after, bands, lexicon)]))


def _under_head(entry: Entry) -> Iterator[Entry]:
    """The row, or the remark that a heading has on a line of its own and the row: `Department / (agreements)`."""
    cell = next((cell for cell in entry.row.cells if len(cell.lines) > 1 and _REMARK.match(cell.lines[0].text)), None)
    if cell:
        yield _with(entry, cell, cell.lines[:1], alone=True)
    yield _with(entry, cell, cell.lines[1:]) if cell else entry


def _parted(entry: Entry, after: Entry, bands: Bands, lexicon: Lexicon) -> Iterator[Entry]:
    """The row, or a band and the row: `Afryka (12) / Algieria` in the first column is a zone and a country."""
    for cell in entry.row.cells:
        for cut in range(1, len(cell.lines)):
            above, below = _text(cell.lines[:cut]), _text(cell.lines[cut:])
            apart = _style(cell.lines[cut - 1]) != _style(cell.lines[cut]) and cell is not entry.row.cells[-1]
            if _is_band(cell.lines[:cut], below, apart, lexicon):
                yield _with(entry, cell, cell.lines[:cut], alone=True)
                yield _with(entry, cell, cell.lines[cut:])
                return
            if below_names.begins(entry, cell, cut, bands, lexicon):
                yield _with(entry, cell, cell.lines[:cut])
                yield _with(after, cell, cell.lines[cut:], alone=True)
                return
            beside = [other.text for other in entry.row.cells if other is not cell]
            over = know.as_of(lexicon, above) or _heads(above, below, beside, lexicon)
            if know.heading_role(lexicon, below) and over:
                yield _with(entry, cell, cell.lines[:cut], alone=True)
                yield _with(entry, cell, cell.lines[cut:])
                return
            whole = is_label(_text(cell.lines), lexicon)  # `СТРАНЫ / СНГ`
            if know.heading_role(lexicon, above) and is_label(below, lexicon) and not whole:
                yield _with(entry, cell, cell.lines[:cut])
                yield _with(entry, cell, cell.lines[cut:], alone=True)
                return
    yield entry


def bands_apart(entries: Sequence[Entry], columns: Sequence[Column], lexicon: Lexicon) -> tuple[Entry, ...]:
    """Zones in the countries' column that stand above or below the name in their row, in rows of their own."""
    place = next((column.place for column in columns if column.role == "country"), None)
    return tuple(part for entry in entries for part in _apart(entry, place, lexicon))


def _apart(entry: Entry, place: int | None, lexicon: Lexicon) -> Iterator[Entry]:
    cell = next((one for one in entry.row.cells if one.column == place and one.text), None)
    rest = tuple(one for one in entry.row.cells if one is not cell and one.text)
    name = bare(cell.text, lexicon) if cell else ""
    if cell is None or not rest or know.country(lexicon, name) or not know.zone(lexicon, name):
        yield entry
        return
    off, height = _middle(cell) - _middle(rest[0]), _height(cell)
    parts = [_with(entry, cell, cell.lines, alone=True), replace(entry, row=replace(entry.row, cells=rest))]
    yield from [entry] if abs(off) < _LEVEL * height else parts if off < 0 else reversed(parts)


def _middle(cell: Cell) -> float:
    boxes = [word.box for word in cell.lines[0].words if word.box is not None]
    return sum(box.top + box.bottom for box in boxes) / (2 * len(boxes)) if boxes else 0.0


def _height(cell: Cell) -> float:
    boxes = [word.box for word in cell.words if word.box is not None]
    return max((box.bottom - box.top for box in boxes), default=1.0)


def _style(line: Line) -> tuple[bool, float | None]:
    return line.bold, line.size


def _is_band(lines: Sequence[Line], below: str, apart: bool, lexicon: Lexicon) -> bool:
    """A zone or a department above a label, a zone above a department; one without a count is told by its print
    (`apart`)."""
    above = _text(lines)
    if not is_label(below, lexicon):
        return apart and know.zone(lexicon, bare(above, lexicon)) is not None and know.is_unit(lexicon, below)
    name, count = heading_counted(label_text(lines), lexicon)
    zone = know.zone(lexicon, bare(above, lexicon)) and not know.zone(lexicon, bare(below, lexicon))
    whole = know.country(lexicon, bare(f"{above} {below}", lexicon))
    opens = count is not None and not is_label(above, lexicon) and know.zone(lexicon, bare(below, lexicon))
    return bool(zone and not whole) or bool(opens) or ((apart or count is not None) and know.is_unit(lexicon, name))


def _heads(above: str, below: str, beside: Sequence[str], lexicon: Lexicon) -> bool:
    """`Faculdade de Odontologia / Nome da universidade`, `Asia 17 partners / University`: a department or a zone above
    headings of columns, no part of them."""
    is_heading = know.heading_role(lexicon, above) or know.heading_role(lexicon, f"{above} {below}")
    heads = know.is_unit(lexicon, above) or is_label(above, lexicon)
    return not is_heading and heads and any(know.heading_roles(lexicon, beside))


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _with(entry: Entry, cell: Cell, lines: tuple[Line, ...], alone: bool = False) -> Entry:
    """The row with these lines in place of the cell's; `alone` without its other cells."""
    mine = replace(cell, lines=lines, rows=None if alone else cell.rows)
    cells = (mine,) if alone else tuple(mine if one is cell else one for one in entry.row.cells)
    return replace(entry, row=replace(entry.row, cells=cells))


def _spread(entries: list[Entry]) -> list[Entry]:
    """The lines of a text that a cell holds several times, shared out to the rows below that have none there."""
    for at, entry in enumerate(entries):
        for cell in entry.row.cells:
            times = _repeats(cell)
            below = entries[at + 1 : at + times]
            if times > 1 and len(below) == times - 1 and not any(_has(other, cell.column) for other in below):
                size = len(cell.lines) // times
                entries[at] = _with(entries[at], cell, cell.lines[:size])
                for k, other in enumerate(below, 1):
                    piece = replace(cell, lines=cell.lines[k * size : (k + 1) * size])
                    entries[at + k] = replace(other, row=replace(other.row, cells=_sorted((*other.row.cells, piece))))
    return entries


def _repeats(cell: Cell) -> int:
    """How many times the cell says the same; a cell that rules close is one label, whatever it says."""
    return len(cell.lines) // max(1, len(said_once(cell.lines))) if cell.rows is None else 1


def _has(entry: Entry, column: int) -> bool:
    return any(cell.column == column and cell.text for cell in entry.row.cells)


def _sorted(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda cell: cell.column))
