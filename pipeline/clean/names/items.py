"""What print puts between the names of one cell, and behind the last one: `Fudan University; Shandong University.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.normalise import lead_mark
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Word

_BULLETS = frozenset("•‣◦●▪■◆▶")
_BETWEEN = (";", "；")
_BETWEEN_NAMES = re.compile("[;；]")
_UNITS = 0.7  # of what stands behind semicolons
_STOPS = (".", "。")
_CLOSED = 0.8  # of all cells: as many end with a stop where it closes them
_FEWEST = 4  # cells that tell


def parts_units(cells: Sequence[Sequence[Line]], lexicon: Lexicon) -> bool:
    """Whether semicolons stand between an organisation and its unit, and not between names: `Tilburg University;
    Juristische Fakultät`."""
    split = (_BETWEEN_NAMES.split(" ".join(line.text for line in lines).rstrip("".join(_BETWEEN))) for lines in cells)
    several = [pieces for pieces in split if len(pieces) > 1]
    units = sum(not know.is_unit(lexicon, name) and all(know.is_unit(lexicon, one) for one in rest)
                for name, *rest in several)
    return units > _UNITS * len(several)


def items(line: Line, between: bool = True) -> Iterator[Line]:
    """The line parted before bullets, where a mark is set tight to a word, `Tunghai University *National Taiwan
    University`, and, where they stand `between` names, behind semicolons."""
    first = 0
    for at in range(1, len(line.words) + 1):
        ended = between and line.words[at - 1].text.endswith(_BETWEEN)
        bulleted = at + 1 < len(line.words) and line.words[at].text in _BULLETS
        marked = at < len(line.words) and _begins(line.words[at].text, line.words[first:at])
        if at == len(line.words) or ended or bulleted or marked:
            yield _ending(replace(line, words=line.words[first:at]), "".join(_BETWEEN) if between else "")
            first = at


def _begins(text: str, before: Sequence[Word]) -> bool:
    """A mark and a name's first letter, behind another name."""
    named = any(word.text[-1].isalnum() for word in before)
    return named and len(lead_mark(text)) == 1 and text[1:2].isalpha()


def ends_item(line: Line, between: bool) -> bool:
    """Whether the line's last name is whole."""
    return between and bool(line.words) and line.words[-1].text.endswith(_BETWEEN)


def closing_stop(cells: Sequence[Sequence[Line]]) -> str:
    """The stop that closes an edition's cells of names, "" where it closes few: then it is of `Inc.` alone."""
    ends = [lines[-1].text[-1:] for lines in cells if lines and lines[-1].words]
    most = max(_STOPS, key=ends.count)
    return most if len(ends) >= _FEWEST and ends.count(most) >= _CLOSED * len(ends) else ""


def without_stop(lines: Sequence[Line], stop: str) -> tuple[Line, ...]:
    """The lines of a cell without the stop behind the last one; that of `S.A.` is a part of the name as well."""
    inside = bool(stop) and bool(lines) and stop in lines[-1].words[-1].text[:-1]
    return tuple(lines) if not stop or not lines or inside else (*lines[:-1], _ending(lines[-1], stop))


def _ending(line: Line, marks: str) -> Line:
    last = line.words[-1]
    return replace(line, words=(*line.words[:-1], replace(last, text=last.text.rstrip(marks) or last.text)))
