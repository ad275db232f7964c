"""Names that read like a half of one: `Faculty of Law, West` and `University of Timişoara`, `Private University`; and
lines that read like none: `Explanatory notes`."""

from __future__ import annotations

import re

from pipeline import knowledge as know
from pipeline.clean.names.edges import is_ideographic
from pipeline.clean.names.wording import Wording, wording
from pipeline.knowledge import Lexicon

_BRACKETS = re.compile(r"[()（）\[\]［］]")
_ACRONYM = 2  # capitals at the least


def is_torn(text: str, shared: bool, lexicon: Lexicon) -> bool:
    """Whether a name lacks what whole names have. `shared` says that it was cut out of a cell of several: what cells
    print alone (`Scuola Normale Superiore`) is whole."""
    tokens = tuple(text.split())
    if not tokens or is_ideographic(text):
        return False
    line = wording(tokens, lexicon)
    return _lacks_organisation(line, lexicon) or _begins_behind(line) or (shared and _tells_nothing(line, lexicon))


def names_nothing(text: str, lexicon: Lexicon) -> bool:
    """Whether no word is a head noun, in no language, nor an acronym: `Sciences Po` is none, `CentraleSupélec` is."""
    tokens = _BRACKETS.sub(" ", text).split()
    code = any(map(str.isdigit, text)) and text.isupper()
    return not know.head_starts(lexicon, tokens) and (code or not any(map(_is_acronym, tokens)))


def is_bare_part(text: str, languages: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the name is that of a part of some university, in the edition's own language, and nothing says of which:
    `Dipartimento di Scienze Politiche`, but not `Faculty of Arts LMU` or `Faculté des Sciences de Tunis`."""
    if is_ideographic(text):  # 난양공과대학 is a university, and ends as faculties do
        return False
    line = wording(tuple(text.split()), lexicon)
    own = bool(line.nouns) and all(noun.part and noun.language in languages for noun in line.nouns)
    whole = not line.comma(0, len(line.tokens)) and not any(map(_parts_names, line.tokens))
    return own and whole and not line.places and not any(map(_is_acronym, line.tokens))


def _parts_names(token: str) -> bool:
    """A dash between a university and its part: `Diliman – Dipartimento di Giurisprudenza`."""
    return not any(map(str.isalnum, token)) and token != "&"


def leans(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether the second of two names that one line held may be the rest of the first: it tells nothing by itself
    (`Chernihiv Polytechnic` and `National University`), or it is a unit of no place behind an organisation
    (`Universidade do Minho` and `Centro de Estudos Humanísticos`)."""
    above, below = (wording(tuple(text.split()), lexicon) for text in (before, after))
    return _tells_nothing(below, lexicon) or (_is_bare_unit(below) and _ends_with_organisation(above))


def _is_bare_unit(line: Wording) -> bool:
    end = len(line.tokens)
    unit = bool(line.nouns) and all("unit" in noun.kinds for noun in line.nouns)
    return unit and not line.comma(0, end) and not line.places and (0, end) not in line.registered


def _ends_with_organisation(line: Wording) -> bool:
    comma = line.comma(0, len(line.tokens))
    return any(noun.at >= comma and "organisation" in noun.kinds for noun in line.nouns)


def _lacks_organisation(line: Wording, lexicon: Lexicon) -> bool:
    """A unit, a comma, and words that name nothing and are no acronym."""
    end = len(line.tokens)
    comma = line.comma(0, end)
    unit = know.is_unit(lexicon, " ".join(line.tokens[line.comma(0, comma) : comma])) if comma else False
    named = any(noun.at >= comma for noun in line.nouns) or (comma, end) in line.registered
    return unit and not named and not any(map(_is_acronym, line.tokens[comma:]))


def _is_acronym(token: str) -> bool:
    return sum(letter.isupper() for letter in token) >= _ACRONYM


def _begins_behind(line: Wording) -> bool:
    """The last word of a name, and the unit that begins the next: `University Facoltà di Medicina, ...`."""
    first, second = (*line.nouns, None, None)[:2]
    if first is None or second is None:
        return False
    return first.at == 0 and first.kinds == {"organisation"} and second.at == first.end and second.kinds == {"unit"}


def _tells_nothing(line: Wording, lexicon: Lexicon) -> bool:
    """No word of the name tells it from others, and no list has it."""
    end = len(line.tokens)
    single = any("-" in token for token in line.tokens)  # `Keio-Universität` is one word
    return line.telling[0] == line.telling[end] and not single and (line.comma(0, end), end) not in line.registered
