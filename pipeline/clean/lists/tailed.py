"""Lists that print values behind their names: the values leave the lines, and say where each name ends.

`Universität Passau [D PASSAU01]`; or a name on two lines and `（1998年3月締結）` or `cod. AT724` on a third.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.dashed import Leads, behind_dash, broken, leads_of
from pipeline.clean.lists.details import details
from pipeline.clean.lists.tails import CODE, COMMAS, Tail, put_behind, tail, value_parts
from pipeline.clean.names.whole import ends_open
from pipeline.clean.notes import has_letters, line_role
from pipeline.clean.parts import Entry, Labelled, is_lone
from pipeline.clean.subwords import without_end
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Row, Word

_FEW = 3
_SHARE = 0.25  # of the lines that are no headings
_CLOSED = 0.85  # of the names: a value closes nearly each one
_ALIKE = 0.3  # of the names, that go on in another look
Change = tuple[bool, float, bool, float]


@dataclass(frozen=True, slots=True)
class Tailed:
    """Rows without the values behind their names, and those by the row that printed them; `closed` says that values
    close nearly all names."""

    entries: tuple[Entry, ...]
    tails: Mapping[int, Tail]
    closed: bool = False


def without_tails(entries: Sequence[Entry], lexicon: Lexicon) -> Tailed:
    """The rows without values behind names, where they are the edition's habit; a name of which a value closes the last
    line is whole."""
    below = {two.index: one for above, two in pairwise(entries) if (one := _below_comma(above, two, lexicon))}
    rests = {two.index for one, two in pairwise(entries) if _breaks(one, two)}
    below |= details(entries, lexicon)
    leads = leads_of(entries)
    below |= (ends := broken(entries, leads))
    forms = _forms(entries, leads, lexicon)
    inside = {above.index for above, two in pairwise(entries) if two.index in below and above.first == two.first}
    inside |= below.keys()
    names = [entry for entry in entries if entry.index in inside or _may_name(entry, forms, leads, lexicon)]
    tails = {entry.index: one for entry in names if (one := _tail(_last(entry).words, leads, lexicon))}
    tails = below | {at: one for at, one in tails.items()
                     if _is_code(one) or at in rests or not is_label(_said(one), lexicon)} | ends
    tails = tails if len(tails) >= _SHARE * len(names) else {at: one for at, one in tails.items() if _is_code(one)}
    if len(tails) < _FEW:
        return Tailed(tuple(entries), {})
    groups = list(_groups(entries, {entry.index for entry in names}, tails))
    found = {entry.index: _without(entry, tails.get(entry.index)) for entry in entries}
    closed = [group for group in groups if group[-1].index in tails]
    whole = len(closed) >= _CLOSED * len(groups)
    usual = _usual(closed)
    for group in closed:
        _join(group, usual if whole else None, found, lexicon)
    return Tailed(tuple(found.values()), tails, whole)


def with_tails(rows: Sequence[Labelled], tailed: Tailed) -> Iterator[Labelled]:
    """The labelled rows with parts for values."""
    return put_behind(rows, tailed.tails, value_parts, tailed.closed)


def _is_code(one: Tail) -> bool:
    """`[D PASSAU01]`: a name has no such end, however few of the partners have a code."""
    return all(kind == CODE for kind, _ in one.values)


def _tail(words: tuple[Word, ...], leads: Leads | None, lexicon: Lexicon) -> Tail | None:
    return tail(words, lexicon) or behind_dash(words, leads)


def _forms(entries: Sequence[Entry], leads: Leads | None, lexicon: Lexicon) -> frozenset[int]:
    """How many words the values behind names have: `(1991 г.)` two."""
    cells = (entry.row.cells[0] for entry in entries if len(entry.row.cells) == 1 and entry.row.cells[0].words)
    tails = (found for cell in cells if (found := _tail(cell.lines[-1].words, leads, lexicon)) and found.name)
    return frozenset(sum(len(words) for _, words in one.values) for one in tails)


def _may_name(entry: Entry, forms: frozenset[int], leads: Leads | None, lexicon: Lexicon) -> bool:
    """A line of a list that is no heading and no note."""
    cells = entry.row.cells if entry.block.kind in ("lines", "dump") else ()
    if len(cells) != 1 or not cells[0].words:
        return False
    said, found = cells[0].text, _tail(cells[0].words, leads, lexicon)
    if found:  # `(em 1 de novembro de 2013)` dates the edition
        return bool(found.name) or len(cells[0].words) in forms or line_role(said, lexicon) != "note"
    return not (is_label(said, lexicon) or line_role(said, lexicon))


def _below_comma(above: Entry, below: Entry, lexicon: Lexicon) -> Tail | None:
    """The year of a name on a line of its own, `King's College London, School of Business,` above it."""
    cells = (*above.row.cells, *below.row.cells)
    apart = below.number or above.first != below.first or above.block.kind == "table"
    if len(cells) != 2 or apart or not cells[0].text.endswith(","):
        return None
    return Tail((), (("year", cells[1].words),)) if know.year(lexicon, cells[1].text) else None


def _breaks(one: Entry, two: Entry) -> bool:
    """A line that is full, or wants more, above one in its look: `Weill Cornell Medical College in / Qatar (2007)`."""
    if one.first != two.first or not (is_lone(one) and is_lone(two)) or one.block.kind != "lines":
        return False
    before, after = _change(one, two)[:2], _change(one, two)[2:]
    return before == after and (_last(one).full is True or ends_open(one.text.split()))


def _last(entry: Entry) -> Line:
    return entry.row.cells[0].lines[-1]


def _said(one: Tail) -> str:
    return " ".join(word.text for word in one.name)


def _groups(entries: Sequence[Entry], names: set[int], tails: Mapping[int, Tail]) -> Iterator[list[Entry]]:
    """Lines from one heading or value to the next."""
    held: list[Entry] = []
    for entry in entries:
        if held and entry.index not in names:
            yield held
            held = []
        if entry.index in names:
            held.append(entry)
        if entry.index in tails and held:
            yield held
            held = []
    if held:
        yield held


def _without(entry: Entry, one: Tail | None) -> Entry:
    """The row without its values; its name ended there, whatever room was left."""
    if one is None:
        return entry
    (cell,) = entry.row.cells
    *above, last = cell.lines
    full = None if last.full is None else False
    left = (replace(last, words=one.name, full=full),) if one.name else ()
    lines = (*above, *left)
    return replace(entry, row=replace(entry.row, cells=(replace(cell, lines=lines),) if lines else ()))


def _usual(groups: Sequence[list[Entry]]) -> frozenset[Change]:
    """The changes of look inside names that many names have."""
    changes = Counter(_change(one, two) for group in groups for one, two in pairwise(group) if has_letters(two.text))
    return frozenset(change for change, times in changes.items() if times >= max(_FEW, _ALIKE * len(groups)))


def _change(one: Entry, two: Entry) -> Change:
    return _last(one).bold, _last(one).size or 0.0, _last(two).bold, _last(two).size or 0.0


def _join(
    group: Sequence[Entry], usual: frozenset[Change] | None, found: dict[int, Entry], lexicon: Lexicon
) -> None:
    """Puts the lines of a name into one row as far up as they go on; `usual` is None where not all names are closed."""
    for one, two in reversed(list(pairwise(group))):
        below = found[two.index].row.cells
        if two.number:
            return
        if below and (usual is None or not _goes_on(one, two, usual, lexicon)):
            return
        (cell,) = found[one.index].row.cells
        lines = (*cell.lines, *(below[0].lines if below else ()))
        if not below:
            lines = (*lines[:-1], _ended(lines[-1]))
        row = replace(found[one.index].row, cells=(replace(cell, lines=lines),))
        found[one.index] = replace(found[one.index], row=row)
        found[two.index] = replace(found[two.index], row=Row(()))


def _ended(line: Line) -> Line:
    """A name's last line, without the comma before the value below it."""
    return replace(line, words=without_end(line.words, COMMAS), full=None if line.full is None else False)


def _goes_on(one: Entry, two: Entry, usual: frozenset[Change], lexicon: Lexicon) -> bool:
    """A look that changes as in other names, a line that has no room for more, or in a dump what would be no name:
    `University of Applied Sciences Upper / Austria`."""
    change = _change(one, two)
    if not change[1]:
        return is_label(two.text, lexicon) or line_role(two.text, lexicon) == "title"
    return change in usual if change[:2] != change[2:] else _breaks(one, two)
