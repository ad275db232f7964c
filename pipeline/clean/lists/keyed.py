"""Lists of entries that say of each value what it is, below the name:

    Universidade de Cabo Verde
    País: Cabo Verde
    Unidade: Escola de Belas Artes
    Vigência: 12/05/2022 a 13/08/2027
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.notes import line_role
from pipeline.clean.parts import Entry, Part, Role
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column, role_of
from pipeline.clean.subwords import split_behind
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line, Word

_COLONS = ":："
_LONGEST = 4  # words of a key
_FEW = 3
_MOST = 0.8
_PARTED = 0.4  # line heights of white space
Look = tuple[float | None, bool]


@dataclass(frozen=True, slots=True)
class Value:
    """A line with a key, and those that go on with its value."""

    entries: tuple[Entry, ...]
    key: tuple[Word, ...]
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        return " ".join(word.text for word in self.key).rstrip(_COLONS + " ")


@dataclass(frozen=True, slots=True)
class Keyed:
    """An entry: the rows of its name, none where a value has a key that says so, and its values."""

    names: tuple[Entry, ...]
    values: tuple[Value, ...]


def keyed(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    """The parts of each row that opens an entry, () for those that it goes on in; nothing in other editions."""
    loose = [e for e in entries if e.block.kind in ("lines", "dump") and len(e.row.cells) == 1 and e.row.cells[0].words]
    values = _values(loose, lexicon)
    if not values:
        return {}
    names = list(dict.fromkeys(value.name for value in values.values()))
    roles = dict(zip(names, map(role_of, know.heading_roles(lexicon, names)), strict=True))
    named = next((name for name in names if roles[name] == "institution"), None)
    found = list(_entries(loose, values, named or _opener(loose, values), named is not None))
    if not _are_entries(found, loose, named is not None, lexicon):
        return {}
    parts: dict[int, tuple[Part, ...]] = {}
    for one in found:
        rows = (*one.names, *(entry for value in one.values for entry in value.entries))
        parts |= {entry.index: () for entry in rows}
        parts[rows[0].index] = tuple(_parts(one, roles, lexicon))
    return parts


def _opener(loose: Sequence[Entry], values: Mapping[int, Value]) -> str:
    """The key that stands below lines without one."""
    below = (values[two.index] for one, two in pairwise(loose) if one.index not in values and two.index in values)
    first = Counter(value.name for value in below)
    return max(first, key=lambda key: first[key], default=next(iter(values.values())).name)


def _values(loose: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, Value]:
    """The lines with keys that stand again and again, of which some are known."""
    found = {entry.index: value for entry in loose if (value := _value(entry))}
    times = Counter(value.name for value in found.values())
    known = {name for name, count in times.items() if count >= _FEW}
    roles = {know.heading_role(lexicon, name) for name in known}
    return {at: value for at, value in found.items() if value.name in known} if "country" in roles else {}


def _value(entry: Entry) -> Value | None:
    line, *others = entry.row.cells[0].lines
    for at, word in enumerate(line.words[:_LONGEST]):
        if any(mark in word.text for mark in _COLONS):
            head, tail = split_behind(word, _COLONS)
            rest = (*tail, *line.words[at + 1 :])
            return Value((entry,), (*line.words[:at], head), (replace(line, words=rest), *others)) if rest else None
    return None


def _entries(loose: Sequence[Entry], values: Mapping[int, Value], opener: str, named: bool) -> Iterator[Keyed]:
    """The entries, each with the lines of its name right above the key that opens them."""
    openers = [i for i, entry in enumerate(loose) if (v := values.get(entry.index)) and v.name == opener]
    tops = [i if named else _top(loose, i, values) for i in openers]
    for first, opens, end in zip(tops, openers, [*tops[1:], len(loose)], strict=True):
        found: list[Value] = []
        for entry in loose[opens:end]:
            if value := values.get(entry.index):
                found.append(value)
            elif _look(entry) == _look(found[-1].entries[-1]) and _is_tight(entry):
                last = found[-1]
                lines = (*last.lines, *entry.row.cells[0].lines)
                found[-1] = replace(last, entries=(*last.entries, entry), lines=lines)
            else:
                break
        yield Keyed(tuple(loose[first:opens]), tuple(found))


def _top(loose: Sequence[Entry], opens: int, values: Mapping[int, Value]) -> int:
    """Where the name begins above the line `opens`: its lines look alike, and no white space parts them."""
    first = opens
    while first and loose[first - 1].index not in values:
        if first < opens and not (_look(loose[first - 1]) == _look(loose[first]) and _is_tight(loose[first])):
            break
        first -= 1
    return first


def _look(entry: Entry) -> Look:
    line = entry.row.cells[0].lines[-1]
    return line.size, line.bold


def _is_tight(entry: Entry) -> bool:
    gap = entry.row.cells[0].lines[0].gap
    return gap is not None and gap < _PARTED


def _are_entries(found: Sequence[Keyed], loose: Sequence[Entry], named: bool, lexicon: Lexicon) -> bool:
    """Whether each has a name of one look and several values, and no such name is left between or below them, as it is
    below headings, `Country: Spain`."""
    several = sum(len({value.name for value in one.values}) > 1 for one in found)
    if len(found) < _FEW or several < _MOST * len(found) or not all(named or one.names for one in found):
        return False
    names = [entry for one in found for entry in (one.names or one.values[0].entries)]
    looks = Counter(map(_look, names))
    usual = max(looks, key=lambda one: looks[one])
    read = {entry.index for one in found for entry in (*one.names, *(e for v in one.values for e in v.entries))}
    left = (entry for entry in loose if entry.index > names[0].index and entry.index not in read)
    lost = any(_look(entry) == usual and _may_name(entry, lexicon) for entry in left)
    labels = any(is_label(entry.row.cells[0].text, lexicon) for entry in names)
    return not lost and not labels and looks[usual] >= _MOST * len(names)


def _may_name(entry: Entry, lexicon: Lexicon) -> bool:
    text = entry.row.cells[0].text
    return not is_label(text, lexicon) and line_role(text, lexicon) is None


def _parts(one: Keyed, roles: Mapping[str, Role], lexicon: Lexicon) -> Iterator[Part]:
    entry = (one.names or one.values[0].entries)[0]
    if one.names:
        yield _part(entry, "institution", "", [line for row in one.names for line in row.row.cells[0].lines], lexicon)
    for value in one.values:
        yield Part("furniture", entry.index, (Line(value.key),), value.name)
        yield _part(entry, roles[value.name], value.name, value.lines, lexicon)


def _part(entry: Entry, role: Role, name: str, lines: Sequence[Line], lexicon: Lexicon) -> Part:
    """Without a box: no column tells a department of the office's own from one of the partner's, its key does."""
    return part_of(entry, Cell(0, tuple(lines)), Column(role, name, -1), lexicon)
