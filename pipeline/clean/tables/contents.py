"""What a column holds by its values, where print names it with a word that nobody knows, or not at all.

Partners' names are many; departments are few and stand in runs, as the rows are sorted by them; persons, dates and
numbers are neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.labels import bare, heading_counted
from pipeline.clean.parts import Entry, Role
from pipeline.knowledge import Lexicon

_SHARE = 0.6
_UNITS = 0.5  # of a column's values: as many name units
_WORD = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff\uac00-\ud7af]{2}")
_PERSON = re.compile(
    r"(?:(?:Prof|Dr|Dra|Dott|Ing|Mgr|Mr|Mrs|Ms|Mme|Mlle|Sr|Sra|Sig|Herr|Frau)\b|[^\W\d_]\.\s?[^\W\d_])"
    r"|.*(?:@|https?:|www\.|教授|先生|老师|교수|さん|氏)",
)


@dataclass(frozen=True, slots=True)
class Content:
    """The values of one column from top to bottom, and how many rows the table has."""

    values: tuple[str, ...]
    rows: int

    def share(self, test: Callable[[str], bool]) -> float:
        return sum(map(test, self.values)) / max(1, len(self.values))

    @property
    def distinct(self) -> int:
        return len(set(self.values))

    @property
    def is_few(self) -> bool:
        """The same values stand again and again."""
        return 3 * self.distinct <= self.rows

    @property
    def in_runs(self) -> bool:
        """Values hold for some rows each that stand together."""
        return 2 * sum(1 for _ in groupby(self.values)) <= self.rows


@dataclass(frozen=True, slots=True)
class Guess:
    """The role of a column by its values, and whether a person should say if it names departments or partners."""

    role: Role
    asks: bool = False


def contents(entries: Iterable[Entry]) -> dict[int, Content]:
    """The content of each column by its place; bands, which stand alone in their rows, belong to none."""
    rows = [[cell for cell in entry.row.cells if cell.text] for entry in entries]
    several = [cells for cells in rows if len(cells) > 1] or rows
    places = sorted({cell.column for cells in several for cell in cells})
    return {
        place: Content(tuple(cell.text for cells in several for cell in cells if cell.column == place), len(several))
        for place in places
    }


def guess(found: Mapping[int, Content], taken: frozenset[Role], lexicon: Lexicon) -> dict[int, Guess]:
    """The roles of columns that nothing names; `taken` are those that other columns play."""
    roles: dict[int, Guess] = {}
    for role, test in _tests(lexicon):
        for place, content in found.items():
            played = {guess.role for guess in roles.values()} | taken
            if place not in roles and role not in played and content.share(test) >= _SHARE:
                roles[place] = Guess(role)
    rest = {place: content for place, content in found.items() if place not in roles}
    if rest and "institution" not in taken:
        roles |= _institution(rest, lexicon)
    for place, content in rest.items():
        if place not in roles:
            played = {guess.role for guess in roles.values()} | taken
            roles[place] = Guess("extra") if "department" in played else _department(content, lexicon)
    return roles


def _tests(lexicon: Lexicon) -> tuple[tuple[Role, Callable[[str], bool]], ...]:
    return (
        ("country", lambda text: know.country(lexicon, bare(text, lexicon)) is not None),
        ("zone", lambda text: know.zone(lexicon, bare(text, lexicon)) is not None),
        ("year", lambda text: know.year(lexicon, text) is not None),
        ("waiver", lambda text: _answers(text, lexicon)),
    )


def _answers(text: str, lexicon: Lexicon) -> bool:
    """An answer, or one for each name beside it: `Yes / No / Yes`."""
    several = all(know.waiver_value(lexicon, word) is not None for word in text.split())
    return several or know.waiver_value(lexicon, text) is not None


def _institution(found: Mapping[int, Content], lexicon: Lexicon) -> dict[int, Guess]:
    """The column with the most names; it is a question where another has about as many."""

    def weight(place: int) -> float:
        organisations = found[place].share(lambda text: know.is_organisation(lexicon, text))
        return found[place].distinct * (0.5 + organisations) * (0.01 + found[place].share(is_name))

    best, *others = sorted(found, key=lambda place: (-weight(place), -place))
    if not found[best].share(is_name):  # numbers alone: a table of figures, `Europa 46`
        return {}
    return {best: Guess("institution", any(weight(place) > 0.6 * weight(best) for place in others))}


def _department(content: Content, lexicon: Lexicon) -> Guess:
    """Units in runs are departments; few names in no order may be, with units among them, as may other names in
    runs."""
    units = content.share(lambda text: is_unit(text, lexicon))
    if units >= _UNITS:
        few = content.is_few
        return Guess("department", not content.in_runs) if content.in_runs or few else Guess("extra", True)
    names = content.distinct > 1 and content.share(is_name) >= _SHARE
    if names and units > 0 and content.is_few:
        return Guess("department", True)
    return Guess("extra", content.in_runs and names)


def is_unit(text: str, lexicon: Lexicon) -> bool:
    return know.is_unit(lexicon, heading_counted(text, lexicon)[0])


def is_name(text: str) -> bool:
    """Words that name neither a person nor an address."""
    return _WORD.search(text) is not None and not _PERSON.match(text)
