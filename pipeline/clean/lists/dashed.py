"""Years behind a dash and the words that lead to them, `Universität Wien — Vertrag 2021`; such an end may break over
two lines, `... — Vertrag` and `2021`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.lists.tails import LEAD, Tail
from pipeline.clean.lists.years import is_unit, leads_at, year_at
from pipeline.clean.parts import Entry, lone_lines
from pipeline.records import Word

Leads = frozenset[str]
_DASHES = frozenset(("-", "–", "—"))
_FEW = 3
_OFTEN = 0.5  # of the lines with a year behind a dash
_MOST_LEADS = 3  # words
_PARTED = 0.4  # line heights of white space


def leads_of(entries: Sequence[Entry]) -> Leads | None:
    """The words between the dash and the year in most lines that end so, None where hardly any does; a page's foot
    stands again and again, `Relações Internacionais – julho de 2019`."""
    lines = dict.fromkeys(tuple(word.text for word in _words(one)) for one in lone_lines(entries))
    ends = Counter(end for tokens in lines if (end := _end(tokens)) is not None)
    end, times = max(ends.items(), key=lambda one: one[1], default=((), 0))
    return frozenset(end) if times >= max(_FEW, _OFTEN * sum(ends.values())) else None


def _end(tokens: Sequence[str]) -> tuple[str, ...] | None:
    at = year_at(tokens)
    dashes = [i for i, token in enumerate(tokens[:at]) if token in _DASHES and i] if at else []
    if not at or not dashes or at - dashes[-1] - 1 > _MOST_LEADS:
        return None
    return tuple(token.casefold() for token in tokens[dashes[-1] + 1 : at])


def behind_dash(words: tuple[Word, ...], leads: Leads | None) -> Tail | None:
    """The line with the dash, its words and the year apart, None where it does not end so."""
    tokens = [word.text for word in words]
    at = year_at(tokens) if leads is not None else None
    if at is None or leads is None:
        return None
    first = leads_at(tokens, at, leads) - 1
    return Tail(words[:first], ((LEAD, words[first:at]), ("year", words[at:]))) if _is_dash(tokens, first) else None


def broken(entries: Sequence[Entry], leads: Leads | None) -> dict[int, Tail]:
    """The ends of names that go on in a line of their own, by row: `— договор` and, below it, `1993 г.`, or `г.`."""
    found: dict[int, Tail] = {}
    for above, below in pairwise(entries) if leads is not None else ():
        ends = _broken(above, below, leads or frozenset()) if _goes_on(above, below) else None
        found |= dict(zip((above.index, below.index), ends, strict=True)) if ends else {}
    return found


def _broken(above: Entry, below: Entry, leads: Leads) -> tuple[Tail, Tail] | None:
    one, two = _words(above), _words(below)
    tokens, rest = [word.text for word in one], [word.text for word in two]
    if len(rest) == 1 and is_unit(rest[0]):
        found = behind_dash(one, leads)
        return (found, Tail((), ((LEAD, two),))) if found else None
    first, at = leads_at(tokens, len(tokens), leads) - 1, year_at(rest)
    if at is None or leads_at(rest, at, leads) or not _is_dash(tokens, first):
        return None
    values = (("year", two[at:]),) if not at else ((LEAD, two[:at]), ("year", two[at:]))
    return Tail(one[:first], ((LEAD, one[first:]),)), Tail((), values)


def _is_dash(tokens: Sequence[str], at: int) -> bool:
    return at >= 0 and tokens[at] in _DASHES


def _goes_on(above: Entry, below: Entry) -> bool:
    """Whether a line stands right below another one of its list, and opens no entry."""
    apart = above.first != below.first or bool(below.number) or below.block.kind not in ("lines", "dump")
    if apart or not len(above.row.cells) == len(below.row.cells) == 1 or not (_words(above) and _words(below)):
        return False
    return (below.row.cells[0].lines[0].gap or 0.0) < _PARTED


def _words(entry: Entry) -> tuple[Word, ...]:
    """The words of the last line of a row's one cell."""
    return entry.row.cells[0].lines[-1].words
