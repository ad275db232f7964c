"""Lines that say what their value is: `País: Alemania`, `国名：ドイツ`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.normalise import unmarked
from pipeline.clean.parts import LABELS, Entry, Role
from pipeline.clean.scheme import role_of
from pipeline.clean.subwords import split_behind
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line, Word

_COLONS = ":："
_LONGEST = 4  # words of a key
_FEW = 3
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Value:
    """A line with a key, and those that go on with its value."""

    entries: tuple[Entry, ...]
    key: tuple[Word, ...]
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        return unmarked(" ".join(word.text for word in self.key).rstrip(_COLONS + " "))


@dataclass(frozen=True, slots=True)
class Keys:
    """The lines with keys, what the keys mean, the one that opens entries, that of names, None where names stand above
    the keys, and those of headings: `Country: Spain` above several entries that say no country."""

    values: Mapping[int, Value]
    roles: Mapping[str, Role]
    opener: str
    named: str | None
    headings: frozenset[str]


def keys(loose: Sequence[Entry], lexicon: Lexicon) -> Keys | None:
    """The keys of an edition, None where it has none that name a country."""
    values = _values(loose, lexicon)
    names = list(dict.fromkeys(value.name for value in values.values()))
    roles = dict(zip(names, map(role_of, know.heading_roles(lexicon, names)), strict=True))
    if "country" not in roles.values():
        return None
    named = next((name for name in names if roles[name] == "institution"), None)
    headings = _headings(list(values.values()), roles, named) if named else frozenset()
    first = next((value.name for value in values.values() if value.name not in headings), "")
    return Keys(values, roles, first if named else _opener(loose, values), named, headings)


def _values(loose: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, Value]:
    """The lines with keys that stand again and again, and those whose keys head columns elsewhere."""
    found = {entry.index: value for entry in loose if (value := _value(entry))}
    times = Counter(value.name for value in found.values())
    often = {name for name, count in times.items() if count >= _FEW}
    known = often | {name for name in times if often and know.heading_role(lexicon, name)}
    return {at: value for at, value in found.items() if value.name in known}


def _value(entry: Entry) -> Value | None:
    """The key, up to a colon among the first words, and its value, which may stand in a cell of its own or below."""
    cell, *beside = entry.row.cells
    line, *others = cell.lines
    for at, word in enumerate(line.words[:_LONGEST]):
        if any(mark in word.text for mark in _COLONS):
            head, tail = split_behind(word, _COLONS)
            rest = (*tail, *line.words[at + 1 :])
            own = (replace(line, words=rest), *others) if rest else tuple(others)
            return Value((entry,), (*line.words[:at], head), (*own, *_lines(beside)))
    return None


def _lines(cells: Sequence[Cell]) -> tuple[Line, ...]:
    return tuple(line for cell in cells for line in cell.lines)


def _opener(loose: Sequence[Entry], values: Mapping[int, Value]) -> str:
    """The key that stands below lines without one."""
    below = (values[two.index] for one, two in pairwise(loose) if one.index not in values and two.index in values)
    first = Counter(value.name for value in below)
    return max(first, key=lambda key: first[key], default=next(iter(values.values())).name)


def _headings(values: Sequence[Value], roles: Mapping[str, Role], named: str) -> frozenset[str]:
    """The keys of labels that stand above entries and other labels alone, and more seldom than entries do."""
    times = Counter(value.name for value in values)
    seldom = {name for name, role in roles.items() if role in LABELS and times[name] < _MOST * times[named]}
    opener = next(value.name for value in values if value.name not in seldom)
    inside = {one.name for one, two in pairwise(values) if two.name != opener and two.name not in seldom}
    return frozenset(name for name in seldom - inside if not _repeats([one for one in values if one.name == name]))


def _repeats(values: Sequence[Value]) -> bool:
    """Whether one value stands twice in succession, as no heading does."""
    texts = [" ".join(line.text for line in one.lines) for one in values]
    return any(one == two for one, two in pairwise(texts))
