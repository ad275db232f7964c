"""The country at the end of an entry, behind a comma or a dash or in brackets, the city before it and the year behind:
`Universität Zürich, Zürich, Schweiz`, `Aarhus Universitet (Dänemark), seit 1998`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline import knowledge as know
from pipeline.clean.lists.years import leads_at, year_at
from pipeline.clean.normalise import lead_mark, tail_mark
from pipeline.clean.subwords import split_before, split_behind, without_end
from pipeline.knowledge import Lexicon
from pipeline.records import Word

_COMMAS = ",，、;；/／|"
_DASHES = frozenset(("-", "–", "—", "/", "|", "·", "・"))
OPENS, CLOSES = "(（[［", ")）]］"
_LONGEST = 7  # words of a country or of a city
Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """An entry's words: the name with what stands before the country, a place beside the country in its brackets, the
    country, the words that lead to a year, the year and a mark behind it."""

    name: Words
    place: Words
    label: Words
    lead: Words
    year: Words
    mark: Words


def ending(words: Words, lexicon: Lexicon, leads: frozenset[str] = frozenset()) -> Ending | None:
    """The words of an entry that closes with a country, None of another line; `leads` lead to years."""
    body, mark = _without_mark(_closed(words))
    first, at = _year_at(body, leads)
    body, lead, year = body[:first], body[first:at], body[at:]
    if not body:
        return None
    name, tail = _tail(body)
    if not name or not tail:
        return None
    place, label = _of_country(tail, lexicon)
    return Ending(_closed(name), place, label, lead, year, mark) if label else None


def is_dated(words: Words, leads: frozenset[str]) -> bool:
    """Whether a line is the year of an entry that closed above, with the words that lead to it: `seit 1992`."""
    first, at = _year_at(words, leads)
    return not first and at < len(words)


def _year_at(words: Words, leads: frozenset[str]) -> tuple[int, int]:
    """Where the words begin that lead to the year, and where the year does; both behind the words where none stands."""
    tokens = [word.text for word in words]
    year = year_at(tokens)
    return (len(words), len(words)) if year is None else (leads_at(tokens, year, leads), year)


def split_city(name: Words) -> tuple[Words, Words]:
    """A name and the city behind it, () where none stands behind a comma or in brackets."""
    rest, city = _tail(name)
    return (_closed(rest), _bare(city)) if rest and city else (name, ())


def is_separator(text: str) -> bool:
    """Whether a word is a mark that parts values, and nothing else."""
    return all(char in _COMMAS + OPENS + CLOSES + "-–—·・.。" for char in text)


def _without_mark(words: Words) -> tuple[Words, Words]:
    """A mark behind the country speaks of the name."""
    last = words[-1]
    mark = tail_mark(last.text)
    if not mark or len(words) == 1:
        return words, ()
    rest = last.text[: -len(mark)]
    return (*words[:-1], *((replace(last, text=rest),) if rest else ())), (replace(last, text=mark),)


def _tail(words: Words) -> tuple[Words, Words]:
    """The words before the last separator, and those behind it; the separator goes with the first."""
    if words[-1].text.rstrip(".。,，").endswith(tuple(CLOSES)):
        return _bracketed(words)
    for at in range(len(words) - 1, max(-1, len(words) - 2 - _LONGEST), -1):
        word = words[at]
        if word.text in _DASHES and at:
            return words[: at + 1], words[at + 1 :]
        inner = word.text.rstrip(_COMMAS) if at < len(words) - 1 else word.text.rstrip(_COMMAS + ".。")
        cut = max(inner.rfind(mark) for mark in _COMMAS)
        if at < len(words) - 1 and word.text.endswith(tuple(_COMMAS)):
            return words[: at + 1], words[at + 1 :]
        if cut > 0:
            head, tail = split_behind(word, word.text[cut], cut)
            return (*words[:at], head), (*tail, *words[at + 1 :])
    return words, ()


def _bracketed(words: Words) -> tuple[Words, Words]:
    for at in range(len(words) - 1, max(-1, len(words) - 2 - _LONGEST), -1):
        if any(mark in words[at].text for mark in OPENS):
            head, tail = split_before(words[at], OPENS)
            return (*words[:at], *head), (tail, *words[at + 1 :])
    return words, ()


def _of_country(tail: Words, lexicon: Lexicon) -> tuple[Words, Words]:
    """A place and the country: `(Köln, Germany)`, `(Germany / Köln)`; () and () where the words name no country."""
    bare = _bare(tail)
    if know.country(lexicon, _text(bare)):
        return (), bare
    if not tail[0].text.startswith(tuple(OPENS)):
        return (), ()
    before, last = _tail(bare)
    if last and know.country(lexicon, _text(last)):
        return _closed(before), last
    return (last, _closed(before)) if last and know.country(lexicon, _text(_closed(before))) else ((), ())


def _closed(words: Words) -> Words:
    """The words without the separator behind them."""
    return without_end(words, _COMMAS) if words else ()


def _bare(words: Words) -> Words:
    """The words without brackets around them and a full stop behind them."""
    first = replace(words[0], text=words[0].text.lstrip(OPENS) or words[0].text)
    kept = (first, *words[1:])
    return without_end(kept, CLOSES + _COMMAS + ".。")


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words if word.text not in _DASHES and not lead_mark(word.text))
