"""Bands: headings that stand alone in a row of a table and hold for the rows under it.

A band says what it is by its words (a country, a zone), or is set off from the cells of its column by print (bold,
size, wider than the column) and is then a department, where the table has no column of departments.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import bare, heading_counted
from pipeline.clean.normalise import label_text
from pipeline.clean.notes import has_letters
from pipeline.clean.parts import Entry, Role
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

Style = tuple[bool, float]
Look = tuple[Style, str, float | None]
_NUMERAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]+|[A-Z]|[一二三四五六七八九十]{1,3})[.)．、]?")
_DIGITS, _LETTER = re.compile(r"\d+"), re.compile(r"[^\W\d]+")
_FEW = 2  # known bands of a look
_SLACK = 1.0  # points by which letters may overhang their column


@dataclass(frozen=True, slots=True)
class Body:
    """What the cells of a table look like: its columns by place, the style in which most cells of each are set, the
    smallest letters, the styles of units alone in their rows; `lone` are rows that stand above a label and hold no
    name, `looks` those of bands that all name countries, or all zones."""

    columns: Mapping[int, Column]
    styles: Mapping[int, Style] = field(default_factory=dict)
    smallest: float = 0.0
    bands: frozenset[Style] = frozenset()
    lone: frozenset[int] = frozenset()
    looks: Mapping[Look, Role] = field(default_factory=dict)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(column.role for column in self.columns.values())


def body_of(entries: Sequence[Entry], columns: Sequence[Column], lexicon: Lexicon) -> Body:
    """The look of the rows that hold more than one cell; bands stand alone in theirs."""
    bare = Body({column.place: column for column in columns})
    rows = [cells for entry in entries if len(cells := spoken(entry, bare)) > 1]
    styles = Counter((cell.column, style_of(cell)) for cells in rows for cell in cells)
    usual = {place: style for (place, style), _ in reversed(styles.most_common())}
    smallest = min((size for _, (_, size) in styles), default=0.0)
    alone = [cells[0] for entry in entries if len(cells := spoken(entry, bare)) == 1]
    units = [cell for cell in alone if know.is_unit(lexicon, heading_counted(label_text(cell.lines), lexicon)[0])]
    bands = frozenset(map(style_of, units)) - set(usual.values())
    return replace(bare, styles=usual, smallest=smallest, bands=bands)


def style_of(cell: Cell) -> Style:
    """Weight and size of the letters, in half points."""
    line = cell.lines[0]
    return line.bold, round(2 * (line.size or 0.0)) / 2


def band_role(entry: Entry, body: Body, lexicon: Lexicon) -> Role | None:
    """The role of a band; None for a row of several cells, and for a cell that stands in the column of its own role."""
    cells = spoken(entry, body)
    if len(cells) != 1:
        return None
    cell = cells[0]
    here = body.columns[cell.column].role if cell.column in body.columns else "extra"
    labels = _labels(bare(cell.text, lexicon), lexicon)
    alike = [body.looks[look] for look in _looks(entry, cell) if look in body.looks]
    told = alike[0] if alike and _is_set_off(entry, cell, body) else None
    label = told if told in labels else here if here in labels else next(iter(labels), None)
    if here == "institution" and label in body.roles and not stands_out(entry, cell, body):
        return None  # `City University of / Hong Kong`: labels have a column of their own
    if label:
        return None if label == here else label
    told = None if know.is_unit(lexicon, cell.text) else told
    return told or ("department" if _is_department(entry, cell, here, body, lexicon) else None)


def with_looks(parts: Sequence[tuple[Body, Sequence[Entry]]], lexicon: Lexicon) -> Iterator[Body]:
    """The bodies of a table's parts with the looks of its bands that are known, so that one in the same look is told
    though nobody knows its words: `3 | Niu Di-lân (2)` below `1 | Nhật Bản (4)` and `2 | Hàn Quốc (3)`; nor whether it
    is a country or a zone: `Amerika` below `Afrika`. Zones and departments in one look may stand in by different
    depths."""
    bodies = [replace(body, lone=frozenset(_lone(entries, body))) for body, entries in parts]
    found: dict[Look, list[list[Role]]] = defaultdict(list)
    for body, (_, entries) in zip(bodies, parts, strict=True):
        alone = ((entry, cells[0]) for entry in entries if len(cells := spoken(entry, body)) == 1)
        for entry, cell in alone:
            labels = _known(cell, body, lexicon) if _is_set_off(entry, cell, body) else []
            for look in _looks(entry, cell):
                found[look] += [labels] if labels else []
    told = {look: role for look, each in found.items() if len(each) >= _FEW and (role := _common(each))}
    yield from (replace(body, looks=told) for body in bodies)


def _common(each: Sequence[Sequence[Role]]) -> Role | None:
    """The role that all bands of a look may play, and some can alone."""
    sure = {labels[0] for labels in each if len(labels) == 1}
    return next((role for role in sure if all(role in labels for labels in each)), None)


def _lone(entries: Sequence[Entry], body: Body) -> Iterator[int]:
    """Rows with nothing but a label, which a line parts from the row above, over a row with a label in the same column
    and more beside it: a country that holds any name would have one in its row."""
    for entry, below in pairwise(entries):
        cells, others = spoken(entry, body), spoken(below, body)
        labelled = len(cells) == 1 and any(other.column == cells[0].column for other in others)
        column = body.columns.get(cells[0].column) if labelled and cells[0].ruled and len(others) > 1 else None
        if column is not None and column.role in ("zone", "country"):
            yield entry.index


def _is_set_off(entry: Entry, cell: Cell, body: Body) -> bool:
    return entry.index in body.lone or stands_out(entry, cell, body)


def _known(cell: Cell, body: Body, lexicon: Lexicon) -> list[Role]:
    """What a band may be by its words, a department where the table has no column of them."""
    if labels := _labels(bare(cell.text, lexicon), lexicon):
        return labels
    unit = know.is_unit(lexicon, heading_counted(label_text(cell.lines), lexicon)[0])
    return ["department"] if unit and "department" not in body.roles else []


def _looks(entry: Entry, cell: Cell) -> tuple[Look, Look]:
    """How a band is set, and what kind of number it has; the same with how deep it stands in."""
    before = [one.text for one in entry.row.cells if one is not cell and not _is_around(one)]
    number = before[0] if before else ""
    style, kind = style_of(cell), _LETTER.sub("I", _DIGITS.sub("1", number))
    return (style, kind, None), (style, kind, float(round(cell.lines[0].indent)))


def spoken(entry: Entry, body: Body) -> list[Cell]:
    """The row's cells without the number that the table gives it, `2 | Japan (4)`, `2.1 | Keio University`, and without
    labels that govern the rows around it too."""
    cells = [cell for cell in entry.row.cells if cell.text and not _is_around(cell)]
    first = body.columns.get(cells[0].column) if len(cells) == 2 else None
    numbered = first is not None and first.role == "extra" and _NUMERAL.fullmatch(cells[0].text)
    return cells[1:] if numbered else cells


def _is_around(cell: Cell) -> bool:
    return cell.rows is not None and cell.rows[0] < cell.rows[1]


def _labels(text: str, lexicon: Lexicon) -> list[Role]:
    """Country or zone by the words, both for a text that may be either: `Oceania`, `Antarctica`."""
    roles: list[Role] = ["country"] if know.country(lexicon, text) else []
    return [*roles, "zone"] if know.zone(lexicon, text) else roles


def _is_department(entry: Entry, cell: Cell, here: Role, body: Body, lexicon: Lexicon) -> bool:
    """Not the letter `E` above the countries of an index that begin with it."""
    named = "institution" in body.roles and "department" not in body.roles
    if not named or not has_letters(cell.text) or len(cell.text) == 1:
        return False
    name, count = heading_counted(label_text(cell.lines), lexicon)
    unit = know.is_unit(lexicon, name)
    apart = stands_out(entry, cell, body)
    if here in ("zone", "country"):
        return unit or apart
    return count is not None or (apart and (unit or style_of(cell) in body.bands))


def stands_out(entry: Entry, cell: Cell, body: Body) -> bool:
    """Print sets the cell off from the others of its column: by its letters, or by reaching over it."""
    return is_wide(entry, cell) or style_of(cell) != body.styles.get(cell.column, style_of(cell))


def is_small(cell: Cell, body: Body) -> bool:
    """Print sets the cell smaller than any in the rows: a note between or below them."""
    return 0.0 < style_of(cell)[1] < body.smallest


def is_wide(entry: Entry, cell: Cell) -> bool:
    """The letters reach into another column: the cell spans several."""
    if cell.column >= len(entry.block.columns):
        return False
    left, right = entry.block.columns[cell.column]
    boxes = [word.box for word in cell.words if word.box is not None]
    return any(box.x1 > right + _SLACK or box.x0 < left - _SLACK for box in boxes)
