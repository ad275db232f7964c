"""What one page holds, as ink: words with their place and look, rules and fills. No layout yet.

Coordinates are points from the top left of the page as a reader sees it (turned, held upright and cropped).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

THIN = 3.0  # points: a filled rectangle thinner than this is drawn to be a line


class Ink(NamedTuple):
    """One word as it is drawn; a tuple and not a dataclass, which takes longer to make and to send.

    `base` is the baseline's distance from the top, `size` the font size in points. `angle` is the direction
    the text runs in, in degrees clockwise (0, 90, 180, 270). `state` is "seen", "invisible" or "outside".
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool
    angle: int
    state: str


class Rule(NamedTuple):
    """A straight line (kind "line"), a filled rectangle ("fill"), one with round corners ("round"); colour 0xRRGGBB."""

    x0: float
    top: float
    x1: float
    bottom: float
    kind: Literal["line", "fill", "round"]
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as read.

    `pictures` is the share of the page they cover, `doubled` counts glyphs drawn twice (fake bold), `deep`
    says that forms are nested too deeply to be read, `recognised` that OCR read the words off a picture, `turned`
    the angle at which most words run on the page as a viewer shows it: all is told as with the page turned back.
    """

    number: int
    width: float
    height: float
    words: tuple[Ink, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: float = 0.0
    doubled: int = 0
    deep: bool = False
    recognised: bool = False
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A file or page (0: the whole file) that could not be read; `code` is in codes.py."""

    code: str
    detail: str
    page: int = 0
