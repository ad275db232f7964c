"""Characters of a page become words: where white space, a gap, a new line or a new direction ends one."""

from __future__ import annotations

import re
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
_GAP = (
    0.5  # of the font's height: wider than any letter spacing within a word, narrower than a column's gutter
)
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_FAKE_BOLD = raw.FPDF_TEXTRENDERMODE_FILL_STROKE
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})  # pdfium's own marks for a hyphen at a line's end


class _Look(NamedTuple):
    """A word's look as its first character tells."""

    bold: bool
    hidden: bool
    colour: int


class _PageText(NamedTuple):
    """The characters of a page, their boxes as a reader sees them, a row each, and the view."""

    text: str
    boxes: NDArray[np.float64]
    view: View


class Written(NamedTuple):
    """The words of a page, their colours, and how many glyphs were drawn twice."""

    words: list[Ink]
    colours: list[int]
    doubled: int


def read_words(text_page: Any, view: View) -> Written:
    """Every word of a pdfium text page, in the file's own order."""
    page, count = pdfium.address(text_page), max(0, raw.FPDFText_CountChars(text_page))
    text = pdfium.text_of(page, count).translate(_HYPHENS)
    boxes = seen_boxes(view, pdfium.boxes_of(page, count))
    inked = _inked(text)
    kept = inked[~_repeats(page, text, boxes, inked)]
    groups = [group for group in np.split(kept, _breaks(kept, boxes)) if len(group)]
    return _written(page, _PageText(text, boxes, view), groups, len(inked) - len(kept))


def _inked(text: str) -> NDArray[np.int64]:
    return np.array([i for i, letter in enumerate(text) if not letter.isspace()], dtype=np.int64)


def _repeats(page: int, text: str, boxes: NDArray[Any], inked: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which characters are the one before drawn again a hair beside it, as fake bold does.

    The two letters that pdfium makes of a ligature (ff) share a place as well, but one text object drew them.
    """
    doubled = np.zeros(len(inked), np.bool_)
    if len(inked) > 1:
        letters = np.array(list(text))[inked]
        place = boxes[inked]
        near = np.abs(place[1:, :2] - place[:-1, :2]).max(axis=1) < 0.25 * (place[1:, 2] - place[1:, 0])
        for i in np.flatnonzero(near & (letters[1:] == letters[:-1])).tolist():
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


def _written(page: int, page_text: _PageText, groups: list[NDArray[np.int64]], doubled: int) -> Written:
    if not groups:
        return Written([], [], doubled)
    view = page_text.view
    firsts = [int(group[0]) for group in groups]
    matrices = pdfium.matrices_of(page, firsts)
    scale = np.hypot(matrices[:, 2], matrices[:, 3])
    sizes = np.fromiter(map(pdfium.char_size, repeat(page), firsts), float, len(firsts)) * scale
    bases = seen_points(view, pdfium.origins_of(page, firsts))[:, 1]
    places = np.round(np.column_stack((_hulls(page_text.boxes, groups), bases, sizes)), 2)
    angles = seen_angles(view, matrices[:, :2]).tolist()
    looks = [_look(page, first) for first in firsts]
    words = [
        Ink(_spelt(page_text, group), x0, top, x1, bottom, base, size, look.bold, angle, "")
        for group, (x0, top, x1, bottom, base, size), look, angle in zip(
            groups, places.tolist(), looks, angles, strict=True
        )
    ]
    words = [word._replace(state=_state(word, view, look)) for word, look in zip(words, looks, strict=True)]
    return Written(words, [look.colour for look in looks], doubled)


def _hulls(boxes: NDArray[Any], groups: list[NDArray[np.int64]]) -> NDArray[np.float64]:
    order = np.concatenate(groups)
    starts = np.cumsum([0] + [len(group) for group in groups[:-1]])
    least = np.minimum.reduceat(boxes[order, :2], starts)
    most = np.maximum.reduceat(boxes[order, 2:], starts)
    return np.hstack((least, most))


def _spelt(page_text: _PageText, group: NDArray[np.int64]) -> str:
    word = page_text.text[group[0] : group[-1] + 1]
    if len(word) != len(group):  # a doubled glyph was left out
        word = "".join(page_text.text[i] for i in group)
    return word if word.isascii() else composed(word, page_text.boxes[group])


def _state(word: Ink, view: View, look: _Look) -> str:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    if not (0 <= x <= view.width and 0 <= y <= view.height):
        return "outside"
    return "invisible" if look.hidden else "seen"


def _look(page: int, index: int) -> _Look:
    item = pdfium.char_object(page, index)
    if not item:
        return _Look(False, False, 0)
    mode = pdfium.object_mode(item)
    colour, alpha = pdfium.fill_colour(item)
    bold = mode == _FAKE_BOLD or _bold(pdfium.object_font(item) or 0)
    return _Look(bold, mode in _INVISIBLE or alpha == 0, colour)


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
