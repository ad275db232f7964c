"""What print puts between the names of one cell, and behind the last one: `Fudan University; Shandong University.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.normalise import lead_mark
from pipeline.clean.subwords import pieces
from pipeline.knowledge import Lexicon
from pipeline.knowledge.fold import has_ideographs
from pipeline.records import Line, Word

_BULLETS = frozenset("•‣◦●▪■◆▶")
_SEMICOLONS, _SLASHES, _COMMA = ";；", "/／", "、"
_BETWEEN_NAMES = re.compile("[;；]")
_SLASH = re.compile(r"\s/(?=\s|$)|^/\s|／")
_LISTED = re.compile(_COMMA)
_UNITS = 0.7  # of what stands behind semicolons
_WHOLE = 0.7  # of what stands between slashes: as much names organisations
_STOPS = (".", "。")
_CLOSED = 0.8  # of all cells: as many end with a stop where it closes them
_FEWEST = 4  # cells that tell


def between(cells: Sequence[Sequence[Line]], lexicon: Lexicon) -> str:
    """The marks that stand between the names of an edition's cells."""
    semicolons = "" if _parts_units(cells, lexicon) else _SEMICOLONS
    slashes = _SLASHES if _parts_names(cells, _SLASH, 3, lexicon) else ""
    return semicolons + slashes + (_COMMA if _parts_names(cells, _LISTED, 2, lexicon) else "")


def _parts_units(cells: Sequence[Sequence[Line]], lexicon: Lexicon) -> bool:
    """Whether semicolons stand between an organisation and its unit, and not between names: `Tilburg University;
    Juristische Fakultät`."""
    split = (_BETWEEN_NAMES.split(" ".join(line.text for line in lines).rstrip(_SEMICOLONS)) for lines in cells)
    several = [pieces for pieces in split if len(pieces) > 1]
    units = sum(not know.is_unit(lexicon, name) and all(know.is_unit(lexicon, one) for one in rest)
                for name, *rest in several)
    return units > _UNITS * len(several)


def _parts_names(cells: Sequence[Sequence[Line]], mark: re.Pattern[str], least: int, lexicon: Lexicon) -> bool:
    """Whether marks stand between organisations, `least` in some cell: `Lund University / Umeå University / KTH`. Two
    in every cell may be one name in two languages, but not those that `、` lists: `名古屋大学、九州大学`."""
    split = (mark.split(" ".join(line.text for line in lines)) for lines in cells)
    several = [names for pieces in split if len(names := [one.strip() for one in pieces if one.strip()]) > 1]
    whole = [_holds_organisation(name, lexicon) for names in several for name in names]
    return any(len(names) >= least for names in several) and sum(whole) >= _WHOLE * len(whole)


def _holds_organisation(name: str, lexicon: Lexicon) -> bool:
    """Also before its unit, リーズ大学経済学部, or with a line's end in its head: 農工大 学."""
    inside = has_ideographs(name) and any(
        suffix in name.replace(" ", "") for suffix, head in lexicon.suffixes if head.kinds == {"organisation"}
    )
    return inside or any(start.kind == "organisation" for start in know.head_starts(lexicon, name.split()))


def items(line: Line, marks: str = _SEMICOLONS) -> Iterator[Line]:
    """The line parted before bullets, where a mark is set tight to a word, `Tunghai University *National Taiwan
    University`, and behind `marks`, which stand between names."""
    words = _words(line, marks)
    first = 0
    for at in range(1, len(words) + 1):
        ended = words[at - 1].text.endswith(tuple(marks)) and any(map(_is_named, words[first:at]))
        bulleted = at + 1 < len(words) and words[at].text in _BULLETS
        marked = at < len(words) and _begins(words[at].text, words[first:at])
        if at == len(words) or (ended and any(map(_is_named, words[at:]))) or bulleted or marked:
            yield replace(line, words=_without(words[first:at], marks))
            first = at


def _words(line: Line, marks: str) -> tuple[Word, ...]:
    """The line's words, parted at marks that stand without white space: `東京大学／京都大学、大阪大学`."""
    tight = "".join(mark for mark in (_SLASHES[1], _COMMA) if mark in marks)
    return tuple(piece for word in line.words for piece in pieces(word, tight)) if tight else line.words


def _is_named(word: Word) -> bool:
    return any(char.isalnum() for char in word.text)


def _without(words: Sequence[Word], marks: str) -> tuple[Word, ...]:
    """The words without the marks between names: those at the end, and those that stand alone."""
    *rest, last = words
    bare = [word if word.text.strip(marks) else replace(word, text="") for word in rest]
    return (*bare, replace(last, text=last.text.rstrip(marks)))


def _begins(text: str, before: Sequence[Word]) -> bool:
    """A mark and a name's first letter, behind another name."""
    named = any(word.text[-1:].isalnum() for word in before)
    return named and len(lead_mark(text)) == 1 and text[1:2].isalpha()


def ends_item(line: Line, marks: str) -> bool:
    """Whether the line's last name is whole."""
    return bool(marks and line.words) and line.words[-1].text.endswith(tuple(marks))


def begins_item(line: Line, marks: str) -> bool:
    """Whether a mark between names opens the line."""
    return bool(marks and line.words) and line.words[0].text.startswith(tuple(marks))


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
