"""Names with nothing between them, in scripts that need no white space: `里昂第三大學波爾多大學` are two.

A name is a stem, a university's head noun and perhaps a unit. The cuts are certain where a name behind the first says
where it lies (`波爾多`, Bordeaux); else the print stays as it is, and asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise

from pipeline import knowledge as know
from pipeline.clean.subwords import sliced
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Word

_HEAD = r"(?:大[学學]校|대학교|(?<!대)대학(?!교|원)|大[学學](?![校院]))"
_UNIT = r"(?:(?:(?!大[学學]|대학)\w){1,6}?(?:学部|學部|学院|學院|研究[科所院]|학부|연구소))"
_NAME = re.compile(rf"(?:(?!{_HEAD})[\w・]){{2,}}?{_HEAD}{_UNIT}?")
_COLLEGES = re.compile(r"(?:校|교)(?:\w+(?:大[学學]|대학))$")  # of a Korean university: 公州大学校師範大学


def names_in(text: str) -> tuple[str, ...]:
    """The names that a word without white space is made of, () where it is not made of names alone."""
    found = tuple(_NAME.findall(text))
    return found if "".join(found) == text else ()


def runs_on(text: str) -> bool:
    """Whether a word holds several universities."""
    return any(len(names_in(word)) > 1 and not _COLLEGES.search(word) for word in text.split())


def parted(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """The line, cut where one of its words surely holds several names."""
    held: list[Word] = []
    for word in line.words:
        first, *others = _pieces(word, lexicon)
        held.append(first)
        for piece in others:
            yield replace(line, words=tuple(held), full=None if line.full is None else False)
            held = [piece]
    yield replace(line, words=tuple(held))


def _pieces(word: Word, lexicon: Lexicon) -> tuple[Word, ...]:
    names = names_in(word.text) if runs_on(word.text) else ()
    if not names or not any(know.clues(lexicon, name) for name in names[1:]):
        return (word,)
    ends = [0, *accumulate(map(len, names))]
    return tuple(sliced(word, first, end) for first, end in pairwise(ends))
