"""When a row is an honest question, and how it is put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from pipeline import knowledge as know
from pipeline.clean.align.counts import Margin
from pipeline.clean.align.places import Place
from pipeline.clean.labels import is_label, names_organisation
from pipeline.clean.lists.years import CENTURY, DATE
from pipeline.clean.names.commas import names_several
from pipeline.clean.names.torn import is_torn, names_nothing
from pipeline.clean.names.unspaced import runs_on
from pipeline.clean.names.whole import ends_open, links, starts_inside
from pipeline.clean.normalise import may_be_stray
from pipeline.codes import CATALOGUE
from pipeline.knowledge import Lexicon, fold

CONTRADICTED = -2.0
_SUPPORTED = 1.0  # nats: a name that speaks of its country is one, `Sciences Po Lyon`
_LONGEST = 160  # characters of a department
_COUNTED = re.compile(r"[(（\[]\d{1,3}[)）\]]\s*\w")  # `Faculty of Law (15) Asia Singapore`
_VALUE = re.compile(
    rf"(?<!\d)(?:{DATE}|{CENTURY}\s?[^\W\d]{{1,2}}\.)[\s.,)）\]]*$|[(（\[]{CENTURY}[^)）\]]*[)）\]]"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A code of the catalogue and the sentence for this row."""

    code: str
    text: str


def doubts(
    text: str,
    place: Place,
    fit: float,
    rival: Place | None,
    behind: float,
    margin: Margin,
    shared: bool,
    least: float,
    languages: tuple[str, ...],
    lexicon: Lexicon,
) -> Iterator[Doubt]:
    """The questions of one row: `fit` is the name's evidence for its country, `behind` how far the rival place is
    behind, `margin` how far the next best cutting is, all in nats; under `least` a person is asked. `shared` says that
    the name was cut out of a cell of several."""
    if fit < CONTRADICTED:
        yield _doubt("country_contradicted", _speaks(text, place, languages, lexicon))
    elif place.code and (spelt := know.foreign_spelling(lexicon, text, place.code)):
        yield _doubt("country_contradicted", f"“{spelt[0]}” is spelt as names in {spelt[1]} are, not in {place.code}.")
    if fit < _SUPPORTED and names_nothing(text, lexicon):
        yield _doubt("no_institution", f"It is “{text}”.")
    if rival is not None and behind < least:
        yield _doubt("close_readings", f"Runner-up: under {_name(rival)}.")
    if margin.ahead < least:
        yield _doubt("uncertain_split", f"It is read here as “{text}”. Runner-up: “{margin.other}”.")
    if place.country is not None and place.code is None:
        yield _doubt("unknown_country", f"It is “{place.country.text}”.")
    if place.zone is not None and place.code and not _holds(place.zone.text, place.code, lexicon):
        yield _doubt("zone_contradicted", f"{place.country.text if place.country else ''} under {place.zone.text}.")
    yield from _doubts_of_print(text, shared, lexicon)


def _doubts_of_print(text: str, shared: bool, lexicon: Lexicon) -> Iterator[Doubt]:
    """The questions that a name raises by its letters alone."""
    if _VALUE.search(normalize("NFKC", text)):
        yield _doubt("value_in_name", f"It is “{text}”.")
    if runs_on(text) or names_several(text, lexicon):
        yield _doubt("uncertain_split", f"Several universities stand in “{text}”.")
    tokens = text.split()
    if "\ufffd" in text:
        yield _doubt("broken_character", "")
    if tokens and may_be_stray(tokens[0]):
        yield _doubt("stray_letter", f"It is “{tokens[0]}”.")
    if tokens and (ends_open(tokens) or starts_inside(tokens) or is_torn(text, shared, lexicon)):
        yield _doubt("incomplete_name", "")


def department_doubt(text: str | None, lexicon: Lexicon) -> Iterator[Doubt]:
    """The question of an agreement of departments that says none, or a university or a country in its place."""
    if not text:
        yield _doubt("department_unclear", "")
    elif len(text) > _LONGEST:
        yield _doubt("department_unclear", f"It is “{text[:_LONGEST]}…”, as long as several labels.")
    elif _COUNTED.search(text):
        yield _doubt("department_unclear", f"It is “{text}”, with a count and more behind it.")
    elif _holds_sentence(text.split()):
        yield _doubt("department_unclear", f"It is “{text}”, a sentence.")
    elif text[0].islower() or ends_open(text.split()):
        yield _doubt("department_unclear", f"It is “{text}”, half of a label.")
    elif _runs_into_place(text.split(), lexicon):
        yield _doubt("department_unclear", f"It is “{text}”, a department and a place.")
    elif _is_bare(text, lexicon):
        yield _doubt("department_unclear", f"It is “{text}”, and does not say of what.")
    elif is_label(text, lexicon) or names_organisation(text, lexicon):
        yield _doubt("department_unclear", f"It is “{text}”.")


