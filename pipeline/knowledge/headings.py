"""What the column under a heading holds.

Offices have many words for few things. A heading is read as a phrase that the data files list, or as made of such
phrases: `Nome dell'ateneo partner` names an institution among words that say nothing, `Home unit` and `Struttura
proponente` a department of the office's own, `Host faculty` one of the partner's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from .fold import has_ideographs, key
from .lexicon import KINDS, Language, Lexicon
from .names import count_of

_BRACKETED = re.compile(r"\s*[(（\[【].*?[)）\]】]\s*")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐]\s+(?=[^\W\d_])")  # `Avtals- / nummer`
_MARKED = re.compile(r"[,，、;；:：|·・—–]")
_PARTS = re.compile(r"\s*[/／・|\n(（)）\[\]、,]\s*|\s+[-–—]\s+")
_LONGEST = 60  # characters
_PHRASE = 5  # tokens of one heading in a line of several
_COLUMNS = frozenset(("department", "zone", "country", "institution", "faculty_partner"))
_HEADS = frozenset(("code", "coordinator", "city", "level", "places", "web", "language", "status", "note", "country"))


def heading_role(lexicon: Lexicon, text: str) -> str | None:
    """The role of a column by its heading: "department", "zone", "country", "institution", ...

    Headings in two languages ("Pays / Country") or with a remark in brackets have the role of the part known.
    """
    return next(iter(_by_language(lexicon, text).values()), None)


def heading_roles(lexicon: Lexicon, texts: Sequence[str]) -> list[str | None]:
    """The roles of headings that stand side by side: a word that means one thing here and another there (`Sede`, a
    town in Spanish, an institution in Italian) is read in the language that knows most of them, and of these in the one
    to which they say most: `Institution`, `Land`, `Partneruniversitet` are three things in Swedish, two in Danish."""
    found = [_by_language(lexicon, text) for text in texts]
    votes = Counter(code for roles in found for code in roles)
    said = {code: len({roles[code] for roles in found if code in roles}) for code in votes}
    return [
        max(roles.items(), key=lambda item: (votes[item[0]], said[item[0]]))[1] if roles else None for roles in found
    ]


def headings_in_line(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """The roles that a line of heading words of one language names in order, () where it is no such line.

    Dumps with single spaces print "Faculty Area Country Institution" as one cell, lists "Hochschule, Ort, Land".
    Words for values alone are those of a legend: `† = overeenkomst met vrijstelling van collegegeld`.
    """
    parts = [part for part in _MARKED.split(text) if part.strip()]
    if len(parts) > 1 and all(roles := heading_roles(lexicon, parts)):
        return tuple(role for role in roles if role)
    tokens = text.split()
    lines = (_line(lexicon, tokens, code) for code in _languages(lexicon, tokens))
    return next((line for line in lines if not _COLUMNS.isdisjoint(line)), ())


def _languages(lexicon: Lexicon, tokens: Sequence[str]) -> list[str]:
    """The languages in which the line may begin with a heading."""
    return list(dict.fromkeys(code for n in range(_PHRASE, 0, -1) for code in _phrase(lexicon, tokens[:n])))


def _line(lexicon: Lexicon, tokens: Sequence[str], code: str) -> tuple[str, ...]:
    roles: list[str] = []
    at = 0
    while at < len(tokens):
        sizes = range(min(_PHRASE, len(tokens) - at), 0, -1)
        found = ((size, _phrase(lexicon, tokens[at : at + size]).get(code)) for size in sizes)
        size, role = next(((size, role) for size, role in found if role), (0, None))
        if role is None:
            return ()
        roles.append(role)
        at += size
    return tuple(roles)


def _phrase(lexicon: Lexicon, tokens: Sequence[str]) -> Mapping[str, str]:
    return _by_language(lexicon, " ".join(tokens), False)


@lru_cache(maxsize=1 << 13)
def _by_language(lexicon: Lexicon, text: str, compound: bool = True) -> Mapping[str, str]:
    """The role that a heading has in each language that knows it, also where it is broken at a line's end. With
    `compound`, words of two roles may make a heading of one (`Country code`)."""
    if not text.strip() or len(text) > _LONGEST:
        return {}
    bare = count_of(text)[0]
    phrases = tuple(dict.fromkeys((key(bare), key(_BRACKETED.sub(" ", bare)), key(_BROKEN.sub("", bare)))))
    if not any(_may_be_heading(lexicon, phrase) for phrase in phrases):
        return {}
    listed = (_listed(lexicon, phrase) for phrase in phrases)
    made_up = (_made_up(lexicon, phrase, compound) for phrase in phrases)
    found = next(filter(None, (*listed, _first_part(lexicon, bare, compound), *made_up)), {})
    return found or (_said_twice(lexicon, bare) if compound else {})


def _may_be_heading(lexicon: Lexicon, phrase: str) -> bool:
    """Whether each word stands in some heading, which those of most names do not; writing without spaces may be one."""
    return has_ideographs(phrase) or _words(lexicon).issuperset(phrase.split())


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> frozenset[str]:
    phrases = (phrase for one in lexicon.languages.values() for phrase in one.heading_words)
    return frozenset(word for phrase in phrases for word in phrase.split())


def _listed(lexicon: Lexicon, phrase: str) -> dict[str, str]:
    return {one.code: role for one in lexicon.languages.values() if (role := one.headings.get(phrase))}


def _made_up(lexicon: Lexicon, phrase: str, compound: bool) -> dict[str, str]:
    units, joint = (list(phrase), "") if has_ideographs(phrase) else (phrase.split(), " ")
    begun = {one for n in range(len(units)) for one in _speaking(lexicon).get(joint.join(units[: n + 1]), ())}
    some = (one for one in lexicon.languages.values() if one.code in begun)
    return {one.code: role for one in some if (role := _put_together(one, units, joint, compound))}


@lru_cache(maxsize=4)
def _speaking(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """The languages that know each phrase of headings: few of them know how a name begins."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in lexicon.languages.values():
        for phrase in one.heading_words:
            found[phrase].append(one.code)
    return found


