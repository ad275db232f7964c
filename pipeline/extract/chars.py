"""Characters of a page become words: where white space, a gap, a new line or a new direction ends one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract import pdfium
from pipeline.extract.accents import composed
from pipeline.extract.pdfium import raw
from pipeline.extract.sheet import Ink
from pipeline.extract.view import View, seen_angles, seen_boxes, seen_points

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|w[6-9]\b", re.I)
_GAP = 0.5  # of the font's height: wider than any letter spacing within a word, narrower than a column's gutter
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_FAKE_BOLD = raw.FPDF_TEXTRENDERMODE_FILL_STROKE
_IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # the last white space is U+3000
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})  # pdfium's own marks for a hyphen at a line's end


class _Look(NamedTuple):
    """A word's look as its first character tells."""

    bold: bool
    state: str
    colour: int


class _PageText(NamedTuple):
    """The characters of a page, their boxes as a reader sees them (a row each), the view, and which are ink."""

    text: str
    boxes: NDArray[np.float64]
    view: View
    kept: NDArray[np.int64]


class Written(NamedTuple):
    """The words of a page, their colours, and how many glyphs were drawn twice."""

    words: list[Ink]
    colours: Sequence[int]
    doubled: int


def read_words(text_page: Any, view: View) -> Written:
    """Every word of a pdfium text page, in the file's own order."""
    page, count = pdfium.address(text_page), max(0, raw.FPDFText_CountChars(text_page))
    text = pdfium.text_of(page, count).translate(_HYPHENS)
    boxes = seen_boxes(view, pdfium.boxes_of(page, count))
    codes = np.frombuffer(text.encode("utf-32-le", errors="replace"), np.uint32)
    inked = np.flatnonzero(~_IS_SPACE[np.minimum(codes, len(_IS_SPACE) - 1)])
    kept = inked[~_repeats(page, codes, boxes, inked)]
    if not len(kept):
        return Written([], [], 0)
    starts = np.concatenate(([0], _breaks(kept, boxes)))
    return _written(page, _PageText(text, boxes, view, kept), starts, len(inked) - len(kept))


def _repeats(page: int, codes: NDArray[np.uint32], boxes: NDArray[Any], inked: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which characters are the one before drawn again a hair beside it, as fake bold does.

    The two letters that pdfium makes of a ligature (ff) share a place as well, but one text object drew them.
    """
    doubled = np.zeros(len(inked), np.bool_)
    if len(inked) > 1:
        letters, place = codes[inked], boxes[inked]
        same = letters[1:] == letters[:-1]
        near = np.abs(place[1:, :2] - place[:-1, :2]).max(axis=1) < 0.25 * (place[1:, 2] - place[1:, 0])
        for i in np.flatnonzero(same & near).tolist():
            one, two = int(inked[i]), int(inked[i + 1])
            doubled[i + 1] = pdfium.char_object(page, one) != pdfium.char_object(page, two)
    return doubled


def _breaks(kept: NDArray[np.int64], boxes: NDArray[Any]) -> NDArray[np.int64]:
    """Places in `kept` where a new word starts."""
    one, two = boxes[kept[:-1]], boxes[kept[1:]]
    size = np.minimum(_shorter(one), _shorter(two))
    apart_x = np.maximum(two[:, 0] - one[:, 2], one[:, 0] - two[:, 2])
    apart_y = np.maximum(two[:, 1] - one[:, 3], one[:, 1] - two[:, 3])
    beside = (apart_x <= _GAP * size) & (apart_y < -0.3 * size)
    stacked = (apart_y <= _GAP * size) & (apart_x < -0.3 * size)
    spaced = np.diff(kept) > 1
    return np.asarray(np.flatnonzero(spaced | ~(beside | stacked)) + 1, dtype=np.int64)


def _shorter(boxes: NDArray[Any]) -> NDArray[Any]:
    height, width = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    return np.asarray(np.maximum(np.where(width > 0, np.minimum(height, 2 * width), height), 0.1))


def _written(page: int, page_text: _PageText, starts: NDArray[np.int64], doubled: int) -> Written:
    """The words that begin at `starts`, places in the page's kept characters."""
    kept, view = page_text.kept, page_text.view
    ends = np.append(starts[1:], len(kept))
    firsts: list[int] = kept[starts].tolist()
    matrices = pdfium.matrices_of(page, firsts)
    scale = np.hypot(matrices[:, 2], matrices[:, 3])
    sizes = np.fromiter(map(pdfium.char_size, repeat(page), firsts), float, len(firsts)) * scale
    bases = seen_points(view, pdfium.origins_of(page, firsts))[:, 1]
    places = np.round(np.column_stack((_hulls(page_text.boxes[kept], starts), bases, sizes)), 2)
    bolds, states, colours = zip(*_looks(page, firsts), strict=True)
    outside = _outside(places, view).tolist()
    states = tuple("outside" if out else state for out, state in zip(outside, states, strict=True))
    angles = seen_angles(view, matrices[:, :2]).tolist()
    spelt = _spelt(page_text, starts, ends)
    words = list(map(Ink._make, zip(spelt, *places.T.tolist(), bolds, angles, states, strict=True)))
    return Written(words, colours, doubled)


def _hulls(boxes: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    least = np.minimum.reduceat(boxes[:, :2], starts)
    most = np.maximum.reduceat(boxes[:, 2:], starts)
    return np.hstack((least, most))


def _outside(places: NDArray[np.float64], view: View) -> NDArray[np.bool_]:
    x, y = (places[:, 0] + places[:, 2]) / 2, (places[:, 1] + places[:, 3]) / 2
    return np.asarray((x < 0) | (x > view.width) | (y < 0) | (y > view.height))


def _spelt(page_text: _PageText, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Iterator[str]:
    """The words between places in the page's kept characters."""
    kept, text = page_text.kept, page_text.text
    bounds = np.column_stack((starts, ends, kept[starts], kept[ends - 1] + 1)).tolist()
    for start, end, first, last in bounds:
        word = text[first:last]
        if len(word) != end - start:  # a doubled glyph was left out
            word = "".join(text[i] for i in kept[start:end])
        yield word if word.isascii() else composed(word, page_text.boxes, kept[start:end])


def _looks(page: int, indices: list[int]) -> list[_Look]:
    """The looks of characters, asked for once a text object."""
    items = list(map(pdfium.char_object, repeat(page), indices))
    known = {item: _look(item) for item in set(items)}
    return [known[item] for item in items]


def _look(item: int | None) -> _Look:
    if not item:
        return _Look(False, "seen", 0)
    mode = pdfium.object_mode(item)
    colour, alpha = pdfium.fill_colour(item)
    hidden = mode in _INVISIBLE or alpha == 0
    bold = mode == _FAKE_BOLD or _bold(pdfium.object_font(item) or 0)
    return _Look(bold, "invisible" if hidden else "seen", colour)


@lru_cache(maxsize=256)
def _bold(font: int) -> bool:
    """Whether a font is bold, by name or weight; `forget_fonts` once its document is closed."""
    if not font:
        return False
    name = pdfium.font_name(font)
    return bool(_BOLD_NAME.search(name)) or pdfium.font_weight(font) >= 600


def forget_fonts() -> None:
    """Forget fonts by address: another document's fonts may come to stand at the same ones."""
    _bold.cache_clear()
