"""The list of whole universities before the table: country headings, names, a star for a waiver."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from benchmarks.mutations.cells import stray, takes_junk
from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.faults import Applied, pick
from benchmarks.mutations.heads import shows_cut


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the list, its mark, and the lines it is broken over."""

    record: int
    country: str
    mark: str
    lines: tuple[str, ...]


Entries = tuple[Entry, ...]


def entries(edition: CleanEdition) -> Entries:
    """The universities of the edition, one line each."""
    listed = [record for record in edition.records if record.level == "university"]
    return tuple(_entry(record) for record in listed)


def _entry(record: Record) -> Entry:
    return Entry(record.id, record.country, "*" * bool(record.waiver), (record.institution,))


def render(edition: CleanEdition, listed: Entries) -> list[str]:
    """The list's lines, none where the edition has no list."""
    printed = ["", "", edition.list_title] if listed else []
    for country, partners in groupby(listed, key=lambda entry: entry.country):
        printed += ["", country, ""]
        printed += [line for entry in partners for line in (entry.mark + entry.lines[0], *entry.lines[1:])]
    return [*printed, "", edition.legend, ""] if listed else []


def break_lines(listed: Entries, rate: float, rng: Random) -> tuple[Entries, list[Applied]]:
    """Names broken over two lines, the second now and then behind a space, as long names of 2008 are."""
    long = [i for i, entry in enumerate(listed) if entry.lines[0].count(" ") > 1]
    hit = {i: _broken(listed[i], rng) for i in pick(long, rate * len(listed), rng)}
    done = tuple(hit.get(i, entry) for i, entry in enumerate(listed))
    return done, [Applied("linebreak", (entry.record,), _unclear(entry)) for entry in hit.values()]


def _broken(entry: Entry, rng: Random) -> Entry:
    words = entry.lines[0].split()
    at = rng.randint(len(words) // 2, len(words) - 1)
    return replace(entry, lines=(" ".join(words[:at]), rng.choice(("", " ")) + " ".join(words[at:])))


def _unclear(entry: Entry) -> tuple[int, ...]:
    return () if shows_cut(entry.lines[0], entry.lines[1].strip()) else (entry.record,)


def junk(listed: Entries, rate: float, rng: Random) -> tuple[Entries, list[Applied]]:
    """A stray capital between the mark and the name, as in `*DUniversité`."""
    fit = [i for i, entry in enumerate(listed) if takes_junk(entry.lines[0])]
    hit = set(pick(fit, rate * len(listed), rng))
    spoilt = tuple(replace(entry, lines=(stray(entry.lines[0], rng), *entry.lines[1:])) if i in hit else entry
                   for i, entry in enumerate(listed))
    return spoilt, [Applied("junk", (listed[i].record,)) for i in sorted(hit)]
