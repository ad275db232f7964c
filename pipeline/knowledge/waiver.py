"""Marks of a tuition waiver: the legend that explains one, and the cell that holds one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .fold import fold, has_ideographs, key
from .lexicon import Lexicon

_OPEN, _CLOSE = r"[\s(\[（［「『\"'“«]*", r"[\s)\]）］」』\"'”»]*"
_SIGN = r"[^\w\s()\[\]（）［］「」『』\"'“”«».,:;：；。、，\-–—/]{1,3}|[⁰¹²³⁴-⁹]"
_SHAPE = "[*＊※♦◆◇★☆●○◎■□▲△†‡§✓✔√#◯°]"
_NOTE = rf"(?:[※＊*・•●■]\s+(?={_OPEN}{_SHAPE}))?"  # opens a note about another sign: `※ ◎ 표시는 ...`
_LEADING = re.compile(rf"^{_NOTE}{_OPEN}({_SIGN}){_CLOSE}(?=\S)")
_LETTERS = r"[(\[（]\s*([^\W_]|[A-Z]{2,3})\s*[)\]）]"
_LEADING_LETTER = re.compile(rf"^\s*(?:{_LETTERS}\s*\S|([a-dᵃᵇᶜᵈ])(?:\s*[:=：]|\s+[^\W\d_a-z]))")
_EXPLAINED = re.compile(rf"{_LETTERS}\s*[=:：–—]")  # `Year of signature; (TW) = tuition is waived`
_QUOTED_LETTER = re.compile(r"[«“„「『‹]\s*([^\W\d_])\s*[»”“」』›]")
_ANYWHERE = re.compile(f"({_SHAPE})")
_CROSSES = frozenset("x×✗✘")  # they tick a box where nothing else does, and refuse beside `✓` or `yes`
_YES = frozenset("✓✔√☑○◯●◎■▲*※★☆♦◆v〇") | _CROSSES
_NO = frozenset({"", "-", "--", "☐", "□", "/", ".", "—"})


@lru_cache(maxsize=1 << 12)
def waiver_legend(lexicon: Lexicon, text: str) -> str | None:
    """The mark that the text explains as a tuition waiver, None where it explains none.

    "(*) désigne les établissements avec ... exonération des frais ..." is "*"; "※は授業料不徴収協定" is "※"; the "a"
    in front of "Instituciones con exención ..." was a small one above the line.
    """
    if not _speaks_of_waiver(lexicon, text):
        return None
    for pattern in (_LEADING, _LEADING_LETTER, _EXPLAINED, _QUOTED_LETTER, _ANYWHERE):
        if found := pattern.search(text):
            return _own(next(str(mark) for mark in found.groups() if mark))
    return None


def _own(sign: str) -> str:
    """The sign that a legend explains, without the one that opens notes: `※◎印は`."""
    return sign.removeprefix("※") if len(set(sign)) > 1 else sign


def waiver_value(lexicon: Lexicon, text: str, crossed: bool = False) -> bool | None:
    """What a cell of a waiver column says, one in which a cross refuses where `crossed`; an empty cell says no, None
    is an answer that is not understood."""
    bare = _bare(text)
    if bare in _NO or (crossed and bare in _CROSSES):
        return False
    if bare in _YES:
        return True
    return _said(lexicon, key(text))


def says_waiver(lexicon: Lexicon, text: str) -> bool:
    """Whether the words are those for a waiver and no others: `학비면제`."""
    return any(key(text) in language.notes["waiver"] for language in lexicon.languages.values())


def is_crossed(lexicon: Lexicon, answers: Iterable[str]) -> bool:
    """Whether a cross says no in a column with these answers: others of them say yes, `O` and `X`, `✓` and `x`; words
    of its heading, `tuition fees`, do not."""
    others = {_bare(text) for text in answers} - _CROSSES
    return bool(others & _YES) or any(not others.isdisjoint(one.notes["yes"]) for one in lexicon.languages.values())


def _bare(text: str) -> str:
    return fold(text).strip(" ()[]（）.")


def _said(lexicon: Lexicon, answer: str) -> bool | None:
    for language in lexicon.languages.values():
        if answer in language.notes["no"]:
            return False
        if answer in language.notes["yes"] or answer in language.notes["waiver"]:
            return True
    return None


def _speaks_of_waiver(lexicon: Lexicon, text: str) -> bool:
    phrase = f" {key(text)} "
    return any(name in phrase for name in _waivers(lexicon))


@lru_cache(maxsize=4)
def _waivers(lexicon: Lexicon) -> tuple[str, ...]:
    """The words for a waiver, as whole words where they are written with spaces between them."""
    names = sorted({name for language in lexicon.languages.values() for name in language.notes["waiver"]})
    return tuple(name if has_ideographs(name) else f" {name} " for name in names)
