"""References to footnotes: small figures above the line, put into words as the superscript characters they are.

A PDF draws `Aalborg Universitet²` with a common `2`, small and high: without its place, it is a figure of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SMALL = 0.88  # of the height of the letter it stands at
_HIGH = 0.15  # of that height: its foot is higher by as much
_NEAR = 0.6  # of that height, to the right
_ALIKE = 0.1  # of a raised letter's height: how much others of its run may differ
_LETTERS = "abcd"
_BEFORE = 3  # characters that tell what a letter stands behind
_HOST = re.compile(r"(?:[^\W\d_]{3}|[^\W\da-z_]{2}|[)\]\"”’»])$")  # a word, `II`, `(ISA)`; not `2ᵉ`, `Drᵃ`
_LISTED = re.compile(r"[a-d],\s?$")  # `Université de Namurᵃ, ᵇ`
_FIGURES = dict(zip(map(ord, "0123456789()abcdefghi"), "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱ", strict=True))
_REFERENCE = re.compile(r"(?:\d{1,2}|[a-i](?=\)))\)?(?:,(?:\d{1,2}|[a-i](?=\)))\)?)*|\(\d{1,2}\)|[a-i](?:,[a-i])+")


def superscripts(text: str, inked: NDArray[np.int64], boxes: NDArray[Any]) -> str:
    """The page's text with raised references as superscripts; `boxes` has a row for each of its `inked` characters."""
    letters = list(text)
    for first, end in _runs(boxes):
        places = inked[first:end].tolist()
        if _REFERENCE.fullmatch("".join(letters[at] for at in places)) or _is_letter(text, places):
            for at in places:
                letters[at] = letters[at].translate(_FIGURES)
    return "".join(letters) if len(letters) == len(text) else text


def _is_letter(text: str, places: Sequence[int]) -> bool:
    """A letter alone behind a word or what closes a name, `Aalborg Universitetᵃ`, `(KAIST)ᵃ`, or behind another one;
    those behind figures and abbreviations say others: `2ᵉ`."""
    at = places[0]
    before = text[max(0, at - _BEFORE) : at]
    return len(places) == 1 and text[at] in _LETTERS and bool(_HOST.search(before) or _LISTED.search(before))


def last_letters(text: str, kept: NDArray[np.int64], starts: NDArray[np.int64]) -> list[int]:
    """Places in `kept` of letters at the end of words, or before a comma there, that may be references: `Universität zu
    Kölnᵃ`."""
    lasts = np.append(starts[1:], len(kept)) - 1
    words = zip(lasts.tolist(), kept[lasts].tolist(), strict=True)
    ends = [at for last, place in words for at in ((last - 1, last) if text[place] == "," else (last,)) if at >= 0]
    places = zip(ends, kept[ends].tolist(), strict=True)
    return [at for at, place in places if text[place] in _LETTERS and _is_letter(text, [place])]


def raised_letters(text: str, places: NDArray[np.int64], feet: NDArray[Any], heights: NDArray[Any]) -> str:
    """The text with letters as superscripts whose ink ends above the line by as much as `feet`: a font may have such
    glyphs, of the size of all others."""
    letters = list(text)
    for at in places[feet >= _HIGH * heights].tolist():
        letters[at] = letters[at].translate(_FIGURES)
    return "".join(letters) if len(letters) == len(text) else text


def _runs(boxes: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """The first and the end of each run of characters that stand small and high beside another, behind it or before."""
    x0, top, x1, bottom = boxes.T
    height = bottom - top
    least, most = np.minimum(height[1:], height[:-1]), np.maximum(height[1:], height[:-1])
    step, gap = bottom[1:] - bottom[:-1], np.abs(x0[1:] - x1[:-1])
    alike = (most - least <= _ALIKE * most) & (np.abs(step) <= _ALIKE * most) & (gap <= _NEAR * most)
    host = (least <= _SMALL * most) & (gap <= _NEAR * most) & (np.abs(step) >= _HIGH * most)
    behind = host & (step < 0) & (height[1:] < height[:-1])
    before = host & (step > 0) & (height[1:] > height[:-1])
    cuts = np.flatnonzero(~alike)
    firsts, ends = np.append(0, cuts + 1), np.append(cuts + 1, len(boxes))
    raised = np.append(False, behind[cuts]) | np.append(before[cuts], False)
    yield from zip(firsts[raised].tolist(), ends[raised].tolist(), strict=True)
