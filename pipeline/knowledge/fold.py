"""One form for spellings that differ only in case, accents, width, quotes or spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACCENTED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")  # a kana's voicing mark makes another letter: は, ば
_PLAIN = {
    "d": "đð", "l": "ł", "i": "ı", "h": "ħ", "t": "ŧ", "a": "ə", "o": "ø", "th": "þ", "ae": "æ", "oe": "œ",
    "'": "’‘ʼʻ`´′", '"': "“”„«»‟", "-": "‐‑‒–—―−", "": "\u00ad\u200b\u200c\u200d\ufeff",
}  # fmt: skip
_LETTERS = str.maketrans({letter: plain for plain, letters in _PLAIN.items() for letter in letters})
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
_IDEOGRAPH = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
_IDEOGRAPH_GAP = re.compile(f"(?<=[{_IDEOGRAPH}]) (?=[{_IDEOGRAPH}])")
_HAS_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """NFKC, lower case, no accents (Latin, Greek, Cyrillic), one kind of quote, dash and space."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower().replace("`", "'")).strip()
    plain = unicodedata.normalize("NFKC", text.translate(_LETTERS)).casefold().translate(_LETTERS)
    bare = unicodedata.normalize("NFC", _without_accents(unicodedata.normalize("NFD", plain)))
    return _SPACES.sub(" ", bare).strip()


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """`fold` without punctuation, initials drawn together: "P. R. China" is "pr china"."""
    words = _NOT_WORD.sub(" ", fold(text).replace(".", " " if ". " in text else "")).strip()
    return _IDEOGRAPH_GAP.sub("", _INITIALS.sub(r"\1", words))


def has_ideographs(text: str) -> bool:
    """Whether the text holds kana, Han or Hangul, which are written without spaces or split by none."""
    return _HAS_IDEOGRAPH.search(text) is not None


def _without_accents(decomposed: str) -> str:
    kept: list[str] = []
    accented = False
    for letter in decomposed:
        if not unicodedata.combining(letter):
            accented = unicodedata.name(letter, "").startswith(_ACCENTED_SCRIPTS)
        elif accented:
            continue
        kept.append(letter)
    return "".join(kept)
