"""How words look: size, weight, direction, colour, asked of pdfium once for each text object, which shares them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

import numpy as np

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.pdfium import raw
from pipeline.extract.ink.view import View, seen_angles

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|w[6-9]\b|bx\d", re.I)
_PLAIN_NAME = re.compile(r"regular|book|roman|light|thin|medium|normal|italic|oblique", re.I)
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_FAKE_BOLD = raw.FPDF_TEXTRENDERMODE_FILL_STROKE
_PLAIN = (False, "seen", 0)


class Looks(NamedTuple):
    """A column a property: sizes in points, degrees as in `Ink`, colours as 0xRRGGBB."""

    sizes: Sequence[float]
    angles: Sequence[int]
    bolds: Sequence[bool]
    states: Sequence[str]
    colours: Sequence[int]


def looks_of(page: pdfium.Argument, indices: Sequence[int], view: View) -> Looks:
    """The looks of some characters of a text page."""
    items = map(pdfium.char_object, repeat(page), indices)
    keys = [item or ~index for item, index in zip(items, indices, strict=True)]  # no object: a key of its own
    objects = dict(zip(keys, indices, strict=True))
    some = list(objects.values())
    matrices = pdfium.matrices_of(page, some)
    scale = np.hypot(matrices[:, 2], matrices[:, 3])
    sizes = np.fromiter(map(pdfium.char_size, repeat(page), some), float, len(some)) * scale
    angles = seen_angles(view, matrices[:, :2])
    paints = dict.fromkeys(objects, _PLAIN)
    paints.update(_paints([key for key in objects if key > 0]))
    known = zip(sizes.tolist(), angles.tolist(), *zip(*paints.values(), strict=True), strict=True)
    looks = dict(zip(objects, known, strict=True))
    return Looks(*zip(*map(looks.__getitem__, keys), strict=True))


def _paints(items: Sequence[int]) -> Iterator[tuple[int, tuple[bool, str, int]]]:
    """Whether each text object is bold, whether it is seen, and its colour."""
    ready = list(map(pdfium.argument, items))
    modes, fonts = map(pdfium.object_mode, ready), map(pdfium.object_font, ready)
    colours, alphas = pdfium.fill_colours(ready)
    for item, mode, font, colour, alpha in zip(items, modes, fonts, colours.tolist(), alphas.tolist(), strict=True):
        state = "invisible" if mode in _INVISIBLE or alpha == 0 else "seen"
        yield item, (mode == _FAKE_BOLD or _bold(font or 0), state, colour)


@lru_cache(maxsize=256)
def _bold(font: int) -> bool:
    """Whether a font is bold, by its name, or by its weight where the name says nothing: the width of the stem of `I`,
    from which weights come, makes Noto Sans Regular bold in Chromium's PDFs. `forget_fonts` once a document is closed.
    """
    ready = pdfium.argument(font)
    name = pdfium.font_name(ready) if font else ""
    if _BOLD_NAME.search(name) or _PLAIN_NAME.search(name):
        return bool(_BOLD_NAME.search(name))
    return bool(font) and pdfium.font_weight(ready) >= 600


def forget_fonts() -> None:
    """Forget fonts by address: another document's fonts may come to stand at the same ones."""
    _bold.cache_clear()
