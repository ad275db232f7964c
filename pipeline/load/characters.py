"""The characters of a text, counted."""

from __future__ import annotations

import unicodedata
from collections import Counter

Characters = Counter[str]


def characters(text: str) -> Characters:
    """All but white space, decomposed (NFD): standard form (NFC) changes no letter, and so invents none."""
    return Counter("".join(unicodedata.normalize("NFD", text).split()))


def spelled(characters: Characters) -> str:
    """Counted characters written out."""
    return "".join(sorted(characters.elements()))