def _is_bare(text: str, lexicon: Lexicon) -> bool:
    """`Fakultät`, the end of a label that print wrapped."""
    return fold(text) in lexicon.heads and know.is_unit(lexicon, text)


def _runs_into_place(tokens: list[str], lexicon: Lexicon) -> bool:
    """`歯学部 アフリカ`, two columns read as one; not `Center for East Asia`, `Centro di Studi sull'Asia`."""
    at = next((at for at in range(1, len(tokens)) if is_label(" ".join(tokens[at:]), lexicon)), 0)
    bound = at == 0 or links(tokens[at - 1]) or not tokens[at].isalpha()
    return not bound and know.is_unit(lexicon, " ".join(tokens[:at]))


def _holds_sentence(tokens: list[str]) -> bool:
    """`Students from all Schools may apply. Places are limited`, but not `Fac. Droit`."""
    return any(
        one[0].islower() and one.endswith((".", "!", "?")) and two[0].isupper() for one, two in pairwise(tokens)
    )


def count_doubt(heading: str, declared: int, found: int) -> Doubt:
    """The question of every row under a heading that prints fewer."""
    return _doubt("count_differs", f"“{heading}” says {declared}; {found} were found.")


def overlooked_doubt(heading: str) -> Doubt:
    """The question of every row from a department on that may have been taken for a partner."""
    return _doubt("department_unclear", f"“{heading}” may be the heading of what follows.")


def unlike_doubt(department: str | None) -> Doubt:
    """The question of every row of a department that no word tells to be one, where words tell the others."""
    return _doubt("department_unclear", f"It is “{department}”; the others are faculties, schools and the like.")


def ocr_doubt() -> Doubt:
    """The question of every row that was read from a picture."""
    return _doubt("read_by_ocr", "")


def column_doubt(name: str) -> Doubt:
    """The question of every row of a table with a column whose role nobody can tell."""
    return _doubt("unknown_column", f"It is “{name}”.")


def lack_doubt(name: str) -> Doubt:
    """The question of an entry without a label that most others print."""
    return _doubt("label_missing", f"It is “{name}”.")


def years_doubt(years: int) -> Doubt:
    """The question of names beside more or fewer years than there are names."""
    return _doubt("uncertain_split", f"{years} years stand beside it.")


def answers_doubt(answers: int) -> Doubt:
    """The question of names beside more or fewer answers, yes or no, than there are names."""
    return _doubt("uncertain_split", f"{answers} answers stand beside it.")


def year_doubt(said: str) -> Doubt:
    """The question of a year that is none: `seit 2017 seit 2018`."""
    return _doubt("year_unread", f"It is “{said}” in print.")


def stray_doubt(token: str) -> Doubt:
    """The question of a name whose first letter was taken for one that the dump left."""
    return _doubt("stray_letter", f"It is “{token}” in print.")


def _doubt(code: str, detail: str) -> Doubt:
    entry = CATALOGUE[code]
    return Doubt(code, " ".join(part for part in (f"{entry.title}:", entry.what, detail, entry.do) if part))


def _name(place: Place) -> str:
    labels = [part.text for part in (place.country, place.department) if part]
    return ", ".join(labels) or "no country"


def _speaks(text: str, place: Place, languages: tuple[str, ...], lexicon: Lexicon) -> str:
    words = [
        clue.words for clue in know.clues(lexicon, text, languages) if clue.weights.get(place.code or "", 0) < 0.05
    ]
    country = place.country.text if place.country else ""
    return f"Printed under {country}; the name says “{'”, “'.join(dict.fromkeys(words))}”." if words else ""


def _holds(zone: str, code: str, lexicon: Lexicon) -> bool:
    area = know.zone(lexicon, zone)
    return area is None or not area.countries or code in area.countries
