"""Bands that stand in the cell of the row above, where no rule parts the two: `University of Pretoria / Asia (7)`.

They head the rows below. Print sets them heavier than the name above them and starts them elsewhere; a zone may just
stand below a country, `Tanzanie / Amérique`, lower than all else in the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import knowledge as know
from pipeline.clean.labels import bare, heading_counted, is_label
from pipeline.clean.normalise import label_text
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line

Style = tuple[bool, float | None]
_LARGER = 1.05  # of the size of the line above
_OFF = 0.5  # ems by which a line that starts elsewhere does


@dataclass(frozen=True, slots=True)
class Bands:
    """How a table prints its bands, and the rows with a zone below the country."""

    looks: frozenset[Style]
    zones: frozenset[int]


def bands_of(entries: Sequence[Entry], lexicon: Lexicon) -> Bands:
    """Judged over all rows of a table; no zones where most countries have theirs below them: `Japan / Asia`."""
    cells = [(entry, cell) for entry in entries for cell in entry.row.cells if cell.text]
    labels = [(entry, cell) for entry, cell in cells if is_label(cell.lines[0].text, lexicon)]
    zones = [entry.index for entry, cell in labels if any(_zones_below(entry, cell, lexicon))]
    few = 2 * len(zones) <= len(labels)
    return Bands(frozenset(_looks(entries, lexicon)), frozenset(zones if few else ()))


def begins(entry: Entry, cell: Cell, cut: int, bands: Bands, lexicon: Lexicon) -> bool:
    """Whether a band begins with line `cut` of the cell."""
    line = cell.lines[cut]
    heavier = _style(line) in bands.looks and _is_heavier(line, cell.lines[cut - 1])
    return heavier or (entry.index in bands.zones and _is_zone_below(entry, cell, cut, lexicon))


def _looks(entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Style]:
    """The looks of departments and zones alone in their rows, or heavier than names above and not below their start."""
    for entry in entries:
        cells = [cell for cell in entry.row.cells if cell.lines]
        for cell in cells:
            cuts = [i for i in range(1, len(cell.lines)) if _is_set_off(cell.lines[i - 1], cell.lines[i])]
            starts = cuts if len(cells) > 1 else [0, *cuts]
            yield from (_style(cell.lines[i]) for i in starts if _is_heading(cell.lines[i:], lexicon))


def _is_set_off(above: Line, below: Line) -> bool:
    off = abs(below.indent - above.indent) > _OFF * (below.size or 0.0)
    return off and _is_heavier(below, above)


def _is_heavier(line: Line, above: Line) -> bool:
    return (line.bold and not above.bold) or (line.size or 0.0) > _LARGER * (above.size or 0.0)


def _is_heading(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    name = heading_counted(label_text(lines), lexicon)[0]
    return know.is_unit(lexicon, name) or know.zone(lexicon, bare(name, lexicon)) is not None


def _zones_below(entry: Entry, cell: Cell, lexicon: Lexicon) -> Iterator[bool]:
    return (_is_zone_below(entry, cell, cut, lexicon) for cut in range(1, len(cell.lines)))


def _is_zone_below(entry: Entry, cell: Cell, cut: int, lexicon: Lexicon) -> bool:
    """The zone of the next rows below a country: nothing else of the row stands beside or below it."""
    above, below = (bare(_text(lines), lexicon) for lines in (cell.lines[:cut], cell.lines[cut:]))
    if know.country(lexicon, below) or not (know.country(lexicon, above) and know.zone(lexicon, below)):
        return False
    rest = [word.box.bottom for one in entry.row.cells if one is not cell for word in one.words if word.box]
    tops = [word.box.top for word in cell.lines[cut].words if word.box]
    return bool(rest and tops) and max(rest) <= min(tops)


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _style(line: Line) -> Style:
    return line.bold, line.size