def _first_part(lexicon: Lexicon, text: str, compound: bool) -> dict[str, str]:
    """`Pays / Country`: the role of the first part, where all are known."""
    phrases = [phrase for part in _PARTS.split(text) if (phrase := key(part))]
    each = [_listed(lexicon, phrase) or _made_up(lexicon, phrase, compound) for phrase in phrases]
    return each[0] if len(each) > 1 and all(each) else {}


def _said_twice(lexicon: Lexicon, text: str) -> Mapping[str, str]:
    """`Dipartimento Faculty / School`: the role of what is a heading in two languages, one after the other."""
    words = text.split()
    for at in range(1, len(words)):
        above, below = (_by_language(lexicon, " ".join(part)) for part in (words[:at], words[at:]))
        others = {role for code, role in below.items() if code not in above}
        found = {code: role for code, role in above.items() if role in others}
        if found:
            return found
    return {}


def _put_together(language: Language, units: Sequence[str], joint: str, compound: bool) -> str | None:
    pieces = _pieces(language.heading_words, units, joint) or ()
    kinds = [language.heading_words[piece] for piece in pieces]
    if all(kind in KINDS for kind in kinds):  # `Responsable del convenio`: what `Responsable` alone is
        alone = (language.headings.get(piece) for piece in pieces)
        return next(filter(None, alone), "institution" if "theirs" in kinds else None)
    return _role(kinds, language.head_first, compound)


def _pieces(words: Mapping[str, str], units: Sequence[str], joint: str) -> tuple[str, ...] | None:
    """The known phrases that make up a heading, the longest first; None where something is left."""
    if not units:
        return ()
    for size in range(len(units), 0, -1):
        piece = joint.join(units[:size])
        if piece in words and (rest := _pieces(words, units[size:], joint)) is not None:
            return (piece, *rest)
    return None


def _role(kinds: Sequence[str], head_first: bool, compound: bool) -> str | None:
    """One role for all, `Nombre del socio`, or a unit of one's own of two: `Instituto ou Faculdade`. With
    `compound`, `Country code` has the role of its head."""
    roles = [kind for kind in kinds if kind not in KINDS]
    head = roles[0] if head_first else roles[-1]
    if len(set(roles)) > 1:
        if "either" in kinds and set(roles) == {"country", "zone"}:  # `Country or Area`
            return "country"
        either = "either" in kinds and set(roles) == {"department", "institution"}
        own = "institution" if "theirs" in kinds else "department"  # `Institución y unidad asociada`
        return own if either else head if compound and head in _HEADS else None
    if head == "institution" and "ours" in kinds:
        return None
    return "faculty_partner" if head == "department" and "theirs" in kinds else head
