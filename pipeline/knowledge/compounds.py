"""Headings of several zones: `Africa & the Middle East`, `Ameryka Północna i Południowa`, `Nord- und Südamerika`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from .fold import fold, has_ideographs
from .lexicon import Lexicon

_MARKS = re.compile(r"\s*[/／+·・、]\s*")
_COMMAS = re.compile(r"\s*[,，]\s*")
_AND = frozenset(("&", "＆"))
_IDEOGRAPHS = re.compile(r"[及和與与並]|및")
_MOST = 4  # zones of a heading
Test = Callable[[str], bool]


def parts_of(lexicon: Lexicon, text: str, is_zone: Test, is_country: Test) -> tuple[str, ...]:
    """The zones that a heading names together, () where it names fewer than two, or something else as well. A country
    may stand behind an "and" alone: `Canada and Latin America`, but `Asia / Japan` are two labels."""
    spaced = _IDEOGRAPHS.sub(" & ", text) if has_ideographs(text) else text
    joined = list(_joined(lexicon, spaced))
    marked = _MARKS.search(text) is not None
    phrases = [part for phrase in joined for part in _COMMAS.split(phrase)] if len(joined) > 1 else joined
    pieces = [piece for phrase in phrases for piece in _MARKS.split(phrase) if piece]
    if not 2 <= len(pieces) <= _MOST:
        return ()
    whole = [next(filter(is_zone, _completed(piece, pieces)), "") for piece in pieces]
    found = [
        zone or (piece if not marked and is_country(piece) else "") for zone, piece in zip(whole, pieces, strict=True)
    ]
    return tuple(found) if all(found) else ()


def _joined(lexicon: Lexicon, text: str) -> Iterator[str]:
    """What stands between the words for "and"."""
    words: list[str] = []
    for word in text.split():
        if fold(word) in lexicon.conjunctions or word in _AND:
            yield " ".join(words)
            words = []
        else:
            words.append(word)
    yield " ".join(words)


def _completed(piece: str, pieces: Sequence[str]) -> Iterator[str]:
    """The piece, and what it may stand for beside the others: `Południowa` is Ameryka Południowa, `North`
    North America, `Nord-` Nordamerika."""
    first, last = pieces[0].split(), pieces[-1].split()
    yield piece
    yield f"{first[0]} {piece}"
    yield f"{piece} {last[-1]}"
    if piece.endswith("-"):
        yield from (piece[:-1] + last[-1][at:] for at in range(1, len(last[-1]) - 2))
