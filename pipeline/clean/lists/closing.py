"""Lists whose entries close with their country: `Universität Köln, Köln, Deutschland`, `KAIST (Korea)`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.ending import Ending, ending, is_dated, is_separator, split_city
from pipeline.clean.lists.runon import Print, goes_on, print_of
from pipeline.clean.lists.years import lead_words
from pipeline.clean.normalise import bullet
from pipeline.clean.parts import HEADING, Entry, Part, Role, lines_of, lone_lines
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Word

_FEW = 3
_MOST = 0.5  # of the lines
_HEADED = 0.34  # of the entries: more countries alone on their lines are headings
_CITIES = 0.6
_SIGNED = 0.8  # bullets an end
CITY = "city"


@dataclass(frozen=True, slots=True)
class Closed:
    """An entry: its rows, and what its words say."""

    entries: tuple[Entry, ...]
    ending: Ending


@dataclass(frozen=True, slots=True)
class _Print:
    """How entries are set: their lines, the words that lead to their years, and the bullet that opens each."""

    lines: Print
    leads: frozenset[str]
    sign: str


def closings(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    """The parts of each row that opens an entry, () for those that it goes on in; nothing in other editions, and in
    those of which only a part is such a list (that below one title) nothing in the others."""
    loose = lone_lines(entries)
    if whole := _list(loose, lexicon):
        return whole
    return {at: parts for part in _below_titles(loose, lexicon) for at, parts in _list(part, lexicon).items()}


def _below_titles(loose: Sequence[Entry], lexicon: Lexicon) -> Iterator[Sequence[Entry]]:
    titles = [i for i, entry in enumerate(loose) if know.is_title(lexicon, entry.row.cells[0].text)]
    yield from (loose[first:end] for first, end in pairwise((*titles, len(loose))))


def _list(loose: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    leads = lead_words([entry.row.cells[0].text.split() for entry in loose])[1]
    closed = [ending(entry.row.cells[0].words, lexicon, leads) is not None for entry in loose]
    if sum(closed) < _FEW:
        return {}
    openers = {two.index for ends, two in zip(closed, loose[1:], strict=False) if ends}
    printed = _Print(print_of(loose, openers, lexicon), leads, _sign(loose, sum(closed)))
    found = list(_closed(loose, printed, lexicon))
    headings = sum(bool(know.country(lexicon, entry.row.cells[0].text)) for entry in loose) - _wrapped(found, lexicon)
    if headings > _HEADED * len(found) or sum(len(one.entries) for one in found) < _MOST * len(loose):
        return {}
    cities = _names_cities(found, lexicon)
    parts: dict[int, tuple[Part, ...]] = {}
    for one in found:
        parts |= {entry.index: () for entry in one.entries}
        parts[one.entries[0].index] = tuple(_parts(one, cities, lexicon))
    return parts


def _sign(loose: Sequence[Entry], closed: int) -> str:
    """The bullet that opens about as many lines as a country closes, "" where none does."""
    signs = Counter(sign for entry in loose if (sign := bullet(entry.row.cells[0].text)))
    usual, times = max(signs.items(), key=lambda one: one[1], default=("", 0))
    return usual if times >= _SIGNED * closed else ""


def _closed(loose: Sequence[Entry], printed: _Print, lexicon: Lexicon) -> Iterator[Closed]:
    """The entries: from a line that goes on with none above it to the one that holds its country's end, or the year
    behind that."""
    held: tuple[Entry, ...] = ()
    for entry, after in zip(loose, [*loose[1:], None], strict=True):
        if held and not _holds(held, entry, printed, lexicon):
            held = ()
        held = (*held, entry) if held or _opens(entry, printed) else ()
        if after and held and is_dated(_words([after]), printed.leads) and _holds(held, after, printed, lexicon):
            continue
        if held and (found := ending(_words(held), lexicon, printed.leads)):
            if not is_label(" ".join(word.text for word in found.name), lexicon):
                yield Closed(held, found)
            held = ()


def _opens(entry: Entry, printed: _Print) -> bool:
    return not printed.sign or bullet(entry.row.cells[0].text) == printed.sign


def _holds(held: Sequence[Entry], entry: Entry, printed: _Print, lexicon: Lexicon) -> bool:
    """Whether a line is the rest of an entry, or the country that it broke before."""
    if printed.sign and _opens(entry, printed):
        return False
    return _is_country(entry, lexicon) or goes_on(held, entry, printed.lines, lexicon)


def _wrapped(found: Sequence[Closed], lexicon: Lexicon) -> int:
    """Countries alone on the last line of an entry that broke before them."""
    return sum(_is_country(one.entries[-1], lexicon) and ending(_words(one.entries[:-1]), lexicon) is None
               for one in found if len(one.entries) > 1)


def _words(entries: Sequence[Entry]) -> tuple[Word, ...]:
    return tuple(word for entry in entries for word in entry.row.cells[0].words)


def _is_country(entry: Entry, lexicon: Lexicon) -> bool:
    """A country alone on its line: a heading, and the rest of an entry in lists that have none."""
    return know.country(lexicon, entry.row.cells[0].text.strip("()（）")) is not None


def _names_cities(found: Sequence[Closed], lexicon: Lexicon) -> bool:
    """Whether a city stands between name and country in nearly every entry."""
    cities = [city for one in found if (city := split_city(one.ending.name)[1])]
    texts = [" ".join(word.text for word in city).strip(" ,()，（）") for city in cities]
    known = sum(bool(lexicon.cities.get(know.key(text)) or know.clues(lexicon, text)) for text in texts)
    headed = sum(bool(know.head_starts(lexicon, text.split())) for text in texts)
    return len(texts) >= _CITIES * len(found) and known >= _CITIES * len(texts) and headed < 0.2 * len(texts)


def _parts(one: Closed, cities: bool, lexicon: Lexicon) -> Iterator[Part]:
    entry, close = one.entries[0], one.ending
    name, city = split_city(close.name) if cities else (close.name, ())
    beside: Role = "year" if know.year(lexicon, " ".join(word.text for word in close.place)) else "extra"
    groups: tuple[tuple[Role, tuple[Word, ...]], ...] = (
        ("institution", (*name, *close.mark)),
        ("extra", city),
        (beside, close.place),
        ("country", close.label),
        ("furniture", close.lead),
        ("year", close.year),
    )
    for role, words in groups:
        spoken = [i for i, word in enumerate(words) if not is_separator(word.text)]
        first, end = (spoken[0], spoken[-1] + 1) if spoken else (0, 0)  # `VŠB – Technická univerzita` keeps its dash
        if spoken:
            yield _part(one, entry, role, words[first:end], lexicon)
        if silent := (*words[:first], *words[end:]):
            yield _part(one, entry, "furniture", silent, lexicon)


def _part(one: Closed, entry: Entry, role: Role, words: Sequence[Word], lexicon: Lexicon) -> Part:
    lines = lines_of(words, (line for held in one.entries for line in held.row.cells[0].lines))
    cell = Cell(entry.row.cells[0].column, lines, box=entry.row.cells[0].box)
    part = part_of(entry, cell, Column(role, CITY if role == "extra" else "", -1), lexicon)
    return replace(part, column=HEADING) if role == "country" else part
