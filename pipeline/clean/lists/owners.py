"""Lists whose entries close with the department that has the agreement:

    Belgia
    • VIVES University of Applied Sciences – Instytut
    Geografii (2003)

A partner's own faculty stands so too; those of the publishing university are few, and nearly each entry names one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.lists.tails import Tail, tail, value_parts
from pipeline.clean.normalise import bullet, label_text
from pipeline.clean.notes import line_role
from pipeline.clean.parts import Entry, Part, Role, lone_lines
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line, Word

_DASHES = frozenset(("-", "–", "—"))
_FEW = 6
_MOST = 0.9  # of the entries
_EACH = 3  # entries of one department, on the average
_LONGEST = 6  # lines of an entry


@dataclass(frozen=True, slots=True)
class Owned:
    """An entry: its rows, the name, the dash, the department's lines, and the values behind it."""

    entries: tuple[Entry, ...]
    name: tuple[Line, ...]
    dash: Word
    owner: tuple[Line, ...]
    values: Tail


def owned(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    """The parts of each row that opens an entry, () for those that it goes on in; nothing in other editions."""
    loose = lone_lines(entries)
    groups = list(_groups(loose, lexicon))
    found = [one for group in groups if (one := _owned(group, lexicon))]
    owners = {label_text(one.owner) for one in found}
    few = len(found) >= max(_FEW, _MOST * len(groups)) and len(owners) * _EACH <= len(found)
    if not few or _are_told(loose, {entry.index for group in groups for entry in group}, lexicon):
        return {}
    parts: dict[int, tuple[Part, ...]] = {}
    for one in found:
        parts |= {entry.index: () for entry in one.entries}
        parts[one.entries[0].index] = tuple(_parts(one, lexicon))
    return parts


def _groups(loose: Sequence[Entry], lexicon: Lexicon) -> Iterator[tuple[Entry, ...]]:
    """The lines from a bullet, or from what stands below a label or an entry, to the year that closes the entry."""
    held: list[Entry] = []
    signs = Counter(sign for entry in loose if (sign := bullet(entry.row.cells[0].text)))
    usual = max(signs, key=lambda sign: signs[sign], default="")
    for entry in loose:
        text = entry.row.cells[0].text
        opens = bullet(text) == usual != "" or (bullet(text) and text[0] not in _DASHES)
        held = [] if opens or len(held) == _LONGEST or is_label(text, lexicon) else held
        if is_label(text, lexicon):
            continue
        held.append(entry)
        if _tail(entry, lexicon):
            yield tuple(held)
            held = []


def _tail(entry: Entry, lexicon: Lexicon) -> Tail | None:
    found = tail(entry.row.cells[0].lines[-1].words, lexicon)
    return found if found and any(kind == "year" for kind, _ in found.values) else None


def _owned(group: tuple[Entry, ...], lexicon: Lexicon) -> Owned | None:
    """The entry parted at its last dash with a unit behind it, None where none stands there."""
    values = _tail(group[-1], lexicon)
    lines = [line for entry in group for line in entry.row.cells[0].lines]
    if values is None:
        return None
    lines[-1] = replace(lines[-1], words=values.name)
    dashes = [(i, k) for i, line in enumerate(lines) for k, word in enumerate(line.words) if word.text in _DASHES]
    for i, k in reversed(dashes):
        line = lines[i]
        name = _spoken((*lines[:i], replace(line, words=line.words[:k], full=False)))
        owner = _spoken((replace(line, words=line.words[k + 1 :]), *lines[i + 1 :]))
        if name and owner and know.is_unit(lexicon, label_text(owner)):
            return Owned(group, name, line.words[k], owner, values)
    return None


def _spoken(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.words)


def _are_told(loose: Sequence[Entry], read: set[int], lexicon: Lexicon) -> bool:
    """Whether headings name departments, or the agreements are the university's."""
    others = [entry.row.cells[0].text for entry in loose if entry.index not in read]
    wide = any(know.level_of_title(lexicon, text) == "university" for text in others)
    headings = (text for text in others if line_role(text, lexicon) is None)
    return wide or any(know.is_unit(lexicon, heading_counted(text, lexicon)[0]) for text in headings)


def _parts(one: Owned, lexicon: Lexicon) -> Iterator[Part]:
    entry = one.entries[0]
    yield _part(entry, "institution", one.name, lexicon)
    yield _part(entry, "furniture", (Line((one.dash,)),), lexicon)
    yield _part(entry, "department", one.owner, lexicon)
    yield from value_parts(one.values, entry.index)


def _part(entry: Entry, role: Role, lines: tuple[Line, ...], lexicon: Lexicon) -> Part:
    """Without a box: the department holds for its own entry alone."""
    return part_of(entry, Cell(0, lines), Column(role, "", -1), lexicon)
