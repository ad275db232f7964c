"""Lists of entries that say of each value what it is, below the name or with a key for the name too:

    Universidade de Cabo Verde              País: Cabo Verde
    País: Cabo Verde                        Instituição: Universidade de Cabo Verde
    Unidade: Escola de Belas Artes          Unidade: Escola de Belas Artes
    Vigência: 12/05/2022 a 13/08/2027       Vigência: 12/05/2022 a 13/08/2027
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.keys import Keys, Value, keys
from pipeline.clean.normalise import opening
from pipeline.clean.notes import line_role, whole
from pipeline.clean.parts import HEADING, LABELS, Entry, Part, Role
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line

_FIGURES = re.compile(r"\d+")
_FEW = 3
_MOST = 0.8
_PARTED = 0.4  # line heights of white space
Look = tuple[float | None, bool]


@dataclass(frozen=True, slots=True)
class Keyed:
    """An entry: the rows of its name, none where a value has a key that says so, and its values."""

    names: tuple[Entry, ...]
    values: tuple[Value, ...]


def keyed(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    """The parts of each row that opens an entry, () for those that it goes on in; nothing in other editions."""
    loose = [entry for entry in entries if _may_be_keyed(entry)]
    known = keys(loose, lexicon)
    numbers = _numbers(loose, known.values) if known else {}
    found = list(_entries(loose, known, numbers, lexicon)) if known else []
    if known is None or not _are_entries(found, loose, known, lexicon):
        return {}
    parts: dict[int, tuple[Part, ...]] = {}
    usual = _usual(found, known.roles)
    for one in found:
        rows = (*one.names, *(entry for value in one.values for entry in value.entries))
        parts |= {entry.index: () for entry in rows}
        parts[rows[0].index] = tuple(_parts(one, known.roles, usual, lexicon))
    for value in known.values.values():
        if value.name in known.headings:
            parts[value.entries[0].index] = tuple(_heading(value, known.roles[value.name], lexicon))
    return numbers | parts if known.named else parts


def _may_be_keyed(entry: Entry) -> bool:
    """A line of a list; its value may stand in a cell of its own, behind a tab."""
    cells = entry.row.cells if entry.block.kind in ("lines", "dump") else ()
    opened = bool(cells) and bool(cells[0].words)
    return opened and (len(cells) == 1 or (len(cells) == 2 and cells[0].text.endswith((":", "："))))


def _numbers(loose: Sequence[Entry], read: Collection[int]) -> dict[int, tuple[Part, ...]]:
    """The lines between entries that say the same but for a number, `Convenio n.º 12`."""
    left = [(_FIGURES.sub("", entry.row.cells[0].text), entry) for entry in loose if entry.index not in read]
    times = Counter(said for said, entry in left if said != entry.row.cells[0].text)
    return {entry.index: whole(entry, "furniture") for said, entry in left if times[said] >= _FEW}


def _entries(loose: Sequence[Entry], known: Keys, numbers: Collection[int], lexicon: Lexicon) -> Iterator[Keyed]:
    """The entries, each with the lines of its name right above the key that opens them; where names have a key, other
    lines (a page's foot) may stand between values."""
    openers = list(_openers(loose, known))
    tops = [i if known.named else _top(loose, i, known.values) for i in openers]
    for first, opens, end in zip(tops, openers, [*tops[1:], len(loose)], strict=True):
        found: list[Value] = []
        for entry in loose[opens:end]:
            value = known.values.get(entry.index)
            if value and value.name not in known.headings:
                found.append(value)
            elif value is None and entry.index not in numbers and _goes_on(found[-1].entries[-1], entry, lexicon):
                last = found[-1]
                lines = (*last.lines, *entry.row.cells[0].lines)
                found[-1] = replace(last, entries=(*last.entries, entry), lines=lines)
            elif not known.named:
                break
        yield Keyed(tuple(loose[first:opens]), tuple(found))


def _openers(loose: Sequence[Entry], known: Keys) -> Iterator[int]:
    """The places of the lines that open entries: with the key that does, or, where names have a key, with one that the
    entry above has already."""
    held: set[str] = set()
    for i, entry in enumerate(loose):
        value = known.values.get(entry.index)
        if value is None or value.name in known.headings:
            continue
        if value.name == known.opener or (known.named and (not held or value.name in held)):
            yield i
            held = set()
        held.add(value.name)


def _goes_on(above: Entry, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a line right below a value is more of it: no label, no page's number, and no number of an entry."""
    text = entry.row.cells[0].text
    own = entry.number or opening(text) or is_label(text, lexicon) or line_role(text, lexicon) == "furniture"
    return above.index == entry.index - 1 and _look(entry) == _look(above) and _is_tight(entry) and not own


def _top(loose: Sequence[Entry], opens: int, values: Mapping[int, Value]) -> int:
    """Where the name begins above the line `opens`: its lines look alike, no white space parts them, and only the
    first may have a number."""
    first = opens
    while first and loose[first - 1].index not in values:
        joined = _look(loose[first - 1]) == _look(loose[first]) and _is_tight(loose[first]) and not loose[first].number
        if first < opens and not joined:
            break
        first -= 1
    return first


def _look(entry: Entry) -> Look:
    line = entry.row.cells[0].lines[-1]
    return line.size, line.bold


def _is_tight(entry: Entry) -> bool:
    gap = entry.row.cells[0].lines[0].gap
    return gap is not None and gap < _PARTED


def _are_entries(found: Sequence[Keyed], loose: Sequence[Entry], known: Keys, lexicon: Lexicon) -> bool:
    """Whether each has a name of one look and several values, and no such name is left between or below them, as it is
    below headings, `Country: Spain`."""
    named = known.named is not None
    several = sum(len({value.name for value in one.values}) > 1 for one in found)
    if len(found) < _FEW or several < _MOST * len(found) or not all(named or one.names for one in found):
        return False
    names = [entry for one in found for entry in (one.names or one.values[0].entries)]
    looks = Counter(map(_look, names))
    usual = max(looks, key=lambda one: looks[one])
    read = {entry.index for one in found for entry in (*one.names, *(e for v in one.values for e in v.entries))}
    left = (entry for entry in loose if entry.index > names[0].index and entry.index not in read)
    lost = not named and any(_look(entry) == usual and _may_name(entry, lexicon) for entry in left)
    labels = any(is_label(entry.row.cells[0].text, lexicon) for entry in names)
    return not lost and not labels and looks[usual] >= _MOST * len(names)


def _may_name(entry: Entry, lexicon: Lexicon) -> bool:
    text = entry.row.cells[0].text
    return not is_label(text, lexicon) and line_role(text, lexicon) is None and not know.is_unit(lexicon, text)


def _usual(found: Sequence[Keyed], roles: Mapping[str, Role]) -> Sequence[str]:
    """The keys of labels that most entries have."""
    times = Counter(name for one in found for name in {value.name for value in one.values})
    return [name for name, count in times.items() if roles[name] in LABELS and count > 0.5 * len(found)]


def _parts(one: Keyed, roles: Mapping[str, Role], usual: Sequence[str], lexicon: Lexicon) -> Iterator[Part]:
    """An entry without a label that others have asks: the label of the one above may not hold for it."""
    own = {value.name for value in one.values if value.lines}
    lacks = next((name for name in usual if name not in own), "")
    for part in _told(one, roles, lexicon):
        yield replace(part, lacks=lacks) if part.role == "institution" else part


def _told(one: Keyed, roles: Mapping[str, Role], lexicon: Lexicon) -> Iterator[Part]:
    entry = (one.names or one.values[0].entries)[0]
    if one.names:
        yield _part(entry, "institution", "", [line for row in one.names for line in row.row.cells[0].lines], lexicon)
    for value in one.values:
        yield Part("furniture", entry.index, (Line(value.key),), value.name)
        if value.lines:
            yield _part(entry, roles[value.name], value.name, value.lines, lexicon)


def _heading(value: Value, role: Role, lexicon: Lexicon) -> Iterator[Part]:
    """A label above entries."""
    entry = value.entries[0]
    yield Part("furniture", entry.index, (Line(value.key),), value.name)
    if value.lines:
        yield replace(_part(entry, role, value.name, value.lines, lexicon), column=HEADING)


def _part(entry: Entry, role: Role, name: str, lines: Sequence[Line], lexicon: Lexicon) -> Part:
    """Without a box: no column tells a department of the office's own from one of the partner's, its key does."""
    return part_of(entry, Cell(0, tuple(lines)), Column(role, name, -1), lexicon)
