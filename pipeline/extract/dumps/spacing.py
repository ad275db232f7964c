"""White space that means nothing: recognised scans print `A S I E N`, `Brawijaya , Faculty` and `JAPAN ( 2 )`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import SourceLine

_LOOSE = re.compile(r"(?<=\w)\s+(?=[,)\]](?:\s|$))|(?<=[(\[])\s+(?=\w)")
_LETTERS = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}(?: {2,}[^\W\d_](?: [^\W\d_])+)*")
_FAR = re.compile(r"\S {4,}\S")
_WIDE = re.compile(r" {2,}")
_FEWEST, _SHARE = 3, 0.05  # lines with space where none is set


def is_loose(source: Sequence[SourceLine]) -> bool:
    """Whether white space stands where nobody sets it, so that two or three spaces part no cells either."""
    loose = sum(_LOOSE.search(line.text) is not None for line in source)
    wide = sum(_FAR.search(line.text) is not None for line in source)
    return loose >= max(_FEWEST, _SHARE * len(source)) and wide < loose


def tokens(text: str, loose: bool) -> list[str]:
    """The words of a text; those set in single letters are whole, as what white space breaks is where it is loose."""
    bare = text.strip()
    if _LETTERS.fullmatch(bare):
        return [part.replace(" ", "") for part in _WIDE.split(bare)]
    return (_LOOSE.sub("", bare) if loose else bare).split()
