"""Names that run on in one paragraph, parted by a mark: which mark it is, and the names between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.lists.runon import STOPS
from pipeline.clean.normalise import join
from pipeline.clean.parts import Role
from pipeline.clean.subwords import pieces
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Word

SEPARATORS = ("；;", "、", "／/", "|｜", "・•·", "，,")
_BEHIND = re.compile(r"[^\w\s]?\s*[(（][^()（）]*\d[^()（）]*[)）]$")  # `（1988）`, `※（2004）`
_COMMAS = SEPARATORS[-1]
_MANY = 0.3  # separators a paragraph
_WHOLE = 0.7  # share of pieces that name organisations
_FEW = 3
_DENSE = 0.15  # share of lines with a separator

Lines = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Names:
    """The marks that part names."""

    marks: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word, the line it stands in, and whether a separator parts it from the next one."""

    word: Word
    line: int
    ends: bool


def separator(found: Sequence[Lines], lexicon: Lexicon) -> Names | None:
    """What parts the names of all paragraphs: the mark that leaves whole names between; None where none does."""
    for marks in SEPARATORS:
        parted = [name for lines in found for name in _names(_spots(lines, marks), marks, lexicon)]
        cuts = len(parted) - len(found)
        whole = sum(_is_whole(_text(name), lexicon) for name in parted)
        many = cuts >= max(_FEW, _MANY * len(found)) and whole >= _WHOLE * len(parted)
        if many and (marks != _COMMAS or _are_several(found, lexicon)):
            return Names(marks)
    return None


def dense(found: Sequence[Lines], names: Names, lexicon: Lexicon) -> bool:
    """Whether a good many lines hold a separator, as those of names that run on do; a comma only counts between two
    organisations, since it stands between a unit and its organisation too."""
    lines = [line for one in found for line in one]
    several = [_holds(line.text, names.marks, lexicon) for line in lines]
    return sum(several) >= max(_FEW - 1, _DENSE * len(lines))


def _are_several(found: Sequence[Lines], lexicon: Lexicon) -> bool:
    """Whether commas of a good many paragraphs stand between organisations."""
    texts = [" ".join(line.text for line in lines) for lines in found]
    return sum(_holds(text, _COMMAS, lexicon) for text in texts) >= max(_FEW - 1, _DENSE * len(found))


def _holds(text: str, marks: str, lexicon: Lexicon) -> bool:
    if marks != _COMMAS:
        return any(mark in text for mark in marks)
    return sum(_is_sure(part, lexicon) for part in re.split(f"[{marks}]", text)) > 1


def _is_sure(text: str, lexicon: Lexicon) -> bool:
    """A head noun that names organisations and no units: `University`, not `Institute`."""
    starts = know.head_starts(lexicon, text.rstrip(STOPS).split())
    kinds = {start.head: {other.kind for other in starts if other.head == start.head} for start in starts}
    return {"organisation"} in kinds.values()


def names_of(
    lines: Lines, names: Names | None, stop: bool, lexicon: Lexicon
) -> Iterator[tuple[Role, tuple[Line, ...]]]:
    """The lines of each name of a paragraph; a mark that stands alone is furniture."""
    marks = names.marks if names else ""
    spots = _spots(lines, marks)
    last = spots[-1]
    if stop and last.word.text.rstrip(STOPS):
        spots[-1] = replace(last, word=replace(last.word, text=last.word.text.rstrip(STOPS)))
    for name in _names(spots, marks, lexicon):
        bare = [*name[:-1], replace(name[-1], word=_without(name[-1].word, marks))]
        kept = [spot for spot in bare if any(char.isalnum() for char in spot.word.text) or spot is not bare[-1]]
        if kept:
            yield "institution", _lines_of(kept, lines)
        if len(kept) < len(bare):
            yield "furniture", (Line((bare[-1].word,)),)


def _spots(lines: Lines, marks: str) -> list[_Spot]:
    return [
        _Spot(word, at, bool(marks) and word.text.endswith(tuple(marks)))
        for at, line in enumerate(lines)
        for printed in line.words
        for word in (pieces(printed, marks) if marks else (printed,))
    ]


def _names(spots: Sequence[_Spot], marks: str, lexicon: Lexicon) -> list[list[_Spot]]:
    """The spots of each name; a comma may stand inside a name too."""
    names: list[list[_Spot]] = [[]]
    for i, spot in enumerate(spots):
        names[-1].append(spot)
        if spot.ends and i + 1 < len(spots):
            following = _upto(spots[i + 1 :])
            if marks != _COMMAS or _is_between(_text(names[-1]), _text(following), lexicon):
                names.append([])
    return names


def _upto(spots: Sequence[_Spot]) -> Sequence[_Spot]:
    end = next((i + 1 for i, spot in enumerate(spots) if spot.ends), len(spots))
    return spots[:end]


def _is_between(before: str, after: str, lexicon: Lexicon) -> bool:
    """A comma parts names where the first is whole and the second is more than a place: `University of California,
    Davis`, `Faculty of Law, University of Oslo`."""
    unit = bool(know.split_unit(lexicon, before)[0]) and not _is_whole(before, lexicon)
    bare = after.strip(" ,，.。")
    place = bool(lexicon.cities.get(know.key(bare)) or lexicon.subdivisions.get(know.key(bare)))
    return not unit and not place and (_is_whole(after, lexicon) or len(bare.split()) > 1)


def _is_whole(text: str, lexicon: Lexicon) -> bool:
    starts = know.head_starts(lexicon, _BEHIND.sub("", text).split())
    return any(start.kind == "organisation" for start in starts) or _is_acronym(text)


def _is_acronym(text: str) -> bool:
    return text.isascii() and text.isalpha() and text.isupper()


def _text(spots: Sequence[_Spot]) -> str:
    lines = [[spot.word.text for spot in line] for _, line in groupby(spots, key=lambda spot: spot.line)]
    return join(lines, frozenset()).text.rstrip("；;、／/|｜・•·，, " + STOPS)


def _without(word: Word, marks: str) -> Word:
    """The word without the separator behind it; a comma inside a name stays."""
    return replace(word, text=word.text.rstrip(marks) or word.text)


def _lines_of(spots: Sequence[_Spot], lines: Lines) -> tuple[Line, ...]:
    found: dict[int, list[Word]] = {}
    for spot in spots:
        found.setdefault(spot.line, []).append(spot.word)
    return tuple(replace(lines[at], words=tuple(words)) for at, words in found.items())
