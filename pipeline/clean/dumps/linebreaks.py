"""Labels of a dump that line breaks broke, `Moyen et Proche- / Orient` or `École doctorale de / Lettres (8)`, and
column headings that stand a line each: what belongs together, in the row of the first line as one cell of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.names.whole import links
from pipeline.clean.normalise import HYPHENS, bullet, label_text, lead_mark
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Row

_MOST = 4  # lines of a label
_HEADINGS = 3
_FEW = 3
COUNT = re.compile(r"[(（]\d{1,3}[)）]$")


def mended(block: Sequence[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The rows with broken labels whole; rows of which the lines went to the row above them have no cells."""
    found: list[Entry] = []
    heads = counts_head(block, lexicon)
    while len(found) < len(block):
        rest = block[len(found) :]
        cells = _lines(rest)
        if headings := _headings(cells, lexicon):
            found += _merged(rest, tuple(replace(cell, column=at) for at, cell in enumerate(headings)))
        else:
            sizes = range(min(_MOST, len(cells)), 1, -1)
            size = next((n for n in sizes if _is_one(cells[:n], rest[n:], heads, lexicon)), 1)
            found += _merged(rest, (_joined(cells[:size]),)) if size > 1 else rest[:1]
    return tuple(found)


def counts_head(block: Sequence[Entry], lexicon: Lexicon) -> bool:
    """Whether counts in brackets close headings alone: a label opens the row below each."""
    rows = [entry for entry in block if entry.row.cells]
    lines = [(entry.row.cells[0].text, rows[at + 1 :]) for at, entry in enumerate(rows) if len(entry.row.cells) == 1]
    counts = [(text, below) for text, below in lines if COUNT.search(text) and not is_label(text, lexicon)]
    return len(counts) >= _FEW and all(_is_labelled(below, lexicon) for _, below in counts)


def _lines(rest: Sequence[Entry]) -> list[Cell]:
    """The cells from here down that stand alone in their rows, one right below the other."""
    cells: list[Cell] = []
    for entry in rest[: _MOST * _HEADINGS]:
        cell, *others = entry.row.cells or (None,)
        alone = entry.first == rest[0].first and entry.block.kind == "dump" and not others
        if cell is None or not alone or cell.column or (cells and cell.lines[0].gap):
            break
        cells.append(cell)
    return cells


def _is_labelled(rest: Sequence[Entry], lexicon: Lexicon) -> bool:
    """Whether the first row is a label, or the first line of a broken one, or opens with one: `África Quénia Moi
    University`."""
    cells = _lines(rest)[:2]
    tokens = cells[0].text.split() if cells else []
    opens = know.zone_prefix(lexicon, tokens) or know.country_prefix(lexicon, tokens)
    return bool(opens) or any(is_label(_whole(cells[:n]), lexicon) for n in range(1, len(cells) + 1))


def _whole(cells: Sequence[Cell]) -> str:
    return label_text(_joined(cells).lines)


def _joined(cells: Sequence[Cell]) -> Cell:
    return replace(cells[0], lines=tuple(line for cell in cells for line in cell.lines))


def _merged(rest: Sequence[Entry], cells: tuple[Cell, ...]) -> Iterator[Entry]:
    """The rows of these cells' lines: the first with the cells, the others with none."""
    yield replace(rest[0], row=replace(rest[0].row, cells=cells))
    for entry in rest[1 : sum(len(cell.lines) for cell in cells)]:
        yield replace(entry, row=Row(()))


def _headings(cells: Sequence[Cell], lexicon: Lexicon) -> list[Cell]:
    """The headings of columns that open these lines, () where fewer than three do or all say the same."""
    if len(cells) < _HEADINGS:
        return []
    found: list[Cell] = []
    at = 0
    while at < len(cells):
        size = next((n for n in (1, 2) if _role(cells[at : at + n], lexicon)), 0)
        if not size:
            break
        found.append(_joined(cells[at : at + size]))
        at += size
    roles = {_role([cell], lexicon) for cell in found}
    return found if len(found) >= _HEADINGS and len(roles) >= _HEADINGS else []


def _role(cells: Sequence[Cell], lexicon: Lexicon) -> str | None:
    titled = any(know.is_title(lexicon, cell.text) for cell in cells)
    return None if titled else know.heading_role(lexicon, _whole(cells))


def _is_one(cells: Sequence[Cell], below: Sequence[Entry], heads: bool, lexicon: Lexicon) -> bool:
    """Whether the lines are one label: a country or a zone together, or a department with its count above a label. A
    page's number above a label, `- 1 -`, is no line of it."""
    first, *others = [cell.text for cell in cells]
    whole = _whole(cells)
    marked = (text for text in others if lead_mark(text) or bullet(text))
    if not any(map(str.isalpha, first)) or not all(know.is_tally(lexicon, text) for text in marked):
        return False
    if is_label(whole, lexicon):
        return not (is_label(first, lexicon) and is_label(others[-1], lexicon))
    name, count = heading_counted(whole, lexicon)
    told = know.is_unit(lexicon, name) or (heads and know.is_organisation(lexicon, name))
    if count is None or not told or not _is_labelled(below, lexicon):
        return False
    texts = (first, *others)
    above = [" ".join(texts[:size]) for size in range(1, len(texts))]
    goes_on = all(_goes_on(one, two, lexicon) for one, two in zip(above, others, strict=True))
    return goes_on and not any(is_label(text, lexicon) for text in texts)


def _goes_on(above: str, below: str, lexicon: Lexicon) -> bool:
    """`Institut de recherche sur / les Matériaux`, `Graduate School / of Law`, `Facultad de Letras / 18 convenios`: the
    line above cannot end there, or the one below begins no unit of its own."""
    if know.is_tally(lexicon, below):
        return heading_counted(above, lexicon)[1] is None
    if heading_counted(above, lexicon)[1] is not None or know.is_title(lexicon, above):
        return False
    last = above.rsplit(maxsplit=1)[-1]
    open_ = last.endswith((*HYPHENS, "/", "／", "・", ",")) or links(last) or below[0].islower() or below[0] in "/／"
    return open_ or (know.is_unit(lexicon, above) and not know.head_starts(lexicon, below.split()))
