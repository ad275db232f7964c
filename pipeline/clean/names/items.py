"""What print puts between the names of one cell, and behind the last one: `Fudan University; Shandong University.`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.records import Line

_BULLETS = frozenset("•‣◦●▪■◆▶")
_BETWEEN = (";", "；")
_STOPS = (".", "。")
_CLOSED = 0.8  # of all cells: as many end with a stop where it closes them
_FEWEST = 4  # cells that tell


def items(line: Line) -> Iterator[Line]:
    """The line parted behind semicolons and before bullets, which print puts between names."""
    first = 0
    for at in range(1, len(line.words) + 1):
        ended = line.words[at - 1].text.endswith(_BETWEEN)
        bulleted = at + 1 < len(line.words) and line.words[at].text in _BULLETS
        if at == len(line.words) or ended or bulleted:
            yield _ending(replace(line, words=line.words[first:at]), "".join(_BETWEEN))
            first = at


def ends_item(line: Line) -> bool:
    """Whether the line's last name is whole."""
    return bool(line.words) and line.words[-1].text.endswith(_BETWEEN)


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
