"""Kanji read as Japanese: of all readings of 早稲田 the one that other names write in Latin letters, `waseda`.

Readings of single characters are in kanji.tsv (Unicode Han Database); a compound is searched among the words of the
names at hand, since its characters alone do not tell which of their readings apply.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from pipeline.sameness.romanise import is_han, romanise
from pipeline.sameness.tokens import Parsed

_LONGEST = 6  # characters of a compound that are searched
_VOICED = {"k": "g", "s": "z", "t": "d", "h": "b", "f": "b", "sh": "j", "ch": "j", "ts": "z"}
_VOWELS = re.compile(r"o[uo]|oh(?=[^aiueo]|$)|uu|(.)\1+")


def resolve(names: Sequence[Parsed], countries: Sequence[str | None]) -> list[Parsed]:
    """The names with their kanji words in Latin letters."""
    held = [
        at
        for at, name in enumerate(names)
        if countries[at] in (None, "JP") and any(is_han(t.text) for t in name.tokens)
    ]
    if not held:
        return list(names)
    known = _vocabulary(name for name, country in zip(names, countries, strict=True) if country in (None, "JP"))
    starts = {word[:size] for word in known for size in range(1, len(word) + 1)}
    words = {token.text for at in held for token in names[at].tokens if is_han(token.text)}
    latin = {word: read(word, known, starts) for word in sorted(words)}
    out = list(names)
    for at in held:
        out[at] = replace(names[at], tokens=tuple(replace(t, text=latin.get(t.text, t.text)) for t in names[at].tokens))
    return out


def read(word: str, known: dict[str, str], starts: Collection[str]) -> str:
    """The known word that the characters can be read as, else the characters' Chinese-Japanese readings in a row."""
    found = _search(word, "", known, starts) if len(word) <= _LONGEST else None
    if found is not None:
        return found
    readings = [_readings().get(char) for char in word]
    return "".join(r[0] if r else romanise(char) for r, char in zip(readings, word, strict=True)) or word


def _search(rest: str, so_far: str, known: dict[str, str], starts: Collection[str]) -> str | None:
    if not rest:
        return known.get(so_far)
    for reading in _readings().get(rest[0], (romanise(rest[0]),)):
        for sound in _sounds(reading, first=not so_far, last=len(rest) == 1):
            longer = plain(so_far + sound)
            if longer in starts and (found := _search(rest[1:], longer, known, starts)) is not None:
                return found
    return None


def _sounds(reading: str, first: bool, last: bool) -> Iterable[str]:
    """A reading, voiced inside a compound (tera, -dera), cut short before another sound (gaku, gak-)."""
    yield reading
    if not first:
        for start in ("sh", "ch", "ts", reading[:1]):
            if reading.startswith(start) and start in _VOICED:
                yield _VOICED[start] + reading[len(start) :]
                break
        if reading.startswith("h"):
            yield "p" + reading[1:]
    if not last and reading.endswith(("tsu", "ku", "chi", "ki")) and len(reading) > 2:
        yield re.sub(r"(?:tsu|chi|k[ui])$", "", reading)


def plain(latin: str) -> str:
    """Romanised Japanese without what writers differ in: long vowels, doubled consonants, m before b and p."""
    return _VOWELS.sub(lambda found: found.group(1) or found.group(0)[0], re.sub(r"m(?=[bp])", "n", latin))


def _vocabulary(names: Iterable[Parsed]) -> dict[str, str]:
    """Plain form -> the word as names write it, the first in the alphabet where they differ."""
    words = {token.text for name in names for token in name.tokens if token.kind in ("word", "place")}
    return {plain(word): word for word in sorted(words, reverse=True) if word.isascii() and len(word) > 2}


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    text = resources.files("pipeline.sameness").joinpath("kanji.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {char: tuple(dict.fromkeys(plain(r) for r in readings.split())) for char, readings in rows}
