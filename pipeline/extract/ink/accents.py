"""Accents that a file draws as glyphs of their own, put back on their letters."""

from __future__ import annotations

import unicodedata
from typing import Any

from numpy.typing import NDArray

# Spacing accents as TeX draws them over a letter, and the combining mark of each.
_MARKS = {
    "´": "\u0301", "`": "\u0300", "ˋ": "\u0300", "ˊ": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "^": "\u0302",
    "˜": "\u0303", "~": "\u0303", "¸": "\u0327", "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "˙": "\u0307",
    "˝": "\u030b", "˛": "\u0328", "¯": "\u0304",
}  # fmt: skip
_DRAWN = frozenset(_MARKS)


def composed(word: str, boxes: NDArray[Any]) -> str:
    """`word` with each accent composed onto the letter it stands on; `boxes` has a row for each character."""
    if not _DRAWN.isdisjoint(word):
        word = _marked(word, boxes)
    if any(map(unicodedata.combining, word)):
        word = _joined(word)
    return word


def _marked(word: str, boxes: NDArray[Any]) -> str:
    letters = list(word)
    for i, letter in enumerate(word):
        if letter in _MARKS:
            host = next((j for j in (i + 1, i - 1) if _on(boxes, i, j) and word[j].isalpha()), None)
            if host is not None:
                letters[i] = ""
                letters[host] += _MARKS[letter]
    return "".join(letters)


def _on(boxes: NDArray[Any], accent: int, letter: int) -> bool:
    """Whether the accent's middle lies over the letter: an accent beside its letter is a character of its
    own.
    """
    if not 0 <= letter < len(boxes):
        return False
    middle = (boxes[accent][0] + boxes[accent][2]) / 2
    return bool(boxes[letter][0] <= middle <= boxes[letter][2])


def _joined(word: str) -> str:
    """Compose letter and mark, and nothing else: full NFC would also change letters that the file prints."""
    out: list[str] = []
    for letter in word:
        pair = unicodedata.normalize("NFC", out[-1] + letter) if out and unicodedata.combining(letter) else ""
        if len(pair) == 1:
            out[-1] = pair
        else:
            out.append(letter)
    return "".join(out)
