"""The numbers that count an outline's parts, in whatever figures: `1.`, `1.2.3`, `Ⅳ.`, `B)`, `（三）`, `다.`, `②`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.clean.labels import HAN

LEVELS = "levels"
_HANGUL = "가나다라마바사아자차카타파하"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_CLOSE = "[.．、:：)）\\]】°º]+"
_FORM = re.compile(
    r"^(?P<open>[(（\[【]?第?)"
    rf"(?P<value>\d{{1,3}}(?:\.\d{{1,3}})+|\d{{1,3}}|[Ⅰ-Ⅻ]|[IVXL]{{1,6}}|[A-Za-z]|[{_HANGUL}]|[{HAN}十]{{1,3}}|[①-⑳])"
    rf"(?P<close>[章节節部編编]?(?:{_CLOSE})?)(?P<rest>.*)$"
)
_GLUED = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3]")


class Ordinal(NamedTuple):
    """A number that opens a line: `path` counts its levels, `style` is how it is printed, `size` its letters."""

    style: tuple[str, str]
    path: tuple[int, ...]
    size: int


def ordinals(word: str) -> Iterator[Ordinal]:
    """All readings of the number that the word is or begins with: `I.` counts in Roman figures, or in letters."""
    found = _FORM.match(word)
    if not found or (found["rest"] and not (found["close"] and _GLUED.match(found["rest"]))):
        return
    opened, value, closed = found["open"], found["value"], found["close"]
    if not closed and not (value[0].isdecimal() or value[0] in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ" or "①" <= value <= "⑳"):
        return
    size = len(word) - len(found["rest"])
    if value[0].isdecimal():
        yield Ordinal((LEVELS, opened), tuple(map(int, value.split("."))), size)
    for kind, read in READERS.items():
        if (number := read(value)) > 0:
            yield Ordinal((kind, opened + closed), (number,), size)


def follows(before: tuple[int, ...] | None, path: tuple[int, ...]) -> bool:
    """Whether a number comes next in an outline: one more on its level or on one above, or the first of a level."""
    if before is None or path[-1] == 1:
        return path[-1] == 1 and (before is None or len(path) == 1 or before[: len(path) - 1] == path[:-1])
    return len(path) <= len(before) and path == (*before[: len(path) - 1], before[len(path) - 1] + 1)


def _figure(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _han(text: str) -> int:
    """十 is ten, 十二 twelve, 二十 twenty."""
    if not set(text) <= set(HAN + "十"):
        return 0
    tens, ten, ones = text.rpartition("十")
    return (10 * (HAN.find(tens) + 1 or 1) if ten else 0) + (HAN.find(ones) + 1 if ones else 0)


def _roman(text: str) -> int:
    if "Ⅰ" <= text <= "Ⅻ":
        return ord(text) - ord("Ⅰ") + 1
    values = [_ROMAN.get(letter, 0) for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)) * all(values)


def _letter(text: str) -> int:
    return ord(text.upper()) - ord("A") + 1 if text.isascii() and text.isalpha() and len(text) == 1 else 0


def _hangul(text: str) -> int:
    return _HANGUL.find(text) + 1


def _circled(text: str) -> int:
    return ord(text) - ord("①") + 1 if "①" <= text <= "⑳" else 0


READERS: dict[str, Callable[[str], int]] = {
    "figure": _figure, "han": _han, "roman": _roman, "letter": _letter, "hangul": _hangul, "circled": _circled
}
