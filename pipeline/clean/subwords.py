"""Parts of a printed word: where no white space parts them, `日本：東京大学、` is a label and a name."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records import Box, Word


def split_behind(word: Word, marks: str, start: int = 0) -> tuple[Word, tuple[Word, ...]]:
    """The word up to its first mark at `start` or later, and what stands behind that: one word, or none."""
    at = next((i + 1 for i, char in enumerate(word.text) if i >= start and char in marks), len(word.text))
    return sliced(word, 0, at), ((sliced(word, at, len(word.text)),) if at < len(word.text) else ())


def split_before(word: Word, marks: str) -> tuple[tuple[Word, ...], Word]:
    """What stands before the word's last mark: one word, or none; and the rest of it."""
    at = max(word.text.rfind(mark) for mark in marks)
    return ((sliced(word, 0, at),) if at > 0 else ()), sliced(word, max(0, at), len(word.text))


def pieces(word: Word, marks: str) -> tuple[Word, ...]:
    """The word parted behind each mark; every part is the source's word by its index."""
    found: list[Word] = []
    rest: tuple[Word, ...] = (word,)
    while rest:
        first, rest = split_behind(rest[0], marks)
        found.append(first)
    return tuple(found)


def without_end(words: tuple[Word, ...], marks: str) -> tuple[Word, ...]:
    """The words without the marks behind the last of them, which part values and are no part of a name."""
    *before, last = words
    return (*before, replace(last, text=last.text.rstrip(marks) or last.text))


def sliced(word: Word, first: int, end: int) -> Word:
    """Letters `first` to `end` with their share of the box."""
    if (first, end) == (0, len(word.text)):
        return word
    return replace(word, text=word.text[first:end], box=_share(word.box, first / len(word.text), end / len(word.text)))


def _share(box: Box | None, first: float, end: float) -> Box | None:
    if box is None:
        return None
    width = box.x1 - box.x0
    return box._replace(x0=box.x0 + first * width, x1=box.x0 + end * width)
