"""Characters of a page become words: where white space, a gap, a new line or a new direction ends one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.accents import composed
from pipeline.extract.ink.looks import looks_of
from pipeline.extract.ink.pdfium import raw
from pipeline.extract.ink.raised import last_letters, raised_letters, superscripts
from pipeline.extract.ink.view import View, seen_boxes, seen_points
from pipeline.extract.sheet import Ink

_GAP = 0.5  # of the font's height: wider than any letter spacing within a word, narrower than a column's gutter
_TOUCH = 0.1  # of the height: letters that stand as near are in one word
_TOUCH_WIDE = 0.35  # the same for letters of scripts without spaces: `日` leaves a third of its square white
_BIN, _BIN_BITS = 8.0, 16  # points, and bits of a bin's number
_NEW_LINE = 10
_MIDDLE_DOT, _FIRST_KANA, _LAST_KANA = ord("・"), ord("ァ"), ord("ー")
_FIRST_WIDE = 0x2E80  # letters as wide as high, which no white space parts
_NARROWEST = 0.3  # of the height: pdfium shares the box of a letter with the soft hyphen that its glyph stands for
_IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # the last white space is U+3000
_HYPHENS = ("\x02", "\ufffe")  # pdfium's own marks for a hyphen at a line's end


class Written(NamedTuple):
    """The words of a page, a column for each field of `Ink`, their colours, and how many glyphs were drawn
    twice.
    """

    columns: list[Sequence[Any]]
    colours: Sequence[int]
    doubled: int


def read_words(text_page: Any, view: View) -> Written:
    """Every word of a pdfium text page, in the file's own order."""
    page, count = pdfium.argument(text_page), max(0, raw.FPDFText_CountChars(text_page))
    text = pdfium.text_of(page, count)
    codes = _codes(text)
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    inked = np.flatnonzero(~_is_white(codes))
    boxes = _with_high_hyphens(codes[inked], seen_boxes(view, pdfium.boxes_of(page, inked.tolist())))
    once = ~_repeats(page, codes[inked], boxes, inked)
    kept, boxes = inked[once], boxes[once]
    if not len(kept):
        return Written([()] * len(Ink._fields), (), 0)
    starts = np.concatenate(([0], _breaks(codes, kept, boxes)))
    firsts: list[int] = kept[starts].tolist()
    looks = looks_of(page, firsts, view)
    bases = seen_points(view, pdfium.origins_of(page, firsts))[:, 1]
    places = np.round(np.column_stack((_hulls(boxes, starts), bases, looks.sizes)), 2)
    states = [
        "outside" if out else state for out, state in zip(_outside(places, view).tolist(), looks.states, strict=True)
    ]
    text = _with_raised_letters(superscripts(text, kept, boxes), page, view, (kept, boxes, starts))
    spelt = _spelt(text, kept, boxes, starts)
    columns = [spelt, *places.T.tolist(), looks.bolds, looks.angles, states]
    return Written(columns, looks.colours, len(inked) - len(kept))


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", errors="replace"), np.uint32)


def _with_high_hyphens(letters: NDArray[np.uint32], boxes: NDArray[Any]) -> NDArray[Any]:
    """The boxes with hyphens that end lines as high as the letters before them: pdfium has no more than the stroke of
    some, which stands apart from any letter.
    """
    at = np.flatnonzero(np.isin(letters, _codes("".join(_HYPHENS))))
    before = boxes[np.maximum(at - 1, 0)]
    inside = (boxes[at, 1] > before[:, 1]) & (boxes[at, 3] < before[:, 3]) & (boxes[at, 0] >= before[:, 0])
    boxes[at[inside], 1::2] = before[inside, 1::2]
    return boxes


def _with_raised_letters(
    text: str, page: pdfium.Argument, view: View, found: tuple[NDArray[np.int64], NDArray[Any], NDArray[np.int64]]
) -> str:
    kept, boxes, starts = found
    last = last_letters(text, kept, starts)
    places, heights = kept[last], boxes[last, 3] - boxes[last, 1]
    bases = seen_points(view, pdfium.origins_of(page, places.tolist()))[:, 1]
    feet = bases - seen_boxes(view, pdfium.inks_of(page, places.tolist()))[:, 3]
    return raised_letters(text, places, feet, heights)


def _repeats(
    page: pdfium.Argument, letters: NDArray[np.uint32], boxes: NDArray[Any], inked: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which characters are another one drawn again a hair beside it, as fake bold does: letter by letter, or word by
    word.

    The two letters that pdfium makes of a ligature (ff) share a place as well, but one text object drew them.
    """
    doubled = np.zeros(len(inked), np.bool_)
    x0, top, x1, _ = boxes.T
    across = np.argsort(x0, kind="stable")
    same, tops, ranks = letters[across].astype(np.int64) << _BIN_BITS, top[across], np.arange(len(inked))
    for shift in (0.0, _BIN / 2):  # what the border of a bin parts lies in one of the others
        places = same | np.floor((tops + shift) / _BIN).astype(np.int64) & (1 << _BIN_BITS) - 1
        order = across[np.sort(places * len(inked) + ranks) % len(inked)]  # whole numbers are sorted fastest
        one, two = order[:-1], order[1:]
        hair = 0.25 * (x1 - x0)[one]
        near = (np.abs(x0[two] - x0[one]) < hair) & (np.abs(top[two] - top[one]) < hair)
        for i in np.flatnonzero((letters[one] == letters[two]) & near).tolist():
            first, again = sorted((int(one[i]), int(two[i])))
            doubled[again] |= pdfium.char_object(page, int(inked[first])) != pdfium.char_object(page, int(inked[again]))
    return doubled


def _breaks(codes: NDArray[np.uint32], kept: NDArray[np.int64], boxes: NDArray[Any]) -> NDArray[np.int64]:
    """Places in `kept` where a new word starts; not where pdfium ends a line between two letters that touch, as it does
    where the font of a script changes.
    """
    one, two = boxes[:-1], boxes[1:]
    shorter = _shorter(boxes)
    apart_x = np.maximum(two[:, 0] - one[:, 2], one[:, 0] - two[:, 2])
    inside = _dotted(codes[kept], apart_x, shorter)
    size = np.where(inside, np.maximum(shorter[:-1], shorter[1:]), np.minimum(shorter[:-1], shorter[1:]))
    apart_y = np.maximum(two[:, 1] - one[:, 3], one[:, 1] - two[:, 3])
    beside = (apart_x <= _GAP * size) & (apart_y < -0.3 * size)
    stacked = (apart_y <= _GAP * size) & (apart_x < -0.3 * size)
    wide = codes[kept] >= _FIRST_WIDE
    near = np.where(wide[:-1] & wide[1:], _TOUCH_WIDE, _TOUCH) * np.maximum(shorter[:-1], shorter[1:])
    touches = (apart_x <= near) & (apart_y < -0.5 * size)
    white = np.cumsum(_is_white(codes))[kept]  # not what stands between two letters that are each drawn twice
    spaced = (np.diff(white) > 0) & ~((codes[kept[1:] - 1] == _NEW_LINE) & touches) & ~inside
    return np.asarray(np.flatnonzero(spaced | ~(beside | stacked)) + 1, dtype=np.int64)


def _is_white(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    return np.asarray(_IS_SPACE[np.minimum(codes, len(_IS_SPACE) - 1)])


def _dotted(letters: NDArray[np.uint32], gaps: NDArray[Any], heights: NDArray[Any]) -> NDArray[np.bool_]:
    """Which letters a dot stands between, or which stand beside it, in the middle of a name in kana; before the
    dot of a list there is more white than behind it.
    """
    kana = (letters >= _FIRST_KANA) & (letters <= _LAST_KANA) & (letters != _MIDDLE_DOT)
    dot = np.zeros(len(letters), np.bool_)
    even = np.abs(gaps[1:] - gaps[:-1]) <= _TOUCH * heights[:-2]
    dot[1:-1] = (letters[1:-1] == _MIDDLE_DOT) & kana[:-2] & kana[2:] & even
    return np.asarray(dot[:-1] | dot[1:])


def _shorter(boxes: NDArray[Any]) -> NDArray[Any]:
    height, width = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    broad = np.maximum(2 * width, _NARROWEST * height)
    return np.asarray(np.maximum(np.where(width > 0, np.minimum(height, broad), height), 0.1))


def _hulls(boxes: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    least = np.minimum.reduceat(boxes[:, :2], starts)
    most = np.maximum.reduceat(boxes[:, 2:], starts)
    return np.hstack((least, most))


def _spelt(text: str, kept: NDArray[np.int64], boxes: NDArray[Any], starts: NDArray[np.int64]) -> list[str]:
    """The words of the kept characters that begin at `starts`."""
    ends = np.append(starts[1:], len(kept))
    bounds = np.column_stack((kept[starts], kept[ends - 1] + 1, starts, ends)).tolist()
    words = [text[first:last] for first, last, _, _ in bounds]
    for i, (first, last, start, end) in enumerate(bounds):
        if last - first != end - start:  # a doubled glyph was left out
            words[i] = "".join(text[at] for at in kept[start:end])
        if not words[i].isascii():
            words[i] = composed(words[i], boxes[start:end])
    return words


def _outside(places: NDArray[np.float64], view: View) -> NDArray[np.bool_]:
    x, y = (places[:, 0] + places[:, 2]) / 2, (places[:, 1] + places[:, 3]) / 2
    return np.asarray((x < 0) | (x > view.width) | (y < 0) | (y > view.height))
